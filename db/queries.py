"""Named SQL: one .sql file a noun, loaded once, for asyncpg (the API) or psycopg (pipeline and tasks)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import aiosql

FOLDER = Path(__file__).parent / "sql"


@cache
def for_asyncpg(noun: str) -> Any:
    """The queries of `sql/<noun>.sql`, as coroutines that take a connection."""
    return aiosql.from_path(FOLDER / f"{noun}.sql", "asyncpg", mandatory_parameters=False)


@cache
def for_psycopg(noun: str) -> Any:
    """The queries of `sql/<noun>.sql`, as functions that take a connection."""
    return aiosql.from_path(FOLDER / f"{noun}.sql", "psycopg", mandatory_parameters=False)
