"""By which path a route is known in records and measures."""

from __future__ import annotations

from starlette.types import Scope


def route_of(scope: Scope) -> str:
    """The whole path of the route that serves a request, such as `/api/v1/series/{id}`; `other`: there is none.

    A route that was included by a router of a router knows only the last part of its path. What goes before is of no
    request's making: it is looked for in the path, and the shortest that leaves what the route matches counts.
    """
    route = scope.get("route")
    own: str = getattr(route, "path", "other")
    matches = getattr(route, "path_regex", None)
    if matches is None or own.startswith("/api/"):
        return own
    path: str = scope["path"]
    at = 0
    while at >= 0 and not matches.match(path[at:]):
        at = path.find("/", at + 1)
    return path[: max(at, 0)] + own
