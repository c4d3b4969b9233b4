"""How well forecasts foresee, and whether their intervals hold what they promise, on the labelled corpora.

python -m bench.forecast            hours, quarters and minutes, two hours to a week ahead: a minute or so
python -m bench.forecast --short    hourly means a day ahead only
python -m bench.forecast --models   each forecaster alone, and the combination without it

Every forecast is made from the points before its origin and compared with what came. MASE here: the mean absolute error
over all origins of a series divided by that of seasonal-naive (the same hour of the day before) at the same points.
Histories that never move are left out: their intervals are of no width and always right.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from bench import detection_data as data
from bench.forecast_data import DAY_US, MINUTE_US, Case, View, cases
from bench.table import quantile, show
from ml.batch.findings import TooLittle
from ml.forecast.choose import FORECASTERS, forecast
from ml.forecast.combine import combined
from ml.forecast.past import filled, past_of, scaled
from ml.types import Floats

WEEKS8 = 56 * DAY_US
HOURS = View("1 h, a day ahead", 60 * MINUTE_US, 24, 6, WEEKS8)
VIEWS = (
    HOURS,
    View("15 min, a day ahead", 15 * MINUTE_US, 96, 3, WEEKS8),
    View("1 h, two days ahead", 60 * MINUTE_US, 48, 5, WEEKS8),
    View("1 h, a week ahead", 60 * MINUTE_US, 168, 4, WEEKS8),
    View("1 min, two hours ahead", MINUTE_US, 120, 3, 5 * DAY_US),
)
ROUNDING = 1e-9
MOST = 5.0
"""A series' MASE counts at most as this in means: one that hardly moves would decide alone."""
FLEET = 10_000
Figures = dict[str, dict[str, float]]


class Tally:
    """Rows of figures by (corpus, series): columns are summed over the origins of a series, then over series."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], list[Sequence[float]]] = defaultdict(list)

    def add(self, case: Case, *row: float) -> None:
        """The figures of one case."""
        self.rows[case.corpus, case.series].append(row)

    def of(self, corpus: str) -> Floats:
        """float64[series, columns]: means over origins."""
        return np.array([np.mean(rows, axis=0) for (name, _), rows in self.rows.items() if corpus in (name, "all")])


def mase(error: Floats, naive: Floats, size: Floats) -> Floats:
    """float64[series]; where seasonal-naive is right but for rounding: 1 for as good, MOST for worse."""
    tiny = ROUNDING * size
    ratio = error / np.where(naive > tiny, naive, 1.0)
    return np.minimum(np.where(naive > tiny, ratio, np.where(error <= tiny, 1.0, MOST)), MOST)


def naive_of(case: Case, step: int) -> Floats:
    """The day before, again and again; gaps of the history as the library fills them."""
    day = DAY_US // step
    return filled(case.v, day)[-day:][np.arange(len(case.truth)) % day]


def moving(view: View, every: int) -> list[Case]:
    """The cases whose history moves and whose future is known."""
    found = [case for case in cases(view, every) if np.isfinite(case.truth).any()]
    return [case for case in found if np.nanmax(case.v) - np.nanmin(case.v) > ROUNDING * np.nanmax(np.abs(case.v))]


def measure(view: View, every: int) -> Figures:
    """Print and return what the shipped forecast does."""
    tally, seconds, little = Tally(), [], 0
    for case in moving(view, every):
        began = time.process_time()
        made = forecast(case.t, case.v, view.step, view.horizon)
        seconds.append(time.process_time() - began)
        if isinstance(made, TooLittle):
            little += 1
            continue
        ok, size = np.isfinite(case.truth), float(np.nanmax(np.abs(case.v)))
        slack = ROUNDING * size
        inside = [
            np.mean(((case.truth >= lo - slack) & (case.truth <= hi + slack))[ok])
            for lo, hi in ((made.lo80, made.hi80), (made.lo95, made.hi95))
        ]
        errors = [np.abs(case.truth - line)[ok].mean() for line in (made.mean, naive_of(case, view.step))]
        tally.add(case, *errors, size, *inside)
    figures = {c: _figures(rows) for c in (*data.CORPORA, "all") if len(rows := tally.of(c))}
    ms, each = 1000 * np.mean(seconds), f"{len(seconds)} forecasts, {little} had too little history"
    speed = f"CPU {ms:.0f} ms each, 99 of 100 within {1000 * quantile(seconds, 0.99):.0f} ms"
    fleet = f"{FLEET} series on 2 cores: {FLEET * ms / 120_000:.1f} min"
    cells = [(corpus, *(f"{x:.3f}" for x in row.values())) for corpus, row in figures.items()]
    show(f"{view.name}: {each}; {speed}; {fleet}", ("corpus", *figures["all"]), cells)
    figures["all"]["ms"] = float(ms)
    return figures


def _figures(rows: Floats) -> dict[str, float]:
    """Means over series; MASE also over the summed errors of series brought to one size."""
    ratio = mase(*rows[:, :3].T)
    return {
        "series": float(len(rows)), "MASE mean": float(ratio.mean()), "median": float(np.median(ratio)),
        "better": float(np.mean(ratio < 1.0)), "in 80 %": float(rows[:, 3].mean()), "in 95 %": float(rows[:, 4].mean()),
    }  # fmt: skip


def models(view: View, every: int) -> Figures:
    """Print and return each forecaster's guesses alone (median MASE), and the combination without each."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    seconds: dict[str, list[float]] = defaultdict(list)
    for case in moving(view, every):
        known = np.isfinite(case.v)
        y, scale = scaled(case.v, known)
        past = past_of(y, known, view.step, view.horizon)
        said = {}
        for forecaster in FORECASTERS:
            began = time.process_time()
            said[forecaster.__name__] = forecaster(past)
            seconds[f"without {forecaster.__name__}"].append(time.process_time() - began)
        lines = {f"{g.name} ({g.season or 'no season'})": g.rows[-1] for guesses in said.values() for g in guesses}
        lines["combination"] = combined(past, [g for guesses in said.values() for g in guesses])[0][-1]
        for name in said:
            rest = [g for other, guesses in said.items() if other != name for g in guesses]
            lines[f"without {name}"] = combined(past, rest)[0][-1]
        naive, size = naive_of(case, view.step), float(np.nanmax(np.abs(case.v)))
        for name, line in lines.items():
            errors = (np.nanmean(np.abs(case.truth - x)) for x in (scale.back(line, -np.inf), naive))
            tallies[name].add(case, *errors, size)
    out = {name: {c: float(np.mean(mase(*tally.of(c).T))) for c in _corpora(tally)} for name, tally in tallies.items()}
    cells = [(name, *(f"{row.get(c, np.nan):.3f}" for c in data.CORPORA), f"{1000 * np.mean(seconds.get(name, 0)):.1f}")
             for name, row in out.items()]  # fmt: skip
    show(f"{view.name}: mean MASE by series", ("what", *data.CORPORA, "ms"), cells)
    return out


def _corpora(tally: Tally) -> Iterable[str]:
    return (c for c in data.CORPORA if len(tally.of(c)))


def main() -> int:
    """Print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="hourly means a day ahead only")
    parser.add_argument("--models", action="store_true", help="each forecaster alone, and the combination without it")
    parser.add_argument("--every", type=int, default=6, metavar="N", help="of groups each N-th metric (default: 6)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")
    options = parser.parse_args()
    if missing := data.absent():
        print(missing, file=sys.stderr)
        return 0
    views = (HOURS,) if options.short or options.models else VIEWS
    run = models if options.models else measure
    figures = {view.name: run(view, options.every) for view in views}
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
