"""Every route of the application: nothing is open that need not be, and whatever changes something needs a scope."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from api.app import create_app
from api.auth import Requires
from api.settings import ApiSettings
from db.settings import DatabaseSettings

APP = create_app(ApiSettings(page=Path("no page")), DatabaseSettings(database_url="postgresql://nowhere"))
OPEN = {
    "/health": "says only how it is",
    "/ready": "says only whether it can serve",
    "/openapi.json": "the description",
    "/docs": "the description, to read",
    "/api/v1/auth/login": "the body says who it is",
    "/api/v1/auth/refresh": "the token in the body says who it is",
    "/api/v1/auth/logout": "the token in the body says who it is",
}
SIGNED_IN = {
    "/api/v1/privacy/exports": "all about oneself; of others for admins",
    "/api/v1/auth/me": "one's own name",
    "/api/v1/auth/password": "one's own password",
    "/api/v1/milestones": "one's own goals; those of others need the scope operate",
    "/api/v1/milestones/{id}": "one's own goals; those of others need the scope operate",
    "/api/v1/fitness/milestones": "one's own goals; those of others need the scope operate",
    "/api/v1/fitness/milestones/{id}": "one's own goals; those of others need the scope operate",
    "/api/v1/fitness/activities": "one's own activities; those of others need the scope ingest",
    "/api/v1/fitness/activities/{id}": "one's own activities; those of others need the scope ingest",
    "/api/v1/telemetry/layouts/{name}": "one's own layout",
    "/api/v1/telemetry/preferences": "how one is told oneself",
}
SOCKETS = {"/api/v1/live": "its first message says who it is"}
CHANGES = {"POST", "PUT", "PATCH", "DELETE"}


def routes() -> Iterator[tuple[str, set[str], Dependant | None]]:
    """(path, methods, dependencies) of every route, those of included routers too."""
    for route in iter_route_contexts(APP.routes):
        yield route.path, set(route.methods or ()), getattr(route, "dependant", None)


def gates(dependant: Dependant | None) -> list[Requires]:
    """The permissions that a route asks for."""
    if dependant is None:
        return []
    own = [dependant.call] if isinstance(dependant.call, Requires) else []
    return own + [gate for inner in dependant.dependencies for gate in gates(inner)]


ALL = list(routes())
HTTP = [(path, methods, dependant) for path, methods, dependant in ALL if path not in SOCKETS]


def test_the_walk_sees_the_routes() -> None:
    paths = {path for path, _, _ in ALL}
    assert paths >= {*OPEN, *SIGNED_IN, *SOCKETS, "/api/v1/keys/{key_id}", "/api/v1/ingest", "/metrics"}


@pytest.mark.parametrize(("path", "methods", "dependant"), HTTP, ids=[f"{'|'.join(sorted(m))} {p}" for p, m, _ in HTTP])
def test_a_route_is_open_only_for_a_reason(path: str, methods: set[str], dependant: Dependant | None) -> None:
    assert (gates(dependant) == []) == (path in OPEN)


@pytest.mark.parametrize(
    ("path", "dependant"), [(p, d) for p, m, d in HTTP if m & CHANGES and p not in OPEN and p not in SIGNED_IN]
)
def test_what_changes_something_needs_more_than_reading(path: str, dependant: Dependant) -> None:
    scopes = {gate.scope for gate in gates(dependant)}
    assert scopes & {"ingest", "operate", "admin"}
    assert None not in scopes


def test_only_known_routes_are_no_http_routes() -> None:
    sockets = {path for path, methods, _ in ALL if not methods}
    assert sockets == set(SOCKETS)
