"""From the POST that holds a spike to the alert at a WebSocket client: idle, and under load through HTTP.

python -m bench.alert_latency [--dsn postgresql://…] [--spikes 300] [--rate 20000] [--short]

Every spike is in a series of its own that was quiet before, so each opens one episode. The client is the `websockets`
library's. The time runs from before the request is written until the message has been received.
"""

from __future__ import annotations

import http.client
import json
import random
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import orjson
from websockets.sync.client import connect

from bench import bodies
from bench.ingest import drain
from bench.place import arguments, place
from bench.shoot import loaded
from bench.stack import KEY, Stack, stack
from bench.table import milli, quantile, show

STEP_MS = 10_000
QUIET = 400
"""Points of a series before its spike: the detectors are warm long before."""
PATIENCE = 20
WARM = 20
"""Spikes before those that count."""
A_BODY = 1000
"""Points of one body of the load."""


@dataclass
class Spikes:
    """Sends spikes, hears alerts. Series `first` … of the metric `spiky`."""

    stack: Stack
    total: int
    sent: dict[str, float] = field(default_factory=dict)
    answered: dict[str, float] = field(default_factory=dict)
    heard: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.newest = int(time.time() * 1000) + STEP_MS
        self.random = np.random.default_rng(3)
        self._connect()

    def prepare(self) -> None:
        """A quiet past for each series."""
        t = self.newest - STEP_MS * np.arange(QUIET, 0, -1)
        for at in range(0, self.total, 100):
            hosts = range(at, min(self.total, at + 100))
            self._post(
                {f"s{host}": (t.tolist(), self.random.normal(100, 2, QUIET).round(3).tolist()) for host in hosts}
            )
        drain(self.stack.database)

    def listen(self, stop: threading.Event, ready: threading.Event) -> None:
        """Note when each series' first alert came."""
        with connect(self.stack.url.replace("http", "ws") + "/api/v1/live", max_queue=None) as socket:
            socket.send(json.dumps({"type": "auth", "token": KEY}))
            socket.recv()
            socket.send(json.dumps({"type": "subscribe", "metric": "spiky"}))
            time.sleep(0.5)
            ready.set()
            while not stop.is_set():
                try:
                    text = socket.recv(timeout=0.2)
                except TimeoutError:
                    continue
                now, message = time.monotonic(), orjson.loads(text)
                if message["type"] == "alert" and message["alert"]["state"] == "opened":
                    self.heard.setdefault(message["alert"]["labels"]["host"], now)

    def spike(self, hosts: range, pause: float) -> None:
        """One after another, with pauses of about `pause` seconds; then wait until all was heard."""
        self._connect()
        for host in hosts:
            self.sent[f"s{host}"] = time.monotonic()
            self._post({f"s{host}": ([self.newest], [500.0 + host])})
            self.answered[f"s{host}"] = time.monotonic()
            time.sleep(random.uniform(0.5, 1.5) * pause)
        deadline = time.monotonic() + PATIENCE
        while any(f"s{host}" not in self.heard for host in hosts) and time.monotonic() < deadline:
            time.sleep(0.01)

    def row(self, name: str, hosts: range) -> tuple[str, ...]:
        """A line of the table."""
        took = [self.heard[h] - self.sent[h] for host in hosts if (h := f"s{host}") in self.heard]
        acked = [self.answered[f"s{host}"] - self.sent[f"s{host}"] for host in hosts]
        cells = [milli(quantile(took, q)) for q in (0.5, 0.9, 0.99, 1.0)]
        return name, str(len(hosts)), str(len(hosts) - len(took)), *cells, milli(quantile(acked, 0.5))

    def _connect(self) -> None:
        """A new connection: the server has hung up on one that was not used for some seconds."""
        self._http = http.client.HTTPConnection("127.0.0.1", self.stack.port, timeout=30)
        self._http.connect()

    def _post(self, series: dict[str, tuple[list[int], list[float]]]) -> None:
        items = [{"metric": "spiky", "labels": {"host": host}, "t": t, "v": v} for host, (t, v) in series.items()]
        self._http.request("POST", "/api/v1/ingest", orjson.dumps({"series": items}), self.stack.headers)
        answer = self._http.getresponse()
        said = answer.read()
        if answer.status != 202:
            raise RuntimeError(f"{answer.status}: {said.decode()}")


@contextmanager
def listening(spikes: Spikes) -> Iterator[Spikes]:
    """With quiet pasts, and a subscriber."""
    spikes.prepare()
    stop, ready = threading.Event(), threading.Event()
    listener = threading.Thread(target=spikes.listen, args=(stop, ready))
    listener.start()
    try:
        ready.wait(PATIENCE)
        yield spikes
    finally:
        stop.set()
        listener.join(30)


def load_for(rate: int, seconds: float, agents: int = 2) -> list[list[bytes]]:
    """Bodies of 1,000 points for `seconds` at `rate` points a second: each agent's series once a body, as of now."""
    steps = max(1, round(rate * seconds / A_BODY / agents))
    load = bodies.make(
        A_BODY * agents * steps, A_BODY * agents, step_s=A_BODY * agents / rate, agents=agents, ends_in=seconds
    )
    return bodies.columns(load, A_BODY)


def main() -> int:
    """Measure and print."""
    parser = arguments(__doc__)
    parser.add_argument("--spikes", type=int, default=None, help="in each phase; default 300, with --short 100")
    parser.add_argument("--rate", type=int, default=20_000, help="points a second of the load")
    parser.add_argument("--pause", type=float, default=0.1, help="seconds between spikes, about")
    options = parser.parse_args()
    count = options.spikes or (100 if options.short else 300)
    with (
        place(options.dsn) as where,
        where.database() as database,
        stack({"TIDEWATCH_DEMO": "0", "TIDEWATCH_DATABASE_URL": database}) as running,
        listening(Spikes(running, 2 * count + WARM)) as spikes,
    ):
        spikes.spike(range(2 * count, spikes.total), 0.02)
        spikes.spike(range(count), options.pause)
        made = load_for(options.rate, count * (options.pause + 0.05) + 6)
        pace = options.rate / A_BODY / len(made)
        with loaded(running.port, "/api/v1/ingest", made, running.headers, pace) as gun:
            gun.fire()
            time.sleep(3)
            spikes.spike(range(count, 2 * count), options.pause)
            shot = gun.wait()
        sent = sum(map(len, made)) * A_BODY / shot.seconds
        rows = [spikes.row("idle", range(count)), spikes.row(f"{sent:,.0f} points/s", range(count, 2 * count))]
    head = ["load", "spikes", "not heard", "p50 ms", "p90 ms", "p99 ms", "max ms", "202 p50 ms"]
    show(f"Point -> alert at a WebSocket client, {where.name}", head, rows)
    return int(any(row[2] != "0" for row in rows))


if __name__ == "__main__":
    sys.exit(main())
