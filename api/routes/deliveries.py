"""Messages to the outside: what was sent, what waits, what failed and why."""

from __future__ import annotations

import base64
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Path, Query

from api.deps import NEVER_KEPT, CanAdmin, CanOperate, Conn
from api.errors import Unprocessable
from api.query.params import PLAIN_TEXT, Cursor, Limit, decode_number, encode
from api.schemas.common import Items
from api.schemas.deliveries import ChannelName, DeliveryDetail, DeliveryOut, SecretOut, State, TestIn
from api.settings import settings
from api.small import SmallRoute
from db import deliveries
from db.deliveries import Draft, Row
from db.targets import wrong_target

router = APIRouter(prefix="/api/v1/deliveries", tags=["delivery"], route_class=SmallRoute, dependencies=[PLAIN_TEXT])

Id = Annotated[int, Path(alias="id", ge=1, lt=2**63)]


@router.get("", summary="Messages")
async def list_deliveries(
    who: CanOperate,
    conn: Conn,
    state: Annotated[State | None, Query(description="Only these")] = None,
    channel: Annotated[ChannelName | None, Query(description="Only these")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Items[DeliveryOut]:
    """Newest first. Not for everybody who may read: an address is often a secret, or a person's."""
    before = decode_number("deliveries", cursor)
    rows = await deliveries.find(conn, who.tenant, state, channel, before, limit + 1)
    page = rows[:limit]
    more = encode("deliveries", page[-1]["id"]) if len(rows) > limit else None
    return Items(items=[DeliveryOut(**_shown(row)) for row in page], next=more)


@router.post("/test", status_code=202, summary="Send a test message")
async def send_test(body: TestIn, who: CanOperate, conn: Conn) -> DeliveryDetail:
    """Whether messages arrive: `GET /api/v1/deliveries/{id}` says what became of it within seconds."""
    if wrong := wrong_target(body.channel, body.target, private=settings().allow_private_targets):
        raise Unprocessable(f"target: {wrong}.")
    said = f"{who.name} asked for this message. It says that messages arrive here."
    draft = Draft(f"test:{uuid4()}", body.channel, body.target, "Test message", said, {"type": "test"})
    made = await deliveries.enqueue_async(conn, who.tenant, draft)
    assert made is not None, "a new key was there already"
    return DeliveryDetail(**_shown(await deliveries.get(conn, who.tenant, made)))


@router.get("/webhook-secret", summary="What signs webhooks", dependencies=NEVER_KEPT)
async def get_webhook_secret(who: CanAdmin, conn: Conn) -> SecretOut:
    """Receivers check `webhook-signature` with it (https://www.standardwebhooks.com)."""
    return _secret(await deliveries.secret_of_async(conn, who.tenant))


@router.post("/webhook-secret", summary="A new secret for webhooks", dependencies=NEVER_KEPT)
async def renew_webhook_secret(who: CanAdmin, conn: Conn) -> SecretOut:
    """Holds for all attempts from now on."""
    return _secret(await deliveries.secret_of_async(conn, who.tenant, renew=True))


@router.get("/{id}", summary="A message")
async def get_delivery(delivery: Id, who: CanOperate, conn: Conn) -> DeliveryDetail:
    """With what it says."""
    return DeliveryDetail(**_shown(await deliveries.get(conn, who.tenant, delivery)))


@router.post("/{id}/retry", status_code=202, summary="Try a message again")
async def retry_delivery(delivery: Id, who: CanOperate, conn: Conn) -> DeliveryDetail:
    """One that failed or was given up, from the first attempt on."""
    return DeliveryDetail(**_shown(await deliveries.retry(conn, who.tenant, delivery)))


def _shown(row: Row) -> Row:
    over = row["state"] in ("sent", "dead")
    return {**row, "next_at": None if over else row["next_at"]}


def _secret(value: bytes) -> SecretOut:
    return SecretOut(secret="whsec_" + base64.b64encode(value).decode())
