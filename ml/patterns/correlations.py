"""Which series of a group move together, which after which, and how sure that is over all pairs and lags.

Two autocorrelated series look alike by chance; so each is freed from day and week and whitened first (Box & Jenkins:
prewhitening of both), its innovations drawn in to normal scores. Their products at each lag are judged against their
own spread, which also holds where both are noisy at the same hours, and against what memory is left (Bartlett 1946).
The best lag of a pair pays for all lags (Sidak 1967), the pairs for each other (Benjamini & Hochberg 1995).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from ml.batch import grid, noise, season
from ml.batch.findings import Pattern, TooLittle
from ml.types import Flags, Floats, Longs

LEAST = 100
"""Values that a series needs, and that a pair must share at a lag."""
MEMBERS_AT_MOST = 400
ALIVE = 0.05
"""Share of points at which a series must move to have a say: a counter of rare events has no correlation worth
telling."""
SLOW = 97
"""Points: what moves more slowly than this is no evidence, there is too little of it."""
MEMORY = 10
"""Lags of the innovations whose autocorrelation is looked at."""
WEAK = 0.1
"""A correlation of innovations below this is true at best, and of no use."""


@dataclass(frozen=True, slots=True)
class Group:
    """What is compared: innovations (normal scores, 0 where unknown), and the levels without day and week.

    `free`: share of the degrees of freedom that taking day and week out has left.
    """

    rows: Longs
    scores: Floats
    known: Floats
    levels: Floats
    there: Flags
    free: float


def correlations(t: Longs, x: Floats, max_lag: int = 24, q: float = 0.05, most: int = 100) -> list[Pattern] | TooLittle:
    """t int64[n] us regular, x float64[series, n] with NaN at gaps -> pairs that move together, the strongest first.

    Looks at lags of up to `max_lag` points both ways; of all pairs told (before `most` cuts the weak ones) a share of
    at most `q` is there by chance. Series that hardly move or have too few values are left out. Raises ValueError for
    more than MEMBERS_AT_MOST series (split the group) and where the grid is not regular.
    """
    if x.ndim != 2 or len(x) > MEMBERS_AT_MOST:
        raise ValueError(f"a group has at most {MEMBERS_AT_MOST} series, one a row: split it")
    step = grid.step_of(t)
    if len(t) < LEAST:
        return TooLittle("too few points for correlations", len(t), LEAST)
    group = prepared(t, x)
    lags = min(max_lag, len(t) // 4)
    if len(group.rows) < 2:
        return TooLittle("fewer than two series with enough movement", len(group.rows), 2)
    first, second = np.triu_indices(len(group.rows), 1)
    z, lag, r = (best[first, second] for best in best_lags(group, lags))
    single = 2.0 * special.ndtr(-np.abs(z) / np.sqrt(inflation(group)[first, second]))
    p = -np.expm1((2 * lags + 1) * np.log1p(-np.minimum(single, 1.0 - 1e-12)))
    told = adjusted(p)
    strong = np.flatnonzero((told <= q) & (np.abs(r) >= WEAK))
    strong = strong[np.argsort(-np.abs(z[strong]), kind="stable")][:most]
    return [
        described(group, int(first[i]), int(second[i]), int(lag[i]), step, float(p[i]), float(told[i])) for i in strong
    ]


def prepared(t: Longs, x: Floats) -> Group:
    """Innovations and levels of the series that have enough of both."""
    n = len(t)
    periods = [p for length in season.CALENDAR if (p := season.points(length, grid.step_of(t))) and n >= 3 * p]
    rows, scores, levels, there = [], [], [], []
    for row, v in enumerate(x):
        s = grid.series(t, v)
        if s.have < LEAST or s.scale == 0.0 or moving(s) < ALIVE:
            continue
        u = s.u.copy()
        for period in periods:
            u -= np.resize(season.profile(u, s.ok, period), len(u))
        rows.append(row)
        levels.append(u)
        there.append(s.ok)
        scores.append(innovations(u, s.ok))
    made = np.array(scores).reshape(len(rows), n)
    ok = np.array(there, bool).reshape(len(rows), n)
    known = (made != 0.0).astype(float)
    free = 1.0 - sum(periods) / max(n, 1)
    return Group(np.array(rows, np.int64), made, known, np.array(levels).reshape(-1, n), ok, free)


def moving(s: grid.Series) -> float:
    """Share of neighbouring values that differ."""
    moves = np.diff(s.u[s.ok])
    return float(np.mean(np.abs(moves) > 1e-12)) if len(moves) else 0.0


def innovations(u: Floats, ok: Flags) -> Floats:
    """Normal scores of what the values before did not lead to, of unit mean square; 0 at gaps and right after them."""
    whole = grid.filled(u, ok)
    # The running median takes slow waves and level shifts along: two series that shifted once at one time agree once.
    centred = whole - grid.running_median(whole, SLOW)
    coefficients, _ = noise.autoregression(noise.autocovariance(np.where(ok, centred, 0.0), ok), int(ok.sum()))
    white = noise.whitened(centred, coefficients)
    known = ok & np.concatenate([[False], ok[:-1]])
    out = np.zeros(len(u))
    scored = noise.normal_scores(white[known])
    out[known] = scored / max(float(np.sqrt(np.mean(scored**2))), 1e-12) if known.any() else 0.0
    return out


def best_lags(group: Group, lags: int) -> tuple[Floats, Longs, Floats]:
    """For each pair the largest sum of products over its own spread, its lag (> 0: the column follows) and
    correlation."""
    m, n = group.scores.shape
    best, at, r = np.zeros((m, m)), np.zeros((m, m), np.int64), np.zeros((m, m))
    x, known = group.scores.astype(np.float32), group.known.astype(np.float32)
    squares = x * x
    for lag in range(lags + 1):
        early, late = slice(0, n - lag), slice(lag, n)
        total = (x[:, early] @ x[:, late].T).astype(np.float64)
        own_spread = (squares[:, early] @ squares[:, late].T).astype(np.float64)
        pairs = (known[:, early] @ known[:, late].T).astype(np.float64)
        z = np.where(pairs >= LEAST, total / np.sqrt(np.maximum(own_spread, 1e-9)), 0.0)
        share = np.clip(total / np.maximum(pairs, 1.0), -1.0, 1.0)
        for signed, z_at, r_at in ((lag, z, share), (-lag, z.T, share.T)):
            better = np.abs(z_at) > np.abs(best)
            best, at, r = np.where(better, z_at, best), np.where(better, signed, at), np.where(better, r_at, r)
    return best, at, r


def inflation(group: Group) -> Floats:
    """float64[m, m]: by how much memory left in both innovations and taken-out seasons widen their correlation; >=
    1."""
    n = group.scores.shape[1]
    memory = np.stack(
        [
            (group.scores[:, lag:] * group.scores[:, : n - lag]).sum(1)
            / np.maximum((group.known[:, lag:] * group.known[:, : n - lag]).sum(1), 1.0)
            for lag in range(1, MEMORY + 1)
        ],
        axis=1,
    )
    out: Floats = np.maximum(1.0 + 2.0 * memory @ memory.T, 1.0) / group.free
    return out


def adjusted(p: Floats) -> Floats:
    """Benjamini and Hochberg's q-value of each p."""
    order = np.argsort(p)
    raised = p[order] * len(p) / np.arange(1, len(p) + 1)
    out = np.empty(len(p))
    out[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return out


def described(group: Group, first: int, second: int, lag: int, step: int, p: float, q: float) -> Pattern:
    """A pair as a finding, the leader first. `r` is that of the levels (ranks) at this lag, as one would see it
    drawn."""
    if lag < 0:
        first, second, lag = second, first, -lag
    n = len(group.levels[first])
    a, b = group.levels[first][: n - lag], group.levels[second][lag:]
    both = group.there[first][: n - lag] & group.there[second][lag:]
    x, y = noise.normal_scores(a[both]), noise.normal_scores(b[both])
    size = float(np.sqrt((x * x).sum() * (y * y).sum()))
    own = group.known[first][: n - lag] * group.known[second][lag:]
    inner = float((group.scores[first][: n - lag] * group.scores[second][lag:]).sum() / max(own.sum(), 1.0))
    factors: dict[str, float | int | str] = {
        "r": float(np.clip((x * y).sum() / size, -1.0, 1.0)) if size > 0.0 else 0.0,
        "r_innovations": float(np.clip(inner, -1.0, 1.0)),
        "lag_us": lag * step,
        "p": p,
        "q": q,
        "n_effective": int(own.sum()),
    }
    rows = (int(group.rows[first]), int(group.rows[second]))
    return Pattern("correlation", rows, 1.0 - q, "continuously", factors)
