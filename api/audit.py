"""Every change is written to the audit log by itself, and so are reads of what routes mark as personal data.

A change is a request by POST, PUT, PATCH or DELETE of somebody who was let in, and that succeeded. What comes in with
the scope `ingest` is data, not a change. The body is not kept: it may hold secrets.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from fastapi import Depends, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.auth import SCOPE_ASKED, WHO, Principal
from api.errors import DATABASE_FAILS
from api.named import route_of
from db import metrics
from db.audit import record
from db.privacy.entries import changed, people_perhaps
from db.privacy.mention import Names
from db.privacy.people import among_erased, labels_of_people

log = logging.getLogger("tidewatch.audit")

CHANGES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
PERSONAL_SEEN = "tidewatch.personal"
FLUSH_SECONDS = 2.0
"""Reads are written together: the same read of the same thing by the same one is one entry with a count."""
MOST = 5_000
LONGEST = 300
"""Characters of a parameter that are kept."""


async def _personal(request: Request) -> None:
    request.scope[PERSONAL_SEEN] = True


PERSONAL = Depends(_personal)
"""`dependencies=[PERSONAL]`: this route shows personal data. Who reads it is written to the audit log."""

_Read = tuple[int, str, str, str]


class Book:
    """Where entries go: the database's audit log, or without a database the process's log."""

    def __init__(self) -> None:
        self.pool_now: Callable[[], Any] = lambda: None
        self._reads: dict[_Read, tuple[int, datetime, dict[str, Any]]] = {}
        self._flushing: asyncio.Task[None] | None = None

    @property
    def pool(self) -> Any:
        """The database's connections; None without a database."""
        return self.pool_now()

    async def change(self, tenant: int, who: str, action: str, object: str, details: Mapping[str, Any]) -> None:
        """Write a change now."""
        log.info("%s", action, extra={"tenant": tenant, "who": who})
        if self.pool is None:
            return
        try:
            await self._write(tenant, who, action, object, details)
        except DATABASE_FAILS:  # the change itself stands: say loudly what is missing in its record
            metrics.audit_lost.inc()
            log.exception("a change could not be written to the audit log: %s %s by %s", action, object, who)

    def read(self, tenant: int, who: str, action: str, object: str, details: dict[str, Any]) -> None:
        """Note a read; it is written within seconds."""
        key = (tenant, who, action, object)
        count, first, _ = self._reads.get(key, (0, datetime.now(UTC), {}))
        self._reads[key] = (count + 1, first, details)
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._later())

    async def _later(self) -> None:
        await asyncio.sleep(FLUSH_SECONDS)  # reads are counted together, not written one by one
        await self.flush()

    async def flush(self) -> None:
        """Write what was noted. What cannot be written now waits for the next time."""
        reads, self._reads = self._reads, {}
        for key, (count, first, details) in reads.items():
            if self.pool is None:
                log.info("%s", key[2], extra={"tenant": key[0], "who": key[1]})
                continue
            try:
                await self._write(*key, details | {"reads": count, "since": first})
            except DATABASE_FAILS:
                log.warning("reads of personal data wait for the database to be written to the audit log")
                if len(self._reads) < MOST:
                    self._reads.setdefault(key, (count, first, details))

    async def _write(self, tenant: int, who: str, action: str, object: str, details: Mapping[str, Any]) -> None:
        """An entry that names somebody who was erased would bring the name back: it says that it was, and not who."""
        if gone := await among_erased(self.pool, tenant, people_perhaps(object, details)):
            names = Names(gone)
            object, details = changed(object, details, lambda value, key: str(names.without(value, "erased", key)))
        await record(self.pool, tenant, who, action, object, details)

    async def close(self) -> None:
        """Write what is left."""
        if self._flushing is not None:
            self._flushing.cancel()
            await asyncio.wait([self._flushing])
        await self.flush()


class Audited:
    """The layer that sees who did what with which outcome, before the answer is sent."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < 400 and WHO in scope:
                await self._note(scope, message["status"])
            await send(message)

        await self._app(scope, receive, noted)

    async def _note(self, scope: Scope, status: int) -> None:
        book: Book = scope["app"].state.audit
        who: Principal = scope[WHO]
        action = f"{scope['method']} {route_of(scope) if 'route' in scope else scope['path']}"
        if scope["method"] in CHANGES:
            if scope.get(SCOPE_ASKED) != "ingest":
                await book.change(who.tenant, who.named, action, scope["path"], _details(scope, status))
        elif scope.get(PERSONAL_SEEN) or _asks_for_people(scope):
            query = _query(scope)
            book.read(who.tenant, who.named, action, f"{scope['path']}?{query}" if query else scope["path"], {})


def _asks_for_people(scope: Scope) -> bool:
    """Whether series are asked for by a label that names people: `label.user_id=…`, `group_by=user_id`."""
    if b"label." not in scope["query_string"] and b"group_by=" not in scope["query_string"]:
        return False
    asked = parse_qsl(_query(scope))
    named = {key.removeprefix("label.") for key, _ in asked if key.startswith("label.")}
    named |= {label for key, value in asked if key == "group_by" for label in value.split(",")}
    return not named.isdisjoint(labels_of_people())


def _details(scope: Scope, status: int) -> dict[str, Any]:
    params = {name: str(value)[:LONGEST] for name, value in scope.get("path_params", {}).items()}
    query = _query(scope)
    return {"status": status} | ({"params": params} if params else {}) | ({"query": query} if query else {})


def _query(scope: Scope) -> str:
    """As it was meant, so that whom it names can be found later."""
    return unquote_plus(scope["query_string"].decode("latin-1"))[:LONGEST].replace("\0", "")
