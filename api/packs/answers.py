"""Answers that packs give by data alone: a query, its parameters checked, its rows put into the caller's buckets."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

import asyncpg

from api.errors import Unprocessable
from api.packs.span import Span
from db.errors import NotFound
from db.packs.model import Answer, Column, Param
from db.packs.registry import Pack, packs
from db.packs.window import moments, pieces_of
from db.queries import for_asyncpg
from db.records import from_us, to_us

Fill = Literal["none", "zero", "null"]
MOST_ROWS = 20_000
LARGEST_INT = 2**63 - 1


def pack_of(name: str) -> Pack:
    """A pack. Raises `NotFound`."""
    if name not in packs():
        raise NotFound(f"There is no pack {name!r}. GET /api/v1/packs lists them.")
    return packs()[name]


def answer_of(pack: Pack, name: str) -> Answer:
    """An answer of a pack. Raises `NotFound`."""
    found = next((answer for answer in pack.model.answers if answer.name == name), None)
    if found is None:
        raise NotFound(f"{pack.name} has no answer {name!r}. GET /api/v1/packs/{pack.name} lists those it has.")
    return found


def arguments_of(answer: Answer, asked: Iterable[tuple[str, str]], taken: set[str]) -> dict[str, Any]:
    """The values of an answer's own parameters; those in `taken` are somebody else's. Raises `Unprocessable`."""
    found: dict[str, Any] = {}
    for name, text in asked:
        if name in taken:
            continue
        if name not in answer.params:
            own = ", ".join(sorted({*answer.params, *taken}))
            raise Unprocessable(f"{answer.name} does not know the parameter {name!r}. It takes {own}.")
        if name in found:
            raise Unprocessable(f"{name} is given twice.")
        found[name] = _value(name, answer.params[name], text)
    for name, param in answer.params.items():
        if param.required and name not in found:
            raise Unprocessable(f"{answer.name} needs the parameter {name} ({param.title}).")
        found.setdefault(name, param.default)
    return found


def _value(name: str, param: Param, text: str) -> str | int | float:
    if param.type == "string":
        return text
    try:
        number = int(text) if param.type == "integer" else float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or (param.type == "integer" and abs(number) > LARGEST_INT):
        raise Unprocessable(f"{name} must be {'a whole number' if param.type == 'integer' else 'a number'}.")
    return number


async def began(conn: Any, tenant: int, pack: Pack) -> datetime | None:
    """Where `all` begins: what the pack's query `oldest` says, or its oldest event."""
    if pack.asyncpg is not None and "oldest" in pack.asyncpg.available_queries:
        said: datetime | None = await pack.asyncpg.oldest(conn, tenant=tenant)
        return said
    oldest: datetime | None = await for_asyncpg("packs").oldest(conn, tenant=tenant, types=sorted(pack.event_types))
    return oldest


async def rows_of(
    conn: Any, tenant: int, pack: Pack, answer: Answer, span: Span, arguments: Mapping[str, Any], fill: Fill
) -> list[dict[str, Any]]:
    """The rows, ready for JSON. Raises `Unprocessable` where they are too many, or a parameter is out of range."""
    window = span.window
    given = {
        "tenant": tenant, "start": from_us(window.start), "stop": from_us(window.stop), "timezone": span.timezone,
        "edges": moments(span.edges), **pieces_of(span.edges).arguments(), **arguments,
    }  # fmt: skip
    try:
        found = [dict(row) async for row in getattr(pack.asyncpg, answer.query)(conn, **given)]
    except asyncpg.DataError as problem:
        raise Unprocessable(f"A parameter is out of range: {str(problem).splitlines()[0]}.") from problem
    _enough(len(found))
    if answer.bucket is not None and fill != "none":
        found = _filled(answer, found, window.buckets, fill)
    shown = [{name: _shown(column, row[name], span) for name, column in answer.columns.items()} for row in found]
    if answer.bucket is None:
        return shown
    times, partial = span.times(), span.partial()
    buckets = [row["bucket"] for row in found]
    return [{"t": times[at], "partial": partial[at]} | row for at, row in zip(buckets, shown, strict=True)]


def _enough(rows: int) -> None:
    """Said before they are all made. Raises `Unprocessable`."""
    if rows > MOST_ROWS:
        raise Unprocessable(f"That would be more than {MOST_ROWS:,} rows. Ask for longer buckets, or for fewer days.")


def _filled(answer: Answer, rows: list[dict[str, Any]], buckets: int, fill: Fill) -> list[dict[str, Any]]:
    """A row for every bucket and every combination of keys that there is, in order of time. Raises `Unprocessable`."""
    keys = [name for name, column in answer.columns.items() if column.key]
    groups = dict.fromkeys(tuple(row[key] for key in keys) for row in rows) if keys else {(): None}
    _enough(buckets * len(groups))
    there = {(row["bucket"], *(row[key] for key in keys)): row for row in rows}
    countable = {"integer", "number", "decimal"} if fill == "zero" else set()
    empty = {name: 0 if column.type in countable else None for name, column in answer.columns.items()}
    return [
        there.get((bucket, *group)) or {**empty, **dict(zip(keys, group, strict=True)), "bucket": bucket}
        for bucket in range(buckets)
        for group in groups
    ]


def _shown(column: Column, value: Any, span: Span) -> Any:
    if value is None:
        return None
    match column.type:
        case "decimal":
            number = Decimal(value)
            return format(number, "f") if number.is_finite() else None
        case "number":
            return float(value) if math.isfinite(value) else None
        case "time":
            return span.moment(to_us(value))
        case "integer":
            return int(value)
        case _:
            return value
