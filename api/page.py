"""The dashboard as static files: hashed assets for ever, everything else is the one page."""

from __future__ import annotations

import os
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NOT_THE_PAGE = ("api/", "docs", "openapi.json", "assets/")


class Page(StaticFiles):
    """Paths that are no files are places inside the page, and get index.html."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """See class. Unknown paths of the API, and unknown assets, stay 404."""
        try:
            response = await super().get_response(path, scope)
        except HTTPException as missing:
            inside = path.replace(os.sep, "/").startswith(NOT_THE_PAGE)
            if missing.status_code != 404 or inside or scope["method"] not in ("GET", "HEAD"):
                raise
            response = await super().get_response("index.html", scope)
        kept = path.startswith("assets")
        response.headers.update(HEADERS)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return response
