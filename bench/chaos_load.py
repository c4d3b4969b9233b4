"""The load under which parts are killed: steady batches with keys, sent again until they are acknowledged."""

from __future__ import annotations

import threading
import time

import httpx
import numpy as np
from numpy.typing import NDArray

from bench.stack import Stack

HOSTS = 60
STEP_MS = 10_000
BATCH = 5
"""Steps in one batch: event time runs ahead of the clock, so that a few minutes hold hours of data."""


class Load:
    """`acked[host]`: time in ms -> value, of every point that was answered with 202."""

    def __init__(self, stack: Stack, seed: int) -> None:
        self._stack = stack
        self._random = np.random.default_rng(seed)
        self._next = int(time.time()) // 60 * 60_000 - 12 * 3_600_000
        self._number = 0
        self.retries = 0
        self.acked: dict[str, dict[int, float]] = {f"h{i}": {} for i in range(HOSTS)}
        self.stop = threading.Event()

    def warm_up(self) -> None:
        """Enough quiet history for the detectors."""
        with httpx.Client(timeout=10) as client:
            for _ in range(12):
                self._send(client, 200, quiet=True)

    def run(self, _: threading.Event) -> None:
        """Send until told to stop; now and then a host misbehaves."""
        with httpx.Client(timeout=5) as client:
            while not self.stop.is_set():
                self._send(client, BATCH)
                time.sleep(0.02)

    def columns(self, host: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """What was acknowledged of a host, in order: times in us, values."""
        t = sorted(self.acked[host])
        return np.array(t, np.int64) * 1000, np.array([self.acked[host][at] for at in t])

    def _send(self, client: httpx.Client, steps: int, *, quiet: bool = False) -> None:
        t = [self._next + STEP_MS * i for i in range(steps)]
        self._next += STEP_MS * steps
        self._number += 1
        values = np.round(self._random.normal(100, 3, (HOSTS, steps)), 3)
        if not quiet and self._random.random() < 0.3:
            values[self._number % HOSTS] += 200  # each in turn: what happens often is not unusual any more
        series = [
            {"metric": "chaos", "labels": {"host": host}, "t": t, "v": row.tolist()}
            for host, row in zip(self.acked, values, strict=True)
        ]
        self._until_acknowledged(client, {"series": series})
        for host, row in zip(self.acked, values.tolist(), strict=True):
            self.acked[host].update(zip(t, row, strict=True))

    def _until_acknowledged(self, client: httpx.Client, body: object) -> None:
        headers = {**self._stack.headers, "Idempotency-Key": f"chaos-{self._number}"}
        while True:
            try:
                answer = client.post(f"{self._stack.url}/api/v1/ingest", json=body, headers=headers)
                if answer.status_code == 202:
                    return
                if answer.status_code not in (429, 500, 503):
                    raise RuntimeError(f"{answer.status_code}: {answer.text}")
            except httpx.TransportError:
                pass
            self.retries += 1
            time.sleep(0.05)
