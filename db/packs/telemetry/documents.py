"""Documents that people make for themselves: figures, templates, requests for actions, preferences, layouts.

One small interface, on PostgreSQL and in memory. A document belongs to an owner (`user:12`), or to everybody (''), and
has a version: who changes it may say which version they have seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from db.errors import Changed, Conflict, NotFound
from db.packs.registry import packs
from db.pool import Pool

MOST = 500
"""Documents of a kind that one owner may have."""


@dataclass(frozen=True, slots=True)
class Key:
    """Which document: `kind` is what it is for."""

    tenant: int
    kind: str
    name: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it stands."""

    owner: str
    name: str
    version: int
    body: dict[str, Any]
    created_at: datetime
    changed_at: datetime
    changed_by: str


class Documents(Protocol):
    """Where they are kept. `expect`: the version that must stand there; 0: none; None: whatever."""

    async def get(self, key: Key) -> Document:
        """Raises `NotFound`."""

    async def find(
        self, tenant: int, kind: str, *, owner: str | None = "", matching: dict[str, Any] | None = None,
        after: str = "", limit: int = MOST,
    ) -> list[Document]:  # fmt: skip
        """Documents by name after one; of all owners where it is None; those whose body holds `matching`."""

    async def put(
        self, key: Key, body: dict[str, Any], who: str, *, expect: int | None = None, person: str | None = None,
        most: int = MOST,
    ) -> Document:  # fmt: skip
        """Make or replace. Raises `Changed` where another version stands, `Conflict` where there are too many."""

    async def remove(self, key: Key, expect: int | None = None) -> None:
        """Raises `NotFound`, or `Changed` where another version stands."""


def _missing(key: Key) -> NotFound:
    return NotFound(f"There is no {key.kind} {key.name!r}.")


def _changed(key: Key, stands: int | None) -> Changed:
    now = f"it is at version {stands}" if stands else "it does not exist"
    return Changed(f"The {key.kind} {key.name!r} was changed meanwhile: {now}. Read it again, then decide.")


class PostgresDocuments:
    """`Documents` on a pool."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._sql = packs()["telemetry"].asyncpg

    async def get(self, key: Key) -> Document:
        """See `Documents.get`."""
        row = await self._sql.document(self._pool, **_of(key))
        if row is None:
            raise _missing(key)
        return Document(**dict(row))

    async def find(
        self, tenant: int, kind: str, *, owner: str | None = "", matching: dict[str, Any] | None = None,
        after: str = "", limit: int = MOST,
    ) -> list[Document]:  # fmt: skip
        """See `Documents.find`."""
        rows = self._sql.documents(
            self._pool, tenant=tenant, kind=kind, owner=owner, matching=matching or {}, after=after, limit=limit
        )
        return [Document(**dict(row)) async for row in rows]

    async def put(
        self, key: Key, body: dict[str, Any], who: str, *, expect: int | None = None, person: str | None = None,
        most: int = MOST,
    ) -> Document:  # fmt: skip
        """See `Documents.put`."""
        async with self._pool.acquire() as conn, conn.transaction():
            row = None
            if expect != 0:
                row = await self._sql.change_document(conn, **_of(key), body=body, who=who, expect=expect)
            if row is None and not expect:
                about = {"tenant": key.tenant, "kind": key.kind, "owner": key.owner}
                if await self._sql.count_documents(conn, **about) >= most:
                    raise Conflict(f"There are {most} of the kind {key.kind} already. Remove one first.")
                row = await self._sql.add_document(conn, **_of(key), body=body, who=who, person=person)
            if row is None:
                there = await self._sql.document(conn, **_of(key))
                raise _changed(key, there and there["version"])
            return Document(**dict(row))

    async def remove(self, key: Key, expect: int | None = None) -> None:
        """See `Documents.remove`."""
        if await self._sql.remove_document(self._pool, **_of(key), expect=expect) is None:
            stands = await self.get(key)
            raise _changed(key, stands.version)


def _of(key: Key) -> dict[str, Any]:
    return {"tenant": key.tenant, "kind": key.kind, "owner": key.owner, "name": key.name}


class MemoryDocuments:
    """`Documents` in a process, gone with it."""

    def __init__(self) -> None:
        self._all: dict[Key, Document] = {}

    async def get(self, key: Key) -> Document:
        """See `Documents.get`."""
        if key not in self._all:
            raise _missing(key)
        return self._all[key]

    async def find(
        self, tenant: int, kind: str, *, owner: str | None = "", matching: dict[str, Any] | None = None,
        after: str = "", limit: int = MOST,
    ) -> list[Document]:  # fmt: skip
        """See `Documents.find`."""
        found = [
            document
            for key, document in self._all.items()
            if (key.tenant, key.kind) == (tenant, kind) and owner in (None, key.owner) and key.name > after
            and all(document.body.get(name) == value for name, value in (matching or {}).items())
        ]  # fmt: skip
        return sorted(found, key=lambda one: (one.name, one.owner))[:limit]

    async def put(
        self, key: Key, body: dict[str, Any], who: str, *, expect: int | None = None, person: str | None = None,
        most: int = MOST,
    ) -> Document:  # fmt: skip
        """See `Documents.put`. `person` is for what outlives the process: here it says nothing."""
        del person
        there, now = self._all.get(key), datetime.now(UTC)
        if expect is not None and expect != (there.version if there else 0):
            raise _changed(key, there.version if there else None)
        if there is not None:
            made = replace(there, version=there.version + 1, body=body, changed_at=now, changed_by=who)
        else:
            same = (key.tenant, key.kind, key.owner)
            if sum((other.tenant, other.kind, other.owner) == same for other in self._all) >= most:
                raise Conflict(f"There are {most} of the kind {key.kind} already. Remove one first.")
            made = Document(key.owner, key.name, 1, body, now, now, who)
        self._all[key] = made
        return made

    async def remove(self, key: Key, expect: int | None = None) -> None:
        """See `Documents.remove`."""
        there = await self.get(key)
        if expect is not None and expect != there.version:
            raise _changed(key, there.version)
        del self._all[key]

    async def move(self, other: Documents) -> None:
        """Give all to another store, which keeps what it has itself."""
        while self._all:
            key, document = self._all.popitem()
            try:
                await other.put(key, document.body, document.changed_by, expect=0)
            except (Changed, Conflict):
                continue  # what is kept there counts more
