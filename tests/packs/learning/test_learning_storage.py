"""What stands in the tables: indexes, rollups equal to their facts, caches with their lifetimes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis

from api.packs.learning.who import PREFIX
from db.pool import connect
from tests.packs.learning.campus import Campus, get, serving_campus
from tests.serving import KEY

INDEXES = {
    "Analytics.created_at": ("learning_activities", "tenant_id, t"),
    "Analytics.user_id": ("learning_activities", "tenant_id, person"),
    "UserProgress.user_id": ("learning_progress", "tenant_id, person"),
    "UserProgress.updated_at": ("learning_progress", "tenant_id, t"),
    "ClassEnrollment.student_id": ("learning_enrolments", "tenant_id, person"),
    "ClassEnrollment.class_id": ("learning_enrolments", "tenant_id, class"),
}


@pytest.mark.req("S2-62", "S2-83")
@pytest.mark.parametrize(("table", "columns"), INDEXES.values(), ids=INDEXES)
def test_an_index_begins_with_the_columns_that_are_asked_for(campus: Campus, table: str, columns: str) -> None:
    with connect(campus.url) as conn:
        found = conn.execute("select indexdef from pg_indexes where tablename = %s", (table,)).fetchall()
        applied = conn.execute("select 1 from schema_migrations where name = 'learning/schema.sql'").fetchall()
    keys = [re.sub(' COLLATE "C"', "", row[0]).split("(", 1)[1] for row in found]
    assert any(re.match(columns + r"\b", key) for key in keys), keys
    assert len(applied) == 1


@pytest.mark.req("S2-60", "S2-61", "S2-63")
def test_rollup_and_standing_equal_the_facts(campus: Campus) -> None:
    facts = "select person, {} count(*)::int, sum(xp)::bigint from learning_activities group by person{}"
    with connect(campus.url) as conn:
        quarters = facts.format("date_bin('15 minutes', t, '2000-01-01Z'),", ", 2") + " order by 1, 2"
        rolled = "select person, t, activities, xp from learning_quarters order by 1, 2"
        assert conn.execute(rolled).fetchall() == conn.execute(quarters).fetchall()
        standing = "select person, activities::int, xp from learning_standing where activities > 0 order by 1"
        assert conn.execute(standing).fetchall() == conn.execute(facts.format("", "") + " order by 1").fetchall()


@pytest.mark.req("S2-60")
def test_every_entity_has_its_table(campus: Campus) -> None:
    wanted = "schools people classes enrolments progress activities standing quizzes attempts courses lessons content"
    with connect(campus.url) as conn:
        found = {row[0] for row in conn.execute("select tablename from pg_tables where tablename like 'learning%'")}
    assert found >= {f"learning_{name}" for name in wanted.split()}


@pytest.mark.req("S2-70", "S2-71", "S2-72", "S2-73")
def test_redis_keeps_answers_for_as_long_as_was_asked(database: str, redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as store:  # what another engine's run has left
        for key in store.keys("tidewatch:cache:learning.*"):
            store.delete(key)
    with serving_campus(database, redis_url) as one:
        for path in ("/gamification/leaderboard", "/analytics/dashboard", "/analytics/trends/content"):
            get(one.admin, path)
    with redis.Redis.from_url(redis_url) as store:
        ttl = {key.decode().split(":")[2]: store.pttl(key) for key in store.keys("tidewatch:cache:learning.*")}
    assert 290_000 < ttl["learning.leaderboard"] <= 300_000
    assert 50_000 < ttl["learning.dashboard"] <= 60_000 and 50_000 < ttl["learning.content"] <= 60_000
    assert 3_590_000 < ttl["learning.courses"] <= 3_600_000


@pytest.mark.req("S2-100")
def test_routes_are_written_with_the_shared_helpers() -> None:
    folder = Path(__file__).parents[3] / "api" / "packs" / "learning"
    text = {path.name: path.read_text() for path in folder.glob("*.py")}
    routes = [name for name, code in text.items() if "@router.get" in code]
    assert routes and all("sql()." in text[name] for name in routes)  # the query catalogue
    assert not any(re.search(r"\bselect\b.*\bfrom\b", code) for code in text.values())
    paged = [name for name in routes if "Listed[" in text[name]]
    assert set(paged) == {"users.py", "schools.py", "insights.py"} and all("page: Page" in text[n] for n in paged)
    asked = re.findall(r"who: (\w+)", "".join(text[name] for name in routes))
    assert set(asked) == {"Anyone", "Person", "Staff", "Manager", "CanAdmin", "Viewer"}  # permissions are types


@pytest.mark.req("S2-99")
def test_every_route_tells_parameters_answers_and_who_may(campus: Campus) -> None:
    document = httpx.get(campus.http + "/openapi.json", timeout=60).json()
    mine = {path: verbs for path, verbs in document["paths"].items() if path.startswith("/api/v1/learning")}
    assert len(mine) == 20 and KEY not in str(document)
    for path, verbs in mine.items():
        for verb, told in verbs.items():
            assert told["summary"] and told["description"] and told["security"], f"{verb} {path}"
            assert all("schema" in one for one in told.get("parameters", ())), path
            (good,) = (told["responses"][code] for code in told["responses"] if code.startswith("2"))
            assert exemplified(document, good["content"]["application/json"]["schema"]), f"{verb} {path}: an example"
            if "requestBody" in told:
                assert exemplified(document, told["requestBody"]), f"{verb} {path}: an example"


def exemplified(document: dict[str, Any], node: Any, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a schema, or one that it refers to, has an example."""
    if isinstance(node, list):
        return any(exemplified(document, one, seen) for one in node)
    if not isinstance(node, dict):
        return False
    if {"example", "examples"} & node.keys():
        return True
    name = node.get("$ref", "").rpartition("/")[2]
    if name and name not in seen:
        return exemplified(document, document["components"]["schemas"][name], seen | {name})
    return any(exemplified(document, one, seen) for one in node.values())


@pytest.mark.req("S2-56")
def test_every_list_has_a_limit_and_comes_in_pages(campus: Campus) -> None:
    document = httpx.get(campus.http + "/openapi.json", timeout=60).json()
    lists = {}
    for path, verbs in document["paths"].items():
        ref = str(verbs.get("get", {}).get("responses", {}).get("200", {})).partition("#/components/schemas/")[2]
        shape = document["components"]["schemas"].get(ref.partition("'")[0], {}).get("properties", {})
        if path.startswith(PREFIX) and "items" in shape:
            asked = {one["name"]: one["schema"] for one in verbs["get"]["parameters"]}
            assert asked["offset"]["default"] == 0 and {"total", "next"} <= shape.keys(), path
            lists[path.removeprefix(PREFIX)] = (asked["limit"]["default"], asked["limit"]["maximum"])
    assert lists == dict.fromkeys(("/classes", "/insights/at-risk", "/schools", "/users"), (20, 100))


@pytest.mark.req("S2-99")
def test_the_guide_names_every_route_and_answers_what_guides_answer(campus: Campus) -> None:
    guide = (Path(__file__).parents[3] / "docs" / "domains" / "learning.md").read_text()
    document = httpx.get(campus.http + "/openapi.json", timeout=60).json()
    for path in (p.removeprefix(PREFIX) for p in document["paths"] if p.startswith(PREFIX)):
        assert path.replace("user_id", "id").replace("school_id", "id") in guide, path
    for word in (
        "Authorisation",
        "Query patterns",
        "Migration",
        "Troubleshooting",
        "Flag",
        "Indexes",
        "Monitoring",
        "Rollback",
    ):
        assert f"**{word}" in guide or f"*{word}" in guide, word
