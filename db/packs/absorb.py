"""Packs take new events in: what each makes of them is written in the transaction that stores them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from db.packs.registry import Pack, packs
from db.pool import Connection
from db.queries import for_psycopg
from db.records import Event, from_us

log = logging.getLogger("tidewatch.packs")

REFUSALS = (
    psycopg.DataError,
    psycopg.IntegrityError,
    psycopg.ProgrammingError,  # such as one row that a statement would change twice
    psycopg.InternalError,
    psycopg.NotSupportedError,
    psycopg.errors.ProgramLimitExceeded,  # such as a key that is too long for an index
)
"""What is the matter with an event or a query, not with the connection: trying again would not help."""

Owned = tuple[int, Event]
"""(tenant, event)."""


def absorb(conn: Connection, events: Sequence[Owned]) -> None:
    """Give each pack its events. Inside the caller's transaction.

    An event that a pack's query cannot take (its checks should have said so before) is set aside with the reason, so
    that it stops nobody: `pack_failures`. It stays in `events`.
    """
    for pack in packs().values():
        mine = [owned for owned in events if owned[1].event_type in pack.event_types]
        if mine and pack.absorbing:
            _try(conn, pack, mine)
        if mine:
            tenants = sorted({tenant for tenant, _ in mine})
            for_psycopg("packs").changed(conn, pack=pack.name, tenants=tenants)


def _try(conn: Connection, pack: Pack, mine: list[Owned]) -> None:
    try:
        with conn.transaction():
            _take(conn, pack, mine)
    except REFUSALS as problem:
        if len(mine) > 1:  # by halves, so that one among thousands is found in a few steps
            half = len(mine) // 2
            _try(conn, pack, mine[:half])
            _try(conn, pack, mine[half:])
            return
        tenant, event = mine[0]
        why = str(problem).split("\n", maxsplit=1)[0][:500]
        log.warning("pack %s cannot take event %s of tenant %s: %s", pack.name, event.event_id, tenant, why)
        for_psycopg("packs").set_aside(conn, pack=pack.name, tenant=tenant, event_id=event.event_id, why=why)


def _take(conn: Connection, pack: Pack, mine: list[Owned]) -> None:
    columns = columns_of(mine)
    for name in pack.absorbing:
        getattr(pack.psycopg, name)(conn, **columns)


def columns_of(mine: Sequence[Owned]) -> dict[str, list[Any]]:
    """Events as the queries of packs take them: arrays of equal length."""
    return {
        "tenants": [tenant for tenant, _ in mine],
        "ids": [event.event_id for _, event in mine],
        "times": [from_us(event.t) for _, event in mine],
        "types": [event.event_type for _, event in mine],
        "users": [event.user_id for _, event in mine],
        "sessions": [event.session_id for _, event in mine],
        "contents": [event.content_id for _, event in mine],
        "properties": [Jsonb(event.properties) for _, event in mine],
    }
