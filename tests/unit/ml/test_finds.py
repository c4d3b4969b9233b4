"""What must be found, while it happens, and what must not be spoilt by it."""

from __future__ import annotations

import numpy as np
import pytest

from ml.types import CLOSE, OPEN
from tests.ml_series import DAY, KINDS, START, STEP, WEEK, make, watch_all

AT = 3 * WEEK
SERIES = 20
PLAIN = ("white noise", "daily season", "random walk", "trend")


def found(x: np.ndarray, within: int) -> float:
    """Share of series with an episode opened in [AT, AT + within)."""
    changes = watch_all(x)[1]
    inside = (changes.opened_at >= START + STEP * AT) & (changes.opened_at < START + STEP * (AT + within))
    return len(set(changes.row[(changes.verb == OPEN) & inside].tolist())) / len(x)


@pytest.mark.parametrize("kind", PLAIN)
@pytest.mark.parametrize("sigmas", [10, -12])
def test_a_clear_spike_is_found_at_once(kind: str, sigmas: int) -> None:
    x = make(kind, SERIES, AT + 10)
    x[:, AT] += sigmas
    assert found(x, 1) >= 0.7


@pytest.mark.parametrize("kind", [k for k in KINDS if "t3" not in k and "lognormal" not in k])
def test_a_huge_spike_is_found_everywhere(kind: str) -> None:
    x = make(kind, SERIES, AT + 10)
    x[:, AT] += 40
    assert found(x, 1) >= 0.9


@pytest.mark.parametrize("kind", PLAIN)
def test_a_level_shift_is_found_within_five_points(kind: str) -> None:
    x = make(kind, SERIES, AT + 50)
    x[:, AT:] += 12
    assert found(x, 5) >= 0.8


def test_a_dropout_to_zero_is_found() -> None:
    x = 100 + 5 * make("daily season", SERIES, AT + 30)
    x[:, AT : AT + 12] = 0.0
    assert found(x, 1) == 1.0


def test_a_value_that_is_wrong_only_at_this_hour_is_found() -> None:
    k = np.arange(4 * WEEK)
    x = np.sin(2 * np.pi * k / DAY) * 10 + make("white noise", SERIES, 4 * WEEK)
    at = AT + 3 * DAY // 4  # the lowest hour of the day gets a value of its highest
    x[:, at] += 18
    changes = watch_all(x)[1]
    assert len(set(changes.row[changes.opened_at == START + STEP * at].tolist())) >= 0.8 * SERIES


def test_an_anomaly_does_not_poison_the_baseline() -> None:
    x = make("white noise", 1, AT + WEEK)
    calm = watch_all(x)[0]
    x[:, AT : AT + 5] += 1e4
    hurt = watch_all(x)[0]
    for after in (AT + 6, AT + DAY):
        assert abs(hurt.expected[after] - calm.expected[after]) < 1.0
    width = (hurt.hi - hurt.lo)[AT + WEEK - 1] / (calm.hi - calm.lo)[AT + WEEK - 1]
    assert width < 1.5


def test_the_second_spike_is_found_after_the_first() -> None:
    x = make("white noise", SERIES, AT + WEEK)
    x[:, AT] += 20
    x[:, AT + WEEK // 2] += 20
    changes = watch_all(x)[1]
    second = (changes.verb == OPEN) & (changes.opened_at == START + STEP * (AT + WEEK // 2))
    assert second.sum() >= 0.9 * SERIES


def test_a_real_shift_is_accepted_in_days() -> None:
    x = make("daily season", SERIES, AT + WEEK)
    x[:, AT:] += 30
    verdicts, changes = watch_all(x)
    expected = verdicts.expected.reshape(SERIES, -1)
    assert (changes.verb == CLOSE).sum() >= SERIES
    assert np.all(np.abs(expected[:, -DAY:].mean(1) - x[:, -DAY:].mean(1)) < 2)
    late = (changes.verb == OPEN) & (changes.opened_at > START + STEP * (AT + 4 * DAY))
    assert late.sum() <= 1


def test_the_daily_season_is_learned() -> None:
    k = np.arange(2 * WEEK)
    x = np.sin(2 * np.pi * k / DAY)[None] * 10 + 0.5 * make("white noise", 1, 2 * WEEK)
    verdicts, _ = watch_all(x)
    error = np.abs(verdicts.expected - x[0])[-WEEK:]
    assert error.mean() < 0.8  # 0.4 is the noise alone; the season alone moves by 6.4
