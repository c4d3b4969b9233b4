"""A subscriber that is often cut off: it comes back with the last number it saw."""

from __future__ import annotations

import json
import threading
import time

import psycopg
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from bench.stack import KEY, Stack


class Watcher:
    """`seen`: sequence numbers in the order in which they came, over all connections."""

    def __init__(self, stack: Stack) -> None:
        self._url = stack.url.replace("http", "ws") + "/api/v1/live"
        self.seen: list[int] = []
        self.connections = 0
        self.problems: list[str] = []

    def run(self, stop: threading.Event) -> None:
        """Listen until told to stop."""
        while not stop.is_set():
            try:
                self._listen(stop)
            except (OSError, WebSocketException, TimeoutError):
                time.sleep(0.1)

    def _listen(self, stop: threading.Event) -> None:
        with connect(self._url, open_timeout=5) as socket:
            self.connections += 1
            socket.send(json.dumps({"type": "auth", "token": KEY}))
            socket.send(json.dumps({"type": "subscribe", "after": self.seen[-1] if self.seen else 0}))
            while not stop.is_set():
                try:
                    message = json.loads(socket.recv(timeout=0.5))
                except TimeoutError:
                    continue
                if message["type"] == "alert":
                    self.seen.append(message["seq"])
                elif message["type"] == "resync_required":
                    self.problems.append("resync_required")

    def wait_for(self, database: str, seconds: float = 30) -> None:
        """Until the newest stored number has come, or patience ends."""
        with psycopg.connect(database) as conn:
            row = conn.execute("select coalesce(max(seq), 0) from alert_transitions").fetchone()
        newest = row[0] if row else 0
        deadline = time.monotonic() + seconds
        while (not self.seen or self.seen[-1] < newest) and time.monotonic() < deadline:
            time.sleep(0.1)
