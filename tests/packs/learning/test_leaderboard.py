"""Boards: who earned how much since when, with ranks as in competitions."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.packs.learning.ranking import place, ranks
from tests.packs.learning.campus import KINDS, ZONES, Campus, get, midnight, status, within

PATH = "/gamification/leaderboard"


def begin(zone: str, timeframe: str) -> pd.Timestamp:
    """Where the period began."""
    today = midnight(zone)
    back = {"day": 0, "week": today.weekday(), "month": today.day - 1}[timeframe]
    return today - pd.DateOffset(days=back)


def earned(campus: Campus, told: dict[str, Any], people: list[str]) -> list[tuple[str, int]]:
    """(person, XP) in the range, best first, of equals the lower id."""
    xp = within(campus.raw, told, people).groupby("person").xp.sum().reset_index()
    xp = xp[xp.xp > 0].sort_values(["xp", "person"], ascending=[False, True])
    return list(zip(xp.person, xp.xp, strict=True))


@pytest.mark.req("S2-20", "S2-21", "S2-22", "S2-23", "S2-55")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("timeframe", ["day", "week", "month"])
def test_a_period_equals_the_sums_since_it_began_in_the_schools_zone(campus: Campus, seed: int, timeframe: str) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, timeframe=timeframe, limit=100)
    assert pd.Timestamp(told["from"]) == begin(ZONES[seed], timeframe)
    board = earned(campus, told, campus.students(seed))
    assert [(row["user_id"], row["xp"]) for row in told["entries"]] == board
    assert [row["rank"] for row in told["entries"]] == [1 + sum(xp > mine for _, xp in board) for _, mine in board]
    assert told["total_participants"] == len(board)


@pytest.mark.req("S2-21")
@pytest.mark.parametrize("number", [0, 3, 9])
def test_my_place_equals_a_count_over_the_board(campus: Campus, number: int) -> None:
    told = get(campus.as_(12, "STUDENT", number), PATH, timeframe="all", limit=100)
    board = dict(earned(campus, told, campus.students(12)))
    mine = board[campus.person(12, "STUDENT", number)]
    better = [xp for xp in board.values() if xp > mine]
    assert (told["current_user_xp"], told["current_user_rank"]) == (mine, 1 + len(better))
    assert told["xp_to_next_rank"] == (min(better) - mine if better else None)
    assert told["percentile"] == round(100 * (len(board) - 1 - len(better)) / (len(board) - 1), 2)
    (me,) = [row for row in told["entries"] if row["is_current_user"]]
    assert (me["name"], me["rank"], me["user_id"]) == ("You", 1 + len(better), campus.person(12, "STUDENT", number))


@pytest.mark.req("S2-21", "S2-22", "S2-23")
def test_all_time_comes_from_what_stands_also_when_facts_are_gone(empty: Campus) -> None:
    school, people = "33333333-3333-4333-8333-333333333331", [f"11111111-1111-4111-8111-11111111112{i}" for i in "1234"]
    empty.put(
        schools=[{"id": school, "name": "Boards"}],
        people=[{"id": id_, "username": id_, "role": "STUDENT", "school_id": school} for id_ in people],
    )
    for number, (who, xp) in enumerate(zip(people, (5, 9, 5, 2), strict=True)):
        empty.send([{**_act(f"b-{number}", who, xp), "timestamp": "2026-02-03T00:00:00Z"}])
    with empty.database() as conn:
        conn.execute("delete from learning_activities")
        conn.execute("delete from learning_quarters")
    told = get(empty.admin, PATH, timeframe="all")
    assert [(row["rank"], row["user_id"], row["xp"]) for row in told["entries"]] == [
        (1, people[1], 9), (2, people[0], 5), (2, people[2], 5), (4, people[3], 2),
    ]  # fmt: skip
    assert get(empty.admin, PATH, timeframe="week")["entries"] == []


def _act(event_id: str, who: str, xp: int) -> dict[str, Any]:
    return {"event_id": event_id, "event_type": "learning.activity", "user_id": who, "properties": {"xp": xp}}


@pytest.mark.req("S2-20", "S2-22")
def test_all_time_equals_every_event(campus: Campus) -> None:
    told = get(campus.as_(13, "ADMIN"), PATH, timeframe="all", limit=100)
    raw = campus.raw[campus.raw.type.isin(KINDS) & campus.raw.person.isin(campus.students(13))]
    xp = raw.groupby("person").xp.sum()
    assert {row["user_id"]: row["xp"] for row in told["entries"]} == xp[xp > 0].to_dict()


@pytest.mark.req("S2-20", "S2-51", "S2-53", "S2-56")
def test_names_are_short_for_students_and_classes_ones_own(campus: Campus) -> None:
    told = get(campus.as_(11, "STUDENT", 0), PATH, timeframe="all")
    assert len(told["entries"]) == 10
    assert all(row["name"] == "You" or row["name"].endswith(".") for row in told["entries"])
    assert [row["user_id"] for row in told["entries"] if not row["is_current_user"]] == [None] * (
        10 - sum(row["is_current_user"] for row in told["entries"])
    )
    assert status(campus.as_(11, "STUDENT", 0), PATH, class_id=campus.group(11, 0)) == 200
    assert status(campus.as_(11, "STUDENT", 0), PATH, class_id=campus.group(11, 3)) == 404
    assert status(campus.as_(11, "STUDENT", 0), PATH, school_id=campus.school(12)) == 404
    assert get(campus.admin, PATH)["timeframe"] == "week"
    assert status(campus.admin, PATH, limit=101) == status(campus.admin, PATH, timeframe="year") == 422


@pytest.mark.req("S2-70")
def test_a_board_is_kept_for_5_minutes(campus: Campus) -> None:
    first = get(campus.as_(11, "STUDENT", 0), PATH, timeframe="all")
    second = get(campus.as_(11, "STUDENT", 1), PATH, timeframe="all")
    assert first["generated_at"] == second["generated_at"]
    assert first["current_user_xp"] != second["current_user_xp"]  # one board, two places on it


@pytest.mark.req("S2-23")
@given(st.lists(st.integers(1, 9), max_size=12), st.integers(0, 9))
def test_places_agree_with_counting(xp: list[int], mine: int) -> None:
    board = sorted([*xp, mine] if mine else xp, reverse=True)
    assert ranks(board) == [1 + sum(other > one for other in board) for one in board]
    found, above = place(mine, board), [one for one in board if one > mine]
    assert found.to_next == (min(above) - mine if above else None)
    assert found.rank == (1 + len(above) if mine else None)
    if mine and len(board) > 1:
        assert found.percentile == round(100 * (len(board) - 1 - len(above)) / (len(board) - 1), 2)
    elif mine:
        assert found.percentile == 100
