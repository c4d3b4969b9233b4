"""Where errors become HTTP: problem+json (RFC 9457). No other file knows a status."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

import asyncpg
import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from db.errors import (
    Behind,
    Changed,
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    RawGone,
    TidewatchError,
    TooLarge,
    Unauthorized,
    Unsupported,
)
from db.log import request_id

log = logging.getLogger(__name__)


class SlowDown(TidewatchError):
    """Too many attempts. Wait for as long as Retry-After says."""


class Unavailable(TidewatchError):
    """The database cannot be reached now. Try again in a moment."""


class NeedsDatabase(Unavailable):
    """This needs the database, and Tidewatch runs in memory mode. Switch persistence on: PUT /api/v1/persistence with
    {"enabled": true}, or start with TIDEWATCH_PERSISTENCE=1."""


class Unprocessable(TidewatchError):
    """The request is well formed, but says something that cannot be."""


class Unexpected(TidewatchError):
    """Something went wrong on our side. The log holds the details under the id in `instance`."""


STATUS: dict[type[TidewatchError], int] = {
    Invalid: 400,
    Unauthorized: 401,
    Forbidden: 403,
    NotFound: 404,
    Conflict: 409,
    Changed: 412,
    TooLarge: 413,
    Unsupported: 415,
    Unprocessable: 422,
    RawGone: 422,
    Behind: 429,
    SlowDown: 429,
    Unavailable: 503,
}
RETRY = (Behind, SlowDown, Unavailable)
PLAIN_TITLES = {404: "Not found", 405: "Method not allowed", 413: "Too large", 415: "Unsupported"}
NEXT = {
    "Not Found": "There is nothing at this address. /openapi.json lists what there is.",
    "Method Not Allowed": "This address does not take that method. /openapi.json lists what it takes.",
    "There was an error parsing the body": "The body is not JSON in UTF-8, or is nested too deeply.",
}
"""What the framework says -> what to do."""
DATABASE_AWAY = (
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # said of a connection that was cut in the middle of a statement
    asyncpg.InvalidCatalogNameError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.QueryCanceledError,
    OSError,  # TimeoutError too
)
"""The database is not there, or not for us: worth another try."""

DATABASE_FAILS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""Whatever may come of a query: for those who go on without its answer."""


def status_of(error: TidewatchError) -> int:
    """The HTTP status of an error, or of the nearest class it is derived from; 500 where none is known."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def problem(
    status: int, title: str, detail: str, extra: Mapping[str, object] = {}, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem+json answer. `extra` adds fields; it cannot replace the standard ones."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    body = {
        **extra,
        "type": f"urn:tidewatch:problem:{slug}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request_id.get(),
    }
    content = orjson.dumps(body, default=str, option=orjson.OPT_NON_STR_KEYS)
    return Response(content, status, dict(headers or {}), "application/problem+json")


def respond(error: TidewatchError) -> Response:
    """The answer to an error of ours."""
    headers = {}
    if isinstance(error, Unauthorized):
        headers["WWW-Authenticate"] = 'Bearer realm="tidewatch"'
    if isinstance(error, RETRY):
        wait = error.extra.get("retry_after", 1)
        headers["Retry-After"] = str(max(1, round(float(str(wait)))))
    title = re.sub(r"(?<!^)(?=[A-Z])", " ", type(error).__name__).capitalize()
    return problem(status_of(error), title, error.detail, error.extra, headers)


def body_too_large(limit: int) -> HTTPException:
    """For use while a body is read: there the framework lets nothing else through."""
    return HTTPException(STATUS[TooLarge], f"The body is over the limit of {limit} bytes.")


def validation(error: RequestValidationError) -> Response:
    """What is wrong, and where; never the value that was sent, which may be a password."""
    wrong = [{"at": ".".join(map(str, e["loc"])), "reason": e["msg"]} for e in error.errors()]
    detail = "; ".join(f"{w['at']}: {w['reason']}" for w in wrong[:3]) or "The request is not valid."
    return problem(422, "Validation failed", detail, {"errors": wrong})


def install(app: FastAPI) -> None:
    """Answer every error as problem+json."""

    async def ours(_: Request, error: Any) -> Response:
        return respond(error)

    async def invalid(_: Request, error: Any) -> Response:
        return validation(error)

    async def http(_: Request, error: Any) -> Response:
        title = PLAIN_TITLES.get(error.status_code, "Request failed")
        detail = str(error.detail)
        return problem(error.status_code, title, NEXT.get(detail, detail), {}, error.headers)

    async def away(_: Request, error: Any) -> Response:
        log.warning("the database is away: %s: %s", type(error).__name__, error)
        return respond(Unavailable())

    app.add_exception_handler(TidewatchError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    for kind in DATABASE_AWAY:
        app.add_exception_handler(kind, away)
