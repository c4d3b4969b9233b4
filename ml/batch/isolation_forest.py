"""Windows unlike all others of many series at once: an isolation forest over features of windows.

Liu, Ting & Zhou (2008); scikit-learn grows and asks the trees, for all windows of a batch in one call (one by one it
is a thousand times slower). A forest's score has no unit: how rare it is comes from the upper tail of the batch's own
scores.
"""

from __future__ import annotations

import numpy as np
from sklearn.ensemble import IsolationForest

from ml.batch import features, grid
from ml.batch.findings import Outlying, TooLittle
from ml.types import Floats, Longs

TREES = 100
SAMPLE = 512
SEED = 20
RARE = 4e-4
"""Share of ordinary windows that may be told: with windows of a day about one in three years of a series."""
TAIL, TOP = 0.9, 0.99
"""Between these quantiles of the scores their tail is measured; above may be what is looked for."""
FAR = 3.0
"""At least one feature must lie so many of its series' own spreads away."""
LEAST = 64
CARRY = 0.1
"""A feature carries a window where putting it back to usual takes so much of the excess score away."""


def outlying(
    t: Longs, x: Floats, window: int = 24, stride: int | None = None, since: int | None = None, rare: float = RARE
) -> list[Outlying] | TooLittle:
    """t int64[n] us regular, x float64[series, n] with NaN at gaps -> outlying windows, the oddest first.

    `window`, `stride` in points (default: half a window); `since`: tell only of windows that end after it, learn from
    all. Of overlapping windows of a series the oddest is told. Raises ValueError where the grid is not regular.
    """
    step = grid.step_of(t)
    parts = [features.windows_of(t, v, window, stride or max(window // 2, 1)) for v in x]
    row = np.repeat(np.arange(len(parts)), [len(starts) for starts, _ in parts])
    if len(row) < LEAST:
        return TooLittle("too few windows in the batch", len(row), LEAST)
    starts = np.concatenate([starts for starts, _ in parts])
    table = np.concatenate([made for _, made in parts])
    forest = IsolationForest(n_estimators=TREES, max_samples=min(SAMPLE, len(table)), random_state=SEED).fit(table)
    score = -forest.score_samples(table)
    p = tail(score)
    odd = (p < rare) & (np.abs(table).max(1) >= FAR)
    if since is not None:
        odd &= t[starts] + window * step > since
    told = apart(np.flatnonzero(odd), row, starts, score, window)
    usual = float(np.quantile(score, 0.5))
    carried = carriers(forest, table[told], score[told], usual)
    return [
        Outlying(
            int(row[i]),
            int(t[starts[i]]),
            int(t[starts[i]]) + window * step,
            float(score[i]),
            float(1.0 - p[i]),
            names,
        )
        for i, names in zip(told, carried, strict=True)
    ]


def tail(score: Floats) -> Floats:
    """How likely a score at least so high is among ordinary windows: counted below the tail, exponential in it."""
    ordered = np.sort(score)
    rank = 1.0 - np.searchsorted(ordered, score, side="left") / len(score)
    low, high = np.quantile(ordered, (TAIL, TOP))
    # The excess between the two quantiles of an exponential tail is its scale times log((1 - TAIL) / (1 - TOP)).
    scale = max(float(high - low) / float(np.log((1 - TAIL) / (1 - TOP))), 1e-9)
    out: Floats = np.where(score > low, (1 - TAIL) * np.exp(-(score - low) / scale), rank)
    return out


def apart(odd: Longs, row: Longs, starts: Longs, score: Floats, window: int) -> Longs:
    """Of windows of one series that overlap the oddest alone; the oddest first."""
    kept: list[int] = []
    taken: dict[int, list[int]] = {}
    for i in odd[np.argsort(-score[odd], kind="stable")]:
        mine = taken.setdefault(int(row[i]), [])
        if all(abs(int(starts[i]) - other) >= window for other in mine):
            mine.append(int(starts[i]))
            kept.append(int(i))
    return np.array(kept, np.int64)


def carriers(
    forest: IsolationForest, table: Floats, score: Floats, usual: float
) -> list[tuple[tuple[str, float], ...]]:
    """For each window the features whose return to usual lowers its score, the strongest first, with their spreads."""
    if len(table) == 0:
        return []
    names = features.NAMES
    without = np.repeat(table[None], len(names), axis=0)
    for k in range(len(names)):
        without[k, :, k] = 0.0
    lower = score[:, None] + forest.score_samples(without.reshape(-1, len(names))).reshape(len(names), -1).T
    excess = np.maximum(score - usual, 1e-9)
    out = []
    for i, falls in enumerate(lower):
        order = [int(k) for k in np.argsort(-falls, kind="stable")]
        strong = [k for k in order if falls[k] >= CARRY * excess[i] and abs(table[i, k]) >= 1.0] or order[:1]
        out.append(tuple((names[k], float(table[i, k])) for k in strong))
    return out
