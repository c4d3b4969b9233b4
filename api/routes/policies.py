"""Policies: what people say of series beforehand. The pipeline takes a change up within seconds."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.deps import CanOperate, CanRead, PoliciesDep
from api.schemas.common import Items
from api.schemas.policies import PolicyIn, PolicyOut
from api.small import SmallRoute
from db.policies import LEVELS
from db.roles import Row

router = APIRouter(prefix="/api/v1/policies", tags=["detection"], route_class=SmallRoute)

Name = Annotated[str, Path(max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


@router.get("", summary="Policies")
async def list_policies(who: CanRead, policies: PoliciesDep) -> Items[PolicyOut]:
    """Those in force, by name."""
    return Items(items=[_shown(row) for row in await policies.find(who.tenant)])


@router.get("/{name}", summary="A policy")
async def get_policy(name: Name, who: CanRead, policies: PoliciesDep) -> PolicyOut:
    """As it is in force."""
    return _shown(await policies.get(who.tenant, name))


@router.put("/{name}", summary="Make or replace a policy")
async def put_policy(name: Name, body: PolicyIn, who: CanOperate, policies: PoliciesDep) -> PolicyOut:
    """Holds for what comes from now on; what was said stays said, and learning goes on in any case."""
    return _shown(await policies.put(who.tenant, name, fields_of(body), who.name))


@router.delete("/{name}", status_code=204, summary="Remove a policy")
async def delete_policy(name: Name, who: CanOperate, policies: PoliciesDep) -> None:
    """Its series are judged without it from now on."""
    await policies.remove(who.tenant, name)


def fields_of(body: PolicyIn) -> dict[str, Any]:
    """A body as columns."""
    fields = body.model_dump(exclude={"data_range", "levels"})
    fields["low"], fields["high"] = body.data_range or (None, None)
    return fields | (body.levels.model_dump() if body.levels else {})


def _shown(row: Row) -> PolicyOut:
    said = dict(row)
    ends = (said.pop("low"), said.pop("high"))
    hold = said.pop("hysteresis", None)
    levels = {name: said.pop(name, None) for name in LEVELS if name != "hysteresis"}
    return PolicyOut(
        **said,
        data_range=None if ends == (None, None) else ends,
        levels=None if all(level is None for level in levels.values()) else levels | {"hysteresis": hold or 0},
    )
