"""A sixth domain passes the suite of packs without a line in the core."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.packs.registry import packs
from tests.engines import Server, fresh_database
from tests.pack_suite import PackSuite, Told, telling
from tests.packs.sixth import NAME, known


@pytest.fixture(scope="module")
def told(server: Server) -> Iterator[Told]:
    with known(), fresh_database(server) as url, telling(NAME, url) as one:
        yield one


class TestSixthDomain(PackSuite):
    """Home energy."""


def test_it_is_listed_with_its_words(told: Told) -> None:
    listed = {pack["name"]: pack for pack in told.http.get("/api/v1/packs").json()["items"]}
    assert set(listed) == set(packs())
    mine = told.http.get(f"/api/v1/packs/{NAME}").json()
    assert mine == listed[NAME]
    assert {metric["name"]: (metric["unit"], metric["good"]) for metric in mine["metrics"]} == {
        "energy.used": ("kWh", "down"),
        "energy.made": ("kWh", "up"),
    }
    assert mine["events"][0]["properties"]["price"]["unit"] == "EUR"
    assert [answer["name"] for answer in mine["answers"]] == ["consumption", "appliances"]
