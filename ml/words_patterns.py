"""Sentences for patterns, and how lengths of time and odds are said."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ml.batch.findings import Pattern
from ml.words import number

Json = float | int | str | bool | None | list["Json"] | dict[str, "Json"]

SPANS = ((86_400_000_000, "day"), (3_600_000_000, "hour"), (60_000_000, "minute"), (1_000_000, "second"))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
RAREST = 1e-9


def span(us: float) -> str:
    """'90 minutes', '3.5 days': in the largest unit of which there are at least two, and no 'nearly'."""
    for size, name in SPANS:
        many = round(us / size, 1)
        if many >= 2 or name == "second" or (many == 1 and us % size == 0):
            text = number(many) if many < 10 else f"{round(many):,}"
            return f"{text} {name}{'' if text == '1' else 's'}"
    raise AssertionError  # pragma: no cover - the last unit always answers


def odds(p: float) -> str:
    """'1 in 10,000': never more certain than one in a thousand million, two digits."""
    many = 1.0 / max(p, RAREST)
    if many < 1.5:
        return "more than 1 in 2"
    digits = max(math.floor(math.log10(many)) - 1, 0)
    return f"1 in {round(many / 10**digits) * 10**digits:,}"


def clean(value: Mapping[str, object]) -> dict[str, Json]:
    """Ready for JSON: numbers of numpy become plain, those that are none become null, tuples lists."""
    return {key: _clean(one) for key, one in value.items()}


def _clean(one: object) -> Json:
    if isinstance(one, bool | np.bool_):
        return bool(one)
    if isinstance(one, int | np.integer):
        return int(one)
    if isinstance(one, float | np.floating):
        return float(one) if math.isfinite(float(one)) else None
    if isinstance(one, list | tuple):
        return [_clean(x) for x in one]
    return None if one is None else str(one)


def pattern_sentence(subjects: Sequence[str], pattern: Pattern, unit: str) -> str:
    """One sentence with its numbers."""
    say: dict[str, Callable[[Sequence[str], Mapping[str, float | int | str], str], str]] = {
        "cycle": _cycle,
        "correlation": _correlation,
        "regime": _regime,
    }
    return say[pattern.kind](subjects, pattern.factors, unit)


def _cycle(subjects: Sequence[str], f: Mapping[str, float | int | str], unit: str) -> str:
    """'cpu.load repeats every 24 hours, highest around 14:00 UTC, ...'."""
    period = float(f["period_us"])
    top = ""
    if "peak_us" in f:
        minutes = int(f["peak_us"]) // 60_000_000
        weekday = f"{WEEKDAYS[minutes // 1440 % 7]} " if period > 2 * SPANS[0][0] else ""
        top = f", highest around {weekday}{minutes // 60 % 24:02d}:{minutes % 60:02d} UTC"
    swing = f"{number(2 * float(f['amplitude']))} {unit}".strip()
    return (
        f"{subjects[0]} repeats every {span(period)}{top}: it swings by {swing} from bottom to top, "
        f"{float(f['share']) * 100:.0f} % of its variance ({odds(float(f['p']))} by chance)."
    )


def _correlation(subjects: Sequence[str], f: Mapping[str, float | int | str], unit: str) -> str:
    """'cpu.load follows requests by 10 minutes (r = 0.83, 1 in 10,000 by chance).'"""
    del unit  # a correlation has none
    first, second = subjects
    inner = float(f["r_innovations"])
    against = inner < 0
    sure = f"r = {float(f['r']):.2f}, {inner:.2f} without what each repeats; {odds(float(f['q']))} by chance"
    if int(f["lag_us"]) == 0:
        how = "move against each other" if against else "move together"
        return f"{first} and {second} {how} ({sure})."
    how = "moves against" if against else "follows"
    return f"{second} {how} {first} after {span(float(f['lag_us']))} ({sure})."


def _regime(subjects: Sequence[str], f: Mapping[str, float | int | str], unit: str) -> str:
    """'valve.flow switches between 0 and 12.'"""
    low, high = (f"{number(float(f[key]))} {unit}".strip() for key in ("low", "high"))
    stays = ""
    if int(f["stay_low_us"]) and int(f["stay_high_us"]):
        stays = f", usually {span(float(f['stay_low_us']))} low and {span(float(f['stay_high_us']))} high"
    clock = ", by the clock" if float(f["by_the_clock"]) >= 0.8 else ""
    return (
        f"{subjects[0]} switches between {low} and {high}{clock}{stays}: {f['switches']} switches seen, "
        f"high for {float(f['share_high']) * 100:.0f} % of the time, now {f['now']}."
    )
