"""The bridge between a real broker and a real server: nothing is lost whoever dies, and QoS 1 is kept to."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from cli.backfill.sender import Sender
from cli.mqtt.bridge import Bridge, CannotConnect
from cli.mqtt.payloads import Reader
from cli.mqtt.topics import Template
from db.journal_codec import unpack_points
from tests.brokers import mosquitto, publish, publisher
from tests.serving import KEY, free_port, serving

pytestmark = [
    pytest.mark.req("S3-94"),
    pytest.mark.one_engine("the bridge sends by HTTP, and what HTTP takes is tested on every engine"),
]
TEMPLATES = [Template("fleet/{device}/{metric*}")]
PATIENCE = 30


@contextmanager
def bridging(broker: int, api: str, **more: Any) -> Iterator[Bridge]:
    """A bridge that runs."""
    sender = Sender(api, KEY, sleep=lambda _: time.sleep(0.05))
    bridge = Bridge(f"mqtt://127.0.0.1:{broker}", TEMPLATES, Reader(), sender, **more)
    thread = threading.Thread(target=bridge.run)
    thread.start()
    try:
        assert bridge.listening.wait(PATIENCE)
        yield bridge
    finally:
        bridge.stop()
        thread.join(PATIENCE)
        sender.close()
        assert not thread.is_alive()


def until(true: Callable[[], bool]) -> None:
    """Wait for it."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "it did not come true"
        time.sleep(0.02)


def stored(database: str) -> set[tuple[str, str | None, float]]:
    """(metric, device, value) of all that is in the journal."""
    with psycopg.connect(database) as conn:
        names = {row[0]: row[1:] for row in conn.execute("select id, metric, labels->>'device' from series")}
        rows = conn.execute("select payload from journal where kind = 1").fetchall()
    parts = [unpack_points(row[0]) for row in rows]
    return {
        (*names[series], value)
        for part in parts
        for series, value in zip(part.ids.tolist(), part.v.tolist(), strict=True)
    }


@pytest.fixture
def empty(database: str) -> str:
    with psycopg.connect(database) as conn:
        conn.execute("delete from journal; delete from batches")
    return database


def test_what_devices_publish_becomes_points(empty: str, tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, serving(empty) as api, bridging(broker, api.http) as bridge:
        device = publisher(broker)
        publish(device, "fleet/a/battery/voltage", "12.7")
        publish(device, "fleet/b/gps", '{"lat": 52.5, "time": "2026-01-01T00:00:00Z"}')
        publish(device, "fleet/b/door", "open")
        publish(device, "elsewhere/b/door", "1")
        until(lambda: bridge.counts.messages == 3)
        device.disconnect()
    assert stored(empty) == {("battery.voltage", "a", 12.7), ("gps.lat", "b", 52.5)}
    assert (bridge.counts.points, bridge.counts.rejected) == (2, 1)


def test_nothing_is_acknowledged_before_tidewatch_has_it(empty: str, tmp_path: Path) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    with mosquitto(tmp_path) as broker:
        device = publisher(broker)
        with bridging(broker, nobody) as bridge:
            for n in range(5):
                publish(device, "fleet/a/n", str(n))
            until(bridge._came.empty)
            assert bridge.counts.messages == 0
        with serving(empty) as api, bridging(broker, api.http) as bridge:  # a successor gets them all again
            until(lambda: bridge.counts.messages == 5)
        with serving(empty) as api, bridging(broker, api.http) as bridge:  # and the next one none
            publish(device, "fleet/a/n", "5")
            until(lambda: bridge.counts.messages == 1)
        device.disconnect()
    assert stored(empty) == {("n", "a", float(n)) for n in range(6)}


def test_it_goes_on_through_restarts_of_the_broker_and_what_was_published_meanwhile_comes(
    empty: str, tmp_path: Path
) -> None:
    port = free_port()
    with serving(empty) as api:
        with mosquitto(tmp_path, port) as broker, bridging(broker, api.http) as bridge:
            device = publisher(broker)
            publish(device, "fleet/a/n", "1")
            until(lambda: bridge.counts.messages == 1)
            device.disconnect()
        with mosquitto(tmp_path, port) as broker:
            device = publisher(broker)
            publish(device, "fleet/a/n", "2")  # nobody listens: it waits in the session
            with bridging(broker, api.http) as bridge:
                until(lambda: bridge.counts.messages == 1)
                device.disconnect()
    assert stored(empty) == {("n", "a", 1.0), ("n", "a", 2.0)}


def test_retained_messages_are_old_and_left_out_unless_they_are_wanted(empty: str, tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, serving(empty) as api:
        device = publisher(broker)
        publish(device, "fleet/a/n", "7", retain=True)
        with bridging(broker, api.http, client_id="one") as bridge:
            until(lambda: bridge.counts.messages == 1)
            assert (bridge.counts.points, bridge.counts.retained) == (0, 1)
        with bridging(broker, api.http, client_id="two", retained=True) as bridge:
            until(lambda: bridge.counts.points == 1)
        device.disconnect()


def test_a_broker_that_refuses_us_is_said_to(empty: str, tmp_path: Path) -> None:
    with mosquitto(tmp_path, ada="secret") as broker, serving(empty) as api:
        sender = Sender(api.http, KEY)
        wrong = Bridge(f"mqtt://ada:wrong@127.0.0.1:{broker}", TEMPLATES, Reader(), sender)
        with pytest.raises(CannotConnect, match="does not let us in"):
            wrong.run()
        with bridging(broker, api.http, user="ada", password="secret") as bridge:
            assert bridge.listening.is_set()


def test_the_command_says_what_is_wrong() -> None:
    def run(*words: str) -> tuple[int, str]:
        argv = [sys.executable, "-m", "cli.main", "mqtt", *words]
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    assert run("--topic", "a/#/b")[0] == 2
    assert run("--topic", "a", "--broker", "ftp://x")[0] == 2
    code, said = run()
    assert (code, "--topic" in said) == (2, True)
