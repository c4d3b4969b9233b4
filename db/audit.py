"""The audit log: who changed what, and who read personal data. Append-only, hash-chained, one chain a tenant.

An entry is (seq, at, who, action, object, details). Object and details are sealed: `seal = sha256(nonce + said)`, where
`said` is their JSON. The chain is `hash = sha256(prev, seq, at, who, action, seal)`, each part on a line. So an erasure
can empty what an entry says of a person and the chain still verifies; it must own up to it in an entry of its own.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import orjson

from db.pool import Connection
from db.queries import for_asyncpg, for_psycopg

Row = Mapping[str, Any]
EMPTIED = "audit.emptied"
"""The action of an entry whose details name, in `seqs`, the entries that an erasure emptied."""
PAGE = 5_000


async def record(
    conn: Any, tenant: int, who: str, action: str, object: str, details: Mapping[str, Any] | None = None
) -> int:
    """Append an entry with a connection of the API, inside its transaction if there is one. Returns the number.

    `who`: `user:<id>`, `key:<id>` or `system`: never a name, which would outlive its owner. Secrets do not belong into
    `details`.
    """
    return int(await for_asyncpg("audit").record(conn, **_entry(tenant, who, action, object, details)))


def record_work(
    conn: Connection, tenant: int, who: str, action: str, object: str, details: Mapping[str, Any] | None = None
) -> int:
    """The same with a connection of pipeline and tasks."""
    return int(for_psycopg("audit").record(conn, **_entry(tenant, who, action, object, details)))


def _entry(tenant: int, who: str, action: str, object: str, details: Mapping[str, Any] | None) -> dict[str, Any]:
    about = {"object": object, "details": dict(details or {})}
    said = without_nul(orjson.dumps(about, default=str, option=orjson.OPT_SORT_KEYS).decode())
    nonce, at = secrets.token_bytes(16), datetime.now(UTC)
    who, action = _line(who), _line(action)
    return {
        "tenant": tenant,
        "at": at,
        "stamp": stamp(at),
        "who": who,
        "action": action,
        "said": said,
        "nonce": nonce,
        "seal": seal(nonce, said),
    }


def without_nul(text: str) -> str:
    """JSON without its NULs, which no database keeps. A backslash that is escaped begins no other escape."""
    return re.sub(r"(\\\\)|\\u0000", lambda found: found[1] or "", text)


def _line(text: str) -> str:
    """One line: what is chained is told apart by line ends."""
    return " ".join(text.replace("\0", "").split())[:300]


def stamp(at: datetime) -> str:
    """A time as it is chained: microseconds since 1970 UTC would do as well, but this can be read."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def seal(nonce: bytes, said: str) -> bytes:
    """What stands for object and details in the chain."""
    return sha256(nonce + said.encode()).digest()


def link(prev: bytes, row: Row) -> bytes:
    """The hash of an entry after one whose hash is `prev` (empty: it is the first)."""
    parts = (prev.hex(), str(row["seq"]), stamp(row["at"]), row["who"], row["action"], bytes(row["seal"]).hex())
    return sha256("\n".join(parts).encode()).digest()


@dataclass
class Verified:
    """What a walk along the chain found. `problem`: what is wrong first, at entry `at_seq`; None: nothing.

    `emptied`: entries whose words an erasure took away.
    """

    entries: int = 0
    head: bytes = b""
    emptied: int = 0
    problem: str | None = None
    at_seq: int | None = None
    _bare: set[int] = field(default_factory=set)
    _owned: set[int] = field(default_factory=set)

    def feed(self, rows: Iterable[Row]) -> None:
        """The next entries, in order."""
        for row in rows:
            if self.problem is None and (wrong := self._wrong(row)) is not None:
                self.problem, self.at_seq = wrong, int(row["seq"])
            self.entries, self.head = int(row["seq"]), bytes(row["hash"])
            if row["said"] is None:
                self._bare.add(self.entries)
            elif row["action"] == EMPTIED:
                self._owned.update(orjson.loads(row["said"])["details"].get("seqs", ()))

    def _wrong(self, row: Row) -> str | None:
        if row["seq"] != self.entries + 1:
            return f"entries {self.entries + 1} to {row['seq'] - 1} are missing"
        if bytes(row["prev"]) != self.head:
            return "it does not follow the entry before it"
        if bytes(row["hash"]) != link(self.head, row):
            return "its time, author or action was changed"
        if row["said"] is not None and bytes(row["seal"]) != seal(bytes(row["nonce"] or b""), row["said"]):
            return "its object or details were changed"
        return None

    def close(self, head: Row | None, anchor: tuple[int, str] | None = None, anchored: str | None = None) -> None:
        """The end: compare with the head that is kept, and with an anchor (number, hash) noted elsewhere, whose entry
        has the hash `anchored` now."""
        self.emptied = len(self._bare)
        if self.problem is not None:
            return
        if head is not None and (head["seq"], bytes(head["hash"])) != (self.entries, self.head):
            self.problem, self.at_seq = "entries at the end are missing", self.entries + 1
        elif unowned := self._bare - self._owned:
            self.problem, self.at_seq = "it was emptied, and no erasure owns up to it", min(unowned)
        elif anchor is not None and anchored != anchor[1]:
            self.problem, self.at_seq = "it is not the entry that was noted", anchor[0]


async def verify(conn: Any, tenant: int, anchor: tuple[int, str] | None = None) -> Verified:
    """Walk a tenant's whole chain. `anchor`: (number, hash in hex) of an entry as it was noted somewhere else: what
    only somebody who rewrote everything could have changed."""
    sql = for_asyncpg("audit")
    found, anchored, after = Verified(), None, 0
    async with conn.transaction(isolation="repeatable_read", readonly=True):
        head = await sql.head(conn, tenant=tenant)
        while rows := [row async for row in sql.chain(conn, tenant=tenant, after=after, limit=PAGE)]:
            found.feed(rows)
            if anchor is not None:
                anchored = next((bytes(r["hash"]).hex() for r in rows if r["seq"] == anchor[0]), anchored)
            after = rows[-1]["seq"]
    found.close(head, anchor, anchored)
    return found


async def find(conn: Any, tenant: int, **asked: Any) -> list[Row]:
    """Entries, newest first: `before` (a number), `who`, `action` (a beginning), `object`, `start`, `stop`, `limit`."""
    return [row async for row in for_asyncpg("audit").find(conn, tenant=tenant, **asked)]
