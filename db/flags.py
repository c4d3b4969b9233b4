"""Feature flags: which features are on, for whom. Packs declare them; the environment, and people at run time, say
otherwise. What is said at run time counts most, then the environment, then the declaration.

A flag is on for a caller when it is enabled, the caller is among its `percent` of callers, and all flags that it
depends on are on for that caller too. Who is among them is drawn from a hash of flag and caller: the same caller gets
the same answer in every process, and who is in at 10 % is in at 20 %.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from hashlib import blake2b
from typing import Any, Literal, Protocol

from db.errors import Conflict, Invalid, NotFound
from db.packs.registry import packs
from db.pool import Connection, Pool
from db.queries import for_asyncpg, for_psycopg

Source = Literal["declared", "environment", "runtime"]
PREFIX = "TIDEWATCH_FLAG_"
WORDS = {"0": 0, "false": 0, "off": 0, "no": 0, "1": 100, "true": 100, "on": 100, "yes": 100}


@dataclass(frozen=True)
class Flag:
    """A flag as it stands. `core`: it cannot be switched off. `source`: who had the last word."""

    name: str
    title: str
    description: str
    enabled: bool = True
    percent: int = 100
    core: bool = False
    depends_on: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)
    source: Source = "declared"
    changed_at: datetime | None = None
    changed_by: str | None = None


@dataclass(frozen=True)
class Said:
    """What a tenant says of a flag at run time. None: nothing. `settings` go over those declared, name by name."""

    name: str
    enabled: bool | None
    percent: int | None
    settings: dict[str, Any]
    changed_at: datetime
    changed_by: str


class FlagStore(Protocol):
    """Where what is said at run time is kept."""

    async def said(self, tenant: int) -> dict[str, Said]:
        """By name of the flag."""

    async def put(
        self, tenant: int, name: str, enabled: bool | None, percent: int | None, settings: dict[str, Any], who: str
    ) -> None:
        """Replace what is said of a flag."""

    async def remove(self, tenant: int, name: str) -> None:
        """Say nothing of it any more."""


class PostgresFlags:
    """`FlagStore` on a pool."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def said(self, tenant: int) -> dict[str, Said]:
        """See `FlagStore.said`."""
        return {row["name"]: Said(**dict(row)) async for row in for_asyncpg("flags").said(self._pool, tenant=tenant)}

    async def put(
        self, tenant: int, name: str, enabled: bool | None, percent: int | None, settings: dict[str, Any], who: str
    ) -> None:
        """See `FlagStore.put`."""
        put = for_asyncpg("flags").put
        await put(self._pool, tenant=tenant, name=name, enabled=enabled, percent=percent, settings=settings, who=who)

    async def remove(self, tenant: int, name: str) -> None:
        """See `FlagStore.remove`."""
        await for_asyncpg("flags").remove(self._pool, tenant=tenant, name=name)


def declared(environment: Mapping[str, str] = os.environ) -> dict[str, Flag]:
    """What packs and environment say. Raises `Invalid` on a name that nobody declares, a circle, or a strange value."""
    found: dict[str, Flag] = {}
    for pack in packs().values():
        for one in pack.model.flags:
            if one.name in found:
                raise Invalid(f"The flag {one.name} of the pack {pack.name} is declared already. Names are unique.")
            found[one.name] = Flag(**one.model_dump())
    for flag in found.values():
        if unknown := set(flag.depends_on) - set(found):
            raise Invalid(f"The flag {flag.name} depends on {', '.join(sorted(unknown))}, which no pack declares.")
    try:
        TopologicalSorter({flag.name: flag.depends_on for flag in found.values()}).prepare()
    except CycleError as circle:
        raise Invalid(f"Flags depend on each other in a circle: {' -> '.join(circle.args[1])}") from circle
    return found | dict(_said_by(environment, found))


def _said_by(environment: Mapping[str, str], found: dict[str, Flag]) -> Iterator[tuple[str, Flag]]:
    names = {name.upper(): name for name in found}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX):
            continue
        name = names.get(variable.removeprefix(PREFIX).upper())
        if name is None:
            raise Invalid(f"{variable}: there is no such flag. Flags: {', '.join(sorted(found)) or 'none'}.")
        percent = WORDS.get(text.strip().lower())
        if percent is None:
            number = text.strip().removesuffix("%")
            percent = int(number) if number.isascii() and number.isdigit() and int(number) <= 100 else None
        if percent is None:
            raise Invalid(f"{variable}={text}: say 0, 1, or a percentage such as 25%.")
        if found[name].core and percent < 100:
            raise Invalid(f"{variable}={text}: {name} belongs to the core and cannot be switched off. Remove it.")
        yield name, replace(found[name], enabled=percent > 0, percent=percent or 100, source="environment")


def merged(defaults: Mapping[str, Flag], said: Mapping[str, Said]) -> dict[str, Flag]:
    """Flags as they stand for a tenant. What is said of flags that are gone is left out."""
    return {name: flag if name not in said else _over(flag, said[name]) for name, flag in defaults.items()}


def _over(flag: Flag, said: Said) -> Flag:
    return replace(
        flag,
        enabled=flag.enabled if said.enabled is None else said.enabled,
        percent=flag.percent if said.percent is None else said.percent,
        settings=flag.settings | said.settings,
        source="runtime",
        changed_at=said.changed_at,
        changed_by=said.changed_by,
    )


def share(name: str, caller: str) -> float:
    """Where a caller lies among all of a flag, in [0, 100)."""
    seal = blake2b(f"{len(name)}:{name}{caller}".encode(), digest_size=8).digest()
    return int.from_bytes(seal) / 2**64 * 100


def is_on(flags: Mapping[str, Flag], name: str, caller: str | None) -> bool:
    """Whether a flag is on for a caller; None: for anybody at all, as work behind the scenes asks. Raises `NotFound`
    when nobody declares it."""
    flag = flags.get(name)
    if flag is None:
        raise NotFound(f"There is no flag {name!r}. GET /api/v1/flags lists them.")
    mine = flag.percent > 0 if caller is None else share(name, caller) < flag.percent
    return flag.enabled and mine and all(is_on(flags, other, caller) for other in flag.depends_on)


def held(flags: Mapping[str, Flag], name: str, enabled: bool | None, percent: int | None) -> None:
    """Raises `NotFound` on a flag nobody declares, `Conflict` where a core flag would be switched off."""
    if name not in flags:
        raise NotFound(f"There is no flag {name!r}. GET /api/v1/flags lists them.")
    if flags[name].core and (enabled is False or (percent is not None and percent < 100)):
        raise Conflict(f"{name} belongs to the core and cannot be switched off.")


def flags_for_work(conn: Connection, tenant: int) -> dict[str, Flag]:
    """A tenant's flags, for pipeline and tasks."""
    names = ("name", "enabled", "percent", "settings", "changed_at", "changed_by")
    rows = for_psycopg("flags").said(conn, tenant=tenant)
    return merged(declared(), {row[0]: Said(**dict(zip(names, row, strict=True))) for row in rows})
