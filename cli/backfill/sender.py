"""Bodies -> a running Tidewatch, over one connection that is kept. Waits when it is told to, and through restarts."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

import orjson

AGAIN = (429, 502, 503, 504)
PATIENCE = 300.0
"""Seconds for which a server that does not answer, or that says to wait, is tried again."""
TIMEOUT = 60.0


class CannotSend(Exception):
    """The server refuses, or does not answer."""


class Sender:
    """Sends column bodies. The same key again is the same batch, so that nothing is sent twice by a retry."""

    def __init__(
        self, url: str, key: str, sleep: Callable[[float], None] = time.sleep, history: str = "auto",
        path: str = "/api/v1/ingest",
    ) -> None:  # fmt: skip
        """`history`: what the server is told of all bodies, unless one says otherwise: auto, true or false."""
        parts = urlsplit(url if "://" in url else f"http://{url}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise CannotSend(f"{url!r} is no address such as http://127.0.0.1:8000.")
        connection = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = connection(parts.hostname, parts.port, timeout=TIMEOUT)
        self._path = parts.path.rstrip("/") + path
        self._history = history
        self._headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
        self._url, self._sleep = url, sleep

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()

    def send(self, body: bytes, idempotency_key: str, history: str | None = None) -> dict[str, Any]:
        """The answer to a body; when none of its rows can be used, as if all were rejected. Raises `CannotSend`."""
        waited, pause = 0.0, 0.5
        path = f"{self._path}?history={history or self._history}"
        while True:
            status, retry_after, answer = self._try(path, body, idempotency_key)
            if status in (200, 202):
                return answer
            if status == 400 and "rejected" in answer:
                return {"accepted": 0, "duplicate": 0, "late": 0, "rejected": answer["rejected"]}
            if status is not None and status not in AGAIN:
                raise CannotSend(f"{self._url} answered {status}: {answer.get('detail') or 'no reason given'}")
            wait = retry_after or pause
            if waited + wait > PATIENCE:
                raise CannotSend(f"{self._url} does not take it: {answer.get('detail')} Run again to resume.")
            self._sleep(wait)
            waited, pause = waited + wait, min(10.0, 2 * pause)

    def _try(self, path: str, body: bytes, key: str) -> tuple[int | None, float, dict[str, Any]]:
        """(status, Retry-After in seconds or 0, answer); status None when there was no answer."""
        try:
            self._connection.request("POST", path, body, self._headers | {"Idempotency-Key": key})
            response = self._connection.getresponse()
            content = response.read()
        except (OSError, HTTPException) as error:
            self._connection.close()
            return None, 0.0, {"detail": f"{type(error).__name__}: {error}."}
        told = response.headers.get("Retry-After", "")
        try:
            answer = orjson.loads(content)
        except orjson.JSONDecodeError:
            answer = {"detail": content[:200].decode(errors="replace")}
        return response.status, float(told) if told.isdigit() else 0.0, answer if isinstance(answer, dict) else {}
