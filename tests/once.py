"""What is made once and kept until the run ends, in whatever order engines and files come.

A fixture of scope `session` that depends on the engine ends when a test of the other engine comes. A worker runs a
file on one engine and then on the other: servers would start anew for every file, half a year of events load anew.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import Any, TypeVar

T = TypeVar("T")


class Once:
    """Things by key. Those that were made last end first."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._made: dict[tuple[str, ...], Any] = {}

    def __call__(self, make: Callable[[], AbstractContextManager[T]], *key: str) -> T:
        """What is kept under the key; it is made when it is asked for first."""
        if key not in self._made:
            self._made[key] = self._stack.enter_context(make())
        made: T = self._made[key]
        return made
