"""Numbers of a range and a class equal sums over the raw events, every one of the same students."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.packs.learning.campus import DAYS, ZONES, Campus, get, midnight, newest, status, within

PATH = "/analytics/summary"


def wanted(campus: Campus, told: dict[str, object], people: list[str]) -> dict[str, object]:
    """The same numbers, from the events."""
    start, stop = pd.Timestamp(told["from"]), pd.Timestamp(told["to"])
    done, last = within(campus.raw, told, people), newest(campus.raw, people)
    reports = last[(last.t >= start) & (last.t < stop)].percent
    first = (
        campus.raw[(campus.raw.percent >= 100) & campus.raw.person.isin(people)].groupby(["person", "content"]).t.min()
    )
    scores = done[done.type == "learning.quiz_attempt"].score
    users = done.person.nunique()
    return {
        "total_active_users": users,
        "total_activities": len(done),
        "total_xp": int(done.xp.sum()),
        "average_xp_per_user": round(done.xp.sum() / users, 2),
        "average_progress": pytest.approx(reports.mean(), abs=0.0051),
        "completions": int(((first >= start) & (first < stop)).sum()),
        "quiz_attempts": len(scores),
        "average_quiz_score": pytest.approx(scores.mean(), abs=0.0051),
    }


@pytest.mark.req("S2-12", "S2-13", "S2-55")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("first", [DAYS - 10, 90, 40])
def test_a_range_of_days_equals_the_raw_events(campus: Campus, seed: int, first: int) -> None:
    start, end = midnight(ZONES[seed], first), midnight(ZONES[seed], 12)
    told = get(campus.as_(seed, "ADMIN"), PATH, start_date=f"{start:%Y-%m-%d}", end_date=f"{end:%Y-%m-%d}")
    assert pd.Timestamp(told["from"]) == start and pd.Timestamp(told["to"]) == end + pd.DateOffset(days=1)
    asked = wanted(campus, told, campus.students(seed))
    assert {name: told[name] for name in asked} == asked


@pytest.mark.req("S2-13")
@pytest.mark.parametrize("number", [0, 3])
def test_a_class_narrows_every_number(campus: Campus, number: int) -> None:
    class_ = campus.group(11, number)
    told = get(campus.as_(11, "TEACHER", number), PATH, class_id=class_)
    asked = wanted(campus, told, campus.members(class_))
    assert {name: told[name] for name in asked} == asked
    assert (told["class_id"], told["total_students"]) == (class_, len(campus.members(class_)))


@pytest.mark.req("S2-12", "S2-55")
def test_moments_are_kept_to_the_microsecond(campus: Campus) -> None:
    one = campus.raw[campus.raw.person.isin(campus.students(13)) & (campus.raw.type == "learning.progress")].iloc[50]
    start = one.t.isoformat()
    told = get(campus.as_(13, "ADMIN"), PATH, start_date=start, end_date=(one.t + pd.Timedelta("3h")).isoformat())
    asked = wanted(campus, told, campus.students(13))
    assert told["total_activities"] == asked["total_activities"] >= 1
    short = get(campus.as_(13, "ADMIN"), PATH, start_date=start, end_date=(one.t + pd.Timedelta("1us")).isoformat())
    assert short["total_activities"] == 1


@pytest.mark.req("S2-12")
def test_not_said_it_is_the_last_30_days(campus: Campus) -> None:
    told = get(campus.as_(11, "ADMIN"), PATH)
    days = (pd.Timestamp(told["to"]).tz_convert("Europe/Berlin").normalize() - pd.Timestamp(told["from"])).days
    assert days in (29, 30)
    asked = wanted(campus, told, campus.students(11))
    assert {name: told[name] for name in asked} == asked


@pytest.mark.req("S2-12", "S2-51", "S2-52", "S2-53")
def test_bad_dates_classes_and_roles_are_refused(campus: Campus) -> None:
    for wrong in ("yesterday", "2026-13-01", "2026-02-30", "2026-01-01T25:00:00Z", "9999-12-31"):
        assert status(campus.admin, PATH, start_date="2020-01-01", end_date=wrong) == 400
    assert status(campus.admin, PATH, class_id="7") == status(campus.admin, PATH, start_date="0000-01-01") == 400
    assert status(campus.admin, PATH, start_date="0001-01-01", end_date="1990-12-31") == 200
    assert status(campus.admin, PATH, start_date="2026-05-02", end_date="2026-05-01T00:00:00Z") == 422
    assert status(campus.as_(11, "TEACHER", 0), PATH, class_id=campus.group(12, 0)) == 404
    assert status(campus.as_(11, "STUDENT", 0), PATH) == 403


@pytest.mark.req("S2-54")
def test_a_range_with_nothing_has_zeros_and_nulls(campus: Campus) -> None:
    told = get(campus.admin, PATH, start_date="2001-01-01", end_date="2001-01-31")
    assert (told["total_activities"], told["total_xp"], told["completions"]) == (0, 0, 0)
    assert told["average_xp_per_user"] is told["average_progress"] is told["average_quiz_score"] is None
