"""A program that runs as our child: how it is started, and how it ends when we end, even by `kill -9`."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from pwd import getpwuid

DAC_READ_SEARCH = 2
"""Number of the capability to walk through folders of others; see capabilities(7)."""


@dataclass(frozen=True)
class Program:
    """What to start. `tier` says when it is stopped: the highest first. `uid`: the account it must run as."""

    name: str
    argv: list[str]
    env: dict[str, str] = field(default_factory=dict)
    tier: int = 1
    stop: signal.Signals = signal.SIGTERM
    orphan: signal.Signals = signal.SIGKILL  # sent by the kernel when we die
    grace: float = 3.0  # seconds from `stop` to SIGKILL
    uid: int | None = None


def tidewatch(name: str, tier: int, env: dict[str, str]) -> Program:
    """One of our own processes: `tidewatch <name>`."""
    # The API gives open requests a moment, and on a busy machine a worker takes one.
    return Program(name, [sys.executable, "-m", "cli.main", name], env, tier, grace=6.0)


def spawn(program: Program, log: Path) -> subprocess.Popen[bytes]:
    """Start it in a process group of its own, output to `log`. Call from the main thread: its end counts as ours."""
    with log.open("ab") as out:
        return subprocess.Popen(
            leashed(program.argv, program.orphan, program.uid),
            env={**os.environ, **program.env},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            process_group=0,
            cwd="/" if program.uid is not None else None,  # ours may be closed to that account
        )


def leashed(argv: list[str], orphan: signal.Signals, uid: int | None = None) -> list[str]:
    """The command that runs `argv` until its parent dies, as `uid` if given. Where setpriv is missing: as it is."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return argv
    leash = [setpriv, "--pdeathsig", orphan.name.removeprefix("SIG")]
    if uid is not None:
        leash += ["--reuid", str(uid), "--regid", str(getpwuid(uid).pw_gid), "--clear-groups"]
        if may_walk_through():
            # A clone in a private home stays private: the other account may pass, its folders keep their modes.
            # no_setuid_fixup: access(2), by which PostgreSQL looks at its files, then counts the capability too.
            # What remains after the exec is this one capability.
            leash += ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup"]
    return [*leash, "--", *argv]


def may_walk_through() -> bool:
    """Whether we can give the capability DAC_READ_SEARCH on: containers often lack it."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapBnd:"):
            return bool(int(line.split()[1], 16) >> DAC_READ_SEARCH & 1)
    return False


def finish(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Send a signal to a child and the group it leads; nothing happens where they are gone."""
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return
