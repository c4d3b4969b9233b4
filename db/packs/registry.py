"""The packs there are: the folders beside this file, and those of the folders that TIDEWATCH_PACKS names."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import aiosql
from pydantic import ValidationError

from db.errors import Invalid
from db.packs.model import EventType, Metric, PackModel

HERE = Path(__file__).parent
SCHEMA = re.compile(r"schema(\.(\d+))?\.sql")
"""schema.sql first, then schema.2.sql, schema.3.sql …: what a later version adds."""


@dataclass(frozen=True, eq=False)
class Pack:
    """A domain: its grammar, and where its files are."""

    model: PackModel
    folder: Path

    @property
    def name(self) -> str:
        """Its name, which is also that of its folder."""
        return self.model.name

    @cached_property
    def event_types(self) -> frozenset[str]:
        """The events that it understands."""
        return frozenset(event.type for event in self.model.events)

    @cached_property
    def asyncpg(self) -> Any:
        """Its named queries for the API, of all its SQL files but the schemas; None without any."""
        return self._queries("asyncpg")

    @cached_property
    def psycopg(self) -> Any:
        """Its named queries for pipeline and tasks; None without any."""
        return self._queries("psycopg")

    @cached_property
    def absorbing(self) -> tuple[str, ...]:
        """Names of its queries that take new events in: all that begin with `absorb`, in order of their names."""
        return self.beginning("absorb")

    @cached_property
    def forgetting(self) -> tuple[str, ...]:
        """Names of its queries that undo what absorbing did, in order: they run before the facts go."""
        return self.beginning("forget")

    @cached_property
    def reaggregating(self) -> tuple[str, ...]:
        """Names of its queries that build derived rows anew, in order: they run after the facts have gone."""
        return self.beginning("reaggregate")

    @cached_property
    def kept_facts(self) -> bool:
        """Whether facts of its events outlive the person (`on_erasure = "anonymise"`): then its events do too."""
        return any(t.person and t.event and t.on_erasure == "anonymise" for t in self.model.tables)

    def alone(self, conn: Any, tenant: int) -> None:
        """Until the end of the transaction nobody else rewrites its rows of a tenant: its queries `alone…`."""
        for name in self.beginning("alone"):
            getattr(self.psycopg, name)(conn, tenant=tenant)

    def beginning(self, verb: str) -> tuple[str, ...]:
        """Names of its queries that begin with a verb, in order of their names."""
        named = [] if self.psycopg is None else self.psycopg.available_queries
        plain = {name.removesuffix("_cursor") for name in named}
        return tuple(sorted(name for name in plain if name.startswith(verb)))

    def schemas(self) -> list[Path]:
        """Its schema files, in the order in which they are applied."""
        found = [(int(m[2] or 1), path) for path in self.folder.iterdir() if (m := SCHEMA.fullmatch(path.name))]
        return [path for _, path in sorted(found)]

    def _queries(self, adapter: str) -> Any:
        files = sorted(path for path in self.folder.glob("*.sql") if not SCHEMA.fullmatch(path.name))
        text = "\n\n".join(path.read_text() for path in files)
        return aiosql.from_str(text, adapter, mandatory_parameters=False) if files else None


@cache
def packs() -> dict[str, Pack]:
    """All packs by name. Raises `Invalid` with the file and the mistake."""
    found: dict[str, Pack] = {}
    owners: dict[tuple[str, str], str] = {}
    for folder in pack_folders():
        pack = Pack(read(folder / "pack.toml"), folder)
        if pack.name != folder.name or pack.name in found:
            raise Invalid(f"{folder}: the pack calls itself {pack.name!r}; its folder must have that name, only once.")
        names = [("event", name) for name in sorted(pack.event_types)]
        for what, name in [*names, *(("metric", metric.name) for metric in pack.model.metrics)]:
            if (owner := owners.setdefault((what, name), pack.name)) != pack.name:
                raise Invalid(
                    f"{folder}: the {what} {name!r} belongs to the pack {owner!r} already. Name it otherwise."
                )
        found[pack.name] = pack
    return found


def read(file: Path) -> PackModel:
    """A pack.toml. Raises `Invalid`."""
    try:
        return PackModel.model_validate(tomllib.loads(file.read_text()))
    except (ValidationError, tomllib.TOMLDecodeError) as problem:
        raise Invalid(f"{file}: {problem}") from problem


def event_type(name: str) -> EventType | None:
    """What is known of an event type; None: nothing, any properties will do."""
    return _types().get(name)


def metric_of(name: str) -> Metric | None:
    """What a pack says of a metric that events become; None: nothing."""
    return _metrics().get(name)


@cache
def _metrics() -> dict[str, Metric]:
    return {metric.name: metric for pack in packs().values() for metric in pack.model.metrics}


@cache
def _types() -> dict[str, EventType]:
    return {event.type: event for pack in packs().values() for event in pack.model.events}


def pack_folders() -> Iterator[Path]:
    """Folders with a pack.toml, in order."""
    more = [Path(part) for part in os.environ.get("TIDEWATCH_PACKS", "").split(os.pathsep) if part]
    for place in (HERE, *more):
        if not place.is_dir():
            raise Invalid(f"TIDEWATCH_PACKS: there is no folder {place}.")
        yield from sorted(folder for folder in place.iterdir() if (folder / "pack.toml").is_file())


FORGETTERS: list[Callable[[], None]] = []
"""What else has to be forgotten: those who keep what they read of packs add themselves."""


def forget() -> None:
    """Read the packs anew at the next question: for tests that bring packs of their own."""
    packs.cache_clear()
    _types.cache_clear()
    _metrics.cache_clear()
    for other in FORGETTERS:
        other()
