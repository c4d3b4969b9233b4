"""The model of when points are due: it keeps its promise, notices death soon, and knows who sleeps when."""

from __future__ import annotations

import numpy as np
import pytest

from ml.arrival import Arrival, Known, kernel
from ml.stream.clock import Clock
from ml.types import StateError
from tests.ml_series import in_plain_python
from tests.unit.ml.arrivals import DAY, HOUR, KINDS, MONDAY, SECOND, WEEK, WEEKS, business, learned, noticed

PROMISED = 1 / 9
MINUTE = 60 * SECOND


@pytest.mark.parametrize("kind", KINDS)
def test_false_alarms_stay_within_the_promise(kind: str) -> None:
    rng = np.random.default_rng(7)
    steps = [MINUTE] * 5 + [5 * MINUTE] * 45 + [20 * MINUTE] * 50 + [HOUR] * 50
    alarms = [int((learned(KINDS[kind](rng, step))[2] >= 0.9).sum()) for step in steps]
    assert sum(alarms) / len(steps) / WEEKS <= 1.5 * PROMISED


@pytest.mark.parametrize(
    ("kind", "step", "soonest", "latest"),
    [
        ("regular", 10 * SECOND, 20 * SECOND, 120 * SECOND),
        ("jittered", 10 * SECOND, 20 * SECOND, 90 * SECOND),
        ("5 % drops", 10 * SECOND, 30 * SECOND, 120 * SECOND),
        ("Poisson", 10 * SECOND, 60 * SECOND, 240 * SECOND),
        ("regular", HOUR, 2 * HOUR, 6 * HOUR),
        ("5 % drops", HOUR, 2 * HOUR, 8 * HOUR),
    ],
)
def test_death_is_noticed_soon(kind: str, step: int, soonest: int, latest: int) -> None:
    t = KINDS[kind](np.random.default_rng(3), step)
    t = t[t < MONDAY + 2 * WEEK + 3 * DAY + 11 * HOUR]
    asked = t[-1] + step // 4 * np.arange(1, 100)
    assert soonest <= noticed(t, asked) <= latest


def test_an_office_machine_that_dies_on_friday_is_missed_on_monday_morning() -> None:
    t = business(np.random.default_rng(4), 10 * SECOND)
    t = t[t < MONDAY + 3 * WEEK + 4 * DAY + 16 * HOUR]
    weekend = np.arange(MONDAY + 3 * WEEK + 4 * DAY + 18 * HOUR, MONDAY + 4 * WEEK + 8 * HOUR, 10 * MINUTE)
    monday = np.arange(MONDAY + 4 * WEEK, MONDAY + 4 * WEEK + DAY, MINUTE)
    assert noticed(t, weekend) == -1
    assert 8 * HOUR <= (t[-1] + noticed(t, monday) - MONDAY) % WEEK <= 11 * HOUR


def test_a_first_weekend_is_not_yet_death() -> None:
    t = business(np.random.default_rng(5), MINUTE)
    t = t[t < MONDAY + 4 * DAY + 18 * HOUR]
    assert noticed(t, np.arange(MONDAY + 4 * DAY + 18 * HOUR, MONDAY + 7 * DAY, HOUR)) == -1


def test_an_outage_does_not_hide_the_next_one() -> None:
    t = KINDS["regular"](np.random.default_rng(6), 10 * SECOND)
    t = t[(t < MONDAY + 2 * WEEK) & ~((t > MONDAY + WEEK) & (t < MONDAY + WEEK + 5 * HOUR))]
    assert noticed(t, t[-1] + 10 * SECOND * np.arange(1, 60)) <= 90 * SECOND


def test_an_outage_that_comes_back_every_day_is_a_habit() -> None:
    t = KINDS["regular"](np.random.default_rng(6), 10 * SECOND)
    day = (t - MONDAY) // DAY
    begin = np.random.default_rng(8).uniform(0, 23, 60)[day] * HOUR
    into = t % DAY - begin
    t = t[(into < 0) | (into > 10 * MINUTE)]
    assert (learned(t)[2] >= 0.9).sum() <= 3


def test_too_few_points_say_nothing() -> None:
    t = MONDAY + MINUTE * np.arange(15)
    assert noticed(t, np.array([MONDAY + WEEK])) == -1


def test_batches_and_packing_change_nothing() -> None:
    t = business(np.random.default_rng(9), 5 * MINUTE)
    whole, ticks, scores = learned(t)
    parts = Arrival()
    parts.state.ensure(1)
    said = [parts.run(ticks[a : a + 97]) for a in range(0, len(ticks), 97)]
    assert np.concatenate(said).tobytes() == scores.tobytes()
    assert parts.state.dump(0, 1) == whole.state.dump(0, 1)
    known = Known.of(whole.pack(np.array([0])))
    assert (known.rate == whole.state["rate"]).all() and known.since[0] == t[0]


def test_the_compiled_kernel_is_the_plain_one() -> None:
    t = business(np.random.default_rng(9), 20 * MINUTE)[:600]
    _, ticks, scores = learned(t)
    plain, again = Arrival(), np.empty(len(t))
    plain.state.ensure(1)
    arrays = [plain.state[name] for name in ("since", "points", "pace", "rate", "tail")]
    in_plain_python(kernel)(ticks.row, ticks.t, ticks.dt, ticks.step, ticks.n, *arrays, again)
    assert np.allclose(again, scores, rtol=1e-5, equal_nan=True)


def test_a_foreign_model_is_refused() -> None:
    with pytest.raises(StateError):
        Known.of([b"\x09" + bytes(Arrival.PACKED - 1)])


def test_ten_thousand_series_are_judged_at_once() -> None:
    clock, arrival, n = Clock(), Arrival(), 10_000
    for part in (clock.state, arrival.state):
        part.ensure(n)
    rows, t = np.repeat(np.arange(n, dtype=np.int32), 30), np.tile(MONDAY + MINUTE * np.arange(30), n)
    arrival.run(clock.run(rows, t, np.zeros(len(rows))))
    known = Known.of(arrival.pack(np.arange(n)))
    last = np.full(n, t[-1])
    asked = last + np.where(np.arange(n) % 2, 30 * MINUTE, MINUTE)
    score, lived = known.silence(last, np.full(n, float(MINUTE)), np.full(n, 30), asked)
    assert (score >= 0.9).tolist() == [i % 2 == 1 for i in range(n)]
    assert (lived == asked - last).all()
