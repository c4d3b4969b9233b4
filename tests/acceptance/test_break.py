"""`tidewatch demo break` beside `tidewatch up`, as a user types it: the fault is in the data, and so is its verdict."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from cli.folders import free_port
from tests.acceptance.test_up import PATIENCE, TIDEWATCH, Up, gone

KEY = "key-of-the-acceptance-test"
WISHES = {"spike": ["--metric", "room.temperature"], "shift": ["--metric", "http.requests", "--for", "2m"]}


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Up]:
    """One that is ready, and replays our own samples."""
    data = tmp_path_factory.mktemp("break") / "data"
    data.mkdir()
    if pytestconfig.pluginmanager.has_plugin(
        "cacheprovider"
    ):  # what was compiled by the run before is good enough for this one
        (data / "numba").symlink_to(pytestconfig.cache.mkdir("numba"), target_is_directory=True)
    env = {name: value for name, value in os.environ.items() if not name.startswith("TIDEWATCH_")}
    env |= {"TIDEWATCH_DATA": str(data), "TIDEWATCH_PORT": str(free_port()), "TIDEWATCH_BOOTSTRAP_KEY": KEY}
    env |= {"TIDEWATCH_DEMO": "1", "TIDEWATCH_DEMO_DATA": str(data / "no recordings")}
    said = data.parent / "said"
    with said.open("w") as out:
        process = subprocess.Popen([*TIDEWATCH, "up"], env=env, stdout=out, stderr=out, text=True, process_group=0)
    running = Up(process, env, said)
    try:
        running.until("Ctrl-C stops it")
        yield running
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()
        assert gone(data)


@pytest.fixture(scope="module")
def told(up: Up) -> dict[str, dict[str, Any]]:
    """What came of a fault of each kind. Both are asked for at once, as each waits for its series' next point."""
    while up.also("demo", "break", "--list").returncode:
        assert up.process.poll() is None  # the demo is just starting
    argv = {kind: [*TIDEWATCH, "demo", "break", "--json", "--kind", kind, *wish] for kind, wish in WISHES.items()}
    running = {
        kind: subprocess.Popen(words, env=up.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for kind, words in argv.items()
    }
    said = {kind: one.communicate(timeout=PATIENCE) for kind, one in running.items()}
    assert {kind: one.returncode for kind, one in running.items()} == dict.fromkeys(WISHES, 0), said
    return {kind: json.loads(out) for kind, (out, _) in said.items()}


@pytest.mark.parametrize("kind", WISHES)
def test_a_fault_becomes_a_verdict_with_its_reason(told: dict[str, dict[str, Any]], kind: str) -> None:
    verdict, fault = told[kind]["verdict"], told[kind]["fault"]
    assert verdict["metric"] == fault["metric"]
    assert verdict["value"] > fault["level"] + fault["size"] * fault["spread"] / 2
    assert verdict["expected"] < verdict["value"]
    assert verdict["detector"]
    assert len(verdict["reason"].split()) > 5
    assert told[kind]["page"].endswith(f"&anomaly={verdict['id']}")


@pytest.mark.parametrize("kind", WISHES)
def test_the_stored_points_show_the_fault(up: Up, told: dict[str, dict[str, Any]], kind: str) -> None:
    fault = told[kind]["fault"]
    start = datetime.fromtimestamp(fault["start"] / 1e6, UTC)
    span = {"from": start.isoformat(), "to": (start + timedelta(hours=1)).isoformat()}
    asked = {"metric": fault["metric"], "bucket": "raw", **span}
    ask = urllib.request.Request(
        f"{up.url}/api/v1/trends?{urlencode(asked)}", headers={"Authorization": f"Bearer {KEY}"}
    )
    with urllib.request.urlopen(ask, timeout=60) as answer:
        [series] = json.load(answer)["series"]
    assert series["points"][0]["v"] > fault["level"] + fault["size"] * fault["spread"] / 2


def test_the_list_names_what_is_broken_and_it_is_not_broken_twice(up: Up, told: dict[str, dict[str, Any]]) -> None:
    rows = json.loads(up.also("demo", "break", "--list", "--json").stdout)
    broken = {row["metric"]: [one["kind"] for one in row["broken"]] for row in rows}
    assert broken["http.requests"] == ["shift"]
    again = up.also("demo", "break", "--metric", "http.requests")
    assert (again.returncode, "broken already" in again.stderr) == (1, True)
