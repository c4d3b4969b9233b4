"""All slices of one to three dimensions, as groupings of the leaves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ml.drivers.findings import Conditions
from ml.types import Flags, Floats, Longs

Codes = NDArray[np.integer]
MOST_DIMENSIONS = 8
PARSIMONY = 1.0
"""Nats that one more condition has to bring beyond what choosing among more slices costs: half a slice in e^1."""


def sums(group: Longs, values: Floats | Flags, groups: int) -> Floats:
    """Sum of the values in each group, float64[groups]."""
    out: Floats = np.bincount(group, values, groups).astype(np.float64, copy=False)
    return out


@dataclass(frozen=True, slots=True)
class Cuboid:
    """A grouping of the leaves by the values of `dims`; () has one group, everything.

    `group` int64[leaves]: the group of each leaf; `first` int64[groups]: one leaf of each group. `cost`: nats to name
    one of its groups: -log of a prior that is uniform over depths, then over sets of dimensions, then over groups.
    """

    dims: tuple[int, ...]
    group: Longs
    first: Longs
    cost: float

    def conditions(self, group: int, codes: Codes) -> Conditions:
        """The conditions of a group, from the codes [leaves, dimensions] that the cuboid was made of."""
        return tuple((dim, int(codes[self.first[group], dim])) for dim in self.dims)


def cuboids(codes: Codes, most: int = 3) -> list[Cuboid]:
    """codes int[leaves, dimensions], any integers -> groupings by up to `most` dimensions, the shallow first.

    Raises ValueError for no leaves, or more than MOST_DIMENSIONS dimensions: leave out those that never vary, or those
    with a value of its own on each leaf.
    """
    n, dimensions = codes.shape
    if not n or dimensions > MOST_DIMENSIONS:
        raise ValueError(f"{n} leaves of {dimensions} dimensions; give at least one leaf and up to {MOST_DIMENSIONS}")
    most = min(most, dimensions)
    dense = [np.unique(codes[:, dim], return_inverse=True)[1].astype(np.int64) for dim in range(dimensions)]
    made: list[Cuboid] = []
    by_dims: dict[tuple[int, ...], Longs] = {(): np.zeros(n, np.int64)}
    for depth in range(most + 1):
        sets = math.comb(dimensions, depth)
        for dims in combinations(range(dimensions), depth):
            key = by_dims[()] if not dims else by_dims[dims[:-1]] * (dense[dims[-1]].max() + 1) + dense[dims[-1]]
            _, first, group = np.unique(key, return_index=True, return_inverse=True)
            by_dims[dims] = group.astype(np.int64)
            cost = math.log((most + 1) * sets * len(first)) + PARSIMONY * depth
            made.append(Cuboid(dims, by_dims[dims], first.astype(np.int64), cost))
    return made
