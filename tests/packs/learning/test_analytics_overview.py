"""The school at a glance equals what the events and the roster say."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.packs.learning.campus import ZONES, Campus, get, midnight, newest, status

PATH = "/analytics/overview"


@pytest.mark.req("S2-01", "S2-02", "S2-55", "S2-63")
@pytest.mark.parametrize("seed", ZONES)
def test_people_and_engagement_equal_a_count_over_the_raw_events(campus: Campus, seed: int) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, days=14)
    students = campus.students(seed)
    since = midnight(ZONES[seed], 14)
    assert pd.Timestamp(told["from"]) == since and told["timezone"] == ZONES[seed]
    logins = campus.raw[(campus.raw.type == "learning.login") & campus.raw.person.isin(students)]
    active = set(logins[logins.t >= since].person)
    enrolments = [row["person_id"] for row in campus.rosters[seed]["enrolments"] if row["role"] == "STUDENT"]
    attending = sum(person in active for person in enrolments)
    assert (told["total_students"], told["active_students"]) == (len(students), len(active))
    assert told["engagement_rate"] == round(100 * len(active) / len(students), 2)
    assert (told["total_enrolments"], told["active_enrolments"]) == (len(enrolments), attending)
    assert told["attendance_rate"] == round(100 * attending / len(enrolments), 2)
    assert told["total_active_classes"] == len(campus.rosters[seed]["classes"])


@pytest.mark.req("S2-02")
@pytest.mark.parametrize("seed", ZONES)
def test_completion_and_scores_equal_means_over_the_raw_events(campus: Campus, seed: int) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH)
    students = campus.students(seed)
    progress = newest(campus.raw, students).percent
    quizzes = campus.raw[(campus.raw.type == "learning.quiz_attempt") & campus.raw.person.isin(students)]
    assert told["average_completion_rate"] == pytest.approx(progress.mean(), abs=0.0051)
    assert (told["lessons_started"], told["lessons_completed"]) == (len(progress), int((progress >= 100).sum()))
    assert told["average_quiz_score"] == pytest.approx(quizzes.score.mean(), abs=0.0051)
    assigned = told["assignments"]
    assert assigned["attempts"] == len(quizzes)
    assert assigned["submissions"] == len(quizzes.drop_duplicates(["person", "content"]))
    courses = {row["course_id"] for row in campus.rosters[seed]["classes"]}
    known = [row["id"] for row in campus.rosters[seed]["quizzes"] if row["course_id"] in courses]
    attempted = len(set(known) & set(quizzes.content))
    assert (assigned["total"], assigned["attempted"]) == (len(known), attempted)
    assert assigned["pending"] == len(known) - attempted


@pytest.mark.req("S2-01", "S2-50")
def test_everybody_who_is_signed_in_sees_the_numbers_of_their_school(campus: Campus) -> None:
    asked = [get(campus.as_(11, role), PATH) for role in ("STUDENT", "TEACHER", "ADMIN")]
    assert {told["total_students"] for told in asked} == {len(campus.students(11))}
    assert get(campus.login("viewer"), PATH)["total_students"] == len(campus.students(*ZONES))
    assert campus.login("member").get("/api/v1/learning" + PATH).status_code == 403


@pytest.mark.req("S2-44", "S2-53")
def test_a_school_and_a_class_are_asked_for_only_by_those_who_see_them(campus: Campus) -> None:
    one = get(campus.admin, PATH, school_id=campus.school(12), timezone="UTC")
    assert one["total_students"] == len(campus.students(12))
    members = campus.members(campus.group(11, 1))
    assert get(campus.as_(11, "TEACHER", 1), PATH, class_id=campus.group(11, 1))["total_students"] == len(members)
    assert status(campus.as_(11, "TEACHER", 1), PATH, class_id=campus.group(11, 0)) == 404
    assert status(campus.as_(11, "STUDENT", 27), PATH, class_id=campus.group(11, 0)) == 404
    assert status(campus.as_(11, "ADMIN"), PATH, school_id=campus.school(12)) == 404


@pytest.mark.req("S2-51", "S2-52")
def test_what_is_no_uuid_zone_or_number_is_refused(campus: Campus) -> None:
    assert status(campus.admin, PATH, class_id="seven") == 400
    assert status(campus.admin, PATH, school_id="x' or 1=1") == 400
    assert status(campus.admin, PATH, timezone="Mars/Olympus") == 400
    assert status(campus.admin, PATH, days=0) == 422


@pytest.mark.req("S2-54")
def test_where_there_is_nothing_counts_are_0_and_rates_are_null(empty: Campus) -> None:
    told = get(empty.admin, PATH)
    assert (told["total_students"], told["active_students"], told["assignments"]["attempts"]) == (0, 0, 0)
    assert told["engagement_rate"] is told["average_completion_rate"] is told["average_quiz_score"] is None


@pytest.mark.req("S2-71")
def test_it_is_kept_for_a_minute(campus: Campus) -> None:
    first, second = get(campus.admin, PATH, days=5), get(campus.admin, PATH, days=5)
    assert first["generated_at"] == second["generated_at"]
