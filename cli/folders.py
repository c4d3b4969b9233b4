"""The data folder and what lies in it: private folders, remembered secrets, ports."""

from __future__ import annotations

import importlib.util
import json
import os
import socket
from pathlib import Path
from pwd import getpwuid


class ServiceError(RuntimeError):
    """A service did not start. The message says where to look."""


def package_folder(name: str) -> Path:
    """Where a package lies, without running its code."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ServiceError(f"The package {name} is missing. Install again: make run")
    return Path(found.origin).parent


def own_folder(path: Path, uid: int | None) -> Path:
    """A private folder of the account."""
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o700)
    if uid is not None and path.stat().st_uid != uid:
        os.chown(path, uid, getpwuid(uid).pw_gid)
    return path


def free_port() -> int:
    """A TCP port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def remembered(path: Path, make: dict[str, str]) -> dict[str, str]:
    """What the private JSON file at `path` holds; `make` when it is new."""
    if path.exists():
        return {**make, **json.loads(path.read_text())}
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        json.dump(make, out)
    fresh.rename(path)  # a start that is killed here leaves no half of a password
    return make


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether we could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True
