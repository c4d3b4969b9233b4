"""Every pack passes the one suite that all packs pass."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.packs.registry import packs
from tests.pack_suite import PackSuite, Told, telling

PACKS = ["content", "fitness", "learning", "llm", "telemetry"]
"""All there are. A new pack is added here too, so that none comes or goes unseen."""


@pytest.fixture(scope="module", params=list(packs()))
def told(request: pytest.FixtureRequest, database: str) -> Iterator[Told]:
    with telling(request.param, database) as one:
        yield one


def test_the_packs_are_those_that_are_listed() -> None:
    assert sorted(packs()) == sorted(PACKS)


class TestPacks(PackSuite):
    """Each of them, one after the other, in one database."""
