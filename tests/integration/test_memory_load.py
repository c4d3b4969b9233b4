"""Memory mode under load: it does not grow, and its own database is started, and started again, when it is needed."""

from __future__ import annotations

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench.memory import run
from db.memory.settings import MemorySettings
from tests.memory_mode import serving_memory, wait


@pytest.mark.req("S3-73", "S3-75", "S3-05")
def test_a_thousand_points_a_second_do_not_make_it_grow() -> None:
    """Twelve minutes of them; a day, with models: `python -m bench.memory` (S3-73)."""
    assert run(0.2, 500, 1000, MemorySettings(memory_mb=1.5), models=False) < 25


@pytest.mark.req("S3-72")
def test_five_people_at_once_have_their_page() -> None:
    paths = ["/api/v1/series", "/api/v1/alerts", "/api/v1/insights", "/api/v1/anomalies", "/api/v1/trends"]
    with serving_memory() as tide:
        now = int(time.time())
        for n in range(50):
            tide.send(f"m.{n}", [(now - 600 + i) * 1000 for i in range(0, 600, 10)], [float(i) for i in range(60)])
        tide.processed()
        with ThreadPoolExecutor(5) as people:
            answers = list(people.map(lambda path: tide.get(path, metric="m.1"), paths * 5))
    assert [answer["items"][0]["metric"] for answer in answers[::5]] == ["m.1"] * 5


def test_our_own_database_is_started_when_needed_and_again_when_it_was_killed(tmp_path: Path) -> None:
    now = int(time.time())
    with serving_memory(tmp_path) as tide:
        assert not (tmp_path / "postgres").exists()
        tide.send("own", [(now - 90) * 1000], [1.0])
        tide.switch(True)
        child = tide.app.home._child
        assert child is not None
        child.send_signal(signal.SIGKILL)
        wait(lambda: tide.get("/health")["persistence"] == "failing")
        tide.send("own", [(now - 80) * 1000], [2.0])
        tide.state("on")
        tide.send("own", [(now - 70) * 1000], [4.0])
    with serving_memory(tmp_path, persistence=True) as tide:
        tide.state("on")
        asked = {"metric": "own", "agg": "sum", "bucket": "1h", "from_": str(now - 3600)}
        wait(lambda: tide.get("/api/v1/trends", **asked)["series"][0]["total"] == 7.0)  # what came last, too
