"""What `tidewatch score` does: each file is read, scored, written and told of. One that fails spoils no other."""

from __future__ import annotations

import csv
import sys
import time
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cli import score_arrays, score_rows
from cli.backfill.mapping import WrongUse
from cli.backfill.source import CannotRead
from cli.score_judge import ALERT, Series, judge_rows, labels
from cli.score_place import Job, plan
from cli.show import show, table
from ml.offline import score_series
from ml.types import Flags


@dataclass(frozen=True, slots=True)
class Order:
    """How files are to be scored."""

    out: Path
    nab: str
    time: str | None
    value: str | None
    zone: str
    counter: bool
    as_json: bool


@dataclass(slots=True)
class Result:
    """Of one file. `alerts`: what the pipeline would have opened; `labelled`: rows at or over the threshold."""

    file: str
    out: str
    rows: int = 0
    points: int = 0
    alerts: int = 0
    labelled: int = 0
    empty: int = 0
    rejected: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    error: str | None = None
    wrong_use: bool = False


def run(files: Sequence[Path], order: Order) -> int:
    """Exit code: 0 done, 1 a file failed or holds no point, 2 wrong use."""
    start = time.perf_counter()
    try:
        jobs = plan(files, order.out, order.nab)
    except (WrongUse, CannotRead) as error:
        print(f"tidewatch: {error}", file=sys.stderr)
        return 2
    results = []
    bar = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*bar, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("", total=len(jobs))
        for job in jobs:
            progress.update(task, description=job.path.name)
            results.append(_one(job, order))
            progress.advance(task)
    _tell(results, time.perf_counter() - start, order.as_json)
    if all(result.wrong_use for result in results):
        return 2
    return int(any(result.error for result in results))


def _one(job: Job, order: Order) -> Result:
    series = partial(score_series, counter=order.counter)
    result, start = Result(str(job.path), str(job.target)), time.perf_counter()
    try:
        if job.arrays:
            _arrays(job, result, series)
        else:
            _rows(job, score_rows.columns(job.path, order.time, order.value, order.zone), result, series)
        if result.rows and not result.points:
            why = ", ".join(result.reasons) or "all values are empty"
            result.error = f"{job.path}: none of {result.rows:,} rows holds a time and a number: {why}."
    except (CannotRead, WrongUse) as error:
        result.error, result.wrong_use = str(error), isinstance(error, WrongUse)
    except (OSError, csv.Error, zlib.error) as error:
        result.error = f"{job.path}: {error}. Nothing was written for it."
    result.seconds = round(time.perf_counter() - start, 3)
    return result


def _rows(job: Job, head: score_rows.Columns, result: Result, series: Series) -> None:
    rows = score_rows.read(job.path, head)
    score, result.alerts = judge_rows(rows.t, rows.v, rows.good, series)
    label = labels(score)
    score_rows.write(job.target, rows, score, label)
    result.rows, result.points = len(rows.t), int(rows.good.sum())
    result.labelled, result.empty = int(label.sum()), rows.empty
    result.rejected, result.reasons = rows.rejected.total(), dict(rows.rejected)


def _arrays(job: Job, result: Result, series: Series) -> None:
    arrays = score_arrays.read(job.path)
    good = np.isfinite(arrays.x)
    if arrays.x.ndim == 1:
        score, result.alerts = judge_rows(arrays.t, arrays.x, good, series)
        score, good = score[arrays.judged :], good[arrays.judged :]
        label = labels(score)
        result.alerts = _runs(label) if arrays.judged else result.alerts
    else:
        score = score_arrays.group_scores(job.path, arrays)
        label = labels(score)
        good = np.any(good, axis=1)[arrays.judged :]
        result.alerts = _runs(label)
    score_arrays.write(job.target, score, label)
    result.rows, result.points, result.labelled = len(score), int(good.sum()), int(label.sum())
    result.empty = result.rows - result.points


def _runs(label: Flags) -> int:
    """How often alert rows begin."""
    return int(np.count_nonzero(np.diff(label.astype(np.int8), prepend=0) > 0))


def _tell(results: list[Result], seconds: float, as_json: bool) -> None:
    head = ("file", "rows", "alerts", "alert rows", "empty", "rejected", "s", "result")
    cells = [
        (Path(r.file).name, r.rows, r.alerts, r.labelled, r.empty, r.rejected, f"{r.seconds:.2f}", r.out)
        for r in results
        if r.points or not r.error
    ]
    total = {
        name: sum(getattr(r, name) for r in results) for name in ("rows", "alerts", "labelled", "empty", "rejected")
    }
    lines = [table(head, cells)] if cells else []
    lines += [f"  {Path(r.file).name}: rejected {r.rejected:,}: {', '.join(r.reasons)}" for r in results if r.reasons]
    count = f"{len(results):,} file{'s' * (len(results) != 1)}, {total['rows']:,} rows, {total['alerts']:,} alerts"
    lines.append(f"{count}; an alert is a score >= {ALERT:g}; {seconds:.1f} s")
    whole = {"files": [asdict(r) for r in results], **total, "threshold": ALERT, "seconds": round(seconds, 3)}
    show(whole, as_json, "\n".join(lines))
    for result in results:
        if result.error:
            print(f"tidewatch: {result.error}", file=sys.stderr)
