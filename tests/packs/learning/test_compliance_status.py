"""Compliance is counted from facts: who agreed, how old the oldest record is, who waits, who looked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.packs.learning.compliance import consent_of, erasure_of, retention_of
from tests.packs.learning.campus import KINDS, ZONES, Campus, get, status

PATH = "/compliance/status"
NOW = datetime(2026, 6, 1, tzinfo=UTC)


def consents(campus: Campus, purpose: str, people: list[str]) -> dict[str, tuple[bool, Any]]:
    """The newest word of each person."""
    raw = campus.raw[(campus.raw.type == "learning.consent") & campus.raw.person.isin(people)]
    rows = raw[raw.purpose == purpose].sort_values("t")
    return {row.person: (row.given, row.t) for row in rows.itertuples()}


@pytest.mark.req("S2-40", "S2-63")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("purpose", ["learning_analytics", "leaderboard"])
def test_consent_equals_the_newest_word_of_each_student(campus: Campus, seed: int, purpose: str) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, purpose=purpose)["consent"]
    students = campus.students(seed)
    said = consents(campus, purpose, students)
    given = sum(yes for yes, _ in said.values())
    assert (told["students"], told["given"], told["withdrawn"]) == (len(students), given, len(said) - given)
    assert told["unknown"] == len(students) - len(said)
    assert told["share"] == round(100 * given / len(students), 2)
    last = campus.raw[campus.raw.type.isin(KINDS)].groupby("person").t.max()
    after = sum(not yes and last.get(who, at) > at for who, (yes, at) in said.items())
    assert told["recorded_after_withdrawal"] == after
    assert told["status"] == ("breach" if after else "ok")


@pytest.mark.req("S2-40")
def test_the_oldest_record_is_that_of_the_raw_events(campus: Campus) -> None:
    told = get(campus.as_(12, "ADMIN"), PATH)["retention"]
    raw = campus.raw[campus.raw.type.isin(KINDS) & campus.raw.person.isin(campus.students(12))]
    oldest = datetime.fromisoformat(told["oldest_record"])
    assert raw.t.min() - timedelta(minutes=15) < oldest <= raw.t.min()
    assert (told["status"], told["keep_days"], told["strangers"]) == ("ok", 400, 0)


@pytest.mark.req("S2-40")
def test_a_read_of_personal_data_is_seen(campus: Campus) -> None:
    get(campus.as_(11, "ADMIN"), f"/users/{campus.person(11, 'STUDENT')}")
    assert campus.admin.get("/api/v1/audit").status_code == 200  # what was read is written now
    told = get(campus.admin, PATH)["access"]
    assert datetime.now(UTC) - datetime.fromisoformat(told["last_access"]) < timedelta(minutes=5)
    assert told["reads_30_days"] >= 1


@pytest.mark.req("S2-40")
def test_each_duty_says_when_it_is_broken() -> None:
    none = {"students": 4, "given": 1, "withdrawn": 1, "unknown": 2}
    assert consent_of({**none, "recorded_after_withdrawal": 0, "recorded_without": 0}, "p").status == "ok"
    assert consent_of({**none, "recorded_after_withdrawal": 0, "recorded_without": 1}, "p").status == "attention"
    assert consent_of({**none, "recorded_after_withdrawal": 1, "recorded_without": 1}, "p").status == "breach"
    old = {"oldest": NOW - timedelta(days=50), "strangers": 0}
    assert [retention_of(old, days, NOW).status for days in (60, 30, None)] == ["ok", "breach", "attention"]
    assert retention_of({"oldest": None, "strangers": 2}, 30, NOW).status == "attention"
    asked = [(NOW - timedelta(days=n), NOW - timedelta(days=n - 30)) for n in (1, 31)]
    assert [erasure_of(some, NOW).status for some in ([], asked[:1], asked)] == ["ok", "attention", "breach"]
    assert (erasure_of(asked, NOW).open, erasure_of(asked, NOW).overdue) == (2, 1)


@pytest.mark.req("S2-40")
def test_a_request_to_be_forgotten_is_seen_until_it_is_done(empty: Campus) -> None:
    said = "insert into privacy_requests (tenant_id, kind, mode, person, person_hash, asked_by, asked_at, due_at)"
    with empty.database() as conn:
        conn.execute(said + " values (1, 'erasure', 'erase', 'x', '', 'user:1', '2026-01-01', '2026-01-31')")
        told = get(empty.admin, PATH)
        assert (told["erasure"]["open"], told["erasure"]["overdue"], told["status"]) == (1, 1, "breach")
        conn.execute("update privacy_requests set state = 'done'")
    assert get(empty.admin, PATH)["erasure"] == {
        "status": "ok", "detail": "Nobody waits.", "open": 0, "overdue": 0, "oldest_open": None,
    }  # fmt: skip


@pytest.mark.req("S2-40", "S2-50", "S2-53")
def test_it_is_for_admins(campus: Campus) -> None:
    for who in (campus.as_(11, "TEACHER"), campus.as_(11, "STUDENT"), campus.login("viewer")):
        assert status(who, PATH) == 403
    assert status(campus.as_(11, "ADMIN"), PATH, school_id=campus.school(12)) == 404
    whole = campus.admin.get("/compliance/status").json()
    assert whole["consent"]["students"] == len(campus.students(*ZONES))
    assert whole["status"] in ("ok", "attention", "breach")
