"""xAPI statements come in as events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import CanIngest, Conn
from api.ingest import document
from api.ingest.accept import Sent, now_us
from api.ingest.body import JSON, read_body
from api.ingest.events import EventDraft, parse
from api.packs.learning.params import rows_of
from api.packs.learning.who import PREFIX, sql
from api.routes.ingest import ANSWERS, DeskDep, Key
from db.errors import Invalid, TooLarge
from db.packs.learning.xapi import Known, event_of, names_of

router = APIRouter(prefix=PREFIX)

STATEMENT: dict[str, Any] = {
    "type": "object",
    "required": ["actor", "verb", "object"],
    "properties": {
        "id": {"type": "string", "format": "uuid", "description": "The same id is the same statement"},
        "actor": {"type": "object", "description": "account.name or mbox, of somebody in the roster"},
        "verb": {"type": "object", "description": "id: what follows the last / says what it means"},
        "object": {"type": "object", "description": "id: the external_id of a lesson, content or quiz, or any IRI"},
        "result": {"type": "object", "description": "score; extensions for progress (cmi5) and …/xp"},
        "timestamp": {"type": "string", "format": "date-time"},
    },
    "example": {
        "id": "12345678-1234-4234-8234-1234567890ab",
        "actor": {"mbox": "mailto:ada@example.org"},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
        "object": {"id": "https://example.org/quiz/7"},
        "result": {"score": {"scaled": 0.85}},
        "timestamp": "2026-03-02T10:00:00Z",
    },
}
BODY = {"oneOf": [STATEMENT, {"type": "array", "items": STATEMENT}]}


@router.post(
    "/xapi/statements",
    status_code=202,
    summary="Take xAPI statements",
    responses=ANSWERS,
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": BODY}}}},
)
async def take_statements(who: CanIngest, desk: DeskDep, conn: Conn, request: Request, key: Key = None) -> Response:
    """One, or a list. Each becomes an event of learning (docs/domains/learning.md says which). Sent twice, it counts
    once."""
    body = await read_body(request, JSON, desk.limits)
    await desk.gate.check()
    found = document.load(body)
    statements = found if isinstance(found, list) else [found]
    if len(statements) > desk.limits.rows:
        raise TooLarge(f"The body has more than {desk.limits.rows:,} statements. Send smaller batches.")
    if not statements:
        raise Invalid("The body holds no statement.")
    known = await _known(conn, who.tenant, statements)
    closed, refuses = await desk.intake.closed_ranges(), await desk.refusals.of(who.tenant)
    draft = _drafted(statements, known, lambda events: parse(events, now_us(), closed, desk.limits.rows, refuses))
    answer = await desk.take_events(who.tenant, draft, Sent.of(request.url.path, body, key))
    return Response(orjson.dumps(answer), 202, {"X-Experience-API-Version": "1.0.3"}, "application/json")


def _drafted(statements: list[Any], known: Known, taken: Callable[[list[Any]], EventDraft]) -> EventDraft:
    """Statements -> draft; what is rejected is said of the statement's place in the body."""
    made = [event_of(statement, known) for statement in statements]
    places = [i for i, one in enumerate(made) if not isinstance(one, str)]
    draft = taken([made[i] for i in places])
    wrong = [(i, one) for i, one in enumerate(made) if isinstance(one, str)]
    return replace(draft, rejected=wrong + [(places[i], why) for i, why in draft.rejected])


async def _known(conn: Any, tenant: int, statements: list[Any]) -> Known:
    """Whom and what of these statements the roster names."""
    pairs = [names_of(statement) for statement in statements]
    names = sorted({name for name, _ in pairs if name and "\0" not in name})
    iris = sorted({iri for _, iri in pairs if iri and "\0" not in iri})
    lower = [name.lower() for name in names]
    people: dict[str, str] = {}
    for row in await rows_of(sql().actors(conn, tenant=tenant, names=lower, exact=names)):
        for name in (row["external_id"], row["email"], row["username"], row["id"]):
            people |= {name.lower(): row["id"]} if name else {}
    objects = await rows_of(sql().objects(conn, tenant=tenant, names=iris))
    return Known(people, {row["external_id"]: (row["id"], row["kind"]) for row in objects})
