"""What is asked: every GET endpoint of the OpenAPI document, in each of its time ranges and in two zones."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx

from bench.endpoints_writes import READER

ENDLESS = {"/api/v1/live/events": "a stream"}
ZONES = ("UTC", "Europe/Berlin")
RANGES: dict[str, tuple[object, ...]] = {
    "time_range": (), "timeframe": (), "period": (), "days": (7, 30, 365), "hours": (24, 168, 720), "year": (),
}  # fmt: skip
"""Parameters that say how long a time is asked for; those without values have them in the document."""
KNOWN: dict[str, list[Any]] = {
    "project_ids": [["atlas", "beacon", "cargo"]],
    "metrics": [["battery.*"]],
    "device": ["coach-1"],
    "athlete": ["athlete-015"],
    "project_id": ["atlas"],
    "user_id": [READER],
    "expression": ["avg(solar.power) / avg(battery.voltage)"],
}
CHOICES = {"metric", "group_by", "bucket", "resolution", "agg", "sort", "fill"}
"""Parameters whose every value is asked for, too."""
ITEMS = ("id", "session_id", "user_id", "school_id", "name")


@dataclass(frozen=True)
class Ask:
    """A request: `route` as the document names it, `path` with its parameters, `said` for a table."""

    route: str
    path: str
    said: str


def asks(document: dict[str, Any], http: httpx.Client) -> tuple[list[Ask], dict[str, str]]:
    """All requests, and the routes that cannot be asked, with the reason."""
    known = {**KNOWN, **discovered(http)}
    made: list[Ask] = []
    left = dict(ENDLESS)
    for route, operations in sorted(document["paths"].items()):
        if "get" not in operations or route in left:
            continue
        parameters = operations["get"].get("parameters", [])
        path = _placed(route, http)
        missing = [p["name"] for p in parameters if p["in"] == "query" and p["required"] and p["name"] not in known]
        if path is None or missing:
            left[route] = f"no value for {', '.join(missing)}" if missing else "there is nothing of that kind"
            continue
        made += [
            Ask(route, path + _query(asked), _words(asked)) for asked in _variants(route, parameters, known, document)
        ]
    return made, left


def discovered(http: httpx.Client) -> dict[str, list[Any]]:
    """Values that lead somewhere: a metric of every domain."""
    packs = _items(http, "/api/v1/packs")
    there = {item["metric"] for item in _items(http, "/api/v1/metrics?limit=1000")}
    named = [[m["name"] for m in pack["metrics"] if m["name"] in there][:1] for pack in packs]
    firsts = [name for names in named for name in names]
    items = _items(http, "/api/v1/content/items?days=365&limit=1")
    own = {"content_id": [item["content_id"] for item in items]}
    return own | {"metric": [*firsts, *(["battery.voltage"] if "battery.voltage" in there else [])]}


def _items(http: httpx.Client, path: str) -> list[Any]:
    answer = http.get(path)
    if not answer.is_success:
        raise RuntimeError(f"{path}: {answer.status_code} {answer.text}")
    items: list[Any] = answer.json()["items"]
    return items


def _placed(route: str, http: httpx.Client) -> str | None:
    """The route with its placeholders filled from the list above each; None where such a list is empty."""
    path = ""
    for part in route.strip("/").split("/"):
        found = _first(http, path, part[1:-1]) if part.startswith("{") else part
        if found is None:
            return None
        path += f"/{found}"
    return path


def _first(http: httpx.Client, path: str, name: str) -> object:
    if name == "pack":
        return next((p["name"] for p in _items(http, "/api/v1/packs") if p["answers"]), None)
    answer = http.get(path)
    items = answer.json().get("items", []) if answer.is_success else []
    return next((item[key] for item in items for key in (name, *ITEMS) if item.get(key) is not None), None)


def _variants(
    route: str, parameters: list[dict[str, Any]], known: dict[str, list[Any]], document: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Parameters of each request of a route."""
    named = {p["name"]: p for p in parameters if p["in"] == "query"}
    always = {name: known[name][0] for name, p in named.items() if name in known and _needed(route, p)}
    chosen = [name for name in ("metric", "metrics") if name in named and known[name]]
    if "metric" in named and not named["metric"]["required"]:
        chosen = []
    if "metrics" in chosen:
        chosen = ["metrics"] if not named["metrics"].get("required") and "metric" not in chosen else ["metric"]
    own = [metric for metric in known["metric"] if route.startswith(f"/api/v1/{metric.split('.')[0]}/")]
    values = known | ({"metric": own or known["metric"][-1:]} if route.count("/") > 3 else {})
    lists: list[list[tuple[str, Any]]] = [[(name, value) for value in values[name]] for name in chosen]
    ranged = next((name for name in RANGES if name in named), None)
    if ranged is not None:
        lists.append([(ranged, value) for value in RANGES[ranged] or _choices(named[ranged]["schema"], document)])
    if "timezone" in named:
        lists.append([("timezone", zone) for zone in ZONES])
    asked = [dict(pairs) | always for pairs in itertools.product(*lists)]
    yield from asked
    for name, parameter in named.items():  # its other choices: in the longest range
        if name not in (*(asked[-1]), "week_start", "time_range"):
            there = _choices(parameter["schema"], document) if name in CHOICES else known.get(name, [])
            for value in there if name != "metrics" else []:
                yield asked[-1] | {name: value}


def _needed(route: str, parameter: dict[str, Any]) -> bool:
    """Whether a parameter is said in every request of a route."""
    of_one = route == "/api/v1/fitness/records" and parameter["name"] == "athlete"
    return of_one or parameter["name"] == "device" or bool(parameter["required"] and parameter["name"] != "metric")


def _choices(schema: dict[str, Any], document: dict[str, Any]) -> list[Any]:
    """The values that a parameter may have."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for part in (schema, *schema.get("anyOf", ())):
        if "enum" in part:
            return list(part["enum"])
    return [schema["default"]] if schema.get("default") is not None else []


def _query(asked: dict[str, Any]) -> str:
    return "?" + urlencode(asked, doseq=True) if asked else ""


def _words(asked: dict[str, Any]) -> str:
    return " ".join(str(value) for name, value in asked.items() if name not in ("project_ids", "device"))
