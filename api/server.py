"""Runs the application: uvicorn on uvloop, in one process or several."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from api.app import create_app
from api.settings import ApiSettings
from db import log

STOP_SECONDS = 5
ROOT = Path(__file__).parent.parent
WS_MESSAGE_BYTES = 65_536


def application() -> FastAPI:
    """The application of a process that was started by another; its settings come from the environment."""
    log.setup()
    return settled(create_app())


def settled(app: FastAPI) -> FastAPI:
    """The application in a process set up for it. Bodies of ten thousand points make many short-lived objects: look for
    garbage less often, and not at our code."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    return app


def configure(config: ApiSettings, app: FastAPI | str, *, reload: bool = False) -> uvicorn.Config:
    """How we want to be served. Access logs are our own; WebSocket frames are shared, so never compressed.

    `reload`: start again when our code changes; `app` must be a name then.
    """
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        host=config.host,
        port=config.port,
        workers=None if reload else config.workers,
        reload=reload,
        reload_dirs=[str(ROOT / room) for room in ("api", "db", "workers")] if reload else None,
        loop="uvloop",
        http="api.patience:PatientProtocol",
        ws="api.live.protocol:FrameProtocol",
        ws_max_size=WS_MESSAGE_BYTES,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=STOP_SECONDS,
        # X-Forwarded-For says whatever the client likes, unless somebody has set up a proxy of theirs.
        proxy_headers=bool(os.environ.get("FORWARDED_ALLOW_IPS")),
        access_log=False,
        log_config=None,
        server_header=False,
        backlog=4096,
    )


def serve(config: ApiSettings) -> None:
    """Serve until SIGTERM or SIGINT. With several workers all settings must stand in the environment."""
    if config.workers == 1:
        uvicorn.Server(configure(config, settled(create_app(config)))).run()
    else:
        served = configure(config, "api.server:application")
        Multiprocess(served, sockets=[served.bind_socket()]).run()
