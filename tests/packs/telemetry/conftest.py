"""A fleet that has sent for eight days, once a module."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pandas as pd
import pytest

from tests.packs.telemetry.fleet import client, load, table


@pytest.fixture(scope="session")
def frame() -> pd.DataFrame:
    """What the fleet sends."""
    return table()


@pytest.fixture(scope="module")
def fleet(database: str, frame: pd.DataFrame) -> Iterator[httpx.Client]:
    """A client of a server that holds it."""
    load(database, frame)
    with client(database) as http:
        yield http
