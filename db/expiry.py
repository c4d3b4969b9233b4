"""What was found, and expired, goes."""

from __future__ import annotations

from datetime import datetime

from db.forecasts import drop_expired_forecasts
from db.insights import drop_expired_insights
from db.patterns import drop_expired_patterns
from db.pool import Connection
from db.queries import for_psycopg


def drop_expired(conn: Connection, now: datetime) -> dict[str, int]:
    """Delete insights, patterns and forecasts that expired before `now`, and notes on old runs. Returns what went."""
    gone = {
        "insights": drop_expired_insights(conn, now),
        "patterns": drop_expired_patterns(conn, now),
        "forecasts": drop_expired_forecasts(conn, now),
        "runs": int(for_psycopg("runs").forget_runs(conn)),
    }
    return {name: count for name, count in gone.items() if count}
