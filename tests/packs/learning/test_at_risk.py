"""Students at risk are those for whom a reason can be shown; classes are compared without exposing few."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import pytest

from api.packs.learning.insights import class_row
from db.packs.learning.risk import reasons, score
from db.pool import Connection
from tests.neighbours import neighbour, ran, settle_on
from tests.packs.learning.campus import Campus, get, newest, status, within
from workers.packs.learning import FIND_RISKS, assess, find_risks

NOW = datetime(2026, 6, 1, tzinfo=UTC)
FINE: dict[str, Any] = {
    "last_active": NOW - timedelta(days=1),
    "late": 10,
    "before": 40,
    "scores": [80.0] * 8,
    "class": "A",
    "completed": 5,
    "median": 6.0,
}


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({}, []),
        ({"last_active": NOW - timedelta(days=13, hours=23)}, []),
        ({"last_active": NOW - timedelta(days=14)}, ["inactive"]),
        ({"late": 3}, ["slower"]),
        ({"late": 3, "before": 7}, []),
        ({"scores": [60.0] * 4 + [80.0] * 4}, ["falling_scores"]),
        ({"scores": [60.0] * 4 + [80.0] * 3}, []),
        ({"completed": 2}, ["behind"]),
        ({"completed": 0, "median": 1.0}, []),
        ({"median": None, "completed": None}, []),
        ({"late": 0, "completed": 0, "scores": [0.0] * 4 + [90.0] * 4}, ["slower", "falling_scores", "behind"]),
    ],
)
def test_each_reason_has_its_edge(change: dict[str, Any], kinds: list[str]) -> None:
    found = reasons({**FINE, **change}, NOW)
    assert [one.kind for one in found] == kinds
    assert score(found) == sum(one.weight for one in found) <= 100


@pytest.fixture(scope="module")
def assessed(campus: Campus) -> Iterator[Campus]:
    with campus.database() as conn:
        assess(conn, 1, datetime.now(UTC))
    yield campus


def test_those_who_faded_are_found_with_a_reason(assessed: Campus) -> None:
    told = get(assessed.as_(11, "ADMIN"), "/insights/at-risk", limit=100)
    by_id = {row["student_id"]: row for row in told["items"]}
    assert [row["score"] for row in told["items"]] == sorted((r["score"] for r in told["items"]), reverse=True)
    last = assessed.raw[assessed.raw.type.str.contains("activity|progress|quiz")].groupby("person").t.max()
    quiet = {who for who in assessed.students(11) if last[who] < pd.Timestamp.now("UTC") - pd.Timedelta(days=14)}
    said = {id_ for id_, row in by_id.items() if any(reason["kind"] == "inactive" for reason in row["reasons"])}
    assert said == quiet


def test_completed_lessons_are_compared_with_the_class(assessed: Campus) -> None:
    told = get(assessed.as_(11, "ADMIN"), "/insights/at-risk", limit=100)["items"]
    done = newest(assessed.raw, assessed.students(11))
    done = done[done.percent >= 100]
    for row in told:
        for reason in (one for one in row["reasons"] if one["kind"] == "behind"):
            assert int(reason["text"].split()[0]) <= (done.person == row["student_id"]).sum()


@pytest.mark.req("S2-53")
def test_teachers_see_their_own_and_students_none(assessed: Campus) -> None:
    everybody = get(assessed.as_(11, "ADMIN"), "/insights/at-risk", limit=100)["items"]
    mine = get(assessed.as_(11, "TEACHER", 0), "/insights/at-risk", limit=100)["items"]
    members = assessed.members(assessed.group(11, 0))
    assert [row["student_id"] for row in mine] == [r["student_id"] for r in everybody if r["student_id"] in members]
    assert status(assessed.as_(11, "STUDENT"), "/insights/at-risk") == 403
    assert status(assessed.as_(11, "TEACHER", 0), "/insights/at-risk", class_id=assessed.group(11, 3)) == 404


def test_classes_equal_the_raw_events_and_small_ones_say_nothing(campus: Campus) -> None:
    told = get(campus.as_(12, "ADMIN"), "/insights/classes", days=60)
    for row in told["classes"]:
        members = campus.members(row["class_id"])
        done = within(campus.raw, told, members)
        assert row["students"] == len(members) and row["suppressed"] == (len(members) < 5)
        if row["suppressed"]:
            assert row["active_rate"] is row["xp_per_student"] is row["average_quiz_score"] is None
        else:
            assert row["active_rate"] == round(100 * done.person.nunique() / len(members), 2)
            assert row["xp_per_student"] == round(done.xp.sum() / len(members), 2)
    assert any(row["suppressed"] for row in told["classes"]) and len(told["classes"]) == 4
    assert [row["class_id"] for row in get(campus.as_(12, "TEACHER", 1), "/insights/classes")["classes"]] == [
        campus.group(12, 1)
    ]


def test_five_are_enough() -> None:
    row = {"class_id": "x", "class": "X", "students": 5, "active": 2, "xp": 10, "activities": 3, "score": None}
    assert class_row(row).active_rate == 40.0 and not class_row(row).suppressed
    assert class_row({**row, "students": 4}).active_rate is None


def test_a_tenant_that_cannot_be_assessed_stops_no_other(
    empty: Campus, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(conn: Connection, tenant: int, now: datetime) -> int:
        return 1 // 0 if tenant == 1 else assess(conn, tenant, now)

    settle_on(monkeypatch, database, "workers.packs.learning.settings")
    monkeypatch.setattr("workers.packs.learning.assess", spoiled)
    with empty.database() as conn:
        for tenant in (1, neighbour(conn)):
            conn.execute("insert into learning_schools (tenant_id, id, name) values (%s, 's', 's')", (tenant,))
        assert find_risks() == ran(conn, FIND_RISKS) == {
            "tenants": 2, "students": 0, "failed": 1, "failures": {"1": "ZeroDivisionError"}
        }  # fmt: skip
