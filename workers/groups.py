"""The groups that are behind, a batch at a time: new instants in, one score a group and its episodes out."""

from __future__ import annotations

import logging
import struct
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from db.groups import GroupRow, Groups
from db.records import Points, Severity, from_us, to_us
from db.work import EpisodeChange, EpisodeVerb
from ml.group import Group, GroupVerdicts, Matrix, judge_members
from ml.types import FLOORS, StateError
from ml.watch import Watch
from workers.contract import SCORE_GROUPS
from workers.each_tenant import EachTenant

log = logging.getLogger("tidewatch.tasks")
BATCH = 50  # groups in one transaction
INSTANTS = 500  # of a group in one pass at most: a new one catches up over some passes
LATE_US = 60_000_000  # members are waited for so long, and at least two steps
HOLD_US, HOLD_STEPS = 300_000_000, 5  # calm for so long ends an episode
TOLD_US = 3_600_000_000  # what began longer ago is remembered, not announced
ALERT = FLOORS[1]
CARRIERS = 5


def run_groups(store: Groups, now: datetime, each: EachTenant | None = None) -> tuple[dict[str, int], set[int]]:
    """Judge what is new in all groups. Returns how many episodes were opened and closed, and for whom. When a batch
    fails, each of its groups is judged alone, so that one spoils no other; `each` is told."""
    each, members = each or EachTenant(SCORE_GROUPS), store.form(now)
    ids, counts, tenants = sorted(members), {"open": 0, "close": 0}, set[int]()

    def judged(chunk: list[int]) -> None:
        with store.transaction():
            batch = store.load(chunk)
            changes = _judge(store, batch, members, now)
            tenants.update(store.save(batch, changes))
        for change in changes:
            if change.verb in counts:
                counts[change.verb] += 1

    for at in range(0, len(ids), BATCH):
        chunk = ids[at : at + BATCH]
        try:
            judged(chunk)
        except Exception:
            for one in chunk:
                with store.transaction():  # which fails where the database is what is wrong
                    found = store.load([one])
                with each.alone(found[0].tenant if found else 0, f"group {one}"):
                    judged([one])
    return {verb: n for verb, n in counts.items() if n}, tenants


def _judge(store: Groups, batch: list[GroupRow], members: dict[int, list[int]], now: datetime) -> list[EpisodeChange]:
    """Bring each group of a batch up to date, in place."""
    watch, models, first = Watch(), [], 0
    for one in batch:
        models.append(_restore(watch, first, one, members[one.id]))
        first += len(one.members)
    ids = [series for one in batch for series in one.members]
    if not ids:
        return []
    after = [one.until for one in batch for _ in one.members]
    ends = [_end(one, now) for one in batch]
    points = store.points(ids, after, max(ends))
    metrics, changes, first = store.metrics(ids), [], 0
    for one, group, end in zip(batch, models, ends, strict=True):
        t, values = _aligned(points, first, one, end)
        if len(t):
            rows = np.arange(first, first + len(one.members), dtype=np.int32)
            verdicts = group.run(*judge_members(watch, rows, t, values), one.step)
            one.until = int(t[-1])
            changes += _episodes(one, t, verdicts, metrics, now)
            one.state = _state(watch, first, group)
        first += len(one.members)
    return changes


def _end(one: GroupRow, now: datetime) -> int:
    """Up to when a group is judged in this pass."""
    late = max(LATE_US, 2 * one.step)
    return int(min((to_us(now) - late) // one.step * one.step, one.until + INSTANTS * one.step))


def _aligned(points: Points, first: int, one: GroupRow, end: int) -> tuple[NDArray[np.int64], Matrix]:
    """Instants (until, end] a step apart up to the newest that has a point, and each member's last value in the step
    that ends there; NaN: none."""
    mine = (points.ids >= first) & (points.ids < first + len(one.members)) & (points.t <= end)
    at = -((one.until - points.t[mine]) // one.step) - 1  # (until, until + step] is instant 0
    values = np.full((int(at.max(initial=-1)) + 1, len(one.members)), np.nan)
    values[at, points.ids[mine] - first] = points.v[mine]  # in order of time: the last one stays
    return one.until + one.step * np.arange(1, len(values) + 1, dtype=np.int64), values


def _restore(watch: Watch, first: int, one: GroupRow, members: list[int]) -> Group:
    """A group's model, and its members' in rows from `first` on; who is new begins afresh, who is gone is forgotten."""
    old = {series: i for i, series in enumerate(one.members)}
    one.members = members
    watch.ensure(first + len(members))
    if one.state is None:
        return Group(len(members))
    try:
        parts = _unpack(one.state)
        group = Group.load(parts[0]).regrouped([old.get(series, -1) for series in members])
        for i, series in enumerate(members):
            if series in old:
                size = (len(parts) - 1) // len(old)
                begin = 1 + old[series] * size
                watch.put(first + i, parts[begin : begin + size])
    except (StateError, struct.error, ValueError) as problem:
        log.warning("group %s=%s learns anew: %s", one.label, one.value, problem)
        for i in range(len(members)):
            watch.put(first + i, Watch().extract(0))
        return Group(len(members))
    return group


def _state(watch: Watch, first: int, group: Group) -> bytes:
    """The version of the watch, then the group's state and all of its members', each behind its length."""
    parts = [group.dump()]
    for row in range(first, first + len(group.cov)):
        parts += watch.extract(row)
    return struct.pack("<I", Watch.VERSION) + b"".join(struct.pack("<I", len(part)) + part for part in parts)


def _unpack(state: bytes) -> list[bytes]:
    if struct.unpack_from("<I", state)[0] != Watch.VERSION:
        raise StateError(f"its state is not of version {Watch.VERSION}")
    parts, at = [], 4
    while at < len(state):
        (size,) = struct.unpack_from("<I", state, at)
        parts.append(state[at + 4 : at + 4 + size])
        at += 4 + size
    return parts


def _episodes(
    one: GroupRow, t: NDArray[np.int64], verdicts: GroupVerdicts, metrics: dict[int, str], now: datetime
) -> list[EpisodeChange]:
    """Open at the first instant that alerts, close when it has been calm for a while; update the group."""
    changes = []
    hold = max(HOLD_US, HOLD_STEPS * one.step)
    alerts = np.flatnonzero(np.nan_to_num(verdicts.score) >= ALERT).tolist()
    for i in [*alerts, None]:
        when = int(t[-1]) if i is None else int(t[i])
        if one.opened and when - one.last > hold:
            changes.append(_change("close", one, one.last + hold, now))
            one.opened = 0
        if i is None:
            break
        begins = not one.opened
        if begins:
            one.opened, one.peak = when, 0.0
        one.last = when
        if verdicts.score[i] > one.peak:
            one.peak, one.peak_at = float(verdicts.score[i]), when
            one.carriers = _carriers(one, verdicts.share[i], metrics)
        if begins:
            changes.append(_change("open", one, when, now))
    last = verdicts.score[-1]
    one.score = float(last) if np.isfinite(last) else None
    return changes


def _carriers(one: GroupRow, share: NDArray[np.float64], metrics: dict[int, str]) -> list[dict[str, object]]:
    order = [i for i in np.argsort(-share, kind="stable")[:CARRIERS].tolist() if share[i] > 0]
    return [
        {"series_id": one.members[i], "metric": metrics.get(one.members[i], "?"), "share": round(float(share[i]), 4)}
        for i in order
    ]


def _change(verb: EpisodeVerb, one: GroupRow, t: int, now: datetime) -> EpisodeChange:
    said = ", ".join(f"{who['metric']} {100 * who['share']:.0f} %" for who in one.carriers)
    rank = sum(one.peak >= floor for floor in FLOORS[1:])
    return EpisodeChange(
        verb=verb,
        tenant=one.tenant,
        series_id=one.series_id,
        t=t,
        opened_at=one.opened,
        last_at=one.last,
        points=0,
        score=one.peak,
        severity=list(Severity)[rank],
        peak_at=one.peak_at,
        value=None,
        expected=None,
        lo=None,
        hi=None,
        detector="group",
        reason=f"{one.label} {one.value}: {said} carry it.",
        told=now - from_us(one.opened) < from_us(TOLD_US) - from_us(0),
    )
