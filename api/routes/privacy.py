"""Personal data on request: all about a person, or nothing of them any more (docs/privacy.md)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response, StreamingResponse

from api.audit import PERSONAL
from api.deps import NEVER_KEPT, CanAdmin, Conn, PoolDep, Principal, SignedIn
from api.query.params import PLAIN_TEXT, Cursor, Limit, decode_number, encode
from api.schemas.common import Items
from api.schemas.privacy import ErasureIn, ErasureOut, ExportOut, Lifted, PersonIn, RetryIn
from api.small import SmallRoute
from db.errors import Conflict, Forbidden, NotFound
from db.privacy import requests
from db.privacy.people import lift_erased
from db.privacy.work import work_now
from db.roles import Row

router = APIRouter(
    prefix="/api/v1/privacy", tags=["privacy"], dependencies=[*NEVER_KEPT, PLAIN_TEXT], route_class=SmallRoute
)

Id = Annotated[int, Path(ge=1, lt=2**63)]
DUE = timedelta(days=30)
KEPT = timedelta(days=7)
AT_ONCE = 2_000
"""Exports of people with so many events at most are made while their asker waits."""
NOT_DONE: dict[int | str, dict[str, Any]] = {409: {"description": "It is not done yet, or has expired."}}


@router.post("/exports", status_code=201, summary="Export all about a person")
async def create_export(body: PersonIn, who: SignedIn, pool: PoolDep, request: Request) -> ExportOut:
    """Admins for anybody, everybody for themselves. A small one is done at once, others within minutes: look again."""
    _may(who, body.person)
    async with pool.acquire() as conn:
        asked = await _ask(conn, who, body.person, "export", expires_at=datetime.now(UTC) + KEPT)
        small = await requests.events_of(conn, who.tenant, body.person) <= AT_ONCE
    if small and (url := request.app.state.database.database_url):
        await asyncio.to_thread(work_now, url, who.tenant, asked["id"], "export")
    async with pool.acquire() as conn:
        return _export(await requests.get(conn, who.tenant, asked["id"], "export"))


@router.get(
    "/exports",
    summary="Exports",
    dependencies=[PERSONAL],
    responses={400: {"description": "The cursor is not one of ours."}},
)
async def list_exports(who: SignedIn, conn: Conn, limit: Limit = 100, cursor: Cursor = None) -> Items[ExportOut]:
    """Newest first; of all people for admins, else one's own."""
    mine = None if who.may("admin") else _own(who)
    rows, more = await _page(conn, who.tenant, "export", cursor, limit, mine)
    return Items(items=[_export(row) for row in rows], next=more)


@router.get("/exports/{export_id}", summary="An export", dependencies=[PERSONAL])
async def read_export(export_id: Id, who: SignedIn, conn: Conn) -> ExportOut:
    """How far it is."""
    return _export(await _seen(conn, who, export_id))


@router.get(
    "/exports/{export_id}/file",
    summary="Download an export",
    dependencies=[PERSONAL],
    responses={200: {"content": {"application/zip": {}}, "description": "JSON lines in a ZIP."}, **NOT_DONE},
    response_class=Response,
)
async def download_export(export_id: Id, who: SignedIn, pool: PoolDep) -> Response:
    """A ZIP with a file of JSON lines a kind of thing."""
    async with pool.acquire() as conn:
        row = await _seen(conn, who, export_id)
    if row["state"] != "done":
        raise Conflict(f"This export is {row['state']}. Only one that is done can be downloaded.")
    headers = {"Content-Disposition": f'attachment; filename="export-{export_id}.zip"'}
    return StreamingResponse(_parts(pool, who.tenant, export_id), media_type="application/zip", headers=headers)


@router.post("/erasures", status_code=202, summary="Erase a person, or make them anonymous")
async def create_erasure(body: ErasureIn, who: CanAdmin, conn: Conn) -> ErasureOut:
    """Carried out within minutes, by a task that may be cut off anywhere. From then on their data is refused."""
    if not body.dry_run:
        await requests.keep_an_admin(conn, who.tenant, body.person)
    more = {"mode": body.mode, "dry_run": body.dry_run, "labels": body.labels}
    return _erasure(await _ask(conn, who, body.person, "erasure", **more))


@router.get(
    "/erasures",
    summary="Erasures",
    dependencies=[PERSONAL],
    responses={400: {"description": "The cursor is not one of ours."}},
)
async def list_erasures(
    who: CanAdmin,
    conn: Conn,
    person: Annotated[str | None, Query(max_length=200, description="Those of this person, done ones too")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Items[ErasureOut]:
    """Newest first."""
    rows, more = await _page(conn, who.tenant, "erasure", cursor, limit, person)
    return Items(items=[_erasure(row) for row in rows], next=more)


@router.get("/erasures/{erasure_id}", summary="An erasure", dependencies=[PERSONAL])
async def read_erasure(erasure_id: Id, who: CanAdmin, conn: Conn) -> ErasureOut:
    """How far it is."""
    return _erasure(await requests.get(conn, who.tenant, erasure_id, "erasure"))


@router.post("/erasures/{erasure_id}/retry", summary="Try an erasure again that failed")
async def retry_erasure(erasure_id: Id, body: RetryIn, who: CanAdmin, conn: Conn) -> ErasureOut:
    """With more labels that name people, where those were what was left."""
    await requests.retry(conn, who.tenant, erasure_id, body.labels)
    return _erasure(await requests.get(conn, who.tenant, erasure_id, "erasure"))


@router.get("/erasures/{erasure_id}/certificate", summary="The certificate of an erasure", responses=NOT_DONE)
async def read_certificate(erasure_id: Id, who: CanAdmin, conn: Conn) -> dict[str, Any]:
    """Signed with the installation's key. `tidewatch privacy verify FILE` checks it."""
    row = await requests.get(conn, who.tenant, erasure_id, "erasure")
    if row["certificate"] is None:
        raise Conflict(f"This erasure is {row['state']}, and has no certificate.")
    return requests.certificate_of(row)


@router.post("/refusals/lift", summary="Take data of a person again who was erased")
async def lift_refusal(body: PersonIn, who: CanAdmin, conn: Conn) -> Lifted:
    """They came back. What was erased stays erased."""
    return Lifted(lifted=await lift_erased(conn, who.tenant, body.person))


def _own(who: Principal) -> str:
    if who.person is None:
        raise Forbidden("Your login is not linked to a person. Ask an admin to set `person` of your user.")
    return who.person


def _may(who: Principal, person: str) -> None:
    if not who.may("admin") and _own(who) != person:
        raise Forbidden("You may export what is known of yourself; for others ask an admin.")


async def _seen(conn: Any, who: Principal, export: int) -> Row:
    """Raises `NotFound` for exports of others."""
    row = await requests.get(conn, who.tenant, export, "export")
    if not who.may("admin") and row["person"] != _own(who):
        raise NotFound()
    return row


async def _ask(conn: Any, who: Principal, person: str, kind: Literal["export", "erasure"], **more: Any) -> Row:
    due = datetime.now(UTC) + DUE
    return await requests.ask(conn, who.tenant, person, kind, asked_by=who.named, due_at=due, **more)


async def _page(
    conn: Any, tenant: int, kind: str, cursor: str | None, limit: int, person: str | None
) -> tuple[list[Row], str | None]:
    rows = await requests.find(conn, tenant, kind, decode_number(kind, cursor), person, limit + 1)
    page = rows[:limit]
    return page, encode(kind, page[-1]["id"]) if rows[limit:] else None


async def _parts(pool: Any, tenant: int, export: int) -> AsyncIterator[bytes]:
    part = 0
    while (data := await requests.part_of(pool, tenant, export, part)) is not None:
        yield data
        part += 1


def _export(row: Row) -> ExportOut:
    return ExportOut(**{name: row[name] for name in ExportOut.model_fields})


def _erasure(row: Row) -> ErasureOut:
    same = {name: row[name] for name in ErasureOut.model_fields if name != "certified"}
    return ErasureOut(**same, certified=row["certificate"] is not None)
