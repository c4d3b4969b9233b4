"""The dashboard equals sums over the raw events, for the students whom one may see."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.packs.learning.campus import KINDS, ZONES, Campus, get, midnight, newest, status, within

PATH = "/analytics/dashboard"
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


@pytest.mark.req("S2-11", "S2-55")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("time_range", DAYS)
def test_numbers_equal_the_raw_events(campus: Campus, seed: int, time_range: str) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, time_range=time_range)
    people = campus.students(seed)
    done = within(campus.raw, told, people)
    assert pd.Timestamp(told["from"]) == midnight(ZONES[seed], DAYS[time_range])
    assert (told["active_users"], told["total_activities"]) == (done.person.nunique(), len(done))
    assert told["total_xp"] == done.xp.sum()
    last = newest(campus.raw, people)
    progress = last[last.t >= pd.Timestamp(told["from"])].percent
    scores = done[done.type == "learning.quiz_attempt"].score
    for name, wanted in (("average_completion_rate", progress), ("average_quiz_score", scores)):
        assert told[name] == (pytest.approx(wanted.mean(), abs=0.0051) if len(wanted) else None)


@pytest.mark.req("S2-11")
@pytest.mark.parametrize("seed", ZONES)
def test_top_performers_and_completions_equal_the_raw_events(campus: Campus, seed: int) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, time_range="month", limit=5)
    done = within(campus.raw, told, campus.students(seed))
    xp = done.groupby("person").xp.sum().reset_index().sort_values(["xp", "person"], ascending=[False, True])
    top = [(row["user_id"], row["xp"]) for row in told["top_performers"]]
    assert top == list(zip(xp.person, xp.xp, strict=True))[:5]
    assert [row["rank"] for row in told["top_performers"]] == [1 + int((xp.xp > value).sum()) for _, value in top]
    full = campus.raw[(campus.raw.percent >= 100) & campus.raw.person.isin(campus.students(seed))]
    ended = full.groupby(["person", "content"]).t.min().reset_index()
    ended = ended[ended.t >= pd.Timestamp(told["from"])].sort_values("t", ascending=False).head(5)
    assert [row["lesson_id"] for row in told["recent_completions"]] == ended.content.tolist()
    assert all(row["lesson"] and row["course"] and row["name"] for row in told["recent_completions"])


@pytest.mark.req("S2-11")
def test_it_is_compared_with_the_same_stretch_before(campus: Campus) -> None:
    told = get(campus.as_(11, "ADMIN"), PATH, time_range="month")
    before = midnight("Europe/Berlin", 60)
    same = pd.Timestamp(told["to"]).tz_convert("Europe/Berlin") - pd.DateOffset(days=30)
    raw = campus.raw
    last = raw[(raw.t >= before) & (raw.t < same) & raw.person.isin(campus.students(11)) & raw.type.isin(KINDS)]
    change = told["versus_activities"]
    assert change["previous"] == len(last) and change["trend_basis"] == "ok"
    assert change["percent"] == round(100 * (told["total_activities"] - len(last)) / len(last), 2)
    year = get(campus.as_(11, "ADMIN"), PATH, time_range="year")
    assert year["versus_xp"] == {"previous": 0, "percent": None, "trend_basis": "no_baseline"}


@pytest.mark.req("S2-11", "S2-53")
def test_teachers_see_their_own_students_and_others_nothing(campus: Campus) -> None:
    members = campus.members(campus.group(12, 2))
    told = get(campus.as_(12, "TEACHER", 2), PATH, time_range="year", limit=100)
    assert told["total_students"] == len(members)
    assert {row["user_id"] for row in told["top_performers"]} <= set(members)
    assert told["total_activities"] == len(within(campus.raw, told, members))
    assert status(campus.as_(12, "STUDENT"), PATH) == status(campus.login("viewer"), PATH) == 403
    assert status(campus.as_(12, "TEACHER", 2), PATH, class_id=campus.group(12, 0)) == 404


@pytest.mark.req("S2-52", "S2-71")
def test_ranges_are_words_and_answers_are_kept_for_a_minute(campus: Campus) -> None:
    assert status(campus.admin, PATH, time_range="decade") == 422
    first, second = get(campus.admin, PATH, limit=3), get(campus.admin, PATH, limit=3)
    assert first["generated_at"] == second["generated_at"]
