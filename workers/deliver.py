"""Carries messages out: takes those that are due, hands each to its channel, and writes down what became of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from prometheus_client import Counter

from db import deliveries
from db.deliveries import Claimed
from db.engine import recorded
from db.pool import connect
from workers.channels.base import Channel, Failed, Message, Refused

log = logging.getLogger("tidewatch.deliveries")
outcomes = Counter(
    "tidewatch_deliveries", "Attempts to deliver messages, by what became of them.", ["channel", "state"]
)

PAUSES = (10, 60, 300, 1_800, 7_200, 21_600)
"""Seconds between attempts; after the last of them one more is made, and then the message is given up."""
SPREAD = 0.2
"""Part of a pause by which messages are told apart, so that they do not all come back at once."""
AT_ONCE = 16
LEASE = 180.0
"""Seconds after which a message whose sender died comes again; longer than one attempt can take."""
MOST_SECONDS = 20.0
"""A run ends when it took so long; the next goes on."""


def deliver(url: str, channels: Mapping[str, Channel]) -> dict[str, int]:
    """Send all that is due. Returns how many attempts ended in which state."""
    counts: dict[str, int] = {}
    deadline = time.monotonic() + MOST_SECONDS
    with connect(url, "tidewatch deliveries") as conn, ThreadPoolExecutor(AT_ONCE) as pool:
        if recorded(conn) is None:
            return counts
        while time.monotonic() < deadline and (mine := deliveries.claim(conn, AT_ONCE, LEASE)):
            secrets = {tenant: deliveries.secret_of(conn, tenant) for tenant in {one.tenant for one in mine}}
            sent = pool.map(lambda one: attempt(channels, one, secrets[one.tenant]), mine)  # noqa: B023  used up below
            for one, (state, answer) in zip(mine, sent, strict=True):
                deliveries.settle(conn, one, state, answer, pause_after(one) if state == "failed" else 0)
                counts[state] = counts.get(state, 0) + 1
                outcomes.labels(one.draft.channel, state).inc()
    return counts


def attempt(channels: Mapping[str, Channel], one: Claimed, secret: bytes) -> tuple[str, str]:
    """Send once. Returns (sent | failed | dead, what was said)."""
    draft = one.draft
    channel = channels.get(draft.channel)
    if channel is None:
        return "dead", f"There is no channel {draft.channel}; there are {', '.join(sorted(channels))}."
    message = Message(
        f"msg-{one.tenant}-{one.id}", draft.target, draft.subject, draft.body, draft.payload, one.created_at, secret,
        draft.file,
    )  # fmt: skip
    try:
        return "sent", channel.send(message)
    except Refused as why:
        return "dead", str(why)
    except Failed as why:
        answer = str(why)
    except Exception as problem:  # a channel's own mistake must not stop the others' messages
        log.exception("channel %s failed on delivery %s", draft.channel, one.id)
        answer = f"{type(problem).__name__}: {problem}"
    return ("failed" if one.attempts <= len(PAUSES) else "dead"), answer


def pause_after(one: Claimed) -> float:
    """Seconds to wait after an attempt that failed, in [0.8, 1.2] of what its number says."""
    pause = PAUSES[min(one.attempts, len(PAUSES)) - 1]
    return pause * (1 - SPREAD + 2 * SPREAD * (one.id * 0.618034 % 1))
