"""How the service is. `/health` and `/ready` are open, and say no more than that."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, generate_latest

from api.auth import Principal, Requires
from api.deps import IntakeDep
from api.errors import DATABASE_FAILS
from api.exposition import merged
from api.schemas.common import Health, Ready
from api.stores import Persisting, Stores
from db.metrics import journal_lag, journal_points, note_memory
from db.store import Intake

router = APIRouter(tags=["system"])

JOURNAL_WITHIN = 2.0
"""Seconds."""


class MetricsGate(Requires):
    """Read scope, unless the setting `metrics_open` says that anybody may look."""

    async def __call__(self, request: Request) -> Any:
        """Raises `Unauthorized` or `Forbidden`."""
        return None if request.app.state.config.metrics_open else await super().__call__(request)


MayMeasure = Annotated[Principal | None, Depends(MetricsGate("read"))]


async def _redis(state: Any) -> Literal["ok", "away", "none"]:
    if not state.database.redis_url:
        return "none"
    return "ok" if await state.wake.reachable() else "away"


@router.get("/health", summary="Is it well")
async def health(request: Request) -> Health:
    """Always 200: `degraded` while the database or Redis cannot be reached."""
    state = request.app.state
    stores: Stores = state.stores
    database, redis = await asyncio.gather(stores.answers(), _redis(state))
    status: Literal["ok", "degraded"] = "ok" if database and redis != "away" else "degraded"
    keeps: Persisting = "failing" if not database else "on" if stores.persists() else "off"
    return Health(
        status=status, engine=stores.engine, version=request.app.version, redis=redis, persistence=keeps
    )  # fmt: skip


@router.get("/ready", summary="Can it serve", responses={503: {"model": Ready}})
async def ready(request: Request, response: Response) -> Ready:
    """200 when requests can be served, 503 when not. Redis is not needed for that."""
    well = await request.app.state.stores.serves()
    response.status_code = 200 if well else 503
    return Ready(ready=well)


@router.get("/metrics", summary="Prometheus metrics", response_class=Response)
async def metrics(_: MayMeasure, intake: IntakeDep) -> Response:
    """Of all processes that share PROMETHEUS_MULTIPROC_DIR, or of this one."""
    await _note_journal(intake)
    return Response(await asyncio.to_thread(_collect), media_type=CONTENT_TYPE_LATEST)


async def _note_journal(intake: Intake) -> None:
    """How far the pipeline is behind, as it is now: whoever looks sees it, also when no pipeline is there to say it."""
    try:
        waiting = await asyncio.wait_for(intake.backlog(), JOURNAL_WITHIN)
    except DATABASE_FAILS:
        return  # the last that was known stays; that the database is away is said by requests
    age = 0.0 if waiting.oldest is None else time.time() - waiting.oldest.timestamp()
    journal_points.set(waiting.points)
    journal_lag.set(max(0.0, age))


def _collect() -> bytes:
    note_memory("api")
    return merged() if os.environ.get("PROMETHEUS_MULTIPROC_DIR") else generate_latest(REGISTRY)
