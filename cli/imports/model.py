"""What importers share: what is wished for, what they yield, and how they fail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

Event = dict[str, Any]
"""An event as POST /api/v1/events takes it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line says: whose the files are, the IANA zone of times that have none, and `--set` options."""

    user: str | None = None
    tz: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that is no event. `where`: such as `row 7`."""

    where: str
    reason: str


class CannotRead(Exception):
    """Nothing can be made of a file."""


def named(*parts: object) -> str:
    """An event_id that the same parts always give: 32 characters."""
    text = "".join(f"{len(str(part))}:{part}" for part in parts)
    return blake2b(text.encode(), digest_size=16).hexdigest()
