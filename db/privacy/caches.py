"""Redis holds no data of its own, but answers that are kept for a while, and counters: none may outlive the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import redis

from db.packs.registry import packs
from db.packs.state import KEPT
from db.pool import Connection
from db.privacy.job import Erasure
from db.queries import for_psycopg
from db.settings import settings

CACHED = "tidewatch:cache:*:"
"""What keys of kept answers begin with, then the parts of the key as JSON: the tenant is the first (`api.cache`)."""
PAGE = 1_000


def forget_answers(conn: Connection, tenant: int) -> None:
    """No answer of a tenant that was kept before is given any more. Inside the caller's transaction, if any."""
    for_psycopg("packs").changed(conn, pack=KEPT, tenants=[tenant])


def forget_in_redis(job: Erasure) -> int:
    """Remove the tenant's kept answers, and what packs keep of the person. Returns how many; 0 without a Redis."""
    with _redis() as client:
        if client is None:
            return 0
        answers = list(client.scan_iter(CACHED + _plain(f"[{job.tenant},") + "*", count=PAGE))
        gone: int = sum(client.delete(*answers[at : at + PAGE]) for at in range(0, len(answers), PAGE))
        return gone + sum(forget_fields(client, job.tenant, key) for key in _of_people(job, client))


def left_in_redis(job: Erasure) -> int:
    """How many keys hold something of the person still."""
    with _redis() as client:
        if client is None:
            return 0
        return sum(bool(_fields(client, job.tenant, key)) for key in _of_people(job, client))


def forget_fields(client: Any, tenant: int, key: str) -> bool:
    """Take a tenant's fields out of a hash, and no other's. Whether there were any. `client`: decodes responses."""
    mine = _fields(client, tenant, key)
    if mine:
        client.hdel(key, *mine)
    return bool(mine)


def _fields(client: Any, tenant: int, key: str) -> list[str]:
    return [name for name in client.hkeys(key) if name.startswith(f"{tenant}:")]


def _of_people(job: Erasure, client: Any) -> Iterator[str]:
    for pack in packs().values():
        for pattern in pack.model.redis_of_people:
            for name in job.names.all:
                yield from list(client.scan_iter(pattern.replace("{person}", _plain(name)), count=PAGE, _type="hash"))


def _plain(text: str) -> str:
    """A text as a pattern of Redis that only it matches."""
    return re.sub(r"([\\*?\[\]^])", r"\\\1", text)


@contextmanager
def _redis() -> Iterator[Any]:
    if not (url := settings().redis_url):
        yield None
        return
    client = redis.Redis.from_url(url, socket_timeout=10, decode_responses=True)
    try:
        yield client
    finally:
        client.close()
