"""The steps of an erasure. Each looks at what is there, so it may be cut off anywhere and run again."""

from __future__ import annotations

from dataclasses import asdict

from psycopg import sql as compose
from psycopg.types.json import Jsonb

from db.audit import EMPTIED, record_work
from db.errors import Conflict
from db.journal_codec import EVENTS, pack_events, pack_points, unpack_events, unpack_points
from db.levels import LEVELS
from db.names import fingerprint
from db.packs.model import Table
from db.packs.registry import packs
from db.pool import Connection
from db.privacy.anonymous import anonymise_events, anonymise_rows, nameless
from db.privacy.caches import forget_answers, forget_in_redis
from db.privacy.entries import names_in_entry
from db.privacy.job import Erasure
from db.privacy.people import note_erased, person_hash, salt_of
from db.privacy.places import Mention, NoRoom, mentions, rewrite
from db.queries import for_psycopg
from db.records import Event, Kind, from_us
from db.removal import CHUNK, Removed, event_of, remove_chunk

JOURNAL_PAGE = 200


def refuse_from_now(job: Erasure) -> None:
    """Nothing of the person comes in any more."""
    for name in job.names.all:
        note_erased(job.conn, job.tenant, name)


def journal(job: Erasure) -> None:
    """What was acknowledged and is not stored yet, and what is kept for a successor to replay."""
    sql = for_psycopg("erasure")
    with job.conn.transaction():
        for_psycopg("removal").alone(job.conn)
        gone = {row[0] for row in _labelled(job)} if job.mode == "erase" else set()
        gone |= {row[0] for row in sql.erased_series(job.conn, tenant=job.tenant)}
        after = 0
        while rows := list(sql.journal_rows(job.conn, tenant=job.tenant, after=after, limit=JOURNAL_PAGE)):
            for id_, kind, payload in rows:
                changed = _events(job, payload) if kind == EVENTS else _points(gone, payload)
                if changed is not None:
                    sql.rewrite_row(job.conn, id=id_, payload=changed[0], points=changed[1])
                    job.count({"journal_rows": 1})
            after = rows[-1][0]


def _events(job: Erasure, payload: bytes) -> tuple[bytes, int] | None:
    events, left = unpack_events(payload), []
    for event in events:
        if event.user_id not in job.names.all:
            left.append(Event(**job.names.without(asdict(event), job.pseudonym)))
        elif job.keeps(event.event_type):
            left.append(nameless(job, event))
    packed = pack_events(left)
    return None if packed == bytes(payload) else (packed, len(left))


def _points(gone: set[int], payload: bytes) -> tuple[bytes, int] | None:
    points = unpack_points(payload)
    keep = [id_ not in gone for id_ in points.ids.tolist()]
    return None if all(keep) else (pack_points(left := points[keep]), len(left))


def events(job: Erasure) -> None:
    """Events, with all that they caused. Those that stay lose the person."""
    if job.mode == "erase":
        find = for_psycopg("removal").events_of_people
        asked = {"tenant": job.tenant, "people": list(job.names.all), "kept": job.kept_types, "limit": CHUNK}

        def chunk() -> Removed:
            rows = lambda: [event_of(row) for row in find(job.conn, **asked)]  # noqa: E731  # read inside the transaction
            return remove_chunk(job.conn, job.levels, job.tenant, rows, lambda done: _note(job, done))

        while chunk().events:
            pass
    anonymise_events(job)


def _note(job: Erasure, done: Removed) -> None:
    job.count(done.counts())
    windows = sorted(done.windows)
    for_psycopg("privacy").touch(
        job.conn,
        tenant=job.tenant,
        request=job.id,
        ids=[series for series, _ in windows],
        times=[from_us(t) for _, t in windows],
    )


def pack_rows(job: Erasure) -> None:
    """Rows of packs that name the person and did not come from events."""
    for pack in packs().values():
        for table in pack.model.tables:
            if table.person is not None:
                with job.conn.transaction():
                    pack.alone(job.conn, job.tenant)
                    stays = not table.profile and (job.mode == "anonymise" or table.on_erasure == "anonymise")
                    n = anonymise_rows(job, table) if stays else _delete(job, table)
                    job.count({f"rows.{table.name}": n})
                    if n:
                        for_psycopg("packs").changed(job.conn, pack=pack.name, tenants=[job.tenant])


def _delete(job: Erasure, table: Table) -> int:
    query = compose.SQL("delete from {} where tenant_id = %s and {} = any(%s)")
    named = query.format(compose.Identifier(table.name), compose.Identifier(table.person or ""))
    return job.conn.execute(named, (job.tenant, list(job.names.all))).rowcount


def series(job: Erasure) -> None:
    """Series that name the person by a label: gone with all that is kept of them, or named after the pseudonym."""
    sql = for_psycopg("erasure")
    with job.conn.transaction():
        for_psycopg("removal").alone(job.conn)
        rows = _labelled(job)
        slipped = [row[0] for row in sql.erased_series(job.conn, tenant=job.tenant)]
        job.count({"series_points": sql.drop_samples(job.conn, ids=slipped)})
        if job.mode == "erase":
            named = {"tenant": job.tenant, "labels": job.labels, "names": list(job.names.all)}
            groups = list(sql.groups_of(job.conn, **named))
            sql.drop_groups(job.conn, tenant=job.tenant, ids=[group for group, _ in groups])
            _drop_series(job, [row[0] for row in rows] + [series for _, series in groups])
        else:
            for id_, metric, labels, kind, _ in rows:
                fresh = {k: job.pseudonym if v in job.names.all else v for k, v in labels.items()}
                print_ = fingerprint(metric, fresh, Kind(kind))
                sql.rename_series(job.conn, id=id_, labels=Jsonb(fresh), print=print_)
            job.count({"series_renamed": len(rows)})


def _labelled(job: Erasure) -> list[tuple[int, str, dict[str, str], str, int]]:
    named = {"tenant": job.tenant, "labels": job.labels, "names": list(job.names.all)}
    return list(for_psycopg("erasure").series_naming(job.conn, **named))


def _drop_series(job: Erasure, ids: list[int]) -> None:
    if not ids:
        return
    sql, conn = for_psycopg("erasure"), job.conn
    sql.forget_state(conn, ids=ids)
    points = sql.drop_samples(conn, ids=ids)
    rollups = sum(job.levels.drop_series(level, ids) for level in LEVELS)
    sql.leave_groups(conn, tenant=job.tenant, ids=ids)
    sql.drop_series_rows(conn, tenant=job.tenant, ids=ids)
    sql.make_nameless(conn, tenant=job.tenant, ids=ids, secret=job.secret)
    sql.uncount_series(conn, tenant=job.tenant, n=len(ids))
    job.count({"series": len(ids), "series_points": points, "series_rollups": rollups})


def last_admin(conn: Connection, tenant: int, names: list[str]) -> None:
    """Raises `Conflict` when without this person's login nobody could administer the tenant."""
    sql = for_psycopg("erasure")
    rows = list(sql.accounts(conn, tenant=tenant, names=names))
    ids = [row[0] for row in rows]
    if any(role == "admin" for _, _, role in rows) and not sql.other_admins(conn, tenant=tenant, ids=ids):
        raise Conflict("This person is the last admin. Make another user admin first.")


def account(job: Erasure) -> None:
    """The person's login, with its sessions."""
    sql, names = for_psycopg("erasure"), list(job.names.all)
    with job.conn.transaction():
        last_admin(job.conn, job.tenant, names)
        ids = [row[0] for row in sql.accounts(job.conn, tenant=job.tenant, names=names)]
        sql.drop_accounts(job.conn, tenant=job.tenant, ids=ids)
        job.count({"accounts": len(ids)})


def copies(job: Erasure) -> None:
    """Exports that were made of the person before, or are being made."""
    sql, hash_ = for_psycopg("privacy"), person_hash(salt_of(job.conn), job.tenant, job.person)
    about = {"tenant": job.tenant, "hash": hash_}
    sql.drop_exports(job.conn, **about)  # none is begun from here on
    for (request,) in list(sql.exports_of(job.conn, **about)):
        with job.conn.transaction():
            sql.wait_for(job.conn, id=request)
    with job.conn.transaction():
        parts = sql.drop_files(job.conn, **about)
        sql.drop_exports(job.conn, **about)
        job.count({"export_parts": parts})


def kept_for_a_while(job: Erasure) -> None:
    """Answers that were made before, and what Redis holds."""
    forget_answers(job.conn, job.tenant)
    job.count({"redis_keys": forget_in_redis(job)})


def elsewhere(job: Erasure) -> None:
    """Every other text of ours that names the person: rows that models make anew go, others lose the name."""
    while sum(_rewritten(job, mention) for mention in list(mentions(job.conn, job.tenant, job.names, job.id))):
        pass  # a row that names them twice has moved after the first time


def _rewritten(job: Erasure, mention: Mention) -> int:
    """How many rows were changed; 0 where the name cannot be taken out: the search for what is left will say so."""
    try:
        with job.conn.transaction():
            changed = rewrite(job.conn, mention, job.names, job.pseudonym)
            job.count({f"mentions.{mention.place.table}": changed})
            return changed
    except NoRoom:
        return 0


def audit_words(job: Erasure) -> None:
    """What entries of the audit log say of the person is emptied; the log owns up to it."""
    sql = for_psycopg("audit")
    with job.conn.transaction():
        seqs = sorted(
            {
                row[0]
                for needle in job.names.needles()
                for row in sql.mentioning(job.conn, tenant=job.tenant, text=needle)
                if names_in_entry(job.names, row[1])
            }
        )
        if seqs:
            sql.empty_entries(job.conn, tenant=job.tenant, seqs=seqs)
            record_work(job.conn, job.tenant, "system", EMPTIED, f"erasure {job.id}", {"seqs": seqs})
            job.count({"audit_entries_emptied": len(seqs)})


ALL = (
    ("refuse what comes", refuse_from_now),
    ("journal", journal),
    ("events", events),
    ("rows of domains", pack_rows),
    ("series", series),
    ("login", account),
    ("copies", copies),
    ("other places", elsewhere),
    ("audit log", audit_words),
    ("kept answers", kept_for_a_while),
)
"""In this order."""
