"""The load generator of all benches: a process of its own that posts prebuilt bodies over kept-alive connections.

One thread and one connection an agent; each sends its bodies one after another. It does as little as it can, and the
same for every target, so its cost is equal.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GOOD = (200, 202, 204)
WAIT = (429, 503)
LONGEST_WAIT = 1.0


@dataclass
class Shot:
    """What came of a load. Times are of the monotonic clock, the same in all processes of the machine."""

    began: float = 0.0
    ended: float = 0.0
    cpu: float = 0.0
    latencies: list[float] = field(default_factory=list)
    waited: int = 0
    failed: list[str] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """From the first byte sent to the last answer."""
        return self.ended - self.began


class Gun:
    """A generator that is loaded; `fire` starts it, `wait` returns what came of it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def fire(self) -> None:
        """Begin to send."""
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def wait(self) -> Shot:
        """Until everything is answered. Raises `RuntimeError` when something was refused."""
        assert self._process.stdout is not None
        shot = Shot(**json.loads(self._process.stdout.readline()))
        if shot.failed:
            raise RuntimeError(f"{len(shot.failed)} requests failed; the first: {shot.failed[0]}")
        return shot


@contextmanager
def loaded(
    port: int, path: str, bodies: list[list[bytes]], headers: dict[str, str] | None = None, pace: float = 0
) -> Iterator[Gun]:
    """A generator with its bodies in memory and its connections open. `pace`: bodies a second of each agent; 0: all."""
    with tempfile.TemporaryDirectory(prefix="tidewatch-load-") as folder:
        file, places, at = Path(folder) / "bodies", [], 0
        with file.open("wb") as out:
            for agent in bodies:
                places.append([(at := at + out.write(body)) for body in agent])
        spec = {"port": port, "path": path, "headers": headers or {}, "ends": places, "file": str(file), "pace": pace}
        (Path(folder) / "spec.json").write_text(json.dumps(spec))
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.shoot", f"{folder}/spec.json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        try:
            if process.stdout.readline() != "ready\n":
                raise RuntimeError("the load generator did not start")
            yield Gun(process)
        finally:
            process.kill()
            process.communicate()


def main() -> None:
    """Load, say so, wait for the word, send, tell."""
    spec = json.loads(Path(sys.argv[1]).read_text())
    shot = Shot()
    whole, start, agents = memoryview(Path(spec["file"]).read_bytes()), 0, []
    for ends in spec["ends"]:
        bodies = [whole[a:b] for a, b in zip([start, *ends], ends, strict=False)]
        start = ends[-1]
        agents.append(threading.Thread(target=_send, args=(_connection(spec["port"]), spec, bodies, shot)))
    print("ready", flush=True)
    sys.stdin.readline()
    before, shot.began = time.process_time(), time.monotonic()
    for agent in agents:
        agent.start()
    for agent in agents:
        agent.join()
    shot.ended, shot.cpu = time.monotonic(), time.process_time() - before
    print(json.dumps(vars(shot)), flush=True)


def _connection(port: int) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.connect()
    return connection


def _send(connection: http.client.HTTPConnection, spec: dict[str, Any], bodies: list[memoryview], shot: Shot) -> None:
    every = 1 / spec["pace"] if spec["pace"] else 0.0
    due = time.monotonic()
    for body in bodies:
        if every:
            time.sleep(max(0.0, due - time.monotonic()))
            due += every
        while True:
            sent = time.monotonic()
            connection.request("POST", spec["path"], body, spec["headers"])
            answer = connection.getresponse()
            said = answer.read()
            shot.latencies.append(time.monotonic() - sent)
            if answer.status in GOOD:
                break
            if answer.status not in WAIT:
                shot.failed.append(f"{answer.status}: {said[:300].decode(errors='replace')}")
                return
            shot.waited += 1
            time.sleep(min(LONGEST_WAIT, float(answer.getheader("Retry-After") or 0.1)))


if __name__ == "__main__":
    main()
