"""What `tidewatch import` does: its domain's importer reads each file, which is sent in batches, or looked at."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from cli.backfill.sender import CannotSend, Sender
from cli.imports.model import CannotRead, Event, Problem, Wish
from cli.show import show

SHOWN = 5
"""Events that a dry run shows."""
REASONS = 20
"""Reasons of one file that are told."""
PATH = "/api/v1/events"


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with the files."""

    url: str
    key: str
    batch: int
    dry_run: bool
    as_json: bool


@dataclass(slots=True)
class Report:
    """What a file holds, and what became of it."""

    file: str
    events: int = 0
    accepted: int = 0
    duplicate: int = 0
    late: int = 0
    rejected: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    low: str | None = None
    high: str | None = None
    types: Counter[str] = field(default_factory=Counter)
    sample: list[Event] = field(default_factory=list)
    error: str | None = None

    def refuse(self, where: str, reason: str) -> None:
        """Count something that was not taken."""
        self.rejected += 1
        self.reasons[reason] += 1
        self.first.setdefault(reason, where)

    def add(self, event: Event) -> None:
        """Count an event."""
        self.events += 1
        self.types[str(event.get("event_type"))] += 1
        at = str(event.get("timestamp"))
        self.low, self.high = min(self.low or at, at), max(self.high or at, at)
        if len(self.sample) < SHOWN:
            self.sample.append(event)

    def as_json(self, dry_run: bool) -> dict[str, Any]:
        """For people and programs."""
        told = {"file": self.file, "events": self.events, "types": dict(self.types), "from": self.low, "to": self.high}
        if dry_run:
            told["sample"] = self.sample
        else:
            told |= {"accepted": self.accepted, "duplicate": self.duplicate, "late": self.late}
        reasons = [
            {"reason": reason, "count": n, "first": self.first[reason]}
            for reason, n in self.reasons.most_common(REASONS)
        ]
        return told | {"rejected": self.rejected, "reasons": reasons, "error": self.error}


def run(module: ModuleType, files: list[Path], wish: Wish, order: Order) -> int:
    """Exit code: 0 done, 1 failed or nothing usable, 2 wrong use."""
    if unknown := sorted(set(wish.options) - set(module.OPTIONS)):
        known = ", ".join(sorted(module.OPTIONS)) or "none"
        print(f"tidewatch: --set knows {known}, not {', '.join(unknown)}", file=sys.stderr)
        return 2
    if not order.key and not order.dry_run:
        print("tidewatch: Give an API key: --key, or TIDEWATCH_KEY. `tidewatch key create` makes one.", file=sys.stderr)
        return 2
    if hasattr(module, "run"):
        return int(module.run(files, wish, order))
    try:
        sender = None if order.dry_run else Sender(order.url, order.key, history="true", path=PATH)
    except CannotSend as error:
        print(f"tidewatch: {error}", file=sys.stderr)
        return 2
    return told(*_all(module, files, wish, order, sender), order)


def told(reports: list[Report], failed: str | None, order: Order) -> int:
    """Say what became of the files. Returns the exit code."""
    results = [report.as_json(order.dry_run) for report in reports]
    whole = {"dry_run": order.dry_run, "files": results, "error": failed}
    show(whole, order.as_json, "\n".join(line for result in results for line in _lines(result)))
    for text in [*(f"{report.file}: {report.error}" for report in reports if report.error), failed]:
        if text:
            print(f"tidewatch: {text}", file=sys.stderr)
    useful = all(report.events if order.dry_run else report.accepted + report.duplicate for report in reports)
    return 1 if failed or any(report.error for report in reports) or not useful else 0


def _all(
    module: ModuleType, files: list[Path], wish: Wish, order: Order, sender: Sender | None
) -> tuple[list[Report], str | None]:
    reports: list[Report] = []
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,} events"))
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        try:
            for file in files:
                reports.append(Report(file.name))
                task = progress.add_task(file.name, total=None)
                for count in _file(module, file, wish, order, sender, reports[-1]):
                    progress.update(task, completed=count)
        except CannotSend as error:
            return reports, f"{error} Import the files again: what is there already counts once."
        finally:
            if sender is not None:
                sender.close()
    return reports, None


def _file(
    module: ModuleType, file: Path, wish: Wish, order: Order, sender: Sender | None, report: Report
) -> Iterator[int]:
    """How many events are through, after each batch."""
    events = _events(module, file, wish, report)
    while batch := list(islice(events, order.batch)):
        if sender is not None:
            _send(sender, batch, report)
        yield report.events


def _events(module: ModuleType, file: Path, wish: Wish, report: Report) -> Iterator[Event]:
    try:
        for found in module.read(file, wish):
            if isinstance(found, Problem):
                report.refuse(found.where, found.reason)
            else:
                report.add(found)
                yield found
    except CannotRead as error:
        report.error = str(error)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        report.error = f"it cannot be read: {error}"


def _send(sender: Sender, batch: list[Event], report: Report) -> None:
    body = orjson.dumps({"events": batch}, default=str)
    answer = sender.send(body, "import " + blake2b(body, digest_size=16).hexdigest())
    for name in ("accepted", "duplicate", "late"):
        setattr(report, name, getattr(report, name) + answer[name])
    for row in answer["rejected"]:
        at = batch[row["index"]]
        report.refuse(f"event {at.get('event_id')} at {at.get('timestamp')}", row["reason"])


def _lines(result: dict[str, Any]) -> Iterator[str]:
    """A file's result for people."""
    span = f", {result['from']} to {result['to']}" if result["from"] else ""
    yield f"{result['file']}: {result['events']:,} events{span}"
    if "sample" in result:
        for event in result["sample"]:
            yield "  " + orjson.dumps(event, default=str).decode()
    else:
        yield "  " + ", ".join(f"{name} {result[name]:,}" for name in ("accepted", "duplicate", "late", "rejected"))
    for one in result["reasons"]:
        yield f"  rejected {one['count']:,}: {one['reason']}, first: {one['first']}"
