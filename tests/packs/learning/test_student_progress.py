"""A student's progress equals what the events say, and is shown to those alone whom it concerns."""

from __future__ import annotations

import pytest

from tests.packs.learning.campus import KINDS, ZONES, Campus, get, newest, status

PATH = "/analytics/student-progress"


def xp(campus: Campus, people: list[str]) -> dict[str, int]:
    """XP of all time."""
    done = campus.raw[campus.raw.type.isin(KINDS) & campus.raw.person.isin(people)]
    return done.groupby("person").xp.sum().to_dict()


@pytest.mark.req("S2-03", "S2-04", "S2-61")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("number", [0, 3, 7, 27])
def test_it_equals_the_newest_reports_and_the_sum_of_xp(campus: Campus, seed: int, number: int) -> None:
    me = campus.person(seed, "STUDENT", number)
    told = get(campus.admin, PATH, student_id=me)
    progress, earned = newest(campus.raw, [me]).percent, xp(campus, campus.students(seed))
    assert told["overall_progress"] == pytest.approx(progress.mean(), abs=0.0051)
    assert (told["started_lessons"], told["completed_lessons"]) == (len(progress), int((progress >= 100).sum()))
    assert told["xp_earned"] == earned[me]
    assert told["rank"] == 1 + sum(other > earned[me] for other in earned.values())
    assert told["participants"] == sum(other > 0 for other in earned.values())


@pytest.mark.req("S2-03", "S2-04")
def test_a_class_counts_the_lessons_of_its_course_alone(campus: Campus) -> None:
    me, class_ = campus.person(11, "STUDENT", 2), campus.group(11, 1)
    course = next(row["course_id"] for row in campus.rosters[11]["classes"] if row["id"] == class_)
    lessons = [row["id"] for row in campus.rosters[11]["lessons"] if row["course_id"] == course]
    told = get(campus.as_(11, "STUDENT", 2), PATH, class_id=class_)
    progress = newest(campus.raw, [me]).set_index("content").percent.reindex(lessons)
    assert told["total_lessons"] == len(lessons)
    assert told["overall_progress"] == pytest.approx(progress.mean(), abs=0.0051)
    assert told["course_progress"] == pytest.approx(progress.fillna(0).mean(), abs=0.0051)


@pytest.mark.req("S2-03")
def test_who_asks_for_nobody_gets_their_own(campus: Campus) -> None:
    assert get(campus.as_(12, "STUDENT", 4), PATH)["student_id"] == campus.person(12, "STUDENT", 4)
    assert status(campus.admin, PATH) == 403


@pytest.mark.req("S2-53")
def test_a_teacher_sees_the_students_of_own_classes_alone(campus: Campus) -> None:
    teacher = campus.as_(11, "TEACHER", 0)
    assert status(teacher, PATH, student_id=campus.person(11, "STUDENT", 3)) == 200
    assert status(teacher, PATH, student_id=campus.person(11, "STUDENT", 27)) == 404  # of another class
    assert status(teacher, PATH, student_id=campus.person(12, "STUDENT", 3)) == 404  # of another school
    assert status(teacher, PATH, class_id=campus.group(11, 3)) == 404


@pytest.mark.req("S2-03", "S2-51")
def test_students_see_themselves_alone(campus: Campus) -> None:
    student = campus.as_(11, "STUDENT", 3)
    assert status(student, PATH, student_id=campus.person(11, "STUDENT", 3)) == 200
    assert status(student, PATH, student_id=campus.person(11, "STUDENT", 4)) == 403
    assert status(campus.login("viewer"), PATH, student_id=campus.person(11, "STUDENT", 4)) == 403


@pytest.mark.req("S2-51", "S2-52")
def test_what_is_no_uuid_is_refused_and_what_is_unknown_not_found(campus: Campus) -> None:
    assert status(campus.admin, PATH, student_id="me") == 400
    assert status(campus.admin, PATH, student_id="00000000-0000-4000-8000-000000000000") == 404


@pytest.mark.req("S2-61")
def test_progress_that_comes_late_does_not_overwrite_what_is_newer(empty: Campus) -> None:
    me, lesson = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
    school = "33333333-3333-4333-8333-333333333333"
    empty.put(
        schools=[{"id": school, "name": "Late"}],
        people=[{"id": me, "username": "late", "role": "STUDENT", "school_id": school}],
    )
    for number, (at, percent) in enumerate([("12:00", 100), ("13:00", 80), ("11:00", 30), ("12:30", 100)]):
        empty.send(
            [
                {
                    "event_id": f"late-{number}",
                    "event_type": "learning.progress",
                    "timestamp": f"2026-05-01T{at}:00Z",
                    "user_id": me,
                    "content_id": lesson,
                    "properties": {"percent": percent},
                }
            ]
        )
    told = get(empty.admin, PATH, student_id=me)
    assert (told["overall_progress"], told["started_lessons"], told["completed_lessons"]) == (80.0, 1, 0)
    ended = get(empty.admin, "/analytics/summary", start_date="2026-05-01", end_date="2026-05-01")
    assert ended["completions"] == 1  # at 12:00, when it was first complete
