"""What a domain is: a folder with a `pack.toml` of this grammar, and beside it schema.sql, queries.sql, sample.json.

A pack says which events it understands, which metrics they become, and which tables of its own it keeps. Everything
that is not in this grammar is a mistake and said to be one. The core knows no domain: it reads packs.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Dotted = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=100)]
Path = Annotated[str, Field(pattern=r"^(event_type|user_id|session_id|content_id|properties(\.[A-Za-z0-9_]+)+)$")]
Type = Literal["string", "integer", "number", "decimal", "boolean", "time", "zone", "object", "list"]
Agg = Literal["avg", "sum", "min", "max", "count", "first", "last", "rate", "p50", "p95", "p99"]


class Strict(BaseModel):
    """Fields that are not in the grammar are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Property(Strict):
    """A property of an event. `decimal`: a number, or a string that spells one, kept to the last digit.

    `time`: RFC 3339 with a zone. `zone`: an IANA name. `choices`: the only values there are. `length`: the longest
    string. `personal`: it may say something of a person, and is emptied when that person is made anonymous.
    """

    type: Type
    title: str
    required: bool = False
    unit: str | None = None
    min: float | None = None
    max: float | None = None
    choices: tuple[str, ...] | None = None
    length: int = Field(200, ge=1, le=10_000)
    personal: bool = False


class EventType(Strict):
    """An event that the pack understands. `needs`: of user_id, session_id, content_id, those that must be there.

    `same`: events that have all of these, and the same, are one event, whatever event_id they bring: it gets one that
    these imply, so that a producer may send again what it keeps under names of its own.
    """

    type: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.]*$", max_length=100)]
    title: str
    needs: tuple[Literal["user_id", "session_id", "content_id"], ...] = ()
    same: tuple[Path, ...] = ()
    properties: dict[str, Property] = {}


class Label(Strict):
    """Where the value of a label is found. `default` stands for a missing one; without it the label is left out."""

    path: Path
    default: str | None = None


class Metric(Strict):
    """A metric that events become: a point an event, at its time.

    `value` is a path to a number; absent: 1. `good`: which direction is the good one. `agg`: how it is usually folded.
    Labels should have few values: each combination is a series.

    `settled`: a query of the pack that knows the value where the event does not state it, once the pack took it in. It
    gets what `absorb…` gets, and returns (tenant, event_id, value), value null: none. It has to say what the stored
    point is; a pack that changes a value later lets the point follow (`db.exchange`).
    """

    name: Dotted
    title: str
    events: tuple[str, ...] = Field(min_length=1)
    value: Path | None = None
    unit: str | None = None
    agg: Agg = "sum"
    good: Literal["up", "down"] | None = None
    settled: Name | None = None
    labels: dict[Name, Path | Label] = {}


class Table(Strict):
    """A table that the pack keeps: what retention, export and erasure have to know of it.

    `time`: the column by which rows expire (absent: they do not). `person`: the column that names a person, in the
    same words as `user_id` of events. `on_erasure`: rows of that person are deleted, or the columns in `anonymise` are
    emptied and the person replaced. `event`: the column with the event_id that a row came from, if it came from one.
    `session`: the column with the session_id, which gets a pseudonym of its own. `profile`: rows say who a person is,
    and go also when the person is only made anonymous.

    What a pack offers beside this, so that events can be taken back (docs/privacy.md): queries whose names begin with
    `forget` undo what `absorb…` did, before the facts go; those that begin with `reaggregate` build derived rows anew
    from the facts that are left. Both get what `absorb…` gets, and :windows.
    """

    name: Name
    time: Name | None = None
    person: Name | None = None
    on_erasure: Literal["delete", "anonymise"] = "delete"
    anonymise: tuple[Name, ...] = ()
    event: Name | None = None
    session: Name | None = None
    profile: bool = False


class FlagModel(Strict):
    """A feature flag. `core`: it cannot be switched off. It is on only where all that it `depends_on` are.

    `percent`: of callers. `settings`: numbers and words that go with the feature; people may change them at run time.
    """

    name: Name
    title: str
    description: str
    enabled: bool = True
    percent: int = Field(100, ge=0, le=100)
    core: bool = False
    depends_on: tuple[Name, ...] = ()
    settings: dict[Name, str | int | float | bool] = {}


class SettingAlias(Strict):
    """Environment variables of others that stand for one of ours; without `setting` they stand for nothing, and `note`
    says what to do instead."""

    names: tuple[Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")], ...] = Field(min_length=1)
    setting: Annotated[str, Field(pattern=r"^TIDEWATCH_[A-Z0-9_]+$")] | None = None
    note: str = ""


RedisKeys = Annotated[str, Field(pattern=r"^[a-z_:]*\{person\}[a-z_:*]*$")]
"""Hashes in Redis that are kept of a person; fields of a tenant begin with its number and a colon."""


class Param(Strict):
    """A parameter of an answer. `time_range` and `timezone` are given to every answer that asks for `edges`."""

    type: Literal["string", "integer", "number"]
    title: str
    default: str | int | float | None = None
    required: bool = False


class Column(Strict):
    """A column of an answer. `decimal` is kept to the last digit, and a string in JSON.

    `key`: rows of one bucket are told apart by it, so that gaps are filled for each of its values.
    """

    type: Literal["string", "integer", "number", "decimal", "boolean", "time"]
    title: str
    unit: str | None = None
    key: bool = False


GIVEN = ("tenant", "start", "stop", "edges", "levels", "los", "his", "timezone")
"""What every query of an answer gets."""
ASKED = ("from", "to", "time_range", "bucket", "week_start", "fill")
"""What every answer can be asked, besides the timezone."""
MADE = ("t", "partial")
"""Columns that come of `bucket`."""


class Answer(Strict):
    """A question that a query of the pack answers, at /api/v1/packs/<pack>/answers/<name>.

    `query` gets :tenant, :start, :stop, :edges (timestamptz[]), :timezone, :levels, :los, :his (`db.packs.window`) and
    the parameters, null where they are not given. It returns the `columns`; of an answer over time also `bucket`, from
    0, which becomes `t`, where the bucket begins, and `partial`. `bucket`: how long one is if nobody asks for another;
    absent: the answer is not over time, and there is one bucket.
    """

    name: Name
    title: str
    query: Name
    params: dict[Name, Param] = {}
    columns: dict[Name, Column] = Field(min_length=1)
    bucket: Literal["15m", "1h", "day", "week", "month"] | None = None

    @model_validator(mode="after")
    def _free(self) -> Answer:
        for names, taken, what in (
            (self.params, (*GIVEN, *ASKED), "parameter"),
            (self.columns, (*MADE, "bucket"), "column"),
        ):
            if clash := sorted(set(names) & set(taken)):
                raise ValueError(f"answer {self.name}: {', '.join(clash)} is no name for a {what}: it is given to each")
        return self


class PackModel(Strict):
    """A whole pack.toml."""

    name: Name
    title: str
    description: str
    events: tuple[EventType, ...] = ()
    metrics: tuple[Metric, ...] = ()
    tables: tuple[Table, ...] = ()
    answers: tuple[Answer, ...] = ()
    flags: tuple[FlagModel, ...] = ()
    settings: tuple[SettingAlias, ...] = ()
    terms: dict[str, str] = {}
    redis_of_people: tuple[RedisKeys, ...] = ()

    @model_validator(mode="after")
    def _agrees(self) -> PackModel:
        types = [event.type for event in self.events]
        names = [metric.name for metric in self.metrics]
        flags = [flag.name for flag in self.flags]
        for listed, what in (
            (types, "event"),
            (names, "metric"),
            ([a.name for a in self.answers], "answer"),
            (flags, "flag"),
        ):
            if doubles := {one for one in listed if listed.count(one) > 1}:
                raise ValueError(f"{what} said twice: {', '.join(sorted(doubles))}")
        for metric in self.metrics:
            if unknown := set(metric.events) - set(types):
                raise ValueError(f"metric {metric.name}: no such event: {', '.join(sorted(unknown))}")
        return self
