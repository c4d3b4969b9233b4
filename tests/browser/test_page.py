"""The page as people meet it: log in, choose a metric, see its chart, hear of an alert."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import psycopg
import pytest
from playwright.sync_api import expect

from db.episode_writer import EpisodeWriter
from db.records import Severity, to_us
from db.work import EpisodeChange
from tests.browser.conftest import Visit

pytestmark = pytest.mark.one_engine("a browser sees the same page whatever keeps the points")

INK = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) if (data[i + 3]) seen.add([data[i], data[i + 1], data[i + 2]].join());
  return seen.size;
}"""


def test_one_logs_in_and_sees_every_metric(visit: Visit) -> None:
    visit.log_in()
    names = visit.page.get_by_role("navigation", name=re.compile("Metrics")).get_by_role("listitem")
    expect(names).to_have_count(2)
    expect(names.first).to_contain_text("room.humidity")
    assert visit.complaints == []


def test_the_chart_is_drawn_with_its_facts(visit: Visit) -> None:
    visit.log_in(where="/?metric=room.temperature")
    canvas = visit.page.locator(".chart canvas")
    expect(canvas).to_be_visible()
    expect(visit.page.locator(".facts")).to_contain_text("Final up to")
    assert canvas.evaluate(INK) > 10, "the canvas is all but empty"
    assert visit.complaints == []


def test_times_are_told_in_the_zone_of_the_browser_until_another_is_chosen(visit: Visit) -> None:
    visit.log_in(where="/?metric=room.temperature")
    zone = visit.page.get_by_label("Times in")
    expect(zone).to_have_value("Pacific/Auckland")
    with visit.page.expect_request(re.compile(r"trends.*timezone=America%2FNew_York")):
        zone.select_option("America/New_York")


def test_an_alert_appears_while_one_looks(visit: Visit) -> None:
    visit.log_in(where="/?metric=room.temperature")
    expect(visit.page.locator(".connection")).to_have_text("Live")
    announce(visit.service.database, "the hall is on fire")
    alert = visit.page.get_by_role("log").get_by_role("listitem").filter(has_text="the hall is on fire")
    expect(alert).to_contain_text("critical")
    expect(alert).to_contain_text("room.temperature")
    assert visit.complaints == []


def test_a_wrong_password_is_told_and_the_right_one_still_works(visit: Visit) -> None:
    visit.log_in(password="not the password")
    expect(visit.page.get_by_role("alert")).to_contain_text("wrong")
    visit.log_in()
    expect(visit.page.get_by_role("button", name="Log out")).to_be_visible()


def test_a_reload_keeps_the_session_and_what_was_looked_at(visit: Visit) -> None:
    visit.log_in()
    visit.page.get_by_role("navigation").get_by_role("button", name=re.compile("room.temperature")).click()
    visit.page.get_by_text("7d", exact=True).click()
    visit.page.reload()
    expect(visit.page.get_by_role("heading", name="room.temperature")).to_be_visible()
    expect(visit.page.get_by_role("radio", name="7d")).to_be_checked()


def test_after_logging_out_a_reload_does_not_come_back_in(visit: Visit) -> None:
    visit.log_in()
    visit.page.get_by_role("button", name="Log out").click()
    visit.page.reload()
    expect(visit.page.get_by_role("button", name="Log in")).to_be_visible()


def test_the_chart_is_read_with_the_keyboard(visit: Visit) -> None:
    visit.log_in(where="/?metric=room.temperature")
    chart = visit.page.get_by_role("slider")
    chart.focus()
    chart.press("Home")
    first = chart.get_attribute("aria-valuetext")
    chart.press("ArrowRight")
    expect(chart).not_to_have_attribute("aria-valuetext", str(first))
    expect(visit.page.locator(".readout-time")).to_contain_text("At")


@pytest.mark.parametrize("visit", [360], indirect=True)
def test_a_narrow_phone_scrolls_down_but_not_sideways(visit: Visit) -> None:
    visit.log_in(where="/?metric=room.temperature&compare=previous")
    expect(visit.page.locator(".chart canvas")).to_be_visible()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


def announce(database: str, reason: str) -> None:
    """Open an episode as the pipeline does: the writer gives it an alert and its number."""
    now = datetime.now(UTC)
    with psycopg.connect(database) as conn:
        row = conn.execute("select id from series where metric = 'room.temperature'").fetchone()
        assert row is not None
        change = EpisodeChange(
            "open", 1, row[0], to_us(now), to_us(now), to_us(now), 1, 0.99999, Severity.critical, to_us(now),
            451.0, 20.0, 18.0, 22.0, "test", reason,
        )  # fmt: skip
        EpisodeWriter("test").write(conn, [change])
