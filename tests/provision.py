"""Gets the storage engines that the suite runs on: `python -m tests.provision` (slow once, then nothing to do).

`plain` comes with a Python package and is always there. `apache` (TimescaleDB, Apache edition) is taken from where it
can be had: installed on this machine; a small Debian 13 in a folder, made by root with debootstrap; or Docker.
TIDEWATCH_TEST_DSNS replaces all of this. What is missing is said loudly; with CI=true it is a failure.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from cli.place import data_folder

WANTED = ("plain", "apache")
ENGINES = data_folder() / "engines"
CHROOT = ENGINES / "trixie"
PACKAGE = "postgresql-17-timescaledb"
LOCAL = Path("/usr/lib/postgresql/17/bin")
CONTROL = Path("/usr/share/postgresql/17/extension/timescaledb.control")
IMAGES = {"apache": "timescale/timescaledb:latest-pg17-oss", "community": "timescale/timescaledb:latest-pg17"}


class CannotProvide(Exception):
    """Why an engine cannot be had here, and what would help."""


def say(line: str) -> None:
    """Progress, for people."""
    print(f"engines: {line}", file=sys.stderr, flush=True)


def source_of_apache() -> str | None:
    """Where this machine has it now: local, chroot or docker."""
    if CONTROL.exists() and (LOCAL / "postgres").exists():
        return "local"
    if os.geteuid() == 0 and (CHROOT / CONTROL.relative_to("/")).exists():
        return "chroot"
    return "docker" if docker_works() else None


@cache
def docker_works() -> bool:
    """Whether a Docker engine answers."""
    if shutil.which("docker") is None:
        return False
    return subprocess.run(["docker", "info"], capture_output=True, check=False, timeout=20).returncode == 0


def provide_apache() -> str:
    """Get it where it is not there yet. Returns its source. Raises `CannotProvide`."""
    if source := source_of_apache():
        return source
    if os.geteuid() != 0:
        raise CannotProvide(
            f"it needs {PACKAGE} (Debian 13), a running Docker, root rights once (`sudo make test`), "
            "or a server of yours in TIDEWATCH_TEST_DSNS=apache=postgresql://…"
        )
    if shutil.which("apt-get") is None:
        raise CannotProvide("this is no Debian; start a server and name it: TIDEWATCH_TEST_DSNS=apache=postgresql://…")
    make_chroot()
    return "chroot"


def make_chroot() -> None:
    """A minimal Debian 13 with PostgreSQL 17 and TimescaleDB in a folder. Nothing of this system is changed by it,
    but that debootstrap is installed where it is missing."""
    if shutil.which("debootstrap") is None:
        run(["apt-get", "update", "-q"], "apt-get update")
        run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "debootstrap"], "installing debootstrap")
    fresh = CHROOT.with_name("trixie.new")
    shutil.rmtree(fresh, ignore_errors=True)
    ENGINES.mkdir(parents=True, exist_ok=True)
    say("TimescaleDB for the tests: making a small Debian 13 in a folder (once, about two minutes)")
    argv = ["debootstrap", "--variant=minbase", f"--include={PACKAGE}", "trixie", str(fresh), *mirror()]
    run(argv, "debootstrap")
    fresh.chmod(0o755)
    fresh.rename(CHROOT)


def mirror() -> list[str]:
    """The mirror that this Debian uses; none when that cannot be told, then debootstrap takes its own."""
    lists = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    for file in lists:
        for line in file.read_text(errors="replace").splitlines() if file.is_file() else []:
            found = re.match(r"(?:deb (?:\[[^]]*\] )?|URIs:\s*)(https?://\S+/debian)/?(?:\s|$)", line.strip())
            if found:
                return [found[1]]
    return []


def run(argv: list[str], what: str) -> None:
    """A step that takes long: a line of progress every ten seconds. Raises `CannotProvide` with its last words."""
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    began, shown, last = time.monotonic(), 0.0, [""]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=calm) as child:
        assert child.stdout is not None
        for line in child.stdout:
            last = [*last[-8:], line.strip()]
            if time.monotonic() - began - shown > 10:
                shown = time.monotonic() - began
                say(f"{what}, {shown:.0f} s: {line.strip()[:90]}")
    if child.returncode:
        raise CannotProvide(f"{what} failed: " + " | ".join(last))


def provide_broker() -> None:
    """Mosquitto, for tests of `tidewatch mqtt`: installed by root where it is missing. Raises `CannotProvide`."""
    if broker() is not None:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise CannotProvide("mosquitto is missing: apt-get install mosquitto")
    run(["apt-get", "update", "-q"], "apt-get update")
    run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "mosquitto"], "installing mosquitto")


def broker() -> str | None:
    """Where mosquitto is."""
    return shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin:/usr/local/sbin")


def sweep() -> None:
    """Remove what killed runs left behind."""
    for folder in [*ENGINES.glob("run-*"), *(CHROOT / "srv").glob("run-*")]:
        if not Path(f"/proc/{folder.name.split('-')[1]}").exists():
            shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Provide all that is wanted. Returns 1 where CI misses one."""
    try:
        provide_broker()
    except (CannotProvide, OSError, subprocess.SubprocessError) as reason:
        say(f"*** tests of MQTT are SKIPPED: {reason} ***")
    if os.environ.get("TIDEWATCH_TEST_DSNS"):
        return 0
    sweep()
    missing = ENGINES / "missing.txt"
    missing.unlink(missing_ok=True)
    try:
        provide_apache()
    except (CannotProvide, OSError, subprocess.SubprocessError) as reason:
        ENGINES.mkdir(parents=True, exist_ok=True)
        missing.write_text(str(reason))
        say(f"*** apache is SKIPPED: {reason} ***")
        return 1 if os.environ.get("CI") == "true" else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
