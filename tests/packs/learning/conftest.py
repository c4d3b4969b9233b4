"""A campus for all tests of learning that only read, once an engine; and an empty one for those that write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Server
from tests.once import Once
from tests.packs.learning.campus import Campus, fill, serving_campus
from tests.worlds import filled


@pytest.fixture(scope="session")
def campus(server: Server, once: Once) -> Campus:
    """Three schools with half a year of events. Only to be read."""
    return once(lambda: filled(server, serving_campus, fill), "campus", server.engine)


@pytest.fixture
def empty(database: str) -> Iterator[Campus]:
    """A server on the module's own database."""
    with serving_campus(database) as one:
        yield one
