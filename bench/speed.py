"""How fast points are judged, on one core: the shipped default beside river and pysad, and what its state costs.

python -m bench.speed [--short] [--profile]

All series are warm when the clock starts. Times are of the CPU, of all threads together, and the best of some runs: a
second is one of one core, and a busy machine disturbs least.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Callable

import numpy as np

from bench.rivals import RIVALS, Rival
from bench.table import mega, ratio, show
from ml.types import Floats, Longs
from ml.watch import Watch

STEP_US = 60_000_000
START_US = 1_700_000_000_000_000
WARM = 400  # points of each series before the clock starts
SERIES = 10_000
LIMITS = {"series at once": 5e6, "one series": 2e5, "bytes": 2048}


def main() -> None:
    """Print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="fewer runs, and the slowest rivals left out")
    parser.add_argument("--profile", action="store_true", help="only where the time goes, 10 points a series")
    options = parser.parse_args()
    runs = 5 if options.short else 20
    watch, at = warmed(SERIES)
    if options.profile:
        profile(watch, at, runs)
        return
    rates = {
        f"{SERIES:,} series, a point each": rate(watch, at, SERIES, 1, runs),
        f"{SERIES:,} series, 10 points each": rate(watch, at + 1000, SERIES, 10, runs),
        "1,000 series, 10 points each": rate(watch, at + 3000, 1000, 10, runs),
        "one series, 100,000 points": rate(Watch(), 0, 1, 100_000, runs),
    }
    rivals = [(r, theirs(r, options.short)) for r in RIVALS if r.installed and not (options.short and r.slow)]
    head = ("points/s, one core", "tidewatch, M", *(rival.name for rival, _ in rivals))
    show("Speed", head, [(n, mega(our), *(ratio(our, their) for _, their in rivals)) for n, our in rates.items()])
    print("  of rivals: how many times faster tidewatch is. They keep a model a series, so many series change nothing:")
    for rival, their in rivals:
        print(f"    {rival.name:24} {their:12,.0f} points/s")
    if missing := {rival.package for rival in RIVALS if not rival.installed}:
        print(f"SKIPPED: {', '.join(sorted(missing))} is not installed: pip install 'tidewatch[bench]'")
    show("State", ("", "", "limit"), state(watch, runs))


def block(series: int, at: int, points: int, seed: int = 1) -> tuple[np.ndarray, Longs, Floats]:
    """The points number `at` to `at + points` of each series, sorted by (row, t): a daily season and noise."""
    rows = np.repeat(np.arange(series, dtype=np.int32), points)
    steps = np.arange(at, at + points)
    t = np.tile(START_US + STEP_US * steps, series)
    season = np.tile(3 * np.sin(2 * np.pi * steps / 1440), series)
    return rows, t, 50 + season + np.random.default_rng(seed + at).normal(0, 1, series * points)


def warmed(series: int) -> tuple[Watch, int]:
    """A watch that knows `series` series, and the number of their next point."""
    watch = Watch()
    for at in range(0, WARM, 50):
        watch.run(*block(series, at, 50))
    return watch, WARM


def rate(watch: Watch, at: int, series: int, points: int, runs: int) -> float:
    """Points a second when `points` of each of `series` come at once, again and again."""
    best = float("inf")
    for i in range(runs + 1):  # the first one is not counted: it compiles
        batch = block(series, at + i * points, points)
        start = time.process_time()
        watch.run(*batch)
        best = min(best, time.process_time() - start) if i else best
    return series * points / best


def profile(watch: Watch, at: int, runs: int) -> None:
    """Print which functions the time goes to; kernels are told as functions."""
    batches = [block(SERIES, at + 10 * i, 10) for i in range(runs + 1)]
    watch.run(*batches[0])
    with cProfile.Profile(time.process_time) as measured:
        for batch in batches[1:]:
            watch.run(*batch)
    pstats.Stats(measured).sort_stats("tottime").print_stats(25)


def theirs(rival: Rival, short: bool) -> float:
    """A rival's points a second, for one series."""
    n = 2_000 if short or rival.slow else 20_000
    x = np.random.default_rng(1).normal(50, 1, n)
    rival.score(x[:200])
    start = time.process_time()
    rival.score(x)
    return n / (time.process_time() - start)


def state(watch: Watch, runs: int) -> list[tuple[str, str, str]]:
    """What the state of all series costs in memory, and to save and restore."""
    blocks = range(-(-SERIES // Watch.BLOCK))
    saved: list[bytes] = []

    def dump() -> None:
        saved[:] = [watch.dump(number) for number in blocks]

    def load() -> None:
        fresh = Watch()
        for number, one in zip(blocks, saved, strict=True):
            fresh.load(number, one)

    out, back = _best(dump, runs), _best(load, runs)
    size = sum(map(len, saved)) / (len(blocks) * Watch.BLOCK)
    return [
        ("hot state, bytes a series", f"{watch.row_bytes:,}", f"{LIMITS['bytes']:,}"),
        ("saved, bytes a series", f"{size:,.0f}", ""),
        (f"save {SERIES:,} series, ms", f"{out * 1e3:.1f}", ""),
        (f"restore {SERIES:,} series, ms", f"{back * 1e3:.1f}", ""),
        ("save and restore, us a series", f"{(out + back) / SERIES * 1e6:.2f}", ""),
    ]


def _best(act: Callable[[], None], runs: int) -> float:
    times = []
    for _ in range(max(runs // 2, 3)):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
