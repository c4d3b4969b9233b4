"""What driver analysis is held against: rankings of slices, by the paper of Adtributor and by nothing but the change.

All get the expectation that ours computes. Each returns slices as flags over leaves, the first the likeliest.
"""

from __future__ import annotations

import numpy as np

from bench.drivers_data import Case, Flags, Floats
from ml.drivers import seasonal, seasonal_ratio
from ml.drivers.base import raw_rate
from ml.drivers.cube import cuboids

T_EP, T_EEP = 0.67, 0.1
"""Adtributor's thresholds: of the change that a set explains, and that each of its elements does."""


def plain(case: Case) -> list[Flags]:
    """All slices of one to three dimensions by their change; of ratios by their part of it (rate and mix)."""
    return _ranked(case, in_spreads=False)


def plain_in_spreads(case: Case) -> list[Flags]:
    """The same in spreads of each slice."""
    return _ranked(case, in_spreads=True)


def _ranked(case: Case, in_spreads: bool) -> list[Flags]:
    sums: list[tuple[float, int, Flags]] = []
    change, variance = changes(case)
    for cuboid in cuboids(case.codes)[1:]:
        size = np.abs(np.bincount(cuboid.group, change))
        if in_spreads:
            spread = np.sqrt(np.bincount(cuboid.group, variance))
            size = np.where(spread > 0, size / np.where(spread > 0, spread, 1.0), 0.0)
        for group in np.argsort(-size, kind="stable")[:3]:
            sums.append((-float(size[group]), len(cuboid.dims), cuboid.group == group))
    return [inside for *_, inside in sorted(sums, key=lambda one: one[:2])[:3]]


def changes(case: Case) -> tuple[Floats, Floats]:
    """Part of each leaf in the change, and its variance."""
    if case.history_m is None or case.now_m is None:
        base = seasonal(case.history)
        assert base.sd is not None
        return case.now - base.expected, base.sd**2
    rates = seasonal_ratio(case.history, case.history_m)
    m0, m1 = rates.denominator.expected, case.now_m
    given = rates.given(m1)
    assert given.sd is not None
    w0, w1 = m0 / m0.sum(), m1 / m1.sum()
    r0 = raw_rate(rates.numerator, m0)[0]
    r1 = np.where(m1 > 0, case.now / np.where(m1 > 0, m1, 1.0), r0)
    middle = ((r0 * w0).sum() + (r1 * w1).sum()) / 2
    return (w0 + w1) / 2 * (r1 - r0) + (w1 - w0) * ((r0 + r1) / 2 - middle), (given.sd / m1.sum()) ** 2


def adtributor(case: Case) -> list[Flags]:
    """Bhagwan et al., NSDI 2014: in each dimension the fewest surprising elements that explain enough; the dimension
    whose set is the most surprising first. Their elements are told in the order of their surprise."""
    measures = _measures(case)
    candidates: list[tuple[float, list[Flags]]] = []
    for dim in range(case.codes.shape[1]):
        values, of = np.unique(case.codes[:, dim], return_inverse=True)
        grouped = [(np.bincount(of, f, len(values)), np.bincount(of, a, len(values))) for f, a in measures]
        surprise = np.sum([_surprise(f / f.sum(), a / a.sum()) for f, a in grouped], axis=0)
        power = _power(grouped)
        taken: list[int] = []
        explained = 0.0
        for element in np.argsort(-surprise, kind="stable"):
            if power[element] > T_EEP:
                taken.append(int(element))
                explained += float(power[element])
            if explained > T_EP:
                candidates.append((float(surprise[taken].sum()), [of == element for element in taken]))
                break
    candidates.sort(key=lambda one: -one[0])
    return [inside for _, elements in candidates[:3] for inside in elements][:3]


def _measures(case: Case) -> list[tuple[Floats, Floats]]:
    """(expected, actual) of each leaf: of the sum, or of numerator and denominator."""
    if case.history_m is None or case.now_m is None:
        return [(seasonal(case.history).expected, case.now)]
    rates = seasonal_ratio(case.history, case.history_m)
    return [(rates.numerator, case.now), (rates.denominator.expected, case.now_m)]


def _surprise(p: Floats, q: Floats) -> Floats:
    """Each element's term of the Jensen-Shannon divergence."""
    both = np.where(p + q > 0, p + q, 1.0)
    terms = [np.where(x > 0, x * np.log(np.where(x > 0, 2 * x / both, 1.0)), 0.0) for x in (p, q)]
    return 0.5 * (terms[0] + terms[1])


def _power(grouped: list[tuple[Floats, Floats]]) -> Floats:
    """Part of the change that each element explains; of ratios by finite differences, scaled to add up to 1."""
    if len(grouped) == 1:
        f, a = grouped[0]
        return (a - f) / (a.sum() - f.sum())
    (f1, a1), (f2, a2) = grouped
    power = ((a1 - f1) * f2.sum() - (a2 - f2) * f1.sum()) / (f2.sum() * (f2.sum() + a2 - f2))
    return power / power.sum()
