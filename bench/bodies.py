"""The data of a load, and the bodies that carry it, one protocol a function.

A load is sent by a few agents. Each has series of its own and sends them in rising time, one request after another, as
collectors do; so no point overtakes an older one of its series, which Prometheus would refuse.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import orjson
from numpy.typing import NDArray

from bench import remote_write

BODY = 10_000
"""Points a body, about."""


@dataclass(frozen=True)
class Load:
    """`values[series, step]`; times are ms since 1970 and the same for all series."""

    name: str
    values: NDArray[np.float64]
    times: NDArray[np.int64]
    agents: int

    @property
    def points(self) -> int:
        """How many in all."""
        return self.values.size

    @property
    def hosts(self) -> list[str]:
        """The label that tells the series apart."""
        return [f"host-{number}" for number in range(len(self.values))]

    def slices(self, agent: int, body: int) -> Iterator[tuple[slice, slice]]:
        """(series, steps) of each body, of about so many points, of an agent."""
        size = len(self.values) // self.agents
        steps = max(1, body // size)
        mine = slice(agent * size, (agent + 1) * size)
        for at in range(0, len(self.times), steps):
            yield mine, slice(at, at + steps)


def make(
    points: int,
    series: int,
    *,
    step_s: float = 10,
    agents: int = 4,
    seed: int = 1,
    name: str = "cpu",
    ends_in: float = -3600,
) -> Load:
    """Noise around a level of each series, three digits, until `ends_in` s from now; less where it does not divide."""
    agents = min(agents, series)
    series = series // agents * agents
    steps = points // series
    random = np.random.default_rng(seed)
    values = (random.uniform(20, 80, (series, 1)) + random.normal(0, 3, (series, steps))).round(3)
    times = int((time.time() + ends_in) * 1000) - (step_s * 1000 * np.arange(steps)[::-1]).astype(np.int64)
    return Load(name, values, times, agents)


def columns(load: Load, body: int = BODY) -> list[list[bytes]]:
    """JSON columns: [agent][body]."""
    hosts = load.hosts

    def one(series: slice, steps: slice) -> bytes:
        t = load.times[steps].tolist()
        items = [
            {"metric": f"{load.name}.load", "labels": {"host": host, "region": "eu"}, "t": t, "v": row}
            for host, row in zip(hosts[series], load.values[series, steps].tolist(), strict=True)
        ]
        return orjson.dumps({"series": items})

    return _all(load, one, body)


def lines(load: Load) -> list[list[bytes]]:
    """Influx line protocol with times in ns, all series of one step after another, as a collector flushes them."""
    heads = [f"{load.name},host={host},region=eu load=" for host in load.hosts]

    def one(series: slice, steps: slice) -> bytes:
        named = heads[series]
        values = load.values[series, steps].T.tolist()
        tails = [f" {t}000000\n" for t in load.times[steps].tolist()]
        return "".join(
            f"{head}{v}{tail}"
            for row, tail in zip(values, tails, strict=True)
            for head, v in zip(named, row, strict=True)
        ).encode()

    return _all(load, one)


def writes(load: Load) -> list[list[bytes]]:
    """Prometheus remote write: protobuf, snappy."""
    heads = [
        remote_write.labels({"__name__": f"{load.name}_load", "host": host, "region": "eu"}) for host in load.hosts
    ]

    def one(series: slice, steps: slice) -> bytes:
        return remote_write.request(heads[series], load.times[steps], load.values[series, steps])

    return _all(load, one)


def arrival(load: Load) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.float64]]:
    """The same rows as (series number from 1, us, value), in the order of their times, series by series in a step."""
    series, steps = load.values.shape
    ids = np.tile(np.arange(1, series + 1, dtype=np.int32), steps)
    return ids, np.repeat(load.times * 1000, series), load.values.T.ravel()


def _all(load: Load, one: Callable[[slice, slice], bytes], body: int = BODY) -> list[list[bytes]]:
    return [[one(*part) for part in load.slices(agent, body)] for agent in range(load.agents)]
