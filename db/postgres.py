"""PostgreSQL behind the small interface of `db.store` and `db.roles`."""

from __future__ import annotations

from db.archive import PostgresArchive
from db.intake import PostgresIntake
from db.postgres_roles import PostgresAccess, PostgresFindings, PostgresPolicies
from db.shard import PostgresShardStore
from db.upkeep import PostgresUpkeep

__all__ = [
    "PostgresAccess",
    "PostgresArchive",
    "PostgresFindings",
    "PostgresIntake",
    "PostgresPolicies",
    "PostgresShardStore",
    "PostgresUpkeep",
]
