"""Events as producers write them."""

from typing import Any

import pytest

from api.ingest import events
from api.ingest.checks import DAY_US
from db.errors import Invalid, TooLarge

NOW = 1767225600_000_000


def parse(*items: Any, closed: Any = ()) -> events.EventDraft:
    return events.parse(list(items), NOW, list(closed), 100)


def nested(depth: int) -> dict[str, Any]:
    return {"a": nested(depth - 1)} if depth > 1 else {}


def test_an_event_keeps_all_that_was_said() -> None:
    said = {
        "event_id": "e1",
        "event_type": "view",
        "timestamp": "2026-01-01T00:00:00Z",
        "user_id": "u",
        "session_id": "s",
        "content_id": "c",
        "properties": {"price": 9.99, "tags": ["a", None]},
    }
    event = parse(said).events[0]
    assert (event.event_id, event.event_type, event.t) == ("e1", "view", NOW)
    assert (event.user_id, event.session_id, event.content_id) == ("u", "s", "c")
    assert event.properties == said["properties"]


def test_the_first_of_two_with_one_id_stays() -> None:
    draft = parse({"event_type": "a", "event_id": "1"}, {"event_type": "b", "event_id": "1"})
    assert [event.event_type for event in draft.events] == ["a"] and draft.duplicates == 1
    assert draft.named


def test_an_event_without_id_and_time_gets_both() -> None:
    draft = parse({"event_type": "a"}, {"event_type": "a"})
    assert len({event.event_id for event in draft.events}) == 2
    assert {event.t for event in draft.events} == {NOW}
    assert not draft.named


def test_unknown_fields_are_told() -> None:
    assert "timestmp" in parse({"event_type": "a", "timestmp": 5}).notes[0]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"event_type": None}, "event_type must be text"),
        ({"event_type": "x" * 101}, "1 to 100"),
        ({"event_id": 5}, "event_id must be text"),
        ({"event_id": ""}, "1 to 200"),
        ({"user_id": ["u"]}, "user_id must be text"),
        ({"session_id": "a\x00b"}, "control"),
        ({"timestamp": "noon"}, "RFC 3339"),
        ({"timestamp": 5}, "1973"),
        ({"timestamp": (NOW + DAY_US) // 1_000_000}, "future"),
        ({"properties": []}, "must be an object"),
        ({"properties": {"a": float("nan")}}, "NaN"),
        ({"properties": {"a": "x\x00"}}, "U+0000"),
        ({"properties": {"a": 2**70}}, "64 bits"),
        ({"properties": {"a": "\ud800"}}, "not Unicode"),
        ({"properties": {"a": "x" * 32768}}, "bytes"),
        ({"properties": nested(11)}, "deeper than 10"),
    ],
)
def test_a_wrong_event_says_why_and_harms_no_other(wrong: dict[str, Any], reason: str) -> None:
    draft = parse({"event_type": "a", "properties": nested(10)}, {"event_type": "a"} | wrong, 7)
    assert len(draft.events) == 1
    assert [row for row, _ in draft.rejected] == [1, 2] and reason in draft.rejected[0][1]


def test_events_of_a_dropped_time_are_refused() -> None:
    draft = parse({"event_type": "a", "timestamp": NOW // 1000}, closed=[(NOW, NOW + 1, "closed")])
    assert draft.rejected == [(0, "closed")]


def test_bodies_have_their_shape() -> None:
    assert events.unwrap({"events": [1]}) == [1]
    assert events.unwrap_tracked({"event_type": "a"}) == [{"event_type": "a"}]
    for unwrap, document in ((events.unwrap, []), (events.unwrap, {"events": 5}), (events.unwrap_tracked, "x")):
        with pytest.raises(Invalid):
            unwrap(document)


def test_too_many_events_are_too_large() -> None:
    with pytest.raises(TooLarge):
        parse(*[{}] * 101)


@pytest.mark.parametrize("name", ["\x00", "\ud800", "a\x1bb"])
def test_a_field_with_a_name_that_cannot_be_written_is_named_all_the_same(name: str) -> None:
    (note,) = parse({"event_type": "a", name: 1}).notes
    assert note.endswith(ascii(name)[1:-1])
