"""How long the database of persistence keeps what: thirty days of fifty metrics stay under 100 MB (docs/memory.md)."""

from __future__ import annotations

import os
from typing import Any

from db.settings import DatabaseSettings

EDGE: dict[str, Any] = {
    "keep_raw_hours": 12,
    "keep_15m_days": 30,
    "keep_1h_days": 30,
    "keep_events_days": 30,
    "keep_alerts_days": 30,
    "pool_size": 6,
}
"""What is used where the environment says nothing."""


def database_settings() -> DatabaseSettings:
    """The settings of the database in memory mode. What the environment says goes before the profile."""
    unsaid = {name: value for name, value in EDGE.items() if f"TIDEWATCH_{name.upper()}" not in os.environ}
    return DatabaseSettings(**unsaid)
