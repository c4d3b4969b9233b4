"""Detectors forget a series whose person was erased, and go on with the others."""

from __future__ import annotations

from tests.integration.consuming import now, wave, working
from tests.integration.writing import add_series


def test_the_state_of_an_erased_series_is_forgotten_for_good(database: str) -> None:
    with working(database) as bench:
        gone, kept = (add_series(bench.conn, "heart", user_id=who) for who in ("anna", "boris"))
        for series in (gone, kept):
            bench.send(series, *wave(now() - 60_000_000, series))
        before = bench.state(kept)
        ask = "insert into relearn (series_id, shard, live, ready_at, forget) values (%s, 0, false, now(), true)"
        bench.conn.execute(ask, (gone,))
        assert bench.relearn() == 1
        assert (bench.count(gone), bench.state(kept) == before) == (0, True)
        bench.restart()
        assert (bench.count(gone), bench.state(kept) == before) == (0, True)
        assert bench.conn.execute("select count(*) from relearn").fetchone() == (0,)
