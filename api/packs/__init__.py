"""Typed routes of the domains: a package a domain, with `router`, and `ALIASES` (other path -> its path here).

Found by looking, so that a domain is added by adding its folder.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def domains() -> list[ModuleType]:
    """The packages of all domains, by name."""
    found = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return [import_module(f"{__name__}.{name}") for name in found]


def aliases() -> dict[str, str]:
    """Literal paths by which others know some routes -> the routes' own paths. A path stands for what is below it too.

    Raises `ValueError` when two domains claim one.
    """
    found: dict[str, str] = {}
    for domain in domains():
        for path, own in getattr(domain, "ALIASES", {}).items():
            if path in found:
                raise ValueError(f"{path} is claimed by {domain.__name__}, and stands for {found[path]} already")
            found[path] = own
    return found
