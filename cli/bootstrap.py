"""From a fresh clone to something that runs: `python3 cli/bootstrap.py run|test|packages`.

Only the standard library, started by the system's Python. Makes `.venv`, installs the locked packages (every one is
checked against its hash), installs this project beside them, and builds the page. Each step is skipped when what it
depends on did not change, so that calling this before every start costs nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "done.json"
LOG = VENV / "install.log"
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}
LOCKS["packages"] = LOCKS["run"]
ROOMS = ("api", "bench", "cli", "db", "ml", "workers")


class Stop(Exception):
    """A step failed. The message says what to do."""


def say(line: str) -> None:
    """Progress, for people."""
    print(f"tidewatch: {line}", file=sys.stderr, flush=True)


def digest(parts: Iterable[Path | str]) -> str:
    """A hash over names and contents of files, and over texts."""
    total = hashlib.sha256()
    for part in parts:
        total.update(f"{part}\0".encode())
        if isinstance(part, Path):
            total.update(part.read_bytes())
    return total.hexdigest()


def stamps() -> dict[str, str]:
    """What was done in this virtual environment, and on what it depended."""
    try:
        return dict(json.loads(STAMPS.read_text()))
    except (OSError, ValueError):
        return {}


def once(step: str, depends: str, work: Callable[[], None]) -> None:
    """Do a step unless it was done with the same dependencies."""
    if stamps().get(step) == depends:
        return
    began = time.monotonic()
    work()
    STAMPS.write_text(json.dumps({**stamps(), step: depends}))
    say(f"{step}: ready after {time.monotonic() - began:.0f} s")


def quiet(argv: list[str], problem: str, **more: str) -> None:
    """Run a command, its output to the log. Raises `Stop` with the output's end and what to do."""
    with LOG.open("a") as log:
        code = subprocess.run(
            argv, cwd=ROOT, stdout=log, stderr=log, env={**os.environ, **more}, check=False
        ).returncode
    if code:
        raise Stop(
            f"{problem}\n" + "\n".join(LOG.read_text(errors="replace").splitlines()[-15:]) + f"\n(all of it: {LOG})"
        )


def make_venv() -> None:
    """A virtual environment of the Python that runs this. Made anew when the clone was moved."""
    try:
        import ensurepip  # noqa: F401  only whether it is there: Debian has it in a package of its own
    except ImportError:
        install_ensurepip()
    say(f"making {VENV.name} with Python {sys.version.split()[0]}")
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Stop(f"python3 -m venv failed; on Debian: sudo apt install python3-venv\n{done.stdout}{done.stderr}")


def install_ensurepip() -> None:
    """Debian's python3-venv: installed where we may, asked for where we may not."""
    wanted = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Stop(f"Python's venv module is not complete. Install it, then start again: sudo apt install {wanted}")
    say(f"installing {wanted} (this Python comes without it)")
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for argv in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "--no-install-recommends", wanted]):
        done = subprocess.run(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=calm, check=False)
        if done.returncode:
            raise Stop(f"`{' '.join(argv)}` failed. Install {wanted}, then start again.\n{done.stdout[-1500:]}")


def install_packages(lock: Path) -> None:
    """The locked packages, each checked against its hash; nothing that is not in the lock."""
    total = sum(1 for line in lock.read_text().splitlines() if "==" in line and not line.startswith((" ", "#")))
    say(f"installing {total} packages (once; a minute or two)")
    argv = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-compile", "--no-input"]
    argv += ["--require-hashes", "--no-deps", "--progress-bar", "off", "-r", str(lock)]
    with LOG.open("w") as log, subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True) as pip:
        assert pip.stdout is not None
        seen = 0
        for line in pip.stdout:
            log.write(line)
            seen += line.startswith("Collecting ")
            show(seen, total, line)
    if pip.returncode:
        raise Stop(
            "pip could not install the locked packages. Is the network (or your package index) reachable?\n"
            + "\n".join(LOG.read_text(errors="replace").splitlines()[-10:])
        )


def show(seen: int, total: int, line: str) -> None:
    """A counting line on a terminal; a line now and then elsewhere."""
    text = "unpacking …" if line.startswith("Installing collected") else f"{seen} of {total} packages fetched"
    if sys.stderr.isatty():
        print(f"\r\x1b[Ktidewatch: {text}", end="" if seen < total else "\n", file=sys.stderr, flush=True)
    elif line.startswith("Installing collected") or (line.startswith("Collecting ") and seen % 25 == 0):
        say(text)


def install_project() -> None:
    """This project as it lies here (editable): no network, nothing copied."""
    argv = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    quiet([*argv, "--no-index", "-e", str(ROOT)], "The project itself could not be installed.")


def main(what: str) -> None:
    """All steps for `run` (what the product needs) or `test` (that, and what its tests need); or only `packages`."""
    if sys.version_info < (3, 11):  # noqa: UP036  the Python that runs this is not chosen by pyproject.toml
        raise Stop(
            f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}. Try: make {what} PYTHON=python3.11"
        )
    place = digest([str(ROOT), sys.version, sys.executable])
    # One that somebody else made well (it has pip, and none of our notes) is used as it is.
    whole = PYTHON.exists() and (VENV / "bin" / "pip").exists()
    if not whole or stamps().get("environment", place) != place:
        make_venv()
    once("environment", place, lambda: None)
    step = "packages of the tests" if what == "test" else "packages"
    once(step, digest([LOCKS[what]]), lambda: install_packages(LOCKS[what]))
    if what == "test":  # its lock holds the product's packages too, in the same versions
        STAMPS.write_text(json.dumps({**stamps(), "packages": digest([LOCKS["run"]])}))
    if what == "packages":
        return
    here = [room for room in ROOMS if (ROOT / room / "__init__.py").exists()]
    once("project", digest([ROOT / "pyproject.toml", *here]), install_project)
    if subprocess.run([PYTHON, "-m", "cli.page"], cwd=ROOT, check=False).returncode:
        raise Stop("the web page could not be built, see above")


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "run")
    except Stop as problem:
        say(str(problem))
        sys.exit(1)
    except PermissionError as problem:
        say(f"{problem.filename} belongs to another user. Start as that user, or in a clone of your own.")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
