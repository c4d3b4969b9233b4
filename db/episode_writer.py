"""Episodes and what is said of them: an alert an episode, a transition for each change, numbered for live readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from psycopg.types.json import Jsonb

from db.pool import Connection
from db.queries import for_psycopg
from db.records import from_us
from db.work import EpisodeChange

STATES = {"open": "opened", "raise": "raised", "close": "closed"}


@dataclass
class _Said:
    """A transition that waits for its number."""

    tenant: int
    alert_id: int
    before: str | None
    change: EpisodeChange
    episode: int


class EpisodeWriter:
    """Writes changes inside the caller's transaction. `who` is the author of the transitions."""

    def __init__(self, who: str, alert_within: timedelta) -> None:
        self._who = who
        self._alert_within = alert_within
        self._sql = for_psycopg("episodes_write")

    def write(self, conn: Connection, changes: list[EpisodeChange], now: datetime) -> set[int]:
        """Apply changes in order. Returns the tenants that have new transitions.

        History that is filled in is remembered, not announced: an episode that began longer than `alert_within`
        before `now` gets no alert.
        """
        said = [one for change in changes if (one := self._apply(conn, change, now)) is not None]
        names = self._names(conn, said)
        for tenant in sorted({one.tenant for one in said}):
            self._number(conn, tenant, [one for one in said if one.tenant == tenant], names)
        return {one.tenant for one in said}

    def _apply(self, conn: Connection, change: EpisodeChange, now: datetime) -> _Said | None:
        if change.verb == "open":
            row = self._sql.open_episode(conn, tenant=change.tenant, **_columns(change))
            if row is None or now - from_us(change.opened_at) > self._alert_within:
                return None
            alert = self._sql.open_alert(
                conn,
                tenant=change.tenant,
                episode=row[0],
                severity=change.severity.value,
                opened_at=from_us(change.opened_at),
            )
            return _Said(change.tenant, alert, None, change, row[0]) if alert else None
        closing = change.verb == "close"
        row = self._sql.update_episode(
            conn,
            state="closed" if closing else "open",
            closed_at=from_us(change.t) if closing else None,
            **_columns(change),
        )
        if row is None:
            return None
        alert = self._sql.change_alert(conn, episode=row[0], state=STATES[change.verb], severity=change.severity.value)
        return _Said(change.tenant, alert[0], alert[1], change, row[0]) if alert else None

    def _names(self, conn: Connection, said: list[_Said]) -> dict[int, tuple[str, dict[str, str], str | None]]:
        ids = sorted({one.change.series_id for one in said})
        return {row[0]: (row[1], row[2], row[3]) for row in self._sql.series_names(conn, ids=ids)} if ids else {}

    def _number(self, conn: Connection, tenant: int, said: list[_Said], names: dict[int, Any]) -> None:
        first = self._sql.next_seq(conn, tenant=tenant, n=len(said))
        for seq, one in enumerate(said, start=first):
            self._sql.add_transition(
                conn,
                tenant=tenant,
                seq=seq,
                alert_id=one.alert_id,
                before=one.before,
                state=STATES[one.change.verb],
                severity=one.change.severity.value,
                who=self._who,
                why=one.change.reason,
                alert=Jsonb(message(one.alert_id, one.episode, one.change, names[one.change.series_id])),
            )


def message(
    alert_id: int, episode: int, change: EpisodeChange, name: tuple[str, dict[str, str], str | None]
) -> dict[str, Any]:
    """What subscribers get: the fields of the contract, and some more."""
    metric, labels, unit = name
    closed = from_us(change.t).isoformat() if change.verb == "close" else None
    return {
        "id": alert_id,
        "severity": change.severity.value,
        "state": STATES[change.verb],
        "metric": metric,
        "labels": labels,
        "unit": unit,
        "t": from_us(change.peak_at).isoformat(),
        "value": change.value,
        "expected": change.expected,
        "lo": change.lo,
        "hi": change.hi,
        "score": change.score,
        "reason": change.reason,
        "detector": change.detector,
        "kind": change.kind,
        "episode_id": episode,
        "series_id": change.series_id,
        "opened_at": from_us(change.opened_at).isoformat(),
        "closed_at": closed,
    }


def _columns(change: EpisodeChange) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "series_id": change.series_id,
        "kind": change.kind,
        "severity": change.severity.value,
        "last_at": from_us(change.last_at),
        "points": change.points,
        "score": change.score,
        "peak_at": from_us(change.peak_at),
        "value": change.value,
        "expected": change.expected,
        "lo": change.lo,
        "hi": change.hi,
        "detector": change.detector,
        "reason": change.reason,
    }
    return columns | ({"opened_at": from_us(change.opened_at)} if change.verb == "open" else {})
