"""Memory mode under load: 24 simulated hours at 1,000 points a second through the real intake, pipeline and tasks.

`python -m bench.memory [--hours 24] [--series 1000] [--rate 1000]` prints how much the process grew (S3-73: under 50),
after a warm-up that loads every library, and what is held at the end. `--start` measures the start of
`tidewatch up --memory`, a page, the first answers, and how fast it takes points, beside the database mode where
TIDEWATCH_BENCH_URL and TIDEWATCH_BENCH_KEY name a running one.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import sys
import time
from pathlib import Path

import numpy as np

from bench.table import show
from cli import memory_duties
from db.memory.core import Memory
from db.memory.intake import MemoryIntake
from db.memory.settings import MemorySettings
from db.memory.shard import MemoryShardStore
from db.memory.wake import MemoryWaker
from db.records import Batch, Ids, Points, SeriesSpec
from workers.contract import LIVE_CHANNEL
from workers.settings import WorkerSettings
from workers.shard import ShardConsumer

LIMIT = 50.0
TICK = 10
"""Simulated seconds of one batch."""


class Clock:
    """Simulated time, epoch seconds."""

    def __init__(self) -> None:
        self.now = time.time() // 900 * 900

    def __call__(self) -> float:
        """The time."""
        return self.now


def rss() -> float:
    """Resident memory of this process, MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


class Load:
    """So many series that send as often as makes `rate` points a second: noise around a daily wave, two decimals."""

    def __init__(self, series: int, rate: float, config: MemorySettings) -> None:
        self.clock = Clock()
        self.memory = Memory(config, self.clock)
        self.intake = MemoryIntake(self.memory)
        specs = [SeriesSpec(f"load.{n % 50}", {"host": str(n // 50)}) for n in range(series)]
        self.ids: Ids = np.array([ref.id for ref in asyncio.run(self.intake.resolve(1, specs))], np.int32)
        self.consumer = ShardConsumer(MemoryShardStore(self.memory), 0)
        self.step_us = round(series / rate * 1e6)
        self.rng = np.random.default_rng(1)
        self.sent = self.alerts = 0
        waker = MemoryWaker(LIVE_CHANNEL)
        self.workers = WorkerSettings()
        self.duties = memory_duties.light(self.memory, waker, self.workers)

    def tick(self, seconds: float = TICK) -> None:
        """Let so much time pass, and everything that is sent in it."""
        begin = self.memory.now_us()
        self.clock.now += seconds
        t = np.arange(-(-begin // self.step_us) * self.step_us, self.memory.now_us(), self.step_us, dtype=np.int64)
        day = 50 + 20 * np.sin(t / 86.4e9 * 2 * np.pi)
        v = (np.tile(day, len(self.ids)) + self.rng.normal(0, 1, len(t) * len(self.ids))).round(2)
        points = Points(np.repeat(self.ids, len(t)), np.tile(t, len(self.ids)), v)
        key = f"key:{begin}"
        asyncio.run(self.intake.append(Batch(1, [(0, points)], key, b"", {"accepted": len(points)})))
        due = self.consumer.snapshot_due(self.workers.snapshot_seconds, self.workers.snapshot_points)
        store = self.consumer._store
        self.consumer.take(store.waiting(0, 10**7), snapshot=due)
        self.sent += len(points)

    def tend(self) -> None:
        """What runs every half minute."""
        for duty in self.duties:
            duty.work()

    def model(self) -> None:
        """Every model once, over all that is held."""
        from datetime import UTC, datetime

        from workers.tasks.models import JOBS

        for job in JOBS.values():
            memory_duties.run(self.memory, job, self.workers, datetime.fromtimestamp(self.clock.now, UTC))


def run(hours: float, series: int, rate: float, config: MemorySettings | None = None, models: bool = True) -> float:
    """Returns by how many MB the process grew in so many simulated hours."""
    warm = Load(20, 20, MemorySettings())
    for _ in range(60):
        warm.tick(60)
    warm.consumer.take([], snapshot=True)
    warm.tend()
    if models:
        warm.model()
    del warm
    gc.collect()
    before, began = rss(), time.perf_counter()
    load, rows = Load(series, rate, config or MemorySettings()), list[tuple[object, ...]]()
    ticks = round(hours * 3600 / TICK)
    peak = before
    for number in range(1, ticks + 1):
        load.tick()
        if number % 3 == 0:
            load.tend()
        if models and number % 360 == 180:
            load.model()
        if number % 90 == 0:
            peak = max(peak, rss())
        if number % max(1, ticks // 8) == 0:
            rows.append(_row(load, number * TICK / 3600, before))
    took = time.perf_counter() - began
    head = ("hours", "points", "grown MB", "raw MB", "raw since", "rollups MB", "episodes", "insights")
    show("Memory mode", head, rows)
    print(f"{load.sent:,} points in {took:.0f} s ({load.sent / took:,.0f} a second)")
    print(f"resident before {before:.0f} MB, at most {peak:.0f} MB")
    return peak - before


def _row(load: Load, hours: float, before: float) -> tuple[object, ...]:
    memory = load.memory
    reach = f"{(memory.now_us() - memory.since()) / 60e6:.0f} min ago"
    grown, raw, rollups = rss() - before, memory.rings.size / 1e6, memory.windows.size / 1e6
    counts = len(memory.tables.episodes), len(memory.tables.insights)
    return (f"{hours:.1f}", f"{load.sent:,}", f"{grown:.1f}", f"{raw:.1f}", reach, f"{rollups:.1f}", *counts)


def main() -> int:
    """0 when it stays under the limit."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--hours", type=float, default=24)
    ask.add_argument("--series", type=int, default=1000)
    ask.add_argument("--rate", type=float, default=1000)
    ask.add_argument("--start", action="store_true")
    given = ask.parse_args()
    if given.start:
        from bench.memory_start import measure

        measure()
        return 0
    grown = run(given.hours, given.series, given.rate)
    print(f"grown: {grown:.1f} MB of {LIMIT:.0f} MB")
    return 0 if grown < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
