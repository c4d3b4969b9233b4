"""What `tidewatch ingest` does: each file is opened, mapped, sent or only looked at, and told of."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from cli.backfill.ledger import open_ledger
from cli.backfill.mapping import Mapping, Wish, WrongUse, decide
from cli.backfill.run import Report, look, send
from cli.backfill.sender import CannotSend, Sender
from cli.backfill.source import CannotRead, Format, Source, open_source
from cli.show import show, table
from db.settings import settings

Told = Callable[[str, float], None]
"""(file, share of it that is done)"""


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with the files."""

    url: str
    key: str
    batch: int
    as_format: Format | None
    resume: bool
    dry_run: bool
    as_json: bool
    live: bool = False


def run(files: list[Path], wish: Wish, order: Order) -> int:
    """Exit code: 0 done, 1 failed or nothing usable, 2 wrong use."""
    try:
        jobs = [(source, decide(source, wish)) for source in (open_source(path, order.as_format) for path in files)]
        sender = None if order.dry_run else _sender(order)
    except (WrongUse, CannotRead) as error:
        print(f"tidewatch: {error}", file=sys.stderr)
        return 2
    reports: list[Report] = []
    failed = None
    with closing(sender) if sender else nullcontext(), _bar() as told:
        try:
            for source, mapping in jobs:
                reports.append(_one(source, mapping, order, sender, told))
        except (CannotSend, CannotRead) as error:
            failed = str(error)
    _print(reports, failed, order)
    useless = any(r.rows and not (r.points if order.dry_run else r.accepted + r.duplicate) for r in reports)
    return 1 if failed or useless else 0


def _sender(order: Order) -> Sender:
    if not order.key:
        raise WrongUse("Give an API key: --key, or TIDEWATCH_KEY. `tidewatch key create` makes one.")
    return Sender(order.url, order.key, history="false" if order.live else "true")


def _one(source: Source, mapping: Mapping, order: Order, sender: Sender | None, told: Told) -> Report:
    def tell(share: float) -> None:
        told(source.path.name, share)

    if sender is None:
        return look(source, mapping, order.batch, tell)
    place = f"{order.url} live" if order.live else order.url  # a job of its own: its points mean something else
    ledger = open_ledger(settings().data, source, mapping, order.batch, place, resume=order.resume)
    return send(source, mapping, order.batch, ledger, sender, tell)


def pair(text: str) -> tuple[str, str]:
    """`name=value`. Raises `WrongUse`."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise WrongUse(f"--label {text!r} is not name=value.")
    return name, value


@contextmanager
def _bar() -> Iterator[Told]:
    """A progress bar on stderr, when a person looks at it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    tasks: dict[str, Any] = {}
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:

        def told(name: str, share: float) -> None:
            task = tasks.get(name)
            if task is None:
                task = tasks[name] = progress.add_task(name, total=1.0)
            progress.update(task, completed=share)

        yield told


def _print(reports: list[Report], failed: str | None, order: Order) -> None:
    results = [report.as_json() for report in reports]
    if order.dry_run:
        for result, report in zip(results, reports, strict=True):
            for unsent in ("accepted", "duplicate", "late", "resumed_at", "done_before"):
                del result[unsent]
            result |= {"mapping": report.mapping, "sample": report.sample}
    whole = {"dry_run": order.dry_run, "files": results, "error": failed}
    show(whole, order.as_json, "\n".join(_lines(result) for result in results))
    if failed:
        print(f"tidewatch: {failed}", file=sys.stderr)


def _lines(result: dict[str, Any]) -> str:
    """A file's result for people."""
    head = f"{result['file']}: {result['rows']:,} rows, {result['points']:,} points of {result['series']:,} series"
    if result["from"]:
        head += f", {result['from']:%Y-%m-%d %H:%M:%S} to {result['to']:%Y-%m-%d %H:%M:%S} UTC"
    lines = [head]
    if mapping := result.get("mapping"):
        pairs = ", ".join(f"{c} -> {m}" for c, m in zip(mapping.values, mapping.metrics, strict=True))
        pairs = f"{mapping.values[0]} -> named by {mapping.metric_column}" if mapping.metric_column else pairs
        lines.append(f"  time: {mapping.time} ({mapping.zone} where no zone is given); values: {pairs}")
        lines.append(
            f"  labels: {mapping.labels or 'none'}; from columns: {', '.join(mapping.label_columns) or 'none'}"
        )
        rows = [(p["t"].isoformat(), p["metric"], p["labels"] or "", p["v"]) for p in result["sample"]]
        lines += ["  " + line for line in table(("time", "metric", "labels", "value"), rows).splitlines()]
    elif result["done_before"]:
        lines = [f"{result['file']}: was sent before; --no-resume sends it again"]
    else:
        counts = ("accepted", "duplicate", "late", "rejected", "empty")
        lines.append("  " + ", ".join(f"{name} {result[name]:,}" for name in counts))
        lines += [f"  resumed at row {result['resumed_at'] + 1:,}"] if result["resumed_at"] else []
    for reason, found in result["reasons"].items():
        at = f", first in row {found['first_row']:,}" if found["first_row"] else ""
        lines.append(f"  rejected {found['count']:,}: {reason}{at}")
    return "\n".join(lines)
