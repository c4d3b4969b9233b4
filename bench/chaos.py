"""`kill -9` in the middle of a load: what was acknowledged is there once, and a subscriber misses and doubles nothing.

    python -m bench.chaos --kills 20 --seed 1

Starts a whole Tidewatch by its own command, loads it over HTTP, kills pipeline, worker, API, Redis and PostgreSQL at
random moments (the supervisor starts them again), then compares what is stored with what was acknowledged, alert for
alert and point for point. Exit code 1 when anything differs.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import threading
import time

import psycopg

from bench.chaos_load import Load
from bench.chaos_watch import Watcher
from bench.stack import Stack, stack
from ml.offline import score_series

TARGETS = ("pipeline", "worker", "api", "redis", "postgres")


def kill_some(running: Stack, kills: int, chance: random.Random) -> dict[str, int]:
    """Kill parts in turn at random moments, each kind as often as the others; wait until each is back."""
    done = dict.fromkeys(TARGETS, 0)
    order = [TARGETS[i % len(TARGETS)] for i in range(kills)]
    chance.shuffle(order)
    for name in order:
        time.sleep(chance.uniform(0.5, 3.0))
        pid = _wait_for(running, name)
        os.kill(pid, signal.SIGKILL)
        done[name] += 1
        print(f"  killed {name} ({pid})", file=sys.stderr, flush=True)
    for name in TARGETS:
        _wait_for(running, name)
    return done


def _wait_for(running: Stack, name: str) -> int:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        pid = running.pid(name)
        if pid is not None:
            return pid
        time.sleep(0.05)
    raise RuntimeError(f"{name} did not come back within 60 s")


def drained(database: str, seconds: float = 90) -> None:
    """Wait until no journal row waits. Raises when that does not happen."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with psycopg.connect(database) as conn:
                if conn.execute("select not exists (select from journal where batch is null)").fetchone() == (True,):
                    return
        except psycopg.OperationalError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"the journal did not drain within {seconds:.0f} s")


def compare_points(database: str, load: Load) -> tuple[int, int, int]:
    """(acknowledged points, those that are not stored, rows beyond one a point)."""
    lost = double = 0
    with psycopg.connect(database) as conn:
        for host, acked in load.acked.items():
            rows = conn.execute(
                "select (extract(epoch from t) * 1000)::bigint, v from samples s join series on id = s.series_id"
                " where metric = 'chaos' and labels->>'host' = %s",
                (host,),
            ).fetchall()
            stored = dict(rows)
            double += len(rows) - len(stored)
            lost += sum(stored.get(t) != v for t, v in acked.items())
    return sum(map(len, load.acked.values())), lost, double


def compare_alerts(database: str, load: Load, watcher: Watcher) -> dict[str, int]:
    """What subscribers got against what is stored, and what is stored against an offline run of the detectors."""
    with psycopg.connect(database) as conn:
        rows = conn.execute("select seq from alert_transitions order by seq").fetchall()
        episodes = conn.execute(
            "select labels->>'host', (extract(epoch from opened_at) * 1e6)::bigint from episodes e"
            " join series s on s.id = e.series_id where e.kind = 'anomaly' and metric = 'chaos'"
        ).fetchall()
    stored = [row[0] for row in rows]
    expected = set()
    for host in load.acked:
        t, v = load.columns(host)
        _, changes = score_series(t, v)
        expected |= {(host, int(at)) for at in changes.opened_at[changes.verb == 0]}
    return {
        "transitions": len(stored),
        "gaps in numbering": len(set(range(1, len(stored) + 1)) ^ set(stored)),
        "lost for the subscriber": len(set(stored) - set(watcher.seen)),
        "doubled for the subscriber": len(watcher.seen) - len(set(watcher.seen)),
        "out of order": sum(a >= b for a, b in zip(watcher.seen, watcher.seen[1:], strict=False)),
        "episodes": len(episodes),
        "episodes unlike an offline run": len(expected ^ set(episodes)),
        "reconnects": watcher.connections - 1,
    }


def main() -> int:
    """Run, report, say whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    chance = random.Random(seed)
    with stack({"TIDEWATCH_DEMO": "0", "TIDEWATCH_SNAPSHOT_SECONDS": "3"}) as running:
        load, watcher, stop = Load(running, seed), Watcher(running), threading.Event()
        load.warm_up()
        threads = [threading.Thread(target=part.run, args=(stop,)) for part in (load, watcher)]
        for thread in threads:
            thread.start()
        killed = kill_some(running, options.kills, chance)
        time.sleep(2)
        load.stop.set()
        threads[0].join(60)
        drained(running.database)
        watcher.wait_for(running.database)
        stop.set()
        threads[1].join(30)
        acked, lost, double = compare_points(running.database, load)
        alerts = compare_alerts(running.database, load, watcher)
    print(f"seed {seed}; kills: " + ", ".join(f"{name} {n}" for name, n in killed.items()))
    print(f"points acknowledged {acked}, lost {lost}, rows twice {double}; batches sent again {load.retries}")
    print("; ".join(f"{name} {n}" for name, n in alerts.items()))
    wrong = lost + double + sum(n for name, n in alerts.items() if name.split()[0] in WRONG or "unlike" in name)
    print("all well" if not wrong and alerts["transitions"] else "NOT WELL")
    return int(bool(wrong) or not alerts["transitions"])


WRONG = ("gaps", "lost", "doubled", "out")

if __name__ == "__main__":
    sys.exit(main())
