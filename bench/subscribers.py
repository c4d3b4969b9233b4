"""Alerts to many WebSocket subscribers, of whom some never read: does anybody else notice?

python -m bench.subscribers [--dsn postgresql://…] [--subscribers 1000] [--deaf 10] [--alerts 200] [--short]

Two phases on one server: without the deaf ones, and with them. Alerts are written as the pipeline writes them (a
numbered row, then a wake-up over Redis); the time runs from before the commit until a subscriber has the message. The
deaf ones shake hands, subscribe, and stop reading. Right before the second phase they alone are sent some megabytes, so
that what the kernel buffers for them is full. They read on when they have been cut, to see what they were told.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import psycopg
import redis
from psycopg.types.json import Jsonb

from bench import cpu
from bench.deaf import Deaf
from bench.place import arguments, place
from bench.stack import Stack, stack
from bench.table import milli, quantile, show
from cli.embedded_redis import Redis
from workers.contract import LIVE_CHANNEL

PROCESSES = 2
SETTLE = 30.0
"""Seconds within which the deaf ones should have been cut: a stalled send is given up after 10."""
STUFFING, STUFF_BYTES = 400, 20_000
"""8 MB for each deaf one: a kernel takes some 3 MB on loopback."""
SERIES = "insert into series (tenant_id, metric, fingerprint, shard) values (1, 'bench', 'bench', 0) returning id"
EPISODE = """
insert into episodes (tenant_id, series_id, state, severity, opened_at, last_at, score, peak_at, detector, reason)
values (1, %s, 'closed', 'high', now(), now(), 0.999, now(), 'bench', 'a bench') returning id
"""
ALERT = """
insert into alerts (tenant_id, episode_id, state, severity, opened_at)
values (1, %s, 'opened', 'high', now()) returning id
"""
RAISE = """
with number as (update tenants set live_seq = live_seq + 1 where id = 1 returning live_seq)
insert into alert_transitions (tenant_id, seq, alert_id, to_state, severity, who, why, alert)
select 1, live_seq, %s, 'raised', 'high', 'bench', 'a bench', %s from number returning seq
"""


class Sender:
    """Writes alerts and wakes the API. `at[number]`: the moment before its commit."""

    def __init__(self, running: Stack, size: int) -> None:
        self._conn = psycopg.connect(running.database, autocommit=True)
        self._redis = redis.Redis.from_url(Redis(running.data).url)
        (series,) = self._one(SERIES, ())
        (episode,) = self._one(EPISODE, (series,))
        (self._alert,) = self._one(ALERT, (episode,))
        self._bytes = size
        self.at: dict[int, float] = {}

    def stuff(self) -> None:
        """Large alerts that healthy subscribers do not ask for."""
        with self._conn.transaction():
            for _ in range(STUFFING):
                self._one(RAISE, (self._alert, _body("stuff", STUFF_BYTES)))
        self._redis.publish(LIVE_CHANNEL, "1")

    def send(self, count: int, rate: float) -> list[int]:
        """Alerts in an even beat. Returns their numbers."""
        sent, due, body = [], time.monotonic(), _body("bench", self._bytes)
        for _ in range(count):
            time.sleep(max(0.0, due - time.monotonic()))
            due += 1 / rate
            now = time.monotonic()
            (number,) = self._one(RAISE, (self._alert, body))
            self.at[number] = now
            self._redis.publish(LIVE_CHANNEL, "1")
            sent.append(number)
        return sent

    def _one(self, sql: str, values: tuple[object, ...]) -> tuple[int, ...]:
        row = self._conn.execute(sql, values).fetchone()
        assert row is not None
        return tuple(row)


def _body(metric: str, size: int) -> Jsonb:
    return Jsonb({"severity": "high", "metric": metric, "labels": {"host": "a"}, "reason": "x" * max(0, size - 120)})


@dataclass
class Phase:
    """What the healthy ones saw."""

    latencies: list[float]
    missing: int
    out_of_order: int
    ended: int
    server_cpu: float

    def cells(self) -> tuple[object, ...]:
        """For a line of the table."""
        times = (milli(quantile(self.latencies, q)) for q in (0.5, 0.99, 1.0))
        cost = 1e6 * self.server_cpu / max(1, len(self.latencies))
        return f"{len(self.latencies):,}", self.missing, self.out_of_order, self.ended, *times, f"{cost:.1f}"


@contextmanager
def crowds(port: int, count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Light processes that hold the healthy subscribers."""
    shares = [count // PROCESSES + (i < count % PROCESSES) for i in range(PROCESSES)]
    command = [sys.executable, "-m", "bench.crowd", str(port)]
    pipe = subprocess.PIPE
    started = [subprocess.Popen([*command, str(n)], stdin=pipe, stdout=pipe, text=True) for n in shares]
    try:
        for one in started:
            assert one.stdout is not None
            if one.stdout.readline() != "ready\n":
                raise RuntimeError("a crowd did not come to listen")
        yield started
    finally:
        for one in started:
            one.kill()
            one.wait()


def phase(
    running: Stack, sender: Sender, healthy: int, count: int, rate: float, deaf: Callable[[], None] = lambda: None
) -> Phase:
    """Alerts to the healthy ones, and to whoever else is connected."""
    api = running.pid("api")
    assert api is not None
    with crowds(running.port, healthy) as started:
        deaf()
        before = cpu.seconds(api)
        numbers = sender.send(count, rate)
        time.sleep(1.5)
        spent = cpu.seconds(api) - before
        told = [one for process in started for one in json.loads(process.communicate("")[0])["subscribers"]]
    wanted, latencies, missing, disorder = set(numbers), [], 0, 0
    for one in told:
        came = [number for number, _ in one["came"]]
        missing += len(wanted - set(came)) + len(came) - len(set(came))
        disorder += sum(a >= b for a, b in pairwise(came))
        latencies += [at - sender.at[number] for number, at in one["came"] if number in wanted]
    return Phase(latencies, missing, disorder, sum(bool(one["ended"]) for one in told), spent)


def main() -> int:
    """Measure and print."""
    parser = arguments(__doc__)
    parser.add_argument("--subscribers", type=int, default=1000)
    parser.add_argument("--deaf", type=int, default=10)
    parser.add_argument("--alerts", type=int, default=None, help="in each phase; default 200, with --short 150")
    parser.add_argument("--rate", type=float, default=10, help="alerts a second")
    parser.add_argument("--bytes", type=int, default=2000, help="of a message; large, so that buffers fill")
    options = parser.parse_args()
    healthy, count = options.subscribers - options.deaf, options.alerts or (150 if options.short else 200)
    with (
        place(options.dsn) as where,
        where.database() as database,
        stack({"TIDEWATCH_DEMO": "0", "TIDEWATCH_DATABASE_URL": database}) as running,
    ):
        sender = Sender(running, options.bytes)
        phases = {f"{healthy} that read": phase(running, sender, healthy, count, options.rate)}
        deaf = Deaf(running.port, options.deaf, running.data / "logs" / "api.log")
        name = f"{healthy}, and {options.deaf} that do not"
        phases[name] = phase(running, sender, healthy, count, options.rate, lambda: deaf.begin(sender.stuff))
        told = deaf.told(SETTLE)
    show(
        f"{count} alerts of {options.bytes:,} bytes, {options.rate:g} a second, {where.name}",
        ["subscribers", "deliveries", "missing", "out of order", "cut", "p50 ms", "p99 ms", "max ms", "API CPU µs"],
        [(name, *one.cells()) for name, one in phases.items()],
    )
    for reason in sorted({why.split("=")[0] for _, why in told}):
        same = [(last, why) for last, why in told if why.startswith(reason)]
        fits = sum(why.endswith(f"={last}") for last, why in same)
        print(f"  of those that do not read, {len(same)} were told {reason!r}; {fits} with the number that came last")
    well = all(p.missing + p.out_of_order + p.ended == 0 for p in phases.values())
    return int(not well or any("too slow" not in why for _, why in told))


if __name__ == "__main__":
    sys.exit(main())
