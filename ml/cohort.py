"""A device against its cohort: who differs from peers that should be like it, and how sure that is.

Each member is boiled down to four numbers (level, spread, shape, drift), and each compared with those of the others,
itself left out. With the others' median and median deviation in the place of mean and standard deviation one odd peer
does not hide another; how such a ratio spreads where all are alike is Student's t, stretched, with few degrees of
freedom: both were fitted to simulated cohorts. Small cohorts can therefore never be very sure. Over all members and
aspects the rate of false findings is kept (Benjamini & Hochberg 1995).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import special

from ml.batch import grid
from ml.batch.findings import CohortFinding, TooLittle
from ml.patterns.correlations import adjusted
from ml.types import Flags, Floats, Longs

Aspect = Literal["level", "spread", "shape", "drift"]
ASPECTS: tuple[Aspect, ...] = ("level", "spread", "shape", "drift")
LEAST_VALUES = 24
"""Of a member, at times when at least half of the cohort has one too."""
LATELY = 0.2
"""The last part of the span, which drift holds against what was before."""
SIZES = (4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50, 100)
STRETCH = (1.442, 1.33, 1.273, 1.245, 1.181, 1.135, 1.116, 1.089, 1.061, 1.04, 1.021, 1.019)
FREEDOM = (1.9, 1.9, 2.81, 2.85, 3.63, 4.39, 5.24, 6.11, 8.25, 12.4, 20.0, 42.7)
FAR = 3.0
"""Peers' spreads below which a difference is never told, however many peers."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """One number a member for one aspect: `compared` is what is tested, `shown` what is told in words."""

    aspect: Aspect
    compared: Floats
    shown: Floats


def compare(t: Longs, x: Floats, q: float = 0.05, least: int = 5) -> list[CohortFinding] | TooLittle:
    """t int64[n] us regular, x float64[members, n] of one metric, NaN at gaps -> who differs, the farthest first.

    `least`: peers that a member needs beside it. Raises ValueError where the grid is not regular.
    """
    grid.step_of(t)
    u, ok, centre, scale = common_scale(x)
    alive = ok.sum(1) >= LEAST_VALUES
    shared = ok & alive[:, None] & (ok[alive].sum(0) * 2 >= alive.sum())
    members = np.flatnonzero(shared.sum(1) >= LEAST_VALUES)
    if len(members) < least + 1:
        return TooLittle("too few members with values at the same times", len(members), least + 1)
    if scale == 0.0:
        return []
    numbers = boiled_down(np.where(shared, u, np.nan)[members], shared[members])
    tests = [(n, against_peers(n.compared)) for n in numbers]
    p = np.concatenate([two_sided(far, len(members)) for _, far in tests])
    told = adjusted(p).reshape(len(tests), len(members))
    found = [
        described(numbers_of, int(i), members, far, float(told[row, i]), (centre, scale))
        for row, (numbers_of, far) in enumerate(tests)
        for i in np.flatnonzero((told[row] <= q) & (np.abs(far) >= FAR))
    ]
    left = {finding.member: finding.how_far for finding in found if finding.aspect == "drift"}
    # Who has left the others does not move with them either: told once.
    kept = [one for one in found if one.aspect != "shape" or one.how_far > left.get(one.member, 0.0)]
    return sorted(kept, key=lambda finding: -finding.how_far)


def common_scale(x: Floats) -> tuple[Floats, Flags, float, float]:
    """All members on one scale of about [-1, 1], with its centre and unit; scale 0: nothing moves anywhere."""
    ok = np.isfinite(x)
    values = np.where(ok, np.clip(np.where(ok, x, 0.0), -grid.FARTHEST, grid.FARTHEST), np.nan)
    if not ok.any():
        return values, ok, 0.0, 0.0
    centre = float(np.median(values[ok]))
    scale = float(np.abs(values[ok] - centre).max())
    if scale <= grid.FLAT * float(np.abs(values[ok]).max()):
        return values, ok, centre, 0.0
    return (values - centre) / scale, ok, centre, scale


def boiled_down(u: Floats, ok: Flags) -> list[Numbers]:
    """Level, spread, shape and drift of each member against the cohort's median course."""
    course = np.nanmedian(u[:, ok.any(0)], axis=0)
    u, ok = u[:, ok.any(0)], ok[:, ok.any(0)]
    beside = u - course
    level = np.nanmedian(beside, axis=1)
    spread = np.array([grid.spread(np.diff(row[there])) for row, there in zip(u, ok, strict=True)])
    cut = int(len(course) * (1.0 - LATELY))
    late, early = (halves(beside, ok, part) for part in (slice(cut, None), slice(0, cut)))
    drift = np.where(np.isfinite(late - early), late - early, 0.0)
    out = [Numbers("level", level, level + float(np.median(course))), Numbers("drift", drift, drift)]
    if (spread > 0.0).all():
        out.append(Numbers("spread", np.log(spread), spread))
    shape = np.array([likeness(row, course, there) for row, there in zip(u, ok, strict=True)])
    out.append(Numbers("shape", np.arctanh(np.clip(shape, -0.999, 0.999)), shape))
    return out


def halves(beside: Floats, ok: Flags, part: slice) -> Floats:
    """Median of each member's distance in a part of the span; NaN where it has hardly any value there."""
    out = np.full(len(beside), np.nan)
    for i, (row, there) in enumerate(zip(beside[:, part], ok[:, part], strict=True)):
        if there.sum() >= LEAST_VALUES // 4:
            out[i] = np.median(row[there])
    return out


def likeness(row: Floats, course: Floats, there: Flags) -> float:
    """Correlation with the cohort's course; 0 where either stands still."""
    a, b = row[there] - row[there].mean(), course[there] - course[there].mean()
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum() / size) if size > 1e-12 else 0.0


def against_peers(numbers: Floats) -> Floats:
    """For each member: its distance from the others' median in their spreads."""
    m = len(numbers)
    others = np.stack([np.delete(numbers, i) for i in range(m)])
    middle = np.median(others, axis=1)
    spread = grid.SIGMA * np.median(np.abs(others - middle[:, None]), axis=1)
    # Peers that agree to the last digit still do not make a hair's breadth a distance.
    floor = 1e-6 * max(float(np.abs(numbers).max()), 1e-9)
    out: Floats = (numbers - middle) / np.maximum(spread, floor)
    return out


def two_sided(far: Floats, members: int) -> Floats:
    """Chance of a member lying so far out where all are alike."""
    stretch, freedom = fitted(members - 1)
    out: Floats = 2.0 * special.stdtr(freedom, -np.abs(far) / stretch)
    return out


def fitted(peers: int) -> tuple[float, float]:
    """Stretch and degrees of freedom of the ratio for so many normal peers; from 400,000 simulated cohorts each.

    Between the sizes simulated the smaller one's, which is careful.
    """
    at = int(np.searchsorted(SIZES, peers, side="right")) - 1
    return STRETCH[max(at, 0)], FREEDOM[max(at, 0)]


def described(
    numbers: Numbers, i: int, members: Longs, far: Floats, q: float, unit: tuple[float, float]
) -> CohortFinding:
    """One member's difference, in the unit of the metric (a correlation for the shape)."""
    centre, scale = unit
    own, peers = float(numbers.shown[i]), float(np.median(np.delete(numbers.shown, i)))
    offset, size = {"level": (centre, scale), "shape": (0.0, 1.0)}.get(numbers.aspect, (0.0, scale))
    side: Literal["above", "below", "apart"] = "above" if far[i] > 0 else "below"
    if numbers.aspect == "shape":
        side = "apart"
    return CohortFinding(
        int(members[i]),
        numbers.aspect,
        side,
        offset + size * own,
        offset + size * peers,
        float(min(abs(far[i]), 1e6)),
        1.0 - q,
        len(members) - 1,
    )
