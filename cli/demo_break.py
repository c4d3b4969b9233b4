"""`tidewatch demo break`: puts a fault into what the demo replays, and waits until the server has a verdict on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from cli.demo import Tape, load, now_us
from cli.demo_fault import LASTS, MEANINGS, Fault, Running, ask, asked, found, usual
from cli.demo_verdict import Verdicts
from cli.folders import ServiceError
from cli.place import data_folder

AHEAD_US = 2_000_000
"""So far ahead a fault begins: the replaying process looks for it once a second."""
PAST_US = 2 * 3_600_000_000
DAY_US = 24 * 3_600_000_000
PATIENCE = 60.0
"""Seconds for which a verdict may come after the fault is over."""
Series = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Wish:
    """What the caller asks for. Durations in seconds; None: what suits the kind."""

    kind: str
    metric: str = ""
    labels: dict[str, str] | None = None
    size: float = 10.0
    lasts: float | None = None
    wait: float | None = None


def break_it(wish: Wish, say: Callable[[str], None]) -> dict[str, Any]:
    """Do it, say it, wait. Gives back `fault`, `page`, and what is known of the `verdict`; null: none came.

    Raises `ServiceError` when there is no demo, or no series that fits the wish.
    """
    running, tapes = replaying()
    verdicts = Verdicts(running.url, running.key)
    fault = planned(wish, tapes, verdicts.open)
    ask(fault)
    page = address(running.url, fault)
    result: dict[str, Any] = {"fault": asdict(fault), "page": page, "verdict": None}
    say(f"{words(fault)}\nLook: {page}")
    wait = wish.wait if wish.wait is not None else (fault.stop - now_us()) / 1e6 + PATIENCE
    try:
        found = verdicts.wait(fault, wait)
    except KeyboardInterrupt:
        print(f"\nThe fault goes on until {clock(fault.stop)}.", file=sys.stderr)
        raise
    return result if found is None else result | found | {"page": f"{page}&anomaly={found['verdict']['id']}"}


def replaying() -> tuple[Running, list[Tape]]:
    """The demo that runs on our data folder, and its tapes. Raises `ServiceError` with what to do."""
    running, memory = found(), data_folder() / "demo.json"
    if running is None:
        raise ServiceError(
            f"No demo is running on {data_folder()}. Start it with `make run`, or say where it runs: TIDEWATCH_DATA=…"
        )
    if not memory.exists():
        raise ServiceError("The demo is just starting. Try again in some seconds.")
    return running, load(memory, now_us(), Path(running.folder))[0]


def planned(wish: Wish, tapes: list[Tape], said: Callable[[], list[Series]]) -> Fault:
    """The fault in full. `said`: the series of which something is being said now."""
    start = now_us() + AHEAD_US
    tape = chosen(wish, tapes, asked(now_us()), said)
    values = tape.between(start - PAST_US, start - 1)[1]
    level, spread = usual(values)
    about, stop = tape.recording, start + round((wish.lasts or LASTS[wish.kind]) * 1e6)
    return Fault(wish.kind, about.metric, about.labels, start, stop, wish.size, level, spread, values[-1])


def chosen(wish: Wish, tapes: list[Tape], faults: list[Fault], said: Callable[[], list[Series]]) -> Tape:
    """The series that is meant: of several the one on which a fault stands out most. Raises `ServiceError`."""
    wanted = (wish.labels or {}).items()
    fit = [one for one in tapes if wish.metric in ("", one.recording.metric) and wanted <= one.recording.labels.items()]
    if not fit:
        raise ServiceError("The demo replays no such series. `tidewatch demo break --list` names those that there are.")
    whole = [one for one in fit if not any(fault.of(*series(one)) for fault in faults)]
    if not whole:
        raise ServiceError("That is broken already. `tidewatch demo break --list` says until when.")
    busy = said()
    return min(whole, key=lambda one: (series(one) in busy, wildness(one)))


def series(tape: Tape) -> Series:
    """Metric and labels."""
    return tape.recording.metric, tape.recording.labels


def wildness(tape: Tape) -> float:
    """How far the values of a day went, for their size: where that is little, a fault stands out."""
    now = now_us()
    values = tape.between(now - DAY_US, now)[1]
    return (max(values) - min(values)) / (abs(usual(values)[0]) or 1e-9)


def listed() -> list[dict[str, Any]]:
    """Each series that is replayed, with what is usual for it now and what is wrong with it."""
    _, tapes = replaying()
    now = now_us()
    faults = asked(now)
    rows = []
    for tape in tapes:
        metric, labels = series(tape)
        level, spread = usual(tape.between(now - PAST_US, now)[1])
        broken = [{"kind": f.kind, "until": rfc(f.stop)} for f in faults if f.of(metric, labels)]
        about = {"metric": metric, "labels": labels, "unit": tape.recording.unit}
        rows.append({**about, "level": level, "spread": spread, "broken": broken})
    return rows


def words(fault: Fault) -> str:
    """What is done, to which series, and when."""
    name = ", ".join(f"{name}={value}" for name, value in fault.labels.items())
    far = f" ({fault.size:g} usual spreads of {fault.spread:.4g}; usual is {fault.level:.4g})"
    said = f"{fault.metric} {{{name}}}: {fault.kind}, {MEANINGS[fault.kind]}"
    sized = "" if fault.kind in ("stuck", "missing", "season") else far
    return f"{said}{sized}, from {clock(fault.start)} to {clock(fault.stop)}."


def address(url: str, fault: Fault) -> str:
    """Where the page shows the series, point by point."""
    labels = {f"label.{name}": value for name, value in fault.labels.items()}
    shown = {"metric": fault.metric, **labels, "time_range": "1h", "bucket": "raw"}
    return f"{url}/?{urlencode(shown)}"


def clock(at: int) -> str:
    """us UTC -> `15:04:05` here."""
    return datetime.fromtimestamp(at / 1e6).astimezone().strftime("%H:%M:%S")


def rfc(at: int) -> str:
    """us UTC -> RFC 3339."""
    return datetime.fromtimestamp(at / 1e6, UTC).isoformat()
