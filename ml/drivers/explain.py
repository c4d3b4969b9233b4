"""The two questions: what explains the change of a sum, and what that of a ratio."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ml.drivers import shares
from ml.drivers.base import Base, RatioBase
from ml.drivers.cube import Codes, Cuboid, cuboids
from ml.drivers.evidence import Field
from ml.drivers.findings import Alternative, Analysis, Explanation, Kind
from ml.drivers.fit import Cause, Pursuit
from ml.drivers.prepare import field_of
from ml.types import Floats

UNKNOWN = "nothing tells how much the leaves vary: give earlier windows, or more leaves"
NOTHING = "no slice moved by more than it usually does"
WITHIN = 2.0
"""A change of fewer spreads than this has no shares: they would divide by noise."""
SLIGHT = 2.0
"""A slice with a smaller contribution to a ratio, in spreads of that, is not told of."""


Sides = tuple[tuple[Floats, Floats], tuple[Floats, Floats]]
"""(numerator, denominator) before and after."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A cause with the kind of thing that happened, its metric before and after, and its change in spreads."""

    cause: Cause
    kind: Kind
    expected: float
    actual: float
    z: float


def explain(codes: Codes, base: Base, actual: Floats, most_dimensions: int = 3) -> Analysis:
    """What drives the change of a sum over leaves.

    codes int[n, D]: the value of each dimension of each leaf, by any integers; base: n expected values; actual
    float64[n], 0 for leaves that sent nothing. Values may be negative. Raises ValueError for lengths that differ, for
    values that are not finite, or for more than 8 dimensions.
    """
    _checked(codes, base.expected, actual)
    cubes = cuboids(codes, most_dimensions)
    before, after = float(base.expected.sum()), float(actual.sum())
    field = field_of(cubes, base, actual)
    if field is None:
        return _silent(before, after)
    spread = float(np.sqrt(np.sum(field.s**2)))
    causes, next_ones = Pursuit(cubes, field).run()
    parts = shares.additive(causes, base.expected, actual)
    told = []
    for cause in causes:
        low, high = float(base.expected[cause.inside].sum()), float(actual[cause.inside].sum())
        z = (high - low) / float(np.sqrt(np.sum(field.s[cause.inside] ** 2)))
        told.append(_Told(cause, "appeared" if np.isinf(cause.theta) else "level", low, high, z))
    nothing = np.full(len(causes), np.nan)
    known = abs(after - before) > WITHIN * spread
    found = _written(told, parts.rate, (nothing, nothing), after - before, known, (codes, cubes))
    return _analysis((before, after), spread, found, (parts.left, known), _hints(next_ones, codes, cubes))


def explain_ratio(
    codes: Codes, base: RatioBase, numerator: Floats, denominator: Floats, most_dimensions: int = 3
) -> Analysis:
    """What drives the change of sum(numerator) / sum(denominator): other rates, or another mix of the leaves.

    Arguments as for `explain`. Rates are looked for among the numerators, given the denominators that are there;
    volumes among the denominators. Raises ValueError as `explain`, and where denominators are negative, or there are
    none on a side.
    """
    _checked(codes, base.numerator, base.denominator.expected, numerator, denominator)
    m0 = base.denominator.expected
    if min(m0.min(), denominator.min()) < 0 or min(m0.sum(), denominator.sum()) <= 0:
        raise ValueError("denominators must not be negative, nor all zero before or now; choose another window")
    cubes = cuboids(codes, most_dimensions)
    before, after = float(base.numerator.sum() / m0.sum()), float(numerator.sum() / denominator.sum())
    field = field_of(cubes, base.given(denominator), numerator)
    if field is None:
        return _silent(before, after)
    spread = float(np.sqrt(np.sum(field.s**2)) / denominator.sum())
    rates, next_ones = Pursuit(cubes, field).run()
    causes = [(c, False) for c in rates]
    volumes = field_of(cubes, base.denominator, denominator)
    if volumes is not None:
        # All volumes moving alike change no ratio.
        causes += [(c, True) for c in Pursuit(cubes, volumes).run()[0] if cubes[c.cuboid].dims]
    sides = (base.numerator, m0), (numerator, denominator)
    causes, parts = _weighty(causes, sides, SLIGHT * spread)
    told = [_ratio_told(c, v, sides, (field, volumes)) for c, v in causes]
    known = abs(after - before) > WITHIN * spread
    found = _written(told, parts.rate + parts.mix, (parts.rate, parts.mix), after - before, known, (codes, cubes))
    return _analysis((before, after), spread, found, (parts.left, known), _hints(next_ones, codes, cubes))


def _weighty(
    causes: list[tuple[Cause, bool]], sides: Sides, least: float
) -> tuple[list[tuple[Cause, bool]], shares.Parts]:
    """The causes less the volumes that hardly changed the ratio, with the parts of each."""
    while True:
        parts = shares.of_ratio([c for c, _ in causes], [v for _, v in causes], *sides)
        slight = [v and abs(p) < least for (_, v), p in zip(causes, parts.rate + parts.mix, strict=True)]
        if not any(slight):
            return causes, parts
        causes = [one for one, gone in zip(causes, slight, strict=True) if not gone]


def _silent(before: float, after: float) -> Analysis:
    nan = float("nan")
    return Analysis(before, after, after - before, nan, (), after - before, nan, (), UNKNOWN)


def _checked(codes: Codes, *values: Floats) -> None:
    if codes.ndim != 2 or any(v.shape != (len(codes),) for v in values):
        raise ValueError(f"codes {codes.shape} and values {[v.shape for v in values]}: give one row and value a leaf")
    if not all(np.isfinite(v).all() for v in values):
        raise ValueError("values must be finite; give 0 for a leaf that sent nothing")


def _ratio_told(
    cause: Cause,
    volume: bool,
    sides: Sides,
    fields: tuple[Field, Field | None],
) -> _Told:
    """The slice's own ratio before and after; its z is that of the numerator or of the denominator."""
    inside = cause.inside
    before, after = (
        float(n[inside].sum() / m[inside].sum()) if m[inside].sum() > 0 else float("nan") for n, m in sides
    )
    field = fields[1] if volume and fields[1] is not None else fields[0]
    off = float((field.v - field.mu)[inside].sum())
    return _Told(
        cause, "volume" if volume else "rate", before, after, off / float(np.sqrt(np.sum(field.s[inside] ** 2)))
    )


def _written(
    told: Sequence[_Told],
    contributions: Floats,
    split: tuple[Floats, Floats],
    change: float,
    known: bool,
    named: tuple[Codes, Sequence[Cuboid]],
) -> tuple[Explanation, ...]:
    """Explanations, the largest sure contribution first; shares only where the change is `known` from noise."""
    codes, cubes = named
    found = [
        Explanation(
            conditions=cubes[one.cause.cuboid].conditions(one.cause.group, codes),
            kind=one.kind,
            contribution=float(contribution),
            share=float(contribution) / change if known else float("nan"),
            rate=float(rate),
            mix=float(mix),
            expected=one.expected,
            actual=one.actual,
            effect=one.cause.theta,
            surprise=one.cause.score / math.log(2.0),
            z=one.z,
            confidence=one.cause.belief,
            leaves=int(one.cause.inside.sum()),
            alternatives=tuple(Alternative(cubes[c].conditions(g, codes), b) for c, g, b in one.cause.others),
        )
        for one, contribution, rate, mix in zip(told, contributions, *split, strict=True)
    ]
    return tuple(sorted(found, key=lambda e: (-abs(e.contribution) * e.confidence, len(e.conditions), e.conditions)))


def _hints(causes: Sequence[Cause], codes: Codes, cubes: Sequence[Cuboid]) -> tuple[Alternative, ...]:
    return tuple(Alternative(cubes[c.cuboid].conditions(c.group, codes), c.belief) for c in causes)


def _analysis(
    sides: tuple[float, float],
    spread: float,
    found: tuple[Explanation, ...],
    left: tuple[float, bool],
    hints: tuple[Alternative, ...],
) -> Analysis:
    change, (unexplained, known) = sides[1] - sides[0], left
    share = unexplained / change if known else float("nan")
    return Analysis(*sides, change, spread, found, unexplained, share, hints, "" if found else NOTHING)
