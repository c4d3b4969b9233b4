"""Synthetic tables of leaves in which one or two slices were changed on purpose; all from one seed.

Sizes of leaves are products of Zipf-like weights of their values and of lognormal ones. Each earlier window is the same
hour of another week: a profile over the week of its own for each value of the first dimension, a drift of all, and
wiggles of values that move their slices together. Noise is gamma-distributed and Poisson: var = level + (cv level)^2.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
METRICS = ("additive", "rate", "mix")
NOISES = {"low": 0.05, "middle": 0.15, "high": 0.3}
DETECTABLE = 6.0
"""The change of a slice in spreads of the slice. Much less than that nobody can find among thousands of slices."""
MATTERS = 0.01
"""Part of the metric by which a cause changes it at least: the question is what changed the metric."""
TRIES = 400


@dataclass(frozen=True)
class Truth:
    """A changed slice: its leaves and how many conditions name it."""

    inside: Flags
    depth: int


@dataclass(frozen=True)
class Case:
    """A table with its causes. `history`, `history_m` [leaves, windows], `now`, `now_m` [leaves]; `_m` denominators of
    ratios, None for sums. `tags`: what kind of case it is."""

    codes: NDArray[np.int64]
    history: Floats
    now: Floats
    history_m: Floats | None
    now_m: Floats | None
    causes: tuple[Truth, ...]
    tags: dict[str, str]


@dataclass(frozen=True)
class World:
    """What a table is drawn from: usual levels of counts, what comes on one of them, and how noisy both are."""

    codes: NDArray[np.int64]
    level: Floats
    rate: Floats
    cv: float
    wiggle: float


def case(rng: Generator, metric: str, causes: int, noise: str, depth: int = 1) -> Case:
    """One table, with `causes` changed slices (0: none), the first of `depth` conditions."""
    while True:
        heavy, sparse = bool(rng.random() < 0.4), bool(rng.random() < 0.35)
        world = drawn(rng, noise, heavy, sparse)
        found = chosen(rng, world, metric, causes, depth)
        if found is not None:
            break
    truths, factors = found
    windows = int(rng.integers(4, 9))
    moved = np.ones(len(world.level))
    for factor in factors:
        moved *= factor
    history = [window(rng, world, np.ones(len(moved)), metric) for _ in range(windows)]
    now, now_m = window(rng, world, moved, metric)
    tags = {
        "metric": metric,
        "causes": str(causes),
        "noise": noise,
        "depth": str(truths[0].depth if truths else 0),
        "sizes": "heavy-tailed" if heavy else "even",
        "leaves": "sparse" if sparse else "full",
    }
    x, m = (np.stack([one[i] for one in history], axis=1) for i in (0, 1))
    ratio = metric != "additive"
    return Case(world.codes, x, now, m if ratio else None, now_m if ratio else None, truths, tags)


def drawn(rng: Generator, noise: str, heavy: bool, sparse: bool) -> World:
    """Leaves of three to five dimensions and their usual levels."""
    dimensions = int(rng.integers(3, 6))
    sizes = rng.integers(3, 11, dimensions)
    grid = np.stack(np.unravel_index(np.arange(int(np.prod(sizes))), tuple(sizes)), axis=1)
    rng.shuffle(grid)
    keep = max(60, int(min(len(grid), 4000) * (rng.uniform(0.15, 0.5) if sparse else 1.0)))
    codes = grid[:keep].astype(np.int64)
    level = np.exp(rng.normal(0, 1.5 if heavy else 0.6, len(codes)))
    rate = np.full(len(codes), math.exp(rng.normal(0, 2)))
    for dim, size in enumerate(sizes):
        level *= ((1.0 + np.arange(size)) ** -rng.uniform(0.2, 1.2))[rng.permutation(size)][codes[:, dim]]
        rate *= np.exp(rng.normal(0, 0.3, size))[codes[:, dim]]
    middle = math.exp(rng.uniform(math.log(1.0), math.log(20.0)) if sparse else rng.uniform(math.log(5), math.log(500)))
    level *= middle / np.median(level)
    level *= np.exp(rng.normal(0, 0.5, sizes[0]))[codes[:, 0]]  # what this hour of the week is for each value
    return World(codes, level, rate, NOISES[noise], float(rng.choice([0.0, 0.01, 0.02])))


def window(rng: Generator, world: World, moved: Floats, metric: str) -> tuple[Floats, Floats]:
    """One window's sums and counts. Counts move in additive cases and where the mix changes, else what comes on one."""
    together = np.full(len(moved), math.exp(rng.normal(0, 0.02)))
    for dim in range(world.codes.shape[1]):
        values = int(world.codes[:, dim].max()) + 1
        together *= np.exp(rng.normal(0, world.wiggle, values))[world.codes[:, dim]]
    level = world.level * together * (moved if metric != "rate" else 1.0)
    shape = 1.0 / world.cv**2
    counts = rng.poisson(level * rng.gamma(shape, 1.0 / shape, len(level))).astype(float)
    if metric == "additive":
        return counts, counts
    rate = world.rate * (moved if metric == "rate" else 1.0)
    spread = np.where(counts > 0, 1.0 / np.maximum(counts, 1.0), 1.0)  # sums of amounts with a spread of their mean
    return counts * rate * rng.gamma(1.0 / spread, spread), counts


def chosen(
    rng: Generator, world: World, metric: str, causes: int, depth: int
) -> tuple[tuple[Truth, ...], list[Floats]] | None:
    """Slices that can be told from others, and the factors of their leaves; None where the world has none."""
    truths: list[Truth] = []
    factors: list[Floats] = []
    for _ in range(TRIES):
        if len(truths) == causes:
            return (tuple(truths), factors) if metric != "mix" or all_shift(world, factors) else None
        truth, factor = slice_of(rng, world, int(rng.integers(1, 4)) if truths else depth)
        theta = np.where(truth.inside, factor * np.exp(rng.normal(0, 0.1, len(truth.inside))), 1.0)
        apart = all((truth.inside & t.inside).sum() < 0.5 * min(truth.inside.sum(), t.inside.sum()) for t in truths)
        if apart and telling(world, truth, factor, metric):
            truths.append(truth)
            factors.append(theta)
    return None


def slice_of(rng: Generator, world: World, depth: int) -> tuple[Truth, float]:
    """A slice around a leaf and how far it moves: to a tenth at least, threefold at most."""
    dimensions = world.codes.shape[1]
    dims = rng.permutation(dimensions)[:depth]
    leaf = world.codes[rng.integers(len(world.codes))]
    inside = (world.codes[:, dims] == leaf[dims]).all(axis=1)
    factor = float(rng.uniform(0.1, 0.7) if rng.random() < 0.5 else rng.uniform(1.4, 3.0))
    return Truth(inside, depth), factor


def telling(world: World, truth: Truth, factor: float, metric: str) -> bool:
    """Whether a change of the slice stands out of its noise, and the slice of those that hold it."""
    inside, level = truth.inside, world.level
    if inside.sum() < 2 or level[inside].sum() > 0.6 * level.sum() or not parted(world, truth):
        return False
    size = level * world.rate if metric == "rate" else level
    variance = size**2 / level if metric == "rate" else level + (world.cv * level) ** 2
    if change_z(size, variance, inside, factor) < DETECTABLE:
        return False
    if metric == "mix":
        shift, z = mix_shift(world, inside, factor)
        return abs(shift) >= MATTERS and abs(z) >= DETECTABLE
    return bool(abs(factor - 1.0) * size[inside].sum() >= MATTERS * size.sum())


def change_z(size: Floats, variance: Floats, inside: Flags, factor: float) -> float:
    """The slice's change in spreads of its sum."""
    spread = math.sqrt(float(variance[inside].sum()) + (0.02 * float(size[inside].sum())) ** 2)
    return float(abs(factor - 1.0) * size[inside].sum() / spread)


def mix_shift(world: World, inside: Flags, factor: float) -> tuple[float, float]:
    """What moving the slice's counts does to the ratio: as a part of it, and in its spreads."""
    now = world.level * np.where(inside, factor, 1.0)
    before, after = (np.sum(x * world.rate) / np.sum(x) for x in (world.level, now))
    spread = math.sqrt(float(np.sum(now * world.rate**2))) / float(now.sum())
    return float((after - before) / before), float((after - before) / spread)


def all_shift(world: World, factors: list[Floats]) -> bool:
    """Whether each cause also changes the ratio beside the others: two can undo each other."""
    moved = np.prod(factors, axis=0)
    whole = np.sum(world.level * moved * world.rate) / np.sum(world.level * moved)
    for factor in factors:
        level = world.level * moved / factor
        if abs(np.sum(level * world.rate) / np.sum(level) / whole - 1.0) < MATTERS:
            return False
    return True


def parted(world: World, truth: Truth) -> bool:
    """Each slice with one condition less holds a fifth more at least: else both are one for all who look."""
    codes, inside = world.codes, truth.inside
    leaf = codes[inside][0]
    dims = [d for d in range(codes.shape[1]) if (codes[inside, d] == leaf[d]).all()]
    if len(dims) != truth.depth:
        return False
    own = world.level[inside].sum()
    wider = [(codes[:, rest] == leaf[rest]).all(axis=1) for rest in ([d for d in dims if d != gone] for gone in dims)]
    return all(world.level[parent].sum() >= 1.25 * own for parent in wider)
