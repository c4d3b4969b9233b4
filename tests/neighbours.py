"""A second tenant beside the first, for tests that nobody's data stop the work for others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from psycopg import sql

from db.pool import Connection
from db.settings import DatabaseSettings


def neighbour(conn: Connection) -> int:
    """The second tenant's id; it is made where it is not there."""
    conn.execute(
        "insert into tenants (id, name) overriding system value values (1002, 'neighbour') on conflict do nothing"
    )
    return 1002


def twin(conn: Connection, table: str, **other: Any) -> int:
    """Copy all rows of the first tenant for the second, with some columns otherwise. Ids are given by the table."""
    whose = neighbour(conn)
    names = [
        row[0]
        for row in conn.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped"
            " and attidentity = '' and attgenerated = ''",
            (table,),
        )
    ]
    said = {"tenant_id": whose} | other
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    values = sql.SQL(", ").join(sql.Literal(said[name]) if name in said else sql.Identifier(name) for name in names)
    conn.execute(
        sql.SQL("insert into {0} ({1}) select {2} from {0} where tenant_id = 1").format(
            sql.Identifier(table), columns, values
        )
    )
    return whose


@contextmanager
def spoiled(conn: Connection, table: str, tenant: int = 1) -> Iterator[None]:
    """Nothing of a tenant can be changed in a table meanwhile."""
    name = sql.Identifier(table)
    conn.execute(
        "create or replace function spoil() returns trigger language plpgsql as $$ begin raise 'spoiled'; end $$"
    )
    made = "create trigger spoilt before update on {} for each row when (old.tenant_id = {}) execute function spoil()"
    conn.execute(sql.SQL(made).format(name, sql.Literal(tenant)))
    try:
        yield
    finally:
        conn.execute(sql.SQL("drop trigger spoilt on {}").format(name))


def settle_on(patch: pytest.MonkeyPatch, url: str, *places: str) -> None:
    """Have scheduled tasks work on this database. `places`: where they look up their settings, besides the runner."""
    for place in ("workers.job.settings", *places):
        patch.setattr(place, lambda: DatabaseSettings(database_url=url))


def ran(conn: Connection, job: str) -> Any:
    """What the newest run of a job says."""
    row = conn.execute(
        "select result from task_runs where job = %s and finished_at is not null order by window_start desc limit 1",
        (job,),
    ).fetchone()
    return row and row[0]
