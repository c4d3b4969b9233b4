"""One suite that every engine of `db.store` passes: what goes in comes out, once, and says the same of itself.

A class of `tests/contract/test_stores.py` an engine gives the fixture `kit`. Times are those of the last two hours:
what the smallest engine holds.
"""

from __future__ import annotations

import itertools
import time
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from db.errors import NotFound
from db.records import QUARTER_US, Event, Folded
from tests.store_kits import Kit
from workers.arrivals import run_pass

MINUTE = 60_000_000
NOW = time.time_ns() // 1000 // QUARTER_US * QUARTER_US
"""The last quarter of an hour that began, us."""
START = NOW - 6 * QUARTER_US
COLUMNS = ("n", "sum", "min", "max", "first", "last")


def every(step: int, count: int, start: int = START) -> np.ndarray:
    return start + step * np.arange(count, dtype=np.int64)


def cells(folded: Folded) -> dict[tuple[int, int], list[float]]:
    rows = zip(*(getattr(folded, name).tolist() for name in COLUMNS), strict=True)
    places = zip(folded.group.tolist(), folded.bucket.tolist(), strict=True)
    return {place: list(row) for place, row in zip(places, rows, strict=True)}


def slow_fold(t: np.ndarray, v: np.ndarray, edges: np.ndarray) -> dict[tuple[int, int], list[float]]:
    found = {}
    for bucket, (lo, hi) in enumerate(itertools.pairwise(edges)):
        part = v[(t >= lo) & (t < hi)]
        if len(part):
            found[0, bucket] = [len(part), part.sum(), part.min(), part.max(), part[0], part[-1]]
    return found


ONE = np.zeros(1, np.int32)


class StoreSuite:
    """Intake, pipeline and archive."""

    async def test_a_series_is_one_whatever_the_order_of_its_labels(self, kit: Kit) -> None:
        a = await kit.series("one", host="a", room="x")
        assert await kit.series("one", room="x", host="a") == a
        assert await kit.series("one", room="x", host="b") != a

    async def test_a_batch_that_comes_twice_is_one(self, kit: Kit) -> None:
        series = await kit.series("twice")
        assert (await kit.send(series, every(MINUTE, 5), range(5), key="key:a")).fresh
        again = await kit.send(series, every(MINUTE, 5), range(5), key="key:a")
        assert (again.fresh, again.answer) == (False, {"accepted": 5})
        other = await kit.send(series, every(MINUTE, 6), range(6), key="key:a")
        assert not other.fresh
        assert other.fingerprint == b"5 points"
        kit.work()
        assert len(await kit.archive.raw(1, np.array([series]), START, NOW, 100)) == 5

    async def test_points_come_back_as_they_were(self, kit: Kit) -> None:
        series, t = await kit.series("back"), every(MINUTE // 2, 150)
        v = np.random.default_rng(1).normal(50, 9, 150)
        await kit.send(series, t, v)
        assert (await kit.intake.backlog()).points >= 150
        kit.work()
        assert (await kit.intake.backlog()).points == 0
        points = await kit.archive.raw(1, np.array([series]), int(t[10]), int(t[140]), 1000)
        assert points.t.tolist() == t[10:140].tolist()
        assert points.v.tolist() == v[10:140].tolist()

    async def test_a_fold_is_what_numpy_says_also_when_points_came_late(self, kit: Kit) -> None:
        series, t = await kit.series("fold"), every(MINUTE, 85)
        v = np.random.default_rng(2).integers(0, 100, 85).astype(float)
        late = np.arange(85) % 7 == 3
        await kit.send(series, t[~late], v[~late])
        kit.work()
        await kit.send(series, t[late], v[late])
        kit.work()
        edges = np.array([START + 4 * MINUTE, START + QUARTER_US, NOW - QUARTER_US, NOW - 5 * MINUTE])
        folded = await kit.archive.fold(1, np.array([series]), ONE, edges, "samples_15m")
        assert cells(folded) == slow_fold(t, v, edges)

    async def test_the_later_of_two_values_of_one_instant_stays(self, kit: Kit) -> None:
        series, t = await kit.series("corrected"), every(MINUTE, 20)
        await kit.send(series, t, np.ones(20))
        kit.work()
        await kit.send(series, [t[3], t[4]], [5.0, 1.0])
        kit.work()
        points = await kit.archive.raw(1, np.array([series]), START, NOW, 100)
        assert (len(points), points.v[3], points.v.sum()) == (20, 5.0, 24.0)
        edges = np.array([START, NOW])
        folded = await kit.archive.fold(1, np.array([series]), ONE, edges, "samples_15m")
        assert (folded.n[0], folded.sum[0], folded.max[0]) == (20, 24.0, 5.0)

    async def test_what_a_counter_grew_by_is_healed_over_resets(self, kit: Kit) -> None:
        series = await kit.series("hits", "counter")
        await kit.send(series, every(10 * MINUTE, 6), [0, 600, 1200, 30, 630, 1230])
        kit.work()
        grown = await kit.archive.increase(1, np.array([series]), ONE, np.array([START, NOW]))
        assert (grown.sum[0], grown.n[0]) == (1200 + 30 + 1200, 6)

    async def test_a_quantile_is_exact(self, kit: Kit) -> None:
        a, b = await kit.series("q", host="a"), await kit.series("q", host="b")
        t, rng = every(MINUTE, 40), np.random.default_rng(3)
        va, vb = rng.normal(0, 1, 40), rng.normal(9, 1, 40)
        await kit.send(a, t, va)
        await kit.send(b, t, vb)
        kit.work()
        both, edges = np.array([a, b]), np.array([START, START + 40 * MINUTE])
        found = await kit.archive.quantile(1, both, np.zeros(2, np.int32), edges, 0.95)
        assert found.last[0] == pytest.approx(np.quantile(np.concatenate([va, vb]), 0.95), rel=1e-12)

    async def test_series_of_another_tenant_are_not_there(self, kit: Kit) -> None:
        series = await kit.series("mine")
        with pytest.raises(NotFound):
            await kit.archive.raw(2, np.array([series]), START, NOW, 1)
        assert await kit.archive.find_series(2, None, {}, 0, 10) == []

    async def test_an_event_that_comes_twice_is_one_with_its_points(self, kit: Kit) -> None:
        series = await kit.series("clicks", "event", page="x")
        events = [Event(f"e{n}", "click", START + MINUTE, causes=[(series, 1.0)]) for n in range(3)]
        await kit.happen(events)
        kit.work()
        await kit.happen([*events, Event("e3", "click", START + MINUTE, causes=[(series, 1.0)])])
        kit.work()
        folded = await kit.archive.fold(1, np.array([series]), ONE, np.array([START, NOW]), "samples_15m")
        assert (folded.n[0], folded.sum[0]) == (4, 4.0)

    async def test_series_are_found_by_pattern_and_label_page_by_page(self, kit: Kit) -> None:
        ids = [await kit.series(f"find.{name}_x", host=host) for name in "ab" for host in "12"]
        found = await kit.archive.find_series(1, "find.*", {"host": "2"}, 0, 10)
        assert [row.id for row in found] == [ids[1], ids[3]]
        assert [row.id for row in await kit.archive.find_series(1, "find.a?x", {}, 0, 10)] == []
        assert [row.id for row in await kit.archive.find_series(1, "find.*", {}, ids[1], 1)] == [ids[2]]
        metrics = await kit.archive.find_metrics(1, "find.*", "", 10)
        assert [(row.metric, row.series) for row in metrics] == [("find.a_x", 2), ("find.b_x", 2)]
        groups = await kit.archive.group_series(1, "find.a_x", {}, ("host",), 10)
        assert [(group.keys, group.ids.tolist()) for group in groups] == [(("1",), [ids[0]]), (("2",), [ids[1]])]

    async def test_progress_says_what_is_processed_and_what_waits(self, kit: Kit) -> None:
        series = await kit.series("progress")
        await kit.send(series, every(MINUTE, 3), range(3))
        _, waiting = await kit.archive.progress(1, np.array([series]))
        assert waiting is not None
        kit.work()
        newest, waiting = await kit.archive.progress(1, np.array([series]))
        assert (newest, waiting) == (datetime.fromtimestamp(START / 1e6 + 120, UTC), None)
        oldest, _ = await kit.archive.horizon(1, np.array([series]))
        assert oldest == datetime.fromtimestamp(START / 1e6, UTC)


SPIKE_AT = 420
"""Of 500 points, ten seconds apart."""


def spiked(seed: int = 5) -> tuple[np.ndarray, np.ndarray]:
    v = 50 + np.random.default_rng(seed).normal(0, 1, 500)
    v[SPIKE_AT : SPIKE_AT + 4] = 95
    return every(10_000_000, 500), v


class AlertSuite:
    """Episodes, alerts and what is said beforehand."""

    async def test_a_spike_is_told_of_and_ends(self, kit: Kit) -> None:
        series, (t, v) = await kit.series("spike"), spiked()
        await kit.send(series, t, v)
        assert kit.work() == {1}
        (episode,) = await kit.archive.episodes(
            1, ids=np.array([series]), state=None, severity=None, start=None, stop=None, before=None, limit=10
        )
        assert episode.opened_at == datetime.fromtimestamp(t[SPIKE_AT] / 1e6, UTC)
        assert (episode.state, episode.value, episode.kind) == ("closed", 95.0, "anomaly")
        (alert,) = [one for one in await kit.archive.alerts(1, state=None, severity=None, before=None, limit=10)
                    if one.alert["series_id"] == series]  # fmt: skip
        told = await kit.archive.alert(1, alert.alert["id"])
        assert [told[0].to_state, told[-1].to_state] == ["opened", "closed"]

    async def test_transitions_are_numbered_without_gaps(self, kit: Kit) -> None:
        for seed in (6, 7):
            series, (t, v) = await kit.series("numbered", seed=str(seed)), spiked(seed)
            await kit.send(series, t, v)
        kit.work()
        oldest, newest = await kit.archive.live_bounds(1)
        rows = await kit.archive.transitions(1, 0, 1000)
        assert [row.seq for row in rows] == list(range(oldest, newest + 1))
        assert [row.seq for row in await kit.archive.transitions(1, newest - 1, 10)] == [newest]

    async def test_late_data_takes_back_what_was_said(self, kit: Kit) -> None:
        series, (t, v) = await kit.series("taken back"), spiked(8)
        await kit.send(series, t, v)
        kit.work()
        await kit.send(series, t[SPIKE_AT : SPIKE_AT + 4], [50.0, 50.5, 49.5, 50.0])
        kit.work()
        assert kit.relearn() == 1
        told = [row for row in await kit.archive.transitions(1, 0, 1000) if row.alert["series_id"] == series]
        assert told[-1].to_state == "retracted"

    async def test_a_policy_mutes_and_its_end_speaks_again(self, kit: Kit) -> None:
        rules = {"metric": "muted*", "labels": {}, "muted": True, "note": None}
        await kit.policies.put(1, "quiet", rules, "me")
        assert (await kit.policies.put(1, "quiet", rules, "you"))["changed_by"] == "me"
        kit.adopt_policies()
        series, (t, v) = await kit.series("muted.load"), spiked(9)
        await kit.send(series, t, v)
        assert kit.work() == set()
        await kit.policies.remove(1, "quiet")
        kit.adopt_policies()
        with pytest.raises(NotFound):
            await kit.policies.get(1, "quiet")
        again, (t, v) = await kit.series("muted.other"), spiked(10)
        await kit.send(again, t, v)
        assert kit.work() == {1}

    async def test_a_series_that_stops_is_told_of_and_comes_back(self, kit: Kit) -> None:
        t = time.time_ns() // 1000 - 10_000_000 * np.arange(400, dtype=np.int64)[::-1]
        series = await kit.series("stops", host="s")
        await kit.send(series, t, 50 + np.random.default_rng(11).normal(0, 1, 400))
        kit.snapshot()
        heard = datetime.fromtimestamp(t[-1] / 1e6, UTC)
        for seconds in range(0, 1200, 30):
            run_pass(kit.arrivals, heard + timedelta(seconds=seconds), timedelta(seconds=30))
        assert await kit.archive.silent(1, np.array([series])) == {series}
        await kit.send(series, [t[-1] + 1_300_000_000], [50.0])
        kit.snapshot()
        run_pass(kit.arrivals, heard + timedelta(seconds=1320), timedelta(seconds=30))
        assert await kit.archive.silent(1, np.array([series])) == set()
