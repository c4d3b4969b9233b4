"""What part of a change each slice has, so that the parts and what is left add up exactly.

Leaves are put together to cells: those that the same slices cover. An additive change is a sum over cells. Of a ratio
R = N / M, with rates r = n / m of the cells and means over both sides R' = (R0 + R1) / 2, M' = (c M0 + M1) / 2, ...,

    R1 - R0 = sum over cells of  m' (r1 - r0) / M'  +  (r' - R') (m1 - c m0) / M',

the rate and the mix part, exactly, for any c. With c = M1 / M0 it is the decomposition of Kitagawa (1955) by weights
M_g / M. But there all weights fall when one slice grows, and parts go to slices that did not move. Therefore c is the
growth of the cells that no change of volume covers: what did not move has no mix part.

Where slices overlap, each gets what its factor does to the cell, averaged over taking the factors forwards and
backwards (for two Shapley's value, 1953); what the factors do not tell is shared equally.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ml.drivers.cube import sums
from ml.drivers.fit import Cause
from ml.types import Flags, Floats, Longs


@dataclass(frozen=True, slots=True)
class Parts:
    """For K slices `rate` and `mix` float64[K], and what is left; additive changes have all in `rate`."""

    rate: Floats
    mix: Floats
    left: float


def cells(insides: Sequence[Flags], leaves: int) -> tuple[Longs, list[Longs]]:
    """The cell of each leaf int64[leaves], and for each cell which slices cover it."""
    if not insides:
        return np.zeros(leaves, np.int64), [np.zeros(0, np.int64)]
    covered = np.stack(insides, axis=1)
    marks, cell = np.unique(covered, axis=0, return_inverse=True)
    return cell.reshape(-1).astype(np.int64), [np.flatnonzero(mark).astype(np.int64) for mark in marks]


def additive(causes: Sequence[Cause], expected: Floats, actual: Floats) -> Parts:
    """Parts of actual.sum() - expected.sum()."""
    cell, covers = cells([c.inside for c in causes], len(expected))
    rate, left = np.zeros(len(causes)), 0.0
    for number, covering in enumerate(covers):
        here = cell == number
        base, change = float(expected[here].sum()), float(actual[here].sum() - expected[here].sum())
        if not len(covering):
            left += change
        else:
            rate[covering] += divided(change, base, [causes[i].theta for i in covering])
    return Parts(rate, np.zeros(len(causes)), left)


def of_ratio(
    causes: Sequence[Cause],
    volume: Sequence[bool],
    before: tuple[Floats, Floats],
    after: tuple[Floats, Floats],
) -> Parts:
    """Parts of N1 / M1 - N0 / M0; (numerator, denominator) before and after; `volume`: causes of the denominators.

    Rate parts go to the causes of rates that cover a cell, mix parts to those of volumes; where there are none of that
    kind, to all that cover it.
    """
    cell, covers = cells([c.inside for c in causes], len(before[0]))
    n0, m0, n1, m1 = (sums(cell, x, len(covers)) for x in (*before, *after))
    calm = np.array([not any(volume[i] for i in covering) for covering in covers])
    calm = calm if m0[calm].sum() > 0 and m1[calm].sum() > 0 else np.ones(len(covers), dtype=bool)
    growth = m1[calm].sum() / m0[calm].sum()
    r0, r1 = _rates(n0, m0, n1, m1)
    overall = (n0.sum() / m0.sum() + n1.sum() / m1.sum()) / 2
    whole = (growth * m0.sum() + m1.sum()) / 2
    rates = (growth * m0 + m1) / 2 * (r1 - r0) / whole
    mixes = ((r0 + r1) / 2 - overall) * (m1 - growth * m0) / whole
    bases = growth * m0 * r0 / whole, growth * m0 * ((r0 + r1) / 2 - overall) / whole
    rate, mix, left = np.zeros(len(causes)), np.zeros(len(causes)), 0.0
    for number, covering in enumerate(covers):
        if not len(covering):
            left += rates[number] + mixes[number]
            continue
        for parts, part, base, kind in ((rate, rates, bases[0], False), (mix, mixes, bases[1], True)):
            own = [i for i in covering if volume[i] == kind] or list(covering)
            parts[own] += divided(float(part[number]), float(base[number]), [causes[i].theta for i in own])
    return Parts(rate, mix, left)


def _rates(n0: Floats, m0: Floats, n1: Floats, m1: Floats) -> tuple[Floats, Floats]:
    """Ratios before and after; who had no denominator on one side has the rate of the other: all of it is mix."""
    has0, has1 = m0 > 0, m1 > 0
    r0, r1 = n0 / np.where(has0, m0, 1.0), n1 / np.where(has1, m1, 1.0)
    return np.where(has0, r0, np.where(has1, r1, 0.0)), np.where(has1, r1, np.where(has0, r0, 0.0))


def divided(change: float, base: float, thetas: Sequence[float]) -> Floats:
    """A cell's change among the slices that cover it, by what their factors do to its base; adds up to `change`."""
    if len(thetas) == 1 or any(np.isinf(theta) for theta in thetas):
        # What appeared has no factor, and explains all that is there.
        whole = np.array([np.isinf(theta) for theta in thetas], dtype=float) if len(thetas) > 1 else np.ones(1)
        shared: Floats = change * whole / whole.sum()
        return shared
    factors = 1.0 + np.array(thetas)
    forward = np.cumprod(np.concatenate([[1.0], factors[:-1]]))
    backward = np.cumprod(np.concatenate([[1.0], factors[:0:-1]]))[::-1]
    effects = base * (factors - 1.0) * (forward + backward) / 2
    out: Floats = effects + (change - effects.sum()) / len(thetas)
    return out
