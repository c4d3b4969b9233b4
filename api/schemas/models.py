"""HTTP shapes of scheduled models: how far each is."""

from __future__ import annotations

from pydantic import BaseModel, Field

_TIME = "RFC 3339, UTC"


class ItemsOut(BaseModel):
    """Series, metrics or groups of yours that a model looks at."""

    total: int = Field(examples=[1000])
    done: int = Field(description="In this run", examples=[400])
    failed: int = Field(description="It could not be run on these; the others are not touched by that", examples=[2])


class ModelOut(BaseModel):
    """A scheduled model, and how far its newest run is."""

    model: str = Field(examples=["insights"])
    description: str
    interval_seconds: float = Field(examples=[900.0])
    window: str = Field(description=f"The run is that of this window: {_TIME}")
    started_at: str = Field(description=_TIME)
    finished_at: str | None = Field(description=f"Null while it runs: {_TIME}")
    last_finished_at: str | None = Field(description=f"End of the newest run that came to its end: {_TIME}")
    duration_seconds: float | None = Field(description="How long that run took", examples=[48.5])
    busy_seconds: float = Field(description="Work of this run so far, on all workers", examples=[91.2])
    items: ItemsOut
    oldest_result_at: str | None = Field(description=f"When the item was looked at that waits longest: {_TIME}")
    error: str | None = Field(description="Of one item that failed")
    next_due: str = Field(description=f"When the next window begins: {_TIME}")


class ModelPage(BaseModel):
    """All scheduled models that have run."""

    items: list[ModelOut]
    next: None = None
    generated_at: str
