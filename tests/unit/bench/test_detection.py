"""The comparison of detectors: nobody looks ahead, ranks keep the order, a silenced detector says nothing."""

from __future__ import annotations

import numpy as np
import pytest

from bench import detection_data, rivals, rivals_baselines
from bench.detection_ablation import watch_without
from bench.detection_measure import labelled, nab, nab_corpus, ranked
from bench.speed import block
from ml.watch import Watch
from tests.ml_series import make, times

N = 320


def series() -> np.ndarray:
    x = make("daily season", 1, N)[0]
    x[200:210] += 30
    return x


@pytest.mark.parametrize("name", rivals_baselines.BASELINES)
def test_a_baseline_looks_at_nothing_that_comes_later(name: str) -> None:
    x, t = series(), times(N)
    whole = rivals_baselines.score(name, t, x)
    assert whole[:250].tolist() == rivals_baselines.score(name, t[:250], x[:250]).tolist()
    assert whole[200] > whole[:200].mean() and np.isfinite(whole).all()
    group = rivals_baselines.score(name, t, np.stack([x, np.zeros(N)], axis=1))
    assert group.tolist() == whole.tolist()


def test_outside_the_range_so_far_is_a_share_of_it() -> None:
    score = rivals_baselines.score("range novelty", times(5), np.array([0.0, 10.0, 5.0, 20.0, -20.0]))
    assert score.tolist() == [0.0, 1.0, 0.0, 0.5, 0.5]


@pytest.mark.parametrize("rival", rivals.RIVALS, ids=lambda rival: rival.name)
def test_a_rival_is_asked_before_it_learns(rival: rivals.Rival) -> None:
    if not rival.installed:
        pytest.skip(f"{rival.package} is not here: pip install 'tidewatch[bench]'")
    x = series()
    x[[0, 1]] = x.min(), x.max()  # the range is told to some, and so must be the same in both
    whole, part = rival.score(x), rival.score(x[:250])
    if rival.name != "pysad KNNCAD":  # its probation is a share of the length
        assert whole[:250].tolist() == part.tolist()
    assert whole.shape == (N,) and np.isfinite(whole).all()


def test_ranks_keep_order_and_ties_over_all_series() -> None:
    found = ranked({"a": np.array([-5.0, 1e9, 0.0]), "b": np.array([0.0, 7.0])})
    assert {name: ranks.tolist() for name, ranks in found.items()} == {"a": [0.25, 1.0, 0.5], "b": [0.5, 0.75]}


def test_a_silenced_detector_says_nothing_and_learns_on() -> None:
    rows, t, x = np.zeros(N, np.int32), times(N), series()
    whole = Watch()
    verdicts, _ = whole.run(rows, t, x)
    for silent in range(len(Watch.names)):
        watch = watch_without([silent])
        said, _ = watch.run(rows, t, x)
        assert silent not in said.detector
        assert watch._detectors[silent].dump(0, 1) == whole._detectors[silent].dump(0, 1)
    said, _ = watch_without(range(len(Watch.names))).run(rows, t, x)
    assert verdicts.warm.any() and not said.warm.any()


def test_the_speed_bench_sends_points_in_the_order_that_the_watch_wants() -> None:
    rows, t, v = block(3, 40, 10)
    assert (np.lexsort((t, rows)) == np.arange(30)).all() and len(v) == 30
    assert block(3, 50, 10)[1].min() > t.max()


def test_perfect_scores_get_full_marks() -> None:
    if missing := detection_data.absent():
        pytest.skip(missing)
    names = ("artificialWithAnomaly/art_daily_nojump.csv", "realAdExchange/exchange-2_cpm_results.csv")
    corpus = nab_corpus(frozenset(names))
    starts = {name: (np.diff(one["wid"], prepend=-1) != 0) & (one["wid"] >= 0) for name, one in corpus.items()}
    figures = nab({name: start.astype(float) for name, start in starts.items()}, 0.9)
    assert (
        figures["nab.frozen standard"] == figures["nab.best low-FP"] == figures["nab.LOCO low-FN"] == pytest.approx(100)
    )
    assert (figures["nab.found"], figures["nab.false alarms/series-week"]) == (figures["nab.windows"], 0)
    item = detection_data.items("asd")[0]
    with np.load(detection_data.DATA / "asd" / f"{item.name}.npz") as file:
        found = labelled("asd", {item.name: file["label"].astype(float)}, 0.9)
    assert (found["asd.frozen event-F1"], found["asd.median delay, points"], found["asd.series"]) == (1, 0, 1)
