"""A year of messages for all tests that only read, once an engine; and an empty server for those that write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from tests.engines import Server, fresh_database
from tests.integration.reading import reader
from tests.once import Once
from tests.packs.llm.usage import World, send, world_on


@pytest.fixture(scope="session")
def world(server: Server, once: Once) -> World:
    """Only to be read."""
    return once(lambda: filled(server), "world", server.engine)


@contextmanager
def filled(server: Server) -> Iterator[World]:
    """A server that holds it."""
    with fresh_database(server) as url, world_on(url) as one:
        yield one


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    """A client of a server on the module's own database."""
    with reader(database) as client:
        yield client


@pytest.fixture(scope="module")
def say(http: httpx.Client, database: str) -> Callable[..., None]:
    """Sends events to the module's own database, through the pipeline."""

    def tell(*sent: Any) -> None:
        send(http, database, list(sent))

    return tell
