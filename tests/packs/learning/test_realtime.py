"""What is going on equals the newest raw events; names are seen by those alone whom they concern."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.packs.learning.campus import KINDS, ZONES, Campus, get, midnight, within

PATH = "/analytics/realtime"


@pytest.mark.req("S2-08", "S2-55")
@pytest.mark.parametrize("seed", ZONES)
def test_counts_and_the_feed_equal_the_raw_events(campus: Campus, seed: int) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH)
    people = campus.students(seed)
    today = within(campus.raw, told, people)
    assert pd.Timestamp(told["from"]) == midnight(ZONES[seed]) and told["today_count"] == len(today)
    now = pd.Timestamp(told["to"])
    last = campus.raw[campus.raw.type.isin(KINDS) & campus.raw.person.isin(people) & (campus.raw.t < now)]
    assert told["active_users"] == last[last.t > now - pd.Timedelta(minutes=5)].person.nunique()
    wanted = last.sort_values(["t", "id"], ascending=False).head(10)
    assert [(row["user_id"], row["xp"]) for row in told["recent_activities"]] == list(
        zip(wanted.person, wanted.xp, strict=True)
    )


@pytest.mark.req("S2-08")
def test_five_minutes_count_each_student_once(empty: Campus) -> None:
    now = pd.Timestamp.now(tz="UTC")
    school, people = "33333333-3333-4333-8333-333333333330", [f"11111111-1111-4111-8111-11111111111{i}" for i in "123"]
    empty.put(
        schools=[{"id": school, "name": "Now"}],
        people=[{"id": id_, "username": id_, "role": "STUDENT", "school_id": school} for id_ in people],
    )
    ages = [(people[0], 10), (people[0], 20), (people[1], 200), (people[2], 330)]
    empty.send([act(f"now-{n}", who, now - pd.Timedelta(seconds=age)) for n, (who, age) in enumerate(ages)])
    told = get(empty.admin, PATH, limit=3)
    assert told["active_users"] == 2
    assert [row["user_id"] for row in told["recent_activities"]] == [people[0], people[0], people[1]]


def act(event_id: str, who: str, at: pd.Timestamp) -> dict[str, object]:
    """An activity."""
    return {"event_id": event_id, "event_type": "learning.activity", "timestamp": at.isoformat(), "user_id": who}


@pytest.mark.req("S2-08", "S2-53")
def test_the_feed_names_only_those_whom_one_may_see(campus: Campus) -> None:
    mine = get(campus.as_(11, "STUDENT", 1), PATH)
    assert {row["name"] for row in mine["recent_activities"]} == {"You"}
    taught = get(campus.as_(11, "TEACHER", 3), PATH, limit=100)
    assert {row["user_id"] for row in taught["recent_activities"]} <= set(campus.members(campus.group(11, 3)))
    onlooker = get(campus.login("viewer"), PATH)
    assert onlooker["recent_activities"] == []
    assert mine["today_count"] == taught["today_count"]
