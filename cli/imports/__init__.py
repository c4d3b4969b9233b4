"""`tidewatch import <domain> FILE…`: files that a domain knows, as its events. A module a domain, found by looking.

A module has `HELP`, one sentence about the files it reads; `OPTIONS`, what `--set name=value` may name, with a sentence
each; and `read(path, wish)`, which yields events as POST /api/v1/events takes them, and a `Problem` for each thing in
the file that is none. An event's `event_id` must come from what the file says, so that the same file twice is the same
events. It raises `CannotRead` where nothing can be made of a file. A module whose files are more than events has
`run(files, wish, order)` in place of `read`, which does it all and returns the exit code.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

NOT_DOMAINS = {"model", "command"}


def names() -> list[str]:
    """The domains that have files to import."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(name for name in found if name not in NOT_DOMAINS and "_" not in name)


def importer(domain: str) -> ModuleType | None:
    """The module of a domain."""
    return import_module(f"{__name__}.{domain}") if domain in names() else None
