"""Feature flags: which features are on, for whom."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path

from api.deps import NEVER_KEPT, CanAdmin, CanRead
from api.flags import Flags, FlagsDep, caller_of
from api.schemas.common import Items
from api.schemas.flags import FlagIn, FlagOut
from api.small import SmallRoute
from db.errors import NotFound
from db.flags import held, is_on

router = APIRouter(prefix="/api/v1/flags", tags=["system"], dependencies=NEVER_KEPT, route_class=SmallRoute)

Name = Annotated[str, Path(max_length=40, pattern=r"^[a-z][a-z0-9_]*$")]


@router.get("", summary="Feature flags")
async def list_flags(who: CanRead, flags: FlagsDep) -> Items[FlagOut]:
    """All that are declared, by name, and whether each is on for you."""
    names = sorted(flags.defaults)
    return Items(items=[await _shown(flags, who.tenant, name, caller_of(who)) for name in names])


@router.get("/{name}", summary="A feature flag")
async def get_flag(name: Name, who: CanRead, flags: FlagsDep) -> FlagOut:
    """As it stands."""
    return await _shown(flags, who.tenant, name, caller_of(who))


@router.put("/{name}", summary="Say something of a feature flag")
async def put_flag(name: Name, body: FlagIn, who: CanAdmin, flags: FlagsDep) -> FlagOut:
    """Counts more than the environment and the declaration. Acts here at once, in other processes within a second."""
    held(flags.defaults, name, body.enabled, body.percent)
    await flags.store.put(who.tenant, name, body.enabled, body.percent, dict(body.settings), who.name)
    flags.forget(who.tenant)
    return await _shown(flags, who.tenant, name, caller_of(who))


@router.delete("/{name}", status_code=204, summary="Say nothing of a feature flag any more")
async def delete_flag(name: Name, who: CanAdmin, flags: FlagsDep) -> None:
    """What its declaration or the environment says holds again."""
    held(flags.defaults, name, None, None)
    await flags.store.remove(who.tenant, name)
    flags.forget(who.tenant)


async def _shown(flags: Flags, tenant: int, name: str, caller: str) -> FlagOut:
    known = await flags.of(tenant)
    if name not in known:
        raise NotFound(f"There is no flag {name!r}. GET /api/v1/flags lists them.")
    return FlagOut(**asdict(known[name]), on=is_on(known, name, caller))
