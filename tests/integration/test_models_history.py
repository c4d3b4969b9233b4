"""History for models: what a bucket holds for each kind of series, and that waiting for a refresh changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import pytest

from db.errors import NotFound
from db.history import MINUTE_US, Grid, History, Subject
from db.pool import connect
from db.records import Kind, from_us
from db.settings import DatabaseSettings
from tests.integration.reading import refresh, store
from tests.integration.writing import MINUTE, T0, add_series

HOUR_US = 60 * MINUTE_US
FAR = from_us(T0 + 40 * HOUR_US)


@pytest.fixture(scope="module")
def history(database: str) -> Iterator[History]:
    with History(DatabaseSettings(database_url=database)) as one:
        yield one


def series(database: str, metric: str, kind: str, minutes: list[int], values: list[float]) -> Subject:
    """A series with a point at each of these minutes after T0."""
    with connect(database) as conn:
        number = add_series(conn, metric, kind)
    store(database, number, [T0 + minute * MINUTE for minute in minutes], values)
    return Subject(number, 1, metric, {}, None, Kind(kind), FAR, MINUTE)


def load(history: History, *subjects: Subject, hours: int = 4, step: int = HOUR_US) -> Grid:
    return history.load(1, subjects, T0, T0 + hours * HOUR_US, step)


def same(history: History, database: str, *subjects: Subject, step: int = HOUR_US) -> list[list[float]]:
    """The grid, which must not change by a refresh."""
    before = load(history, *subjects, step=step).v
    refresh(database)
    after = load(history, *subjects, step=step).v
    np.testing.assert_array_equal(before, after)
    return [row.tolist() for row in after]


nan = pytest.approx(float("nan"), nan_ok=True)


def test_a_bucket_of_a_gauge_is_its_mean_and_an_empty_one_is_a_gap(history: History, database: str) -> None:
    gauge = series(database, "gauge", "gauge", [0, 30, 59, 121], [1.0, 2.0, 6.0, 5.0])
    assert same(history, database, gauge) == [[3.0, nan, 5.0, nan]]


def test_a_bucket_of_a_counter_is_its_growth_a_second(history: History, database: str) -> None:
    counter = series(database, "counter", "counter", [0, 50, 70, 130, 131], [0.0, 3600.0, 7200.0, 0.0, 1800.0])
    assert same(history, database, counter) == [[1.0, 1.0, 0.5, nan]]


@pytest.mark.parametrize("kind", ["money", "event"])
def test_where_nothing_was_spent_or_happened_is_zero(history: History, database: str, kind: str) -> None:
    spent = series(database, kind, kind, [70, 80, 200], [1.5, 2.0, 4.0])
    assert same(history, database, spent) == [[nan, 3.5, 0.0, 4.0]]


def test_many_series_of_all_kinds_come_at_once_in_the_order_asked_for(history: History, database: str) -> None:
    kinds = ["money", "gauge", "counter", "gauge", "event", "counter"]
    these = [series(database, f"mixed {i}", kind, [5, 65], [i, i + 36.0]) for i, kind in enumerate(kinds)]
    rows = same(history, database, *these)
    assert [row[:2] for row in rows] == [
        [0.0, 36.0], [1.0, 37.0], [0.0, 0.01], [3.0, 39.0], [4.0, 40.0], [0.0, 0.01],
    ]  # fmt: skip


@pytest.mark.parametrize(("step", "buckets"), [(15, [1.5, 3.0, nan]), (1, [1.0, 2.0, nan])])
def test_finer_grids_say_the_same(history: History, database: str, step: int, buckets: list[float]) -> None:
    gauge = series(database, f"fine {step}", "gauge", [0, 1, 15], [1.0, 2.0, 3.0])
    counter = series(database, f"fine counter {step}", "counter", [0, 1, 2], [0.0, 60.0, 30.0])
    rows = same(history, database, gauge, counter, step=step * MINUTE_US)
    assert rows[0][:3] == buckets
    assert np.nansum(rows[1]) * step == 1.5


def test_a_bucket_that_the_newest_point_has_not_finished_is_left_out(history: History, database: str) -> None:
    one = series(database, "unfinished", "gauge", [0, 61, 110], [1.0, 2.0, 3.0])
    newest = from_us(T0 + 110 * MINUTE)
    cut = [
        Subject(one.id, 1, one.metric, {}, None, one.kind, newest + timedelta(minutes=more), MINUTE) for more in (0, 9)
    ]
    assert [load(history, some).v[0].tolist()[:2] for some in cut] == [[1.0, nan], [1.0, 2.5]]


def test_a_series_of_another_tenant_is_not_there(history: History, database: str) -> None:
    one = series(database, "mine", "gauge", [0], [1.0])
    with pytest.raises(NotFound):
        history.load(2, [one], T0, T0 + HOUR_US, HOUR_US)


def test_a_span_begins_with_the_first_value(history: History, database: str) -> None:
    one = series(database, "begins late", "gauge", [130], [1.0])
    none = series(database, "nothing yet", "gauge", [60 * 30], [1.0])
    assert load(history, one, none).span().tolist() == [2 * HOUR_US, 0]
