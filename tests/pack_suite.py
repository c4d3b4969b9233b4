"""The suite that every pack passes: its tables, and what its sample promises, through the real pipeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import sql

from api.ingest.events import EventDraft
from db.packs.absorb import absorb
from db.packs.registry import Pack, packs
from db.pool import Connection, connect
from tests.hostile_events import events
from tests.integration.reading import reader
from tests.pack_samples import drafted, lacks, mapped, promised, sample_of, stored, unsettled
from tests.pipelines import Pipeline, consuming

NAMES_OF_PEOPLE = {"user_id", "person", "athlete", "student_id", "person_id"}
"""Columns that name people: a table that has one says so, or nobody could be forgotten."""


@dataclass(frozen=True)
class Told:
    """A database that was sent a pack's sample, with a client, and the pipeline that took it in."""

    pack: Pack
    sample: dict[str, Any]
    http: httpx.Client
    conn: Connection
    pipeline: Pipeline

    def send(self) -> dict[str, int]:
        """The sample's events, taken in."""
        if not self.sample.get("events"):
            return {}
        answer = self.http.post("/api/v1/events", json={"events": self.sample["events"]})
        assert answer.status_code == 202 and answer.json()["rejected"] == [], answer.text
        self.pipeline.drain()
        return answer.json()


@contextmanager
def telling(name: str, database: str) -> Iterator[Told]:
    """Send a pack's sample to the database."""
    pack = packs()[name]
    sample = sample_of(pack)
    with reader(database) as http, connect(database) as conn, consuming(database) as pipeline:
        for send in sample.get("sends", []):
            answer = http.post(send["post"], json=send["body"])
            assert answer.is_success, answer.text
        one = Told(pack, sample, http, conn, pipeline)
        one.send()
        pipeline.drain()
        yield one


class PackSuite:
    """What holds for every pack. A subclass brings the fixture `told`."""

    def test_its_tables_are_all_declared_with_columns_that_exist(self, told: Told) -> None:
        found = tables(told.conn, told.pack.name)
        declared = {table.name: table for table in told.pack.model.tables}
        assert set(found) == set(declared), (
            "each table of a pack is in its pack.toml, so that retention and erasure know it"
        )
        for name, columns in found.items():
            table = declared[name]
            wanted = {column for column in (table.time, table.person, table.event, *table.anonymise) if column}
            assert wanted <= set(columns), f"{name} has no {wanted - set(columns)}"
            assert next(iter(columns)) == "tenant_id", f"{name}: the tenant comes first"
            assert table.time is None or columns[table.time] == "timestamp with time zone", f"{name}.{table.time}"
            assert table.person or not NAMES_OF_PEOPLE & set(columns), f"{name} names people and does not say so"

    def test_the_mapping_makes_exactly_the_promised_points(self, told: Told) -> None:
        events = told.sample.get("events", [])
        later = Counter(p for p in promised(told.sample).elements() if p[:3] in unsettled(events))
        assert mapped(events) == promised(told.sample) - later

    def test_exactly_the_promised_points_are_stored(self, told: Told) -> None:
        metrics = {metric.name for metric in told.pack.model.metrics}
        assert stored(told.conn, metrics) == promised(told.sample)

    def test_its_metrics_are_folded_as_it_says(self, told: Told) -> None:
        there = {p[0] for p in promised(told.sample)}
        for metric in [one for one in told.pack.model.metrics if one.name in there]:
            found = told.http.get("/api/v1/trends", params={"metric": metric.name, "time_range": "all"})
            assert found.json()["agg"] == metric.agg, metric.name

    def test_the_answers_are_as_promised(self, told: Told) -> None:
        for answer in told.sample["answers"]:
            found = told.http.get(answer["get"])
            assert found.status_code == answer.get("status", 200), f"{answer['get']}: {found.text}"
            assert (wrong := lacks(found.json(), answer["has"])) is None, f"{answer['get']}: {wrong}"

    def test_each_of_its_questions_is_answered_in_its_columns(self, told: Told) -> None:
        for answer in told.pack.model.answers:
            wanted = {name: {"integer": 1, "number": 0.5}.get(param.type, "x") for name, param in answer.params.items()}
            for fill in ("none", "zero", "null"):
                address = f"/api/v1/packs/{told.pack.name}/answers/{answer.name}"
                for params in (
                    {"fill": fill, "time_range": "all"},
                    {"fill": fill, "timezone": "Asia/Kathmandu", **wanted},
                ):
                    found = told.http.get(address, params=params)
                    assert found.status_code == 200, f"{address}: {found.text}"
                    assert [column["name"] for column in found.json()["columns"]] == list(answer.columns)

    def test_the_same_events_again_change_nothing(self, told: Told) -> None:
        before = contents(told)
        again = told.send()
        assert again.get("accepted", 0) + again.get("duplicate", 0) == len(told.sample.get("events", []))
        assert contents(told) == before
        self.test_the_answers_are_as_promised(told)

    def test_nothing_was_set_aside(self, told: Told) -> None:
        assert told.conn.execute("select event_id, why from pack_failures").fetchall() == []

    def test_no_valid_event_is_too_strange_to_be_absorbed(self, told: Told) -> None:
        if not told.pack.model.events:
            assert told.pack.absorbing == (), "what absorbs says which events"
            return

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(st.lists(events(told.pack.model.events), min_size=1, max_size=12))
        def taken(items: list[dict[str, Any]]) -> None:
            draft = drafted(items)
            assert draft.rejected == [], "the grammar and the door agree on what is valid"
            assert refused(told.conn, draft) == []

        taken()


def refused(conn: Connection, draft: EventDraft) -> list[Any]:
    """What a pack could not take of a draft's events; nothing stays."""
    with conn.transaction(force_rollback=True):
        absorb(conn, [(1, event) for event in draft.events])
        return conn.execute("select event_id, why from pack_failures").fetchall()


def tables(conn: Connection, pack: str) -> dict[str, dict[str, str]]:
    """A pack's tables with their columns and types, in order; partitions are no tables of their own."""
    rows = conn.execute(
        "select c.table_name, c.column_name, c.data_type from information_schema.columns c"
        " join pg_class k on k.oid = format('%%I.%%I', c.table_schema, c.table_name)::regclass and not k.relispartition"
        " where c.table_schema = 'public' and k.relkind in ('r', 'p') and c.table_name like %s"
        " order by c.table_name, c.ordinal_position",
        (pack + r"\_%",),
    )
    found: dict[str, dict[str, str]] = {}
    for table, column, kind in rows:
        found.setdefault(table, {})[column] = kind
    return found


def contents(told: Told) -> dict[str, Counter[str]]:
    """All rows of a pack's tables, and all points."""
    names = [*tables(told.conn, told.pack.name), "samples"]
    asks = {name: sql.SQL("select t::text from {} t").format(sql.Identifier(name)) for name in names}
    return {name: Counter(row[0] for row in told.conn.execute(ask)) for name, ask in asks.items()}
