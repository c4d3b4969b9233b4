"""The factory's school is always the same, goes by its zone's clock, and has something to find."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from api.ingest.events import parse
from db.packs.learning.factory import events, roster
from tests.packs.learning.campus import frame

START = datetime(2026, 2, 1, tzinfo=UTC)
NOW = 1_800_000_000_000_000
pytestmark = pytest.mark.req("S2-98")


@pytest.fixture(scope="module")
def year() -> pd.DataFrame:
    """A year of 60 students in New York."""
    found = frame(list(events(5, START, 365, 60, "America/New_York")))
    return found.assign(local=found.t.dt.tz_convert("America/New_York"))


def test_the_same_seed_is_the_same_year_and_every_event_is_taken() -> None:
    first, again = (list(events(5, START, 20, 30, "Australia/Lord_Howe")) for _ in range(2))
    assert first == again != list(events(6, START, 20, 30, "Australia/Lord_Howe"))
    times = [event["timestamp"] for event in first]
    assert times == sorted(times)
    draft = parse(first, NOW, [], 10**6)
    assert len(draft.events) == len(first) and draft.named


def test_days_and_nights_are_those_of_the_zone_through_both_changes_of_clocks(year: pd.DataFrame) -> None:
    for month in (2, 5, 8, 11):
        hours = year[(year.local.dt.month == month) & (year.type != "learning.consent")].local.dt.hour
        assert hours.between(1, 4).mean() == 0 < hours.between(8, 19).mean() > 0.8


def test_weekends_holidays_and_those_who_fade_can_be_found(year: pd.DataFrame) -> None:
    by_day = year.groupby(year.local.dt.day_of_week).size()
    assert by_day[5] + by_day[6] < 0.3 * by_day[:5].sum()
    faded = [row["id"] for row in roster(5, 60)["people"] if row["role"] == "STUDENT"][7::10]
    half = year.t.min() + pd.Timedelta(days=185)
    late = year[(year.t > half) & year.person.isin(faded)]
    early = year[(year.t <= half) & year.person.isin(faded)]
    assert len(late) < 0.4 * len(early)


def test_quizzes_of_one_course_get_harder(year: pd.DataFrame) -> None:
    people = roster(5, 60)
    course = people["courses"][0]["id"]
    hard = year[year.content.isin([row["id"] for row in people["quizzes"] if row["course_id"] == course])]
    third = year.t.min() + pd.Timedelta(days=250)
    assert hard[hard.t > third].score.mean() < hard[hard.t <= third].score.mean() - 8


def test_the_roster_fits_together() -> None:
    one = roster(5, 60, "Asia/Kathmandu")
    people = {row["id"] for row in one["people"]}
    classes = {row["id"] for row in one["classes"]}
    assert all(row["person_id"] in people and row["class_id"] in classes for row in one["enrolments"])
    assert len(people) == len(one["people"]) and one == roster(5, 60, "Asia/Kathmandu")
    assert people.isdisjoint(row["id"] for row in roster(6, 60)["people"])
    taught = {row["class_id"] for row in one["enrolments"] if row["role"] == "TEACHER"}
    assert taught == classes
