"""Cycles: lines in the spectrum that stand out of the background of the series' own noise.

The series is whitened by an autoregression, its Hann-tapered periodogram divided by a running median: what is left of
noise is exponential at every frequency, red noise too (Mann & Lees 1996; Schulz & Mudelsee 2002 for the red
background). A line must be beyond chance over all frequencies. Multiples of a cycle's frequency are its shape, not
cycles of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage, special

from ml.batch import grid, noise, season
from ml.batch.findings import Pattern, TooLittle
from ml.types import Flags, Floats, Longs

CHANCE = 0.005
"""Of finding any cycle in a series without one."""
CALENDAR_CHANCE = 2e-4
"""For day and week, whose test is nominal: noise with a memory of hours passes it some times as often."""
REPEATS = 0.9
"""A day whose course is so much the repetition of a shorter one is that shorter cycle."""
LEAST = 64
TURNS = 4
"""A cycle must have come round so often, day and week three times."""
AROUND = 51
"""Frequencies whose median is the background of the one in their middle."""
APART = (3, 8)
"""So many frequencies to the left and to the right a line is compared with too: just beyond its own width."""
MONDAY_US = 4 * season.DAY_US
"""The first Monday after the epoch."""
FOLDED = 7
"""Multiples of a line up to this are recognised where sampling has folded them down (aliasing)."""
SPIKE = 5.0
MOST = 5
SMALL = 0.01
"""A cycle that explains less of the variance than this is not worth a word."""


@dataclass(frozen=True, slots=True)
class Line:
    """A peak of the spectrum: frequency in turns a point, chance over all frequencies, multiples seen of it.

    `ratio`: how far it stands out of the background.
    """

    frequency: float
    p: float
    harmonics: int = 0
    ratio: float = 0.0


def cycles(t: Longs, v: Floats) -> list[Pattern] | TooLittle:
    """t int64[n] us on a regular grid, v float64[n] with NaN at gaps -> cycles, that with the most of the variance
    first.

    Day and week need three turns, others four; the shortest period is two steps and a bit. Raises ValueError where the
    grid is not regular.
    """
    s = grid.series(t, v)
    if s.have < LEAST or s.have < len(s.u) // 2:
        return TooLittle("too few values for cycles", s.have, max(LEAST, len(s.u) // 2))
    if s.scale == 0.0:
        return []
    u = detrended(s.u, s.ok)
    whole = float(np.var(u[s.ok]))
    found: list[Pattern] = []
    known: list[float] = []
    for length in season.CALENDAR:
        period = season.points(length, s.step)
        p = season.chance(u, s.ok, period) if period else 1.0
        if p < CALENDAR_CHANCE:
            course = np.resize(season.profile(u, s.ok, period), len(u))
            known.append(shortest(course[:period]))
            found += described(s, course, whole, Line(1.0 / known[-1], p))
            u = np.where(s.ok, u - course, 0.0)
    for line in fundamentals(lines(u, s.ok), known, len(u)):
        course = wave(u, s.ok, line)
        found += described(s, course, whole, line)
    return sorted(found, key=lambda pattern: -float(pattern.factors["share"]))[:MOST]


def detrended(u: Floats, ok: Flags) -> Floats:
    """Without a straight line, spikes drawn in, 0 at gaps."""
    at = np.linspace(-1.0, 1.0, len(u))
    slope, level = np.polyfit(at[ok], u[ok], 1)
    rest = np.where(ok, u - slope * at - level, 0.0)
    # Where most values are equal, the far ones are the signal.
    mostly_one = np.mean(np.abs(u[ok] - np.median(u[ok])) < 1e-9) > 0.5
    bound = np.inf if mostly_one else SPIKE * grid.spread(rest[ok])
    out: Floats = np.clip(rest, -bound, bound)
    return out


def shortest(course: Floats) -> float:
    """The shortest period in points that makes nearly all of the course: it need not be a whole number of them."""
    power = np.abs(np.fft.rfft(course)[1:]) ** 2
    whole = max(float(power.sum()), 1e-300)
    for turns in range(len(power), 1, -1):
        if power[turns - 1 :: turns].sum() >= REPEATS * whole:
            return len(course) / turns
    return float(len(course))


def lines(u: Floats, ok: Flags) -> list[Line]:
    """Peaks of the spectrum beyond chance, ascending in frequency."""
    n = len(u)
    coefficients, _ = noise.autoregression(noise.autocovariance(u, ok), int(ok.sum()))
    white = noise.whitened(u, coefficients)
    power = np.abs(np.fft.rfft((white - white.mean()) * np.hanning(n))) ** 2
    background = np.maximum(wide(power), beside(power))
    ratio = power / np.maximum(background, 1e-12 * max(float(power.max()), 1e-300))
    # Both are estimates: the ratio is F-distributed with 2 and about AROUND degrees of freedom (half are independent).
    single = special.fdtrc(2.0, float(AROUND), ratio)
    p = -np.expm1(len(power) * np.log1p(-np.minimum(single, 1.0 - 1e-12)))
    peak = (p < CHANCE) & (power >= ndimage.maximum_filter(power, 3, mode="nearest"))
    peak[:TURNS] = False
    return [Line((k + between(power, k)) / n, float(p[k]), 0, float(ratio[k])) for k in np.flatnonzero(peak).tolist()]


def wide(power: Floats) -> Floats:
    """The running median as a mean: that of exponentials is ln 2 of their mean."""
    width = min(AROUND, len(power) // 2 * 2 - 1)
    out: Floats = ndimage.median_filter(power[1:], width, mode="mirror") / np.log(2.0)
    return np.concatenate([out[:1], out])


def beside(power: Floats) -> Floats:
    """The higher of the medians a little to the left and to the right: a slope or a hump of the noise is no line."""
    padded = np.pad(power, APART[1], mode="edge")
    views = np.lib.stride_tricks.sliding_window_view(padded, APART[1] - APART[0] + 1)
    left, right = np.median(views[: len(power)], 1), np.median(views[APART[0] + APART[1] :], 1)
    return np.maximum(left, right)


def between(power: Floats, k: int) -> float:
    """Where between its neighbours a peak lies, in bins: a parabola through the logarithms."""
    if not 0 < k < len(power) - 1:
        return 0.0
    a, b, c = np.log(power[k - 1 : k + 2] + 1e-300)
    bend = a - 2 * b + c
    return float(np.clip(0.5 * (a - c) / bend, -0.5, 0.5)) if bend < -1e-12 else 0.0


def fundamentals(found: list[Line], known: list[float], n: int) -> list[Line]:
    """Lines that are no multiple of a known period or of a lower line, each with how many multiples of it there are."""
    bases = [1.0 / period for period in known]
    own: list[Line] = []
    for line in found:
        if any(is_multiple(line.frequency, base, n) for base in bases):
            continue
        of = [i for i, base in enumerate(own) if is_multiple(line.frequency, base.frequency, n)]
        if of:
            own[of[0]] = replace(own[of[0]], harmonics=own[of[0]].harmonics + 1)
        else:
            own.append(line)
    return [line for line in own if not any(is_folded(line, other, n) for other in own)]


def is_folded(line: Line, of: Line, n: int) -> bool:
    """Whether a line is a low multiple of a stronger one that is too quick for the grid and shows at a lower
    frequency."""
    if of.ratio <= line.ratio:
        return False
    multiples = np.arange(2, FOLDED + 1) * of.frequency
    shown = np.abs(multiples - np.round(multiples))
    return bool(np.any(np.abs(shown - line.frequency) * n <= 1.0 + 0.1 * np.arange(1, FOLDED)))


def is_multiple(frequency: float, base: float, n: int) -> bool:
    """Within what n points can tell apart: a bin, more for high multiples of a base that is itself uncertain."""
    times = round(frequency / base)
    return times >= 1 and abs(frequency - times * base) * n <= 1.0 + 0.1 * (times - 1)


def wave(u: Floats, ok: Flags, line: Line) -> Floats:
    """The least-squares sine of a line and of its first multiples."""
    turns = np.arange(len(u)) * line.frequency
    parts = [f(2 * np.pi * m * turns) for m in range(1, min(line.harmonics, 3) + 2) for f in (np.cos, np.sin)]
    columns = np.stack(parts, axis=1)
    fit, *_ = np.linalg.lstsq(columns[ok], u[ok], rcond=None)
    out: Floats = columns @ fit
    return out


def described(s: grid.Series, course: Floats, whole: float, line: Line) -> list[Pattern]:
    """The cycle as a finding, none where it explains next to nothing. `course`: its part of the scaled series."""
    share = float(np.clip(np.var(course[s.ok]) / max(whole, 1e-300), 0.0, 1.0))
    if share < SMALL:
        return []
    period = s.step / line.frequency
    exact = round(period)
    turn = max(round(1.0 / line.frequency), 1)
    one = course[len(course) - turn :]
    top = int(s.t[len(course) - turn + int(np.argmax(one))])
    factors: dict[str, float | int | str] = {
        "period_us": exact,
        "amplitude": float(s.scale * (one.max() - one.min()) / 2),
        "share": share,
        "last_peak_us": top,
        "harmonics": line.harmonics,
        "p": line.p,
    }
    if exact in season.CALENDAR:
        factors["peak_us"] = (top - MONDAY_US) % exact
    return [Pattern("cycle", (0,), 1.0 - line.p, every(exact), factors)]


def every(period: int) -> str:
    """'every 24 hours', 'every 90 minutes', 'every 7 days'."""
    for size, name in ((season.DAY_US, "day"), (3_600_000_000, "hour"), (60_000_000, "minute"), (1_000_000, "second")):
        if period >= 2 * size or name == "second":
            return f"every {round(period / size, 1):g} {name}s"
    raise AssertionError  # pragma: no cover - the last unit always answers
