"""A message to subscribers. It is encoded once, and all of them share the bytes."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import orjson
from websockets.frames import Frame, Opcode

from db.records import Transition


class Message:
    """`seq`: who got this message has been told everything up to here; None where it says nothing of that."""

    def __init__(self, body: dict[str, Any], seq: int | None = None) -> None:
        self.kind: str = body["type"]
        self.seq = seq
        self.data = orjson.dumps(body)

    @cached_property
    def text(self) -> str:
        """For servers that frame WebSocket messages themselves."""
        return self.data.decode()

    @cached_property
    def frame(self) -> bytes:
        """A whole WebSocket text frame (RFC 6455): unmasked and uncompressed, so the same for everyone."""
        return Frame(Opcode.TEXT, self.data).serialize(mask=False)

    @cached_property
    def event(self) -> bytes:
        """A server-sent event. Its id is what `Last-Event-ID` brings back."""
        number = b"" if self.seq is None else b"id: %d\n" % self.seq
        return b"%sevent: %s\ndata: %s\n\n" % (number, self.kind.encode(), self.data)


def ready(seq: int) -> Message:
    """You are known; the newest alert is `seq`."""
    return Message({"type": "ready", "seq": seq}, seq)


def alert(transition: Transition) -> Message:
    """What happened to an alert."""
    return Message({"type": "alert", "seq": transition.seq, "alert": transition.alert}, transition.seq)


def insight(about: dict[str, Any]) -> Message:
    """A pressing insight is new. It moves no number: alerts alone are counted."""
    return Message({"type": "insight", "insight": about})


def heartbeat(seq: int) -> Message:
    """Still here; you have been told everything up to `seq` that your filter lets pass."""
    return Message({"type": "heartbeat", "seq": seq}, seq)


def resync_required(oldest: int) -> Message:
    """What you ask for is not kept: load the state anew. Pushing goes on from now."""
    return Message({"type": "resync_required", "oldest": oldest})


def error(reason: str) -> Message:
    """Your message was not understood."""
    return Message({"type": "error", "reason": reason})
