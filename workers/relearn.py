"""A series whose past changed is learned anew from its stored points, and judged as if they had come in order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from db.records import Bands, Points
from db.work import EpisodeChange, RelearnAsk, Relearned
from ml.policy import Policies
from ml.types import CLOSE, Changes, Verdicts
from ml.watch import Watch
from workers.scoring import Scoring, bands_of, first_of_window, no_bands

MARGIN = 10
"""Usual steps around what changed in which a verdict may depend on it: episodes end after some quiet points."""
TRUSTED = 4
"""Where older points are left out, the first quarter of the rest only trains: what is said of it is not compared."""


def relearn(scoring: Scoring, ask: RelearnAsk, stored: Points, most: int, told_from: int) -> Relearned:
    """Replace the state of a series by what its newest stored points teach, if that is no less than it knows.

    `stored`: sorted by time, the newest `most` at most. An episode that is still going on is to be told of when a point
    that changed may be, and when its newest unusual point is not before `told_from` (us).
    """
    row = scoring.registry.row_of(ask.series_id)
    if ask.forget and row >= 0:
        scoring.watch.put(row, Watch().extract(0))
        scoring.touched.add(row // Watch.BLOCK)
        return Relearned(ask, None, [], no_bands())
    if row < 0 or not len(stored):
        return Relearned(ask, None, _standing(scoring, row), no_bands())
    scratch, rules = Watch(), Policies()
    rules.copy(scoring.policies, row, 0)
    if scoring.registry.counters[row]:
        scratch.mark_counters(np.zeros(1, np.int32))
    verdicts, changes = scratch.run(np.zeros(len(stored), np.int32), stored.t, stored.v, rules)
    knows_as_much = bool(scratch.count[0] >= scoring.watch.count[row])
    scoring.watch.put(row, scratch.extract(0), learned=knows_as_much)
    scoring.touched.add(row // Watch.BLOCK)
    span = _span(ask, stored, int(scratch.step[0]), whole=knows_as_much and len(stored) < most)
    episodes = _episodes(scoring, row, changes, scratch, stored)
    told = ask.live and bool(episodes) and episodes[-1].last_at >= told_from
    episodes = [replace(one, told=told and one.verb == "open") for one in episodes]
    return Relearned(ask, span, episodes, _bands(stored, verdicts, span))


def _standing(scoring: Scoring, row: int) -> list[EpisodeChange]:
    """The open episode as the detectors have it: nothing is known better."""
    if row < 0:
        return []
    going = scoring.watch.ongoing(np.array([row], np.int32))
    return [scoring.change(going, i, "open", int(going.last_at[i]), told=False) for i in range(len(going))]


def _span(ask: RelearnAsk, stored: Points, step: int, *, whole: bool) -> tuple[int, int] | None:
    """From where to where verdicts are compared, in us; None: nowhere."""
    if ask.since is None or ask.until is None:
        return None
    trusted = int(stored.t[0] if whole else stored.t[len(stored) // TRUSTED])
    start, stop = max(ask.since - MARGIN * step, trusted), ask.until + MARGIN * step
    return (start, stop) if start <= stop else None


def _episodes(scoring: Scoring, row: int, changes: Changes, scratch: Watch, stored: Points) -> list[EpisodeChange]:
    """Each episode once: those that are over as they ended, and the one that is going on."""
    changes.row[:] = row
    over = [
        scoring.change(changes, i, "close", int(stored.t[changes.point[i]]))
        for i in np.flatnonzero(changes.verb == CLOSE).tolist()
    ]
    going = scratch.ongoing(np.zeros(1, np.int32))
    going.row[:] = row
    return over + [scoring.change(going, i, "open", int(going.last_at[i])) for i in range(len(going))]


def _bands(stored: Points, verdicts: Verdicts, span: tuple[int, int] | None) -> Bands:
    """What is expected in each 15-minute window from the start of the span on."""
    if span is None:
        return no_bands()
    at = first_of_window(stored, np.zeros(len(stored), np.int64))
    return bands_of(stored, verdicts, at[stored.t[at] >= span[0]])
