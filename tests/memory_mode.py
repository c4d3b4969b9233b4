"""Memory mode as it really runs, in a thread of its own; and a line to its database that can be cut."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import uvicorn

from api.app import create_app
from api.server import configure
from api.settings import ApiSettings
from cli.memory_app import MemoryApp
from cli.memory_profile import EDGE
from db.memory.core import Memory
from db.memory.settings import MemorySettings
from db.settings import DatabaseSettings
from tests.serving import KEY
from workers.settings import WorkerSettings

WORKERS = WorkerSettings(relearn_after=timedelta(0), snapshot_seconds=0.5, stale_seconds=1, group_seconds=1, lanes=1)


@dataclass(frozen=True)
class Running:
    """A server in memory mode. `http`: a client that may do everything."""

    port: int
    app: MemoryApp
    http: httpx.Client

    @property
    def live(self) -> str:
        """For WebSocket clients."""
        return f"ws://127.0.0.1:{self.port}/api/v1/live"

    def send(self, metric: str, t: list[int], v: list[float], key: str | None = None, **labels: str) -> dict[str, Any]:
        """Points, times in ms. Returns the answer."""
        body = {"series": [{"metric": metric, "labels": labels, "t": t, "v": v}]}
        headers = {"Idempotency-Key": key} if key else {}
        answer = self.http.post("/api/v1/ingest", json=body, headers=headers)
        assert answer.status_code == 202, answer.text
        return answer.json()

    def get(self, path: str, **params: Any) -> dict[str, Any]:
        """An answer. `from_` stands for `from`."""
        named = {name.rstrip("_"): value for name, value in params.items()}
        answer = self.http.get(path, params=named)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def processed(self) -> None:
        """Wait until the pipeline of memory has taken everything."""
        wait(lambda: not self.app.memory.waiting_points)

    def switch(self, enabled: bool) -> None:
        """Switch persistence, and wait until the database has everything."""
        assert self.http.put("/api/v1/persistence", json={"enabled": enabled}).status_code == 200
        self.state("on" if enabled else "off")

    def state(self, state: str) -> None:
        """Wait until persistence is in a state."""
        wait(lambda: self.get("/api/v1/persistence")["state"] == state)


def wait(until: Any, within: float = 30.0) -> None:
    """Until something holds; fails when it does not come true."""
    deadline = time.monotonic() + within
    while not until():
        assert time.monotonic() < deadline, "it did not come true"
        time.sleep(0.02)


@contextmanager
def serving_memory(data: Path | None = None, url: str = "", **config: Any) -> Iterator[Running]:
    """A server in memory mode. `url`: of the database that persistence writes to; `config`: of `MemorySettings`."""
    memory = Memory(MemorySettings(**config))
    database = DatabaseSettings(database_url=url, **EDGE)
    app = MemoryApp(memory, WORKERS, database, data, KEY)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        given = ApiSettings(port=port, page=Path("no page"), live_poll=60)  # what is pushed was not polled for
        server = uvicorn.Server(configure(given, create_app(given, database, app.opener)))
        thread = threading.Thread(target=server.run, args=([listener],), name="memory mode")
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive(), "the server did not start"
                time.sleep(0.01)
            headers = {"Authorization": f"Bearer {KEY}"}
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=30) as http:
                yield Running(port, app, http)
        finally:
            server.should_exit = True
            thread.join(30)
            assert not thread.is_alive(), "the server did not stop"


class Line:
    """A TCP line to a server that can be cut and mended."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._cut = False
        self._pairs: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self._cut:
                    near.close()
                    continue
                far = socket.create_connection(self._to)
                self._pairs |= {near, far}
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    @staticmethod
    def _carry(one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def cut(self) -> None:
        """From now on nothing gets through."""
        self._cut = True
        for end in self._pairs:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._pairs.clear()

    def mend(self) -> None:
        """It gets through again."""
        self._cut = False

    def close(self) -> None:
        """End it."""
        self.cut()
        self._listener.close()


@contextmanager
def cuttable(url: str) -> Iterator[tuple[Line, str]]:
    """A line to the database at `url`, and the address by which it goes over that line."""
    parts = urlsplit(url)
    line = Line(parts.hostname or "127.0.0.1", parts.port or 5432)
    user = parts.netloc.rpartition("@")[0]
    try:
        yield line, parts._replace(netloc=f"{user}@127.0.0.1:{line.port}").geturl()
    finally:
        line.close()
