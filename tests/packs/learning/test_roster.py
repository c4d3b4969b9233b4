"""The roster is brought up to date by id, all of it or nothing; people who were erased stay out."""

from __future__ import annotations

import psycopg
import pytest

from db.pool import connect
from db.privacy.people import note_erased
from tests.packs.learning.campus import Campus, get

SCHOOL, CLASS = "33333333-3333-4333-8333-3333333333a1", "66666666-6666-4666-8666-6666666666a1"
ANN, BEN, CAT = (f"11111111-1111-4111-8111-1111111111{i}" for i in ("d1", "d2", "d3"))


def person(id_: str, username: str, **more: object) -> dict[str, object]:
    """A student."""
    return {"id": id_, "username": username, "role": "STUDENT", "school_id": SCHOOL, **more}


def send(campus: Campus, **rows: object) -> tuple[int, dict[str, object]]:
    """Status and answer."""
    answer = campus.admin.post("/api/v1/learning/roster", json=rows)
    return answer.status_code, answer.json()


@pytest.fixture(autouse=True)
def school(empty: Campus) -> None:
    empty.put(schools=[{"id": SCHOOL, "name": "Roster"}], classes=[{"id": CLASS, "school_id": SCHOOL, "name": "1a"}])


@pytest.mark.req("S2-60", "S2-61")
def test_the_same_rows_again_are_brought_up_to_date(empty: Campus) -> None:
    assert send(empty, people=[person(ANN, "ann", last_name="Old")]) == (200, {"taken": {"people": 1}, "refused": {}})
    send(empty, people=[person(ANN.upper(), "ann", last_name="New")])
    assert get(empty.admin, f"/users/{ANN}")["last_name"] == "New"
    there = {"class_id": CLASS, "person_id": ANN, "role": "STUDENT"}
    for active, wanted in ((True, 1), (False, 0)):
        send(empty, enrolments=[{**there, "active": active}])
        assert get(empty.admin, f"/users/{ANN}")["stats"]["total_enrollments"] == wanted


@pytest.mark.req("S2-51", "S2-52")
def test_a_row_that_cannot_be_leaves_everything_as_it_was(empty: Campus) -> None:
    before = get(empty.admin, "/users")["total"]
    lost = person(BEN, "ben", school_id="33333333-3333-4333-8333-3333333333ff")
    assert send(empty, people=[person(CAT, "cat"), lost])[0] == 422
    assert send(empty, people=[person(CAT, "cat"), person(CAT, "cat")])[0] == 422
    assert send(empty, people=[person(CAT, "ANN" if before else "x"), person(BEN, "x")])[0] == 409
    for wrong in ({"id": "7"}, {"role": "PUPIL"}, {"username": ""}, {"colour": "red"}, {"last_name": "\0"}):
        assert send(empty, people=[{**person(CAT, "cat"), **wrong}])[0] == 422
    assert get(empty.admin, "/users")["total"] == before


@pytest.mark.req("S2-51")
def test_a_body_that_is_far_too_large_is_not_read(empty: Campus) -> None:
    head = {"content-type": "application/json"}
    answer = empty.admin.post("/api/v1/learning/roster", content=b" " * (17 << 20), headers=head)
    assert answer.status_code == 413 and answer.headers["content-type"] == "application/problem+json"


def test_people_who_were_erased_do_not_come_back_with_the_next_import(empty: Campus) -> None:
    with connect(empty.url) as conn:
        note_erased(conn, 1, BEN)
    there = [{"class_id": CLASS, "person_id": id_, "role": "STUDENT"} for id_ in (ANN, BEN)]
    status, answer = send(empty, people=[person(ANN, "ann"), person(BEN, "ben")], enrolments=there)
    assert (status, answer["taken"]) == (200, {"people": 1, "enrolments": 1})
    assert answer["refused"] == {"people": 1, "enrolments": 1}
    with psycopg.connect(empty.url) as conn:
        assert conn.execute("select id from learning_people where username = 'ben'").fetchall() == []
