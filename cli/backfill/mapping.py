"""Which column of a file means what. What the caller does not say is guessed from names, and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson

from api.ingest.names import wrong_labels, wrong_meaning, wrong_text
from cli.backfill.source import Source

TIME_NAMES = ("timestamp", "time", "ts", "t", "datetime", "date", "@timestamp", "_time")
VALUE_NAMES = ("value", "v", "_value")


class WrongUse(Exception):
    """The options do not fit the file, or each other."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the caller says; empty where it is to be guessed."""

    metric: str | None = None
    metric_column: str | None = None
    time: str | None = None
    values: Sequence[str] = ()
    labels: dict[str, str] = field(default_factory=dict)
    label_columns: Sequence[str] = ()
    kind: str | None = None
    unit: str | None = None
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Mapping:
    """`metrics[i]` is the metric of value column `values[i]`; with `metric_column` it is read from each row.

    Times without a zone are in IANA zone `zone`.
    """

    time: str
    values: list[str]
    metrics: list[str]
    metric_column: str | None
    labels: dict[str, str]
    label_columns: list[str]
    kind: str | None
    unit: str | None
    zone: str

    @property
    def columns(self) -> list[str]:
        """All columns that are read, each once."""
        wanted = [self.time, *self.values, *self.label_columns, *([self.metric_column] if self.metric_column else [])]
        return list(dict.fromkeys(wanted))

    def canonical(self) -> bytes:
        """The same for the same mapping."""
        return orjson.dumps(asdict(self), option=orjson.OPT_SORT_KEYS)


def decide(source: Source, wish: Wish) -> Mapping:
    """Complete what was said by what the file's columns are called. Raises `WrongUse`."""
    _check(wish)
    named = [*wish.values, *wish.label_columns, *(c for c in (wish.time, wish.metric_column) if c)]
    for column in named:
        if column not in source.columns:
            raise WrongUse(f"{source.path} has no column {column!r}. It has: {', '.join(source.columns)}.")
    time = wish.time or _by_name(source, TIME_NAMES, "time")
    taken = {time, wish.metric_column, *wish.label_columns}
    values = list(wish.values) or _values(source, taken)
    return Mapping(
        time,
        values,
        _metrics(wish, values),
        wish.metric_column,
        dict(sorted(wish.labels.items())),
        list(wish.label_columns),
        wish.kind,
        wish.unit,
        wish.zone,
    )


def _check(wish: Wish) -> None:
    wrong = wrong_labels(wish.labels) or wrong_meaning(wish.unit, wish.kind)
    wrong = wrong or (wish.metric and wrong_text("metric", wish.metric, 200)) or None
    if wrong:
        raise WrongUse(f"{wrong}.")
    if wish.metric and wish.metric_column:
        raise WrongUse("Give --metric or --metric-column, not both.")
    try:
        ZoneInfo(wish.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise WrongUse(f"{wish.zone!r} is no IANA zone, such as Europe/Berlin.") from error


def _by_name(source: Source, names: Sequence[str], what: str) -> str:
    lower = {column.strip().lower(): column for column in reversed(source.columns)}
    for name in names:
        if name in lower:
            return lower[name]
    raise WrongUse(f"Which column of {source.path} is the {what}? Say --{what}-column: {', '.join(source.columns)}.")


def _values(source: Source, taken: set[str | None]) -> list[str]:
    """One column named like a value; else (a wide file) every column of numbers."""
    free = {column: numeric for column, numeric in source.columns.items() if column not in taken}
    lower = {column.strip().lower(): column for column in free}
    if found := next((lower[name] for name in VALUE_NAMES if name in lower), None):
        return [found]
    numeric = [column for column, is_numeric in free.items() if is_numeric]
    if not numeric:
        raise WrongUse(f"No column of {source.path} holds numbers. Say --value-column: {', '.join(source.columns)}.")
    return numeric


def _metrics(wish: Wish, values: list[str]) -> list[str]:
    if len(values) == 1 and wish.metric:
        return [wish.metric]
    if len(values) == 1 and not wish.metric_column and values[0].strip().lower() in VALUE_NAMES:
        raise WrongUse("How is the metric called? Say --metric, or --metric-column.")
    return [f"{wish.metric}.{column}" if wish.metric else column for column in values]
