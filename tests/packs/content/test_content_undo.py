"""Events of content that are taken back leave nothing, in windows of every length."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from db.packs.content.factory import events
from db.pool import connect
from db.removal import remove_now
from tests.packs.content.newsroom import Newsroom

SUMS = """
select level, sum(page_views), sum(content_views), sum(engaged_views), sum(clicks), sum(conversions), sum(engagements),
       sum(optimizations), sum(scored), trim_scale(sum(score_sum))
from content_rollup where content = -1 group by level order by level
"""
FACTS = """
select count(*) filter (where kind = 1), count(*) filter (where kind = 2), count(*) filter (where engaged),
       count(*) filter (where kind = 6), count(*) filter (where kind = 4), count(*) filter (where kind = 5),
       count(*) filter (where kind = 3), count(score), trim_scale(sum(score)) from content_events
"""
MONEY = "select level, trim_scale(sum(revenue)) from content_money where content = -1 group by level order by level"


def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    with connect(url) as conn:
        return conn.execute(query).fetchall()


def test_windows_of_every_length_say_what_facts_say_and_go_with_them(empty: Newsroom) -> None:
    sent = list(events(5, datetime.now(UTC) - timedelta(days=35), 34, 0.01, "Europe/Berlin", contents=6))
    empty.send(sent)
    remove_now(empty.url, 1, [event["event_id"] for event in sent[::3]])
    (facts,) = rows(empty.url, FACTS)
    assert all(facts) and [row[1:] for row in rows(empty.url, SUMS)] == [facts] * 5
    (revenue,) = rows(empty.url, "select trim_scale(sum(revenue)) from content_events")
    assert [row[1:] for row in rows(empty.url, MONEY)] == [revenue] * 5
    remove_now(empty.url, 1, [event["event_id"] for event in sent])
    for table in ("content_rollup", "content_money", "content_items"):
        assert rows(empty.url, f"select count(*) from {table}") == [(0,)], table
