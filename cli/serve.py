"""The long-running processes: what each needs before it runs."""

from __future__ import annotations

import os

from db.log import setup
from db.settings import settings


def prepare() -> None:
    """Logs as JSON lines, and a database to work on. Raises `ValueError` when there is none."""
    setup(os.environ.get("TIDEWATCH_LOG", "INFO"))
    if not settings().database_url:
        raise NoDatabase()


class NoDatabase(Exception):
    """TIDEWATCH_DATABASE_URL is not set. Set it, or start everything at once with `tidewatch up`."""

    def __str__(self) -> str:
        return self.__doc__ or ""


def serve_api() -> None:
    """HTTP, WebSocket and SSE, until SIGTERM."""
    from api.server import serve
    from api.settings import settings as api_settings

    prepare()
    many_connections()
    serve(api_settings())


def many_connections() -> None:
    """Each subscriber is an open file, and shells allow a thousand unless they are asked for more."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def serve_worker() -> None:
    """A Celery worker with two processes, until SIGTERM."""
    from celery.signals import setup_logging, worker_process_init

    from workers.app import app

    prepare()
    setup_logging.connect(_keep_our_logs)
    worker_process_init.connect(_leash)
    app.worker_main(["worker", "--concurrency=2", "--without-gossip", "--without-mingle", "--queues=tidewatch"])


def _keep_our_logs(**_: object) -> None:
    """Celery configures logging unless somebody listens to this signal."""


def _leash(**_: object) -> None:
    """A child of the worker ends with it, even when the worker is killed."""
    import ctypes
    import signal

    set_parent_death_signal = 1  # PR_SET_PDEATHSIG, see prctl(2)
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(set_parent_death_signal, signal.SIGKILL)
