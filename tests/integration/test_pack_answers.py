"""Answers of packs by data alone: parameters that are checked, gaps that are filled, exact numbers as strings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.errors import Unprocessable
from api.packs import answers
from db.packs.model import Answer, Column
from tests.engines import Server, fresh_database
from tests.pack_suite import telling
from tests.packs.sixth import NAME, known

ANSWERS = f"/api/v1/packs/{NAME}/answers"
RANGE = {"from": "2025-03-29T00:00:00Z", "to": "2025-04-01T00:00:00Z"}


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with known(), fresh_database(server) as url, telling(NAME, url) as told:
        yield told.http


def asked(http: httpx.Client, name: str = "consumption", **params: Any) -> Any:
    answer = http.get(f"{ANSWERS}/{name}", params={**RANGE, **params})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/api/v1/packs/nothing", 404, "GET /api/v1/packs"),
        ("/api/v1/packs/nothing/answers/x", 404, "GET /api/v1/packs"),
        (f"{ANSWERS}/nothing", 404, "lists those it has"),
        (f"{ANSWERS}/consumption?room=a", 422, "It takes appliance"),
        (f"{ANSWERS}/consumption?appliance=a&appliance=b", 422, "twice"),
        (f"{ANSWERS}/consumption?time_range=7d&from=2025-01-01T00:00:00Z", 422, "either"),
        (f"{ANSWERS}/consumption?bucket=year", 422, "bucket"),
        (f"{ANSWERS}/appliances?bucket=day", 422, "not over time"),
        (f"{ANSWERS}/consumption?timezone=Europe", 400, "IANA"),
        (f"{ANSWERS}/consumption?from=yesterday", 422, "RFC 3339"),
        (f"{ANSWERS}/consumption?from=2020-01-01T00:00:00Z&to=2025-01-01T00:00:00Z&bucket=15m", 422, "bucket="),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(http: httpx.Client, path: str, status: int, says: str) -> None:
    answer = http.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    assert says in answer.text


def test_gaps_are_filled_as_asked(http: httpx.Client) -> None:
    rows = {fill: asked(http, fill=fill)["rows"] for fill in ("none", "zero", "null")}
    assert [(row["kwh"], row["uses"]) for row in rows["zero"]] == [("0.10", 1), ("0.90", 2), ("0", 0)]
    assert len(rows["zero"]) == len(rows["null"]) == 3
    assert [row["uses"] for row in rows["null"]].count(None) == 3 - len(rows["none"])
    assert sum(row["uses"] for row in rows["zero"]) == sum(row["uses"] for row in rows["none"]) == 3


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe"])
@pytest.mark.parametrize("bucket", ["15m", "1h", "day", "week", "month"])
def test_every_zone_and_bucket_holds_the_same_energy(http: httpx.Client, zone: str, bucket: str) -> None:
    answer = asked(http, timezone=zone, bucket=bucket)
    assert (answer["timezone"], answer["bucket"]) == (zone, bucket)
    assert sum(round(10 * float(row["kwh"])) for row in answer["rows"]) == 10
    assert all(isinstance(row["kwh"], str) and isinstance(row["uses"], int) for row in answer["rows"])
    assert len({row["t"] for row in answer["rows"]}) == len(answer["rows"])


def test_a_bucket_that_is_not_wholly_asked_for_is_partial(http: httpx.Client) -> None:
    rows = asked(http, **{"from": "2025-03-29T12:00:00Z", "to": "2025-03-30T00:00:00Z"})["rows"]
    assert [row["partial"] for row in rows] == [True]


def test_all_begins_with_the_oldest_event(http: httpx.Client) -> None:
    answer = http.get(f"{ANSWERS}/consumption", params={"time_range": "all", "bucket": "month"}).json()
    assert answer["from"] == "2025-03-01T00:00:00+00:00"
    assert answer["rows"][0]["uses"] == 3


def test_columns_say_their_units(http: httpx.Client) -> None:
    assert [(c["name"], c["type"], c["unit"]) for c in asked(http, "appliances")["columns"]] == [
        ("appliance", "string", None),
        ("kwh", "decimal", "kWh"),
        ("share", "number", "%"),
    ]


def test_an_answer_that_is_too_long_is_refused(http: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_ROWS", 2)
    answer = http.get(f"{ANSWERS}/consumption", params=RANGE)
    assert answer.status_code == 422 and "fewer days" in answer.json()["detail"]


def test_gaps_are_not_filled_only_to_be_refused() -> None:
    column = Column(type="integer", title="Which", key=True)
    answer = Answer(name="wide", title="Wide", query="wide", bucket="day", columns={"which": column})
    rows = [{"bucket": 0, "which": n} for n in range(20_000)]
    with pytest.raises(Unprocessable, match="more than 20,000 rows"):
        answers._filled(answer, rows, 2**40, "zero")


def test_who_may_not_read_may_not_ask(http: httpx.Client) -> None:
    key = http.post("/api/v1/keys", json={"name": "sender", "scopes": ["ingest"]}).json()["key"]
    for path in ("/api/v1/packs", f"/api/v1/packs/{NAME}", f"{ANSWERS}/consumption"):
        assert (
            httpx.get(str(http.base_url) + path, headers={"Authorization": f"Bearer {key}"}, timeout=60).status_code
            == 403
        )
        assert httpx.get(str(http.base_url) + path, timeout=60).status_code == 401
