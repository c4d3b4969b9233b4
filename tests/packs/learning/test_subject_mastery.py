"""Mastery by course equals the means of the newest reports."""

from __future__ import annotations

import pytest

from tests.packs.learning.campus import ZONES, Campus, get, newest, status

PATH = "/analytics/subject_mastery"


@pytest.mark.req("S2-07", "S2-61")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("number", [0, 5, 26])
def test_each_course_equals_its_lessons(campus: Campus, seed: int, number: int) -> None:
    told = get(campus.as_(seed, "STUDENT", number), PATH)["subjects"]
    course_of = {row["id"]: row["course_id"] for row in campus.rosters[seed]["lessons"]}
    mine = newest(campus.raw, [campus.person(seed, "STUDENT", number)])
    wanted = mine.percent.groupby(mine.content.map(course_of)).agg(["mean", "count"])
    done = mine[mine.percent >= 100].groupby(mine.content.map(course_of)).size()
    assert {row["course_id"] for row in told} == set(wanted.index)
    for row in told:
        assert row["mastery"] == pytest.approx(wanted["mean"][row["course_id"]], abs=0.0051)
        assert row["topics_started"] == wanted["count"][row["course_id"]]
        assert row["topics_completed"] == done.get(row["course_id"], 0)
        assert row["completion"] == round(100 * row["topics_completed"] / row["total_topics"], 2)


@pytest.mark.req("S2-07")
def test_who_has_begun_nothing_has_no_subjects(campus: Campus) -> None:
    assert get(campus.as_(11, "TEACHER", 1), PATH)["subjects"] == []
    assert status(campus.login("viewer"), PATH) == 403
    assert status(campus.admin, PATH) == 403
