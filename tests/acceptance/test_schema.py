"""The OpenAPI document is true: whatever it lets a client ask is answered as it says, and never by an error of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Jsonb
from schemathesis import checks

from api.app import create_app
from api.settings import ApiSettings
from db.packs.registry import packs
from db.settings import DatabaseSettings
from tests.engines import available, fresh_database, running
from tests.integration.alert_rows import raise_alert
from tests.once import Once
from tests.pack_suite import telling
from tests.packs.sixth import NAME, known
from tests.serving import KEY, serving

APP = create_app(ApiSettings.model_construct(page=Path("no page")), DatabaseSettings.model_construct())
SCHEMA = schemathesis.openapi.from_dict(APP.openapi())
OPERATIONS = {operation.label: operation for found in SCHEMA.get_all_operations() if (operation := found.ok())}
ENDLESS = {"GET /api/v1/live/events": "a stream: it ends when the client leaves"}
CUTS = {"POST /api/v1/auth/password": "it would change who we are"}
ALERT = {"t": "2026-01-01T00:00:00Z", "value": 97.0, "expected": 12.0, "score": 0.9995, "series_id": 1}
ALERT |= {"opened_at": "2026-01-01T00:00:00+00:00", "closed_at": None}
OWN = "a key is no student"
HARD = {
    "GET /api/v1/learning/analytics/subject_mastery": OWN,
    "GET /api/v1/learning/analytics/weekly_xp": OWN,
    "GET /api/v1/learning/analytics/student-progress": OWN,
    "GET /api/v1/llm/projects/comparison": "two projects must be named",
    "GET /api/v1/fitness/records": "one athlete must be named",
    "GET /api/v1/telemetry/preferences": "a key has none",
    "GET /api/v1/telemetry/fleet/overview": "a metric must be named that devices have",
    "GET /api/v1/telemetry/fleet/compare": "a fleet is needed: its own tests ask it",
}
"""Those whose answer to success is not seen here, and why."""
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
OPEN = re.compile(r"{(\w+)}")
EXAMPLES = 8
SLOW = {"POST /api/v1/auth/login": 4, "PUT /api/v1/users/{user_id}/password": 6}
"""Examples of those that hash passwords."""
HEADERS = {"Authorization": f"Bearer {KEY}"}
LISTS = {"user_id": "learning/users", "school_id": "learning/schools", "class_id": "learning/classes"}
ANSWERED: dict[str, set[int]] = {}
"""Statuses that operations answered with."""


@dataclass(frozen=True)
class Place:
    """A server with something of every pack, and values of parameters that lead somewhere, by name."""

    url: str
    known: dict[str, list[Any]]


@pytest.fixture(scope="module")
def place(once: Once) -> Iterator[Place]:
    # One engine is enough: what is said of an answer does not depend on it.
    engine = next(iter(available()))
    server = once(lambda: running(engine), "server", engine)
    with known(), fresh_database(server) as database:
        with psycopg.connect(database) as conn:
            raise_alert(database)
            conn.execute("update alert_transitions set alert = alert || %s", (Jsonb(ALERT),))
        for name, pack in packs().items():
            if (pack.folder / "sample.json").is_file():  # the suite of packs says where one is missing
                with telling(name, database):
                    pass
        with serving(database) as api, httpx.Client(base_url=api.http, headers=HEADERS, timeout=60) as http:
            yield Place(api.http, there(http))


def deletes_last(label: str) -> tuple[bool, str]:
    return label.startswith("DELETE"), label


def there(http: httpx.Client) -> dict[str, list[Any]]:
    """What can be asked for: ids, names, metrics."""
    goal = {"title": "Warm", "metric": "sample.cabin.temperature", "target_value": 100}
    made = http.post("/api/v1/milestones", json=goal)
    spare = http.post("/api/v1/keys", json={"name": "spare", "scopes": ["read"]}).json()  # not ours: it may be revoked
    person = {"email": "spare@example.org", "password": "a good password", "role": "viewer"}
    user = http.post("/api/v1/users", json=person).json()
    http.put("/api/v1/policies/mine", json={"metric": "x"})
    found: dict[str, list[Any]] = {
        "timezone": ["Europe/Berlin"], "from": ["2025-01-01T00:00:00Z"], "to": ["2025-12-31T00:00:00Z"],
        "pack": [NAME], "answer": ["consumption"], "name": ["persistence", "mine"], "id": ["1"],
        "key_id": [spare["id"]], "user_id": [str(user["id"])],
        "device": ["a"], "expression": ["avg(sample.cabin.temperature)"], "project_ids": [["atlas", "beacon"]],
        "metric": ["sample.cabin.temperature", "energy.used"], "metrics": [["energy.*"], ["cpu.load"]],
    }  # fmt: skip
    if made.is_success:
        found["id"].append(str(made.json()["id"]))
    for name, path in LISTS.items():
        items = http.get(f"/api/v1/{path}").json().get("items", [])
        found[name] = [
            str(value) for item in items for key in ("id", "user_id") if (value := item.get(key)) is not None
        ]
    return {name: values for name, values in found.items() if values}


@pytest.mark.req("S2-51", "S2-52", "S3-53")
@pytest.mark.parametrize("label", sorted(OPERATIONS.keys() - ENDLESS.keys() - CUTS.keys(), key=deletes_last))
def test_every_answer_is_one_that_the_document_tells_of(label: str, place: Place) -> None:
    operation = OPERATIONS[label]

    @settings(
        max_examples=SLOW.get(label, EXAMPLES), deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(), data=st.data())
    def answered(case: Any, data: st.DataObject) -> None:
        for values in (case.path_parameters, case.query):
            for name in values or ():
                if name in place.known and data.draw(st.integers(0, 3)):
                    values[name] = data.draw(st.sampled_from(place.known[name]))
        response = case.call(base_url=place.url, headers=HEADERS, timeout=60)
        ANSWERED.setdefault(label, set()).add(response.status_code)
        case.validate_response(response, checks=CHECKS)

    answered()


@pytest.mark.req("S2-52", "S3-53")
@pytest.mark.parametrize(
    "label", sorted(label for label in OPERATIONS if label.startswith("GET") and label not in ENDLESS)
)
def test_a_nul_in_any_parameter_is_refused(label: str, place: Place) -> None:
    path = OPERATIONS[label].path
    named = {name: place.known.get(name, ["1"])[0] for name in OPEN.findall(path)}
    answer = httpx.get(
        place.url + path.format(**named), params={"timezone": "\0", "x": "\0"}, headers=HEADERS, timeout=60
    )
    assert answer.status_code == 422 and "NUL" in answer.text, answer.text


def test_nearly_all_operations_were_done_and_not_only_refused() -> None:
    if len(ANSWERED) < len(OPERATIONS) - len(ENDLESS) - len(CUTS):
        pytest.skip("only some of the operations were asked for")
    lists = {label: statuses for label, statuses in ANSWERED.items() if label[:3] == "GET" and "{" not in label}
    refused = {label for label, statuses in lists.items() if min(statuses) >= 400}
    assert refused - HARD.keys() == set()
    assert not [label for label, statuses in ANSWERED.items() if 401 in statuses and "auth" not in label]


def test_the_document_tells_every_error_of_each_operation() -> None:
    for label, operation in OPERATIONS.items():
        told = operation.definition.raw["responses"]
        assert "default" not in told and "503" in told, label
        if operation.definition.raw.get("security"):
            assert {"401", "403"} <= set(told), label
