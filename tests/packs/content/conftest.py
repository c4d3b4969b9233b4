"""A publisher for all tests of content that only read, once an engine; and an empty one for those that write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Server, fresh_database
from tests.packs.content.newsroom import Newsroom, fill, opened


@pytest.fixture(scope="session")
def newsroom(server: Server) -> Iterator[Newsroom]:
    """Half a year of events. Only to be read."""
    with fresh_database(server) as url, opened(url) as one:
        fill(one)
        yield one


@pytest.fixture(scope="module")
def empty(database: str) -> Iterator[Newsroom]:
    """A server on the module's own database."""
    with opened(database) as one:
        yield one
