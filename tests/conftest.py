"""Shared by all tests: `database` runs a test on every engine, with a migrated database of its own a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Server, fresh_database, given


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that uses a database runs once an engine."""
    if "server" in metafunc.fixturenames:
        servers = given()
        metafunc.parametrize("server", servers, ids=[s.engine for s in servers], indirect=True, scope="session")


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Server:
    """The engine that this test runs on now."""
    return request.param


@pytest.fixture(scope="module")
def database(server: Server) -> Iterator[str]:
    """The address of a migrated database that only this module uses."""
    with fresh_database(server) as url:
        yield url
