"""The threads of memory mode: one pipeline, and what beat and workers do elsewhere, as plain functions."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from db import metrics

log = logging.getLogger("tidewatch.memory")
PAUSES = (0.2, 1.0, 5.0, 15.0)
TICK = 0.25
STOP_WITHIN = 10.0


@dataclass
class Duty:
    """Something to be done every so many seconds, first after `first`. A failure is told, and tried again soon."""

    name: str
    every: float
    work: Callable[[], object]
    first: float = 0.0
    due: float = 0.0
    failures: int = 0


@dataclass
class Threads:
    """Keeps threads running until `stop`: what fails begins again after a pause."""

    stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def keep(self, name: str, work: Callable[[threading.Event], None]) -> None:
        """Run `work` until it is told to stop; begin it anew when it fails."""

        def run() -> None:
            failures = 0
            while not self.stop.is_set():
                began = time.monotonic()
                try:
                    work(self.stop)
                except Exception:
                    failures = 1 if time.monotonic() - began > 60 else failures + 1
                    log.exception("%s failed, begins again", name)
                    self.stop.wait(PAUSES[min(failures, len(PAUSES)) - 1])

        thread = threading.Thread(target=run, name=name, daemon=True)
        thread.start()
        self._threads.append(thread)

    def tend(self, name: str, duties: Sequence[Duty]) -> None:
        """Do duties when they are due, one after another, in a thread."""
        started = time.monotonic()
        for duty in duties:
            duty.due = started + duty.first

        def look(stop: threading.Event) -> None:
            while not stop.wait(TICK):
                for duty in duties:
                    if not stop.is_set() and time.monotonic() >= duty.due:
                        _do(duty)

        self.keep(name, look)

    def end(self) -> None:
        """Stop all and wait for them."""
        self.stop.set()
        for thread in self._threads:
            thread.join(STOP_WITHIN)
            if thread.is_alive():
                log.warning("%s does not stop; left behind", thread.name)


def _do(duty: Duty) -> None:
    began = time.monotonic()
    try:
        with metrics.task_seconds.labels(duty.name).time():
            duty.work()
        duty.failures = 0
        duty.due = began + duty.every
        metrics.task_runs.labels(duty.name, "done").inc()
    except Exception:
        duty.failures += 1
        pause = PAUSES[min(duty.failures, len(PAUSES)) - 1]
        duty.due = time.monotonic() + min(pause, duty.every)
        metrics.task_runs.labels(duty.name, "failed").inc()
        log.exception("%s failed, tried again in %s s", duty.name, pause)
