"""Other paths lead to the routes that they stand for; nothing else does."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI, Request

from api import packs
from api.aliases import Aliases

NAMES = {"/track/it": "/own/a", "/track": "/own/b", "/users": "/own/c", "/": "/own/root"}


async def served(path: str, names: dict[str, str] = NAMES) -> str:
    app = FastAPI()

    @app.get("/{rest:path}")
    async def say(request: Request) -> str:
        return request.url.path + (f"?{request.url.query}" if request.url.query else "")

    app.add_middleware(Aliases, names=names)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
        return str((await client.get(path)).json())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/track", "/own/b"),
        ("/track/", "/own/b"),
        ("/track/7", "/own/b/7"),
        ("/track/it/7?a=b", "/own/a/7?a=b"),
        ("/tracking", "/tracking"),
        ("/users/", "/own/c"),
        ("/api/users", "/api/users"),
        ("/track/a%2Fb", "/own/b/a/b"),
    ],
)
async def test_the_longest_that_fits_counts(asked: str, found: str) -> None:
    assert await served(asked) == found


def test_no_path_is_claimed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    real = packs.domains()
    monkeypatch.setattr(packs, "domains", lambda: [*real, real[0]])
    with pytest.raises(ValueError, match="stands for"):
        packs.aliases()


def test_every_alias_leads_to_a_route_of_ours() -> None:
    from api.openapi import document

    text = document()
    for alias, own in packs.aliases().items():
        assert own.startswith("/api/v1/"), alias
        assert f'"{own}' in text, f"{alias} leads to {own}, which is no route"


def test_the_path_of_the_contract_leads_to_recommendations() -> None:
    assert packs.aliases()["/api/v1/recommendations"].endswith("/recommendations")
