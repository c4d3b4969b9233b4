"""One pass over all series: whose silence is too long, whose points come too late, and who is as usual again."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from db import stale
from db.arrivals import Arrivals, Pulses, Together
from db.records import to_us
from db.work import EpisodeChange
from ml.arrival import Arrival, Known
from ml.lateness import Lateness
from ml.types import FLOORS, Floats, StateError

log = logging.getLogger("tidewatch.tasks")
BLOCK = 1024
LEAST_LATE = 60e6
"""us of lag that nobody needs to hear of."""
QUIET_STEPS = 2.0
"""Usual steps of waking silence from which a series counts as silent beside one that stopped."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What a pass found, columns of one length: score and waking us of each silence, and how late points may be.

    `allowed`: us by which they may be late now: usually, or as late as the newest one was.
    """

    score: Floats
    lived: Floats
    allowed: Floats


def run_pass(store: Arrivals, now: datetime, every: timedelta) -> tuple[dict[str, int], set[int]]:
    """Look at all series once. Returns how many did what, and the tenants of which something new is said."""
    with store.transaction():
        since, asked = store.listened(now, 3 * every)
        pulses = store.pulses(now)
        lateness, rows, blocks = _lateness(store, pulses)
        every_us = every // timedelta(microseconds=1)
        moved = pulses.newest > lateness.state["newest"][rows]
        limit = lateness.limit(rows, pulses.step, every_us)
        lateness.observe(rows, pulses.newest, pulses.points, pulses.seen, pulses.step, asked if since <= asked else 0)
        lag = lateness.state["lag"][rows].astype(float)
        silence = _silence(pulses, np.maximum(limit, lag), since)
        changes = _changes(store, pulses, silence, lag, limit, moved & (asked > 0), now)
        saved = {int(b): lateness.state.dump(i * BLOCK, (i + 1) * BLOCK) for i, b in enumerate(blocks)}
        tenants = store.save(changes, saved, since, now)
    kinds = [f"{change.detector} {change.verb}" for change in changes]
    return {kind: kinds.count(kind) for kind in sorted(set(kinds))}, tenants


def _lateness(store: Arrivals, pulses: Pulses) -> tuple[Lateness, NDArray[np.intp], NDArray[np.int64]]:
    """The model with the blocks that these series lie in, the row of each series, and the blocks' numbers."""
    blocks, at = np.unique(pulses.ids.astype(np.int64) // BLOCK, return_inverse=True)
    lateness = Lateness()
    lateness.state.ensure(len(blocks) * BLOCK)
    known = store.blocks(blocks)
    for i, block in enumerate(blocks.tolist()):
        if block in known:
            try:
                lateness.state.load(i * BLOCK, known[block])
            except StateError as problem:
                log.warning("lateness is learned anew: %s", problem)
    return lateness, at * BLOCK + pulses.ids % BLOCK, blocks


def _silence(pulses: Pulses, allowed: Floats, since: int) -> Silence:
    """Judge each series of which a point is due: by the time that we listened, less what its points may be late."""
    score, lived = np.full(len(pulses.ids), np.nan), np.zeros(len(pulses.ids))
    due = [
        i for i, one in enumerate(pulses.arrival) if one and one[0] == Arrival.version and len(one) == Arrival.PACKED
    ]
    if due:
        start = np.maximum(pulses.newest[due], since)
        until = pulses.until[due] - allowed[due].astype(np.int64)
        known = Known.of([pulses.arrival[i] or b"" for i in due])
        score[due], lived[due] = known.silence(start, pulses.step[due], pulses.points[due], np.maximum(until, start))
    return Silence(score, lived, allowed)


def _changes(
    store: Arrivals,
    pulses: Pulses,
    silence: Silence,
    lag: Floats,
    limit: Floats,
    moved: NDArray[np.bool_],
    now: datetime,
) -> list[EpisodeChange]:
    said = pulses.opened > 0
    live = lag <= np.maximum(np.maximum(300e6, 10 * pulses.step), 2 * limit)  # not history that is filled in
    stops = np.flatnonzero(~said & live & (silence.score >= FLOORS[1]))
    ends = np.flatnonzero(said & ~pulses.late & (pulses.newest > pulses.last))
    tardy = moved & (lag > np.maximum(limit, LEAST_LATE)) & (pulses.points >= 100)
    lates = np.flatnonzero(~said & live & tardy)
    timely = np.flatnonzero(pulses.late & moved & ~tardy)
    quiet = said & ~pulses.late | (silence.lived > QUIET_STEPS * pulses.step)
    shared = store.together({int(t) for t in pulses.tenants[stops]}, pulses.ids[quiet], now) if len(stops) else {}
    who = list(zip(pulses.tenants.tolist(), pulses.ids.tolist(), strict=True))
    return [
        *(_stopped(pulses, silence, i, shared, now) for i in stops.tolist()),
        *(stale.came_back(*who[i], int(pulses.opened[i]), int(pulses.newest[i])) for i in ends.tolist()),
        *(stale.came_late(*who[i], int(pulses.newest[i]), lag[i], limit[i]) for i in lates.tolist()),
        *(stale.on_time(*who[i], int(pulses.opened[i]), int(pulses.newest[i])) for i in timely.tolist()),
    ]


def _stopped(pulses: Pulses, silence: Silence, i: int, shared: Together, now: datetime) -> EpisodeChange:
    series = int(pulses.ids[i])
    numbers = float(pulses.step[i]), to_us(now), float(silence.lived[i] + silence.allowed[i]), float(silence.score[i])
    return stale.stopped(int(pulses.tenants[i]), series, int(pulses.newest[i]), *numbers, shared.get(series))
