"""Every route of learning for every role: allowed, refused or hidden, as the table says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.packs import aliases
from api.packs.learning.who import PREFIX
from tests.contract.test_routes import HTTP
from tests.packs.learning.campus import Campus

ROLES = ("organisation", "admin", "teacher", "student", "viewer", "member")
OK, NO, HIDDEN = 200, 403, 404

# Route with parameters -> answers for ROLES; {own…} are of the caller's school 11, class 0, student 3.
TABLE: list[tuple[str, tuple[int, ...]]] = [
    ("/analytics/overview", (OK, OK, OK, OK, OK, NO)),
    ("/analytics/overview?class_id={own_class}", (OK, OK, OK, OK, OK, NO)),
    ("/analytics/overview?class_id={other_class}", (OK, OK, HIDDEN, HIDDEN, OK, NO)),
    ("/analytics/overview?class_id={far_class}", (OK, HIDDEN, HIDDEN, HIDDEN, OK, NO)),
    ("/analytics/overview?school_id={far_school}", (OK, HIDDEN, HIDDEN, HIDDEN, OK, NO)),
    ("/analytics/student-progress?student_id={own_student}", (OK, OK, OK, OK, NO, NO)),
    ("/analytics/student-progress?student_id={other_student}", (OK, OK, HIDDEN, NO, NO, NO)),
    ("/analytics/student-progress?student_id={far_student}", (OK, HIDDEN, HIDDEN, NO, NO, NO)),
    ("/analytics/weekly_xp", (NO, OK, OK, OK, NO, NO)),
    ("/analytics/subject_mastery", (NO, OK, OK, OK, NO, NO)),
    ("/analytics/realtime", (OK, OK, OK, OK, OK, NO)),
    ("/analytics/realtime?school_id={far_school}", (OK, HIDDEN, HIDDEN, HIDDEN, OK, NO)),
    ("/analytics/trends/engagement", (OK, OK, NO, NO, NO, NO)),
    ("/analytics/trends/engagement?school_id={far_school}", (OK, HIDDEN, NO, NO, NO, NO)),
    ("/analytics/trends/content", (OK, OK, OK, NO, NO, NO)),
    ("/analytics/dashboard", (OK, OK, OK, NO, NO, NO)),
    ("/analytics/dashboard?class_id={own_class}", (OK, OK, OK, NO, NO, NO)),
    ("/analytics/dashboard?class_id={other_class}", (OK, OK, HIDDEN, NO, NO, NO)),
    ("/analytics/summary?class_id={own_class}", (OK, OK, OK, NO, NO, NO)),
    ("/analytics/summary?class_id={other_class}", (OK, OK, HIDDEN, NO, NO, NO)),
    ("/analytics/summary?class_id={far_class}", (OK, HIDDEN, HIDDEN, NO, NO, NO)),
    ("/gamification/leaderboard", (OK, OK, OK, OK, OK, NO)),
    ("/gamification/leaderboard?class_id={other_class}", (OK, OK, HIDDEN, HIDDEN, OK, NO)),
    ("/gamification/leaderboard?school_id={far_school}", (OK, HIDDEN, HIDDEN, HIDDEN, OK, NO)),
    ("/users", (OK, OK, NO, NO, NO, NO)),
    ("/users?school_id={far_school}", (OK, HIDDEN, NO, NO, NO, NO)),
    ("/users/{own_student}", (OK, OK, NO, OK, NO, NO)),
    ("/users/{other_student}", (OK, OK, NO, NO, NO, NO)),
    ("/users/{far_student}", (OK, HIDDEN, NO, NO, NO, NO)),
    ("/classes", (OK, OK, OK, NO, NO, NO)),
    ("/schools", (OK, OK, NO, NO, NO, NO)),
    ("/schools/{own_school}", (OK, OK, OK, OK, NO, NO)),
    ("/schools/{far_school}", (OK, HIDDEN, HIDDEN, HIDDEN, NO, NO)),
    ("/compliance/status", (OK, OK, NO, NO, NO, NO)),
    ("/compliance/status?school_id={far_school}", (OK, HIDDEN, NO, NO, NO, NO)),
    ("/insights/at-risk", (OK, OK, OK, NO, NO, NO)),
    ("/insights/at-risk?class_id={other_class}", (OK, OK, HIDDEN, NO, NO, NO)),
    ("/insights/classes", (OK, OK, OK, NO, NO, NO)),
]  # fmt: skip
WRITES = {"/schools": {"name": "No"}, "/roster": {}, "/xapi/statements": {}}


def names(campus: Campus) -> dict[str, str]:
    """What stands in the table's braces."""
    return {
        "own_class": campus.group(11, 0),
        "other_class": campus.group(11, 3),
        "far_class": campus.group(12, 0),
        "own_student": campus.person(11, "STUDENT", 3),
        "other_student": campus.person(11, "STUDENT", 27),
        "far_student": campus.person(12, "STUDENT", 3),
        "own_school": campus.school(11),
        "far_school": campus.school(12),
    }


CALLERS: dict[str, Callable[[Campus], Any]] = {
    "organisation": lambda campus: campus.admin,
    "admin": lambda campus: campus.as_(11, "ADMIN"),
    "teacher": lambda campus: campus.as_(11, "TEACHER", 0),
    "student": lambda campus: campus.as_(11, "STUDENT", 3),
    "viewer": lambda campus: campus.login("viewer"),
    "member": lambda campus: campus.login("member"),
}


@pytest.mark.req("S2-50", "S2-53", "S2-97")
@pytest.mark.parametrize(("path", "answers"), TABLE)
def test_a_route_answers_each_role_as_the_table_says(campus: Campus, path: str, answers: tuple[int, ...]) -> None:
    address = PREFIX + path.format(**names(campus))
    found = {role: CALLERS[role](campus).get(address).status_code for role in ROLES}
    assert found == dict(zip(ROLES, answers, strict=True))


@pytest.mark.req("S2-50")
def test_the_table_knows_every_route() -> None:
    read = {path.split("?")[0].replace("{own_student}", "{user_id}") for path, _ in TABLE}
    read = {path.replace("{own_school}", "{school_id}") for path in read}
    routes = {path.removeprefix(PREFIX) for path, methods, _ in HTTP if path.startswith(PREFIX) and "GET" in methods}
    assert routes == {path for path in read if "{other" not in path and "{far" not in path}
    posts = {path.removeprefix(PREFIX) for path, methods, _ in HTTP if path.startswith(PREFIX) and "POST" in methods}
    assert posts == set(WRITES)


@pytest.mark.req("S2-50", "S2-51")
@pytest.mark.parametrize(("path", "body"), WRITES.items())
def test_nobody_of_a_school_writes(campus: Campus, path: str, body: Any) -> None:
    for role in ("admin", "teacher", "student", "viewer", "member"):
        assert CALLERS[role](campus).post(PREFIX + path, json=body).status_code == 403
    assert campus.login("operator").post(PREFIX + path, json=body).status_code == 403


@pytest.mark.req("S2-44", "S2-50")
@pytest.mark.parametrize("path", sorted({path for path, answers in TABLE if answers[0] == OK and "{" in path}))
def test_another_organisation_finds_nothing(campus: Campus, path: str) -> None:
    with campus.database() as conn:
        conn.execute("insert into tenants (name) values ('elsewhere') on conflict do nothing")
        (tenant,) = conn.execute("select id from tenants where name = 'elsewhere'").fetchone() or ()
    stranger = campus.login("admin", tenant=tenant)
    assert stranger.get(PREFIX + path.format(**names(campus))).status_code == 404


@pytest.mark.req("S2-51")
def test_without_a_token_nothing_is_said(campus: Campus) -> None:
    bare = campus.admin.build_request("GET", PREFIX + "/analytics/overview")
    del bare.headers["authorization"]
    answer = campus.admin.send(bare)
    assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.req("S2-01", "S2-20", "S2-30", "S2-41")
@pytest.mark.parametrize(("alias", "own"), [(a, o) for a, o in aliases().items() if o.startswith(PREFIX)])
def test_the_documents_paths_lead_here(campus: Campus, alias: str, own: str) -> None:
    who = campus.as_(11, "ADMIN")
    assert alias == own.removeprefix(PREFIX)
    asked = {"student_id": campus.person(11, "STUDENT", 3)}
    assert [who.get(path, params=asked).status_code for path in (alias, own, alias + "/")] == [200] * 3
