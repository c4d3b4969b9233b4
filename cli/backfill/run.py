"""One file from its first row to its last: read, cut, sent, noted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cli.backfill.chunk import Piece, Reasons, cut
from cli.backfill.ledger import Ledger
from cli.backfill.mapping import Mapping
from cli.backfill.sender import Sender
from cli.backfill.source import Source
from db.records import from_us

SHOWN = 5
"""Points that a dry run shows."""


@dataclass(slots=True)
class Report:
    """What a file holds, and what became of it."""

    file: str
    mapping: Mapping
    rows: int = 0
    points: int = 0
    empty: int = 0
    accepted: int = 0
    duplicate: int = 0
    late: int = 0
    rejected: Reasons = field(default_factory=Reasons)
    low: int | None = None
    high: int | None = None
    series: set[str] = field(default_factory=set)
    sample: list[dict[str, Any]] = field(default_factory=list)
    resumed_at: int = 0
    done_before: bool = False

    def add(self, piece: Piece, rows: int) -> None:
        """Count a piece."""
        self.rows += rows
        self.points += len(piece.rows)
        self.empty += piece.empty
        self.rejected.counts += piece.rejected.counts
        self.rejected.first = piece.rejected.first | self.rejected.first
        self.low = min((t for t in (self.low, piece.low) if t is not None), default=None)
        self.high = max((t for t in (self.high, piece.high) if t is not None), default=None)
        for item in piece.series:
            self.series.add(f"{item['metric']} {sorted(item['labels'].items())}")
            for t, v in zip(item["t"][:SHOWN].tolist(), item["v"][:SHOWN].tolist(), strict=True):
                if len(self.sample) < SHOWN:
                    point = {"metric": item["metric"], "labels": item["labels"], "t": from_us(t), "v": v}
                    self.sample.append(point)

    def as_json(self) -> dict[str, Any]:
        """For people and programs."""
        return {
            "file": self.file,
            "rows": self.rows,
            "points": self.points,
            "series": len(self.series),
            "empty": self.empty,
            "accepted": self.accepted,
            "duplicate": self.duplicate,
            "late": self.late,
            "rejected": sum(self.rejected.counts.values()),
            "reasons": self.rejected.as_json(),
            "from": None if self.low is None else from_us(self.low),
            "to": None if self.high is None else from_us(self.high),
            "resumed_at": self.resumed_at,
            "done_before": self.done_before,
        }


def rows_of(batch: int, mapping: Mapping) -> int:
    """Rows of a chunk whose points fill a batch."""
    return max(1, batch // len(mapping.values))


def look(source: Source, mapping: Mapping, batch: int, told: Callable[[float], None]) -> Report:
    """Read a file and send nothing."""
    report = Report(str(source.path), mapping)
    for chunk in source.chunks(mapping.columns, rows_of(batch, mapping)):
        report.add(cut(chunk, mapping, time.time_ns() // 1000), len(chunk.table))
        told(chunk.share)
    _unreadable(source, report)
    return report


def send(
    source: Source, mapping: Mapping, batch: int, ledger: Ledger, sender: Sender, told: Callable[[float], None]
) -> Report:
    """Send a file from where it was left. Raises `CannotSend`; what is acknowledged by then is noted."""
    report = Report(str(source.path), mapping, resumed_at=ledger.progress.rows, done_before=ledger.progress.done)
    if ledger.progress.done:
        return report
    for chunk in source.chunks(mapping.columns, rows_of(batch, mapping)):
        rows = len(chunk.table)
        if chunk.start >= ledger.progress.rows:
            piece = cut(chunk, mapping, time.time_ns() // 1000)
            if piece.rows:
                _count(report, piece, sender.send(piece.body(), ledger.key(chunk.start)))
            report.add(piece, rows)
            _note(ledger, report, chunk.start + rows)
        told(chunk.share)
    _unreadable(source, report)
    ledger.progress.done = True
    ledger.save()
    return report


def _count(report: Report, piece: Piece, answer: dict[str, Any]) -> None:
    report.accepted += answer["accepted"]
    report.duplicate += answer["duplicate"]
    report.late += answer["late"]
    for row in answer["rejected"]:
        report.rejected.add(row["reason"], piece.rows[row["index"]])


def _note(ledger: Ledger, report: Report, rows: int) -> None:
    ledger.progress.rows = rows
    ledger.progress.accepted, ledger.progress.duplicate = report.accepted, report.duplicate
    ledger.progress.late, ledger.progress.rejected = report.late, sum(report.rejected.counts.values())
    ledger.save()


def _unreadable(source: Source, report: Report) -> None:
    for reason, count in source.unreadable.items():
        report.rejected.counts[reason] += count
