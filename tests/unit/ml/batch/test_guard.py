"""A model that fails on one series spoils no other."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from ml.batch.changepoint import change_points
from ml.batch.findings import Failed
from ml.batch.guard import guarded
from tests.ml_noise import hourly


def test_an_uneven_grid_fails_with_its_reason_and_nothing_is_raised() -> None:
    t = hourly(1).copy()
    t[5] += 1
    found = guarded(change_points, t, np.ones(len(t)))
    assert isinstance(found, Failed)
    assert "regular" in found.why


def test_warnings_of_a_model_stay_inside() -> None:
    def noisy(x: float) -> float:
        warnings.warn("bad fit", stacklevel=1)
        return float(np.float64(x) / 0.0)

    assert guarded(noisy, 1.0) == np.inf


def test_what_is_not_about_one_series_goes_through() -> None:
    def starved() -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        guarded(starved)
