"""The dashboard as files."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from api.page import Page


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("the page")
    (tmp_path / "assets" / "main-abc.js").write_text("code")
    (tmp_path.parent / "secret.txt").write_text("secret")
    app = FastAPI()
    app.mount("/", Page(tmp_path))
    return app


async def get(app: FastAPI, path: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        return await client.get(path)


@pytest.mark.parametrize("path", ["/", "/metrics-list/cpu.load", "/alerts"])
async def test_places_inside_the_page_get_the_page(app: FastAPI, path: str) -> None:
    answer = await get(app, path)
    assert (answer.status_code, answer.text) == (200, "the page")
    assert answer.headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/assets/old-def.js"])
async def test_what_is_missing_elsewhere_stays_missing(app: FastAPI, path: str) -> None:
    assert (await get(app, path)).status_code == 404


async def test_assets_are_kept_for_ever(app: FastAPI) -> None:
    answer = await get(app, "/assets/main-abc.js")
    assert answer.text == "code"
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2f..%2fsecret.txt"])
async def test_files_elsewhere_are_not_served(app: FastAPI, path: str) -> None:
    assert "secret" not in (await get(app, path)).text
