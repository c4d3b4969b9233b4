"""One score for a group of series, such as the metrics of a machine: at least two of its members are unusual at once.

One unusual member is told of by its own score; a group has its own anomaly when members that do not always move
together are unusual together. Each member's p (the calibrated rarity of `ml.watch.Watch`) becomes a normal score
z. That both of a pair with correlation rho are at least as rare as p = P(|Z| >= a) has, by the tail of the normal
copula (Sklar 1959; Ledford and Tawn, Biometrika 1996), about the probability

    p2 = p (S(a sqrt((1 - rho) / (1 + rho))) + S(a sqrt((1 + rho) / (1 - rho)))),   S the normal survival function,

which is p^2 for strangers and p for twins. With N pairs and W instants a week (Bonferroni over pairs)

    r = W N min p2,   score = 1 / (1 + r)

is an expected number of false alarms a group-week: the promise of all other scores. rho is learned online from
where members lie in their bands, winsorised at CLIP, and starts at PRIOR: a new group claims little.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.special import ndtri

from ml.fuse import FEWEST
from ml.types import WEEK_US, Floats, Longs, StateError
from ml.watch import Watch

Matrix = NDArray[np.float64]

VERSION = 1
CLIP = 3.0  # half bands
USUAL, LEAST = 0.25, 1e-4  # variance in half bands, at first and at least
PRIOR, PRIOR_N = 0.9, 50.0
MEMORY = 5000.0
TWINS = 0.99  # more alike than this nobody is believed to be
MARGIN = 2.0  # within this factor members keep their promise; a pair squares what they are off
RAREST = 1e-12
LOOKED = 8  # the rarest members whose pairs are looked at
NOTABLE = 0.05  # members rarer than this share what is said
HEADER = struct.Struct("<IIq")


@dataclass(frozen=True, slots=True)
class GroupVerdicts:
    """For T instants and M members: `score` float64[T], NaN while fewer than two members are warm; `share`
    float64[T, M], each member's part of the evidence, summing to 1 where any member is notable, else 0."""

    score: Floats
    share: Matrix


@njit(cache=True, nogil=True)
def joint(z: float, rho: float) -> float:
    """P that two with correlation rho >= 0 are both at least z spreads out, on the same or on opposite sides."""
    ratio = math.sqrt((1.0 - rho) / (1.0 + rho))
    root = math.sqrt(2.0)
    return 0.5 * math.erfc(z / root) * (math.erfc(z * ratio / root) + math.erfc(z / ratio / root))


@njit(cache=True, nogil=True)
def learn(side: Floats, silent: NDArray[np.bool_], gain: float, cov: Matrix) -> None:
    """Learn from one instant how those that are not silent lie together."""
    for x in range(len(side)):
        for y in range(len(side)):
            if not (silent[x] or silent[y] or np.isnan(side[x] + side[y])):
                both = min(max(side[x], -CLIP), CLIP) * min(max(side[y], -CLIP), CLIP)
                cov[x, y] += gain * (both - cov[x, y])


@njit(cache=True, nogil=True)
def kernel(z: Matrix, side: Matrix, a_week: float, cov: Matrix, n: int, score: Floats) -> int:
    """z and side [T, M], NaN where a member has nothing to say. Judge each instant, then learn who moves together.

    Returns n, the instants that were learned from, as it is afterwards.
    """
    members = z.shape[1]
    first = np.empty(LOOKED, np.int64)
    pairs = members * (members - 1) / 2.0
    for i in range(z.shape[0]):
        found = warm = 0
        for j in range(members):
            if np.isnan(z[i, j]):
                continue
            warm += 1
            k = found if found < LOOKED else LOOKED
            while k > 0 and abs(z[i, first[k - 1]]) < abs(z[i, j]):
                if k < LOOKED:
                    first[k] = first[k - 1]
                k -= 1
            if k < LOOKED:
                first[k] = j
                found = min(found + 1, LOOKED)
        least = 1.0
        for b in range(1, found):
            size = abs(z[i, first[b]])
            for a in range(b):
                x, y = first[a], first[b]
                spread = math.sqrt(max(cov[x, x], LEAST) * max(cov[y, y], LEAST))
                least = min(least, joint(size, min(abs(cov[x, y]) / spread, TWINS)))
        score[i] = 1.0 / (1.0 + a_week * min(pairs * least, 1.0)) if warm > 1 else np.nan
        if warm < 2:
            continue
        learn(side[i], np.isnan(z[i]), max(1.0 / (n + PRIOR_N), 1.0 / MEMORY), cov)
        n += 1
    return n


class Group:
    """How the M members of one group move together. Judges before it learns; batches do not matter."""

    def __init__(self, members: int) -> None:
        self.n = 0
        self.cov: Matrix = np.full((members, members), PRIOR * USUAL)
        np.fill_diagonal(self.cov, USUAL)

    def run(self, rarity: Matrix, side: Matrix, step: float) -> GroupVerdicts:
        """Judge T instants, `step` us apart. `rarity`: scores of members in [0, 1] as `Verdicts.rarity` has them (NaN:
        nothing to say); `side`: where each lies, 0 as expected, ±1 at the ends of its band; both float64[T, M]."""
        a_week = max(WEEK_US / step, FEWEST)
        with np.errstate(divide="ignore"):
            p = np.clip(MARGIN * (1.0 - rarity) / rarity / a_week, RAREST, 1.0)
        z = -ndtri(p / 2.0)
        score = np.empty(len(z))
        self.n = kernel(z, np.ascontiguousarray(side), a_week, self.cov, self.n, score)
        weight = np.where(p < NOTABLE, -np.log(p), 0.0)
        total = weight.sum(axis=1, keepdims=True)
        return GroupVerdicts(score, np.divide(weight, total, out=np.zeros_like(weight), where=total > 0))

    def regrouped(self, before: list[int]) -> Group:
        """The group with other members: before[i] is where member i stood, -1: it is new."""
        if before == list(range(len(self.cov))):
            return self
        group = Group(len(before))
        kept = np.array([i for i, one in enumerate(before) if one >= 0], np.intp)
        old = np.array([one for one in before if one >= 0], np.intp)
        group.cov[np.ix_(kept, kept)] = self.cov[np.ix_(old, old)]
        group.n = self.n if len(kept) == len(before) else 0
        return group

    def dump(self) -> bytes:
        """Version, members and instants so far, then how they move together as little-endian float64."""
        return HEADER.pack(VERSION, len(self.cov), self.n) + self.cov.astype("<f8").tobytes()

    @classmethod
    def load(cls, state: bytes) -> Group:
        """Raises StateError when it is of another version or damaged."""
        if len(state) < HEADER.size:
            raise StateError("the state of a group is cut short")
        version, members, n = HEADER.unpack_from(state)
        if version != VERSION or len(state) != HEADER.size + 8 * members * members:
            raise StateError(f"the state of a group is not of version {VERSION}")
        group = cls(members)
        group.n = n
        group.cov = np.frombuffer(state, "<f8", offset=HEADER.size).reshape(members, members).astype(np.float64)
        return group


def judge_members(watch: Watch, rows: NDArray[np.int32], t: Longs, values: Matrix) -> tuple[Matrix, Matrix]:
    """Run members (rows of the watch, int32[M]) over instants t int64[T] us; values float64[T, M], NaN: no point.

    Returns their rarity and their side, float64[T, M], as `Group.run` takes them.
    """
    rarity, side = np.full(values.shape, np.nan), np.full(values.shape, np.nan)
    column, at = np.nonzero(np.isfinite(values).T)
    if len(at):
        order = np.lexsort((at, rows[column]))
        column, at = column[order], at[order]
        verdicts, _ = watch.run(rows[column], t[at], values[at, column])
        rarity[at, column] = verdicts.rarity
        half = np.maximum((verdicts.hi - verdicts.lo) / 2.0, 1e-12 * np.abs(verdicts.expected) + 1e-300)
        side[at, column] = (values[at, column] - verdicts.expected) / half
    return rarity, side


def score_group(t: Longs, values: Matrix) -> GroupVerdicts:
    """A whole group at once, online: t int64[T] us UTC ascending strictly, values float64[T, M], NaN: no point."""
    t, values = np.asarray(t, np.int64), np.asarray(values, np.float64)
    if np.any(np.diff(t) <= 0):
        raise ValueError("times must ascend strictly: sort them, and keep one value a time")
    watch, members = Watch(), values.shape[1]
    rarity, side = judge_members(watch, np.arange(members, dtype=np.int32), t, values)
    step = float(np.median(np.diff(t))) if len(t) > 1 else 60e6
    return Group(members).run(rarity, side, step)
