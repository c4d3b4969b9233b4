"""Learning is switched on for a share of callers that grows, and off again at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.flags import share
from tests.packs.learning.campus import Campus, get, status

FLAG = "use_production_analytics"
PATH = "/analytics/overview"


@pytest.fixture(autouse=True)
def as_declared(empty: Campus) -> Iterator[None]:
    yield
    empty.admin.delete(f"/api/v1/flags/{FLAG}")


def say(campus: Campus, **what: object) -> None:
    """At run time."""
    answer = campus.admin.put(f"/api/v1/flags/{FLAG}", json=what)
    assert answer.status_code == 200, answer.text


@pytest.mark.req("S2-80")
def test_off_is_404_with_what_to_do_and_on_again_at_once(empty: Campus) -> None:
    assert status(empty.admin, PATH) == 200
    say(empty, enabled=False)
    off = empty.admin.get("/analytics/overview")
    assert off.status_code == 404 and f"PUT /api/v1/flags/{FLAG}" in off.json()["detail"]
    say(empty, enabled=True)
    assert status(empty.admin, PATH) == 200


@pytest.mark.req("S2-80")
def test_a_share_of_callers_is_let_in_and_stays_in_when_it_grows(empty: Campus) -> None:
    callers = [empty.login("viewer", f"caller {n}") for n in range(6)]
    let_in: list[set[int]] = []
    for percent in (10, 50, 100):
        say(empty, enabled=True, percent=percent)
        let_in.append({n for n, caller in enumerate(callers) if status(caller, PATH) == 200})
    assert let_in[0] <= let_in[1] <= let_in[2] == set(range(6))
    assert let_in[1] != let_in[2] or all(share(FLAG, str(n)) < 50 for n in range(6))


@pytest.mark.req("S2-80")
def test_the_share_is_what_was_asked_for() -> None:
    for percent in (10, 50):
        inside = sum(share(FLAG, f"1:user:{n}") < percent for n in range(20_000))
        assert abs(inside / 200 - percent) < 1.5


@pytest.mark.req("S2-80", "S2-99")
def test_what_comes_in_is_kept_while_it_is_off(empty: Campus) -> None:
    say(empty, enabled=False)
    school = {"id": "33333333-3333-4333-8333-333333333377", "name": "Early"}
    empty.put(schools=[school])
    empty.send([{"event_type": "learning.login", "event_id": "early", "user_id": "x"}])
    say(empty, enabled=True)
    assert get(empty.admin, f"/schools/{school['id']}")["name"] == "Early"
