"""A bridge from the words of its command line to its end."""

from __future__ import annotations

import os
import signal
import sys

from cli.backfill.sender import CannotSend, Sender
from cli.mqtt.bridge import Bridge, CannotConnect
from cli.mqtt.payloads import Reader
from cli.mqtt.topics import Template, WrongTopic
from db.log import setup


def run(
    topics: list[str], broker: tuple[str, str | None, str | None], ours: tuple[str, str],
    reading: tuple[str | None, str | None, str | None], client_id: str, *, retained: bool,
) -> int:  # fmt: skip
    """`broker`: address, user, password. `ours`: address and key. `reading`: metric, field of the time, unit.

    Returns the exit code, after SIGINT or SIGTERM.
    """
    setup(os.environ.get("TIDEWATCH_LOG", "INFO"))
    address, user, password = broker
    try:
        templates, sender = [Template(text) for text in topics], Sender(*ours)
        bridge = Bridge(
            address, templates, Reader(*reading), sender, client_id=client_id, retained=retained, user=user,
            password=password,
        )  # fmt: skip
    except (WrongTopic, CannotSend, CannotConnect) as problem:
        print(f"tidewatch: {problem}", file=sys.stderr)
        return 2
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: bridge.stop())
    try:
        done = bridge.run()
    except CannotConnect as problem:
        print(f"tidewatch: {problem}", file=sys.stderr)
        return 1
    finally:
        sender.close()
    print(f"tidewatch: {done.messages} messages, {done.points} points, {done.rejected} rejected", file=sys.stderr)
    return 0
