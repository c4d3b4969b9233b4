"""Events become points as their pack says: labels from paths, defaults, values that are numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.packs.mapping import LONGEST_LABEL, points_of
from db.records import Event
from tests.packs.sixth import known

PACK = """
name = "shop"
title = "Shop"
description = "Sales."
[[events]]
type = "sale"
title = "A sale"
[[metrics]]
name = "sales"
title = "Sales"
events = ["sale"]
labels = { shop = "content_id", kind = { path = "properties.kind", default = "none" }, deep = "properties.a.b" }
[[metrics]]
name = "sales.revenue"
title = "Revenue"
events = ["sale"]
value = "properties.revenue"
unit = "EUR"
"""


@pytest.fixture(autouse=True)
def shop(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "pack.toml").write_text(PACK)
    with known(tmp_path):
        yield


def made(**properties: Any) -> dict[str, tuple[dict[str, str], float]]:
    event = Event("1", "sale", 0, content_id="c", properties=properties)
    return {spec.metric: (dict(spec.labels), v) for spec, v in points_of(event)}


def test_every_event_counts_in_the_core_and_in_its_pack() -> None:
    assert made() == {"events": ({"event_type": "sale"}, 1.0), "sales": ({"shop": "c", "kind": "none"}, 1.0)}


def test_labels_are_text_as_json_has_it_and_not_too_long() -> None:
    assert made(kind=True, a={"b": 1.5})["sales"][0] == {"shop": "c", "kind": "true", "deep": "1.5"}
    assert len(made(kind="x" * 1000)["sales"][0]["kind"]) == LONGEST_LABEL


@pytest.mark.parametrize("value", ["12.50", 12.5])
def test_a_value_may_be_a_string_that_spells_a_number(value: Any) -> None:
    assert made(revenue=value)["sales.revenue"] == ({}, 12.5)


@pytest.mark.parametrize("value", ["much", True, None, {"x": 1}, 1e300, "1_000"])
def test_no_number_is_no_point(value: Any) -> None:
    assert "sales.revenue" not in made(revenue=value)


def test_a_number_too_near_to_nothing_is_nothing() -> None:
    assert made(revenue=1e-300)["sales.revenue"][1] == 0.0


def test_a_pack_that_came_later_is_known_at_once(tmp_path: Path) -> None:
    event = Event("1", "energy.made", 0, properties={"kwh": 1})
    assert [spec.metric for spec, _ in points_of(event)] == ["events"]
    with known():
        assert [spec.metric for spec, _ in points_of(event)] == ["events", "energy.made"]
