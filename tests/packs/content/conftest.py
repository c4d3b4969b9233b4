"""A publisher for all tests of content that only read, once an engine; and an empty one for those that write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Server
from tests.once import Once
from tests.packs.content.newsroom import Newsroom, fill, opened
from tests.worlds import filled


@pytest.fixture(scope="session")
def newsroom(server: Server, once: Once) -> Newsroom:
    """Half a year of events. Only to be read."""
    return once(lambda: filled(server, opened, fill), "newsroom", server.engine)


@pytest.fixture(scope="module")
def empty(database: str) -> Iterator[Newsroom]:
    """A server on the module's own database."""
    with opened(database) as one:
        yield one
