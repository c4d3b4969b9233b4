"""Milestones for routes: who may see and change which, a first progress at once, and how they are shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from api.auth import Principal
from api.errors import Unprocessable
from api.limits import limits
from api.schemas.milestones import wrong_times
from db import goals
from db.calendar import zone_of
from db.errors import Conflict, Forbidden, NotFound, RawGone
from db.goal_measure import measure
from db.goal_progress import NOTHING_EXPECTED, moment, progress_of
from db.goals import AGGS, Goal, Kept
from db.packs.registry import packs
from db.records import Kind, to_us
from db.store import Archive

PERSON = "user_id"
"""The label by which series belong to a person."""
USUAL = {Kind.gauge: "avg", Kind.counter: "increase", Kind.money: "sum", Kind.event: "sum"}
TRIES = 20
"""Of these many at once each has its turn: whoever fails, another has gone ahead."""
MAY_BE_NULL = ("owner", "unit", "days", "starts_at", "ends_at")
_EMPTY: dict[str, Any] = {
    "current_value": None, "progress_pct": None, "remaining": None, "points": 0, "achieved_at": None,
    "exceeded_at": None, "period_start": None, "period_end": None, **NOTHING_EXPECTED, "error": None,
}  # fmt: skip


def seen_by(who: Principal) -> str | None:
    """Whose milestones somebody sees: None: all. Raises `Forbidden`."""
    if who.may("read"):
        return None
    if who.person is None:
        raise Forbidden("Milestones need the scope read, or a user with a person. An admin can set one: PATCH a user.")
    return who.person


def visible(who: Principal, kept: Kept) -> Kept:
    """The milestone, to those who may see it; to others there is none. Raises `NotFound`."""
    person = seen_by(who)
    if person is not None and kept.goal.owner != person:
        raise NotFound("There is no such milestone.")
    return kept


def owned(who: Principal, goal: Goal) -> Goal:
    """The goal as somebody may set it: whoever may not operate has only goals of their own, about their own series.

    Raises `Forbidden`.
    """
    if who.may("operate"):
        return goal
    if who.person is None:
        raise Forbidden(
            "Changing milestones needs the scope operate, or a user with a person for milestones of its own."
        )
    for said, what in ((goal.owner, "owner"), (goal.labels.get(PERSON), f"label {PERSON}")):
        if said not in (None, who.person):
            raise Forbidden(f"The {what} can only be {who.person!r} without the scope operate.")
    return replace(goal, owner=who.person, labels=goal.labels | {PERSON: who.person})


def changeable(who: Principal, kept: Kept) -> Kept:
    """The milestone, to those who may change it. Raises `NotFound`, or `Forbidden` to those who only see it."""
    visible(who, kept)
    if not who.may("operate") and (who.person is None or kept.goal.owner != who.person):
        raise Forbidden("Changing milestones of others needs the scope operate.")
    return kept


async def completed(archive: Archive, tenant: int, fields: dict[str, Any]) -> Goal:
    """A goal of a body's fields, with the metric's own unit and aggregate where none are said. Raises `Invalid`."""
    zone_of(fields["timezone"])
    given = {name: fields[name] for name in goals.NAMES if name in fields}
    agg, unit = await _usual(archive, tenant, fields["metric"])
    given["agg"] = fields.get("agg") or agg
    given["unit"] = fields["unit"] if fields.get("unit") is not None else unit
    return Goal(**given)


async def _usual(archive: Archive, tenant: int, metric: str) -> tuple[str, str | None]:
    """(aggregate, unit) of a metric: as its pack says, or as its kind of series has it."""
    for pack in packs().values():
        for one in pack.model.metrics:
            if one.name == metric:
                return (one.agg if one.agg in AGGS else "sum"), one.unit
    found = await archive.find_series(tenant, metric, {}, 0, 1)
    return (USUAL[found[0].kind], found[0].unit) if found else ("sum", None)


def fields_of(body: dict[str, Any]) -> dict[str, Any]:
    """The names of HTTP as those of a goal."""
    names = {"target_value": "target", "window": "recurs"}
    return {names.get(name, name): value for name, value in body.items()}


def patched(goal: Goal, changes: dict[str, Any]) -> Goal:
    """A goal with some fields changed. Raises `Unprocessable` where they do not go together."""
    if nulls := [name for name, value in changes.items() if value is None and name not in MAY_BE_NULL]:
        raise Unprocessable(f"{', '.join(sorted(nulls))} cannot be null. Leave a field out to keep it.")
    if "recurs" in changes and changes["recurs"] != "rolling":
        changes = {"days": None} | changes
    made = replace(goal, **changes)
    if (made.recurs == "rolling") != (made.days is not None):
        raise Unprocessable("days goes with window=rolling, and a rolling window needs days.")
    if wrong := wrong_times(made.starts_at, made.ends_at):
        raise Unprocessable(f"{wrong}.")
    zone_of(made.timezone)
    return made


async def revised(pool: Any, find: Callable[[], Awaitable[Kept]], make: Callable[[Kept], Awaitable[Goal]]) -> Kept:
    """A milestone after a change: what `make` makes of it as `find` finds it; anew where somebody else was quicker, so
    that no change is lost. Raises `Conflict` where others are quicker again and again."""
    for _ in range(TRIES):
        seen = await find()
        if await goals.change(pool, seen, await make(seen)):
            return await goals.get(pool, seen.tenant, seen.id)
    raise Conflict("This milestone is being changed just now. Look at it, then try again.")


async def added(pool: Any, who: Principal, goal: Goal) -> Kept:
    """A new milestone. Raises `Conflict` where the tenant, or a member, has too many."""
    most = limits()
    own = None if who.may("operate") else most.milestones_each
    return await goals.add(pool, who.tenant, goal, who.name, most.milestones, own)


async def first_progress(pool: Any, archive: Archive, kept: Kept) -> Kept:
    """The milestone with what can be said at once; the task says the rest. Where points are gone, it stays empty."""
    now = datetime.now(UTC)
    try:
        found = await measure(archive, kept.tenant, kept.goal, to_us(now))
    except RawGone:
        return kept
    progress = progress_of(kept.goal, found)
    await goals.note(pool, kept, progress, now)
    return replace(kept, progress=progress, status=progress["status"], computed_at=now)


def shown(kept: Kept) -> dict[str, Any]:
    """A milestone as `MilestoneOut` has it."""
    goal = kept.goal
    same = ("title", "metric", "unit", "agg", "direction", "days", "timezone", "week_start", "owner", "labels")
    ends = {name: None if at is None else moment(goal, to_us(at))
            for name, at in (("starts_at", goal.starts_at), ("ends_at", goal.ends_at))}  # fmt: skip
    return (
        {"id": kept.id, "target_value": goal.target, "window": goal.recurs}
        | {name: getattr(goal, name) for name in same}
        | ends
        | {name: kept.progress.get(name, empty) for name, empty in _EMPTY.items()}
        | {"status": kept.status, "computed_at": kept.computed_at, "stale": kept.stale}
        | {name: getattr(kept, name) for name in ("created_at", "created_by", "changed_at")}
    )
