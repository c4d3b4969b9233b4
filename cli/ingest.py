"""`tidewatch ingest FILE…`: old data from CSV, JSON lines and Parquet into a running Tidewatch."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["csv", "jsonl", "parquet"]


def ingest(
    files: Annotated[list[Path], typer.Argument(help="CSV, JSON lines or Parquet.", exists=True, dir_okay=False)],
    url: Annotated[str, typer.Option(envvar="TIDEWATCH_URL", help="A running Tidewatch.")] = "http://127.0.0.1:8000",
    key: Annotated[str, typer.Option(envvar="TIDEWATCH_KEY", help="An API key that may ingest.")] = "",
    metric: Annotated[str | None, typer.Option(help="Name of the metric; of a wide file: its first part.")] = None,
    metric_column: Annotated[str | None, typer.Option(help="The column that names the metric of a row.")] = None,
    time_column: Annotated[str | None, typer.Option(help="Guessed from its name if not given.")] = None,
    value_column: Annotated[list[str] | None, typer.Option(help="May be given again: a wide file.")] = None,
    label: Annotated[list[str] | None, typer.Option(help="name=value, for all points. May be given again.")] = None,
    label_column: Annotated[list[str] | None, typer.Option(help="A label from each row. May be given again.")] = None,
    kind: Annotated[str | None, typer.Option(help="gauge, counter or money.")] = None,
    unit: Annotated[str | None, typer.Option(help="Such as %, ms, USD.")] = None,
    tz: Annotated[str, typer.Option(help="IANA zone of times that have none.")] = "UTC",
    as_format: Annotated[Format | None, typer.Option("--format", help="If the file's name does not say it.")] = None,
    batch: Annotated[int, typer.Option(min=1, max=100_000, help="Points of a request.")] = 10_000,
    live: Annotated[
        bool, typer.Option("--live", help="Alert as if the points came as they were measured; else they are history.")
    ] = False,
    resume: Annotated[bool, typer.Option(help="Go on where an earlier run of the same file ended.")] = True,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be sent, and send nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Send files to a running Tidewatch, as history: detectors learn from it, nobody is alerted. Sent twice, a point
    counts once."""
    from cli.backfill.command import Order, pair, run
    from cli.backfill.mapping import Wish, WrongUse

    try:
        labels = dict(pair(text) for text in label or [])
    except WrongUse as error:
        print(f"tidewatch: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    wish = Wish(metric, metric_column, time_column, value_column or (), labels, label_column or (), kind, unit, tz)
    raise typer.Exit(run(files, wish, Order(url, key, batch, as_format, resume, dry_run, as_json, live)))
