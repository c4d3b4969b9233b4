"""How the suite is spread over the cores: a file on one engine is a piece of work, the longest pieces first.

The tests of a domain are one piece an engine: they read the same world, which is loaded once. `tests/spread.toml` says
how long the long pieces take; nothing but their order depends on it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

from tests.engines import available

RECORD = Path(__file__).with_name("spread.toml")
DOMAIN = re.compile(r"tests/packs/[a-z_]+/")


@cache
def engines() -> frozenset[str]:
    """Names that a test's id may hold."""
    return frozenset(available())


def piece(nodeid: str) -> str:
    """The piece of work that a test belongs to: `tests/unit/test_one.py`, `tests/packs/one/ plain`."""
    file, _, name = nodeid.partition("::")
    domain = DOMAIN.match(file)
    asked = set(re.split(r"[\[\]-]", name)) & engines()
    return " ".join([domain[0] if domain else file, *asked])


@cache
def seconds() -> dict[str, float]:
    """File or folder -> how long it takes, one engine alone."""
    recorded: dict[str, float] = tomllib.loads(RECORD.read_text())["seconds"]
    return recorded


def length(one: str, tests: int) -> tuple[float, int]:
    """What pieces are ordered by: recorded seconds, then how many tests there are."""
    return seconds().get(one.split(maxsplit=1)[0], 0.0), tests


class LongestFirst(LoadScopeScheduling):
    """Gives the longest piece of work that is left to who has nothing to do."""

    def _split_scope(self, nodeid: str) -> str:
        return piece(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        longest = max(self.workqueue, key=lambda one: length(one, len(self.workqueue[one])))
        self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)
