"""The development corpora as forecasts see them: means of buckets, cut at several origins into past and future."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench import detection_data as data
from ml.types import Floats, Longs

MINUTE_US = 60_000_000
DAY_US = 1440 * MINUTE_US
ASD_US = 5 * MINUTE_US
"""45 days of 5 minutes, as its authors say (Li et al., KDD 2021); the files carry no times."""


@dataclass(frozen=True)
class View:
    """How series are looked at: buckets of `step` us, `horizon` of them ahead, `origins` a series, `past` us before."""

    name: str
    step: int
    horizon: int
    origins: int
    past: int


@dataclass(frozen=True)
class Case:
    """One forecast to make: t int64[n] us, v float64[n] before the origin (NaN: empty), truth float64[horizon]."""

    corpus: str
    series: str
    t: Longs
    v: Floats
    truth: Floats


def cases(view: View, every: int) -> Iterator[Case]:
    """All cases; of groups each `every`-th metric. Origins are evenly spread, the first after a week or 3 horizons."""
    for corpus in data.CORPORA:
        for item in data.items(corpus):
            t = item.t[0] + ASD_US * np.arange(len(item.t), dtype=np.int64) if corpus == "asd" else item.t
            if np.median(np.diff(t)) > view.step:
                continue
            columns = item.x[:, None] if item.x.ndim == 1 else item.x[:, ::every]
            for number, x in enumerate(columns.T):
                yield from _cut(view, corpus, f"{item.name}#{number * every}", *_means(t, x, view.step))


def _means(t: Longs, x: Floats, step: int) -> tuple[Longs, Floats]:
    """Bucket means on a full grid, NaN where a bucket is empty, without the unfinished buckets at both ends."""
    slot = t // step - t[0] // step
    ok = np.isfinite(x)
    total, count = np.bincount(slot[ok], x[ok]), np.bincount(slot[ok])
    means = np.full(len(count), np.nan)
    np.divide(total, count, out=means, where=count > 0)
    return ((t[0] // step + np.arange(len(means))) * step)[1:-1].astype(np.int64), means[1:-1]


def _cut(view: View, corpus: str, series: str, t: Longs, v: Floats) -> Iterator[Case]:
    first = max(7 * DAY_US // view.step, 3 * view.horizon)
    last = len(v) - view.horizon
    if last <= first:
        return
    for origin in np.unique(np.linspace(first, last, view.origins).astype(int)):
        begin = max(origin - view.past // view.step, 0)
        yield Case(corpus, series, t[begin:origin], v[begin:origin], v[origin : origin + view.horizon])
