"""One score over a group of series, against its most unusual member and two cheap baselines, on labelled machines.

python -m bench.groups [--short]

Each machine's `train` is a warm-up; `test` is scored online. Event-F1 at the frozen threshold 0.9 and at the best one,
with the false alarms a group-week.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from bench.detection_data import DATA, STEP_S, absent, items, scorer
from bench.table import show
from ml.group import Group, Matrix, judge_members
from ml.types import Floats
from ml.watch import Watch

CORPORA = ("smd", "asd")
THRESHOLD = 0.9
NAMES = ("group", "most unusual member", "the same x members", "largest z of an EW", "PCA residual of train")


@dataclass(frozen=True)
class Scored:
    """A machine: the scores of each method over `test`, its labels, and the seconds that the group's own took."""

    scores: dict[str, Floats]
    label: Floats
    seconds: float


def scored(x: Matrix, judged: int, label: Floats) -> Scored:
    """All methods on one machine."""
    t = STEP_S * 1_000_000 * np.arange(len(x), dtype=np.int64)
    began = time.perf_counter()
    members = np.arange(x.shape[1], dtype=np.int32)
    rarity, side = judge_members(Watch(), members, t, x)
    group = Group(x.shape[1]).run(rarity, side, STEP_S * 1e6).score
    seconds = time.perf_counter() - began
    most = np.nanmax(np.nan_to_num(rarity), axis=1)
    with np.errstate(divide="ignore"):
        all_of_them = 1.0 / (1.0 + x.shape[1] * (1.0 - most) / most)
    every = (np.nan_to_num(group), most, all_of_them, ew(x), residual(x, judged))
    return Scored({name: one[judged:] for name, one in zip(NAMES, every, strict=True)}, label, seconds)


def ew(x: Matrix) -> Floats:
    """The largest deviation of a member from its exponentially weighted mean of a day, in its deviations."""
    mean, spread, worst = x[0].copy(), np.full(x.shape[1], 1e-6), np.zeros(len(x))
    for i, row in enumerate(x):
        gain = max(STEP_S / 86_400, 1.0 / (i + 2))
        off = row - mean
        worst[i] = np.max(np.abs(off) / np.sqrt(spread + 1e-6))
        mean += gain * off
        spread += gain * (off * off - spread)
    return worst


def residual(x: Matrix, judged: int) -> Floats:
    """Squared distance from the principal components that hold 90 % of `train`."""
    z = np.clip((x - x[:judged].mean(0)) / (x[:judged].std(0) + 1e-3), -20, 20)
    _, size, axes = np.linalg.svd(z[:judged], full_matrices=False)
    kept = axes[: int(np.searchsorted(np.cumsum(size**2) / np.sum(size**2), 0.9)) + 1]
    left: Floats = np.sum((z - z @ kept.T @ kept) ** 2, axis=1)
    return left


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="two machines a corpus")
    options = parser.parse_args()
    if why := absent():
        print(why)
        return 0
    events = scorer("event_score")
    for corpus in CORPORA:
        found = items(corpus)[: 2 if options.short else None]
        labels = [np.load(DATA / corpus / f"{item.name}.npz")["label"] for item in found]
        done = [scored(item.x, item.judged, label) for item, label in zip(found, labels, strict=True)]
        points = sum(item.x.size for item in found)
        rows = [_row(events, name, done) for name in NAMES]
        rate = points / sum(one.seconds for one in done) / 1e6
        head = ("", "F1 at 0.9", "recall", "false a week", "best F1", "recall", "false a week", "at")
        show(f"{corpus}: {len(found)} groups, {rate:.2f} M points/s", head, rows)
    return 0


def _row(events: ModuleType, name: str, done: list[Scored]) -> list[str]:
    series = [(one.scores[name], one.label, STEP_S * np.arange(len(one.label), dtype=float)) for one in done]
    at, best = events.alerts(series, THRESHOLD), events.best_event(series)
    cells = [(one["event_F1"], one["event_recall"], one["fa_per_series_week"]) for one in (at, best)]
    frozen = [f"{v:.3f}" for v in cells[0]] if name in NAMES[:3] else ["-"] * 3
    return [name, *frozen, *(f"{v:.3f}" for v in cells[1]), f"{best['T']:.3g}"]


if __name__ == "__main__":
    sys.exit(main())
