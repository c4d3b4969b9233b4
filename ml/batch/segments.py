"""Cutting a series where it breaks: binary segmentation, the test of one cut, and the noise that it is judged by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ml.batch import breaks, noise
from ml.batch.breaks import Kind
from ml.types import Flags, Floats

CHANCE = 0.003
"""Of one test on one stretch where nothing changes; five or so look at a series."""
PLAIN = 0.01
"""A level must also be better than a steady trend with this chance, a slope than a level."""
FREEDOM = 8.0
"""Degrees of freedom of the noise estimate below which a stretch says nothing: it wanders, or it is too short."""
COARSE = 12
"""Points averaged for the second view of the noise, where there are at least FEWEST such means."""
FEWEST = 24
MOST = 12
"""Cuts of a series, at most."""

Find = Callable[[Floats, Flags, int], "Split | None"]


@dataclass(frozen=True, slots=True)
class Split:
    """A stretch breaks at `k`, beside a constant or (`slope`) a steady trend. `rest` is what the fit leaves of it."""

    k: int
    kind: Kind
    slope: bool
    p: float
    rest: Floats
    lrv: float
    freedom: float

    def cost(self, lrv: float, n: int) -> float:
        """To compare fits of one stretch: what each leaves, and what it spends."""
        return float((self.rest**2).sum()) / max(lrv, 1e-300) + (2 + self.slope) * float(np.log(n))


def segmented(y: Floats, ok: Flags, edge: int, find: Find) -> list[tuple[int, Split]]:
    """(place in y, split), ascending: each stretch is split until nothing is found, then each split between its
    neighbours looked at again, and dropped where it was only the shadow of one that was found later."""
    waiting, cuts = [(0, len(y))], [0, len(y)]
    while waiting and len(cuts) - 2 < MOST:
        start, end = waiting.pop(0)
        split = find(y[start:end], ok[start:end], edge) or masked(y[start:end], ok[start:end], edge, find)
        if split is not None:
            cuts.append(start + split.k)
            waiting += [(start, start + split.k), (start + split.k, end)]
    cuts.sort()
    found, before = [], 0
    for after in cuts[2:]:
        split = find(y[before:after], ok[before:after], edge)
        if split is not None:
            found.append((before + split.k, split))
            before += split.k
    return found


def masked(y: Floats, ok: Flags, edge: int, find: Find) -> Split | None:
    """A break that others hide when the whole stretch is looked at, found in a half or quarter of it.

    Seeded binary segmentation (Kovacs, Buhlmann, Li & Munk 2023) in small; the chance is shared among the windows.
    """
    windows = [
        (start, start + size)
        for size in (len(y) // 2, len(y) // 4)
        if size >= max(2 * edge + 2, COARSE * FEWEST)
        for start in range(0, len(y) - size + 1, max(size // 2, 1))
    ]
    best: Split | None = None
    for start, end in windows:
        step = tested(y[start:end], ok[start:end], False, "step", edge)
        if step.p * len(windows) < CHANCE and (best is None or step.p < best.p):
            split = find(y[start:end], ok[start:end], edge)
            if split is not None and split.p * len(windows) < CHANCE:
                best = replace(split, k=start + split.k, p=split.p * len(windows))
    return best


def noise_of(rest: Floats, ok: Flags) -> tuple[float, float]:
    """Long-run variance of what a fit leaves, and the degrees of freedom with which it is known.

    The larger of two views: of the points, and of means over COARSE points. Only the second sees a slow wave under
    noise.
    """
    fine = memory_of(rest, ok)
    count = len(rest) // COARSE
    if count < FEWEST:
        return fine
    cut = len(rest) - count * COARSE
    there = ok[cut:].reshape(count, -1)
    held = there.sum(1)
    values = np.where(there, rest[cut:].reshape(count, -1), 0.0).sum(1) / np.maximum(held, 1)
    lrv, freedom = memory_of(values, held >= COARSE // 2)
    return max(fine, (lrv * COARSE, freedom))


def memory_of(rest: Floats, ok: Flags) -> tuple[float, float]:
    """Long-run variance by an autoregression, and its degrees of freedom."""
    n = int(ok.sum())
    coefficients, variance = noise.autoregression(noise.autocovariance(rest, ok), n)
    memory = max(float(coefficients.sum()), 0.0)
    return noise.long_run_variance(coefficients, variance), max(n * (1 - memory) / (2 * (1 + memory)), 1.0)


def tested(y: Floats, ok: Flags, slope: bool, kind: Kind, edge: int) -> Split:
    """The likeliest break with its chance, judged by the noise of what it leaves."""
    first = breaks.strongest(y, ok, slope, kind, 1.0, 1e6, edge)
    extra = np.maximum(np.arange(len(y)) - first.k, 0) / len(y) if kind == "hinge" else np.arange(len(y)) >= first.k
    null = np.hstack([breaks.design(len(y), slope), np.asarray(extra, float)[:, None]])
    rest, _ = breaks.residual(y, ok, null)
    lrv, freedom = noise_of(rest, ok)
    at = breaks.strongest(y, ok, slope, kind, lrv, freedom, edge)
    return Split(at.k, kind, slope, at.p if freedom >= FREEDOM else 1.0, rest, lrv, freedom)


def mean_split(y: Floats, ok: Flags, edge: int) -> Split | None:
    """The best of a step, a step on a slope, a change of slope; None where none is beyond chance, or a slope does."""
    n = int(ok.sum())
    if n < 2 * edge + 2:
        return None
    step, tilted, hinge = (
        tested(y, ok, False, "step", edge),
        tested(y, ok, True, "step", edge),
        tested(y, ok, True, "hinge", max(3 * edge, len(y) // 10)),
    )
    able = [split for split in (tilted, hinge) if split.p < CHANCE]
    if step.p < CHANCE and min(tilted.p, hinge.p) < PLAIN:
        able.append(step)
    lrv = min(step.lrv, tilted.lrv, hinge.lrv)
    return min(able, key=lambda split: split.cost(lrv, n)) if able else None


def variance_split(y: Floats, ok: Flags, edge: int) -> Split | None:
    """A step in the size of innovations, given by their size."""
    if int(ok.sum()) < 2 * edge + 2:
        return None
    split = tested(y, ok, False, "step", edge)
    return split if split.p < CHANCE else None


def residuals(y: Floats, ok: Flags, cuts: list[int]) -> Floats:
    """y without a line through each stretch between cuts; 0 at gaps."""
    parts = [
        breaks.residual(y[a:b], ok[a:b], breaks.design(b - a, True))[0]
        for a, b in zip([0, *cuts], [*cuts, len(y)], strict=True)
    ]
    return np.concatenate(parts)
