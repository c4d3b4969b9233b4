"""Every route that shows data of a named person is marked, so that who reads it stands in the audit log."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel

from api.audit import PERSONAL
from tests.contract.test_routes import APP

pytestmark = pytest.mark.req("S2-40")
PERSON = re.compile(
    r"(user|student|person|athlete|teacher|customer|patient|account|owner)(_?id|_?name)?|email|(first|last|user)_?name"
)
"""Parameters and fields of answers that name a person."""
WITHOUT = {
    "/api/v1/auth/me": "one's own name",
}
"""Routes that name somebody and need no mark, with the reason."""


def routes() -> Iterator[tuple[str, Any]]:
    for route in iter_route_contexts(APP.routes):
        if getattr(route, "dependant", None) is not None and "GET" in (route.methods or ()):
            yield route.path, route


def flat(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for inner in dependant.dependencies:
        yield from flat(inner)


def marked(route: Any) -> bool:
    return any(one.call is PERSONAL.dependency for one in flat(route.dependant))


def named(route: Any) -> set[str]:
    """Parameters and fields of good answers by which a route names people."""
    asked = {p.alias for one in flat(route.dependant) for p in (*one.path_params, *one.query_params)}
    asked |= set(re.findall(r"{(\w+)", route.path))
    good = [said.get("model") for code, said in (route.responses or {}).items() if str(code).startswith("2")]
    told = {name for model in (route.response_model, *good) for name in fields(model, set())}
    return {name for name in asked | told if PERSON.fullmatch(name)}


def fields(type_: Any, seen: set[Any]) -> Iterator[str]:
    """Names of all fields of a model, at any depth."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        if type_ in seen:
            return
        seen.add(type_)
        for name, field in type_.model_fields.items():
            yield field.serialization_alias or name
            yield from fields(field.annotation, seen)
    for inner in typing.get_args(type_):
        yield from fields(inner, seen)


NAMING = {path: route for path, route in routes() if named(route)}


@pytest.mark.parametrize("path", sorted(NAMING.keys() - WITHOUT.keys()))
def test_a_route_that_names_a_person_is_audited(path: str) -> None:
    assert marked(NAMING[path]), f"names people by {named(NAMING[path])}: dependencies=[PERSONAL], or WITHOUT"


def test_the_search_finds_such_routes_of_every_domain_that_has_people() -> None:
    found = {path.split("/")[3] for path in NAMING}
    assert {"users", "milestones", "privacy", "content", "fitness", "learning", "llm"} <= found
    assert WITHOUT.keys() <= NAMING.keys()
    assert not any(marked(NAMING[path]) for path in WITHOUT)
