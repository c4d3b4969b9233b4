"""The brake on failed logins."""

from __future__ import annotations

import pytest

from api.errors import SlowDown
from api.throttle import FREE_FAILURES, REMEMBERED, Throttle

WHO = ("a@example.org", "10.0.0.1")


class Clock:
    """Seconds that pass when a test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def throttle(clock: Clock) -> Throttle:
    throttle = Throttle(clock)
    for _ in range(FREE_FAILURES):
        throttle.attempt(*WHO)
    return throttle


def test_after_the_free_failures_one_must_wait(throttle: Throttle) -> None:
    with pytest.raises(SlowDown) as refused:
        throttle.attempt(*WHO)
    assert refused.value.extra == {"retry_after": 2.0}


def test_each_failure_doubles_the_wait_up_to_five_minutes(throttle: Throttle, clock: Clock) -> None:
    waits = []
    for _ in range(10):
        with pytest.raises(SlowDown) as refused:
            throttle.attempt(*WHO)
        waits.append(refused.value.extra["retry_after"])
        clock.now += waits[-1]
        throttle.attempt(*WHO)
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


def test_others_need_not_wait(throttle: Throttle) -> None:
    throttle.attempt("b@example.org", WHO[1])
    throttle.attempt(WHO[0], "10.0.0.2")


def test_success_starts_anew(throttle: Throttle) -> None:
    throttle.succeeded(*WHO)
    throttle.attempt(*WHO)


def test_it_forgets_the_oldest_when_there_are_too_many(throttle: Throttle) -> None:
    for number in range(REMEMBERED):
        throttle.attempt(f"{number}@example.org", "")
    throttle.attempt(*WHO)
