"""Requests are worked on: whoever takes one holds it, and one that was cut off is taken up again."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from db.audit import record_work
from db.engine import recorded
from db.errors import TidewatchError
from db.packs.registry import packs
from db.pool import Connection, connect
from db.privacy import certificate, proof, steps
from db.privacy.export import write_export
from db.privacy.job import Erasure, erasure_of
from db.privacy.people import person_hash, salt_of
from db.queries import for_psycopg
from db.removal import levels_of
from db.settings import settings
from db.upkeep import PostgresUpkeep

log = logging.getLogger("tidewatch.privacy")

ROUNDS = 3
"""So often the steps are taken again while something is left."""
RETRY = timedelta(seconds=10)
"""As long as servers believe a login that has gone."""
MOST_ATTEMPTS = 200
Row = Mapping[str, Any]


def work_off(conn: Connection, limit: int = 20) -> dict[str, int]:
    """Work on all requests that are due. Returns how many came to which end."""
    sql = for_psycopg("privacy")
    ends: dict[str, int] = {}
    for tenant, request, kind in list(sql.due(conn, limit=limit)):
        end = work_on(conn, tenant, request, kind)
        ends[end] = ends.get(end, 0) + 1
    sql.expire_files(conn)
    sql.expire(conn)
    return ends


def work_on(conn: Connection, tenant: int, request: int, kind: str) -> str:
    """Work on one request: done, later, failed; busy: somebody else holds it."""
    sql = for_psycopg("privacy")
    if not sql.hold(conn, id=request):
        return "busy"
    try:
        row = _taken(conn, tenant, request)
        if row is None:
            return "busy"
        try:
            return _export(conn, row) if kind == "export" else _erase(conn, row)
        except TidewatchError as problem:
            return _failed(conn, row, {"error": problem.detail})
        except Exception as problem:
            if conn.closed:
                raise
            log.exception("request %s of tenant %s stumbled, others go on", request, tenant)
            return _later(conn, row, f"stopped by a {type(problem).__name__}, which the log tells of")
    finally:
        if not conn.broken:
            sql.let_go(conn, id=request)


def work_now(url: str, tenant: int, request: int, kind: str) -> str:
    """The same on a connection of its own: for a thread."""
    with connect(url, "tidewatch privacy") as conn:
        return work_on(conn, tenant, request, kind)


def _taken(conn: Connection, tenant: int, request: int) -> Row | None:
    with conn.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            for_psycopg("privacy").work_on.sql,
            {
                "tenant": tenant,
                "id": request,
                "pseudonym": f"erased-{secrets.token_hex(6)}",
                "secret": secrets.token_bytes(32),
            },
        )
        return cursor.fetchone()


def _export(conn: Connection, row: Row) -> str:
    counts = write_export(conn, _with_names(conn, row))
    _finish(conn, row, {"rows": counts}, None, blank=False)
    return "done"


def _erase(conn: Connection, row: Row) -> str:
    row = _with_names(conn, row)
    job = erasure_of(conn, levels_of(conn), row)
    if row["dry_run"]:
        _finish(conn, row, {"would_touch": proof.residue(job), "searched": proof.searched(job)}, None, blank=True)
        return "done"
    left: list[str] = []
    for _ in range(ROUNDS):
        for name, step in steps.ALL:
            job.at(name)
            step(job)
        if waits := "waiting until the login is believed nowhere" if row["login"] else _waits(job):
            return _later(conn, row, waits)
        _rewriters_end(job)
        job.at("proof")
        agreed, _, wrong = proof.differences(job)
        left = [*proof.residue(job), *wrong, *proof.of_packs(job)]
        if not left:
            _certify(job, row, agreed)
            return "done"
    return _failed(conn, row, {"left": left, "searched": proof.searched(job)})


def _with_names(conn: Connection, row: Row) -> Row:
    """The person is also called what their login is called: noted before the login goes."""
    sql, called = for_psycopg("erasure"), [row["person"], *row["names"]]
    accounts = list(sql.accounts(conn, tenant=row["tenant_id"], names=called))
    logins = {name for id_, email, _ in accounts for name in (email, f"user:{id_}")}
    names = sorted({*row["names"], *logins} - {row["person"]})
    for_psycopg("privacy").add_names(conn, tenant=row["tenant_id"], id=row["id"], names=names)
    return {**row, "names": names, "login": bool(accounts)}


def _rewriters_end(job: Erasure) -> None:
    """Wait for those who were rewriting rows of packs, perhaps in the name of the person, when the login went."""
    for pack in packs().values():
        with job.conn.transaction():
            pack.alone(job.conn, job.tenant)


def _waits(job: Erasure) -> str | None:
    """What has to happen elsewhere before the proof; None: nothing."""
    engine = recorded(job.conn)
    assert engine is not None
    PostgresUpkeep(job.conn, engine, settings()).refresh_rollups(datetime.now(UTC))
    _, dirty, _ = proof.differences(job)
    open_ = sum(t + 900_000_000 > datetime.now(UTC).timestamp() * 1e6 for _, t in proof.touched(job))
    if dirty > open_:
        return "waiting for rollups"
    sql = for_psycopg("erasure")
    gone = [row[0] for row in sql.erased_series(job.conn, tenant=job.tenant)]
    return "waiting for the detectors" if sql.waiting_forget(job.conn, ids=gone) else None


def _later(conn: Connection, row: Row, waits: str) -> str:
    if row["attempts"] >= MOST_ATTEMPTS:
        return _failed(
            conn, row, {"error": f"Still {waits}. See that the pipeline runs, and what the log says; then ask again."}
        )
    for_psycopg("privacy").later(conn, tenant=row["tenant_id"], id=row["id"], wait=RETRY, step=waits)
    return "later"


def _certify(job: Erasure, row: Row, agreed: int) -> None:
    conn = job.conn
    (counts,) = conn.execute(
        "select counts from privacy_requests where tenant_id = %s and id = %s", (job.tenant, job.id)
    ).fetchone() or ({},)
    said = {
        "what": "erasure" if job.mode == "erase" else "anonymisation",
        "request": job.id,
        "tenant": job.tenant,
        "person": person_hash(salt_of(conn), job.tenant, job.person).hex(),
        "asked_at": job.asked_at.isoformat(),
        "done_at": datetime.now(UTC).isoformat(),
        "changed": counts,
        "searched": proof.searched(job),
        "still_named": 0,
        "windows_computed_anew": agreed,
        "windows_that_differ": 0,
    }
    for_psycopg("privacy").forget_touched(conn, tenant=job.tenant, request=job.id)
    _finish(conn, row, {"windows": agreed, "searched": said["searched"]}, certificate.sign(signing_key(conn), said))


def signing_key(conn: Connection) -> bytes:
    """The seed of this installation's key; made by whoever asks first."""
    sql = for_psycopg("privacy")
    sql.add_salt(conn, name=certificate.KEY, value=secrets.token_bytes(32))
    return bytes(sql.salt(conn, name=certificate.KEY))


def _finish(conn: Connection, row: Row, report: dict[str, Any], signed: str | None, *, blank: bool = True) -> None:
    told = {"tenant": row["tenant_id"], "id": row["id"], "report": Jsonb(report)}
    with conn.transaction():
        for_psycopg("privacy").finish(conn, **told, certificate=signed, blank=blank)
        record_work(conn, row["tenant_id"], "system", f"privacy.{row['kind']}", f"request {row['id']}", {"end": "done"})


def _failed(conn: Connection, row: Row, report: dict[str, Any]) -> str:
    log.error("request %s of tenant %s failed: %s", row["id"], row["tenant_id"], orjson.dumps(report).decode())
    with conn.transaction():
        for_psycopg("privacy").fail(conn, tenant=row["tenant_id"], id=row["id"], report=Jsonb(report))
        what = f"privacy.{row['kind']}"
        record_work(conn, row["tenant_id"], "system", what, f"request {row['id']}", {"end": "failed"})
    return "failed"
