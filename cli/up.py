"""`tidewatch up`: everything on one machine, supervised."""

from __future__ import annotations

import os
import shutil
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from api.settings import ApiSettings
from api.settings import settings as api_settings
from cli.admit import first_login, new_demo_key
from cli.embedded import Postgres
from cli.embedded_redis import Redis
from cli.folders import ServiceError, port_is_free
from cli.holding import hold
from cli.place import data_folder, with_pool
from cli.programs import tidewatch
from cli.supervisor import Supervisor
from db.migrate import migrate
from db.settings import settings as db_settings

# Stopped from the highest tier down: senders first, then doors, then workers, then the services under them all.
TIERS = {"pipeline": 1, "worker": 1, "api": 2, "beat": 2, "demo": 3}
READY_WITHIN = 120.0
GIVE_UP_AFTER = 4


def say(line: str) -> None:
    """Progress, for people."""
    print(f"tidewatch: {line}", file=sys.stderr, flush=True)


def up() -> None:
    """Run until Ctrl-C. Raises `ServiceError` when something cannot start."""
    data, api = data_folder(), api_settings()
    with hold(data, address(api)):
        if not port_is_free(api.port, api.host):
            raise ServiceError(
                f"Port {api.port} on {api.host} is taken by another program. Choose another: TIDEWATCH_PORT=8001"
            )
        supervisor = Supervisor(_folders(data), say)
        supervisor.catch_signals()
        try:
            _start(supervisor, data, api)
            supervisor.run()
            say("stopping")
        finally:
            supervisor.stop()
    say("stopped")


def address(api: ApiSettings) -> str:
    """Where a browser on this machine finds the page."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(api.host, api.host)  # noqa: S104  compared, not bound
    return f"http://{host}:{api.port}"


def _folders(data: Path) -> Path:
    shutil.rmtree(data / "metrics", ignore_errors=True)  # of processes that are gone
    for name in ("logs", "metrics", "numba"):
        (data / name).mkdir(parents=True, exist_ok=True)
    return data / "logs"


def _start(supervisor: Supervisor, data: Path, api: ApiSettings) -> None:
    began = time.monotonic()
    env = _services(supervisor, data)
    url = env["TIDEWATCH_DATABASE_URL"]
    engine, applied = migrate(url)
    if applied:
        say(f"database: {engine} engine, {len(applied)} migrations applied")
    if login := with_pool(url, lambda pool: first_login(pool, api.bootstrap_key)):
        print(f"Login (shown this once): {login['email']}   password: {login['password']}", flush=True)
    demo_key = with_pool(url, new_demo_key) if wants_demo() else ""
    env |= {
        "TIDEWATCH_DATA": str(data),
        "NUMBA_CACHE_DIR": str(data / "numba"),
        "PROMETHEUS_MULTIPROC_DIR": str(data / "metrics"),
        "TIDEWATCH_DEMO_KEY": demo_key,
        "TIDEWATCH_DEMO_URL": address(api),
    }
    names = [name for name in TIERS if name != "demo" or wants_demo()]
    for name in names:
        supervisor.start(lambda name=name: tidewatch(name, TIERS[name], env))  # type: ignore[misc]  # a bound default
    if _wait_until_ready(supervisor, address(api)):
        say(f"running ({engine} engine, started in {time.monotonic() - began:.1f} s); logs: {supervisor.logs}")
        print(f"Tidewatch: {address(api)}   (Ctrl-C stops it)", flush=True)


def wants_demo() -> bool:
    """TIDEWATCH_DEMO; `make run` sets it."""
    return os.environ.get("TIDEWATCH_DEMO", "0") not in ("", "0")


def _services(supervisor: Supervisor, data: Path) -> dict[str, str]:
    """Addresses of the database and Redis: those given, or our own that are running now."""
    config = db_settings()
    env = {"TIDEWATCH_DATABASE_URL": config.database_url, "TIDEWATCH_REDIS_URL": config.redis_url}
    started = []
    for service, variable in ((Postgres, "TIDEWATCH_DATABASE_URL"), (Redis, "TIDEWATCH_REDIS_URL")):
        if not env[variable]:
            one = service(data)
            child = supervisor.start(one.prepare)
            started.append((one, variable, child))
    for one, variable, child in started:
        one.wait(child, supervisor.logs)
        env[variable] = one.url
    return env


def _wait_until_ready(supervisor: Supervisor, where: str) -> bool:
    """Until the API can serve, a signal says stop, or patience ends (then it says where to look)."""
    deadline = time.monotonic() + READY_WITHIN
    while not supervisor.tick():
        try:
            with urllib.request.urlopen(f"{where}/ready", timeout=2) as answer:  # noqa: S310  our own http address
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, OSError):
            pass
        if supervisor.kept["api"].crashes >= GIVE_UP_AFTER or time.monotonic() > deadline:
            raise ServiceError(f"The API does not start. Its log: {supervisor.log('api')}")
    return False
