"""The queue of series whose past changed, what is stored of them, and what becomes of what was said (ADR 9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db.episode_writer import EpisodeWriter, Said, columns
from db.packed import POINT, ids_of, times_of, unpack
from db.queries import for_psycopg
from db.records import Bands, Ids, Points, from_us, to_us
from db.revision import Stood, news, plan, stood
from db.samples import copy_bands
from db.work import EpisodeChange, RelearnAsk, Relearned

WITHDRAWN = "Late data came in; with it, nothing there is unusual."
REVISED = "Late data came in; with it: {}"
LEARNED = "The detectors learned anew; now: {}"
ENDED = "It ended while the detectors learned anew."


class Relearning:
    """On the connection of a shard's single writer. `after`: how long changes of a series are collected first.

    `queries`: those of `relearn.sql`, if not on PostgreSQL, and `put_bands` beside them.
    """

    def __init__(
        self,
        conn: Any,
        episodes: EpisodeWriter,
        after: timedelta,
        queries: Any = None,
        put_bands: Callable[[Any, Bands], None] = copy_bands,
    ) -> None:
        self._conn = conn
        self._episodes = episodes
        self._after = after
        self._sql = queries or for_psycopg("relearn")
        self._put_bands = put_bands

    def ask(self, shard: int, changed: Points, revised: Points, live: NDArray[np.bool_] | None) -> None:
        """Note the series of points that were stored behind the newest of their series. `live`: as in `ShardWork`."""
        if not len(changed):
            return
        ids, of = np.unique(changed.ids, return_inverse=True)
        since, until = np.full(len(ids), np.iinfo(np.int64).max), np.full(len(ids), np.iinfo(np.int64).min)
        np.minimum.at(since, of, changed.t)
        np.maximum.at(until, of, changed.t)
        told = np.ones(len(ids), bool) if live is None else np.isin(ids, revised.ids[live])
        self._sql.ask(
            self._conn,
            shard=shard,
            delay=self._after,
            ids=ids.tolist(),
            since=[from_us(t) for t in since.tolist()],
            until=[from_us(t) for t in until.tolist()],
            live=told.tolist(),
        )

    def ask_all(self, shard: int) -> None:
        """Note every series of the shard, to be learned only."""
        self._sql.ask_all(self._conn, shard=shard)

    def ready(self, shard: int, limit: int) -> list[RelearnAsk]:
        """Series whose turn has come, the oldest first."""
        rows = self._sql.ready(self._conn, shard=shard, limit=limit)
        return [RelearnAsk(i, tenant, a and to_us(a), b and to_us(b), *how) for i, tenant, a, b, *how in rows]

    def stored(self, series: int, limit: int) -> Points:
        """The newest `limit` raw points of a series, sorted by time."""
        rows = unpack(self._sql.stored(self._conn, series=series, limit=limit), POINT)
        return Points(ids_of(rows), times_of(rows), rows["v"].astype(np.float64))

    def untold(self, shard: int) -> Ids:
        """Series with an open episode that nobody was told of."""
        return np.array([row[0] for row in self._sql.untold(self._conn, shard=shard)], np.int32)

    def write(self, one: Relearned) -> list[Said]:
        """Bring what was said of a series into line with what its points say now. Returns what is to be told."""
        conn, series = self._conn, one.ask.series_id
        self._sql.done(conn, ids=[series])
        since = one.span[0] if one.span else None
        if since is not None:
            if len(one.bands.t):
                self._sql.drop_bands(conn, series=series, since=from_us(int(one.bands.t[0])))
                self._put_bands(conn, one.bands)
            since = min(since, *(episode.opened_at for episode in one.episodes), since)
        rows = self._sql.episodes_since(conn, series=series, since=from_us(since) if since is not None else None)
        steps = plan([stood(row, one.ask) for row in rows], one.episodes, one.span)
        said = [self._step(before, now, compared=one.span is not None) for before, now in steps]
        return [told for told in said if told is not None]

    def _step(self, before: Stood | None, now: EpisodeChange | None, *, compared: bool) -> Said | None:
        if before is None:
            return self._found(now) if now is not None else None
        if now is not None:
            return self._revised(before, now, REVISED if compared else LEARNED)
        return self._gone(before) if compared else self._ended(before)

    def _found(self, now: EpisodeChange) -> Said | None:
        (episode,) = self._sql.add_past_episode(self._conn, tenant=now.tenant, **_whole(now))
        return self._episodes.announce(self._conn, now, episode) if now.verb == "open" and now.told else None

    def _revised(self, before: Stood, now: EpisodeChange, words: str) -> Said | None:
        self._sql.revise_episode(self._conn, id=before.id, **_whole(now))
        ended = now.verb == "close"
        if not news(before, now):
            return None
        state = "closed" if ended and before.open else "revised"
        end = from_us(now.t) if ended else None
        return self._episodes.move(self._conn, now, before.id, state, words.format(now.reason), end)

    def _gone(self, before: Stood) -> Said | None:
        if not before.told:
            self._sql.forget_episode(self._conn, id=before.id)
            return None
        self._sql.retract_episode(self._conn, id=before.id)
        end = from_us(before.change.last_at)
        return self._episodes.move(self._conn, before.change, before.id, "retracted", WITHDRAWN, end)

    def _ended(self, before: Stood) -> Said | None:
        end = from_us(before.change.last_at)
        self._sql.revise_episode(
            self._conn, id=before.id, **_whole(before.change) | {"state": "closed", "closed_at": end}
        )
        return self._episodes.move(self._conn, before.change, before.id, "closed", ENDED, end)


def _whole(change: EpisodeChange) -> dict[str, object]:
    """All columns of an episode but its tenant."""
    ended = change.verb == "close"
    return {
        **columns(change),
        "state": "closed" if ended else "open",
        "closed_at": from_us(change.t) if ended else None,
    }
