"""How memory mode compares with the database mode here: start, first page, points a second (S3-14, S3-70)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import numpy as np
import orjson

from bench.table import show
from cli.folders import free_port

KEY = "a key for the bench, long enough"
BODIES, SERIES, POINTS = 40, 100, 100
PAGE = ("/", "/health", "/api/v1/series", "/api/v1/alerts", "/api/v1/insights", "/api/v1/trends?metric=load.1")


def measure() -> None:
    """Print a table of both modes."""
    rows = [_mode("memory", ["--memory"], {}), _mode("memory, kept", ["--memory"], {"TIDEWATCH_PERSISTENCE": "1"})]
    rows.append(_mode("database", [], {}))
    head = ("mode", "start s", "page ms", "points/s taken", "points/s processed", "resident MB")
    show("tidewatch up, with and without services", head, rows)


def _mode(name: str, options: list[str], more: dict[str, str]) -> tuple[object, ...]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | more | {
            "TIDEWATCH_PORT": str(port), "TIDEWATCH_DATA": folder, "TIDEWATCH_BOOTSTRAP_KEY": KEY,
            "TIDEWATCH_DEMO": "0",
        }  # fmt: skip
        began = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "cli.main", "up", *options], env=env, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers={"Authorization": f"Bearer {KEY}"}) as http:
                start = _ready(http, began)
                _warm(http)
                page = _page(http)
                taken, processed = _points(http)
            speeds = f"{taken:,.0f}", f"{processed:,.0f}"
            return (name, f"{start:.1f}", f"{page * 1000:.0f}", *speeds, f"{_rss(child.pid):.0f}")
        finally:
            child.send_signal(signal.SIGTERM)
            child.wait(30)


def _ready(http: httpx.Client, began: float) -> float:
    while time.perf_counter() - began < 120:
        try:
            if http.get("/ready").status_code == 200:
                return time.perf_counter() - began
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise SystemExit("it does not start")


def _warm(http: httpx.Client) -> None:
    """Wait until a first point went all the way: until then kernels are compiled."""
    now = int(time.time()) - 6500
    one = {"metric": f"load.{SERIES - 1}", "labels": {"host": "a"}, "t": [now * 1000], "v": [50.0]}
    http.post("/api/v1/ingest", json={"series": [one]}).raise_for_status()
    until = time.perf_counter() + 120
    while time.perf_counter() < until and not _counted(http):
        time.sleep(0.05)


def _page(http: httpx.Client) -> float:
    """Seconds for the page and what it asks first, one after another."""
    began = time.perf_counter()
    for path in PAGE:
        http.get(path)
    return time.perf_counter() - began


def _points(http: httpx.Client) -> tuple[float, float]:
    """(acknowledged, processed) points a second."""
    now, rng = int(time.time()) - 6000, np.random.default_rng(1)
    bodies = []
    for n in range(BODIES):
        t = [(now + n * POINTS + i) * 1000 for i in range(POINTS)]
        series = [
            {"metric": f"load.{s}", "labels": {"host": "a"}, "t": t, "v": rng.normal(50, 1, POINTS).round(2).tolist()}
            for s in range(SERIES)
        ]
        bodies.append(orjson.dumps({"series": series}))
    began = time.perf_counter()
    for body in bodies:
        answer = http.post("/api/v1/ingest", content=body, headers={"Content-Type": "application/json"}, timeout=60)
        while answer.status_code == 429:
            time.sleep(0.1)
            answer = http.post("/api/v1/ingest", content=body, headers={"Content-Type": "application/json"}, timeout=60)
        answer.raise_for_status()
    taken = time.perf_counter() - began
    total = BODIES * SERIES * POINTS
    while time.perf_counter() - began < 120 and _counted(http) < BODIES * POINTS:
        time.sleep(0.05)
    return total / taken, total / (time.perf_counter() - began)


def _counted(http: httpx.Client) -> float:
    start = str(int(time.time()) - 7000)
    asked = {"metric": f"load.{SERIES - 1}", "agg": "count", "bucket": "1h", "from": start}
    answer = http.get("/api/v1/trends", params=asked).json()
    return float(answer["series"][0]["total"] or 0) if answer.get("series") else 0.0


def _rss(pid: int) -> float:
    """Of a process and all below it, MB."""
    total, left = 0.0, [pid]
    while left:
        one = left.pop()
        try:
            status = Path(f"/proc/{one}/status").read_text().splitlines()
            total += next(int(line.split()[1]) / 1000 for line in status if line.startswith("VmRSS:"))
            for task in Path(f"/proc/{one}/task").iterdir():
                left += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, StopIteration):
            continue
    return total
