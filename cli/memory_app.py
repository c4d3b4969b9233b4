"""Memory mode put together: the stores on memory, and the threads that work on them, while the application runs."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass

import numpy as np

from api.stores import Opener, Persistence, Stores
from cli import memory_duties
from cli.memory_threads import Threads
from db.memory.access import MemoryAccess
from db.memory.archive import MemoryArchive
from db.memory.core import Memory
from db.memory.findings import MemoryFindings
from db.memory.flags import MemoryFlags
from db.memory.intake import MemoryIntake
from db.memory.policies import MemoryPolicies
from db.memory.shard import MemoryShardStore
from db.memory.wake import MemoryWaker
from ml.policy import Policies
from ml.watch import Watch
from workers.contract import LIVE_CHANNEL
from workers.pipeline import Pipeline
from workers.settings import WorkerSettings

log = logging.getLogger("tidewatch.memory")


@dataclass
class Keys:
    """What a first start hands out."""

    email: str
    password: str | None


def opener(
    memory: Memory, config: WorkerSettings, bootstrap_key: str = "", say: Callable[[Keys], None] = lambda _: None
) -> Opener:
    """Opens the stores on memory and starts the threads; both end with the application."""

    async def opened(stack: AsyncExitStack) -> Stores:
        waker, access = MemoryWaker(LIVE_CHANNEL), MemoryAccess(memory)
        made = await access.bootstrap(bootstrap_key or None)
        say(Keys(made.email, made.password))
        threads = Threads()
        stack.callback(threads.end)
        stack.callback(waker.wake)
        threads.keep("pipeline", lambda stop: _pipeline(memory, config, waker, stop))
        threads.tend("tasks", memory_duties.light(memory, waker, config))
        threads.tend("models", memory_duties.models(memory, config))
        return _stores(memory, waker, access)

    return opened


def _pipeline(memory: Memory, config: WorkerSettings, waker: MemoryWaker, stop: threading.Event) -> None:
    _compile()
    store = MemoryShardStore(memory, config.relearn_after)
    Pipeline(store, list(range(memory.SHARDS)), config, waker).run(stop)


def _compile() -> None:
    """Have the detectors' kernels compiled, or read from the cache, before the first point."""
    t = np.arange(1, 5, dtype=np.int64) * 60_000_000
    Watch().run(np.zeros(4, np.int32), t, np.array([1.0, 2.0, 1.5, 1.0]), Policies())


def _stores(memory: Memory, waker: MemoryWaker, access: MemoryAccess, persistence: Persistence | None = None) -> Stores:
    async def yes() -> bool:
        return True

    return Stores(
        engine="memory",
        intake=MemoryIntake(memory),
        archive=MemoryArchive(memory),
        findings=MemoryFindings(memory),
        policies=MemoryPolicies(memory),
        access=access,
        flags=MemoryFlags(memory),
        wake=waker,
        answers=yes,
        serves=yes,
        persistence=persistence,
    )
