"""Other stores, from Debian packages where they are installed: each on loopback, in a folder that goes away."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import bodies
from bench.cpu import tree
from bench.shoot import Shot, loaded
from bench.stack import free_port

INFLUX = """reporting-disabled = true
bind-address = "127.0.0.1:{other}"
[meta]
  dir = "{folder}/meta"
[data]
  dir = "{folder}/data"
  wal-dir = "{folder}/wal"
  query-log-enabled = false
[http]
  bind-address = "127.0.0.1:{port}"
  log-enabled = false
[monitor]
  store-enabled = false
"""
COMPACTED = "sum(count_over_time(cpu_load[30d]))"
REMOTE = {
    "Content-Encoding": "snappy",
    "Content-Type": "application/x-protobuf",
    "X-Prometheus-Remote-Write-Version": "0.1.0",
}


@dataclass(frozen=True)
class Peer:
    """How a store is started, written to, and asked how many points it holds."""

    name: str
    program: str
    arguments: Callable[[Path, int], list[str]]
    ready: str
    path: str
    bodies: Callable[[bodies.Load], list[list[bytes]]]
    headers: dict[str, str]
    count: Callable[[int], int]

    def installed(self) -> str | None:
        """Where its program is."""
        return shutil.which(self.program)


def measure(peer: Peer, load: bodies.Load) -> tuple[Shot, float, int]:
    """What sending took, the store's CPU seconds, and how many points it then says that it holds."""
    made = peer.bodies(load)
    with _running(peer) as (process, port), loaded(port, peer.path, made, peer.headers) as gun:
        before = tree(process.pid)
        gun.fire()
        shot = gun.wait()
        spent = tree(process.pid) - before
        return shot, spent, _count(peer, port, load.points)


def _count(peer: Peer, port: int, wanted: int) -> int:
    """How many points the store holds. Some show a point only after a while, or cannot answer while they compact."""
    held, deadline = 0, time.monotonic() + 30
    while held < wanted and time.monotonic() < deadline:
        try:
            held = peer.count(port)
        except urllib.error.URLError:
            held = 0
        time.sleep(0.5 if held < wanted else 0)
    return held


@contextmanager
def _running(peer: Peer) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    folder, port = Path(tempfile.mkdtemp(prefix="tidewatch-peer-")), free_port()
    program = peer.installed()
    assert program is not None
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([program, *peer.arguments(folder, port)], stdout=log, stderr=log, cwd=folder)
    try:
        _wait(process, port, peer, folder / "log")
        yield process, port
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _wait(process: subprocess.Popen[bytes], port: int, peer: Peer, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            _get(port, peer.ready)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
            continue
        if peer.program == "influxd":
            _get(port, "/query", {"q": "create database bench"}, post=True)
        return
    raise RuntimeError(f"{peer.name} did not start:\n{log.read_text()[-2000:]}")


def _get(port: int, path: str, query: dict[str, str] | None = None, *, post: bool = False) -> bytes:
    url = f"http://127.0.0.1:{port}{path}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
    request = urllib.request.Request(url, method="POST" if post else "GET")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return bytes(answer.read())


def _influx(folder: Path, port: int) -> list[str]:
    config = folder / "influx.conf"
    config.write_text(INFLUX.format(folder=folder, port=port, other=free_port()))
    return ["-config", str(config)]


def _count_influx(port: int) -> int:
    said = json.loads(_get(port, "/query", {"db": "bench", "q": "select count(load) from cpu"}))
    series = said["results"][0].get("series")
    return int(series[0]["values"][0][1]) if series else 0


def _prometheus(folder: Path, port: int) -> list[str]:
    (folder / "prometheus.yml").write_text("storage: {tsdb: {out_of_order_time_window: 6h}}\n")  # senders drift apart
    return [
        f"--config.file={folder}/prometheus.yml",
        f"--storage.tsdb.path={folder}/data",
        f"--web.listen-address=127.0.0.1:{port}",
        "--web.enable-remote-write-receiver",
        "--storage.tsdb.retention.time=365d",
    ]


def _victoria(folder: Path, port: int) -> list[str]:
    return [f"-storageDataPath={folder}/data", f"-httpListenAddr=127.0.0.1:{port}", "-retentionPeriod=120"]


def _count_prometheus(port: int) -> int:
    said = json.loads(_get(port, "/api/v1/query", {"query": COMPACTED}))
    found = said["data"]["result"]
    return int(float(found[0]["value"][1])) if found else 0


def _peer_of_prometheus(name: str, program: str, arguments: Callable[[Path, int], list[str]], ready: str) -> Peer:
    return Peer(name, program, arguments, ready, "/api/v1/write", bodies.writes, REMOTE, _count_prometheus)


PEERS = (
    Peer("InfluxDB, lines", "influxd", _influx, "/ping", "/write?db=bench", bodies.lines, {}, _count_influx),
    _peer_of_prometheus("Prometheus, remote write", "prometheus", _prometheus, "/-/ready"),
    Peer(
        "VictoriaMetrics, lines",
        "victoria-metrics",
        _victoria,
        "/health",
        "/write",
        bodies.lines,
        {},
        _count_prometheus,
    ),
    _peer_of_prometheus("VictoriaMetrics, remote write", "victoria-metrics", _victoria, "/health"),
)
