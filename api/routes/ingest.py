"""The way in: points as JSON or line protocol, and events. A 202 is sent after the batch is durable."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

import orjson
from fastapi import APIRouter, Depends, Header, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from api.deps import CanIngest, IntakeDep, Wake
from api.ingest import columns, document, events, influx
from api.ingest.accept import Answer, Desk, Sent, now_us
from api.ingest.body import JSON, LINES, read_body
from api.ingest.influx_grammar import Reading
from api.ingest.settings import settings
from api.schemas.ingest import EventIn, EventsBody, IngestAnswer, IngestProblem, PointsBody, SeriesBody

router = APIRouter(tags=["ingest"])

INLINE = 1 << 20
"""Bodies up to this many bytes are parsed in the event loop: a regular one takes it some milliseconds."""
INLINE_ROWS = 20_000
"""Lines or objects of such a body: irregular ones cost a few microseconds each."""

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


async def _desk(request: Request, intake: IntakeDep, wake: Wake) -> Desk:
    """The process's desk, made at the first request."""
    desk: Desk | None = getattr(request.app.state, "desk", None)
    if desk is None or desk.intake is not intake:
        stores = request.app.state.stores
        desk = request.app.state.desk = Desk(intake, wake, settings(), lambda: stores.pool)
    return desk


DeskDep = Annotated[Desk, Depends(_desk)]
Key = Annotated[
    str | None,
    Header(alias="Idempotency-Key", description="Up to 200 characters: the same key twice within a day is one batch"),
]
History = Annotated[
    Literal["auto", "true", "false"],
    Query(
        description="Whether these points are history: learned from, anomalies remembered, nobody alerted. `auto`: "
        "those older than a day (TIDEWATCH_ALERT_MAX_AGE) when they come. `false`: none of them, however old."
    ),
]
HISTORY: dict[str, bool | None] = {"auto": None, "true": True, "false": False}


async def _off_loop(body: bytes, parse: Callable[[bytes], T]) -> T:
    """Parse at once what is small, in few pieces; the rest in a thread, so that the event loop serves others."""
    if len(body) <= INLINE and body.count(b"\n") <= INLINE_ROWS and body.count(b"{") <= INLINE_ROWS:
        return parse(body)
    return await asyncio.to_thread(parse, body)


async def _receive(request: Request, desk: Desk, media_types: frozenset[str], key: str | None) -> tuple[bytes, Sent]:
    body = await read_body(request, media_types, desk.limits)
    await desk.gate.check()
    address = f"{request.url.path}?{request.url.query}"
    if len(body) <= INLINE:
        return body, Sent.of(address, body, key)
    return body, await asyncio.to_thread(Sent.of, address, body, key)


def _accepted(answer: Answer) -> Response:
    return Response(orjson.dumps(answer), 202, media_type="application/json")


def _inline(node: Any, defs: dict[str, Any]) -> Any:
    """A JSON schema with its references replaced: `openapi_extra` cannot add components."""
    if isinstance(node, dict):
        if "$ref" in node:
            return _inline(defs[node["$ref"].rpartition("/")[2]], defs)
        return {name: _inline(value, defs) for name, value in node.items() if name != "$defs"}
    return [_inline(item, defs) for item in node] if isinstance(node, list) else node


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    inlined: dict[str, Any] = _inline(schema, schema.get("$defs", {}))
    return inlined


ANSWERS: dict[int | str, dict[str, Any]] = {
    202: {"model": IngestAnswer, "description": "Durable. What became of each row."},
    400: {"model": IngestProblem, "description": "The body cannot be read, or none of its rows can be used."},
    401: {"description": "No valid key."},
    403: {"description": "The key may not ingest."},
    413: {"description": "The body is over a limit. Send smaller batches."},
    415: {"description": "The content type or encoding is not known."},
    422: {"description": "The Idempotency-Key was used for another body."},
    429: {"description": "The journal is too far behind. Wait for as long as Retry-After says."},
}
LINE = {"type": "string", "examples": ["cpu,host=a load=0.5,procs=12i 1767225600000000000"]}
EVENT = _schema(EventIn)


def _takes(path: str, media_type: str, *schemas: dict[str, Any]) -> Callable[[F], F]:
    """A POST route whose body is not parsed by FastAPI but described all the same."""
    schema = schemas[0] if len(schemas) == 1 else {"oneOf": list(schemas)}
    body = {"requestBody": {"required": True, "content": {media_type: {"schema": schema}}}}
    return router.post(path, status_code=202, responses=ANSWERS, openapi_extra=body)


@_takes("/api/v1/ingest", "application/json", _schema(SeriesBody), _schema(PointsBody))
async def ingest_points(
    who: CanIngest, desk: DeskDep, request: Request, key: Key = None, history: History = "auto"
) -> Response:
    """Take points as JSON: in columns (`series`) or in rows (`points`); plain, gzip or zstd."""
    body, sent = await _receive(request, desk, JSON, key)
    draft = await _off_loop(
        body, lambda body: columns.parse(document.load(body), who.tenant, desk.book, desk.limits.rows)
    )
    return _accepted(await desk.take_points(who.tenant, draft, sent, HISTORY[history]))


@_takes("/api/v1/write", "text/plain", LINE)
async def write_lines(
    who: CanIngest,
    desk: DeskDep,
    request: Request,
    key: Key = None,
    history: History = "auto",
    precision: Annotated[str, Query(description="Unit of the times: ns, us, ms or s")] = "ns",
    counter: Annotated[
        list[Annotated[str, Query(max_length=200)]] | None,
        Query(max_length=20, description="Metrics of counters, such as `*_total`; `*` stands for anything"),
    ] = None,
) -> Response:
    """Take points as Influx line protocol. `measurement field=1` becomes the metric `measurement.field`."""
    body, sent = await _receive(request, desk, LINES, key)
    reading = Reading(who.tenant, desk.book, precision, now_us(), desk.limits.rows, tuple(counter or ()))
    draft = await _off_loop(body, lambda body: influx.parse(body, reading))
    return _accepted(await desk.take_points(who.tenant, draft, sent, HISTORY[history]))


@_takes("/api/v1/events", "application/json", _schema(EventsBody))
async def ingest_events(
    who: CanIngest, desk: DeskDep, request: Request, key: Key = None, history: History = "auto"
) -> Response:
    """Take events: things that happened once, named by `event_id`."""
    return await _take_events(who.tenant, desk, request, key, events.unwrap, HISTORY[history])


@_takes("/track", "application/json", EVENT, {"type": "array", "items": EVENT})
async def track(
    who: CanIngest, desk: DeskDep, request: Request, key: Key = None, history: History = "auto"
) -> Response:
    """Take one event, or a list of them."""
    return await _take_events(who.tenant, desk, request, key, events.unwrap_tracked, HISTORY[history])


async def _take_events(
    tenant: int,
    desk: Desk,
    request: Request,
    key: str | None,
    unwrap: Callable[[Any], list[Any]],
    history: bool | None,
) -> Response:
    body, sent = await _receive(request, desk, JSON, key)
    closed, refuses = await desk.intake.closed_ranges(), await desk.refusals.of(tenant)
    draft = await _off_loop(
        body, lambda body: events.parse(unwrap(document.load(body)), now_us(), closed, desk.limits.rows, refuses)
    )
    return _accepted(await desk.take_events(tenant, draft, sent, history))
