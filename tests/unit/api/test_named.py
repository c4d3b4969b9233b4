"""A route's whole path, through however many routers it was included."""

from __future__ import annotations

import httpx
import pytest
from fastapi import APIRouter, FastAPI, Request

from api.named import route_of


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("/api/v1/shop/dashboard", "/api/v1/shop/dashboard"),
        ("/api/v1/shop/goods/goods/7", "/api/v1/shop/goods/{number:path}"),
        ("/api/v1/plain/7", "/api/v1/plain/{number}"),
        ("/nowhere", "other"),
    ],
)
async def test_the_prefixes_of_all_routers_are_there(asked: str, known: str) -> None:
    inner, outer, plain = APIRouter(), APIRouter(prefix="/api/v1/shop"), APIRouter(prefix="/api/v1/plain")
    seen: list[Request] = []
    for router, path in ((inner, "/dashboard"), (inner, "/goods/{number:path}"), (plain, "/{number}")):
        router.get(path)(lambda: None)
    outer.include_router(inner)
    app = FastAPI()

    @app.middleware("http")
    async def note(request: Request, call_next):
        seen.append(request)
        return await call_next(request)

    app.include_router(outer)
    app.include_router(plain)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        await client.get(asked)
    assert route_of(seen[0].scope) == known
