"""What was said against what is so now: what stays, changes, goes and comes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.records import Severity
from db.revision import Step, Stood, news, plan
from db.work import EpisodeChange

ALL = (0, 10**9)


def episode(opened: int, last: int, verb: str = "close", score: float = 0.95) -> EpisodeChange:
    return EpisodeChange(
        verb=verb, tenant=1, series_id=1, t=last + 6, opened_at=opened, last_at=last, points=1, score=score,
        severity=Severity.low, peak_at=opened, value=1.0, expected=0.0, lo=-1.0, hi=1.0, detector="jump", reason="why",
    )  # type: ignore[arg-type]  # fmt: skip


def said(change: EpisodeChange, id_: int = 1, told: bool = True) -> Stood:
    return Stood(id_, change.verb == "open", told, change)


def short(steps: list[Step]) -> list[tuple[int | None, int | None]]:
    """(id of what stood, when what is so now opened)"""
    return [(before and before.id, now and now.opened_at) for before, now in steps]


def test_what_is_the_same_stays() -> None:
    assert plan([said(episode(10, 20))], [episode(10, 20)], ALL) == []


def test_what_meets_is_the_same_and_changed() -> None:
    assert short(plan([said(episode(10, 20))], [episode(15, 30)], ALL)) == [(1, 15)]
    assert short(plan([said(episode(10, 20))], [episode(10, 20, score=0.99)], ALL)) == [(1, 10)]


def test_a_little_more_or_less_of_the_same_is_no_news() -> None:
    before = said(episode(10, 20))
    assert not news(before, episode(10, 20, score=0.99))
    assert news(before, episode(10, 30)) and news(before, episode(10, 20, "open"))
    assert news(before, replace(episode(10, 20), severity=Severity.high))


def test_what_does_not_meet_goes_and_comes() -> None:
    assert short(plan([said(episode(10, 20))], [episode(21, 30)], ALL)) == [(1, None), (None, 21)]


def test_outside_the_span_what_was_told_stands() -> None:
    before = [said(episode(10, 20), 1), said(episode(100, 110), 2), said(episode(200, 210), 3)]
    assert short(plan(before, [], (90, 120))) == [(2, None)]
    quiet = [replace(one, told=False) for one in before]
    assert short(plan(quiet, [], (90, 120))) == [(2, None), (3, None)]
    assert plan(before, [], None) == []


def test_what_is_found_after_the_span_counts_but_not_what_is_found_before() -> None:
    assert short(plan([], [episode(10, 20), episode(200, 210)], (90, 120))) == [(None, 200)]


def test_what_is_open_is_always_brought_into_line() -> None:
    going = episode(500, 520, "open")
    assert short(plan([said(going)], [], (0, 10))) == [(1, None)]
    assert short(plan([], [going], None)) == [(None, 500)]
    assert short(plan([said(going)], [replace(going, verb="close")], None)) == [(1, 500)]
    assert short(plan([said(episode(500, 510))], [going], None)) == [(1, 500)]


def test_an_open_episode_that_went_on_is_the_same() -> None:
    assert plan([said(episode(500, 500, "open"))], [episode(500, 900, "open", score=0.96)], ALL) == []


def test_an_open_one_meets_the_last_and_what_is_over_is_written_first() -> None:
    before = [said(episode(100, 300, "open"))]
    now = [episode(100, 120), episode(250, 320, "open")]
    assert short(plan(before, now, ALL)) == [(None, 100), (1, 250)]


@pytest.mark.parametrize("told", [True, False])
def test_one_that_split_is_changed_and_found(told: bool) -> None:
    steps = plan([said(episode(100, 200), told=told)], [episode(100, 120), episode(180, 200)], ALL)
    assert short(steps) == [(1, 100), (None, 180)]
