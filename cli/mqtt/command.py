"""`tidewatch mqtt`: a bridge that runs until it is told to stop."""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated

import typer


def mqtt(
    topic: Annotated[list[str], typer.Option(help="Such as fleet/{device}/{metric}. May be given again.")],
    broker: Annotated[
        str, typer.Option(envvar="TIDEWATCH_MQTT_BROKER", help="mqtt://host:1883 or mqtts://host:8883.")
    ] = "mqtt://127.0.0.1:1883",
    user: Annotated[str | None, typer.Option(envvar="TIDEWATCH_MQTT_USER", help="At the broker.")] = None,
    password: Annotated[
        str | None, typer.Option(envvar="TIDEWATCH_MQTT_PASSWORD", help="At the broker; better in the environment.")
    ] = None,
    url: Annotated[str, typer.Option(envvar="TIDEWATCH_URL", help="A running Tidewatch.")] = "http://127.0.0.1:8000",
    key: Annotated[str, typer.Option(envvar="TIDEWATCH_KEY", help="An API key that may ingest.")] = "",
    metric: Annotated[str | None, typer.Option(help="The metric, or what comes before its name.")] = None,
    time_field: Annotated[str | None, typer.Option(help="The field of the time, in JSON.")] = None,
    unit: Annotated[str | None, typer.Option(help="Such as %, ms, °C: of all points.")] = None,
    client_id: Annotated[str, typer.Option(help="Of the session at the broker: one a bridge.")] = "tidewatch",
    retained: Annotated[bool, typer.Option("--retained", help="Take retained messages too: old ones, kept.")] = False,
) -> None:
    """Take in what devices publish over MQTT, until Ctrl-C. QoS 1 is acknowledged when Tidewatch has it."""
    from cli.backfill.sender import CannotSend, Sender
    from cli.mqtt.bridge import Bridge, CannotConnect
    from cli.mqtt.payloads import Reader
    from cli.mqtt.topics import Template, WrongTopic
    from db.log import setup

    setup(os.environ.get("TIDEWATCH_LOG", "INFO"))
    try:
        templates = [Template(text) for text in topic]
        sender = Sender(url, key)
        bridge = Bridge(
            broker, templates, Reader(metric, time_field, unit), sender, client_id=client_id, retained=retained,
            user=user, password=password,
        )  # fmt: skip
    except (WrongTopic, CannotSend, CannotConnect) as problem:
        print(f"tidewatch: {problem}", file=sys.stderr)
        raise typer.Exit(2) from problem
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: bridge.stop())
    try:
        done = bridge.run()
    except CannotConnect as problem:
        print(f"tidewatch: {problem}", file=sys.stderr)
        raise typer.Exit(1) from problem
    finally:
        sender.close()
    print(f"tidewatch: {done.messages} messages, {done.points} points, {done.rejected} rejected", file=sys.stderr)
