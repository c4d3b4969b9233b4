"""`python -m api`: the API alone, for people who work on it; it starts again when code changes.

TIDEWATCH_ENVIRONMENT=production (or ENVIRONMENT) serves as `tidewatch api` does. The database must be migrated.
"""

from __future__ import annotations

import os
import sys

import uvicorn
from uvicorn.supervisors import ChangeReload

from api.server import configure, serve
from api.settings import ApiSettings, settings
from db import log
from db.settings import settings as database_settings


def main() -> int:
    """Serve until SIGTERM or SIGINT. Returns 2 where there is no database."""
    log.setup(os.environ.get("TIDEWATCH_LOG", "INFO"))
    if not database_settings().database_url:
        print(
            "python -m api: set TIDEWATCH_DATABASE_URL, then `tidewatch migrate`, or use `tidewatch up`.",
            file=sys.stderr,
        )
        return 2
    config = settings()
    if config.environment == "production" and "environment" in config.model_fields_set:
        serve(config)
    else:
        develop(config)
    return 0


def develop(config: ApiSettings) -> None:
    """One process that is started anew whenever a file of ours changes."""
    served = configure(config, "api.server:application", reload=True)
    ChangeReload(served, target=uvicorn.Server(served).run, sockets=[served.bind_socket()]).run()


if __name__ == "__main__":
    sys.exit(main())
