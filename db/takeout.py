"""Points that events caused are taken out of samples and rollups again, or exchanged for others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from db.levels import LEVELS, Levels, Sums, Window
from db.names import fingerprint, overflow_spec
from db.packs.mapping import NOTHING, points_of
from db.packs.settled import settled
from db.pool import Connection
from db.queries import for_psycopg
from db.records import QUARTER_US, Event, Points, SeriesSpec, from_us, to_us
from db.samples import copy_samples

Point = tuple[int, int, float]
"""(series id, time in us, value)."""
DAY_US = LEVELS["samples_1d"]


@dataclass
class TakenOut:
    """`points`: taken out of raw samples. `unknown`: that were not there. `windows`: that were touched, raw or not.

    `closed`: rollup rows corrected where raw points are gone; `approximate`: of these, rows that hold more than the
    remaining events explain, so that least, greatest, first and last may still be of a point that went.
    """

    points: int = 0
    unknown: int = 0
    closed: int = 0
    approximate: int = 0
    windows: set[Window] = field(default_factory=set)


class Causes:
    """Events -> their points, in the series that there are. A series that was over the limit is the overflow's."""

    def __init__(self, conn: Connection, tenant: int) -> None:
        self._conn, self._tenant = conn, tenant
        self._known: dict[bytes, int | None] = {}

    def of(self, events: Iterable[Event]) -> list[Point]:
        """All points, in order of the events."""
        told = list(events)
        known = settled(self._conn, [(self._tenant, event) for event in told])
        made = [
            (event.t, _prints(spec), value)
            for event in told
            for spec, value in points_of(event, known.get((self._tenant, event.event_id), NOTHING))
        ]
        self._look_up({print_ for _, prints, _ in made for print_ in prints})
        found = []
        for t, prints, value in made:
            series = next((id_ for print_ in prints if (id_ := self._known[print_]) is not None), None)
            if series is not None:
                found.append((series, t, value))
        return found

    def _look_up(self, prints: set[bytes]) -> None:
        new = [print_ for print_ in prints if print_ not in self._known]
        self._known |= dict.fromkeys(new)
        rows = for_psycopg("removal").series_by_print(self._conn, tenant=self._tenant, prints=new) if new else ()
        self._known |= {bytes(print_): id_ for print_, id_ in rows}


def _prints(spec: SeriesSpec) -> tuple[bytes, ...]:
    places = (spec, overflow_spec(spec, metric_known=True), overflow_spec(spec, metric_known=False))
    return tuple(fingerprint(place.metric, place.labels, place.kind) for place in places)


def take_out(
    conn: Connection,
    levels: Levels,
    points: list[Point],
    remaining: Callable[[int, int], list[Point]],
    put: Sequence[Point] = (),
) -> TakenOut:
    """Take points out, and `put` others in. Inside the caller's transaction, while nobody else writes samples.

    Where raw points are kept their windows are marked dirty. Where retention dropped them rollup rows are computed
    from `remaining(lo, hi)`: the points that the remaining events of [lo, hi) us cause, with those put in.
    """
    closed = [(to_us(lo), to_us(hi)) for lo, hi in for_psycopg("removal").closed(conn)]
    done = TakenOut(windows={(series, t // QUARTER_US * QUARTER_US) for series, t, _ in (*points, *put)})
    there: tuple[list[Point], list[Point]] = ([], [])
    by_day: dict[int, tuple[list[Point], list[Point]]] = defaultdict(lambda: ([], []))
    for side, those in enumerate((points, put)):
        for point in those:
            gone = any(lo <= point[1] < hi for lo, hi in closed)
            (by_day[point[1] // DAY_US * DAY_US] if gone else there)[side].append(point)
    if any(there):
        _from_raw(conn, *there, done)
    for day, mine in sorted(by_day.items()):
        _from_rollups(levels, *mine, remaining(day, day + DAY_US), done)
    return done


def _from_raw(conn: Connection, points: list[Point], put: list[Point], done: TakenOut) -> None:
    """Several points may share an instant: what is left of it is written again."""
    sql = for_psycopg("removal")
    places = sorted({(series, t) for series, t, _ in (*points, *put)})
    times = [from_us(t) for _, t in places]
    at = {"ids": [series for series, _ in places], "times": times, "lo": min(times), "hi": max(times)}
    stored, wanted = Counter(tuple(row) for row in sql.points_at(conn, **at)), Counter(points)
    sql.drop_points(conn, **at)
    left = sorted((stored - wanted + Counter(put)).elements())
    if left:
        ids, t, v = zip(*left, strict=True)
        copy_samples(conn, Points(np.array(ids, np.int32), np.array(t, np.int64), np.array(v)), compress=False)
    done.points += (stored & wanted).total()
    done.unknown += (wanted - stored).total()
    marks = sorted({(series, t // QUARTER_US * QUARTER_US) for series, t in places})
    for_psycopg("shard").mark(conn, ids=[series for series, _ in marks], times=[from_us(t) for _, t in marks])


def _from_rollups(
    levels: Levels, points: list[Point], put: list[Point], remaining: list[Point], done: TakenOut
) -> None:
    """One day of points whose raw rows are gone."""
    touched = {series for series, _, _ in (*points, *put)}
    for level, width in LEVELS.items():
        less, more = _windows(points, width), _windows(put, width)
        rest = _windows((p for p in remaining if p[0] in touched), width)
        write: dict[Window, Sums] = {}
        for window, now in levels.read(level, sorted(less.keys() | more.keys())).items():
            went, came, left = less.get(window, []), more.get(window, []), rest.get(window, [])
            exact = now[0] - len(went) + len(came) == len(left)
            write[window] = summed(left) if exact else _added(_subtracted(now, went, left), came)
            done.approximate += not exact
        empty = [window for window, sums in write.items() if sums[0] <= 0]
        levels.delete(level, empty)
        levels.write(level, {window: sums for window, sums in write.items() if sums[0] > 0})
        done.closed += len(write)


def _windows(points: Iterable[Point], width: int) -> dict[Window, list[tuple[int, float]]]:
    found: dict[Window, list[tuple[int, float]]] = defaultdict(list)
    for series, t, value in points:
        found[series, t // width * width].append((t, value))
    return found


def summed(points: list[tuple[int, float]]) -> Sums:
    """(time, value) pairs as a rollup row; of one instant the smallest value is first and the largest last."""
    if not points:
        return (0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    ordered = sorted(points)
    v = [value for _, value in ordered]
    return (len(v), sum(v), min(v), max(v), v[0], v[-1], sum(value * value for value in v))


def _subtracted(now: Sums, went: list[tuple[int, float]], left: list[tuple[int, float]]) -> Sums:
    n, total, low, high, first, last, ssq = now
    less, rest = summed(went), summed(left)
    if n <= less[0]:
        return summed([])
    if left:
        low, high = (rest[2] if low == less[2] else low), (rest[3] if high == less[3] else high)
    return (n - less[0], total - less[1], low, high, first, last, max(0.0, ssq - less[6]))


def _added(now: Sums, came: list[tuple[int, float]]) -> Sums:
    more = summed(came)
    if not came or not now[0]:
        return now if now[0] else more
    n, total, low, high, first, last, ssq = now
    return (n + more[0], total + more[1], min(low, more[2]), max(high, more[3]), first, last, ssq + more[6])
