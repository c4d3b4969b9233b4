"""Amounts and cursors at the edge of what can be said are answered as all others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from api.packs.fitness.sums import Sums, total
from api.query.params import encode
from tests.packs.fitness.arena import Arena, F


def test_a_pace_over_next_to_no_distance_is_a_number(empty: Arena) -> None:
    began = datetime.now(UTC) - timedelta(days=3)
    body = {"user_id": "tom", "sport_type": "run", "started_at": began.isoformat(), "duration_s": 3600}
    sent = empty.admin.post(f"{F}/activities", json=body | {"distance_m": 1e-25}).json()
    empty.pipeline.drain()
    (found,) = empty.get(f"{F}/activities", athlete="tom")["items"]
    assert found["pace"] == pytest.approx(3600 * 1000 / 1e-25)
    asked = {"metric": "pace", "from_": (began - timedelta(days=1)).isoformat(), "bucket": "day", "athlete": "tom"}
    assert empty.get(f"{F}/trends", **asked)["total"] == found["pace"]
    assert empty.admin.delete(f"{F}/activities/{sent['id']}").status_code == 204


def test_a_cursor_of_the_first_day_there_ever_was_is_none_of_ours(empty: Arena) -> None:
    cursor = encode("activities", "0001-01-01T00:00:00+14:00 x")
    assert empty.admin.get(f"{F}/activities", params={"cursor": cursor}).status_code == 400


def test_a_sum_has_every_digit_of_what_it_adds() -> None:
    parts = [
        Sums(1, distance_m=Decimal(text)) for text in ("12345678901234567890", "0.000000000001", "1e300", "1e-320")
    ]
    whole = total(parts)
    assert (whole.activities, total(parts[:2]).distance_m) == (4, Decimal("12345678901234567890.000000000001"))
    assert str(whole.distance_m).startswith("1" + "0" * 280) and str(whole.distance_m).endswith("0" * 300 + "1")
