"""The scheduled models: what a series costs, whether 10,000 fit into a beat, and how often they are right.

python -m bench.models [--short] [--step MINUTES] [--weeks N] [--series N] [--repeat N]

No database: reading the rows comes on top. Everything is measured on one core; two cores are taken to do twice as much.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import signal

from bench.table import milli, show
from ml.batch.changepoint import change_points
from ml.batch.findings import Pattern
from ml.batch.isolation_forest import outlying
from ml.batch.stl import decompose
from ml.cohort import compare
from ml.patterns.correlations import correlations
from ml.patterns.cycles import cycles
from ml.patterns.regimes import regimes

Array = np.ndarray
MINUTE_US = 60_000_000
DAY_US = 86_400_000_000
MONDAY_US = 1_767_571_200_000_000
ALL, CORES = 10_000, 2
INSIGHTS, PATTERNS = 900.0, 1800.0
"""Seconds between two runs by beat."""


@dataclass(frozen=True)
class Made:
    """A grid, and how to fill it."""

    t: Array
    rng: np.random.Generator

    @property
    def n(self) -> int:
        return len(self.t)

    @property
    def days(self) -> Array:
        """Days since a Monday."""
        return (self.t - MONDAY_US) / DAY_US

    def memory(self, phi: float, series: int) -> Array:
        """Autoregressions of unit variance."""
        white = self.rng.normal(size=(series, self.n + 400))
        return signal.lfilter([1.0], [1.0, -phi], white, axis=1)[:, 400:] * np.sqrt(1 - phi**2)

    def season(self) -> Array:
        """A day of amplitude 3, weekends 3 lower."""
        return 3 * np.sin(2 * np.pi * self.days) - 3.0 * (np.floor(self.days) % 7 >= 5)

    def kinds(self, series: int) -> dict[str, Array]:
        """Clean series by name."""
        return {
            "white": self.memory(0.0, series),
            "AR 0.5": self.memory(0.5, series),
            "AR 0.9": self.memory(0.9, series),
            "AR 0.95 + white": self.memory(0.95, series) + self.memory(0.0, series),
            "season + AR 0.5": self.season() + self.memory(0.5, series),
            "trend + season": np.linspace(0, 15, self.n) + self.season() + self.memory(0.5, series),
            "heavy tails (t2)": self.rng.standard_t(2, (series, self.n)),
            "counts (0.5)": self.rng.poisson(0.5, (series, self.n)).astype(float),
            "noisy by day": self.memory(0.5, series) * (1 + 2 * (self.days % 1 > 0.5)),
            "random walk": np.cumsum(self.rng.normal(size=(series, self.n)), axis=1),
        }


def seconds(run: Callable[[], object]) -> float:
    """Of one call, the better of two."""
    times = []
    for _ in range(2):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def speed(made: Made, series: int) -> None:
    """A table of milliseconds a series, and of the share of a beat that all take."""
    x = np.concatenate(list(made.kinds(max(series // 10, 1)).values()))
    x[:, made.rng.random(made.n) < 0.03] = np.nan
    many = len(x)
    groups = -(-many // 100)
    runs: list[tuple[str, float, Callable[[], object]]] = [
        ("decomposition", INSIGHTS, lambda: [decompose(made.t, v) for v in x]),
        ("change points", INSIGHTS, lambda: [change_points(made.t, v) for v in x]),
        ("isolation forest", INSIGHTS, lambda: outlying(made.t, x, max(round(DAY_US / (made.t[1] - made.t[0])), 4))),
        ("cohorts of 50", INSIGHTS, lambda: [compare(made.t, x[i : i + 50]) for i in range(0, many, 50)]),
        ("cycles", PATTERNS, lambda: [cycles(made.t, v) for v in x]),
        ("regimes", PATTERNS, lambda: [regimes(made.t, v) for v in x]),
        ("correlations, groups of 100", PATTERNS, lambda: [correlations(made.t, x[i::groups]) for i in range(groups)]),
    ]  # fmt: skip
    rows: list[Sequence[object]] = []
    sums = {INSIGHTS: 0.0, PATTERNS: 0.0}
    for name, beat, run in runs:
        each = seconds(run) / many
        sums[beat] += each
        whole = each * ALL / CORES
        rows.append((name, milli(each), f"{whole:.0f}", f"{beat:.0f}", f"{whole / beat:.1%}"))
    for name, beat in (("all of the insights' run", INSIGHTS), ("all of the patterns' run", PATTERNS)):
        whole = sums[beat] * ALL / CORES
        rows.append((name, milli(sums[beat]), f"{whole:.0f}", f"{beat:.0f}", f"{whole / beat:.1%}"))
    show(
        f"Cost, {many} series of {made.n} points with gaps",
        ("model", "ms a series", f"s for {ALL:,} on {CORES} cores", "beat, s", "of the beat"),
        rows,
    )


def any_found(found: object) -> bool:
    """Whether a model found something."""
    return isinstance(found, list) and bool(found)


def false_findings(made: Made, series: int) -> None:
    """Share of clean series in which something is found."""
    rows = []
    for kind, x in made.kinds(series).items():
        seasonal = "season" in kind
        changed = np.mean([any_found(change_points(made.t, v)) for v in x])
        cyclic = np.mean([any_found(cycles(made.t, v)) for v in x])
        switching = np.mean([any_found(regimes(made.t, v)) for v in x])
        pairs = correlations(made.t, x)
        of = len(x) * (len(x) - 1) // 2
        told = f"{len(pairs)} / {of}" if isinstance(pairs, list) else "too little"
        rows.append(
            (kind, f"{changed:.1%}", "(there is one)" if seasonal else f"{cyclic:.1%}", f"{switching:.1%}", told)
        )
    show(
        f"False findings: share of {series} clean series of {made.n} points in which anything is found",
        ("kind", "change points", "cycles", "regimes", "pairs correlated"),
        rows,
    )


def changed(made: Made, x: Array, kind: str) -> str:
    """Share of series whose change, 70 % of the way, is found as this kind within three days."""
    hits = 0
    for v in x:
        found = change_points(made.t, v)
        near = found if isinstance(found, list) else []
        hits += any(c.kind == kind and abs(c.t - made.t[int(0.7 * made.n)]) <= 3 * DAY_US for c in near)
    return f"{hits / len(x):.0%}"


def cycle(made: Made, x: Array, period: float) -> str:
    """Share of series in which a cycle of this period (us) is found, within 2 %."""
    hits = 0
    for v in x:
        found = cycles(made.t, v)
        told = found if isinstance(found, list) else []
        hits += any(abs(float(p.factors["period_us"]) / period - 1) < 0.02 for p in told)
    return f"{hits / len(x):.0%}"


def recall(made: Made, repeat: int) -> None:
    """Share of injected faults and patterns that are found, by size."""
    n, at = made.n, np.arange(made.n)
    late = at >= int(0.7 * n)
    step = int(made.t[1] - made.t[0])
    switch = (np.cumsum(made.rng.random((repeat, n)) < 0.02, axis=1) % 2).astype(float)

    rows: list[Sequence[object]] = []
    sizes = (0.5, 1.0, 2.0, 3.0)
    base, slow = made.memory(0.5, repeat), made.memory(0.9, repeat)
    seasonal = made.season() + base
    slope = np.maximum(at - int(0.7 * n), 0) / (0.3 * n)
    rows += [
        ("level shift, AR 0.5", *(changed(made, base + s * late, "level") for s in sizes)),
        ("level shift, AR 0.9", *(changed(made, slow + s * late, "level") for s in sizes)),
        ("level shift under day and week", *(changed(made, seasonal + s * late, "level") for s in sizes)),
        ("bend up to size x 3", *(changed(made, base + 3 * s * slope, "slope") for s in sizes)),
        ("spread x (1 + size)", *(changed(made, base * (1 + s * late), "variance") for s in sizes)),
        ("sine of a day, AR 0.9", *(cycle(made, slow + s * np.sin(2 * np.pi * made.days), DAY_US) for s in sizes)),
        (
            "sine of 13.7 steps, AR 0.5",
            *(cycle(made, base + s * np.sin(2 * np.pi * at / 13.7), 13.7 * step) for s in sizes),
        ),
        (
            "two levels, size x 2 apart",
            *(f"{np.mean([any_found(regimes(made.t, v)) for v in base + 2 * s * switch]):.0%}" for s in sizes),
        ),
    ]
    show("Recall by size in standard deviations of the noise", ("what", *sizes), rows)


def discovery(made: Made, repeat: int) -> None:
    """Of told pairs, how many are false; of true ones, how many are told; and the lag."""
    rows = []
    for phi in (0.5, 0.9):
        for share in (0.2, 0.4, 0.7):
            false = told = seen = lagged = 0
            for _ in range(repeat):
                x = made.memory(phi, 30)
                for k in range(8):
                    x[8 + k] = share * np.roll(x[k], k % 4) + np.sqrt(1 - share**2) * x[8 + k]
                found = correlations(made.t, x)
                pairs: list[Pattern] = found if isinstance(found, list) else []
                right = [p for p in pairs if sorted(p.series)[1] - sorted(p.series)[0] == 8 and max(p.series) < 16]
                told, false, seen = told + len(pairs), false + len(pairs) - len(right), seen + len(right)
                lagged += sum(p.factors["lag_us"] == min(p.series) % 4 * (made.t[1] - made.t[0]) for p in right)
            rows.append((f"AR {phi}, r = {share}", f"{false / max(told, 1):.1%}", f"{seen / (8 * repeat):.0%}",
                         f"{lagged / max(seen, 1):.0%}"))  # fmt: skip
    show("Correlations: 8 true pairs among 435", ("group", "false among told", "true ones told", "lag right"), rows)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="fewer series and repeats")
    parser.add_argument("--step", type=int, default=60, help="minutes between points")
    parser.add_argument("--weeks", type=int, default=8)
    parser.add_argument("--series", type=int, help="series of the cost table (200; short: 50)")
    parser.add_argument("--repeat", type=int, help="series a cell of the other tables (200; short: 20)")
    options = parser.parse_args()
    t = MONDAY_US + options.step * MINUTE_US * np.arange(options.weeks * 7 * 1440 // options.step, dtype=np.int64)
    made = Made(t, np.random.default_rng(20))
    repeat = options.repeat or (20 if options.short else 200)
    speed(made, options.series or (50 if options.short else 200))
    false_findings(made, repeat)
    recall(made, max(repeat // 2, 10))
    discovery(made, max(repeat // 10, 3))


if __name__ == "__main__":
    main()
