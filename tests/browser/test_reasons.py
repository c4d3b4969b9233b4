"""Why something is unusual and what models found, as people find it out on the page: by a click, by keyboard, from an
alert, by a link. What models found is answered here; what finds it is tested elsewhere."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.test_page import announce

pytestmark = pytest.mark.one_engine("a browser sees the same page whatever keeps the points")

ROOM = "/?metric=room.temperature"
REASON = "the hall is on fire"


@pytest.fixture
def fire(visit: Visit) -> Visit:
    """One who looks at a room in which something has happened."""
    announce(visit.service.database, REASON)  # of a series one episode is open at a time
    visit.log_in(where=ROOM)
    return visit


def verdict(page: Page) -> dict[str, str]:
    """The facts of the verdict that is shown, by name."""
    expect(page.get_by_role("heading", name="Why this is unusual")).to_be_visible()
    names, values = (page.locator(f".verdict-facts {tag}").all_inner_texts() for tag in ("dt", "dd"))
    return dict(zip(names, values, strict=True))


def press_it(page: Page) -> None:
    page.get_by_role("region", name="Unusual in this stretch").get_by_role("button").first.click()


def test_pressing_an_anomaly_says_why_in_words_and_numbers(fire: Visit) -> None:
    press_it(fire.page)
    told = verdict(fire.page)
    assert told["Actual"].startswith("451")
    assert (told["Expected"], told["Usual range"], told["Detector"]) == ("20", "18 to 22", "test")
    assert told["How rare"].startswith("less than once in 1,000 years")
    assert told["Closed"].startswith("still open")
    expect(fire.page.get_by_role("region", name="Why this is unusual")).to_contain_text(REASON)
    assert fire.complaints == []


def test_the_address_leads_back_to_the_verdict(fire: Visit) -> None:
    press_it(fire.page)
    verdict(fire.page)
    assert "anomaly=" in fire.page.url
    fire.page.reload()
    assert verdict(fire.page)["Expected"] == "20"
    fire.page.get_by_role("button", name="Close").click()
    expect(fire.page.locator(".verdict")).to_have_count(0)
    assert "anomaly=" not in fire.page.url


def test_an_alert_opens_its_verdict(fire: Visit) -> None:
    fire.page.get_by_role("log").get_by_role("button").first.click()
    assert verdict(fire.page)["Actual"].startswith("451")


def test_the_keyboard_finds_it_in_the_chart_and_leaves_it_again(fire: Visit) -> None:
    chart = fire.page.get_by_role("slider")
    chart.focus()
    chart.press("End")
    expect(chart).to_have_attribute("aria-valuetext", re.compile(REASON))
    chart.press("Enter")
    assert verdict(fire.page)["Expected"] == "20"
    fire.page.get_by_role("button", name="Close").press("Escape")
    expect(fire.page.locator(".verdict")).to_have_count(0)


def test_a_click_on_its_stretch_in_the_chart_opens_it(fire: Visit) -> None:
    stretch = fire.page.locator(".chart .u-over")
    box = stretch.bounding_box()
    assert box is not None
    stretch.click(position={"x": box["width"] - 3, "y": 40})
    assert verdict(fire.page)["Expected"] == "20"


@pytest.mark.parametrize("visit", [360], indirect=True)
def test_on_a_phone_the_verdict_fits(fire: Visit) -> None:
    press_it(fire.page)
    verdict(fire.page)
    assert fire.page.evaluate("document.documentElement.scrollWidth") <= 360


NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
INSIGHT = {
    "insight_id": "i1",
    "title": "The room warms up",
    "description": "By 1 degree a day.",
    "category": "trend",
    "severity": "high",
    "confidence": 0.87,
    "impact_score": 0.4,
    "recommendations": ["Open a window"],
    "metadata": {},
    "metric": "room.humidity",
    "labels": {"room": "hall"},
    "created_at": NOW.isoformat(),
    "expires_at": (NOW + timedelta(days=1)).isoformat(),
}
PATTERN = {
    "pattern_id": "p1",
    "pattern_type": "daily_cycle",
    "description": "It is cold at night.",
    "confidence": 0.9,
    "frequency": "every day",
    "correlation_factors": {},
    "created_at": NOW.isoformat(),
}


def answer(visit: Visit, route: str, *items: dict[str, Any], status: int = 200) -> None:
    """What the server says to a route from now on."""
    body = {"items": items, "next": None} if status == 200 else {"title": "Not Found", "status": status}

    def fulfil(asked: Route) -> None:
        asked.fulfill(status=status, content_type="application/json", body=json.dumps(body))

    visit.page.route(f"**/api/v1/{route}?*", fulfil)


def forecast() -> dict[str, Any]:
    """Of the next three hours, a point a quarter."""
    numbers = {"mean": 20.5, "lo80": 20, "hi80": 21, "lo95": 19, "hi95": 22}
    points = [{"t": (NOW + n * timedelta(minutes=15)).isoformat(), **numbers} for n in range(4, 16)]
    about = {"metric": "room.temperature", "labels": {"room": "hall"}, "agg": "avg"}
    return {**about, "made_at": NOW.isoformat(), "model": "seasonal", "points": points}


def test_an_insight_says_what_to_do_and_leads_to_its_metric(visit: Visit) -> None:
    answer(visit, "insights", INSIGHT)
    visit.log_in(where="/?metric=room.temperature")
    insights = visit.page.get_by_role("region", name="Insights")
    expect(insights).to_contain_text("87% sure")
    insights.get_by_text("The room warms up").click()
    expect(insights).to_contain_text("Open a window")
    insights.get_by_role("button", name="Show room.humidity").click()
    expect(visit.page.get_by_role("heading", name="room.humidity")).to_be_visible()


def test_a_pattern_says_what_comes_again_and_how_often(visit: Visit) -> None:
    answer(visit, "patterns", PATTERN)
    visit.log_in()
    patterns = visit.page.get_by_role("region", name="Patterns")
    expect(patterns.get_by_role("listitem")).to_contain_text(["daily cycle"])
    expect(patterns).to_contain_text("It is cold at night.")
    expect(patterns).to_contain_text("every day")


def test_a_server_without_such_models_is_no_failure(visit: Visit) -> None:
    for route in ("insights", "patterns", "forecasts"):
        answer(visit, route, status=404)
    visit.log_in(where="/?metric=room.temperature")
    expect(visit.page.get_by_role("region", name="Insights")).to_contain_text("None now.")
    expect(visit.page.get_by_role("region", name="Patterns")).to_contain_text("None yet.")
    expect(visit.page.locator(".chart canvas")).to_be_visible()
    expect(visit.page.get_by_role("alert")).to_have_count(0)


def test_what_cannot_be_loaded_is_said_with_a_way_on(visit: Visit) -> None:
    answer(visit, "insights", status=500)
    visit.log_in()
    failure = visit.page.get_by_role("region", name="Insights").get_by_role("alert")
    expect(failure).to_contain_text("Insights could not be loaded.")
    answer(visit, "insights", INSIGHT)
    failure.get_by_role("button", name="Try again").click()
    expect(visit.page.get_by_role("region", name="Insights")).to_contain_text("The room warms up")


def test_the_chart_goes_on_with_what_is_expected_next(visit: Visit) -> None:
    answer(visit, "forecasts", forecast())
    visit.log_in(where="/?metric=room.temperature")
    legend = visit.page.locator(".legend")
    expect(legend).to_contain_text("by seasonal")
    chart = visit.page.get_by_role("slider")
    chart.focus()
    chart.press("End")
    expect(chart).to_have_attribute("aria-valuetext", re.compile("forecast 20.5"))
    expect(legend).to_contain_text("95%: 19 to 22")


def test_a_forecast_of_other_series_is_not_shown(visit: Visit) -> None:
    answer(visit, "forecasts", forecast() | {"labels": {"room": "attic"}}, forecast())
    with visit.page.expect_response(re.compile("/forecasts")):
        visit.log_in(where="/?metric=room.temperature")
    expect(visit.page.locator(".chart canvas")).to_be_visible()
    expect(visit.page.locator(".legend")).not_to_contain_text("forecast")
