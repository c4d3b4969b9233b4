"""Faults on purpose: what `tidewatch demo break` asks of the replaying process, and what they do to its values.

A fault is a file in the data folder that the replaying process looks at with every tick. It holds absolute times and
amounts, so what becomes of a row depends on the row alone: a restart in the middle goes on as if nothing had been.
"""

from __future__ import annotations

import json
import os
import random
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from cli.folders import own_folder
from cli.holding import holder
from cli.place import data_folder

MEANINGS = {
    "spike": "some points far above",
    "dip": "some points far below",
    "shift": "a new level",
    "drift": "a slow climb",
    "noise": "the same level, but wild",
    "stuck": "one value, again and again",
    "missing": "no points at all",
    "season": "highs become lows, and lows become highs",
}
LASTS = dict.fromkeys(MEANINGS, 600.0) | {"spike": 30.0, "dip": 30.0, "noise": 300.0, "drift": 900.0, "season": 1800.0}
"""Seconds for which a fault lasts unless told otherwise."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a series in [start, stop), us UTC. `level`, `spread`, `held` in the unit of the series:
    what is usual for it, how far it usually is from that, and its last whole value. `size` in usual spreads."""

    kind: str
    metric: str
    labels: dict[str, str]
    start: int
    stop: int
    size: float
    level: float
    spread: float
    held: float

    def of(self, metric: str, labels: dict[str, str]) -> bool:
        """Whether it is a fault of this series."""
        return (self.metric, self.labels) == (metric, labels)

    def bend(self, t: list[int], v: list[float]) -> tuple[list[int], list[float]]:
        """Times (us) and values as they are sent instead."""
        rows = [(at, self._value(at, x) if self.start <= at < self.stop else x) for at, x in zip(t, v, strict=True)]
        kept = [(at, x) for at, x in rows if x is not None]
        return [at for at, _ in kept], [x for _, x in kept]

    def _value(self, at: int, x: float) -> float | None:
        match self.kind:
            case "missing":
                return None
            case "stuck":
                return self.held
            case "season":
                return 2.0 * self.level - x
        return x + self.size * self.spread * self._push(at)

    def _push(self, at: int) -> float:
        """Where to, in units of the size."""
        match self.kind:
            case "dip":
                return -1.0
            case "drift":
                return (at - self.start) / (self.stop - self.start)
            case "noise":
                return random.Random(at).gauss(0.0, 1.0)  # noqa: S311  no secret: the same row gets the same value
        return 1.0


def usual(values: list[float]) -> tuple[float, float]:
    """Level and spread of what is usual: the median, and the normal law's sd that nine of ten values speak of."""
    ranked = sorted(values)

    def at(part: float) -> float:
        return ranked[round(part * (len(ranked) - 1))]

    level, spread = at(0.5), (at(0.95) - at(0.05)) / 3.29
    return level, spread or (ranked[-1] - ranked[0]) / 3.29 or abs(level) / 10 or 1.0


@dataclass(frozen=True)
class Running:
    """A replaying process: where it sends to, with what key, and from which folder of recordings."""

    url: str
    key: str
    folder: str


def desk() -> Path:
    """The folder by which commands reach the process that replays; open to its owner only, as it holds a key."""
    return data_folder() / "demo"


def announce(running: Running) -> None:
    """Say that we replay. Call while holding `desk()`."""
    fresh = own_folder(desk(), None) / "running.new"
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        json.dump(asdict(running), out)
    fresh.rename(desk() / "running.json")


def found() -> Running | None:
    """The process that replays now; None when there is none."""
    if holder(desk()) is None:
        return None
    try:
        return Running(**json.loads((desk() / "running.json").read_text()))
    except OSError:
        return None  # it is just starting


def ask(fault: Fault) -> None:
    """Have the fault done from its start on."""
    folder = own_folder(desk() / "faults", None)
    name = f"{fault.start}-{secrets.token_hex(4)}"
    (folder / f"{name}.new").write_text(json.dumps(asdict(fault)))
    (folder / f"{name}.new").rename(folder / f"{name}.json")


def asked(since: int, forget: bool = False) -> list[Fault]:
    """Faults that are not over at `since` (us UTC), in the order of their start. `forget`: remove those that are."""
    there = []
    for file in sorted((desk() / "faults").glob("*.json")):
        try:
            fault = Fault(**json.loads(file.read_text()))
        except (ValueError, TypeError, OSError):
            continue  # of another version, or just removed
        if fault.stop > since:
            there.append(fault)
        elif forget:
            file.unlink(missing_ok=True)
    return there
