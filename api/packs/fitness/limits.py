"""How many kinds of sport an athlete may have: each is some series, which the whole tenant has only so many of."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import Unprocessable
from db.store import Archive

KIND = "sport_type"
COUNTED = "fitness.activities"
"""The metric that every activity has a point of: its series are there as soon as an activity was accepted."""


class FitnessLimits(BaseSettings):
    """All start with TIDEWATCH_FITNESS_."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_FITNESS_", extra="ignore")

    most_sports: int = Field(100, ge=1, description="Kinds of sport of one athlete, sent activity by activity.")


@lru_cache
def limits() -> FitnessLimits:
    """Read once a process."""
    return FitnessLimits()


async def room_for(archive: Archive, tenant: int, person: str, sport: str) -> None:
    """Raises `Unprocessable` where a kind of sport would be one too many. What several requests bring at the same
    moment may go over by as many."""
    most = limits().most_sports
    if await archive.find_series(tenant, COUNTED, {"user_id": person, KIND: sport}, 0, 1):
        return
    if len(await archive.find_series(tenant, COUNTED, {"user_id": person}, 0, most)) >= most:
        raise Unprocessable(
            f"sport_type: this would be another kind of sport, and there are {most} already. Use one that is there."
        )
