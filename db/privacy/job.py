"""An erasure that is being worked on: who it is about, what replaces them, and what was done so far."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

import orjson

from db.levels import Levels
from db.packs.registry import packs
from db.pool import Connection
from db.privacy.mention import Names
from db.privacy.people import labels_of_people
from db.queries import for_psycopg

Mode = Literal["erase", "anonymise"]


@dataclass(frozen=True)
class Erasure:
    """`called`: what the person is called. `more_labels`: labels of series that name people, beside those known."""

    conn: Connection
    levels: Levels
    tenant: int
    id: int
    mode: Mode
    person: str
    called: tuple[str, ...]
    more_labels: tuple[str, ...]
    pseudonym: str
    secret: bytes
    asked_at: datetime
    asked_by: str

    @cached_property
    def names(self) -> Names:
        """For searching."""
        return Names((self.person, *self.called), self.more_labels)

    @cached_property
    def labels(self) -> list[str]:
        """Labels of series whose value names a person."""
        return sorted(labels_of_people() | set(self.more_labels))

    @cached_property
    def kept_types(self) -> list[str]:
        """Types of events that stay without the person; all of them when the person is made anonymous."""
        return sorted(type_ for pack in packs().values() if pack.kept_facts for type_ in pack.event_types)

    def keeps(self, event_type: str) -> bool:
        """Whether events of a type stay."""
        return self.mode == "anonymise" or event_type in self.kept_types

    def stands_for(self, what: str) -> str:
        """Stands for an id of the person's: the same for the same, and nobody can go back once `secret` is gone."""
        return f"{self.pseudonym}-{hmac.digest(self.secret, what.encode(), sha256).hex()[:16]}"

    def alias(self, name: str | None) -> str:
        """What replaces one of the names: they may be two to whoever counts, and stay two."""
        return self.pseudonym if name in (None, self.person) else self.stands_for(name)

    def count(self, counts: Mapping[str, int]) -> None:
        """Add to what was done, in the transaction that does it."""
        told = {name: n for name, n in counts.items() if n}
        if told:
            for_psycopg("privacy").count(self.conn, tenant=self.tenant, id=self.id, counts=orjson.dumps(told).decode())

    def at(self, step: str) -> None:
        """Say what is being done."""
        for_psycopg("privacy").at_step(self.conn, tenant=self.tenant, id=self.id, step=step)


def erasure_of(conn: Connection, levels: Levels, row: Mapping[str, Any]) -> Erasure:
    """A row of `work_on` as a job."""
    same = {name: row[name] for name in ("tenant_id", "id", "mode", "person", "pseudonym", "asked_at", "asked_by")}
    return Erasure(
        conn,
        levels,
        tenant=same.pop("tenant_id"),
        called=tuple(row["names"]),
        more_labels=tuple(row["labels"]),
        secret=bytes(row["secret"]),
        **same,
    )
