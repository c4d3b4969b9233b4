"""A browser, the built page, and a Tidewatch with some history behind it."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from cli import page as dashboard
from cli.folders import ServiceError
from db.passwords import hash_password
from tests.running import Service, serving

EMAIL, PASSWORD = "reader@example.org", "long enough to be a password"
PATIENCE = 60_000
"""Milliseconds that a page is waited for, also on a machine that has other things to do."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Visit:
    """A page in a browser, and whatever its console complained of."""

    page: Page
    service: Service
    complaints: list[str]

    def log_in(self, email: str = EMAIL, password: str = PASSWORD, where: str = "/") -> None:
        """Through the form, as people do."""
        self.page.goto(self.service.url + where)
        self.page.get_by_label("Email").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Log in").click()


@pytest.fixture(scope="session")
def built() -> Path:
    """The built page. Skips loudly where it is absent and cannot be built."""
    try:
        dashboard.build()
    except ServiceError as problem:
        if not (dashboard.BUILT / "index.html").exists():
            pytest.skip(f"NO PAGE TO TEST: dashboard/dist is absent and could not be built: {problem}")
    return dashboard.BUILT


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium. Skips loudly where there is none."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("NO BROWSER TO TEST WITH: install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def service(database: str, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A Tidewatch with two metrics of half a day, one point a minute, and one user who may read."""
    with psycopg.connect(database) as conn:
        conn.execute(
            "insert into users (tenant_id, email, password_hash, role) values (1, %s, %s, 'viewer')",
            (EMAIL, hash_password(PASSWORD)),
        )
    with serving(database, tmp_path_factory.mktemp("logs")) as running:
        running.post("/api/v1/ingest", {"series": [history("room.temperature", 20), history("room.humidity", 60)]})
        running.drain()
        yield running


def history(metric: str, level: float) -> dict[str, object]:
    """A calm wave around a level, ending now."""
    newest = datetime.now(UTC).replace(second=0, microsecond=0)
    times = [newest - timedelta(minutes=n) for n in range(720, -1, -1)]
    values = [level + math.sin(n / 60) for n in range(len(times))]
    return {"metric": metric, "labels": {"room": "hall"}, "t": [t.isoformat() for t in times], "v": values}


@pytest.fixture
def visit(browser: Browser, service: Service, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh browser profile. A test may ask for a width: `parametrize("visit", [360], indirect=True)`."""
    width = getattr(request, "param", 1280)
    context = browser.new_context(viewport={"width": width, "height": 800}, timezone_id="Pacific/Auckland")
    complaints: list[str] = []
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Visit(page, service, complaints)
    context.close()
