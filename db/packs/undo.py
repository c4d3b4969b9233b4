"""Packs give events back: what each made of them is taken out again, in the transaction that deletes them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from psycopg import sql as compose

from db.packs.absorb import Owned, columns_of
from db.packs.registry import Pack, packs
from db.pool import Connection
from db.queries import for_psycopg
from db.records import QUARTER_US, from_us


def undo(conn: Connection, events: Sequence[Owned]) -> int:
    """Undo `absorb` for events of one tenant. Inside the caller's transaction, while nobody else absorbs.

    In this order: the pack's `alone…` queries, which wait for who rewrites its rows; its `forget…` queries; the rows of
    its tables that came from these events; its `reaggregate…` queries. Returns how many such rows there were.
    """
    gone = 0
    for pack in packs().values():
        mine = [owned for owned in events if owned[1].event_type in pack.event_types]
        if mine:
            gone += _give_back(conn, pack, mine)
            for_psycopg("packs").changed(conn, pack=pack.name, tenants=sorted({tenant for tenant, _ in mine}))
    return gone


def _give_back(conn: Connection, pack: Pack, mine: list[Owned]) -> int:
    starts = np.unique(np.array([event.t for _, event in mine], np.int64) // QUARTER_US * QUARTER_US)
    columns = columns_of(mine) | {"tenant": mine[0][0], "windows": [from_us(int(t)) for t in starts]}
    pack.alone(conn, mine[0][0])
    for name in pack.forgetting:
        getattr(pack.psycopg, name)(conn, **columns)
    gone = 0
    for table in pack.model.tables:
        if table.event is not None:
            query = compose.SQL("delete from {} where tenant_id = %s and {} = any(%s)")
            named = query.format(compose.Identifier(table.name), compose.Identifier(table.event))
            gone += conn.execute(named, (columns["tenant"], columns["ids"])).rowcount
    for name in pack.reaggregating:
        getattr(pack.psycopg, name)(conn, **columns)
    return gone
