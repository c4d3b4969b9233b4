"""From expectation and actual values to the field that is searched: spreads that hold, wiggles, how much is known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ml.drivers import noise
from ml.drivers.base import Base
from ml.drivers.cube import Cuboid, sums
from ml.drivers.evidence import Field
from ml.drivers.noise import Matrix
from ml.types import Floats

CORE = (1.5, 3.0)
"""Spreads up to which leaves are normally distributed, where little and where much tells how they vary."""
WIGGLE, WIGGLE_DF = 0.02, 4.0
"""Relative change that slices are taken to make together from window to window, as if seen so in some windows."""
LEAST_WIGGLE = 0.01
LEAST_LEAVES = 6
TINY = 1e-6


def field_of(cubes: Sequence[Cuboid], base: Base, actual: Floats) -> Field | None:
    """What is to be explained; None where nothing tells how much leaves vary."""
    s = spreads(base, actual)
    if s is None:
        return None
    leaves, learned = len(actual), max(base.windows - 1, 0)
    freedom = learned * leaves if base.sd is not None and base.windows else leaves
    # A leaf of n quanta has a skew of 1 / sqrt(n), and n is about (expected / s)^2.
    core = np.clip(1.0 + np.abs(base.expected) / s, CORE[0], np.clip(np.sqrt(freedom) / 2.0, *CORE))
    wiggle, known = wiggles(cubes, base.expected, s, base.residuals)
    positive = bool((base.expected >= 0).all() and (actual >= 0).all())
    return Field(base.expected, actual, s, core, wiggle, known, positive)


def spreads(base: Base, actual: Floats) -> Floats | None:
    """Standard deviations, positive: as known, wider where most leaves are off by more than that."""
    off = actual - base.expected
    across = noise.across(base.expected, off)
    sd = np.full(len(off), np.nan) if base.sd is None else np.abs(base.sd)
    usual = float(np.nanmedian(sd)) if np.isfinite(sd).any() else np.nan
    sd = np.where(np.isfinite(sd) & (sd > TINY * usual), sd, np.sqrt(across))
    if not np.isfinite(sd).any():
        return None
    sd = np.where(np.isfinite(sd), sd, np.nanmedian(sd))
    least = TINY * float(np.mean(np.abs(base.expected)) or np.mean(np.abs(actual)))
    sd = np.maximum(sd, least or 1.0)
    known = base.sd is not None and len(off) >= LEAST_LEAVES
    return sd * max(1.0, calibration(base.expected, off, sd)) if known else sd


def calibration(expected: Floats, off: Floats, sd: Floats) -> float:
    """By how much the densest part of the leaves is off more than their spreads say, less what they moved together."""
    has = np.abs(expected) > 0
    if has.sum() < LEAST_LEAVES:
        return 1.0
    common = float(np.median(off[has] / expected[has]))
    together = (off - common * expected) / sd
    return min(noise.shortest_half((off / sd)[has]), noise.shortest_half(together[has]))


def wiggles(cubes: Sequence[Cuboid], expected: Floats, s: Floats, residuals: Matrix | None) -> tuple[Floats, Floats]:
    """For each cuboid the relative change that its groups make together from window to window; degrees of freedom.

    A moment estimate: variance of the groups' relative residuals beyond what independent leaves give (as between
    studies in DerSimonian & Laird 1986), its mean over groups, those that tell most weighing most, none by far too
    much; drawn to WIGGLE.
    """
    own, freedom = np.full(len(cubes), WIGGLE), np.full(len(cubes), WIGGLE_DF)
    if residuals is None or residuals.shape[1] < 2:
        return own, freedom
    windows = residuals.shape[1]
    free = (windows + 1.0) / (windows - 1.0)
    for number, cuboid in enumerate(cubes):
        groups = len(cuboid.first)
        level = sums(cuboid.group, expected, groups)
        together = np.stack([sums(cuboid.group, column, groups) for column in residuals.T])
        noise_of = sums(cuboid.group, s * s, groups)
        has = (np.abs(level) > 0) & (noise_of > 0)
        if not has.any():
            continue
        weight = level[has] ** 2 / noise_of[has]
        excess = (free * np.mean(together**2, axis=0) - noise_of)[has] / level[has] ** 2
        excess = np.minimum(excess, np.quantile(excess, 0.95))
        df = (windows - 1.0) * float(weight.sum() ** 2 / np.sum(weight**2))
        pooled = (WIGGLE_DF * WIGGLE**2 + df * float(np.sum(weight * excess) / weight.sum())) / (WIGGLE_DF + df)
        own[number], freedom[number] = np.sqrt(max(LEAST_WIGGLE**2, pooled)), WIGGLE_DF + df
    return own, freedom
