"""What the worlds of the domains share: a server with events in it, logins, and good answers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from typing import Any, TypeVar

import httpx
import psycopg

from db.passwords import hash_password
from tests.engines import Server, fresh_database

World = TypeVar("World")
PASSWORD = "a good password"
_numbers = itertools.count()


@contextmanager
def filled(
    server: Server, opened: Callable[[str], AbstractContextManager[World]], fill: Callable[[World], object]
) -> Iterator[World]:
    """A world on a database of its own, with all that is in it."""
    with fresh_database(server) as url, opened(url) as world:
        fill(world)
        yield world


def logged_in(url: str, http: str, role: str, person: str | None = None, tenant: int = 1) -> httpx.Client:
    """A client that is logged in as a new user: of the database at `url`, on the server at `http`."""
    email = f"somebody-{next(_numbers)}@example.org"
    with psycopg.connect(url) as conn:
        conn.execute(
            "insert into users (tenant_id, email, password_hash, role, person) values (%s, %s, %s, %s, %s)",
            (tenant, email, _hashed(), role, person),
        )
    asked = {"email": email, "password": PASSWORD}
    token = httpx.post(f"{http}/api/v1/auth/login", json=asked, timeout=60).json()["access_token"]
    return httpx.Client(base_url=http, headers={"Authorization": f"Bearer {token}"}, timeout=60)


def answered(client: httpx.Client, path: str, **asked: Any) -> dict[str, Any]:
    """The JSON of a good answer. `from_` stands for `from`, `label_host` for `label.host`."""
    params = {name.rstrip("_").replace("label_", "label."): value for name, value in asked.items()}
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


@cache
def _hashed() -> str:
    return hash_password(PASSWORD)
