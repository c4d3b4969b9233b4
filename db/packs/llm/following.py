"""Points of llm.cost follow what pricing anew changed."""

from __future__ import annotations

from db.exchange import Lines, follow
from db.packs.registry import packs
from db.pool import Connection, connect


def follow_costs(conn: Connection, tenant: int, within: float = float("inf")) -> int:
    """For about `within` seconds. Returns how many messages were looked at. `conn`: autocommit."""
    sql = packs()["llm"].psycopg

    def find(limit: int) -> list[str]:
        return [row[0] for row in sql.changed_points(conn, tenant=tenant, limit=limit)]

    def strike(ids: list[str]) -> None:
        sql.strike_points(conn, tenant=tenant, ids=ids)

    return follow(conn, tenant, "llm", Lines(find, strike), within)


def follow_now(url: str, tenant: int, within: float) -> int:
    """The same on a connection of its own."""
    with connect(url, "tidewatch llm") as conn:
        return follow_costs(conn, tenant, within)
