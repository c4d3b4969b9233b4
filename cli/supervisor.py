"""Keeps a set of programs running: starts them, restarts what crashes with growing pauses, stops them in order."""

from __future__ import annotations

import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cli.counters import forget_dead
from cli.programs import Program, finish, spawn

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
CALM = 60.0
"""Seconds after which a program that ran well is forgiven its crashes."""
LOG_LIMIT = 32_000_000
TICK = 0.1


@dataclass
class Kept:
    """A program that is kept running. `prepare` is asked anew at each start, so that it can clear what a crash left."""

    prepare: Callable[[], Program]
    program: Program
    child: subprocess.Popen[bytes]
    started: float
    crashes: int = 0
    again_at: float | None = None


@dataclass
class Supervisor:
    """`say` gets short lines for people; the programs' own output goes to files in `logs`."""

    logs: Path
    say: Callable[[str], None]
    kept: dict[str, Kept] = field(default_factory=dict)
    stopping: threading.Event = field(default_factory=threading.Event)
    rotate_at: float = 0.0

    def catch_signals(self) -> None:
        """SIGINT, SIGTERM and SIGHUP mean: stop in order. Once more means: at once."""

        def caught(_number: int, _frame: object) -> None:
            if self.stopping.is_set():
                self.kill()
            self.stopping.set()

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, caught)

    def log(self, name: str) -> Path:
        """Where a program's output is."""
        return self.logs / f"{name}.log"

    def start(self, prepare: Callable[[], Program]) -> subprocess.Popen[bytes]:
        """Start a program now and keep it running from now on."""
        program = prepare()
        self._rotate(program.name)
        child = spawn(program, self.log(program.name))
        self.kept[program.name] = Kept(prepare, program, child, time.monotonic())
        return child

    def run(self) -> None:
        """Watch until a signal says stop."""
        while not self.tick():
            pass

    def tick(self) -> bool:
        """Look after everything once, then rest a moment. Returns whether a signal said stop."""
        for kept in self.kept.values():
            self._look_after(kept)
        if time.monotonic() > self.rotate_at:
            self.rotate_at = time.monotonic() + 60
            for name, kept in self.kept.items():
                self._rotate(name)
                forget_dead(kept.program.env)  # the children of our children end without us
        return self.stopping.wait(TICK)

    def _look_after(self, kept: Kept) -> None:
        now = time.monotonic()
        if kept.again_at is not None:
            if now >= kept.again_at:
                self._again(kept)
            return
        code = kept.child.poll()
        if code is None:
            return
        finish(kept.child, signal.SIGKILL)  # what it may have left of its own children
        kept.crashes = 1 if now - kept.started > CALM else kept.crashes + 1
        pause = PAUSES[min(kept.crashes, len(PAUSES)) - 1]
        kept.again_at = now + pause
        name = kept.program.name
        words = last_words(self.log(name))
        self.say(f"{name} ended ({_how(code)}), starts again in {pause:g} s. {words} [{self.log(name)}]")

    def _again(self, kept: Kept) -> None:
        forget_dead(kept.program.env)
        try:
            kept.program = kept.prepare()
            kept.child = spawn(kept.program, self.log(kept.program.name))
            kept.again_at = None
            kept.started = time.monotonic()
        except (OSError, RuntimeError) as problem:
            kept.again_at = time.monotonic() + PAUSES[-1]
            self.say(f"{kept.program.name} cannot start: {problem}")

    def stop(self) -> None:
        """Stop all, the highest tier first, each within its grace. A program that does not listen is killed."""
        for tier in sorted({kept.program.tier for kept in self.kept.values()}, reverse=True):
            members = [kept for kept in self.kept.values() if kept.program.tier == tier]
            for kept in members:
                if kept.child.poll() is None:
                    kept.child.send_signal(kept.program.stop)
            deadline = time.monotonic() + max(kept.program.grace for kept in members)
            for kept in members:
                try:
                    kept.child.wait(max(0.0, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    self.say(f"{kept.program.name} did not stop in time and was killed")
                finish(kept.child, signal.SIGKILL)
                kept.child.wait()

    def kill(self) -> None:
        """End all at once. Data survives that: it is what a power cut does."""
        for kept in self.kept.values():
            finish(kept.child, signal.SIGKILL)

    def _rotate(self, name: str) -> None:
        """Keep one old log. The file is emptied in place, because its writer holds it open for appending."""
        log = self.log(name)
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            shutil.copyfile(log, log.with_suffix(".log.1"))
            log.open("w").close()


def _how(code: int) -> str:
    return f"exit {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"


def last_words(log: Path) -> str:
    """The last line of a log, shortened."""
    with log.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - 4_000))
        lines = file.read().decode(errors="replace").split("\n")
    said = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return said if len(said) <= 200 else said[:199] + "…"
