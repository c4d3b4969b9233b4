"""What is done to memory and when: the scheduled tasks' own functions, at the intervals of the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from cli.memory_threads import Duty
from db.keeper import Past
from db.memory.core import Memory
from db.memory.findings import MemoryKeeper
from db.memory.history import MemoryHistory
from db.memory.runs import RunQueries
from db.memory.upkeep import MemoryUpkeep
from db.memory.wake import MemoryWaker
from db.model_runs import ModelRuns
from workers import contract
from workers.arrivals import run_pass
from workers.groups import run_groups
from workers.models import Desk, Job, work_on
from workers.settings import WorkerSettings

FIRST_MODELS = 90.0


class MemoryRuns(ModelRuns):
    """Runs on memory, where shards are known."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory, RunQueries(memory))
        self._memory = memory

    def shards(self) -> list[int]:
        """The shards of this process."""
        return list(range(self._memory.SHARDS))


def light(memory: Memory, waker: MemoryWaker, config: WorkerSettings) -> list[Duty]:
    """Silence, groups, and what expires: quick, and often."""
    upkeep = MemoryUpkeep(memory)

    def stale() -> None:
        _tell(waker, run_pass(upkeep.arrivals, memory.now(), timedelta(seconds=config.stale_seconds))[1])

    def groups() -> None:
        _tell(waker, run_groups(upkeep.groups, memory.now())[1])

    return [
        Duty(contract.MARK_STALE, config.stale_seconds, stale, first=config.stale_seconds),
        Duty(contract.SCORE_GROUPS, config.group_seconds, groups, first=config.group_seconds),
        Duty(contract.CLEAN_JOURNAL, memory.config.memory_upkeep_seconds, lambda: upkeep.clean_journal(memory.now())),
        Duty(contract.DROP_EXPIRED, config.cleanup_seconds, lambda: upkeep.drop_expired(memory.now())),
    ]


def _tell(waker: MemoryWaker, tenants: set[int]) -> None:
    for tenant in sorted(tenants):
        waker.alerted(tenant)


def models(memory: Memory, config: WorkerSettings, idle: Callable[[], bool] = lambda: False) -> list[Duty]:
    """Insights, cohorts, patterns, correlations, forecasts. `idle`: a database's own models are at it."""
    from workers.tasks.models import JOBS

    def duty(name: str, job: Job) -> Duty:
        return Duty(name, job.every(config), lambda: None if idle() else run(memory, job, config), first=FIRST_MODELS)

    names = {
        "insights": contract.FIND_INSIGHTS,
        "cohorts": contract.COMPARE_COHORTS,
        "forecasts": contract.MAKE_FORECASTS,
    }
    return [duty(names.get(job.name, f"{contract.FIND_PATTERNS} {job.name}"), job) for job in JOBS.values()]


def run(memory: Memory, job: Job, config: WorkerSettings, now: datetime | None = None, past: Past | None = None) -> int:
    """Run a job over all that memory holds. Returns how many items were left."""
    now = now or datetime.now(UTC)
    every = timedelta(seconds=job.every(config))
    window = now - (now - datetime.fromtimestamp(0, UTC)) % every
    history = past or MemoryHistory(memory)
    desk = Desk(MemoryRuns(memory), history, MemoryKeeper(memory), memory.transaction, now, config)
    return sum(work_on(desk, job, window, shard) or 0 for shard in desk.runs.shards())
