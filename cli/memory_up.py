"""`tidewatch up --memory`: one process, no services."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

from api.settings import settings as api_settings
from cli.folders import ServiceError, port_is_free
from cli.place import data_folder
from cli.up import address, say

BACKLOG = "500000"
"""Points that may wait for the pipeline: memory is what they wait in."""


def up() -> None:
    """Serve until Ctrl-C. Raises `ServiceError` when the port is taken."""
    api = api_settings()
    if not port_is_free(api.port, api.host):
        raise ServiceError(
            f"Port {api.port} on {api.host} is taken by another program. Choose another: TIDEWATCH_PORT=8001"
        )
    os.environ.setdefault("NUMBA_CACHE_DIR", str(_cache()))
    os.environ.setdefault("TIDEWATCH_MAX_BACKLOG_POINTS", BACKLOG)
    _serve()


def _cache() -> Path:
    """Where compiled kernels are kept, so that the next start is quick."""
    place = data_folder() / "numba"
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        place = Path(tempfile.gettempdir()) / f"tidewatch-numba-{os.geteuid()}"
        place.mkdir(exist_ok=True)
    return place


def _serve() -> None:
    import uvicorn

    from api.app import create_app
    from api.server import configure, settled
    from cli.memory_app import MemoryApp
    from cli.memory_profile import database_settings
    from cli.serve import many_connections
    from db.log import setup
    from db.memory.core import Memory
    from db.memory.settings import settings as memory_settings
    from db.roles import Bootstrapped
    from workers.settings import settings as worker_settings

    setup(os.environ.get("TIDEWATCH_LOG", "WARNING"))
    many_connections()
    api, config, database = api_settings(), memory_settings(), database_settings()

    def told(made: Bootstrapped) -> None:
        if made.password:
            print(f"Login (shown this once): {made.email}   password: {made.password}", flush=True)
        kept = "a database keeps what comes in" if config.persistence else "nothing is kept when it stops"
        say(f"memory mode: the last {config.memory_retention_hours:g} h, {config.memory_mb:g} MB of points; {kept}")
        print(f"Tidewatch: {address(api)}   (Ctrl-C stops it)", flush=True)

    memory = MemoryApp(
        Memory(config), worker_settings(), database, data_folder(), api.bootstrap_key, address(api), told
    )  # fmt: skip
    app = create_app(api, database, memory.opener)
    for number in (signal.SIGTERM, signal.SIGINT):  # the server raises the signal that stopped it once more at its end
        signal.signal(number, lambda *_: None)
    uvicorn.Server(configure(api, settled(app))).run()
    say("stopped")
