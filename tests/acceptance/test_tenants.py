"""No route tells one tenant anything of another: what a tenant sees is the same whether or not another has data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from db.packs.registry import packs
from tests.acceptance.matrix_world import CLASS, SCHOOL, World, plain, world
from tests.acceptance.test_matrix import routes
from tests.contract.test_pack_erasure import steady
from tests.engines import Server, fresh_database
from tests.pack_samples import sample_of

pytestmark = [
    pytest.mark.req("S2-44"),
    pytest.mark.one_engine("what a tenant sees is decided by the same queries on every engine"),
]
STREAMS = {"/api/v1/live/events", "/metrics", "/openapi.json", "/docs"}
PLACES = ("id", "name", "metric", "content_id", "alert", "key")
"""Fields of a list's items by which one of them is asked for."""
VOLATILE = {"access", "hash", "head", "secret", "who"}
"""`access`: how often personal data was read, which is noted within seconds of reading."""
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:")


@pytest.fixture(scope="module")
def worlds(server: Server) -> Iterator[tuple[World, World]]:
    """Two installations: in one the first tenant has data of every domain, in the other it has none."""
    with (
        fresh_database(server) as a,
        fresh_database(server) as b,
        world(a) as filled,
        world(b, filled=False) as empty,
    ):
        yield filled, empty


@pytest.fixture(scope="module")
def urls(worlds: tuple[World, World]) -> list[str]:
    """What the first tenant's admin can look at: every list, everything that is in one, and what samples ask."""
    filled = worlds[0]
    found = [answer["get"] for pack in packs().values() for answer in sample_of(pack)["answers"]]
    found += [f"/api/v1/learning/analytics/summary?school_id={SCHOOL}", f"/api/v1/learning/classes?class_id={CLASS}"]
    gets = [route.removeprefix("GET ") for route in routes() if route.startswith("GET ")]
    for path in gets:
        if path in STREAMS:
            continue
        if "{" not in path:
            found.append(path)
        else:
            found += [_filled(path, item) for item in _items(filled, path)] or [plain(path)]
    return list(dict.fromkeys(found))


def _items(one: World, path: str) -> list[Any]:
    """What the list above a route holds, as far as that can be put into its path."""
    above = path.split("/{", maxsplit=1)[0]
    answer = one.ask("key admin", "GET", above)
    if not answer.is_success or not isinstance(body := answer.json(), dict):
        return []
    items = body.get("items") or []
    found = [next((item[key] for key in PLACES if item.get(key) is not None), None) for item in items[:3]]
    return [one for one in found if one is not None]


def _filled(path: str, item: Any) -> str:
    return plain(re.sub(r"\{[^}]+\}", str(item), path, count=1))


def seen(one: World, url: str) -> tuple[int, Any]:
    """What an admin of the other tenant sees."""
    answer: httpx.Response = one.by(one.foreign, "GET", url)
    kind = answer.headers.get("content-type", "")
    return answer.status_code, _calm(steady(answer.json())) if "json" in kind else answer.text


def _calm(value: Any) -> Any:
    """Without times (both installations are asked one after the other) and the last digits of numbers."""
    if isinstance(value, dict):
        return {name: _calm(item) for name, item in value.items() if name not in VOLATILE}
    if isinstance(value, str) and TIME.match(value):
        return "a time"
    if isinstance(value, float):
        return float(f"{value:.5g}")
    return [_calm(item) for item in value] if isinstance(value, list) else value


def differing(here: Any, there: Any) -> Any:
    """The parts of two answers that differ."""
    if isinstance(here, dict) and isinstance(there, dict) and here.keys() == there.keys():
        return {name: differing(here[name], there[name]) for name in here if here[name] != there[name]}
    return here, there


def test_the_walk_asks_for_much(urls: list[str]) -> None:
    assert len(urls) > 120
    assert sum("999999999" in url or url.endswith("/nothing") for url in urls) < len(urls) / 4


def test_another_tenant_sees_the_same_as_if_this_one_were_empty(worlds: tuple[World, World], urls: list[str]) -> None:
    filled, empty = worlds
    leaks = {}
    for url in urls:
        if url.startswith("/api/v1/audit"):
            continue  # it holds what this very walk reads
        here, there = seen(filled, url), seen(empty, url)
        if here != there:
            leaks[url] = differing(here[1], there[1])
    assert leaks == {}


def test_another_tenant_changes_nothing_by_the_ids_of_this_one(worlds: tuple[World, World], urls: list[str]) -> None:
    filled = worlds[0]
    single = [url for url in urls if any(url.startswith(f"/api/v1/{room}/") for room in ROOMS)]
    before = {url: filled.ask("key admin", "GET", url) for url in single}
    there = [url for url, answer in before.items() if answer.is_success]
    assert len(there) >= 8
    for url in there:
        for method, body in (("DELETE", None), ("PATCH", {"name": "stolen"}), ("POST", {})):
            assert filled.by(filled.foreign, method, url, body).status_code in (400, 404, 405, 409, 422), (method, url)
    for url in there:
        assert _calm(steady(filled.ask("key admin", "GET", url).json())) == _calm(steady(before[url].json())), url


ROOMS = (
    "keys",
    "policies",
    "fitness/activities",
    "content/metadata",
    "content/items",
    "llm/sessions",
    "learning/schools",
)


def test_each_tenant_has_a_secret_of_its_own(worlds: tuple[World, World]) -> None:
    path, filled = "/api/v1/deliveries/webhook-secret", worlds[0]
    ours, theirs = filled.ask("key admin", "GET", path).json(), filled.by(filled.foreign, "GET", path).json()
    assert ours["secret"] != theirs["secret"]
