"""A whole Tidewatch of one's own: started by the user's own command in a folder that goes away, on free ports."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import redis

KEY = "bench-key-with-every-scope"


@dataclass
class Stack:
    """A running `tidewatch up`."""

    process: subprocess.Popen[bytes]
    data: Path
    port: int
    database: str

    @property
    def url(self) -> str:
        """Where its API is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """What a client with every scope sends."""
        return {"Authorization": f"Bearer {KEY}"}

    def forget_answers(self) -> None:
        """Empty the cache of answers: the next ones are made anew."""
        from cli.embedded_redis import Redis

        with redis.Redis.from_url(Redis(self.data).url) as client:
            for key in client.scan_iter("tidewatch:cache:*", count=1000):
                client.delete(key)

    def pid(self, name: str) -> int | None:
        """Process id of one part: api, pipeline, worker, beat, redis or postgres; None while it is down."""
        for child in children(self.process.pid):
            command = Path(f"/proc/{child}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
            if _is(name, command):
                return child
        return None


def _is(name: str, command: str) -> bool:
    if name == "redis":
        return "redis-server" in command
    if name == "postgres":
        return "bin/postgres" in command
    return command.rstrip().endswith(f"cli.main {name}")


def children(parent: int) -> list[int]:
    """Process ids of the direct children of a process."""
    try:
        listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    except OSError:
        return []
    return [int(pid) for pid in listed.split()]


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def stack(env: dict[str, str] | None = None) -> Iterator[Stack]:
    """Start everything, wait until it serves, stop everything. With TIDEWATCH_DATABASE_URL in `env`: on that server."""
    data = Path(tempfile.mkdtemp(prefix="tidewatch-"))
    port = free_port()
    mine = {"TIDEWATCH_DATA": str(data), "TIDEWATCH_PORT": str(port), "TIDEWATCH_BOOTSTRAP_KEY": KEY}
    log = (data / "up.log").open("wb")
    command = [sys.executable, "-m", "cli.main", "up"]
    process = subprocess.Popen(command, env={**os.environ, **mine, **(env or {})}, stdout=log, stderr=log)
    try:
        _ready(process, port, data / "up.log")
        yield Stack(process, data, port, (env or {}).get("TIDEWATCH_DATABASE_URL", "") or _database(data))
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
        log.close()
        shutil.rmtree(data, ignore_errors=True)


def _ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        if process.poll() is not None:
            break
    raise RuntimeError(f"tidewatch up did not come to serve:\n{log.read_text()}")


def _database(data: Path) -> str:
    from cli.embedded import Postgres

    return Postgres(data).url
