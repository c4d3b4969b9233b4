"""A small domain of the tests' own, with all that a pack may have, and a world of people who do things in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from db.packs import registry
from db.packs.mapping import rules_of
from db.privacy.people import labels_of_people

PACK = """
name = "visits"
title = "Visits"
description = "Who visits what."
[[events]]
type = "visit.made"
title = "A visit"
needs = ["user_id"]
properties.amount = { type = "decimal", title = "Spent", required = true }
properties.place = { type = "string", title = "Where", required = true, choices = ["sea", "hill"] }
properties.note = { type = "string", title = "A word", personal = true }
[[metrics]]
name = "visit.amount"
title = "Spent"
events = ["visit.made"]
value = "properties.amount"
labels = { place = "properties.place" }
[[metrics]]
name = "visit.mine"
title = "Visits of one person"
events = ["visit.made"]
labels = { guest = "user_id" }
[[tables]]
name = "visits_facts"
time = "t"
person = "guest"
event = "event_id"
anonymise = ["note"]
[[tables]]
name = "visits_hours"
[[tables]]
name = "visits_profiles"
person = "guest"
"""
SCHEMA = """
create table visits_facts (tenant_id int not null, event_id text not null, t timestamptz not null, guest text not null,
    place text not null, amount numeric not null, note text, primary key (tenant_id, event_id));
create table visits_hours (tenant_id int not null, t timestamptz not null, place text not null, n bigint not null,
    amount numeric not null, least numeric not null, primary key (tenant_id, t, place));
create table visits_profiles (tenant_id int not null, guest text not null, likes text, primary key (tenant_id, guest));
"""
QUERIES = """
-- name: absorb!
with news as (
    select tenant, id, t, u, p ->> 'place' as place, (p ->> 'amount')::numeric as amount, p ->> 'note' as note
    from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :users::text[], :properties::jsonb[])
         as e (tenant, id, t, u, p)
), facts as (
    insert into visits_facts select tenant, id, t, u, place, amount, note from news
)
insert into visits_hours as h
select tenant, date_trunc('hour', t, 'UTC'), place, count(*), sum(amount), min(amount) from news group by 1, 2, 3
on conflict (tenant_id, t, place) do update
    set n = h.n + excluded.n, amount = h.amount + excluded.amount, least = least(h.least, excluded.least);

-- name: forget_hours!
update visits_hours h set n = h.n - g.n, amount = h.amount - g.amount
from (select date_trunc('hour', t, 'UTC') as t, place, count(*) as n, sum(amount) as amount
      from visits_facts where tenant_id = :tenant and event_id = any(:ids::text[]) group by 1, 2) g
where h.tenant_id = :tenant and h.t = g.t and h.place = g.place;

-- name: reaggregate_hours!
with gone as (delete from visits_hours where tenant_id = :tenant and n = 0)
update visits_hours h set least = f.least
from (select date_trunc('hour', t, 'UTC') as t, place, min(amount) as least from visits_facts
      where tenant_id = :tenant
        and date_trunc('hour', t, 'UTC') in (select date_trunc('hour', w, 'UTC') from unnest(:windows::timestamptz[]) w)
      group by 1, 2) f
where h.tenant_id = :tenant and h.t = f.t and h.place = f.place;
"""


@contextmanager
def visits_pack(folder: Path) -> Iterator[None]:
    """The domain is there: databases that are migrated now have its tables."""
    place = folder / "visits"
    place.mkdir()
    for name, text in (("pack.toml", PACK), ("schema.sql", SCHEMA), ("queries.sql", QUERIES)):
        (place / name).write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIDEWATCH_PACKS", str(folder))
        _forget()
        yield
    _forget()


def _forget() -> None:
    registry.forget()
    rules_of.cache_clear()
    labels_of_people.cache_clear()


START = (datetime.now(UTC) - timedelta(days=24)).replace(hour=0, minute=0, second=0, microsecond=0)


def visits(person: str, seed: int, n: int = 120, days: int = 20) -> list[dict[str, Any]]:
    """Visits of a person, some at the same instants as those of others, and things that no pack knows."""
    rng = np.random.default_rng(seed)
    minutes = np.sort(rng.integers(0, days * 24 * 12, n)) * 5
    return [_one(person, i, START + timedelta(minutes=int(minute)), rng) for i, minute in enumerate(minutes)]


def _one(person: str, i: int, when: datetime, rng: np.random.Generator) -> dict[str, Any]:
    known = {"amount": f"{rng.integers(1, 9999) / 100:.2f}", "place": str(rng.choice(["sea", "hill"])), "note": "hello"}
    return {
        "event_id": f"{person}-{i}",
        "event_type": "visit.made" if i % 4 else "door.opened",
        "timestamp": when.isoformat(),
        "user_id": person,
        "session_id": f"{person}-s{i // 10}",
        "properties": known if i % 4 else {"by": person, "door": int(rng.integers(9))},
    }


def readings(person: str, seed: int, n: int = 300) -> dict[str, Any]:
    """Points of a series that names a person: a heart rate every quarter of an hour."""
    v = np.round(70 + np.random.default_rng(seed).normal(0, 3, n), 1).tolist()
    t = [(START + timedelta(minutes=15 * i)).isoformat() for i in range(n)]
    return {"metric": "heart.rate", "labels": {"user_id": person}, "t": t, "v": v}
