"""Requests under another name: a path that others know is served by the route that it stands for."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class Aliases:
    """Rewrites the path before it is routed. The longest alias that is the path, or a folder above it, counts."""

    def __init__(self, app: ASGIApp, names: dict[str, str]) -> None:
        self._app = app
        self._names = dict(sorted(names.items(), key=lambda pair: -len(pair[0])))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] == "http" and (path := self._path(scope["path"])) is not None:
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await self._app(scope, receive, send)

    def _path(self, asked: str) -> str | None:
        trimmed = asked.rstrip("/") or "/"
        for alias, own in self._names.items():
            if trimmed == alias:
                return own
            if trimmed.startswith(alias + "/"):
                return own + trimmed[len(alias) :]
        return None
