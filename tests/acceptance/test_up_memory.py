"""`tidewatch up --memory`, as a user starts and stops it: one process, everything from the environment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from cli.folders import free_port

KEY = "a key from the environment"
PATIENCE = 120


def get(url: str, **headers: str) -> dict[str, object]:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
        return json.loads(answer.read())


def children(pid: int) -> list[str]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [child for task in tasks for child in task.read_text().split()]


@pytest.mark.req("S3-01", "S3-07", "S3-43")
def test_one_process_without_services_serves_and_stops_when_told(tmp_path: Path) -> None:
    port = free_port()
    env = os.environ | {
        "TIDEWATCH_PORT": str(port), "TIDEWATCH_DATA": str(tmp_path), "TIDEWATCH_BOOTSTRAP_KEY": KEY,
        "TIDEWATCH_MEMORY_RETENTION_HOURS": "1", "TIDEWATCH_LOG": "WARNING",
    }  # fmt: skip
    with (tmp_path / "said").open("w") as said:
        command = [sys.executable, "-m", "cli.main", "up", "--memory"]
        process = subprocess.Popen(command, env=env, stdout=said, stderr=subprocess.STDOUT)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            assert process.poll() is None, (tmp_path / "said").read_text()
            assert time.monotonic() < deadline
            try:
                health = get(f"http://127.0.0.1:{port}/health")
                break
            except urllib.error.URLError:
                time.sleep(0.1)
        assert (health["engine"], health["status"]) == ("memory", "ok")
        assert get(f"http://127.0.0.1:{port}/api/v1/series", Authorization=f"Bearer {KEY}")["items"] == []
        assert children(process.pid) == []
        assert not (tmp_path / "postgres").exists()
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(30)
    text = (tmp_path / "said").read_text()
    assert code == 0, text
    assert "password:" in text
    assert "the last 1 h" in text
