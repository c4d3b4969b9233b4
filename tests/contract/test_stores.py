"""Every engine passes the suite of the stores (`tests/store_suite.py`): the databases, and memory."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.store_kits import Kit, on_database, on_memory
from tests.store_suite import AlertSuite, StoreSuite
from tests.store_suite_people import AccessSuite, FindingSuite

pytestmark = pytest.mark.req("S3-01", "S3-44")


class Suite(StoreSuite, AlertSuite, FindingSuite, AccessSuite):
    """All of it."""

    __test__ = False


class TestMemory(Suite):
    """One process without services."""

    __test__ = True

    @pytest.fixture
    async def kit(self) -> AsyncIterator[Kit]:
        async with on_memory() as kit:
            yield kit


class TestDatabase(Suite):
    """PostgreSQL, with and without TimescaleDB."""

    __test__ = True

    @pytest.fixture
    async def kit(self, database: str) -> AsyncIterator[Kit]:
        async with on_database(database) as kit:
            yield kit
