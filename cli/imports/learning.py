"""Files of learning: rosters as OneRoster CSV, and xAPI statements as JSON lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import orjson

from cli.backfill.sender import CannotSend, Sender
from cli.imports.command import Order, Report, told
from cli.imports.learning_roster import roster_of, tables
from cli.imports.model import CannotRead, Wish

HELP = "OneRoster CSV (a folder, or its zip), or xAPI statements (.jsonl, or .json with a list)."
OPTIONS = {"namespace": "a word that keeps ids of different OneRoster systems apart"}
ROSTER, STATEMENTS = "/api/v1/learning/roster", "/api/v1/learning/xapi/statements"


def run(files: list[Path], wish: Wish, order: Order) -> int:
    """Each file to where it belongs. Exit code as `cli.imports.command.run`."""
    reports: list[Report] = []
    try:
        for file in files:
            reports.append(Report(file.name))
            _one(file, wish, order, reports[-1])
    except CannotSend as error:
        return told(reports, f"{error} Import the files again: what is there already counts once.", order)
    return told(reports, None, order)


def _one(file: Path, wish: Wish, order: Order, report: Report) -> None:
    roster = file.is_dir() or file.suffix.lower() == ".zip"
    sender = None if order.dry_run else Sender(order.url, order.key, path=ROSTER if roster else STATEMENTS)
    try:
        if roster:
            _roster(file, wish, order, sender, report)
        else:
            _statements(file, order, sender, report)
    except CannotRead as error:
        report.error = str(error)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        report.error = f"it cannot be read: {error}"
    finally:
        if sender is not None:
            sender.close()


def _roster(file: Path, wish: Wish, order: Order, sender: Sender | None, report: Report) -> None:
    rows, problems = roster_of(tables(file), wish)
    for problem in problems:
        report.refuse(problem.where, problem.reason)
    for noun, some in rows.items():
        report.events += len(some)
        report.types[noun] += len(some)
        report.sample += some[:1]
        for chunk in _chunks(some, order.batch):
            if sender is not None:
                answer = sender.send(*_body({noun: chunk}))
                report.accepted += answer["taken"].get(noun, 0)
                for _ in range(answer["refused"].get(noun, 0)):
                    report.refuse(noun, "it names somebody who was erased")


def _statements(file: Path, order: Order, sender: Sender | None, report: Report) -> None:
    for chunk in _chunks(read_statements(file), order.batch):
        for statement in chunk:
            report.events += 1
            report.types["statement"] += 1
            at = statement.get("timestamp") if isinstance(statement, dict) else None
            if isinstance(at, str):
                report.low, report.high = min(report.low or at, at), max(report.high or at, at)
        report.sample = report.sample or chunk[:5]
        if sender is not None:
            _send(sender, chunk, report)


def _send(sender: Sender, chunk: list[Any], report: Report) -> None:
    answer = sender.send(*_body(chunk))
    for name in ("accepted", "duplicate", "late"):
        setattr(report, name, getattr(report, name) + answer[name])
    for row in answer["rejected"]:
        at = chunk[row["index"]]
        report.refuse(f"statement {at.get('id') if isinstance(at, dict) else '?'}", row["reason"])


def _body(content: Any) -> tuple[bytes, str]:
    body = orjson.dumps(content)
    return body, "import " + blake2b(body, digest_size=16).hexdigest()


def _chunks(items: Any, size: int) -> Iterator[list[Any]]:
    chunk: list[Any] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def read_statements(file: Path) -> Iterator[Any]:
    """Statements of JSON lines, or of one list. Raises `CannotRead` with the line."""
    with file.open("rb") as lines:
        if lines.read(1) == b"[":
            lines.seek(0)
            try:
                yield from orjson.loads(lines.read())
            except orjson.JSONDecodeError as error:
                raise CannotRead(f"it is no JSON: {error}") from error
            return
        lines.seek(0)
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield orjson.loads(line)
                except orjson.JSONDecodeError as error:
                    raise CannotRead(f"line {number} is no JSON: {error}") from error
