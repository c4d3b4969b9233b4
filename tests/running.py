"""A Tidewatch that serves a test's database: the same commands that users run, on a free port."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psycopg

from bench.stack import free_port

KEY = "test-key-with-every-scope"


@dataclass
class Service:
    """A running API and pipeline. `client` may do everything in the first tenant."""

    url: str
    database: str
    client: httpx.Client
    parts: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def get(self, path: str, **params: Any) -> Any:
        """The JSON of a successful GET."""
        answer = self.client.get(path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """The JSON of an acknowledged POST."""
        answer = self.client.post(path, json=body, headers=headers)
        assert answer.status_code == 202, answer.text
        return answer.json()

    def drain(self, seconds: float = 180) -> None:
        """Wait until the pipeline has taken all that was acknowledged."""
        deadline = time.monotonic() + seconds
        with psycopg.connect(self.database, autocommit=True) as conn:
            while conn.execute("select exists (select from journal where batch is null)").fetchone() == (True,):
                assert time.monotonic() < deadline, "the journal does not drain"
                time.sleep(0.02)


@contextmanager
def serving(
    database: str, logs: Path, redis: str = "", parts: tuple[str, ...] = ("api", "pipeline")
) -> Iterator[Service]:
    """Start the parts and wait until the API serves; stop them afterwards."""
    port = free_port()
    env = {
        **os.environ,
        "TIDEWATCH_DATABASE_URL": database,
        "TIDEWATCH_REDIS_URL": redis,
        "TIDEWATCH_PORT": str(port),
        "TIDEWATCH_BOOTSTRAP_KEY": KEY,
    }
    subprocess.run([sys.executable, "-m", "cli.main", "migrate"], env=env, check=True, capture_output=True)
    running = [_start(part, env, logs / f"{part}.log") for part in parts]
    url = f"http://127.0.0.1:{port}"
    try:
        _ready(url, running[0], logs / "api.log")
        with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as client:
            yield Service(url, database, client, running)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(60)


def _start(part: str, env: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as out:
        return subprocess.Popen([sys.executable, "-m", "cli.main", part], env=env, stdout=out, stderr=out)


def _ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{url}/ready", timeout=10).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise AssertionError(f"the API did not come to serve:\n{log.read_text()}")
