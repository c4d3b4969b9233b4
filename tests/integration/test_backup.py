"""A database in a file and back: every row, every answer, whatever the engine; and what is no backup is refused."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import psycopg
import pytest
from psycopg import sql

from db import backup
from db.errors import Conflict, Invalid
from db.insights import save_insights
from db.pool import connect
from tests.engines import Server, given
from tests.integration.consuming import MINUTE, now, wave, working
from tests.integration.modelling import NOW
from tests.integration.reading import reader, refresh, trend
from tests.integration.test_models_findings import insight
from tests.integration.writing import add_series
from tests.serving import user

pytestmark = pytest.mark.req("S3-82")
_numbers = itertools.count()


@contextmanager
def empty(dsn: str) -> Iterator[str]:
    """A database without anything in it."""
    name = f"tidewatch_test_empty_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    try:
        yield dsn.rsplit("/", 1)[0] + "/" + name
    finally:
        with psycopg.connect(dsn, autocommit=True) as conn:
            conn.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def filled(database: str) -> str:
    """Points in two weeks, a rollup without its raw points, an episode, an insight, users."""
    with working(database) as bench:
        series = add_series(bench.conn, "load", host="a")
        t, v = wave(now())
        v[1000] = 90
        bench.send(series, t, v)
        bench.send(add_series(bench.conn, "old"), now() - 8 * 24 * 60 * MINUTE + MINUTE * np.arange(30), np.ones(30))
        refresh(database)
        save_insights(bench.conn, 1, "insights", [insight(series)], [], NOW)
        bench.consumer.take([], snapshot=True)
    user(database)
    return database


def everything(url: str) -> dict[str, Any]:
    """(rows, a seal of all of them) of each table."""
    out = {}
    with connect(url) as conn:
        for table, columns in backup._tables(conn):
            names = sql.SQL(", ").join(map(sql.Identifier, columns))
            query = "select count(*), md5(string_agg(r::text, ',' order by r::text)) from (select {} from {}) r"
            out[table] = conn.execute(sql.SQL(query).format(names, sql.Identifier(table))).fetchone()
    return out


def same(before: dict[str, Any], after: dict[str, Any], *but: str) -> None:
    """But for what a restore sets anew: nobody owns a shard yet."""
    assert before.keys() == after.keys()
    differing = {name for name in before if before[name] != after[name]}
    assert differing <= {"shards", *but}


def same_rollups(one: str, other: str) -> None:
    """To the last but some digits: continuous aggregates are worked out anew, in another order."""
    for table in backup.ROLLUPS:
        both = []
        for url in (one, other):
            with connect(url) as conn:
                query = sql.SQL("select series_id, t, n, sum, min, max, first, last, ssq from {} order by 1, 2")
                both.append(conn.execute(query.format(sql.Identifier(table))).fetchall())
        assert [row[:3] for row in both[0]] == [row[:3] for row in both[1]]
        numbers = [np.array([row[3:] for row in rows], float) for rows in both]
        assert np.allclose(*numbers, rtol=1e-12)


def alike(old: httpx.Client, new: httpx.Client, **asked: Any) -> None:
    """The same answer, but for digits that depend on the order of a sum."""
    was, now_ = (trend(one, "load", **asked)["series"][0]["points"] for one in (old, new))
    assert [(p["t"], p["n"]) for p in now_] == [(p["t"], p["n"]) for p in was]
    assert np.allclose([p["v"] for p in now_], [p["v"] for p in was], rtol=1e-12)


def test_every_row_comes_back_and_everything_goes_on(filled: str, server: Server, tmp_path: Path) -> None:
    file = tmp_path / "all.tidewatch"
    made = backup.backup(filled, file, "1")
    assert (file.stat().st_mode & 0o777, made.engine) == (0o600, server.engine)
    before = everything(filled)
    assert {name: table["rows"] for name, table in made.tables.items()} == {n: row[0] for n, row in before.items()}
    with empty(server.dsn) as url:
        assert backup.restore(url, file).rows == made.rows
        same(before, everything(url), *backup.ROLLUPS)
        same_rollups(filled, url)
        with reader(filled) as old, reader(url) as new:
            for bucket in ("raw", "15m", "1h", "day"):
                asked = {"from_": now() - 9 * 24 * 60 * MINUTE, "to": now() + MINUTE, "bucket": bucket}
                asked |= {"from_": now() - 5 * 60 * MINUTE} if bucket == "raw" else {}
                alike(old, new, **asked)
            assert new.get("/api/v1/insights").json()["items"] == old.get("/api/v1/insights").json()["items"]
        with working(url) as bench:
            fresh = add_series(bench.conn, "new")
            bench.send(fresh, wave(now(), n=50)[0], np.ones(50))
            assert bench.conn.execute("select count(*) from samples where series_id = %s", (fresh,)).fetchone() == (50,)
        refresh(url)
        with reader(url) as new:
            assert trend(new, "new", bucket="1h")["series"][0]["total"] == 1.0


def test_a_rollup_outlives_its_raw_points_in_a_backup_too(filled: str, server: Server, tmp_path: Path) -> None:
    file = tmp_path / "old.tidewatch"
    backup.backup(filled, file, "1")
    with zipfile.ZipFile(file) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    made = json.loads(files[backup.MANIFEST])
    files["samples.copy"] = b"PGCOPY\n\xff\r\n\0" + bytes(8) + b"\xff\xff"  # retention has dropped them
    made["tables"]["samples"]["rows"] = 0
    files[backup.MANIFEST] = json.dumps(made).encode()
    with zipfile.ZipFile(file, "w") as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    with empty(server.dsn) as url:
        backup.restore(url, file)
        with connect(url) as conn, connect(filled) as was:
            counted = "select sum(n), sum(sum) from samples_1d"
            assert conn.execute(counted).fetchone() == (total := was.execute(counted).fetchone())
            assert total[0] > 1800


def test_a_database_that_holds_something_is_left_alone(filled: str, tmp_path: Path) -> None:
    file = tmp_path / "x"
    backup.backup(filled, file, "1")
    with pytest.raises(Conflict, match="Restore into an empty one"):
        backup.restore(filled, file)


def test_two_backups_into_one_file_do_not_spoil_each_other(filled: str, tmp_path: Path) -> None:
    other = tmp_path / "x.part"
    other.write_text("of another that goes on")
    with pytest.raises(Conflict, match="another backup writes it"):
        backup.backup(filled, tmp_path / "x", "1")
    assert other.read_text() == "of another that goes on"


def test_what_is_damaged_or_newer_is_refused_and_leaves_nothing(filled: str, server: Server, tmp_path: Path) -> None:
    file, bad = tmp_path / "good", tmp_path / "bad"
    backup.backup(filled, file, "1")
    bad.write_bytes(file.read_bytes()[:-100])
    with empty(server.dsn) as url:
        with pytest.raises(Invalid, match="no backup of Tidewatch, or is damaged"):
            backup.restore(url, bad)
        for change, said in (({"format": 9}, "format 9"), ({"migrations": ["0999_later.sql"]}, "0999_later.sql")):
            _changed(file, bad, change)
            with pytest.raises((Invalid, Conflict), match=said):
                backup.restore(url, bad)
        with connect(url) as conn:
            assert conn.execute("select to_regclass('tenants')").fetchone() == (None,)


def test_a_restore_that_fails_leaves_the_database_to_the_next_one(filled: str, server: Server, tmp_path: Path) -> None:
    file, bad = tmp_path / "good", tmp_path / "bad"
    tables = backup.backup(filled, file, "1").tables
    spoiled = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as zipped:
        info = zipped.getinfo("samples.copy")
    spoiled[info.header_offset + 100 + info.compress_size // 2] ^= 255
    bad.write_bytes(spoiled)
    with empty(server.dsn) as url:
        with connect(url) as conn:
            conn.execute("create table mine (a serial); create view over_mine as select a from mine")
        with pytest.raises(Invalid, match="damaged at samples"):
            backup.restore(url, bad)
        tables["users"]["rows"] += 1
        _changed(file, bad, {"tables": tables})
        with pytest.raises(Invalid, match="says that users has"):
            backup.restore(url, bad)
        with connect(url) as conn:
            own = "select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind <> 'i'"
            ours = f"{own} and not exists (select from pg_depend d where d.objid = pg_class.oid and deptype = 'e')"
            assert {row[0] for row in conn.execute(ours)} == {"mine", "mine_a_seq", "over_mine"}
        backup.restore(url, file)
        same(everything(filled), {n: v for n, v in everything(url).items() if n != "mine"}, *backup.ROLLUPS)


def _changed(file: Path, bad: Path, change: dict[str, Any]) -> None:
    with zipfile.ZipFile(file) as zipped, zipfile.ZipFile(bad, "w") as out:
        for name in zipped.namelist():
            content = zipped.read(name)
            out.writestr(name, json.dumps(json.loads(content) | change) if name == backup.MANIFEST else content)


def test_a_backup_fits_every_other_engine(filled: str, server: Server, tmp_path: Path) -> None:
    others = {engine: dsn for engine, dsn in given().items() if engine != server.engine}
    if not others:
        pytest.skip("TIDEWATCH_TEST_DSNS names no other engine")
    file = tmp_path / "x"
    backup.backup(filled, file, "1")
    for dsn in others.values():
        with empty(dsn) as url:
            backup.restore(url, file)
            # Continuous aggregates also show windows that are not over; what is answered is the same.
            same(everything(filled), everything(url), *backup.ROLLUPS)
            with reader(filled) as old, reader(url) as new:
                asked = {"from_": now() - 9 * 24 * 60 * MINUTE, "to": now() + MINUTE, "bucket": "1h"}
                alike(old, new, **asked)


def test_the_commands_write_and_read_a_file(filled: str, server: Server, tmp_path: Path) -> None:
    def run(url: str, *words: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "TIDEWATCH_DATABASE_URL": url}
        argv = [sys.executable, "-m", "cli.main", *words]
        return subprocess.run(argv, env=env, capture_output=True, text=True, check=False)

    file = str(tmp_path / "cli.tidewatch")
    made = run(filled, "backup", file, "--json")
    assert json.loads(made.stdout)["engine"] == server.engine, made.stderr
    again = run(filled, "backup", file)
    assert (again.returncode, "is there already" in again.stderr) == (2, True)
    with empty(server.dsn) as url:
        done = run(url, "restore", file, "--json")
        assert json.loads(done.stdout)["rows"] == json.loads(made.stdout)["rows"], done.stderr
        assert run(url, "restore", file).returncode == 1
    assert run(filled, "restore", file + ".not").returncode == 2
