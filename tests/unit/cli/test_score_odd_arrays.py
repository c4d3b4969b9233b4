"""Arrays as others write them, and what is said of those that cannot be meant."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cli import score_arrays
from cli.backfill.source import CannotRead
from cli.score_judge import score_matrix

T = 1_700_000_000_000_000 + 300_000_000 * np.arange(1500)


def test_float_seconds_keep_their_fractions(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", value=np.zeros(4), timestamp=1.7e9 + 0.5 * np.arange(4))
    assert np.diff(score_arrays.read(tmp_path / "a.npz").t).tolist() == [500_000] * 3


@pytest.mark.parametrize(
    "held",
    [
        {"value": np.zeros(3), "timestamp": np.array([1.7e9, np.nan, 1.8e9])},
        {"value": np.zeros(3), "start": np.zeros(2)},
        {"value": np.zeros(3), "step": np.array("soon")},
        {"value": np.zeros(3), "step": 1e18},
        {"train": np.zeros((3, 2)), "test": np.zeros((3, 4))},
        {"value": np.float64(3.0)},
        {"value": np.zeros(2), "timestamp": np.array(["2026-01-01", "NaT"], "datetime64[s]")},
    ],
)
def test_what_cannot_be_meant_is_said_in_one_line(tmp_path: Path, held: dict[str, np.ndarray]) -> None:
    np.savez(tmp_path / "a.npz", **held)
    with pytest.raises(CannotRead, match=r"a\.npz"):
        score_arrays.read(tmp_path / "a.npz")


def test_one_metric_that_leaves_alone_is_told_of(tmp_path: Path) -> None:
    x = np.random.default_rng(3).normal(size=(1500, 6))
    x[:, 5] = np.nan
    x[1400, 2] = 50.0
    score = score_matrix(T, x)
    assert score[1400] > 0.9 > np.delete(score, 1400).max()


def test_a_matrix_without_a_number_scores_nothing() -> None:
    assert score_matrix(T, np.full((1500, 3), np.nan)).max() == 0.0
