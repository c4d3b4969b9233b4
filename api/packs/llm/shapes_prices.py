"""Shapes of the price book and of pricing anew. Prices are decimal strings: USD a million tokens."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, Field, PlainSerializer, StringConstraints

from api.packs.llm.shapes import Count, Exact
from api.schemas.common import NO_NUL, Strict
from db.packs.decimals import exact

Price = Annotated[
    Decimal,
    Field(ge=0, le=1_000_000, max_digits=30, decimal_places=12, description="USD a million tokens", examples=["3"]),
    PlainSerializer(exact, return_type=str),
]
Moment = Annotated[AwareDatetime, Field(ge=datetime(1973, 3, 4, tzinfo=UTC), le=datetime(2200, 1, 1, tzinfo=UTC))]
Pattern = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]


class PriceIn(Strict):
    """What models of a pattern cost from a day on, until a later row of the same pattern and `over`."""

    pattern: Pattern = Field(description="A model's name; `*` stands for anything", examples=["claude-sonnet-4-5*"])
    since: Moment = Field(examples=["2026-01-01T00:00:00Z"])
    over: int = Field(0, ge=0, le=10**12, description="For prompts of more tokens than this")
    input: Price
    output: Price
    cache_read: Price
    cache_write_5m: Price
    cache_write_1h: Price
    batch_discount: Annotated[
        Decimal, Field(ge=0, le=1, max_digits=10, decimal_places=9), PlainSerializer(exact, return_type=str)
    ] = Field(Decimal("0.5"), description="The share that a batch saves", examples=["0.5"])
    note: str | None = Field(None, max_length=500, pattern=NO_NUL)


class PriceOut(PriceIn):
    """A price. `own`: entered here; else from the list, as it was read on a day."""

    id: int
    own: bool
    changed_by: str | None
    changed_at: datetime | None
    read_on: date | None


class Unpriced(BaseModel):
    """A model whose messages have no cost."""

    model: str
    messages: Count
    input_tokens: Count
    output_tokens: Count


class RepriceIn(Strict):
    """Which messages to price anew: of [from, to), of a project, of a model; those without a stated cost alone, or all.

    A dry run changes nothing and says what would."""

    from_: Moment = Field(alias="from")
    to: Moment
    project_id: str | None = Field(None, max_length=200, pattern=NO_NUL)
    model: str | None = Field(None, max_length=200, pattern=NO_NUL)
    replace_stated: bool = Field(False, description="Also where the producer stated a cost")
    dry_run: bool = True


class Difference(BaseModel):
    """What changes for a model, project and day of UTC."""

    model: str
    project_id: str
    day: date
    messages: Count
    old_cost: Exact
    new_cost: Exact


class Repriced(BaseModel):
    """What changed, or would."""

    id: int | None = Field(description="Of the note that was made; null for a dry run")
    dry_run: bool
    at: datetime
    messages: Count = Field(description="Messages whose cost is another one")
    old_cost: Exact
    new_cost: Exact
    change: Exact
    differences: list[Difference] = Field(description="The largest 1,000, by day, model and project")
    differences_left_out: Count
    points_waiting: Count = Field(0, description="Points of the series llm.cost that follow within minutes")


class Repricing(BaseModel):
    """A note on a repricing that was done."""

    id: int
    at: datetime
    who: str
    asked: dict[str, Any]
    messages: Count
    old_cost: Exact
    new_cost: Exact
    differences: list[Difference]
