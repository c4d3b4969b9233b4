"""Scheduled tasks of the domains: a module (or package) a domain, with `BEAT`, its lines of the beat table.

Found by looking, so that a domain is added by adding its file.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Any


def modules() -> tuple[str, ...]:
    """Names of the modules of all domains, which register their tasks when they are imported."""
    return tuple(f"{__name__}.{module.name}" for module in pkgutil.iter_modules(__path__))


def beat() -> dict[str, dict[str, Any]]:
    """What they want to run when."""
    lines: dict[str, dict[str, Any]] = {}
    for name in modules():
        lines |= getattr(import_module(name), "BEAT", {})
    return lines
