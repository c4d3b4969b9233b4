"""Why, in words and numbers: one sentence for an episode, from the numbers of its worst point."""

from __future__ import annotations

import math
from collections.abc import Sequence

UNITS = ((52.1786, "year"), (4.3482, "month"), (1.0, "week"), (1 / 7, "day"), (1 / 168, "hour"))
WINDOWS = {
    "level": "The mean of the last 12 points",
    "drift": "The mean of the last 144 points",
    "roughness": "The mean change from point to point",
    "calm": "The mean change from point to point",
}


def number(x: float) -> str:
    """Four significant digits, without noise: 412.3, 0.001235, 12,350,000."""
    if x == 0.0:
        return "0"
    digits = min(max(3 - math.floor(math.log10(abs(x))), 0), 12)
    rounded = round(x, 3 - math.floor(math.log10(abs(x))))
    text = f"{rounded:,.{digits}f}" if abs(x) >= 1e-6 else f"{x:.3g}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def how_often(score: float) -> str:
    """The promise behind a score: r = 1 / score - 1 such or rarer points a series-week, so one in 1 / r weeks."""
    r = max(1.0 / max(score, 1e-12) - 1.0, 1e-12)
    weeks = 1.0 / r
    if weeks > 52.1786 * 1000:
        return "less than once in 1,000 years"
    for size, name in UNITS:
        if weeks >= size or name == "hour":
            many = weeks / size
            text = number(round(many, 1)) if many < 3 else f"{round(many):,}"
            return f"about once in {text} {name}{'' if text == '1' else 's'}"
    raise AssertionError  # pragma: no cover - the last unit always answers


def spreads(value: float, expected: float, lo: float, hi: float) -> str:
    """'5.1 times the usual spread above', or 'above' where no spread is known."""
    side, edge = ("above", hi) if value > expected else ("below", lo)
    usual = abs(edge - expected)
    if not usual > 0.0 or not math.isfinite(abs(value - expected) / usual):
        return side
    return f"{number(round(abs(value - expected) / usual, 1))} times the usual spread {side}"


def extreme(what: str, seen: float, lo: float, hi: float) -> str:
    """`what`, seen, is above its highest of the last months."""
    side = "above its highest" if seen > hi else "below its lowest"
    return f"{what}, {number(seen)}, is {side} of the last months (range {number(lo)} to {number(hi)})"


def times(runs: float) -> str:
    """`7` of log2(7 - 2), as `ml.stream.windows` counts equal values."""
    return f"{round(math.pow(2.0, min(runs, 60.0))) + 2:,}"


def reason(detector: str, held: Sequence[float], seen: Sequence[float], score: float) -> str:
    """One sentence. `detector`: its name. `held`: the worst point's value, what was expected, lo, hi. `seen`: what
    the detector judged, and its usual lo and hi.
    """
    value, expected, lo, hi = held
    rare = f"a point this rare comes {how_often(score)}"
    if detector == "stuck":
        often = f"{number(value)} came {times(seen[0])} times in a row, before at most {times(seen[2])} times"
        return f"{often}; {rare}"
    if detector == "calm":
        seen = [math.exp(min(x, 80.0)) for x in seen]
    if detector in WINDOWS:
        return f"{extreme(WINDOWS[detector], *seen)}; {rare}"
    band = f"{number(lo)} to {number(hi)}"
    if detector == "novelty":
        side = "above the highest" if value > hi else "below the lowest"
        return f"{number(value)} is {side} value of the last months (range {band}); {rare}"
    out = spreads(value, expected, lo, hi)
    if detector == "jump":
        return f"{number(value)} is {out} the {number(expected)} that the points before led to ({band}); {rare}"
    return f"{number(value)} is {out} the expected {number(expected)} for this hour ({band}); {rare}"


def illegal(value: float, low: float, high: float) -> str:
    """One sentence for a value outside the legal range of its policy."""
    side, edge = ("above the highest", high) if value > high else ("below the lowest", low)
    return f"{number(value)} is {side} legal value, {number(edge)}"
