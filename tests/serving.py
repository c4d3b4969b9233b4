"""The API as it really runs: uvicorn with our protocols on a loopback port, in a thread of its own."""

from __future__ import annotations

import asyncio
import itertools
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import uvicorn

from api.app import create_app
from api.server import configure
from api.settings import ApiSettings
from db import access
from db.passwords import hash_password
from db.pool import open_pool
from db.settings import DatabaseSettings

KEY = "a key for the tests, long enough"

_numbers = itertools.count()


@dataclass(frozen=True)
class Api:
    """Where a server listens."""

    port: int

    @property
    def http(self) -> str:
        """For requests."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def live(self) -> str:
        """For WebSocket clients."""
        return f"ws://127.0.0.1:{self.port}/api/v1/live"


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def serving(url: str, redis: str = "", **config: object) -> Iterator[Api]:
    """A server on the database; `KEY` has every scope in the first tenant."""
    with ThreadPoolExecutor(1) as aside:  # the caller may be inside a loop
        aside.submit(asyncio.run, bootstrapped(url)).result()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        given = ApiSettings(**{"port": port, "page": Path("no page"), **config})
        database = DatabaseSettings(database_url=url, redis_url=redis, pool_size=4)
        server = uvicorn.Server(configure(given, create_app(given, database)))
        thread = threading.Thread(target=server.run, args=([listener],), name="api")
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive(), "the server did not start"
                time.sleep(0.01)
            yield Api(port)
        finally:
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive(), "the server did not stop"


def user(url: str, role: str = "viewer") -> tuple[str, str]:
    """Email and password of a new user of the first tenant."""
    email, password = f"user-{next(_numbers)}@example.org", "a good password"
    with psycopg.connect(url) as conn:
        conn.execute(
            "insert into users (tenant_id, email, password_hash, role) values (1, %s, %s, %s)",
            (email, hash_password(password), role),
        )
    return email, password


async def bootstrapped(url: str, key: str = KEY) -> access.Bootstrapped:
    """What `tidewatch up` does with a new database."""
    pool = await open_pool(url, 2)
    try:
        return await access.bootstrap(pool, key)
    finally:
        await pool.close()
