"""The running mean of a series that is shorter than its window."""

from __future__ import annotations

import numpy as np
import pytest

from ml.batch.season import running_mean


@pytest.mark.parametrize("n", [0, 1, 2, 5, 88, 96, 97])
def test_a_short_series_has_a_mean_as_wide_as_it_allows(n: int) -> None:
    u = np.arange(n, dtype=float)
    smooth = running_mean(u, np.ones(n, bool), 97)
    assert len(smooth) == n
    if n % 2:
        assert smooth == pytest.approx(np.full(n, u.mean()))
