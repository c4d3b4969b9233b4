"""What the work cost: CPU seconds of processes on this machine, from /proc."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg

from bench.stack import Stack, children

TICK = os.sysconf("SC_CLK_TCK")
PARTS = ("api", "pipeline", "worker")

Usage = dict[str, float]


def seconds(pid: int) -> float:
    """User and system time of one process, without its children; 0 when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK


def tree(pid: int) -> float:
    """The same of a process and all that live under it."""
    return seconds(pid) + sum(tree(child) for child in children(pid))


def of_stack(stack: Stack) -> Usage:
    """CPU seconds so far of each part; `database` only when the server is on this machine."""
    usage = {part: tree(pid) if (pid := stack.pid(part)) else 0.0 for part in PARTS}
    with psycopg.connect(stack.database) as conn:
        pids = conn.execute("select pid from pg_stat_activity where datname = current_database() or datname is null")
        usage["database"] = sum(seconds(pid) for (pid,) in pids)
    return usage


def since(before: Usage, after: Usage) -> Usage:
    """What was spent between two readings."""
    return {part: max(0.0, after[part] - before[part]) for part in before}


def a_point(usage: Usage, points: int) -> str:
    """`api 0.41  pipeline 1.20 …` in CPU microseconds a point."""
    return "  ".join(f"{part} {1e6 * spent / points:.2f}" for part, spent in usage.items())
