"""What topics and payloads mean."""

from __future__ import annotations

from typing import Any

import pytest

from cli.mqtt.payloads import Reader, Unusable
from cli.mqtt.topics import Meaning, Template, WrongTopic

pytestmark = pytest.mark.req("S3-94")
NOW = "2026-01-01T00:00:00+00:00"


def test_a_template_says_what_to_subscribe_to_and_what_a_topic_means() -> None:
    template = Template("fleet/{device}/+/{metric*}")
    assert template.filter == "fleet/+/+/#"
    assert template.read("fleet/a.b/x/battery/voltage") == Meaning("battery.voltage", {"device": "a.b"})
    assert template.read("fleet/a/x") is None
    assert template.read("other/a/x/y") is None
    assert Template("home/#").read("home/a/b") == Meaning(None, {})
    assert Template("a.b/{metric}").read("axb/c") is None


@pytest.mark.parametrize("text", ["a/{}/b", "a/b{c}", "a/#/b", "{x*}/a", "{x}/{x}", "a+/b", "{1}"])
def test_templates_that_cannot_be_meant_are_refused(text: str) -> None:
    with pytest.raises(WrongTopic, match=r"a level is|at the end alone|twice"):
        Template(text)


def read(payload: str, topic: str | None = "m", **reader: Any) -> list[tuple[str, str | int, float]]:
    points = Reader(**reader).points(Meaning(topic, {"device": "a"}), payload.encode(), NOW)
    assert all(point["labels"] == {"device": "a"} for point in points)
    return [(point["metric"], point["t"], point["v"]) for point in points]


def test_numbers_and_switches_are_the_metric_itself() -> None:
    assert read("21.5") == read(" 21.5\n") == [("m", NOW, 21.5)]
    assert read("true") == [("m", NOW, 1.0)]
    assert read("7", None, metric="own") == [("own", NOW, 7.0)]
    assert read("7", metric="own") == [("own.m", NOW, 7.0)]


def test_objects_have_a_point_for_every_number_at_their_time() -> None:
    said = '{"value": 1, "ts": 1767225600, "rssi": -60, "ok": false, "name": "x", "gps": {"lat": 52.5, "ts": 5}}'
    assert read(said) == [
        ("m", 1767225600, 1.0), ("m.rssi", 1767225600, -60.0), ("m.ok", 1767225600, 0.0),
        ("m.gps.lat", 1767225600, 52.5), ("m.gps.ts", 1767225600, 5.0),
    ]  # fmt: skip
    assert read('{"when": "2026-01-02T00:00:00Z", "v": 2}', time="when") == [("m", "2026-01-02T00:00:00Z", 2.0)]
    assert read('[{"t": 1, "v": 2}, {"t": 2, "v": 3}]') == [("m", 1, 2.0), ("m", 2, 3.0)]
    assert read('{"temperature": 20}', None) == [("temperature", NOW, 20.0)]


@pytest.mark.parametrize("payload", ["", "on", "{", "null", '"7"', "{}", '{"a": "b"}', "[]", "NaN", "\xff"])
def test_what_holds_no_number_is_refused_with_the_reason(payload: str) -> None:
    with pytest.raises(Unusable, match="number"):
        read(payload)
    with pytest.raises(Unusable, match="neither"):
        read("7", None)
