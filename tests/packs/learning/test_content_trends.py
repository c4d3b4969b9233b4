"""What was looked at equals a count over the raw events."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.packs.learning.campus import ZONES, Campus, get, newest, status, within

PATH = "/analytics/trends/content"


def views(campus: Campus, told: dict[str, object], seed: int, people: list[str]) -> pd.DataFrame:
    """Activities that name a lesson, or a film of one, with the lesson."""
    lessons = {row["id"]: row["id"] for row in campus.rosters[seed]["lessons"]}
    lessons |= {row["id"]: row["lesson_id"] for row in campus.rosters[seed]["content"]}
    done = within(campus.raw, told, people)
    return done.assign(lesson=done.content.map(lessons)).dropna(subset=["lesson"])


@pytest.mark.req("S2-10", "S2-55")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("days", [30, 200])
def test_most_viewed_and_days_equal_the_raw_events(campus: Campus, seed: int, days: int) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, days=days, limit=7)
    seen = views(campus, told, seed, campus.students(seed))
    most = seen.groupby("lesson").agg(views=("id", "count"), viewers=("person", "nunique")).reset_index()
    most = most.sort_values(["views", "lesson"], ascending=[False, True]).head(7)
    got = [(row["lesson_id"], row["views"], row["viewers"]) for row in told["most_viewed"]]
    assert got == list(zip(most.lesson, most["views"], most.viewers, strict=True))
    named = within(campus.raw, told, campus.students(seed)).dropna(subset=["content"])
    by_day = named.groupby(named.t.dt.tz_convert(ZONES[seed]).dt.date).agg(n=("id", "count"), who=("person", "nunique"))
    days_told = [(day["views"], day["viewers"]) for day in told["days"] if day["views"]]
    assert days_told == list(zip(by_day.n, by_day.who, strict=True))


@pytest.mark.req("S2-10")
@pytest.mark.parametrize("seed", ZONES)
def test_completions_by_day_are_first_reports_of_100(campus: Campus, seed: int) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, days=90)
    full = campus.raw[(campus.raw.percent >= 100) & campus.raw.person.isin(campus.students(seed))]
    first = full.groupby(["person", "content"]).t.min()
    first = first[first >= pd.Timestamp(told["from"])]
    by_day = first.groupby(first.dt.tz_convert(ZONES[seed]).dt.date).size()
    assert [day["completions"] for day in told["days"] if day["completions"]] == by_day.tolist()


@pytest.mark.req("S2-10", "S2-53")
def test_rates_by_course_are_of_a_teachers_own_students(campus: Campus) -> None:
    told = get(campus.as_(11, "TEACHER", 0), PATH)
    members = campus.members(campus.group(11, 0))
    course_of = {row["id"]: row["course_id"] for row in campus.rosters[11]["lessons"]}
    rows = newest(campus.raw, members)
    by_course = rows.groupby(rows.content.map(course_of))
    for row in told["completion_by_course"]:
        mine = by_course.get_group(row["course_id"])
        assert (row["started"], row["students"]) == (len(mine), mine.person.nunique())
        assert row["completion_rate"] == round(100 * (mine.percent >= 100).mean(), 2)
        assert row["average_progress"] == pytest.approx(mine.percent.mean(), abs=0.0051)
    assert len(told["completion_by_course"]) == len(by_course)


@pytest.mark.req("S2-10", "S2-50")
def test_it_is_for_staff(campus: Campus) -> None:
    assert status(campus.as_(11, "STUDENT"), PATH) == status(campus.login("viewer"), PATH) == 403
    assert status(campus.as_(11, "TEACHER"), PATH, school_id=campus.school(12)) == 404
    assert status(campus.admin, PATH, days=366) == status(campus.admin, PATH, limit=0) == 422
    assert [len(get(campus.admin, PATH, **asked)["days"]) for asked in ({}, {"days": 365})] == [30, 365]


@pytest.mark.req("S2-72")
def test_rates_by_course_stay_for_an_hour_while_days_are_made_anew(campus: Campus) -> None:
    first, second = get(campus.admin, PATH, days=31), get(campus.admin, PATH, days=32)
    assert first["completion_generated_at"] == second["completion_generated_at"]
    assert first["generated_at"] < second["generated_at"]
