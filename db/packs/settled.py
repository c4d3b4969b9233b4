"""Values that packs know of events once they took them in, where events do not state them: for the core's points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from db.packs.absorb import Owned, columns_of
from db.packs.mapping import number_of
from db.packs.registry import packs
from db.pool import Connection

Settled = dict[tuple[int, str], dict[str, float | None]]
"""(tenant, event_id) -> metric -> value of the stored point; None: there is none."""


def settled(conn: Connection, events: Sequence[Owned]) -> Settled:
    """What packs say of events; those of which they know nothing are left out."""
    found: Settled = defaultdict(dict)
    for pack in packs().values():
        for metric in pack.model.metrics:
            mine = [owned for owned in events if owned[1].event_type in metric.events] if metric.settled else []
            if mine:
                for tenant, event_id, value in getattr(pack.psycopg, str(metric.settled))(conn, **columns_of(mine)):
                    found[tenant, event_id][metric.name] = number_of(value)
    return found
