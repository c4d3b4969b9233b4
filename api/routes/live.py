"""Live push: `WS /api/v1/live`, and the same as server-sent events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, WebSocket
from starlette.responses import Response

from api.auth import bearer
from api.deps import CanRead
from api.errors import Unprocessable
from api.live.events import EventStream
from api.live.filters import Filter
from api.live.socket import Session
from api.live.wire import socket_wire
from db.records import Severity

router = APIRouter(tags=["live"])


@router.websocket("/api/v1/live")
async def live(socket: WebSocket) -> None:
    """The first message is `auth`; the token is never in the address."""
    await socket.accept()
    state = socket.app.state
    wire = socket_wire(socket.scope, socket.send)
    await Session(socket, wire, state.hub, state.auth, state.config).run()


@router.get(
    "/api/v1/live/events",
    summary="Alerts as server-sent events",
    response_class=Response,
    responses={200: {"content": {"text/event-stream": {}}, "description": "Events: ready, alert, heartbeat, …"}},
)
async def live_events(
    request: Request,
    who: CanRead,
    severity: Severity | None = None,
    metric: Annotated[str | None, Query(max_length=500, description="May hold `*`.")] = None,
    after: Annotated[int | None, Query(ge=0, lt=2**63, description="Resume after this number.")] = None,
    last_event_id: Annotated[str | None, Header(description="The same, as browsers send it; it counts more.")] = None,
) -> EventStream:
    """The same messages as over the WebSocket. Filters: `severity` (a floor), `metric`, `label.<name>`."""
    if last_event_id:
        if not (last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 19):
            raise Unprocessable("Last-Event-ID must be a number that this stream has sent.")
        after = int(last_event_id)
    labels = {key[6:]: value for key, value in request.query_params.items() if key.startswith("label.")}
    state = request.app.state
    token = bearer(request.headers.get("authorization"))
    return EventStream(state.hub, state.auth, who, token, Filter.of(severity, metric, labels), after)
