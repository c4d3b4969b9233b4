"""How the suite is spread over the cores: a file on one engine is a piece of work, the longest pieces first.

The tests of a domain are one piece an engine: they read the same world, which is loaded once. `tests/spread.toml` says
how long the long pieces take; nothing but their order depends on it. Files that take the time of day when they are
collected go before all: after half an hour their points are late.
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
CLOCK = re.compile(
    r"^[A-Z_]+(: .*)? = .*(now\(|now_us\(|time_ns\(|time\.time\()|import.* store_suite|store_suite import", re.M
)
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


@cache
def looks_at_the_clock(file: str) -> bool:
    """Whether a file, or the suite that it is made of, takes its time of day once, when it is collected."""
    path = RECORD.parent.parent / file
    return path.is_file() and CLOCK.search(path.read_text()) is not None


def length(one: str, tests: int) -> tuple[bool, float, int]:
    """What pieces are ordered by: whether their times grow old, recorded seconds, how many tests there are."""
    file = one.split(maxsplit=1)[0]
    return looks_at_the_clock(file), seconds().get(file, 0.0), tests


class LongestFirst(LoadScopeScheduling):
    """Gives the longest piece of work that is left to who has nothing to do."""

    def _split_scope(self, nodeid: str) -> str:
        return piece(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        longest = max(self.workqueue, key=lambda one: length(one, len(self.workqueue[one])))
        self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)
