"""Missing points, judged by the model of arrivals: how soon a silence is news, and how often a clean one would be."""

from __future__ import annotations

import numpy as np

from bench.signals.faults import LENGTHS
from bench.signals.kinds import white
from bench.signals.sampling import Points, Sampling, clean, weeks_of
from bench.table import show
from ml.arrival import Arrival, Known
from ml.episodes import OPENS
from ml.stream.clock import Clock
from ml.types import Floats
from ml.watch import Watch

SAMPLINGS = {
    "10 s": Sampling(step_s=10),
    "60 s": Sampling(step_s=60),
    "300 s": Sampling(),
    "1 h": Sampling(step_s=3600),
    "300 s, irregular": Sampling(irregular=True),
    "300 s, 5 % lost": Sampling(lost=0.05),
    "300 s, nights off": Sampling(nights_off=True),
}
WEEKS = 3.5  # up to Thursday noon, when all are awake
CLEAN_SERIES = 24


def delays(sampling: Sampling, replicates: int, seed: int = 1) -> Floats:
    """float64[replicates]: points missed before the silence alarms, 0: the first does; nan: later than the longest."""
    weeks = max(WEEKS, 3000 * sampling.step_s / 604_800)
    points = clean(white, sampling, [seed, 7], replicates, weeks)
    watch = Watch()
    watch.run(points.row, points.t, points.v)
    rows = np.arange(replicates)
    newest, step, count = watch.newest[:replicates], watch.step[:replicates], watch.count[:replicates]
    known = Known.of(watch.arrival(rows))
    delay = np.full(replicates, np.nan)
    for missed in range(int(max(LENGTHS)), 0, -1):  # backwards, so that the first stays
        score, _ = known.silence(newest, step.astype(np.float64), count, newest + missed * step)
        delay[score >= OPENS] = missed - 1
    return delay


def report_missing(replicates: int, seed: int = 1) -> None:
    """Print recall and delay by how many points are missing."""
    rows = []
    for name, sampling in SAMPLINGS.items():
        delay = delays(sampling, replicates, seed)
        cells = []
        for length in LENGTHS:
            found = delay < length
            cells.append(f"{100 * found.mean():.0f}" + (f" @{np.median(delay[found]):.0f}" if found.any() else ""))
        rows.append((name, *cells))
    show("missing (seen by the arrival model; size: points)", ("sampling", *(f"{n:g}" for n in LENGTHS)), rows)


def scores(points: Points) -> Floats:
    """The score of the silence before each point, as it was when the point came; nan while too little is known."""
    arrival, clock = Arrival(), Clock()
    for state in (arrival.state, clock.state):
        state.ensure(int(points.row.max()) + 1)
    return arrival.run(clock.run(points.row, points.t, points.v))


def report_clean(thresholds: tuple[float, ...]) -> None:
    """Print how often silences of clean series reach thresholds r, over the promise."""
    rows = []
    for name, sampling in SAMPLINGS.items():
        points = clean(white, sampling, [1, 8], CLEAN_SERIES if sampling.step_s > 60 else CLEAN_SERIES // 6, 8)
        series = int(points.row.max()) + 1
        weeks, score = weeks_of(points, series), scores(points)
        ratios = (int((score >= 1 / (1 + r)).sum()) / weeks / r for r in thresholds)
        rows.append((name, series, f"{weeks:.0f}", int((score >= OPENS).sum()), *(f"{ratio:.2f}" for ratio in ratios)))
    head = ("sampling", "series", "weeks", "alarms", *(f"r = {r}" for r in thresholds))
    show("Silences of clean series: alarms, and alarms over promise", head, rows)
