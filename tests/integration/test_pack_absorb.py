"""An event that a pack cannot take is set aside, and stops neither its neighbours nor the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.packs.absorb import absorb
from db.pool import Connection, connect
from db.records import Event
from tests.engines import Server, fresh_database
from tests.packs.sixth import known

PACK = 'name = "{name}"\ntitle = "T"\ndescription = "D"\n[[events]]\ntype = "{name}.seen"\ntitle = "Seen"\n'
SCHEMA = "create table {name}_facts (tenant_id int, id text primary key, n int check (n < 100), wide text);"
ABSORB = """
-- name: absorb_1_facts!
insert into {name}_facts (tenant_id, id, n, wide)
select * from unnest(:tenants::int[], :ids::text[], (select array_agg((p ->> 'n')::int order by o)
  from unnest(:properties::jsonb[]) with ordinality as e (p, o)), (select array_agg(p ->> 'wide' order by o)
  from unnest(:properties::jsonb[]) with ordinality as e (p, o)));

-- name: absorb_2_count!
insert into {name}_count as c (tenant_id, n) select tenant, count(*) from unnest(:tenants::int[]) as tenant group by 1
on conflict (tenant_id) do update set n = c.n + excluded.n;
"""
COUNT = "create table {name}_count (tenant_id int primary key, n bigint);create index on {name}_facts (wide);"


@pytest.fixture(scope="module")
def conn(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    folder: Path = tmp_path_factory.mktemp("packs")
    for name in ("tides", "winds"):
        (folder / name).mkdir()
        (folder / name / "pack.toml").write_text(PACK.format(name=name))
        (folder / name / "schema.sql").write_text((SCHEMA + COUNT).format(name=name))
        (folder / name / "queries.sql").write_text(ABSORB.format(name=name))
    with known(folder), fresh_database(server) as url, connect(url) as one:
        yield one


@pytest.fixture(autouse=True)
def clean(conn: Connection) -> None:
    conn.execute("truncate tides_facts, tides_count, winds_facts, winds_count, pack_failures, pack_changes")


def event(id_: str, n: object, type_: str = "tides.seen", wide: str | None = None) -> tuple[int, Event]:
    return 1, Event(id_, type_, 0, properties={"n": n, "wide": wide})


def facts(conn: Connection, name: str = "tides") -> list[str]:
    return [row[0] for row in conn.execute(f"select id from {name}_facts order by id")]


def test_each_pack_gets_its_own_events_and_all_its_queries_run(conn: Connection) -> None:
    absorb(conn, [event("a", 1), event("b", 2, "winds.seen"), event("c", 3), event("d", 4, "elsewhere")])
    assert (facts(conn), facts(conn, "winds")) == (["a", "c"], ["b"])
    assert conn.execute("select n from tides_count").fetchall() == [(2,)]
    assert conn.execute("select pack, version from pack_changes order by 1").fetchall() == [("tides", 1), ("winds", 1)]


@pytest.mark.parametrize("bad", ["not a number", 100, 2**40])
def test_one_that_cannot_be_taken_is_set_aside_with_the_reason(conn: Connection, bad: object) -> None:
    good = [event(str(n), n) for n in range(20)]
    absorb(conn, [*good[:13], event("bad", bad), *good[13:], event("w", 1, "winds.seen")])
    assert len(facts(conn)) == 20 and facts(conn, "winds") == ["w"]
    assert conn.execute("select n from tides_count").fetchall() == [(20,)], (
        "what it had done before it failed is undone"
    )
    ((pack, tenant, id_, why),) = conn.execute("select pack, tenant_id, event_id, why from pack_failures").fetchall()
    assert (pack, tenant, id_) == ("tides", 1, "bad") and why and "\n" not in why


def test_a_key_that_is_too_long_for_an_index_stops_nobody(conn: Connection) -> None:
    wide = "".join(chr(0x10000 + 7919 * i % 0xE000) for i in range(5_000))
    absorb(conn, [event("a", 1), event("wide", 2, wide=wide), event("c", 3)])
    assert facts(conn) == ["a", "c"]
    assert conn.execute("select event_id from pack_failures").fetchall() == [("wide",)]


def test_a_query_that_is_wrong_stops_nobody(conn: Connection) -> None:
    conn.execute("alter table tides_count rename to gone")
    try:
        absorb(conn, [event("a", 1), event("b", 2, "winds.seen")])
    finally:
        conn.execute("alter table gone rename to tides_count")
    assert (facts(conn), facts(conn, "winds")) == ([], ["b"])
    assert conn.execute("select pack, event_id from pack_failures").fetchall() == [("tides", "a")]


def test_a_failure_that_comes_again_is_one_failure(conn: Connection) -> None:
    for _ in range(2):
        absorb(conn, [event("bad", 100)])
    assert conn.execute("select count(*) from pack_failures").fetchone() == (1,)
