"""The authorisation matrix: every route and every role, and what is one's own against what is not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import iter_route_contexts

from api.app import create_app
from api.settings import ApiSettings
from db.settings import DatabaseSettings
from tests.acceptance.matrix_world import (
    ASHA,
    BIM,
    CLASS,
    EVA,
    FAR,
    OMAR,
    OTHER_CLASS,
    OTHER_SCHOOL,
    ROLES,
    SCHOOL,
    TARA,
    World,
    plain,
    world,
)

pytestmark = pytest.mark.one_engine("who may do what is the same on every engine")
TABLE = tomllib.loads(Path(__file__).with_name("matrix.toml").read_text())
APP = create_app(ApiSettings(page=Path("no page")), DatabaseSettings(database_url="postgresql://nowhere"))
LEARNING, FITNESS = "/api/v1/learning", "/api/v1/fitness"


def routes() -> list[str]:
    """`METHOD path` of every route that people can ask."""
    found = [(method, route.path) for route in iter_route_contexts(APP.routes) for method in route.methods or ()]
    return sorted(f"{method} {path}" for method, path in found if method != "HEAD")


@pytest.fixture(scope="module")
def one(database: str) -> Iterator[World]:
    with world(database) as filled:
        yield filled


@pytest.mark.req("S2-50")
def test_the_table_has_a_line_for_every_route_and_no_other() -> None:
    lines, there = set(TABLE["routes"]), set(routes())
    assert there - lines == set(), "who may ask this? Say so in matrix.toml"
    assert lines - there == set(), "there is no such route any more"
    assert set(TABLE["routes"].values()) == set(TABLE["classes"])


@pytest.mark.req("S2-50", "S2-51")
@pytest.mark.parametrize("route", routes())
def test_a_route_lets_in_whom_its_class_names(one: World, route: str) -> None:
    method, path = route.split(" ")
    allowed = TABLE["classes"][TABLE["routes"][route]]
    wrong = {}
    for role in ROLES:
        status = one.ask(role, method, plain(path), None if method == "GET" else {}).status_code
        refused = 401 if role in ("anonymous", "unknown") else 403
        if role in allowed or allowed == "everybody":
            good = status not in (401, 403) and status < 500
        else:
            good = status == refused
        if not good:
            wrong[role] = status
    assert wrong == {}


PROBES: list[tuple[str, str, int]] = [
    # a student: oneself, and nobody else, not even of the own class
    ("member student", f"{LEARNING}/analytics/student-progress", 200),
    ("member student", f"{LEARNING}/analytics/student-progress?student_id={ASHA}", 200),
    ("member student", f"{LEARNING}/analytics/student-progress?student_id={BIM}", 403),
    ("member student", f"{LEARNING}/analytics/student-progress?student_id={EVA}", 403),
    ("member student", f"{LEARNING}/analytics/student-progress?student_id={FAR}", 403),
    ("member student", f"{LEARNING}/users/{ASHA}", 200),
    ("member student", f"{LEARNING}/users/{BIM}", 403),
    ("member student", f"{LEARNING}/users/{TARA}", 403),
    ("member student", f"{LEARNING}/schools/{SCHOOL}", 200),
    ("member student", f"{LEARNING}/schools/{OTHER_SCHOOL}", 404),
    ("member student", f"{LEARNING}/gamification/leaderboard?class_id={CLASS}", 200),
    ("member student", f"{LEARNING}/gamification/leaderboard?class_id={OTHER_CLASS}", 404),
    # a teacher: the students of own classes, and no others, not even of the own school
    ("member teacher", f"{LEARNING}/analytics/student-progress?student_id={ASHA}", 200),
    ("member teacher", f"{LEARNING}/analytics/student-progress?student_id={EVA}", 404),
    ("member teacher", f"{LEARNING}/analytics/student-progress?student_id={FAR}", 404),
    ("member teacher", f"{LEARNING}/users/{TARA}", 200),
    ("member teacher", f"{LEARNING}/users/{BIM}", 403),
    ("member teacher", f"{LEARNING}/users/{EVA}", 403),
    ("member teacher", f"{LEARNING}/users/{OMAR}", 403),
    ("member teacher", f"{LEARNING}/users/{FAR}", 403),
    ("member teacher", f"{LEARNING}/analytics/dashboard?class_id={CLASS}", 200),
    ("member teacher", f"{LEARNING}/analytics/dashboard?class_id={OTHER_CLASS}", 404),
    ("member teacher", f"{LEARNING}/analytics/summary?school_id={OTHER_SCHOOL}", 404),
    ("member teacher", f"{LEARNING}/insights/at-risk?class_id={CLASS}", 200),
    ("member teacher", f"{LEARNING}/insights/at-risk?class_id={OTHER_CLASS}", 404),
    ("member teacher", f"{LEARNING}/schools/{OTHER_SCHOOL}", 404),
    # an admin: everybody of the organisation
    ("admin", f"{LEARNING}/users/{FAR}", 200),
    ("admin", f"{LEARNING}/schools/{OTHER_SCHOOL}", 200),
    # a viewer: numbers without names
    ("viewer", f"{LEARNING}/analytics/student-progress?student_id={ASHA}", 403),
    ("viewer", f"{LEARNING}/users/{ASHA}", 403),
    # an athlete: own activities
    ("member athlete", f"{FITNESS}/trends?metric=distance", 200),
    ("member athlete", f"{FITNESS}/trends?metric=distance&athlete=ann", 200),
    ("member athlete", f"{FITNESS}/trends?metric=distance&athlete=bob", 403),
    ("member athlete", f"{FITNESS}/dashboard?athlete=bob", 403),
    ("member athlete", f"{FITNESS}/records?athlete=bob", 403),
    ("member nobody", f"{FITNESS}/trends?metric=distance", 403),
    ("viewer", f"{FITNESS}/trends?metric=distance&athlete=bob", 200),
]


@pytest.mark.req("S2-50", "S2-53")
@pytest.mark.parametrize(("role", "path", "status"), PROBES, ids=[f"{role} {path}" for role, path, _ in PROBES])
def test_ones_own_and_what_is_not(one: World, role: str, path: str, status: int) -> None:
    answer = one.ask(role, "GET", path)
    assert answer.status_code == status, answer.text


def test_an_activity_is_changed_by_its_athlete_alone(one: World) -> None:
    items = one.ask("admin", "GET", f"{FITNESS}/activities?limit=100").json()["items"]
    of = {item["user_id"]: item["id"] for item in items}
    assert one.ask("member athlete", "GET", f"{FITNESS}/activities/{of['ann']}").status_code == 200
    for method in ("GET", "PATCH", "DELETE"):
        body = None if method == "GET" else {"name": "mine"}
        assert one.ask("member athlete", method, f"{FITNESS}/activities/{of['bob']}", body).status_code in (403, 404)


def test_exports_are_ones_own(one: World) -> None:
    path = "/api/v1/privacy/exports"
    mine = one.ask("member student", "POST", path, {"person": ASHA})
    assert mine.status_code == 201
    assert one.ask("member student", "POST", path, {"person": BIM}).status_code == 403
    assert one.ask("member nobody", "POST", path, {"person": ASHA}).status_code == 403
    assert one.ask("key operate", "POST", path, {"person": ASHA}).status_code == 403
    assert one.ask("member teacher", "GET", f"{path}/{mine.json()['id']}").status_code == 404
    assert one.ask("member student", "GET", f"{path}/{mine.json()['id']}/file").status_code == 200
    assert [item["person"] for item in one.ask("member student", "GET", path).json()["items"]] == [ASHA]
    assert one.ask("member teacher", "GET", path).json()["items"] == []


def test_layouts_are_ones_own(one: World) -> None:
    path = "/api/v1/telemetry/layouts"
    made = one.ask("viewer", "PUT", f"{path}/mine", {})
    assert made.status_code < 300, made.text
    assert one.ask("viewer", "GET", f"{path}/mine").status_code == 200
    assert one.ask("operator", "GET", f"{path}/mine").status_code == 404


WRONG = [
    ("GET", f"{LEARNING}/users/no-uuid", None),
    ("GET", f"{LEARNING}/analytics/summary?start_date=yesterday", None),
    ("GET", f"{LEARNING}/gamification/leaderboard?timeframe=sometimes", None),
    ("GET", f"{FITNESS}/trends?metric=distance&from=then", None),
    ("GET", "/api/v1/trends?metric=events&agg=mode", None),
    ("POST", "/api/v1/keys", {"name": "k", "scopes": ["everything"]}),
    ("POST", "/api/v1/privacy/erasures", {"person": "x", "mode": "hide"}),
    ("GET", "/api/v1/audit?cursor=nonsense", None),
]


@pytest.mark.req("S2-51", "S2-52")
@pytest.mark.parametrize(("method", "path", "body"), WRONG, ids=[path for _, path, _ in WRONG])
def test_wrong_input_is_said_to_be_wrong_and_where(one: World, method: str, path: str, body: object) -> None:
    answer = one.ask("admin", method, path, body)
    assert answer.status_code in (400, 404, 422), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in answer.text and answer.json()["detail"]
