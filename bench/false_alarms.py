"""Is the promise kept? Clean series of each kind, and how often they alarm, against how often a threshold says.

python -m bench.false_alarms [--series 120] [--weeks 8] [--short] [--only NAME…] [--json FILE]

A threshold of 1 / (1 + r) promises at most about r alarms a series-week. A row a kind: series, weeks watched, alarms
(episodes that opened), alarms a series-week with the 95 % interval of a Poisson law, the ratio to the promise, the
rate of the first week alone, the most alarms that one series had, and which detector carried them. `series` is for
kinds of 5 minutes; where points come quicker there are fewer series (at 10 s an eighth), where slower up to 4 times as
many.

Verdict against 1.5 times the promise: "kept" when the interval ends below, "broken" when it begins above, else
"unclear". A constant series may never alarm. The second table says the ratios for other thresholds, the third how often
silences of clean series would alarm, by the model of arrivals.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from scipy.stats import chi2

from bench import silence
from bench.signals.catalogue import CASES
from bench.signals.sampling import Points, Sampling, clean, weeks_of
from bench.table import show
from ml.episodes import HOLDS, OPENS, QUIET
from ml.types import OPEN, WEEK_US, Verdicts
from ml.watch import Watch

PROMISED = 1.0 / OPENS - 1.0
OTHERS = (0.03, 0.1, 0.3, 1.0, 3.0)
ALLOWED = 1.5
AT_ONCE = 1_000_000


@dataclass
class Tally:
    """What was seen of one case. `others`: alarms at the thresholds of OTHERS. `carried`: alarms by detector."""

    case: str
    series: int = 0
    weeks: float = 0.0
    alarms: int = 0
    first_week: int = 0
    worst: int = 0
    others: list[int] = field(default_factory=lambda: [0] * len(OTHERS))
    carried: dict[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Alarms a series-week."""
        return self.alarms / self.weeks

    @property
    def interval(self) -> tuple[float, float]:
        """Of the rate, by Garwood's exact Poisson limits."""
        lo, hi = poisson_interval(self.alarms)
        return lo / self.weeks, hi / self.weeks

    @property
    def verdict(self) -> str:
        """Against 1.5 times the promise; a constant series against none at all."""
        if self.case.startswith("constant"):
            return "broken" if self.alarms else "kept"
        lo, hi = self.interval
        return "kept" if hi <= ALLOWED * PROMISED else "broken" if lo > ALLOWED * PROMISED else "unclear"


def poisson_interval(count: int) -> tuple[float, float]:
    """95 % limits of the mean of a Poisson law that gave `count` (Garwood 1936)."""
    return (float(chi2.ppf(0.025, 2 * count) / 2) if count else 0.0, float(chi2.ppf(0.975, 2 * count + 2) / 2))


def openings(points: Points, verdicts: Verdicts, threshold: float, step_us: float) -> int:
    """How many episodes a threshold would have opened, by the rule of ml.episodes."""
    held = verdicts.rarity >= min(HOLDS, threshold)
    holds = np.flatnonzero(held)
    if not len(holds):
        return 0
    dt = np.diff(points.t, prepend=points.t[:1]) / step_us
    missing = np.maximum(np.minimum((dt + 0.5).astype(np.int64), QUIET + 1) - 1, 0)
    silent = np.cumsum(missing + ~held)
    apart = (np.diff(silent[holds]) >= QUIET) | (np.diff(points.row[holds]) != 0)
    begins = np.concatenate([[0], np.flatnonzero(apart) + 1])
    return int((np.maximum.reduceat(verdicts.score[holds], begins) >= threshold).sum())


def watch(points: Points, series: int, sampling: Sampling, tally: Tally) -> None:
    """Run clean points through the detectors and count into the tally."""
    verdicts, changes = Watch().run(points.row, points.t, points.v)
    opened = changes[changes.verb == OPEN]
    begun = points.t[np.searchsorted(points.row, np.arange(series))]
    tally.series += series
    tally.weeks += weeks_of(points, series)
    tally.alarms += len(opened)
    tally.first_week += int((opened.opened_at - begun[opened.row] < WEEK_US).sum())
    tally.worst = max(tally.worst, int(np.bincount(opened.row, minlength=1).max()))
    for i, r in enumerate(OTHERS):
        tally.others[i] += openings(points, verdicts, 1.0 / (1.0 + r), sampling.step_s * 1e6)
    for i, count in enumerate(np.bincount(opened.detector)):
        if count:
            tally.carried[Watch.carriers[i]] = tally.carried.get(Watch.carriers[i], 0) + int(count)


def measure(case: str, series: int, weeks: float, seed: int = 1) -> Tally:
    """One case. `series` is meant for points every 5 minutes; other samplings get about as many points."""
    kind, sampling = CASES[case]
    wanted = int(series * min(max(sampling.step_s / 300, 1 / 8), 4)) or 1
    tally, number = Tally(case), 0
    while tally.series < wanted:
        some = min(max(AT_ONCE // sampling.points(weeks), 1), wanted - tally.series)
        case_number = sum(case.encode())  # the same series whichever other cases run
        watch(clean(kind, sampling, [seed, case_number, number], some, weeks), some, sampling, tally)
        number += 1
    return tally


def _rows(tallies: list[Tally]) -> Iterator[tuple[object, ...]]:
    for tally in tallies:
        lo, hi = tally.interval
        carried = sorted(tally.carried.items(), key=lambda one: -one[1])
        yield (
            tally.case, tally.series, f"{tally.weeks:.0f}", tally.alarms, f"{tally.rate:.3f}", f"{lo:.3f}-{hi:.3f}",
            f"{tally.rate / PROMISED:.2f}", tally.verdict, f"{tally.first_week / tally.series:.3f}", tally.worst,
            ", ".join(f"{name} {count}" for name, count in carried[:3]),
        )  # fmt: skip


def report(tallies: list[Tally]) -> None:
    """Print both tables."""
    head = (
        "kind",
        "series",
        "weeks",
        "alarms",
        "a week",
        "95 %",
        "ratio",
        "verdict",
        "1st week",
        "worst",
        "carried by",
    )
    show(
        f"Clean series at the alert threshold {OPENS}: {PROMISED:.3f} alarms a series-week promised",
        head,
        _rows(tallies),
    )
    ratios = [
        (t.case, *(f"{count / t.weeks / r:.2f}" for count, r in zip(t.others, OTHERS, strict=True))) for t in tallies
    ]
    show("Alarms over promise at other thresholds r", ("kind", *(f"r = {r}" for r in OTHERS)), ratios)
    silence.report_clean(OTHERS)
    for verdict in ("kept", "unclear", "broken"):
        named = [t.case for t in tallies if t.verdict == verdict]
        print(f"{verdict}: {len(named)}" + (f" ({'; '.join(named)})" if named and verdict != "kept" else ""))


def main() -> int:
    """Measure, print, and write down what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, help="series a kind (120; short: 24)")
    parser.add_argument("--weeks", type=float, default=8.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="fewer series")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="kinds whose name begins so")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers here, too")
    options = parser.parse_args()
    series = options.series or (24 if options.short else 120)
    chosen = [name for name in CASES if not options.only or name.startswith(tuple(options.only))]
    began = time.monotonic()
    tallies = [measure(name, series, options.weeks, options.seed) for name in chosen]
    report(tallies)
    print(f"{time.monotonic() - began:.0f} s")
    if options.json:
        numbers = [{**asdict(t), "rate": t.rate, "interval": t.interval, "verdict": t.verdict} for t in tallies]
        options.json.write_text(json.dumps({"promised": PROMISED, "thresholds_r": OTHERS, "cases": numbers}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
