"""Redis holds no data of its own, but answers that are kept for a while, and counters: none may outlive the person."""

from __future__ import annotations

from typing import Any

import redis

from db.privacy.job import Erasure
from db.settings import settings

CACHED = "tidewatch:cache:"
PAGE = 1_000


def forget_in_redis(job: Erasure) -> int:
    """Remove keys that name the person, and kept answers that do. Returns how many; 0 without a Redis."""
    url = settings().redis_url
    if not url:
        return 0
    client = redis.Redis.from_url(url, socket_timeout=10)
    try:
        keys = [key for key in client.scan_iter(count=PAGE) if _names(job, client, key)]
        return sum(client.delete(key) for key in keys)
    finally:
        client.close()


def _names(job: Erasure, client: Any, key: bytes) -> bool:
    text = key.decode(errors="replace")
    if any(part in job.names.all for part in text.split(":")) or job.names.inside(text):
        return True
    if not text.startswith(CACHED) or client.type(key) != b"string":
        return False
    value = client.get(key)
    return value is not None and job.names.inside(value.decode(errors="replace"))
