"""`tidewatch doctor`: everything that can be wrong, one line each, with what mends it."""

from __future__ import annotations

import os
import shutil
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import psycopg
import redis

from api.settings import settings as api_settings
from cli.embedded_redis import Redis
from cli.folders import ServiceError, port_is_free
from cli.holding import holder
from cli.place import data_folder, database_url
from cli.show import show
from db.engine import recorded
from db.migrate import migrations
from db.pool import Connection, connect
from db.queries import for_psycopg
from db.settings import settings
from workers.beat import LOCK as BEAT_LOCK

_sql = for_psycopg("doctor")
GIGABYTE = 1_000_000_000


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it is, and what to do when it is not well."""

    what: str
    state: Literal["ok", "warn", "fail"]
    found: str
    mend: str = ""


def report(as_json: bool) -> int:
    """Print all findings. Returns 1 when one of them is a failure, else 0."""
    found = list(examine())
    lines = [
        f"{one.state:4}  {one.what:10}  {one.found}" + (f"\n      -> {one.mend}" if one.mend else "") for one in found
    ]
    show([asdict(one) for one in found], as_json, "\n".join(lines))
    return int(any(one.state == "fail" for one in found))


def examine() -> Iterator[Finding]:
    """All checks, cheap ones first; what needs the database is left out when it does not answer."""
    yield Finding("python", "ok", sys.version.split()[0])
    yield from _folder(data_folder())
    yield _page()
    yield _port()
    yield _redis()
    try:
        with connect(database_url(), "tidewatch doctor") as conn:
            yield from _database(conn)
    except ServiceError as problem:
        yield Finding("database", "fail", "none runs here", str(problem))
    except psycopg.OperationalError as problem:
        mend = "Is the server up, and TIDEWATCH_DATABASE_URL right?"
        yield Finding("database", "fail", " ".join(str(problem).split()), mend)


def _folder(data: Path) -> Iterator[Finding]:
    near = next(folder for folder in (data, *data.parents) if folder.exists())
    if not os.access(near, os.W_OK):
        yield Finding("data", "fail", f"{near} is not writable", "Choose another folder: TIDEWATCH_DATA=…")
    else:
        who = holder(data)
        yield Finding("data", "ok", f"{data}, " + (f"in use by process {who['pid']}" if who else "not in use"))
    free = shutil.disk_usage(near).free
    state: Literal["ok", "warn", "fail"] = "ok" if free > 5 * GIGABYTE else "warn" if free > GIGABYTE else "fail"
    mend = "" if state == "ok" else "Make room, or keep raw data for a shorter time: TIDEWATCH_KEEP_RAW_DAYS"
    yield Finding("disk", state, f"{free / GIGABYTE:.1f} GB free", mend)


def _page() -> Finding:
    page = api_settings().page
    if (page / "index.html").exists():
        return Finding("page", "ok", f"built in {page}")
    return Finding("page", "warn", "not built; the API works without it", "make run, or: python -m cli.page")


def _port() -> Finding:
    api = api_settings()
    if port_is_free(api.port, api.host):
        return Finding("port", "warn", f"nothing serves on {api.host}:{api.port}", "tidewatch up")
    try:
        with urllib.request.urlopen(f"http://{api.host}:{api.port}/health", timeout=3) as answer:
            said = answer.read(300).decode()
        state: Literal["ok", "warn"] = "ok" if '"status":"ok"' in said.replace(" ", "") else "warn"
        return Finding("port", state, f"{api.host}:{api.port} says {said}")
    except (OSError, UnicodeDecodeError):
        return Finding("port", "fail", f"{api.host}:{api.port} is taken by something else", "TIDEWATCH_PORT=8001")


def _redis() -> Finding:
    url = settings().redis_url
    if not url and holder(data_folder()):
        url = Redis(data_folder()).url
    if not url:
        return Finding("redis", "warn", "none runs here", "tidewatch up, or TIDEWATCH_REDIS_URL=redis://…")
    try:
        with redis.Redis.from_url(url, socket_timeout=3, socket_connect_timeout=3) as client:
            client.ping()
        return Finding("redis", "ok", "answers")
    except redis.RedisError as problem:
        mend = "Nothing is lost without it, but all is slower. Is the server up, and TIDEWATCH_REDIS_URL right?"
        return Finding("redis", "fail", str(problem), mend)


def _database(conn: Connection) -> Iterator[Finding]:
    version = conn.info.parameter_status("server_version") or "?"
    engine = recorded(conn)
    if engine is None:
        yield Finding("database", "fail", f"PostgreSQL {version.split()[0]}, without our schema", "tidewatch migrate")
        return
    yield Finding("database", "ok", f"PostgreSQL {version.split()[0]}, engine {engine.value}")
    done = {row[0] for row in _sql.applied(conn)}
    missing = [migration.path.name for migration in migrations(engine) if migration.path.name not in done]
    state: Literal["ok", "fail"] = "fail" if missing else "ok"
    found = ", ".join(missing) + " missing" if missing else f"{len(done)} applied"
    yield Finding("migrations", state, found, "tidewatch migrate" if missing else "")
    yield _journal(*_sql.backlog(conn))
    shards, taken = _sql.shard_count(conn), _sql.consumed_shards(conn)
    mend = "" if taken == shards else "Start a consumer: tidewatch pipeline"
    yield Finding("pipeline", "ok" if taken == shards else "fail", f"{taken} of {shards} shards are consumed", mend)
    beats = bool(_sql.beating(conn, key=BEAT_LOCK))
    mend = "" if beats else "Start one: tidewatch beat"
    yield Finding("beat", "ok" if beats else "fail", "beating" if beats else "nobody beats", mend)


def _journal(points: int, seconds: float) -> Finding:
    state: Literal["ok", "warn", "fail"] = "ok" if seconds < 5 else "warn" if seconds < 60 else "fail"
    mend = "" if state == "ok" else "Is the pipeline running? Its log says what it waits for; more processes help."
    return Finding("journal", state, f"{points} points wait, the oldest for {seconds:.0f} s", mend)
