"""The demo's made-up people: what each domain's factory says happened, sixty days of it as history, then as time goes.

A pack that has a `factory` takes part: its `events`, with what its `DEMO` says of them, after what its `setup` sends.
The same start and seed are the same events, so that the next start goes on where this one ended, and what is sent twice
is known by its id.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson

from cli.backfill.sender import CannotSend, Sender
from cli.demo_goals import Goal, Setter
from cli.place import data_folder
from db.packs.registry import packs

DAYS, AHEAD = 60, 365
"""Of history, and how long it goes on from the first start."""
SEED = 20
PART, REST = 1_000, 0.2
"""Events at once, and seconds between, so that others come to their turn."""
TICK = 1.0
RECENT = timedelta(minutes=5)
"""What is older is history."""

Event = dict[str, Any]


class Feed:
    """The events of one domain, in order of time."""

    def __init__(self, name: str, events: Iterable[Event], sent: str = "") -> None:
        """`sent`: RFC 3339, up to when events were sent before."""
        self.name, self.sent = name, sent
        self._events: Iterator[Event] = iter(events)
        self._next: Event | None = None
        self._skip_to(sent)

    def due(self, until: datetime, most: int = PART) -> list[Event]:
        """Those that have happened by then and were not told before, at most so many."""
        found: list[Event] = []
        while len(found) < most and (event := self._peek()) is not None and _at(event) <= until:
            found.append(event)
            self._next = None
        return found

    def _peek(self) -> Event | None:
        if self._next is None:
            self._next = next(self._events, None)
        return self._next

    def _skip_to(self, sent: str) -> None:
        until = datetime.fromisoformat(sent) if sent else None
        while until is not None and (event := self._peek()) is not None and _at(event) <= until:
            self._next = None


def _at(event: Event) -> datetime:
    return datetime.fromisoformat(event["timestamp"])


def factories() -> dict[str, ModuleType]:
    """Modules that make events, by pack."""
    found = {name: f"db.packs.{name}.factory" for name in packs()}
    there = {name: module for name, module in found.items() if _exists(module)}
    modules = {name: import_module(module) for name, module in there.items()}
    return {name: module for name, module in modules.items() if hasattr(module, "events")}


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # a pack of another folder
        return False


def goals() -> list[Goal]:
    """What the made-up people want, of all packs, under names that are unique."""
    found = ((pack, goal) for pack, module in factories().items() for goal in getattr(module, "GOALS", ()))
    return [{**goal, "name": f"{pack}: {goal['name']}", "pack": pack} for pack, goal in found]


def feed(url: str, key: str, stop: threading.Event, memory: Path | None = None, days: int = DAYS) -> None:
    """Send what is due until told to stop."""
    memory = memory or data_folder() / "demo_domains.json"
    state = load(memory, days)

    def sleep(seconds: float) -> None:
        stop.wait(seconds)

    made = {name: _options(module, state["start"]) for name, module in factories().items()}
    feeds = [Feed(name, factories()[name].events(**told), state["sent"].get(name, "")) for name, told in made.items()]
    sender = Sender(url, key, sleep, path="/api/v1/events")
    setter = Setter(url, key, goals(), state.setdefault("goals", []), state.setdefault("told", {}))
    try:
        for name, module in factories().items():
            _set_up(url, key, sleep, module, made[name])
        while not stop.is_set():
            moved = [_send(sender, one, state) for one in feeds if not stop.is_set()]
            if max(moved, default=0) < PART:  # all that has happened was told
                state["goals"] += (made_now := setter.look())
                moved.append(len(made_now))
            if any(moved):
                memory.write_text(json.dumps(state))
            stop.wait(REST if max(moved, default=0) >= PART else TICK)
    except CannotSend as problem:
        if not stop.is_set():
            print(f"no more made-up events: {problem}", file=sys.stderr, flush=True)
    finally:
        sender.close()


def load(memory: Path, days: int = DAYS) -> dict[str, Any]:
    """When the made-up time begins, and up to when each domain was sent."""
    if memory.exists():
        known: dict[str, Any] = json.loads(memory.read_text())
        return known
    return {"start": (datetime.now(UTC) - timedelta(days=days)).isoformat(), "sent": {}}


def _options(module: ModuleType, start: str) -> dict[str, Any]:
    given = {"seed": SEED, "start": datetime.fromisoformat(start), "days": DAYS + AHEAD, "zone": "Europe/Berlin"}
    return given | getattr(module, "DEMO", {})


def _set_up(url: str, key: str, sleep: Callable[[float], None], module: ModuleType, told: dict[str, Any]) -> None:
    """Send what must be there before the events. A key that may not is told so, and the events come without."""
    if not hasattr(module, "setup"):
        return
    for path, body in module.setup(told["seed"], told["size"], told["zone"]):
        sender = Sender(url, key, sleep, path=path)
        try:
            sender.send(orjson.dumps(body), f"demo-{path}")
        except CannotSend as problem:
            print(f"the demo goes on without {path}: {problem}", file=sys.stderr, flush=True)
        finally:
            sender.close()


def _send(sender: Sender, one: Feed, state: dict[str, Any]) -> int:
    """Send the next part of a domain. Returns how many events it had."""
    now = datetime.now(UTC)
    if not (events := one.due(now)):
        return 0
    old = _at(events[0]) < now - RECENT
    body = orjson.dumps({"events": events}, option=orjson.OPT_SERIALIZE_NUMPY)
    answer = sender.send(body, f"demo-{one.name}-{events[0]['event_id']}-{len(events)}", "true" if old else "auto")
    for wrong in islice(answer["rejected"], 3):
        print(f"an event of {one.name} was refused: {wrong}", file=sys.stderr, flush=True)
    state["sent"][one.name] = events[-1]["timestamp"]
    state["told"][one.name] = state["told"].get(one.name, 0) + len(events)
    return len(events)
