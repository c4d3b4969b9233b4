"""A person, with what their role has to show."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.packs.learning.campus import KINDS, ZONES, Campus, get, status


@pytest.mark.req("S2-31")
@pytest.mark.parametrize("seed", ZONES)
def test_a_student_shows_enrolments_and_xp(campus: Campus, seed: int) -> None:
    me = campus.person(seed, "STUDENT", 5)
    told = get(campus.as_(seed, "ADMIN"), f"/users/{me}")
    raw = campus.raw[campus.raw.person == me]
    assert told["stats"] == {
        "total_classes": None,
        "total_students": None,
        "total_enrollments": sum(row["person_id"] == me for row in campus.enrolled()),
        "total_xp": int(raw[raw.type.isin(KINDS)].xp.sum()),
    }
    assert pd.Timestamp(told["last_login"]) == raw[raw.type == "learning.login"].t.max()
    assert pd.Timestamp(told["last_active"]) == raw[raw.type.isin(KINDS)].t.max()


@pytest.mark.req("S2-31")
def test_a_teacher_shows_classes_and_different_students(campus: Campus) -> None:
    told = get(campus.as_(11, "TEACHER", 2), f"/users/{campus.person(11, 'TEACHER', 2)}")
    assert told["stats"]["total_classes"] == 1
    assert told["stats"]["total_students"] == len(campus.members(campus.group(11, 2)))
    assert told["stats"]["total_xp"] is None


@pytest.mark.req("S2-31", "S2-50", "S2-51")
def test_others_are_for_admins_of_the_school(campus: Campus) -> None:
    mine, other = campus.person(11, "STUDENT", 1), campus.person(11, "STUDENT", 2)
    assert status(campus.as_(11, "STUDENT", 1), f"/users/{mine}") == 200
    assert status(campus.as_(11, "STUDENT", 1), f"/users/{mine.upper()}") == 200
    assert status(campus.as_(11, "STUDENT", 1), f"/users/{other}") == 403
    assert status(campus.as_(11, "TEACHER", 0), f"/users/{other}") == 403
    assert status(campus.login("viewer"), f"/users/{other}") == 403
    assert status(campus.as_(12, "ADMIN"), f"/users/{other}") == 404
    assert status(campus.admin, f"/users/{other}") == 200


@pytest.mark.req("S2-31", "S2-52")
def test_an_id_must_be_a_uuid_that_is_known(campus: Campus) -> None:
    assert status(campus.admin, "/users/17") == 400
    assert status(campus.admin, "/users/00000000-0000-4000-8000-000000000000") == 404
