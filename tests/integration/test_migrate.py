"""Migrations on a real server."""

from concurrent.futures import ThreadPoolExecutor

import psycopg

from db.migrate import migrate
from tests.engines import Server


def test_a_second_run_finds_nothing_to_do(database: str) -> None:
    _, applied = migrate(database)
    assert applied == []


def test_processes_that_start_together_migrate_once(server: Server) -> None:
    name = "tidewatch_test_race"
    url = server.dsn.rsplit("/", 1)[0] + "/" + name
    with psycopg.connect(server.dsn, autocommit=True) as conn:
        conn.execute(f"drop database if exists {name} with (force)")
        conn.execute(f"create database {name}")
    try:
        with ThreadPoolExecutor(4) as pool:
            results = list(pool.map(lambda _: migrate(url), range(4)))
        assert sum(bool(applied) for _, applied in results) == 1
        assert {engine for engine, _ in results} == {server.engine}
    finally:
        with psycopg.connect(server.dsn, autocommit=True) as conn:
            conn.execute(f"drop database {name} with (force)")
