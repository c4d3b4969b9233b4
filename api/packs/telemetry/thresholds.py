"""Levels of metrics that people set: each is a policy, judged in the pipeline as points come."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from api.deps import CanOperate, CanRead, PoliciesDep
from api.packs.telemetry.schemas_own import ThresholdIn, ThresholdOut
from api.schemas.common import Items
from api.small import SmallRoute
from db.policies import LEVELS
from db.roles import Row

router = APIRouter(prefix="/api/v1/telemetry/thresholds", route_class=SmallRoute)

PREFIX = "threshold."
Name = Annotated[str, Path(max_length=80, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", examples=["hot"])]


@router.get("", summary="Thresholds")
async def list_thresholds(who: CanRead, policies: PoliciesDep) -> Items[ThresholdOut]:
    """By name. Levels that other policies set are not listed here."""
    found = await policies.find(who.tenant)
    return Items(items=[_shown(row) for row in found if str(row["name"]).startswith(PREFIX)])


@router.get("/{name}", summary="A threshold")
async def get_threshold(name: Name, who: CanRead, policies: PoliciesDep) -> ThresholdOut:
    """As it is in force."""
    return _shown(await policies.get(who.tenant, PREFIX + name))


@router.put("/{name}", summary="Make or replace a threshold")
async def put_threshold(name: Name, body: ThresholdIn, who: CanOperate, policies: PoliciesDep) -> ThresholdOut:
    """Holds within a second, for what comes from then on. Of several that match a series the closest counts: more
    labels, then the metric's own name."""
    return _shown(await policies.put(who.tenant, PREFIX + name, body.model_dump(), who.name))


@router.delete("/{name}", status_code=204, summary="Remove a threshold")
async def delete_threshold(name: Name, who: CanOperate, policies: PoliciesDep) -> None:
    """Alerts that it opened are closed."""
    await policies.remove(who.tenant, PREFIX + name)


def _shown(row: Row) -> ThresholdOut:
    names = ("metric", "labels", "note", "changed_at", "changed_by", *LEVELS)
    said = {name: row[name] for name in names} | {"hysteresis": row["hysteresis"] or 0}
    return ThresholdOut(**said, name=str(row["name"]).removeprefix(PREFIX))
