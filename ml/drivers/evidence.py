"""How much better each slice tells what was seen, all slices at once.

Under the generalised ripple effect (Li et al. 2019, Squeeze; 2023, PSqueeze) a cause moves all leaves of its slice by
one factor: v = mu (1 + theta). Where those works measure it by distances and thresholds, here it is a likelihood
ratio. With z = (v - mu) / s and u = mu / s of a leaf,

    gain = sum over the slice of  l(z) - l((z - theta u) / sigma) - log sigma,
    sigma^2 = max(1, 1 + theta) + (RIPPLE theta u)^2,
    l(x) = x^2 / 2  for |x| <= k,   k^2 / 2 + k^2 log(|x| / k)  beyond.

l is that of a normal distribution with tails of a power: a single wild leaf is not evidence for a slice, yet the skew
of small counts pulls nothing aside, as it would with Student's t. RIPPLE lets leaves of a cause differ a little in how
far they moved. A slice too large pays for leaves that stayed, one too small leaves gain to its parent; so the right
depth needs no threshold. theta is fitted by iteratively reweighted least squares (Lange, Little & Taylor 1989).

A slice that had nothing in any leaf has no factor. Its leaves gain l(z) - log(1 + |z|): any size is as likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ml.drivers.cube import Cuboid, sums
from ml.types import Flags, Floats

RIPPLE = 0.2
STEPS = 3
EMPTY = 1e-9
"""Levels below this part of their spread are none."""


@dataclass(frozen=True, slots=True)
class Field:
    """What is to be told: n leaves with what the model so far expects, what is there and the spread, float64[n] each.

    `core`: the k above for each leaf: small where few things happen, whose number is skewed. `wiggle`, `freedom`: for
    each cuboid the relative change that its groups make together from window to window, and how well that is known.
    `positive`: values cannot fall below zero.
    """

    mu: Floats
    v: Floats
    s: Floats
    core: Floats
    wiggle: Floats
    freedom: Floats
    positive: bool

    def rarity(self, x: Floats) -> Floats:
        """l above: -log density of noise, less a constant."""
        far = np.abs(x) / self.core
        out: Floats = self.core**2 * (0.5 * np.minimum(far, 1.0) ** 2 + np.log(np.maximum(far, 1.0)))
        return out


@dataclass(frozen=True, slots=True)
class Found:
    """For every group of a cuboid: `gain` in nats, `theta` (inf: appeared), and `most`, what of it is
    left where such groups wiggle: no more than a t-test of theta against the wiggle gives."""

    gain: Floats
    theta: Floats
    most: Floats


def spread_under(theta: Floats, u: Floats) -> Floats:
    """Variances in units of s^2 of leaves that a cause with this theta has moved."""
    out: Floats = np.maximum(1.0, 1.0 + theta) + (RIPPLE * theta * u) ** 2
    return out


def weigh(cuboid: Cuboid, field: Field, number: int) -> Found:
    """The evidence for each group of a cuboid, the `number`-th of them."""
    u, z = field.mu / field.s, (field.v - field.mu) / field.s
    group, groups = cuboid.group, len(cuboid.first)
    theta = fitted(u, z, group, groups, field)
    each = theta[group]
    variance = spread_under(each, u)
    stay = field.rarity(z)
    moved = stay - field.rarity((z - each * u) / np.sqrt(variance)) - 0.5 * np.log(variance)
    gain = sums(group, moved, groups)
    fresh = sums(group, np.abs(u) > EMPTY, groups) == 0
    if fresh.any():
        appeared = sums(group, stay - np.log1p(np.abs(z)), groups)
        gain, theta = np.where(fresh, appeared, gain), np.where(fresh, np.inf, theta)
    with np.errstate(over="ignore"):
        freedom = field.freedom[number]
        most = (freedom + 1.0) / 2.0 * np.log1p((theta / field.wiggle[number]) ** 2 / freedom)
    return Found(gain, theta, np.minimum(gain, most))


def fitted(u: Floats, z: Floats, group: np.ndarray, groups: int, field: Field) -> Floats:
    """theta of each group; 0 where it has no level."""
    weight = np.ones(len(u))
    theta = np.zeros(groups)
    for step in range(STEPS + 1):
        below = sums(group, weight * u * u, groups)
        above = sums(group, weight * u * z, groups)
        theta = np.where(below > 0, above / np.where(below > 0, below, 1.0), 0.0)
        if field.positive:
            theta = np.maximum(theta, -1.0)
        if step < STEPS:
            each = theta[group]
            variance = spread_under(each, u)
            weight = 1.0 / np.maximum(variance, ((z - each * u) / field.core) ** 2)
    return theta


def weigh_all(cubes: Sequence[Cuboid], field: Field) -> list[Found]:
    """Evidence for every slice."""
    return [weigh(cuboid, field, number) for number, cuboid in enumerate(cubes)]


def alone(inside: Flags, field: Field) -> float:
    """theta of one slice, given as its leaves; inf where it had nothing."""
    u, z = field.mu[inside] / field.s[inside], (field.v - field.mu)[inside] / field.s[inside]
    if not (np.abs(u) > EMPTY).any():
        return float("inf")
    part = replace(field, core=field.core[inside])
    return float(fitted(u, z, np.zeros(len(u), np.int64), 1, part)[0])
