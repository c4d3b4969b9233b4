"""Facts of a pack expire as events do; what a pack says has no time stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.packs import registry
from db.pool import Connection, connect
from tests.engines import Server, fresh_database
from tests.integration.reading import upkeep

PACK = """
name = "tides"
title = "Tides"
description = "Water levels."
[[tables]]
name = "tides_levels"
time = "t"
[[tables]]
name = "tides_harbours"
"""
SCHEMA = "create table tides_levels (t timestamptz); create table tides_harbours (since timestamptz);"
NOW = datetime.now(UTC)


@pytest.fixture
def conn(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    folder = tmp_path / "tides"
    folder.mkdir()
    (folder / "pack.toml").write_text(PACK)
    (folder / "schema.sql").write_text(SCHEMA)
    monkeypatch.setenv("TIDEWATCH_PACKS", str(tmp_path))
    registry.forget()
    with fresh_database(server) as url, connect(url) as one:
        yield one
    monkeypatch.undo()
    registry.forget()


def rows(conn: Connection, table: str) -> int:
    return len(conn.execute(f"select from {table}").fetchall())


def test_facts_go_with_the_events_of_their_time(conn: Connection) -> None:
    for days in (399, 401, 500):
        conn.execute("insert into tides_levels values (%s)", (NOW - timedelta(days=days),))
    conn.execute("insert into tides_harbours values ('1900-01-01')")
    assert upkeep(conn, keep_events_days=400).drop_expired(NOW)["tides_levels"] == 2
    assert (rows(conn, "tides_levels"), rows(conn, "tides_harbours")) == (1, 1)


def test_nothing_goes_where_events_are_kept_for_ever(conn: Connection) -> None:
    conn.execute("insert into tides_levels values ('1990-01-01')")
    upkeep(conn, keep_events_days=None).drop_expired(NOW)
    assert rows(conn, "tides_levels") == 1
