"""The OpenAPI document as JSON, for `dashboard/openapi.json`: `python -m api.openapi > dashboard/openapi.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from api.app import create_app
from api.settings import ApiSettings
from db.settings import DatabaseSettings

NO_PAGE = Path("there is no page here")


def document() -> str:
    """The document, the same on every machine: whatever the environment says has no part in it. Ends in a newline."""
    app = create_app(ApiSettings.model_construct(page=NO_PAGE), DatabaseSettings.model_construct())
    return json.dumps(app.openapi(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
