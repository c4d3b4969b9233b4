"""What beat would have done on the database of persistence, in threads of this process: milestones, messages, privacy
requests, and what domains want."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from typing import Any

import psycopg
from celery import current_app

from cli.memory_threads import Duty
from db.settings import DatabaseSettings, using
from workers import contract
from workers.schedule import BEAT, TASKS

ELSEWHERE = frozenset(
    {
        contract.REFRESH_ROLLUPS, contract.CLEAN_JOURNAL, contract.DROP_EXPIRED, contract.DROP_FINDINGS,
        contract.FIND_INSIGHTS, contract.COMPARE_COHORTS, contract.FIND_PATTERNS, contract.MAKE_FORECASTS,
        contract.MARK_STALE, contract.SCORE_GROUPS, contract.MEASURE,
    }
)  # fmt: skip
"""Upkeep and models have duties of their own (`cli.memory_database`); silence and groups are judged in memory; what the
process is like is said at /metrics."""
QUICK = 60.0
"""Seconds. What is done more seldom has a thread of its own, so that it keeps nobody waiting."""


def tasks(config: DatabaseSettings) -> tuple[list[Duty], list[Duty]]:
    """(quick, slow) duties. `config` says where the database is."""
    for name in TASKS:
        import_module(name)
    duties = [_duty(line, config) for line in BEAT.values() if line["task"] not in ELSEWHERE]
    return [one for one in duties if one.every <= QUICK], [one for one in duties if one.every > QUICK]


def _duty(line: dict[str, Any], config: DatabaseSettings) -> Duty:
    work: Callable[[], object] = current_app.tasks[line["task"]]
    schedule = line["schedule"]
    every = schedule.total_seconds() if isinstance(schedule, timedelta) else 3600.0

    def run() -> object:
        try:
            with using(config):
                return work()
        except (psycopg.OperationalError, psycopg.InterfaceError):
            return None  # the mirror says that the database is away

    return Duty(f"database {line['task']}", every, run, first=2.0 if every <= QUICK else QUICK)
