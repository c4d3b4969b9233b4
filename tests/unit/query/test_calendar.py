"""Buckets begin where people in a zone say that they begin."""

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.calendar import HOUR_US, day_begins, edges, level_of, moment, rfc3339, shift, zone_of
from db.errors import Invalid
from db.records import QUARTER_US, from_us, to_us

DAY = 24 * HOUR_US


def us(text: str, zone: str = "UTC") -> int:
    return to_us(datetime.fromisoformat(text).replace(tzinfo=zone_of(zone)).astimezone(UTC))


def hours(start: str, stop: str, zone: str) -> list[float]:
    folded, _ = edges(us(start, zone), us(stop, zone), "day", zone_of(zone))
    return (np.diff(folded) / HOUR_US).tolist()


def test_a_spring_day_has_23_hours_and_an_autumn_day_25() -> None:
    assert hours("2026-03-28", "2026-03-31", "Europe/Berlin") == [24, 23, 24]
    assert hours("2026-10-24", "2026-10-27", "Europe/Berlin") == [24, 25, 24]


def test_lord_howe_changes_by_half_an_hour() -> None:
    assert hours("2026-04-04", "2026-04-07", "Australia/Lord_Howe") == [24, 24.5, 24]
    assert hours("2026-10-03", "2026-10-06", "Australia/Lord_Howe") == [24, 23.5, 24]


def test_a_day_whose_midnight_is_skipped_begins_at_one() -> None:
    begins = day_begins(date(2018, 11, 4), zone_of("America/Sao_Paulo"))
    assert rfc3339(np.array([begins]), zone_of("America/Sao_Paulo")) == ["2018-11-04T01:00:00-02:00"]


def test_a_midnight_that_comes_twice_begins_the_day_once() -> None:
    assert hours("2026-10-31", "2026-11-03", "America/Havana") == [24, 25, 24]


def test_a_day_that_a_zone_never_had_is_no_bucket() -> None:
    apia = zone_of("Pacific/Apia")
    _, begins = edges(us("2011-12-28", "Pacific/Apia"), us("2012-01-01", "Pacific/Apia"), "day", apia)
    assert [text[:10] for text in rfc3339(begins, apia)] == ["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"]


def test_an_hour_that_comes_twice_is_two_buckets() -> None:
    berlin = zone_of("Europe/Berlin")
    _, begins = edges(us("2026-10-25T00:00"), us("2026-10-25T02:00"), "1h", berlin)
    assert rfc3339(begins, berlin) == [
        "2026-10-25T02:00:00+02:00",
        "2026-10-25T02:00:00+01:00",
        "2026-10-25T03:00:00+01:00",
    ]


def test_hours_begin_on_local_hours() -> None:
    folded, begins = edges(us("2026-01-01T00:00"), us("2026-01-01T02:00"), "1h", zone_of("Asia/Kathmandu"))
    assert (np.diff(folded) / QUARTER_US).tolist() == [1, 4, 3]
    assert rfc3339(begins, zone_of("Asia/Kathmandu"))[0] == "2026-01-01T05:00:00+05:45"


def test_weeks_begin_when_the_reader_says() -> None:
    for start, first in (("monday", "2025-12-29"), ("sunday", "2025-12-28"), ("saturday", "2025-12-27")):
        _, begins = edges(us("2026-01-01"), us("2026-01-20"), "week", zone_of("UTC"), start)
        assert str(from_us(begins[0]).date()) == first
        assert set(np.diff(begins) // DAY) == {7}


def test_a_ragged_range_keeps_its_ends() -> None:
    start, stop = us("2026-01-10T10:07"), us("2026-03-02T01:00")
    folded, begins = edges(start, stop, "month", zone_of("UTC"))
    assert (folded[0], folded[-1], len(folded)) == (start, stop, 4)
    assert (begins[0], begins[-1]) == (us("2026-01-01"), us("2026-04-01"))


@pytest.mark.parametrize("bucket", ["day", "week", "month"])
def test_shifting_back_undoes_counting(bucket: str) -> None:
    zone = zone_of("America/New_York")
    _, begins = edges(us("2026-01-01"), us("2026-12-01"), bucket, zone)
    for n in (1, 3, 8):
        assert shift(int(begins[-1]), n, bucket, zone) == begins[-1 - n]


@pytest.mark.parametrize(
    ("inner", "level"),
    [([], "samples_1d"), (["2026-01-01"], "samples_1d"), (["2026-01-01T01:00"], "samples_1h"),
     (["2026-01-01", "2026-01-01T00:15"], "samples_15m")],
)  # fmt: skip
def test_the_level_is_the_coarsest_that_no_edge_cuts(inner: list[str], level: str) -> None:
    assert level_of(np.array([us(text) for text in inner], np.int64)) == level


@given(
    st.integers(us("1974-01-01"), us("2100-01-01")),
    st.integers(QUARTER_US, 90 * DAY),
    st.sampled_from(["15m", "1h", "day", "week", "month"]),
    st.sampled_from(
        ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca"]
    ),
)
def test_buckets_cover_the_range_once(start: int, span: int, bucket: str, zone: str) -> None:
    folded, begins = edges(start, start + span, bucket, zone_of(zone))
    assert (folded[0], folded[-1]) == (start, start + span)
    assert (np.diff(folded) > 0).all() and (np.diff(begins) > 0).all()
    assert begins[0] <= start < begins[1] and begins[-2] < start + span <= begins[-1]
    assert not (folded[1:-1] % QUARTER_US).any()


@given(
    st.integers(us("1990-01-01"), us("2037-01-01")),
    st.sampled_from(["Europe/Berlin", "Asia/Kolkata", "America/Havana"]),
)
def test_days_are_those_of_pandas(start: int, zone: str) -> None:
    _, begins = edges(start, start + 40 * DAY, "day", zone_of(zone))
    first = pd.Timestamp(start, unit="us", tz="UTC").tz_convert(zone)
    days = pd.date_range(first.tz_localize(None).normalize(), periods=len(begins)).tz_localize(
        zone, ambiguous=np.ones(len(begins), bool), nonexistent="shift_forward"
    )
    assert begins.tolist() == [when.value // 1000 for when in days.as_unit("ns")]


def test_an_unknown_zone_is_named() -> None:
    with pytest.raises(Invalid, match="Mars/Olympus"):
        zone_of("Mars/Olympus")


def test_times_say_the_offset_that_they_have() -> None:
    t = np.array([us("2026-03-29T00:59:59"), us("2026-03-29T01:00:00")])
    assert rfc3339(t, zone_of("Europe/Berlin")) == ["2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00"]
    assert rfc3339(t[:1], zone_of("America/St_Johns")) == ["2026-03-28T22:29:59-02:30"]
    assert rfc3339(t[:1] + 5, zone_of("UTC")) == ["2026-03-29T00:59:59.000005+00:00"]


@given(
    st.integers(100_000_000_000_000, 7_258_118_400_000_000),
    st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe"]),
    st.booleans(),
)
def test_a_single_time_is_written_as_many_are(at: int, zone: str, whole: bool) -> None:
    at -= at % 1_000_000 if whole else 0
    assert moment(at, zone_of(zone)) == rfc3339(np.array([at], np.int64), zone_of(zone))[0]
