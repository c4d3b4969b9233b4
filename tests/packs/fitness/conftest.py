"""An arena for all tests of fitness that only read, once an engine; and an empty one for those that write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Server
from tests.once import Once
from tests.packs.fitness.arena import Arena, fill, opened
from tests.worlds import filled


@pytest.fixture(scope="session")
def arena(server: Server, once: Once) -> Arena:
    """A dozen athletes with nine months of activities. Only to be read."""
    return once(lambda: filled(server, opened, fill), "arena", server.engine)


@pytest.fixture(scope="module")
def empty(database: str) -> Iterator[Arena]:
    """A server on the module's own database."""
    with opened(database) as one:
        yield one
