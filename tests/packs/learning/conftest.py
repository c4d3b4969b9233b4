"""A campus for all tests of learning that only read, once an engine; and an empty one for those that write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Server, fresh_database
from tests.packs.learning.campus import Campus, fill, serving_campus


@pytest.fixture(scope="session")
def campus(server: Server) -> Iterator[Campus]:
    """Three schools with half a year of events. Only to be read."""
    with fresh_database(server) as url, serving_campus(url) as one:
        fill(one)
        yield one


@pytest.fixture
def empty(database: str) -> Iterator[Campus]:
    """A server on the module's own database."""
    with serving_campus(database) as one:
        yield one
