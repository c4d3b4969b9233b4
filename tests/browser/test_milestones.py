"""Milestones on the page: how far each is, and from there to its metric."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.running import Service

pytestmark = pytest.mark.one_engine("a browser sees the same page whatever keeps the points")


@pytest.fixture(scope="module", autouse=True)
def goals(service: Service) -> None:
    asked = {"metric": "room.temperature", "labels": {"room": "hall"}, "agg": "count", "window": "monthly"}
    goal = {"title": "Ten thousand readings", "target_value": 10_000}
    budget = {"title": "A hundred readings at most", "target_value": 100, "direction": "stay_below"}
    for one in (goal, budget):
        answer = service.client.post("/api/v1/milestones", json=asked | one)
        assert answer.status_code == 201, answer.text


def test_a_budget_that_is_spent_stands_first(visit: Visit) -> None:
    visit.log_in()
    items = visit.page.locator(".milestones").get_by_role("listitem")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text("exceeded")
    expect(items.first).to_contain_text(re.compile(r"\d+ of 100"))
    assert visit.complaints == []


def test_a_milestone_leads_to_its_metric(visit: Visit) -> None:
    visit.log_in(where="/?metric=room.humidity")
    item = visit.page.locator(".milestones").get_by_role("listitem").filter(has_text="Ten thousand")
    expect(item.get_by_role("progressbar")).to_have_attribute("value", re.compile(r"0\.0\d+"))
    item.get_by_role("button", name=re.compile("Show")).click()
    expect(visit.page).to_have_url(re.compile("metric=room.temperature"))
