"""The application: what it needs is opened when it starts and closed when it stops."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from importlib.metadata import version
from types import FrameType
from typing import Any

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from api import docs, documented, errors, packs
from api.aliases import Aliases
from api.audit import Audited, Book
from api.auth import Authenticator
from api.cache import Cache
from api.external import External, ExternalSettings
from api.flags import Flags
from api.live.hub import Hub
from api.page import Page
from api.query.params import PLAIN_TEXT
from api.routes import (
    alerts,
    anomalies,
    audit,
    auth,
    deliveries,
    flags,
    forecasts,
    groups,
    ingest,
    insights,
    keys,
    live,
    milestones,
    models,
    patterns,
    persistence,
    policies,
    privacy,
    series,
    system,
    trends,
    users,
)
from api.routes import packs as domains
from api.settings import ApiSettings
from api.settings import settings as api_settings
from api.stores import Opener, Stores, postgres
from api.telemetry import Telemetry
from api.throttle import Throttle
from api.tokens import KEY_NAME, Signer
from db.settings import DatabaseSettings
from db.settings import settings as database_settings

log = logging.getLogger(__name__)

DESCRIPTION = """Tidewatch watches numbers that change over time. Send points and events, ask for trends, and hear of
what is unusual while it happens. Errors are `application/problem+json`; times are RFC 3339."""

TAGS = [
    {"name": "ingest", "description": "Points and events come in. 202 means durable."},
    {"name": "query", "description": "Series, trends, anomalies, alerts."},
    {"name": "detection", "description": "What is said to the detectors beforehand."},
    {"name": "milestones", "description": "What metrics are to reach, or to stay below, and how far they are."},
    {"name": "live", "description": "Alerts while they happen, over WebSocket (`/api/v1/live`) or server-sent events."},
    {"name": "delivery", "description": "Messages that go out: webhooks, mail, short messages."},
    {"name": "access", "description": "Log in; API keys; users."},
    {"name": "privacy", "description": "Who did what; export and erasure of all about a person."},
    {"name": "system", "description": "How the service is."},
]


def create_app(
    config: ApiSettings | None = None, database: DatabaseSettings | None = None, opener: Opener | None = None
) -> FastAPI:
    """The application, on the stores that `opener` opens: if not said, on the database, which must be migrated."""
    config, database = config or api_settings(), database or database_settings()
    app = FastAPI(
        title="Tidewatch",
        version=version("tidewatch"),
        description=DESCRIPTION,
        openapi_tags=TAGS,
        lifespan=_lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        dependencies=[PLAIN_TEXT],
    )
    documented.describe(app)
    docs.install(app)
    app.state.config, app.state.database = config, database
    app.state.opener = opener or postgres(database, config.database_wait)
    app.state.throttle, app.state.audit = Throttle(), Book()
    errors.install(app)
    app.add_middleware(Audited)
    app.add_middleware(Telemetry, slow=config.slow_request)
    app.add_middleware(Aliases, names=packs.aliases())
    found = (policies, insights, patterns, forecasts, models, groups, flags, deliveries, domains, milestones)
    kept = (audit, privacy)
    base = (docs, system, persistence, auth, keys, users, live, ingest, series, trends, anomalies, alerts)
    for room in (*base, *found, *kept):
        app.include_router(room.router)
    for domain in packs.domains():
        app.include_router(domain.router)
    if (config.page / "index.html").is_file():
        app.mount("/", Page(config.page), name="page")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    state, config = app.state, app.state.config
    async with AsyncExitStack() as stack:
        stores: Stores = await state.opener(stack)
        state.stores = stores
        state.intake, state.archive, state.wake = stores.intake, stores.archive, stores.wake
        state.findings, state.policies, state.access = stores.findings, stores.policies, stores.access
        state.signer = Signer(await stores.access.shared_secret(KEY_NAME), config.token_minutes)
        state.auth = Authenticator(stores.access, state.signer, External(ExternalSettings()))
        state.flags = Flags(stores.flags)
        state.audit.pool_now = lambda: stores.pool
        stack.push_async_callback(state.audit.close)
        state.cache = await stack.enter_async_context(Cache(state.database.redis_url))
        state.hub = await stack.enter_async_context(Hub(state.archive, state.findings, state.wake, config))
        for _ in iter_route_contexts(app.routes):
            pass  # the framework makes them at the first request, which would wait, and all others with it
        with _early_goodbye(state.hub):
            yield


@contextmanager
def _early_goodbye(hub: Hub) -> Iterator[None]:
    """Streams never end by themselves, and the server waits for them before it tells us that it stops. So the signal
    that stops the server first ends the streams. Not in the main thread (tests): nothing to do."""
    loop = asyncio.get_running_loop()
    before: dict[signal.Signals, Any] = {}

    def stop(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(hub.stop)
        previous = before[signal.Signals(number)]
        if callable(previous):
            previous(number, frame)

    try:
        for number in (signal.SIGTERM, signal.SIGINT):
            before[number] = signal.getsignal(number)
            signal.signal(number, stop)
    except ValueError:
        log.debug("not in the main thread: streams end with the server's patience")
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is stop:
                signal.signal(number, handler)
