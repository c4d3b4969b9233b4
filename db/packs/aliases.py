"""Settings under other names: a pack says which environment variables of others stand for which of ours.

`adopt` gives our variables the values that theirs have, before any settings are read. What is set under our own name
counts more.
"""

from __future__ import annotations

import tomllib
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from db.packs.model import SettingAlias
from db.packs.registry import pack_folders

Said = tuple[str, str]
"""(name of theirs, what to know of it)."""


def adopt(environment: MutableMapping[str, str]) -> list[Said]:
    """Set ours where only theirs is set, in place. Returns what people should know: names that stand for nothing here,
    and names that were overruled."""
    told: list[Said] = []
    for alias in _aliases():
        for name in alias.names:
            value = environment.get(name)
            if value is None:
                continue
            if alias.setting is None:
                told.append((name, alias.note))
            elif environment.setdefault(alias.setting, value) != value:
                told.append((name, f"{alias.setting} is set too, and counts more."))
    return told


def _aliases() -> list[SettingAlias]:
    return [SettingAlias.model_validate(raw) for folder in pack_folders() for raw in _raw(folder / "pack.toml")]


def _raw(file: Path) -> list[dict[str, Any]]:
    """Read as it is: this runs before every command, and nothing else of a pack is needed."""
    found: list[dict[str, Any]] = tomllib.loads(file.read_text()).get("settings", [])
    return found
