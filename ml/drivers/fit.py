"""The few slices that together tell a change best: matching pursuit with second thoughts.

Slices are taken one after another by gain - cost (minimum description length; Rissanen 1978), each on what the model
with those before it leaves (Mallat & Zhang 1993). Then each is looked for anew as if only the others were known, so
that an early choice that stood for two causes is mended, and dropped when it no longer pays. A slice gives way to its
children where they tell more together, each with a factor and a cost of its own, and children to the slice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ml.drivers.cube import Cuboid
from ml.drivers.evidence import Field, alone, spread_under, weigh, weigh_all
from ml.types import Flags

MOST = 8
SURE = 4.0
"""Nats above its cost that a slice has to bring: e^-4, one such by chance in fifty tables."""
UNUSUAL = 4.5
"""The same for how far a slice moved, held against how far such slices move together in usual windows."""
BETTER = 0.5
DOUBT = 0.02
"""Belief from which on another slice is tried as the first."""
CLOSE = 3
"""Alternatives that are told of."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A slice of the model: its place (cuboid, group), its leaves, what it does to them, and what it is worth.

    `score`: nats gained less cost. `belief`: its part of the probability among all slices and none. `others`: (cuboid,
    group, belief) of the next ones. `silent`: real, but no more than such slices often move together; it is
    part of the model, so that what is left is clean, and not told.
    """

    cuboid: int
    group: int
    inside: Flags
    theta: float
    score: float = 0.0
    belief: float = 0.0
    others: tuple[tuple[int, int, float], ...] = ()
    silent: bool = False


def applied(field: Field, causes: Sequence[Cause]) -> Field:
    """What is expected once these causes are known, and the wider spread of the leaves that they moved."""
    mu, s = field.mu.copy(), field.s.copy()
    for cause in causes:
        inside = cause.inside
        if np.isinf(cause.theta):
            s[inside] += np.abs(field.v[inside] - mu[inside])
            mu[inside] = field.v[inside]
            continue
        u = mu[inside] / s[inside]
        s[inside] *= np.sqrt(spread_under(np.full(len(u), cause.theta), u))
        mu[inside] *= 1.0 + cause.theta
    return replace(field, mu=mu, s=s)


def worth(field: Field, causes: Sequence[Cause], costs: Sequence[float]) -> float:
    """Nats by which these causes tell the field better than none, less their costs."""
    after = applied(field, causes)
    gain = field.rarity((field.v - field.mu) / field.s) - after.rarity((after.v - after.mu) / after.s)
    return float(np.sum(gain - np.log(after.s / field.s)) - sum(costs) - SURE * len(causes))


class Pursuit:
    """Finds the causes of one field."""

    def __init__(self, cubes: Sequence[Cuboid], field: Field) -> None:
        self.cubes, self.field = cubes, field
        self.offsets = np.cumsum([0, *(len(c.first) for c in cubes)])
        self.costs = np.concatenate([np.full(len(c.first), c.cost) for c in cubes])
        self.number = {c.dims: i for i, c in enumerate(cubes)}

    def run(self) -> tuple[list[Cause], list[Cause]]:
        """The causes, none where nothing is sure; and what would come next. Where several could be the first, the
        start that ends best."""
        first, next_ones = self.best([])
        if first is None:
            return [], next_ones
        doubtful = [(c, g) for c, g, belief in first.others if belief > DOUBT]
        ends = [self.ended([first])] + [self.ended([self.beside([], c, g)]) for c, g in doubtful]
        causes = ends[0] if len(ends) == 1 else max(ends, key=self.total)
        told = [c for c in causes if not c.silent]
        return told, [c for c in self.best(causes)[1] if self.key(c) not in map(self.key, told)]

    def ended(self, causes: list[Cause]) -> list[Cause]:
        """A start with all that it leaves to find."""
        for _ in range(2):
            while len(causes) < MOST and (found := self.best(causes)[0]) is not None:
                causes = self.refitted([*causes, found])
            shaped = self.reshaped(causes)
            done = [self.key(c) for c in shaped] == [self.key(c) for c in causes]
            causes = self.second_thoughts(shaped)
            if done:
                break
        return causes

    @staticmethod
    def key(cause: Cause) -> tuple[int, int]:
        """What names it."""
        return cause.cuboid, cause.group

    def best(self, known: Sequence[Cause]) -> tuple[Cause | None, list[Cause]]:
        """The best slice beside those known, None where none is sure; and the best ones, sure or not."""
        found = weigh_all(self.cubes, applied(self.field, known))
        score = np.concatenate([f.gain for f in found]) - self.costs
        score[[int(self.offsets[c.cuboid]) + c.group for c in known]] = -np.inf
        near = np.argsort(-score, kind="stable")[: CLOSE + 1]
        at, top = int(near[0]), float(score[near[0]])
        cuboid, group = self.place(at)
        silent = bool(found[cuboid].most[group] - self.costs[at] <= UNUSUAL)
        weight = np.exp(score - max(top, 0.0))
        belief = weight / (float(weight.sum()) + np.exp(-max(top, 0.0)))
        others = tuple((*self.place(int(i)), float(belief[i])) for i in near[1:])
        theta, inside = float(found[cuboid].theta[group]), self.inside(cuboid, group)
        cause = Cause(cuboid, group, inside, theta, top, float(belief[at]), others, silent)
        rest = [Cause(c, g, self.inside(c, g), 0.0, 0.0, b) for c, g, b in others]
        return (cause if top > SURE else None), [cause, *rest][:CLOSE]

    def place(self, at: int) -> tuple[int, int]:
        """Cuboid and group of a number among all slices."""
        cuboid = int(np.searchsorted(self.offsets, at, side="right")) - 1
        return cuboid, at - int(self.offsets[cuboid])

    def inside(self, cuboid: int, group: int) -> Flags:
        """The leaves of a slice."""
        same: Flags = self.cubes[cuboid].group == group
        return same

    def second_thoughts(self, causes: list[Cause]) -> list[Cause]:
        """Each cause looked for anew beside the others; those that no longer pay are dropped."""
        number = 0
        while number < len(causes) and (len(causes) > 1 or not causes[0].score):
            others = causes[:number] + causes[number + 1 :]
            again, _ = self.best(others)
            if again is None:
                causes = others
            else:
                causes[number] = again
                number += 1
        return causes

    def reshaped(self, causes: list[Cause]) -> list[Cause]:
        """The causes, or fewer that hold some of them, or the children of one, where that tells more."""
        best = self.total(causes)
        for change in (*self.wider(causes), *self.split(causes)):
            value = self.total(change)
            if value > best + BETTER:
                best, causes = value, change
        return causes

    def total(self, causes: list[Cause]) -> float:
        """What they are worth with factors fitted to each other."""
        fitted = self.refitted(causes)
        return worth(self.field, fitted, [self.cubes[c.cuboid].cost for c in fitted])

    def wider(self, causes: list[Cause]) -> Iterator[list[Cause]]:
        """Each cause with one condition less, in the place of all that lie in it."""
        tried: set[tuple[int, int]] = set()
        for cause in causes:
            dims = self.cubes[cause.cuboid].dims
            leaf = int(np.argmax(cause.inside))
            for gone in dims:
                cuboid = self.number[tuple(d for d in dims if d != gone)]
                group = int(self.cubes[cuboid].group[leaf])
                if (cuboid, group) not in tried:
                    tried.add((cuboid, group))
                    inside = self.inside(cuboid, group)
                    kept = [c for c in causes if (c.inside & ~inside).any()]
                    if len(kept) < len(causes) - 1:
                        yield [*kept, self.beside(kept, cuboid, group)]

    def split(self, causes: list[Cause]) -> Iterator[list[Cause]]:
        """A cause's children by one more dimension that pay for themselves, in the place of it and what lies in it."""
        for cause in causes:
            kept = [c for c in causes if (c.inside & ~cause.inside).any()]
            field = applied(self.field, kept)
            dims = set(self.cubes[cause.cuboid].dims)
            for number, child in enumerate(self.cubes):
                if len(child.dims) != len(dims) + 1 or not dims < set(child.dims):
                    continue
                found = weigh(child, field, number)
                groups = [int(g) for g in np.unique(child.group[cause.inside]) if found.most[g] - child.cost > UNUSUAL]
                if 1 < len(groups) <= MOST - len(kept):
                    yield [*kept, *(self.beside(kept, number, group) for group in groups)]

    def beside(self, known: Sequence[Cause], cuboid: int, group: int) -> Cause:
        """A slice as a cause beside others."""
        inside = self.inside(cuboid, group)
        return Cause(cuboid, group, inside, alone(inside, applied(self.field, known)))

    def refitted(self, causes: list[Cause]) -> list[Cause]:
        """Factors fitted anew, each with the others known."""
        causes = list(causes)
        for number, cause in enumerate(causes if len(causes) > 1 else ()):
            field = applied(self.field, causes[:number] + causes[number + 1 :])
            causes[number] = replace(cause, theta=alone(cause.inside, field))
        return causes
