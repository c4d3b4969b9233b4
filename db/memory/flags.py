"""What is said of feature flags at run time, in memory: `db.flags.FlagStore`."""

from __future__ import annotations

from typing import Any

from db.flags import Said
from db.memory.core import Memory


class MemoryFlags:
    """`db.flags.FlagStore` on memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def said(self, tenant: int) -> dict[str, Said]:
        """See `FlagStore.said`."""
        with self._memory.lock:
            return {name: one for (of, name), one in self._memory.tables.flags.items() if of == tenant}

    async def put(
        self, tenant: int, name: str, enabled: bool | None, percent: int | None, settings: dict[str, Any], who: str
    ) -> None:
        """See `FlagStore.put`."""
        with self._memory.lock:
            said = Said(name, enabled, percent, settings, self._memory.now(), who)
            self._memory.tables.flags[tenant, name] = said

    async def remove(self, tenant: int, name: str) -> None:
        """See `FlagStore.remove`."""
        with self._memory.lock:
            self._memory.tables.flags.pop((tenant, name), None)
