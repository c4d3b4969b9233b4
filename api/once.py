"""Something costly that is made once, by whoever asks first, in a thread: meanwhile others are served."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """What `make` makes. Many may ask at once: it is made for all of them. After a failure the next one tries again."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._making: asyncio.Task[T] | None = None

    async def get(self) -> T:
        """Raises what `make` raises."""
        if self._making is None:
            self._making = asyncio.create_task(asyncio.to_thread(self._make))
        making = self._making
        try:
            return await asyncio.shield(making)  # whoever hangs up takes it from nobody
        except Exception:
            if self._making is making:
                self._making = None
            raise
