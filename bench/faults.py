"""What is seen of faults of known size: recall and median delay, a fault x base x sampling x size.

python -m bench.faults [--replicates 40] [--short] [--only FAULT…] [--json FILE]

Each replicate is a clean series of its own that the detectors have watched for 3,000 points (with a weekly course for
three weeks at least) and then up to a day more. All faults and sizes are put into the same noise. A fault is seen when
an episode opens, or one that was open is raised, from its first point to MARGIN points after its last. A cell reads
"recall % @ median delay in points".
The first size, where it is 0 (noise: 1), is no fault at all: what chance sees.

Recall is to grow with the size. Two sizes are compared replicate by replicate: of those that only one of the two saw,
the smaller size has no more than half, by an exact one-sided sign test (McNemar 1947) at 0.1 % a line, shared by all
its pairs of sizes (Bonferroni). FALLS marks a line where it does not hold.

Missing points make no point to judge: they are the arrival model's, and have a table of their own.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.stats import binomtest

from bench import silence
from bench.signals.faults import BASES, FAULTS, Fault, Parts
from bench.signals.sampling import START_US
from bench.table import show
from ml.types import CLOSE, Flags, Floats, Longs
from ml.watch import Watch

STEPS = (10, 60, 300, 3600)
WARM_POINTS = 3000
WARM_WEEKS = 3
LEAD = 12  # points between the saved state and the fault
MARGIN = 3
LEVEL = 0.001
DAY_S = 86_400


@dataclass(frozen=True)
class Base:
    """Replicates up to shortly before the fault: the detectors' saved state, and the clean parts that follow."""

    state: bytes
    parts: Parts
    step_s: int


@dataclass(frozen=True)
class Line:
    """One fault in one base at one sampling, a number a size: recall in [0, 1], median delay (None: never seen)."""

    fault: str
    base: str
    step_s: int
    sizes: tuple[float, ...]
    recall: list[float]
    delay: list[float | None]
    falls: bool


def _cut(x: np.ndarray, begin: Longs, n: int) -> np.ndarray:
    """x[i, begin[i] : begin[i] + n] of each row."""
    return np.take_along_axis(x, begin[:, None] + np.arange(n), axis=1)


def prepare(base: str, step_s: int, replicates: int, longest: int, seed: int = 1) -> Base:
    """Let the detectors watch clean series, each up to a moment of its own within a day. At most 256 replicates."""
    rng = np.random.default_rng([seed, list(BASES).index(base), step_s])
    warm = max(WARM_POINTS, WARM_WEEKS * 7 * DAY_S // step_s if base == "weekly" else 0)
    begin = warm + rng.integers(0, DAY_S // step_s + 1, replicates)
    n = int(begin.max()) + LEAD + longest
    t = np.broadcast_to(START_US + step_s * 1_000_000 * np.arange(n, dtype=np.int64), (replicates, n))
    whole = BASES[base](rng, t)
    before = np.arange(n) < begin[:, None]
    row = np.broadcast_to(np.arange(replicates, dtype=np.int32)[:, None], t.shape)
    watch = Watch()
    watch.run(row[before], t[before], whole.value()[before])
    return Base(watch.dump(0), after(whole, begin, LEAD + longest), step_s)


def after(whole: Parts, begin: Longs, n: int) -> Parts:
    """The n points of each row from `begin` on."""
    return Parts(
        _cut(whole.t, begin, n),
        _cut(whole.signal, begin, n),
        _cut(whole.noise, begin, n),
        whole.sigma,
        lambda hours: _cut(whole.moved(hours), begin, n)[:, LEAD:],
        whole.counts,
    )


def inject(base: Base, fault: Fault, size: float) -> tuple[Longs, Floats]:
    """t and v of all replicates from the saved state to the end of the margin; the fault begins at point LEAD."""
    n = fault.lasts(size, base.step_s) + MARGIN
    parts = base.parts
    v = parts.value()[:, : LEAD + n].copy()
    begun = Parts(
        parts.t[:, LEAD : LEAD + n],
        parts.signal[:, LEAD : LEAD + n],
        parts.noise[:, LEAD : LEAD + n],
        parts.sigma,
        lambda hours: parts.moved(hours)[:, :n],
        parts.counts,
    )
    faulty = fault.make(begun, size)
    lasts = n - MARGIN if fault.points in {0, 1, 3} else n  # what is short is over before the margin, a shift stays
    v[:, LEAD : LEAD + lasts] = faulty[:, :lasts]
    return parts.t[:, : LEAD + n], v


def seen(base: Base, t: Longs, v: Floats) -> Floats:
    """float64[replicates]: points from the fault's first to the first episode opened or raised; nan: none was."""
    watch = Watch()
    watch.load(0, base.state)
    replicates, n = t.shape
    rows = np.repeat(np.arange(replicates, dtype=np.int32), n)
    _, changes = watch.run(rows, t.ravel(), v.ravel())
    delay = np.full(replicates, np.nan)
    for point in changes.point[changes.verb != CLOSE][::-1]:  # backwards, so that the first stays
        if point % n >= LEAD:
            delay[point // n] = point % n - LEAD
    return delay


def falls(found: list[Flags]) -> bool:
    """Whether recall falls between any two sizes (ascending), by more than chance: see the module."""
    pairs = list(combinations(found, 2))
    for small, large in pairs:
        lost, won = int((small & ~large).sum()), int((large & ~small).sum())
        if lost > won and binomtest(lost, lost + won, 0.5, "greater").pvalue < LEVEL / len(pairs):
            return True
    return False


def measure(name: str, base_name: str, base: Base) -> Line:
    """All sizes of one fault in one base."""
    fault = FAULTS[name]
    delays = [seen(base, *inject(base, fault, size)) for size in fault.sizes]
    found = [~np.isnan(delay) for delay in delays]
    middle = [float(np.median(d[f])) if f.any() else None for d, f in zip(delays, found, strict=True)]
    recall = [float(f.mean()) for f in found]
    return Line(name, base_name, base.step_s, fault.sizes, recall, middle, falls(found))


def run(names: list[str], steps: tuple[int, ...], replicates: int, seed: int = 1) -> list[Line]:
    """Every fault named, in each base that it fits and at each sampling."""
    lines = []
    for base_name in BASES:
        fitting = [name for name in names if base_name in FAULTS[name].bases]
        for step_s in steps if fitting else ():
            longest = max(FAULTS[n].lasts(FAULTS[n].sizes[-1], step_s) for n in fitting) + MARGIN
            base = prepare(base_name, step_s, replicates, longest, seed)
            lines += [measure(name, base_name, base) for name in fitting]
    return sorted(lines, key=lambda line: names.index(line.fault))


def _cell(recall: float, delay: float | None) -> str:
    return f"{100 * recall:.0f}" + ("" if delay is None else f" @{delay:.0f}")


def report(lines: list[Line]) -> None:
    """A table a fault."""
    for name in dict.fromkeys(line.fault for line in lines):
        fault = FAULTS[name]
        mine = [line for line in lines if line.fault == name]
        rows = [
            (
                f"{line.base}, {line.step_s} s",
                *(_cell(*pair) for pair in zip(line.recall, line.delay, strict=True)),
                "FALLS" if line.falls else "",
            )
            for line in mine
        ]
        lasts = {0: "as long as its size", -1: "a day"}.get(fault.points, f"{fault.points} points")
        show(f"{name} ({lasts}; size: {fault.unit})", ("base", *(f"{size:g}" for size in fault.sizes), ""), rows)
    falling = [f"{line.fault}, {line.base}, {line.step_s} s" for line in lines if line.falls]
    print(f"recall falls with the size in {len(falling)} of {len(lines)} lines" + "".join(f"\n  {f}" for f in falling))


def main() -> int:
    """Measure, print, and write down what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replicates", type=int, help="series a cell, at most 256 (40; short: 20)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="two samplings, fewer replicates")
    parser.add_argument("--only", nargs="+", choices=list(FAULTS), metavar="FAULT", help=f"of {', '.join(FAULTS)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers here, too")
    options = parser.parse_args()
    replicates = min(options.replicates or (20 if options.short else 40), Watch.BLOCK)
    began = time.monotonic()
    lines = run(options.only or list(FAULTS), (60, 3600) if options.short else STEPS, replicates, options.seed)
    report(lines)
    if not options.only:
        silence.report_missing(replicates, options.seed)
    print(f"{replicates} replicates a cell, {time.monotonic() - began:.0f} s")
    if options.json:
        options.json.write_text(json.dumps([asdict(line) for line in lines], indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
