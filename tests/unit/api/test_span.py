"""What an answer says of its time, and when it may compare."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import Unprocessable
from api.packs import span as module
from api.packs.span import Change, Span, Told, compare, span_of
from db.errors import Invalid
from db.records import to_us

NOW = datetime(2026, 3, 31, 12, 30, tzinfo=UTC)


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[datetime | None]:
    found: list[datetime | None] = [None]

    async def since(conn: object, tenant: int) -> datetime | None:
        return found[0]

    monkeypatch.setattr(module, "waiting_since", since)
    return found


async def span(**asked: Any) -> Span:
    return await span_of(None, 1, now=to_us(NOW), **asked)


@pytest.mark.usefixtures("waiting")
async def test_a_range_that_ends_now_begins_with_a_bucket() -> None:
    one = await span(time_range="7d", timezone="Europe/Berlin")
    assert one.times()[0] == "2026-03-24T00:00:00+01:00" and one.times()[-1] == "2026-03-31T00:00:00+02:00"
    assert one.partial() == [False] * 7 + [True]
    assert Told(**one.told()).from_ == "2026-03-24T00:00:00+01:00"


async def test_it_is_final_up_to_what_waits(waiting: list[datetime | None]) -> None:
    start, stop = to_us(datetime(2026, 3, 1, tzinfo=UTC)), to_us(datetime(2026, 3, 3, tzinfo=UTC))
    assert (await span(start=start, stop=stop)).complete
    waiting[0] = datetime(2026, 3, 2, 6, tzinfo=UTC)
    late = await span(start=start, stop=stop)
    assert not late.complete and late.partial() == [False, True]
    assert late.told()["complete_through"] == "2026-03-02T06:00:00+00:00"


@pytest.mark.usefixtures("waiting")
async def test_all_begins_with_the_oldest() -> None:
    one = await span(time_range="all", bucket="month", oldest=datetime(2025, 11, 5, tzinfo=UTC))
    assert one.told()["from"] == "2025-11-01T00:00:00+00:00" and one.window.buckets == 5
    assert (await span(time_range="all")).window.buckets == 2


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"start": 10**15, "stop": 10**15}, Unprocessable),
        ({"start": 10**15, "stop": 10**18}, Unprocessable),
        ({"stop": 1}, Unprocessable),
        ({"start": 10**15, "bucket": "15m"}, Unprocessable),
        ({"timezone": "Europe"}, Invalid),
    ],
)
async def test_a_range_that_cannot_be_is_refused(asked: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        await span(**asked)


@pytest.mark.parametrize(
    ("now", "before", "complete", "begun", "change"),
    [
        (Decimal("1.10"), Decimal("1.00"), True, True, Change(10.0, "ok")),
        (5.0, -10.0, True, True, Change(150.0, "ok")),
        (0, 8, True, True, Change(-100.0, "ok")),
        (5, 0, True, True, Change(None, "no_baseline")),
        (0, 0, True, True, Change(None, "no_baseline")),
        (5, None, True, True, Change(None, "no_baseline")),
        (5, 4, True, False, Change(None, "no_baseline")),
        (5, 4, False, True, Change(None, "partial")),
    ],
)
def test_nothing_is_invented(now: Any, before: Any, complete: bool, begun: bool, change: Change) -> None:
    assert compare(now, before, complete=complete, begun=begun) == change


@given(st.decimals(-(10**12), 10**12, places=6), st.decimals(1, 10**12, places=6))
def test_a_percentage_is_that_of_the_exact_numbers(now: Decimal, before: Decimal) -> None:
    percent = compare(now, before, complete=True, begun=True).percent
    assert percent == pytest.approx(float(100 * (now - before) / before), abs=0.00501, rel=1e-12)
