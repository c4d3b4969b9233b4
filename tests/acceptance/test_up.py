"""`tidewatch up`, as a user starts and stops it: real processes, embedded services, signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.folders import free_port

TIDEWATCH = [sys.executable, "-m", "cli.main"]
PATIENCE = 120


@dataclass
class Up:
    """A running `tidewatch up`."""

    process: subprocess.Popen[str]
    env: dict[str, str]
    said: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.env['TIDEWATCH_PORT']}"

    def until(self, word: str) -> str:
        """What it printed, once that holds the word."""
        deadline = time.monotonic() + PATIENCE
        while word not in (text := self.said.read_text()):
            assert self.process.poll() is None, text
            assert time.monotonic() < deadline, text
            time.sleep(0.1)
        return text

    def also(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Another command beside it."""
        argv = [*TIDEWATCH, *arguments]
        return subprocess.run(argv, env=self.env | env, capture_output=True, text=True, timeout=PATIENCE, check=False)

    def children(self) -> dict[str, int]:
        """Its processes by what they run."""
        return {command(pid): pid for pid in pids() if parent(pid) == self.process.pid}


def start(data: Path, port: int) -> Up:
    env = {name: value for name, value in os.environ.items() if not name.startswith("TIDEWATCH_")}
    env |= {"TIDEWATCH_DATA": str(data), "TIDEWATCH_PORT": str(port), "TIDEWATCH_DEMO": "0"}
    env |= {"TIDEWATCH_BOOTSTRAP_KEY": "key-of-the-acceptance-test"}
    said = data.parent / "said"
    with said.open("w") as out:
        process = subprocess.Popen([*TIDEWATCH, "up"], env=env, stdout=out, stderr=out, text=True, process_group=0)
    return Up(process, env, said)


def pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def parent(pid: int) -> int | None:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except (OSError, IndexError):
        return None


def command(pid: int) -> str:
    words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    return words[3] if words[1:3] == ["-m", "cli.main"] else Path(words[0].split(" ")[0]).name


def alive(data: Path) -> list[str]:
    """Command lines of processes that know this data folder: from their environment or arguments."""
    found = []
    for pid in pids():
        try:
            about = Path(f"/proc/{pid}/environ").read_bytes() + Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            continue
        if str(data).encode() in about and pid != os.getpid():
            found.append(command(pid))
    return found


def gone(data: Path) -> bool:
    """Whether nothing of it is left, after a moment for the kernel to bury the dead."""
    deadline = time.monotonic() + 60
    while alive(data) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not alive(data)


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """One that is ready."""
    running = start(tmp_path_factory.mktemp("up") / "data", free_port())
    try:
        running.until("Ctrl-C stops it")
        yield running
    finally:
        running.process.kill()
        running.process.wait()
        assert gone(Path(running.env["TIDEWATCH_DATA"]))


def test_the_first_start_prints_a_login_that_works(up: Up) -> None:
    line = next(line for line in up.until("Login").splitlines() if line.startswith("Login"))
    email, password = line.split(": ", 1)[1].split()[0], line.split()[-1]
    body = json.dumps({"email": email, "password": password}).encode()
    ask = urllib.request.Request(f"{up.url}/api/v1/auth/login", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(ask, timeout=60) as answer:
        assert json.load(answer)["access_token"]


def test_the_bootstrap_key_may_send_points(up: Up) -> None:
    body = json.dumps({"points": [{"metric": "cpu", "labels": {}, "t": time.time(), "v": 1.0}]}).encode()
    head = {"Content-Type": "application/json", "Authorization": "Bearer key-of-the-acceptance-test"}
    with urllib.request.urlopen(urllib.request.Request(f"{up.url}/api/v1/ingest", body, head), timeout=60) as answer:
        assert (answer.status, json.load(answer)["accepted"]) == (202, 1)


def test_a_second_one_on_the_same_folder_says_who_holds_it(up: Up) -> None:
    second = up.also("up")
    assert second.returncode == 1
    assert f"process {up.process.pid} at {up.url}" in second.stderr


def test_a_taken_port_is_said_with_the_way_out(up: Up, tmp_path: Path) -> None:
    second = up.also("up", TIDEWATCH_DATA=str(tmp_path / "other"))
    assert second.returncode == 1
    assert "TIDEWATCH_PORT" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_crashed_child_is_started_again(up: Up) -> None:
    before = up.children()["pipeline"]
    os.kill(before, signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while up.children().get("pipeline", before) == before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert up.children()["pipeline"] != before


def test_the_doctor_finds_all_well(up: Up) -> None:
    deadline = time.monotonic() + PATIENCE
    while (report := up.also("doctor", "--json")).returncode and time.monotonic() < deadline:
        time.sleep(1)  # the pipeline of the test before is still on its way
    states = {finding["what"]: finding["state"] for finding in json.loads(report.stdout)}
    assert "fail" not in states.values(), report.stdout
    assert {"database", "redis", "pipeline", "beat", "journal"} <= states.keys()


def test_keys_are_made_listed_and_revoked_beside_it(up: Up) -> None:
    made = json.loads(up.also("key", "create", "probe", "--scopes", "read", "--json").stdout)
    assert up.also("key", "revoke", made["id"]).returncode == 0
    listed = json.loads(up.also("key", "list", "--json").stdout)
    assert [row["revoked_at"] is not None for row in listed if row["id"] == made["id"]] == [True]


def test_kill_minus_nine_leaves_no_child_and_the_next_start_recovers(up: Up, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()  # the kernels that the other one compiled are good enough here
    (tmp_path / "data" / "numba").symlink_to(Path(up.env["TIDEWATCH_DATA"]) / "numba", target_is_directory=True)
    first = start(tmp_path / "data", free_port())
    first.until("Ctrl-C stops it")
    first.process.kill()
    first.process.wait()
    assert gone(tmp_path / "data"), alive(tmp_path / "data")
    second = start(tmp_path / "data", free_port())
    second.until("Ctrl-C stops it")
    second.process.send_signal(signal.SIGINT)
    assert second.process.wait(PATIENCE) == 0
    assert alive(tmp_path / "data") == []
