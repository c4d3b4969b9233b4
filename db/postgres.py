"""PostgreSQL behind the small interface of `db.store`."""

from __future__ import annotations

from db.archive import PostgresArchive
from db.intake import PostgresIntake
from db.shard import PostgresShardStore
from db.upkeep import PostgresUpkeep

__all__ = ["PostgresArchive", "PostgresIntake", "PostgresShardStore", "PostgresUpkeep"]
