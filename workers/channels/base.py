"""What a channel is: something that carries a message to a target, and says what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from db.targets import wrong_target
from workers.channels.settings import ChannelSettings


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `id` is the same at every attempt, so that receivers can leave out what they had before.

    `secret`: 32 bytes that sign what machines get. `file`: (name, text) of an attachment.
    """

    id: str
    target: str
    subject: str
    body: str
    payload: dict[str, Any]
    created_at: datetime
    secret: bytes
    file: tuple[str, str] | None = None


class Failed(Exception):
    """It did not arrive now; another attempt may help."""


class Refused(Exception):
    """It cannot arrive, however often it is tried."""


class Channel(Protocol):
    """A way to carry messages."""

    name: str

    def __init__(self, config: ChannelSettings) -> None: ...

    def send(self, message: Message) -> str:
        """Carry a message. Returns what the other side said. Raises `Failed`, `Refused`."""


def check_target(channel: str, message: Message, config: ChannelSettings) -> None:
    """Raises `Refused` when the target is none of the channel."""
    if wrong := wrong_target(channel, message.target, private=config.allow_private_targets):
        raise Refused(f"The target {wrong}.")
