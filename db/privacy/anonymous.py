"""Events that stay without their person: who is replaced, what may say something of them is emptied."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from psycopg import sql as compose
from psycopg.types.json import Jsonb

from db.packs.model import Table
from db.packs.registry import event_type, packs
from db.pool import Connection
from db.privacy.job import Erasure
from db.queries import for_psycopg
from db.records import Event, from_us
from db.removal import CHUNK, event_of


def nameless(job: Erasure, event: Event) -> Event:
    """The event without the person. Of types that a pack knows, properties that are declared and not personal stay; of
    others numbers and yes or no: any text may tell something."""
    kind = event_type(event.event_type)
    if kind is None:
        kept = without_text(event.properties)
    else:
        plain = {name for name, rule in kind.properties.items() if not rule.personal}
        kept = {name: value for name, value in event.properties.items() if name in plain}
    return replace(
        event,
        event_id=job.stands_for(event.event_id),
        user_id=job.alias(event.user_id),
        session_id=event.session_id and job.stands_for(event.session_id),
        properties=job.names.without(kept, job.pseudonym),
    )


def without_text(value: Any) -> Any:
    """An object without its texts, at any depth."""
    if isinstance(value, dict):
        return {key: without_text(item) for key, item in value.items() if not isinstance(item, str)}
    return [without_text(item) for item in value if not isinstance(item, str)] if isinstance(value, list) else value


def anonymise_events(job: Erasure) -> None:
    """All events of the person that stay, with the facts that came from them; a chunk a transaction."""
    kinds = [] if job.mode == "anonymise" else job.kept_types
    for name in job.names.all:
        while _chunk(job, kinds, name):
            pass


def _chunk(job: Erasure, kinds: list[str], name: str) -> int:
    conn, sql = job.conn, for_psycopg("erasure")
    with conn.transaction():
        for_psycopg("removal").alone(conn)
        for pack in packs().values():
            pack.alone(conn, job.tenant)
        rows = list(sql.events_to_keep(conn, tenant=job.tenant, person=name, types=kinds, limit=CHUNK))
        if not rows:
            return 0
        before = [event_of(row) for row in rows]
        after = [nameless(job, event) for event in before]
        old, times = [event.event_id for event in before], [from_us(event.t) for event in before]
        sql.replace_events(
            conn,
            tenant=job.tenant,
            old=old,
            times=times,
            new=[event.event_id for event in after],
            user=job.alias(name),
            sessions=[event.session_id for event in after],
            properties=[Jsonb(event.properties) for event in after],
            lo=min(times),
            hi=max(times),
        )
        for_psycopg("removal").drop_ids(conn, tenant=job.tenant, ids=old)
        for_psycopg("removal").drop_failures(conn, tenant=job.tenant, ids=old)
        changed = list(zip(old, after, strict=True))
        facts = sum(
            _facts(job, table, changed, job.alias(name)) for pack in packs().values() for table in pack.model.tables
        )
        job.count({"events_anonymised": len(rows), "facts_anonymised": facts})
    return len(rows)


def _facts(job: Erasure, table: Table, changed: list[tuple[str, Event]], alias: str) -> int:
    """Rows that came from these events."""
    if table.event is None:
        return 0
    event = compose.Identifier(table.event)
    sets = [compose.SQL("{} = u.new").format(event), *_emptied(job.conn, table)]
    if table.person is not None:
        sets.append(compose.SQL("{} = {}").format(compose.Identifier(table.person), compose.Literal(alias)))
    if table.session is not None:
        sets.append(compose.SQL("{} = u.session").format(compose.Identifier(table.session)))
    query = compose.SQL(
        "update {} r set {} from unnest(%s::text[], %s::text[], %s::text[]) as u (old, new, session)"
        " where r.tenant_id = %s and r.{} = u.old"
    ).format(compose.Identifier(table.name), compose.SQL(", ").join(sets), event)
    new = [event.event_id for _, event in changed], [event.session_id for _, event in changed]
    return job.conn.execute(query, ([old for old, _ in changed], *new, job.tenant)).rowcount


def anonymise_rows(job: Erasure, table: Table) -> int:
    """Rows of a pack's table that name the person and did not come from events."""
    person, emptied = compose.Identifier(table.person or ""), _emptied(job.conn, table)
    changed = 0
    for name in job.names.all:
        sets = [compose.SQL("{} = {}").format(person, compose.Literal(job.alias(name))), *emptied]
        query = compose.SQL("update {} set {} where tenant_id = %s and {} = %s").format(
            compose.Identifier(table.name), compose.SQL(", ").join(sets), person
        )
        changed += job.conn.execute(query, (job.tenant, name)).rowcount
    return changed


def _emptied(conn: Connection, table: Table) -> list[compose.Composable]:
    """`column = nothing` for what is to be emptied: null where that may be, else an empty text or object."""
    columns = {row[0]: row[1:] for row in for_psycopg("erasure").columns_of(conn, table=table.name)}
    empty = {"text": "''", "jsonb": "'{}'", "_text": "'{}'", "int4": "0", "int8": "0", "numeric": "0", "float8": "0"}
    found: list[compose.Composable] = []
    for name in table.anonymise:
        kind, nullable = columns[name]
        nothing = compose.SQL("null" if nullable else empty[kind])
        found.append(compose.SQL("{} = {}").format(compose.Identifier(name), nothing))
    return found
