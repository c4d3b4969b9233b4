"""Activities: each once, whoever sends it; corrected and removed with all that came of them; seen by whom they may."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.packs.fitness import corrections
from api.packs.fitness.limits import FitnessLimits
from db.pool import connect
from tests.packs.fitness.arena import Arena, F

TODAY = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
BEGAN = (TODAY - timedelta(days=3, hours=-7)).isoformat()


def activity(**more: Any) -> dict[str, Any]:
    return {"user_id": "ann", "sport_type": "run", "started_at": BEGAN, "timezone": "Europe/Berlin", "duration_s": 3600,
            "distance_m": 10000.5, "elevation_m": 80, "calories": 600, "avg_hr": 150} | more  # fmt: skip


def post(empty: Arena, **more: Any) -> dict[str, Any]:
    answer = empty.admin.post(f"{F}/activities", json=activity(**more))
    assert answer.status_code == 202, answer.text
    empty.pipeline.drain()
    return answer.json()


@pytest.fixture
def clean(empty: Arena) -> Iterator[Arena]:
    """Without activities before and after."""
    yield empty
    for item in empty.get(f"{F}/activities", limit=1000)["items"]:
        empty.admin.delete(f"{F}/activities/{item['id']}")
    assert totals(empty) == {"distance": 0, "activities": 0}


def totals(arena: Arena, **asked: Any) -> dict[str, float]:
    """Distance and number, over all, by the pack's own sums."""
    start = (TODAY - timedelta(days=30)).isoformat()
    return {
        name: arena.get(f"{F}/trends", metric=name, from_=start, bucket="day", timezone="UTC", **asked)["total"]
        for name in ("distance", "activities")
    }


def core(arena: Arena, metric: str) -> float:
    """The sum of the core's own points."""
    found = arena.get("/api/v1/trends", metric=f"fitness.{metric}", agg="sum", time_range="30d", bucket="day")
    return found["series"][0]["total"] or 0.0


@pytest.mark.req("S0-19")
def test_an_activity_is_told_as_it_was_sent_in_its_own_zone(clean: Arena) -> None:
    sent = post(clean, name="Morning run", source="watch", external_id="77", max_hr=171)
    found = clean.get(f"{F}/activities/{sent['id']}")
    began = datetime.fromisoformat(found["started_at"])
    assert began == datetime.fromisoformat(BEGAN) and began.utcoffset() in (timedelta(hours=1), timedelta(hours=2))
    assert {name: found[name] for name in activity() if name != "started_at"} == {
        name: value for name, value in activity().items() if name != "started_at"
    }
    assert (found["name"], found["source"], found["external_id"], found["max_hr"]) == (
        "Morning run",
        "watch",
        "77",
        171,
    )
    assert found["pace"] == pytest.approx(3600 * 1000 / 10000.5, abs=1e-6)


@pytest.mark.req("S0-19")
def test_the_same_source_and_external_id_is_one_activity_whatever_its_event_id(clean: Arena) -> None:
    first = post(clean, source="strava", external_id="1")
    second = post(clean, source="strava", external_id="1", distance_m=99.0)
    assert first["id"] == second["id"]
    event = {"event_id": "another", "event_type": "fitness.activity", "timestamp": BEGAN, "user_id": "ann",
             "properties": {"sport_type": "run", "duration_s": 1, "source": "strava", "external_id": "1"}}  # fmt: skip
    clean.send([event, event | {"event_id": "a third"}])
    assert totals(clean) == {"distance": 10000.5, "activities": 1}
    assert core(clean, "distance") == 10000.5
    clean.send([event | {"event_id": "bob's", "user_id": "bob"}])
    assert totals(clean)["activities"] == 2, "another athlete's"
    clean.send([event | {"event_id": "next", "properties": {**event["properties"], "external_id": "2"}}])
    assert totals(clean)["activities"] == 3, "the next of the same source"


@pytest.mark.req("S0-19")
@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"sport_type": None}, "needs properties.sport_type"), ({"duration_s": -1}, "at least 0"),
        ({"timezone": "Mars/Olympus"}, "IANA"), ({"avg_hr": 500}, "at most 300"), ({"distance_m": "far"}, "number"),
    ],
)  # fmt: skip
def test_what_is_no_activity_is_refused_at_the_door(clean: Arena, wrong: dict[str, Any], why: str) -> None:
    properties = {"sport_type": "run", "duration_s": 60} | wrong
    event = {"event_type": "fitness.activity", "timestamp": BEGAN, "user_id": "ann", "properties": properties}
    answer = clean.admin.post("/api/v1/events", json={"events": [event]})
    assert answer.status_code == 400
    assert why in answer.json()["rejected"][0]["reason"]


@pytest.mark.req("S0-19")
def test_a_start_without_a_zone_is_refused(clean: Arena) -> None:
    answer = clean.admin.post(f"{F}/activities", json=activity(started_at=BEGAN[:19]))
    assert (answer.status_code, "started_at" in answer.json()["detail"]) == (422, True), answer.text


@pytest.mark.req("S0-19")
def test_a_correction_reaches_facts_sums_and_points(clean: Arena) -> None:
    sent = post(clean, source="watch", external_id="5")
    post(clean, distance_m=1000, started_at=(TODAY - timedelta(days=2)).isoformat())
    answer = clean.admin.patch(
        f"{F}/activities/{sent['id']}", json={"distance_m": 12000, "avg_hr": None, "name": "Long"}
    )
    assert (answer.status_code, answer.json()["id"]) == (202, sent["id"])
    clean.pipeline.drain()
    found = clean.get(f"{F}/activities/{sent['id']}")
    assert (found["distance_m"], found["avg_hr"], found["name"], found["calories"]) == (12000, None, "Long", 600)
    assert totals(clean) == totals(clean, athlete="ann") == {"distance": 13000, "activities": 2}
    assert (core(clean, "distance"), core(clean, "activities")) == (13000, 2)


@pytest.mark.req("S0-19")
def test_an_activity_can_be_moved_in_time_and_to_another_sport(clean: Arena) -> None:
    sent = post(clean)
    moved = (TODAY - timedelta(days=9)).isoformat()
    clean.admin.patch(f"{F}/activities/{sent['id']}", json={"started_at": moved, "sport_type": "walk"})
    clean.pipeline.drain()
    start = (TODAY - timedelta(days=30)).isoformat()
    found = clean.get(f"{F}/trends", from_=start, bucket="day", fill="none", timezone="UTC")
    assert [(p["t"][:10], p["v"]) for p in found["points"]] == [(moved[:10], 10000.5)]
    assert [s["sport_type"] for s in found["sports"]] == ["walk"]


def test_a_strange_correction_is_refused_and_changes_nothing(clean: Arena) -> None:
    sent = post(clean)
    for wrong in ({"duration_s": None}, {"avg_hr": 1000}, {"timezone": "Nowhere"}, {"distance": 5},
                  {"started_at": "2199-01-01T00:00:00Z"}):  # fmt: skip
        assert clean.admin.patch(f"{F}/activities/{sent['id']}", json=wrong).status_code == 422, wrong
    assert clean.get(f"{F}/activities/{sent['id']}")["distance_m"] == 10000.5
    for method in ("get", "delete"):
        assert getattr(clean.admin, method)(f"{F}/activities/nothing").status_code == 404
    assert clean.admin.patch(f"{F}/activities/nothing", json={}).status_code == 404


def test_a_removed_activity_leaves_nothing_and_may_come_again(clean: Arena) -> None:
    sent = post(clean, source="watch", external_id="9")
    assert clean.admin.delete(f"{F}/activities/{sent['id']}").status_code == 204
    assert clean.admin.get(f"{F}/activities/{sent['id']}").status_code == 404
    assert (totals(clean), core(clean, "distance")) == ({"distance": 0, "activities": 0}, 0)
    again = post(clean, source="watch", external_id="9", duration_s=1800)
    assert again["id"] == sent["id"]
    assert totals(clean)["activities"] == 1


def test_sums_follow_whoever_deletes_an_activity(clean: Arena) -> None:
    for n in range(3):
        post(clean, distance_m=1000.1 * (n + 1), started_at=(TODAY - timedelta(days=n + 1, hours=-n)).isoformat())
    with connect(clean.url) as conn:
        conn.execute("delete from fitness_activities where distance_m < 2500")
        assert totals(clean) == totals(clean, athlete="ann") == {"distance": 3000.3, "activities": 1}
        assert conn.execute("select count(*) from fitness_sums").fetchone() == (3,), "one window of each length"
        gone = clean.get(f"{F}/activities")["items"][0]["id"]
        conn.execute("delete from events where event_id = %s", (gone,))
        assert clean.admin.delete(f"{F}/activities/{gone}").status_code == 409, "retention took its event"
        assert clean.admin.patch(f"{F}/activities/{gone}", json={"name": "x"}).status_code == 409
        conn.execute("delete from fitness_activities")
        assert conn.execute("select count(*) from fitness_sums").fetchone() == (0,)


def test_activities_are_paged_newest_first(clean: Arena) -> None:
    for back in range(5):
        post(clean, started_at=(TODAY - timedelta(days=back + 1)).isoformat(), sport_type="run" if back % 2 else "ride")
    first = clean.get(f"{F}/activities", limit=3)
    second = clean.get(f"{F}/activities", limit=3, cursor=first["next"])
    stamps = [datetime.fromisoformat(item["started_at"]) for item in first["items"] + second["items"]]
    assert (stamps, second["next"]) == (sorted(stamps, reverse=True), None)
    assert len(stamps) == 5
    assert len(clean.get(f"{F}/activities", sport_type="run")["items"]) == 2
    assert len(clean.get(f"{F}/activities", from_=(TODAY - timedelta(days=2)).isoformat())["items"]) == 2
    assert clean.admin.get(f"{F}/activities", params={"cursor": "x"}).status_code == 400


def test_a_member_sends_sees_and_changes_only_its_own(clean: Arena) -> None:
    theirs = post(clean, user_id="bob")
    ann = clean.login("member", "ann")
    body = activity() | {"user_id": None}
    mine = ann.post(f"{F}/activities", json=body).json()
    clean.pipeline.drain()
    assert [item["id"] for item in ann.get(f"{F}/activities").json()["items"]] == [mine["id"]]
    assert ann.post(f"{F}/activities", json=activity(user_id="bob")).status_code == 403
    for path in ("activities", "trends", "dashboard", "records", "milestones"):
        assert ann.get(f"{F}/{path}", params={"athlete": "bob"}).status_code == 403, path
        assert ann.get(f"{F}/{path}").status_code == 200, path
    for method in ("get", "delete"):
        assert getattr(ann, method)(f"{F}/activities/{theirs['id']}").status_code == 404
    assert ann.get(f"{F}/trends").json()["athlete"] == "ann"
    assert ann.get(f"{F}/dashboard").json()["summary"]["athletes"] is None
    assert ann.patch(f"{F}/activities/{mine['id']}", json={"name": "Mine"}).status_code == 202
    clean.pipeline.drain()
    assert ann.delete(f"{F}/activities/{mine['id']}").status_code == 204
    ann.close()


def test_viewers_see_all_and_change_nothing(clean: Arena) -> None:
    sent = post(clean)
    with clean.login("viewer") as viewer:
        assert viewer.get(f"{F}/trends", params={"athlete": "ann"}).json()["athlete"] == "ann"
        assert viewer.patch(f"{F}/activities/{sent['id']}", json={"name": "x"}).status_code == 403
        assert viewer.delete(f"{F}/activities/{sent['id']}").status_code == 403
        assert viewer.post(f"{F}/activities", json=activity()).status_code == 403
    with clean.login("member") as nobody:
        assert nobody.get(f"{F}/dashboard").status_code == 403


def test_corrections_at_the_same_time_lose_nothing(clean: Arena, monkeypatch: pytest.MonkeyPatch) -> None:
    sent, real, first = post(clean), corrections.correct_now, iter([True])
    path = f"{F}/activities/{sent['id']}"

    def slowly(*asked: Any) -> bool:
        """Whoever comes first is overtaken between reading and writing."""
        if next(first, False):
            assert clean.admin.patch(path, json={"distance_m": 5000}).status_code == 202
            clean.pipeline.drain()
        return real(*asked)

    monkeypatch.setattr(corrections, "correct_now", slowly)
    late = clean.admin.patch(path, json={"name": "Late"})
    assert (late.status_code, late.headers["content-type"]) == (409, "application/problem+json")
    assert clean.get(path)["distance_m"] == 5000
    assert clean.admin.patch(path, json={"name": "Late"}).status_code == 202
    clean.pipeline.drain()
    assert (clean.get(path)["distance_m"], clean.get(path)["name"]) == (5000, "Late")


def test_an_athlete_has_only_so_many_kinds_of_sport(clean: Arena, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.packs.fitness.limits.limits", lambda: FitnessLimits(most_sports=2))
    sent, _ = (post(clean, user_id="kit", sport_type=sport) for sport in ("run", "ride"))
    more = clean.admin.post(f"{F}/activities", json=activity(user_id="kit", sport_type="swim"))
    assert (more.status_code, "2 already" in more.json()["detail"]) == (422, True)
    post(clean, user_id="lou", sport_type="swim")
    path = f"{F}/activities/{sent['id']}"
    assert [clean.admin.patch(path, json={"sport_type": to}).status_code for to in ("swim", "ride")] == [422, 202]
    clean.pipeline.drain()
    monkeypatch.setattr("api.packs.fitness.limits.limits", lambda: FitnessLimits(most_sports=1))
    assert clean.admin.patch(path, json={"duration_s": 50}).status_code == 202
