"""Starts a storage engine for one run of the suite, as a child that dies with it, and leaves nothing behind."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from cli.embedded import POSTGRES, Postgres
from cli.folders import ServiceError, free_port
from cli.programs import Program, finish, spawn
from tests.provision import CHROOT, CONTROL, ENGINES, IMAGES, LOCAL

# A crash of the whole machine loses test data, and that is fine; a crash of the server loses nothing.
FAST = {"fsync": "off", "full_page_writes": "off", "shared_buffers": "256MB", "max_connections": "200"}
TIMESCALE = {
    "shared_preload_libraries": "timescaledb",
    "timescaledb.license": "apache",
    "timescaledb.telemetry_level": "off",
}


@contextmanager
def start(source: str, engine: str) -> Iterator[str]:
    """Run a server; yields an address that may make databases."""
    folder = ENGINES / f"run-{os.getpid()}-{engine}"
    folder.mkdir(parents=True)
    try:
        match source:
            case "embedded":
                server = Postgres(folder, free_port(), FAST, POSTGRES)
                yield from _postgres(server, folder)
            case "local":
                server = Postgres(folder, free_port(), {**FAST, **TIMESCALE}, LOCAL)
                yield from _postgres(server, folder)
            case "chroot":
                yield from _chroot(folder)
            case _:
                yield from _docker(folder, engine)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def version(source: str) -> str:
    """What it is, without starting it."""
    if source == "docker":
        return "from Docker"
    if source == "embedded":
        said = subprocess.run([POSTGRES / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
        return f"PostgreSQL {said.split()[-1]}, embedded"
    control = CONTROL if source == "local" else CHROOT / CONTROL.relative_to("/")
    number = control.read_text().split("default_version = '")[1].split("'")[0]
    return f"PostgreSQL 17, TimescaleDB {number}, {source}"


def _postgres(server: Postgres, folder: Path) -> Iterator[str]:
    child = spawn(server.prepare(), folder / "postgres.log")
    try:
        server.wait(child, folder)
        yield server.url_of("postgres")
    finally:
        _end(child)
        shutil.rmtree(server.sockets, ignore_errors=True)


def _chroot(folder: Path) -> Iterator[str]:
    inside, port, password = f"/srv/{folder.name}", free_port(), secrets.token_hex(16)
    home = CHROOT / inside.removeprefix("/")
    home.mkdir(parents=True)
    (home / "password").write_text(password)
    (home / "sockets").mkdir()
    become = ["chroot", str(CHROOT)]
    subprocess.run([*become, "chown", "-R", "postgres:postgres", inside], check=True)
    become += ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--pdeathsig", "INT", "--"]
    initdb = [*become, str(LOCAL / "initdb"), "-D", f"{inside}/data", "-U", "postgres", "-E", "UTF8", "--no-sync"]
    subprocess.run([*initdb, "--auth=scram-sha-256", f"--pwfile={inside}/password"], check=True, capture_output=True)
    settings = {**FAST, **TIMESCALE, "port": str(port), "listen_addresses": "127.0.0.1"}
    # The folder has no /dev/shm of its own.
    settings |= {"unix_socket_directories": f"{inside}/sockets", "dynamic_shared_memory_type": "mmap"}
    argv = [*become, str(LOCAL / "postgres"), "-D", f"{inside}/data"]
    argv += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    log = folder / "log"
    with log.open("ab") as out:
        # Not `spawn`: the leash must be put on inside, after the change of root and account.
        child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, process_group=0)
    try:
        yield _answering(f"postgresql://postgres:{password}@127.0.0.1:{port}/postgres", child, log)
    finally:
        _end(child)
        shutil.rmtree(home, ignore_errors=True)


def _docker(folder: Path, engine: str) -> Iterator[str]:
    port, password = free_port(), secrets.token_hex(16)
    argv = ["docker", "run", "--rm", "-p", f"127.0.0.1:{port}:5432", "-e", f"POSTGRES_PASSWORD={password}"]
    argv += ["-e", "TIMESCALEDB_TELEMETRY=off", IMAGES[engine], "-c", "max_connections=200", "-c", "fsync=off"]
    child = spawn(Program("docker", argv, stop=signal.SIGTERM, orphan=signal.SIGTERM), folder / "log")
    try:
        url = f"postgresql://postgres:{password}@127.0.0.1:{port}/postgres"
        yield _answering(url, child, folder / "log", patience=300)
    finally:
        _end(child)


def _answering(url: str, child: subprocess.Popen[bytes], log: Path, patience: float = 120) -> str:
    deadline = time.monotonic() + patience
    while True:
        try:
            psycopg.connect(url, connect_timeout=20).close()
            return url
        except psycopg.OperationalError:
            if child.poll() is not None or time.monotonic() > deadline:
                raise ServiceError(f"the engine did not start: {log.read_text()[-800:]}") from None
            time.sleep(0.1)


def _end(child: subprocess.Popen[bytes]) -> None:
    child.send_signal(signal.SIGINT)
    try:
        child.wait(20)
    except subprocess.TimeoutExpired:
        finish(child, signal.SIGKILL)
        child.wait()
