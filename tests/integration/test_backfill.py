"""`tidewatch ingest` against a server that listens."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import typer
import uvicorn
from typer.testing import CliRunner

from api.app import create_app
from cli.backfill.sender import CannotSend, Sender
from cli.ingest import ingest
from db.passwords import digest
from db.settings import DatabaseSettings, settings

SECRET = "backfill-secret"
ROWS = 2500
cli = typer.Typer()
cli.command()(ingest)


@pytest.fixture(scope="module")
def url(database: str) -> Iterator[str]:
    """The address of a server on the database."""
    with psycopg.connect(database, autocommit=True) as conn:
        conn.execute(
            "insert into api_keys (tenant_id, id, secret_hash, name, scopes) values (1, 'b', %s, 'b', '{ingest}')",
            (digest(SECRET),),
        )
    app = create_app(database=DatabaseSettings(database_url=database, redis_url=""))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, ws="none"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of 2,500 rows, and an empty data folder."""
    monkeypatch.setenv("TIDEWATCH_DATA", str(tmp_path / "data"))
    settings.cache_clear()
    path = tmp_path / "load.csv"
    lines = (f"2015-02-{1 + i // 1440:02d} {i // 60 % 24:02d}:{i % 60:02d}:00,{i}\n" for i in range(ROWS))
    path.write_text("timestamp,value\n" + "".join(lines))
    yield path
    settings.cache_clear()


def run(*args: object, key: str = f"tw_b_{SECRET}") -> tuple[int, dict[str, Any]]:
    """Exit code, and what was said of the first file."""
    done = CliRunner().invoke(cli, [*map(str, args), "--key", key, "--json"])
    told = json.loads(done.stdout) if done.stdout else {"files": []}
    return done.exit_code, (told["files"] or [told])[0]


def stored(database: str, metric: str) -> int:
    with psycopg.connect(database) as conn:
        row = conn.execute("select count(*) from series where metric = %s", (metric,)).fetchone()
    assert row is not None
    return int(row[0])


def test_a_file_is_sent_once(url: str, database: str, file: Path) -> None:
    code, told = run(file, "--url", url, "--metric", "nab", "--batch", 1000)
    assert (code, told["accepted"], told["rejected"]) == (0, ROWS, 0)
    assert stored(database, "nab") == 1
    assert run(file, "--url", url, "--metric", "nab", "--batch", 1000)[1]["done_before"]


def test_files_are_history_unless_they_are_to_be_live(url: str, database: str, file: Path) -> None:
    for live, kept in (([], True), (["--live"], False)):
        assert run(file, "--url", url, "--metric", "told", *live)[1]["accepted"] == ROWS
        with psycopg.connect(database) as conn:
            assert conn.execute("select history from journal order by id desc limit 1").fetchone() == (kept,)


def test_sent_again_it_is_known(url: str, file: Path) -> None:
    run(file, "--url", url, "--metric", "again")
    code, told = run(file, "--url", url, "--metric", "again", "--no-resume")
    assert (code, told["accepted"], told["duplicate"]) == (0, 0, ROWS)


def test_a_run_that_was_cut_short_goes_on(url: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, calls = Sender.send, []

    def breaks(self: Sender, body: bytes, key: str) -> dict[str, Any]:
        calls.append(key)
        if len(calls) == 3:
            raise CannotSend("gone")
        return whole(self, body, key)

    monkeypatch.setattr(Sender, "send", breaks)
    assert run(file, "--url", url, "--metric", "cut", "--batch", 1000)[0] == 1
    code, told = run(file, "--url", url, "--metric", "cut", "--batch", 1000)
    assert (code, told["resumed_at"], told["accepted"]) == (0, 2000, 500)


def test_a_dry_run_sends_nothing(url: str, database: str, file: Path) -> None:
    code, told = run(file, "--url", url, "--metric", "dry", "--dry-run")
    assert (code, told["points"], told["from"]) == (0, ROWS, "2015-02-01T00:00:00+00:00")
    assert len(told["sample"]) == 5 and "accepted" not in told
    assert stored(database, "dry") == 0


def test_a_wrong_key_fails(url: str, file: Path) -> None:
    assert run(file, "--url", url, "--metric", "m", key="tw_b_wrong")[0] == 1


def test_what_does_not_fit_is_wrong_use(url: str, file: Path) -> None:
    assert run(file, "--url", url)[0] == 2
    assert run(file, "--url", url, "--metric", "m", "--value-column", "nothing")[0] == 2
