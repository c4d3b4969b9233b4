"""An MQTT broker of a test's own."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from tests.provision import broker
from tests.serving import free_port

PATIENCE = 20


@contextmanager
def mosquitto(folder: Path, port: int | None = None, **users: str) -> Iterator[int]:
    """A broker that keeps sessions in a folder, through restarts. Yields its port. Skips loudly without Mosquitto."""
    program = broker()
    if program is None:
        pytest.skip("mosquitto is not installed: apt-get install mosquitto")
    port = port or free_port()
    config = [f"listener {port} 127.0.0.1", "persistence true", f"persistence_location {folder}/", "user root"]
    if users:
        file = folder / "users"
        for name, word in users.items():
            flag = [] if file.exists() else ["-c"]
            subprocess.run(["mosquitto_passwd", "-b", *flag, str(file), name, word], check=True, capture_output=True)
        config += ["allow_anonymous false", f"password_file {file}"]
    else:
        config += ["allow_anonymous true"]
    (folder / "conf").write_text("\n".join(config) + "\n")
    with (folder / "log").open("ab") as out:
        child = subprocess.Popen([program, "-c", str(folder / "conf")], stdout=out, stderr=out)
    try:
        if not users:
            publisher(port).disconnect()
        yield port
    finally:
        child.terminate()
        child.wait(10)


def publisher(port: int) -> Client:
    """A connected client, as a device has one."""
    client = Client(CallbackAPIVersion.VERSION2)
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            client.connect("127.0.0.1", port)
        except OSError:
            assert time.monotonic() < deadline, "the broker does not answer"
            time.sleep(0.05)
            continue
        client.loop_start()
        return client


def publish(client: Client, topic: str, payload: str, retain: bool = False) -> None:
    """With QoS 1, until the broker has it."""
    client.publish(topic, payload, qos=1, retain=retain).wait_for_publish(PATIENCE)
