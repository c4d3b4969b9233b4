"""How long the page takes to show a chart, and how long a new point takes to be in an answer."""

from __future__ import annotations

import re
import shutil
import time

import httpx

from bench.stack import Stack
from bench.table import milli, quantile
from cli.page import BUILT

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
EMAIL, PASSWORD = "viewer@example.org", "a password of the bench"
VISITS, POINTS = 5, 20


def page_load(running: Stack) -> str:
    """From the address to the drawn chart, by somebody who is logged in, in a fresh tab each time."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None or not (BUILT / "index.html").is_file():
        return "not measured: no Chromium, or the page is not built"
    from playwright.sync_api import sync_playwright

    person = {"email": EMAIL, "password": PASSWORD, "role": "viewer"}
    httpx.post(running.url + "/api/v1/users", json=person, headers=running.headers).raise_for_status()
    took = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page()
        page.goto(running.url)
        page.get_by_label("Email").fill(EMAIL)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.locator("nav").first.wait_for()
        for _ in range(VISITS):
            began = time.perf_counter()
            page.goto(f"{running.url}/?metric=battery.voltage")
            page.locator(".chart canvas").wait_for()
            page.wait_for_load_state("networkidle")
            took.append(time.perf_counter() - began - 0.5)  # networkidle waits for half a second of silence
        browser.close()
    return f"chart drawn after p50 {milli(quantile(took, 0.5))}, worst {milli(max(took))} ms; aim 2,000"


def updates(running: Stack) -> str:
    """From sending a point to seeing it in a trend."""
    took = []
    with httpx.Client(base_url=running.url, headers=running.headers, timeout=30) as client:
        for number in range(POINTS):
            now = time.time()
            began = time.perf_counter()
            body = {"points": [{"metric": "bench.update", "t": now, "v": number}]}
            client.post("/api/v1/ingest", json=body).raise_for_status()
            while not _seen(client, number):
                time.sleep(0.01)
            took.append(time.perf_counter() - began)
    return (
        f"a point is in a trend after p50 {milli(quantile(took, 0.5))}, p95 {milli(quantile(took, 0.95))} ms; aim 500"
    )


def _seen(client: httpx.Client, value: int) -> bool:
    answer = client.get("/api/v1/trends", params={"metric": "bench.update", "bucket": "raw", "time_range": "24h"})
    return answer.is_success and any(p["v"] == value for s in answer.json()["series"] for p in s["points"])


def statements(running: Stack) -> str:
    """How long the API's statements took, by its own histogram: all since it started."""
    told = httpx.get(running.url + "/metrics", headers=running.headers).text
    found = re.findall(r'tidewatch_query_seconds_bucket\{.*?le="([^"]+)".*?\} ([0-9.e+]+)', told)
    counts = sorted((float(le), float(n)) for le, n in found)
    if not counts or not counts[-1][1]:
        return "not measured"
    p95, p99 = (next(le for le, n in counts if n >= q * counts[-1][1]) for q in (0.95, 0.99))
    return f"{counts[-1][1]:,.0f}; p95 at most {p95 * 1000:g} ms, p99 at most {p99 * 1000:g} ms; aim p95 100"
