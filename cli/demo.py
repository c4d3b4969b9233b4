"""`tidewatch demo`: recorded data of real machines, replayed through HTTP as if it were measured now.

Each file is laid on the clock once: its row i happens at t0 + i steps, for ever, beginning anew at its end. What lies
before now is sent at once as history, so that the detectors are warm; the rest comes live. t0 is chosen so that a place
of interest (mostly one that the authors of the data labelled) lies shortly ahead of the first start. What is said about
it is the detectors' business: nothing here knows of alerts.
What `tidewatch demo break` asks for is done on the way. Beside it, made-up people do what people do
(`cli.demo_domains`).
"""

from __future__ import annotations

import csv
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from cli.backfill.sender import CannotSend, Sender
from cli.demo_domains import feed
from cli.demo_fault import Fault, Running, announce, asked, desk
from cli.demo_series import NAB, SAMPLES, Recording
from cli.holding import hold
from cli.place import data_folder

ROOT = Path(__file__).resolve().parent.parent
STEP_US = 10_000_000
TICK = 1.0
CATCH_UP_US = 12 * 3_600_000_000
PAST_US = 300_000_000
PART = 10_000
REMEMBER_EVERY = 10.0


@dataclass
class Tape:
    """A recording on the clock: its values, and when row 0 happened, in us."""

    recording: Recording
    values: list[float]
    t0: int

    def between(self, start: int, stop: int) -> tuple[list[int], list[float]]:
        """Times and values of rows in (start, stop], in us."""
        first = max(0, (start - self.t0) // STEP_US + 1)
        last = (stop - self.t0) // STEP_US
        rows = range(first, last + 1)
        return [self.t0 + i * STEP_US for i in rows], [self.values[i % len(self.values)] for i in rows]


def run(url: str, key: str) -> None:
    """Send until SIGTERM or SIGINT. Raises `CannotSend` when the server refuses or stays away."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with hold(desk(), url):
        folder = folder_and_recordings()[0]
        announce(Running(url, key, str(folder.absolute())))
        people = threading.Thread(target=feed, args=(url, key, stop), name="people")
        people.start()
        try:
            replay(url, key, stop)
        finally:
            stop.set()
            people.join()


def replay(url: str, key: str, stop: threading.Event) -> None:
    """Send what is due, once a second."""

    def sleep(seconds: float) -> None:
        stop.wait(seconds)

    sender = Sender(url, key, sleep)
    memory = data_folder() / "demo.json"
    tapes, sent = load(memory, now_us())
    print(f"replaying {len(tapes)} series", file=sys.stderr, flush=True)
    remembered = 0.0
    while not stop.is_set():
        until = now_us()
        try:
            for body in bodies(tapes, sent, until, asked(sent, forget=True)):
                history = "true" if until - sent > PAST_US else "auto"  # the first start, or after a pause
                sender.send(body, f"demo-{sent}-{until}-{hash(body)}", history)
        except CannotSend:
            if stop.is_set():
                return
            raise
        sent = until
        if time.monotonic() - remembered > REMEMBER_EVERY:
            remember(memory, tapes, sent)
            remembered = time.monotonic()
        stop.wait(TICK)
    remember(memory, tapes, sent)


def now_us() -> int:
    """The clock, in us since 1970 UTC."""
    return time.time_ns() // 1000


def folder_and_recordings() -> tuple[Path, tuple[Recording, ...]]:
    """TIDEWATCH_DEMO_DATA, or the shared folder beside this checkout, where NAB lies there; else our samples."""
    named = os.environ.get("TIDEWATCH_DEMO_DATA")
    return recordings_in(Path(named) if named else ROOT.parent / "shared" / "data" / "nab")


def recordings_in(folder: Path) -> tuple[Path, tuple[Recording, ...]]:
    """The folder and its recordings; where there are none, our samples."""
    there = tuple(one for one in NAB if (folder / one.file).is_file())
    return (folder, there) if there else (Path(__file__).parent / "samples", SAMPLES)


def load(memory: Path, now: int, folder: Path | None = None) -> tuple[list[Tape], int]:
    """The tapes, laid on the clock when this is the first start; and up to when they were sent."""
    folder, recordings = recordings_in(folder) if folder else folder_and_recordings()
    known: dict[str, Any] = json.loads(memory.read_text()) if memory.exists() else {}
    places = known.get("t0", {})
    fresh = not all(one.file in places for one in recordings)
    tapes = []
    for number, one in enumerate(recordings):
        # Series take turns within a step, so that something happens every second.
        t0 = now - (one.soon - one.lead) * STEP_US - number * STEP_US // len(recordings)
        tapes.append(Tape(one, read(folder / one.file), t0 if fresh else places[one.file]))
    return tapes, 0 if fresh else max(int(known["sent"]), now - CATCH_UP_US)


def remember(memory: Path, tapes: list[Tape], sent: int) -> None:
    """Where the tapes lie, for the next start."""
    fresh = memory.with_suffix(".new")
    fresh.write_text(json.dumps({"t0": {tape.recording.file: tape.t0 for tape in tapes}, "sent": sent}))
    fresh.rename(memory)


def read(file: Path) -> list[float]:
    """Column `value` of a CSV with a head. Raises `ValueError` where there is none."""
    with file.open(newline="") as lines:
        values = [float(row["value"]) for row in csv.DictReader(lines)]
    if not values:
        raise ValueError(f"{file} has no rows")
    return values


def bodies(tapes: list[Tape], start: int, stop: int, faults: Sequence[Fault] = ()) -> Iterator[bytes]:
    """What happened in (start, stop], as bodies of `POST /api/v1/ingest`: many series in one, a long one in parts."""
    small = []
    for tape in tapes:
        t, v = tape.between(start, stop)
        for fault in faults:
            if fault.of(tape.recording.metric, tape.recording.labels):
                t, v = fault.bend(t, v)
        meaning = {"metric": tape.recording.metric, "labels": tape.recording.labels, "unit": tape.recording.unit}
        for at in range(0, len(t), PART):
            one = {**meaning, "t": t[at : at + PART], "v": v[at : at + PART]}
            if len(t) > 100:
                yield orjson.dumps({"series": [one]})
            else:
                small.append(one)
    if small:
        yield orjson.dumps({"series": small})
