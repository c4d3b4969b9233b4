"""The sixth domain: a pack that lives beside the tests, and that Tidewatch is told of by a setting alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.packs import registry

FOLDER = Path(__file__).parent / "home_energy_pack"
NAME = "home_energy"


@contextmanager
def known(*folders: Path) -> Iterator[None]:
    """The packs of these folders are there, besides ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIDEWATCH_PACKS", ":".join(str(folder) for folder in folders or (FOLDER,)))
        registry.forget()
        yield
    registry.forget()
