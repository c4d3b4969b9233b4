"""Where this domain's documents are: in the database, or, while there is none, in the process."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.auth import Principal
from db.packs.telemetry.documents import Documents, MemoryDocuments, PostgresDocuments


async def _documents(request: Request) -> Documents:
    state = request.app.state
    memory: MemoryDocuments | None = getattr(state, "telemetry_documents", None)
    if state.stores.pool is None:
        if memory is None:
            memory = state.telemetry_documents = MemoryDocuments()
        return memory
    kept = PostgresDocuments(state.stores.pool)
    if memory is not None:  # persistence was switched on since
        await memory.move(kept)
    return kept


DocumentsDep = Annotated[Documents, Depends(_documents)]


def owner_of(who: Principal) -> str:
    """Whose a personal document is."""
    return f"{who.kind}:{who.id}"
