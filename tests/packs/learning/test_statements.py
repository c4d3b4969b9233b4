"""xAPI statements become events, each once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.packs.learning.xapi import PROGRESS, Known, content_id, event_of, score_of
from tests.packs.learning.campus import Campus, get
from tests.pipelines import drain

ADA, QUIZ, LESSON = (f"11111111-1111-4111-8111-1111111111{i}" for i in ("a1", "b1", "c1"))
SCHOOL, COURSE = "33333333-3333-4333-8333-333333333339", "44444444-4444-4444-8444-444444444449"
KNOWN = Known({"ada@example.org": ADA, ADA: ADA}, {"https://x/quiz": (QUIZ, "quiz"), "https://x/l": (LESSON, "lesson")})
VERB = "http://adlnet.gov/expapi/verbs/"


def said(verb: str, thing: str = "https://x/l", **result: Any) -> dict[str, Any]:
    """A statement of Ada."""
    return {
        "actor": {"mbox": "mailto:Ada@example.org"},
        "verb": {"id": VERB + verb},
        "object": {"id": thing},
        "result": result,
    }


@pytest.mark.parametrize(
    ("statement", "kind", "properties"),
    [
        (said("passed", "https://x/quiz", score={"scaled": 0.85}), "learning.quiz_attempt", {"score": 85.0}),
        (
            said("completed", "https://x/quiz", score={"raw": 7, "min": 2, "max": 12}),
            "learning.quiz_attempt",
            {"score": 50.0},
        ),
        (said("progressed", extensions={PROGRESS: 40}), "learning.progress", {"percent": 40}),
        (said("completed"), "learning.progress", {"percent": 100}),
        (said("experienced"), "learning.activity", {"kind": "view"}),
        (said("juggled", extensions={"https://x/ext/xp": 7}), "learning.activity", {"kind": "other", "xp": 7}),
        (said("logged-in"), "learning.login", {}),
        (said("failed", "https://x/quiz", score={"scaled": -1}), "learning.quiz_attempt", {"score": 0.0}),
    ],
)
@pytest.mark.req("S2-60")
def test_verbs_and_results_say_what_happened(statement: Any, kind: str, properties: Any) -> None:
    event = event_of(statement, KNOWN)
    assert isinstance(event, dict)
    assert (event["event_type"], event["properties"], event["user_id"]) == (kind, properties, ADA)


def test_things_that_no_roster_names_have_a_lasting_id() -> None:
    assert content_id("https://x/" + QUIZ) == QUIZ
    assert content_id("https://x/9") == content_id("https://x/9") != content_id("https://x/8")


WORDS = [
    "actor",
    "verb",
    "object",
    "result",
    "id",
    "score",
    "mbox",
    "account",
    "name",
    "scaled",
    "raw",
    "max",
    "extensions",
]
json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner),
)


@given(json)
def test_nothing_that_json_can_say_is_too_strange(statement: Any) -> None:
    assert isinstance(event_of(statement, KNOWN), dict | str)
    score = score_of(statement)
    assert score is None or 0 <= score <= 100


@pytest.mark.req("S2-60")
def test_statements_reach_the_answers_once_and_strangers_are_told_by_their_place(empty: Campus) -> None:
    empty.put(
        schools=[{"id": SCHOOL, "name": "xAPI"}],
        people=[{"id": ADA, "username": "ada", "email": "ada@example.org", "role": "STUDENT", "school_id": SCHOOL}],
        courses=[{"id": COURSE, "title": "C"}],
        quizzes=[{"id": QUIZ, "course_id": COURSE, "title": "Q", "external_id": "https://x/quiz"}],
    )
    good = {"id": "55555555-5555-4555-8555-555555555555", "timestamp": "2026-04-01T10:00:00Z"} | said(
        "passed", "https://x/quiz", score={"scaled": 0.9}, extensions={"https://x/xp": 30}
    )
    stranger = said("passed") | {"actor": {"account": {"name": "nobody"}}}
    for accepted in (1, 0):
        answer = empty.admin.post("/api/v1/learning/xapi/statements", json=[stranger, good])
        assert answer.status_code == 202 and answer.json()["accepted"] == accepted
        assert [row["index"] for row in answer.json()["rejected"]] == [0]
        drain(empty.url)
    told = get(empty.admin, "/analytics/summary", start_date="2026-04-01", end_date="2026-04-01")
    assert (told["quiz_attempts"], told["average_quiz_score"], told["total_xp"]) == (1, 90.0, 30)


def test_a_body_that_is_no_statement_is_refused(empty: Campus) -> None:
    path = "/api/v1/learning/xapi/statements"
    assert empty.admin.post(path, json=[]).status_code == 400
    assert empty.admin.post(path, json="passed").status_code == 400
    assert empty.admin.post(path, content=b"{", headers={"content-type": "application/json"}).status_code == 400
    assert empty.login("viewer").post(path, json=said("passed")).status_code == 403
