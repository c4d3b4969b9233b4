"""What was said of a series against what its stored points say now: which episodes stay, change, go and come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.records import Severity, to_us
from db.work import EpisodeChange, RelearnAsk

Step = tuple["Stood | None", EpisodeChange | None]
"""(as it stood, as it is now): changed; (as it stood, None): gone; (None, as it is now): found."""


FOR_EVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Stood:
    """An episode as it was said. `told`: there is an alert of it."""

    id: int
    open: bool
    told: bool
    change: EpisodeChange


def stood(row: tuple[Any, ...], ask: RelearnAsk) -> Stood:
    """A row of `episodes_since`."""
    id_, is_open, told, opened, last, points, score, severity, peak, *numbers, detector, reason = row
    value, expected, lo, hi = numbers
    change = EpisodeChange(
        verb="open" if is_open else "close",
        tenant=ask.tenant,
        series_id=ask.series_id,
        t=to_us(last),
        opened_at=to_us(opened),
        last_at=to_us(last),
        points=points,
        score=score,
        severity=Severity(severity),
        peak_at=to_us(peak),
        value=value,
        expected=expected,
        lo=lo,
        hi=hi,
        detector=detector,
        reason=reason,
    )
    return Stood(id_, is_open, told, change)


def plan(before: list[Stood], now: list[EpisodeChange], span: tuple[int, int] | None) -> list[Step]:
    """What to write, what is over before what is open: a series has one open episode at most.

    Both sorted by time, without overlaps among themselves. Episodes that meet are the same. Compared are those that
    meet `span` (us from, to); those after it that nobody was told of, as what changed may have taught the detectors
    better; and whatever is open on either side, as the detectors go on from there.
    """
    left, steps = list(now), list[Step]()
    for one in before:
        meeting = [change for change in left if _meet(change, one.change.opened_at, one.change.last_at)]
        match = meeting[-1 if one.open else 0] if meeting else None
        if match is not None:
            left.remove(match)
        steps.append((one, match))
    steps += [(None, change) for change in left]
    wanted = [step for step in steps if _matters(*step, span)]
    return sorted(wanted, key=lambda step: step[1] is not None and step[1].verb == "open")


def news(before: Stood, now: EpisodeChange) -> bool:
    """Whether people can tell the difference: a score that is a little higher is put right, and not told."""
    if before.open != (now.verb == "open"):
        return True
    keys = ["opened_at", "severity"] if before.open else ["opened_at", "last_at", "severity", "peak_at", "value"]
    return any(getattr(before.change, key) != getattr(now, key) for key in keys)


def _matters(before: Stood | None, now: EpisodeChange | None, span: tuple[int, int] | None) -> bool:
    if before is not None and now is not None and _same(before, now):
        return False
    is_open = (before is not None and before.open) or (now is not None and now.verb == "open")
    told = before is not None and before.told
    return is_open or _inside(before, now, span, told=told)


def _inside(before: Stood | None, now: EpisodeChange | None, span: tuple[int, int] | None, *, told: bool) -> bool:
    if span is None:
        return False
    sides = [one for one in (before.change if before else None, now) if one is not None]
    return any(_meet(one, span[0], span[1] if told else FOR_EVER) for one in sides)


def _meet(change: EpisodeChange, start: int, stop: int) -> bool:
    return change.opened_at <= stop and change.last_at >= start


def _same(before: Stood, now: EpisodeChange) -> bool:
    """Whether nothing changed. Of one that is open only what is told as it goes on is kept: when it began, how bad."""
    was = before.change
    return not news(before, now) and (before.open or (was.points, was.score) == (now.points, now.score))
