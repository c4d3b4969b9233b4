"""Episodes and what is said of them: an alert an episode, a transition for each change, numbered for live readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from db.queries import for_psycopg
from db.records import from_us
from db.work import EpisodeChange

STATES = {"open": "opened", "tell": "opened", "raise": "raised", "close": "closed"}


@dataclass(frozen=True, slots=True)
class Said:
    """A transition that waits for its number: of an alert from state `before` to `state`, and why."""

    tenant: int
    alert_id: int
    before: str | None
    state: str
    change: EpisodeChange
    episode: int
    why: str
    closed_at: datetime | None


class EpisodeWriter:
    """Writes changes inside the caller's transaction. `who` is the author of the transitions.

    `queries`: those of `episodes_write.sql`, if not on PostgreSQL (`db.memory`); then connections are not looked at.
    """

    def __init__(self, who: str, queries: Any = None) -> None:
        self._who = who
        self._sql = queries or for_psycopg("episodes_write")

    def write(self, conn: Any, changes: list[EpisodeChange]) -> set[int]:
        """Apply changes in order. Returns the tenants that have new transitions."""
        return self.say(conn, [one for change in changes if (one := self._apply(conn, change)) is not None])

    def say(self, conn: Any, said: list[Said]) -> set[int]:
        """Number and write transitions. Last in a transaction, and once: it locks their tenants. Returns these."""
        names = self._names(conn, said)
        for tenant in sorted({one.tenant for one in said}):
            self._number(conn, [one for one in said if one.tenant == tenant], names)
        return {one.tenant for one in said}

    def announce(self, conn: Any, change: EpisodeChange, episode: int) -> Said | None:
        """The first alert of an episode; None when there is one already."""
        alert = self._sql.open_alert(
            conn,
            tenant=change.tenant,
            episode=episode,
            severity=change.severity.value,
            opened_at=from_us(change.opened_at),
        )
        return Said(change.tenant, alert, None, "opened", change, episode, change.reason, None) if alert else None

    def move(
        self, conn: Any, change: EpisodeChange, episode: int, state: str, why: str, closed_at: datetime | None
    ) -> Said | None:
        """An alert in its new state; None when nothing was said of the episode."""
        alert = self._sql.change_alert(conn, episode=episode, state=state, severity=change.severity.value)
        return Said(change.tenant, alert[0], alert[1], state, change, episode, why, closed_at) if alert else None

    def _apply(self, conn: Any, change: EpisodeChange) -> Said | None:
        if change.verb == "open":
            row = self._sql.open_episode(conn, tenant=change.tenant, **columns(change))
            return self.announce(conn, change, row[0]) if row is not None and change.told else None
        closing = change.verb == "close"
        closed_at = from_us(change.t) if closing else None
        known = columns(change)
        del known["opened_at"]
        row = self._sql.update_episode(conn, state="closed" if closing else "open", closed_at=closed_at, **known)
        if row is None:
            return None
        if change.verb == "hold":
            return None
        if change.verb == "tell":
            return self.announce(conn, change, row[0])
        return self.move(conn, change, row[0], STATES[change.verb], change.reason, closed_at)

    def _names(self, conn: Any, said: list[Said]) -> dict[int, tuple[str, dict[str, str], str | None]]:
        ids = sorted({one.change.series_id for one in said})
        return {row[0]: (row[1], row[2], row[3]) for row in self._sql.series_names(conn, ids=ids)} if ids else {}

    def _number(self, conn: Any, said: list[Said], names: dict[int, Any]) -> None:
        first = self._sql.next_seq(conn, tenant=said[0].tenant, n=len(said))
        for seq, one in enumerate(said, start=first):
            self._sql.add_transition(
                conn,
                tenant=one.tenant,
                seq=seq,
                alert_id=one.alert_id,
                before=one.before,
                state=one.state,
                severity=one.change.severity.value,
                who=self._who,
                why=one.why,
                alert=Jsonb(message(one, names[one.change.series_id])),
            )


def message(said: Said, name: tuple[str, dict[str, str], str | None]) -> dict[str, Any]:
    """What subscribers get: the fields of the contract, and some more."""
    metric, labels, unit = name
    change = said.change
    return {
        "id": said.alert_id,
        "severity": change.severity.value,
        "state": said.state,
        "metric": metric,
        "labels": labels,
        "unit": unit,
        "t": from_us(change.peak_at).isoformat(),
        "value": change.value,
        "expected": change.expected,
        "lo": change.lo,
        "hi": change.hi,
        "score": change.score,
        "reason": said.why,
        "detector": change.detector,
        "kind": change.kind,
        "episode_id": said.episode,
        "series_id": change.series_id,
        "opened_at": from_us(change.opened_at).isoformat(),
        "closed_at": said.closed_at and said.closed_at.isoformat(),
    }


def columns(change: EpisodeChange) -> dict[str, Any]:
    """An episode's columns, but for its tenant, its state and its end."""
    return {
        "series_id": change.series_id,
        "kind": change.kind,
        "severity": change.severity.value,
        "opened_at": from_us(change.opened_at),
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
