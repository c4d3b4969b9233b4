"""The OpenAPI document says every answer: errors by status, each a problem, instead of one word for all of them.

A route need not list what any route of its kind can answer: that follows from what it is. What is special to it stands
in its own `responses`, whose words are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI

from api.schemas.common import Problem
from db.packs.registry import packs

METHODS = ("get", "put", "post", "delete", "patch")
WORDS = {
    "400": "Something in the request cannot be read: a cursor, a time zone, a body that is not JSON.",
    "401": "Say who you are: `Authorization: Bearer` with an API key or an access token.",
    "403": "You may not do that.",
    "404": "There is no such thing, or none that you may see, or the feature is switched off.",
    "409": "It is not in a state for that, or there is one already.",
    "413": "The body is over the limit.",
    "422": "A parameter or a field is not valid; `errors` says which.",
    "429": "Too many attempts. Wait for as long as Retry-After says.",
    "503": "The database cannot be reached, or this needs one and there is none. Try again after Retry-After.",
}
PROBLEM = "application/problem+json"
FRAMEWORKS = ("HTTPValidationError", "ValidationError")
"""What the framework says it would answer, had we not said otherwise."""
CONTENT = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}


def describe(app: FastAPI) -> None:
    """Have the application's document say all answers of every operation."""
    made: Callable[[], dict[str, Any]] = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = told(made())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the framework's own way to extend the document


def told(document: dict[str, Any]) -> dict[str, Any]:
    """The document with all answers."""
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in FRAMEWORKS:
        schemas.pop(name, None)
    schemas["Problem"] = Problem.model_json_schema()
    for path, operations in document["paths"].items():
        for method in METHODS:
            if method in operations:
                _tell(path, method, operations[method])
    document["tags"] = _tags(document)
    return document


def _tags(document: dict[str, Any]) -> list[dict[str, str]]:
    """All tags that operations bear: those that the application describes, then domains, in their packs' words."""
    said = list(document.get("tags", []))
    used = {tag for operations in document["paths"].values() for one in operations.values() for tag in one["tags"]}
    for name in sorted(used - {tag["name"] for tag in said}):
        said.append({"name": name, "description": packs()[name].model.description if name in packs() else name})
    return said


def _tell(path: str, method: str, operation: dict[str, Any]) -> None:
    answers = operation["responses"]
    if _model(answers.get("422", {})) in FRAMEWORKS:
        del answers["422"]
    for status in _statuses(path, method, operation):
        answers.setdefault(status, {"description": WORDS[status]})
    for status, answer in answers.items():
        if status >= "400" and not answer.get("content"):
            answer["content"] = CONTENT
        elif _model(answer).endswith("Problem"):  # such as IngestProblem: it is sent as every problem is
            answer["content"] = {PROBLEM: next(iter(answer["content"].values()))}
    operation["responses"] = dict(sorted(answers.items()))


def _model(answer: dict[str, Any]) -> str:
    """The name of the schema of an answer, or an empty one."""
    content: dict[str, Any] = next(iter(answer.get("content", {}).values()), {})
    return str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]


def _statuses(path: str, method: str, operation: dict[str, Any]) -> list[str]:
    """Errors that any operation of this kind can answer."""
    parameters, body = operation.get("parameters", []), "requestBody" in operation
    found = ["503"]
    if operation.get("security"):
        found += ["401", "403", "404"]
    if parameters or body:
        found += ["400", "422"]
    if body:
        found.append("413")
    if method != "get":
        found.append("409")
    if "/auth/" in path:
        found += ["401", "429"]
    return found
