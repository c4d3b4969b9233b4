"""Missing points are judged where the model of arrivals judges them."""

from __future__ import annotations

import numpy as np

from bench.signals.kinds import white
from bench.signals.sampling import Sampling, clean
from bench.silence import delays, scores
from ml.episodes import OPENS


def test_a_regular_source_is_missed_soon_and_a_lossy_one_later() -> None:
    regular, lossy = delays(Sampling(), 8), delays(Sampling(lost=0.2), 8)
    assert np.isfinite(regular).all()
    assert regular.max() <= 4
    assert np.nanmin(np.nan_to_num(lossy, nan=999)) > regular.max()


def test_an_outage_is_news_and_regular_points_are_not() -> None:
    assert not (scores(clean(white, Sampling(), 1, 4, 2)) >= OPENS).any()
    assert (scores(clean(white, Sampling(outages=2), 1, 4, 2)) >= OPENS).any()


def test_nights_without_points_come_every_night() -> None:
    points = clean(white, Sampling(nights_off=True), 1, 2, 2)
    hours = points.t // 3_600_000_000 % 24
    assert (hours.min(), hours.max()) == (6, 19)
    gaps = np.diff(points.t)[np.diff(points.row) == 0]
    assert (gaps > 300_000_000).sum() == 2 * 13
