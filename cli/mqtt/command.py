"""`tidewatch mqtt`: a bridge that runs until it is told to stop."""

from __future__ import annotations

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
    from cli.mqtt.running import run

    where = (broker, user or None, password or None)
    raise typer.Exit(run(topic, where, (url, key), (metric, time_field, unit), client_id, retained=retained))
