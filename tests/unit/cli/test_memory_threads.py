"""Tasks in the process: at their intervals, begun anew when they fail, ended with the application."""

from __future__ import annotations

import logging
import threading

import pytest

from cli.memory_duties import light, models
from cli.memory_threads import Duty, Threads
from db.memory.core import Memory
from db.memory.settings import MemorySettings
from db.memory.wake import MemoryWaker
from workers.settings import WorkerSettings


@pytest.mark.req("S3-43")
def test_a_duty_that_fails_is_tried_again_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    done, calls = threading.Event(), list[str]()

    def stumbles() -> None:
        calls.append("stumbles")
        if calls.count("stumbles") < 2:
            raise RuntimeError("not yet")
        done.set()

    threads = Threads()
    with caplog.at_level(logging.CRITICAL, "tidewatch.memory"):
        threads.tend("tasks", [Duty("a", 60, stumbles), Duty("b", 60, lambda: calls.append("other"))])
        assert done.wait(60)
    threads.end()
    assert calls.count("other") == 1


@pytest.mark.req("S3-43")
def test_a_thread_that_fails_begins_again_and_ends_when_told(caplog: pytest.LogCaptureFixture) -> None:
    begun, stopped = list[int](), threading.Event()

    def work(stop: threading.Event) -> None:
        begun.append(1)
        if len(begun) < 3:
            raise RuntimeError("again")
        stop.wait()
        stopped.set()

    threads = Threads()
    with caplog.at_level(logging.CRITICAL, "tidewatch.memory"):
        threads.keep("pipeline", work)
        while len(begun) < 3:
            threads.stop.wait(0.01)
    threads.end()
    assert stopped.is_set()


@pytest.mark.req("S3-40", "S3-45")
def test_intervals_are_those_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(MemorySettings())
    duties = light(memory, MemoryWaker("live"), WorkerSettings()) + models(memory, WorkerSettings())
    every = {duty.name.rpartition(".")[2].split()[0]: duty.every for duty in duties}
    assert {3600.0, 900.0, 1800.0, 300.0} <= set(every.values())
    monkeypatch.setenv("TIDEWATCH_INSIGHT_SECONDS", "60")
    monkeypatch.setenv("TIDEWATCH_MEMORY_UPKEEP_SECONDS", "7")
    memory = Memory(MemorySettings())
    changed = light(memory, MemoryWaker("live"), WorkerSettings()) + models(memory, WorkerSettings())
    assert {60.0, 7.0} <= {duty.every for duty in changed}
