"""Alerts as the pipeline would write them, for tests that only read them."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.types.json import Jsonb

SERIES = """
insert into series (tenant_id, metric, labels, fingerprint, shard) values (%s, %s, %s, %s, 0)
on conflict (tenant_id, fingerprint) do update set metric = excluded.metric returning id
"""
EPISODE = """
insert into episodes (tenant_id, series_id, state, severity, opened_at, last_at, score, peak_at, detector, reason)
values (%s, %s, 'closed', %s, now(), now(), 0.999, now(), 'test', 'because') returning id
"""
ALERT = """
insert into alerts (tenant_id, episode_id, state, severity, opened_at) values (%s, %s, 'opened', %s, now()) returning id
"""
NEXT = "update tenants set live_seq = live_seq + 1 where id = %s returning live_seq"
TRANSITION = """
insert into alert_transitions (tenant_id, seq, alert_id, to_state, severity, who, why, alert)
values (%s, %s, %s, 'opened', %s, 'test', 'because', %s)
"""


def raise_alert(
    url: str, metric: str = "cpu.load", severity: str = "high", tenant: int = 1, labels: dict[str, str] | None = None
) -> int:
    """One new alert. Returns its sequence number."""
    return raise_alerts(url, 1, metric, severity, tenant, labels)[0]


def raise_alerts(
    url: str,
    count: int,
    metric: str = "cpu.load",
    severity: str = "high",
    tenant: int = 1,
    labels: dict[str, str] | None = None,
    reason: str = "because",
) -> list[int]:
    """New alerts of one series, in one transaction. Returns their sequence numbers."""
    labels = labels or {"host": "a"}
    print_ = f"{metric} {sorted(labels.items())}".encode()
    with psycopg.connect(url) as conn:
        (series,) = _one(conn, SERIES, (tenant, metric, Jsonb(labels), print_))
        body = {"severity": severity, "state": "opened", "metric": metric, "labels": labels, "reason": reason}
        return [_add(conn, tenant, series, body) for _ in range(count)]


def _add(conn: psycopg.Connection, tenant: int, series: int, body: dict[str, Any]) -> int:
    severity = body["severity"]
    (episode,) = _one(conn, EPISODE, (tenant, series, severity))
    (alert,) = _one(conn, ALERT, (tenant, episode, severity))
    (seq,) = _one(conn, NEXT, (tenant,))
    conn.execute(TRANSITION, (tenant, seq, alert, severity, Jsonb({"id": alert, **body})))
    return seq


def forget_alerts(url: str, up_to: int, tenant: int = 1) -> None:
    """Retention: transitions up to a number are gone."""
    with psycopg.connect(url) as conn:
        conn.execute("delete from alert_transitions where tenant_id = %s and seq <= %s", (tenant, up_to))


def new_tenant(url: str, name: str) -> int:
    """Another tenant. Returns its id."""
    with psycopg.connect(url) as conn:
        return _one(conn, "insert into tenants (name) values (%s) returning id", (name,))[0]


def _one(conn: psycopg.Connection, sql: str, args: tuple) -> tuple:
    row = conn.execute(sql, args).fetchone()
    assert row is not None
    return row
