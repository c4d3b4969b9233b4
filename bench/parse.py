"""How fast bodies are read, one road at a time: points a second on one core, best of some runs, no database.

python -m bench.parse
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import orjson

from api.ingest import columns, document, influx
from api.ingest.book import Book
from api.ingest.influx_careful import careful
from api.ingest.influx_grammar import Reading

POINTS = 10_000
RUNS = 15
NOW_US = time.time_ns() // 1000
START_MS = NOW_US // 1000 - 10_000_000


def best(run: Callable[[], object]) -> float:
    """Seconds of the fastest run."""
    run()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def column_body(series: int) -> bytes:
    """10,000 points in columns of `series` series."""
    steps = POINTS // series
    values = np.random.default_rng(1).normal(50, 5, (series, steps)).round(3)
    t = (START_MS + 1000 * np.arange(steps)).tolist()
    items = [
        {"metric": "cpu.load", "labels": {"host": f"h{i}", "region": "eu"}, "t": t, "v": values[i].tolist()}
        for i in range(series)
    ]
    return orjson.dumps({"series": items})


def row_body() -> bytes:
    """10,000 points in rows of 100 series."""
    rows = [
        {"metric": "cpu.load", "labels": {"host": f"h{i % 100}"}, "t": START_MS + i, "v": i * 0.25}
        for i in range(POINTS)
    ]
    return orjson.dumps({"points": rows})


def line_body(series: int, fields: str = "load={v}") -> bytes:
    """10,000 lines, interleaved over `series` series."""
    values = np.random.default_rng(1).normal(50, 5, POINTS).round(3).tolist()
    return "".join(
        f"cpu,host=h{i % series},region=eu {fields.format(v=v)} {(START_MS + i) * 1_000_000}\n"
        for i, v in enumerate(values)
    ).encode()


def main() -> None:
    """Print one line a road."""
    book = Book()
    reading = Reading(1, book, "ns", NOW_US, 1_000_000)

    def show(name: str, body: bytes, run: Callable[[], object], points: int = POINTS) -> None:
        seconds = best(run)
        print(f"{name:44} {len(body) / points:6.1f} bytes/point {points / seconds / 1e6:8.2f} M points/s")

    for series in (10, 1000):
        body = column_body(series)
        show(f"JSON columns, {series} series", body, lambda b=body: columns.parse(document.load(b), 1, book, 10**6))
    body = row_body()
    show("JSON rows, 100 series", body, lambda: columns.parse(document.load(body), 1, book, 10**6))
    for series in (10, 1000, 10_000):
        lines = line_body(series)
        show(f"lines, quick, {series} series", lines, lambda b=lines: influx.parse(b, reading))
    lines = line_body(100, "a={v},b={v},c={v},d=7i")
    show("lines, quick, 100 series x 4 fields (one i)", lines, lambda: influx.parse(lines, reading), 4 * POINTS)
    lines = line_body(100)
    numbered = list(enumerate(lines.split(b"\n")))
    show("lines, careful, 100 series", lines, lambda: careful(numbered, reading))


if __name__ == "__main__":
    main()
