"""Streaming detectors of other projects, as they come: river's and pysad's, each with its documented defaults.

All are asked one point after another, score before learning, so that nothing looks ahead. Where they want their input
in [0, 1] river's own MinMaxScaler gives them that as it goes. `pip install 'tidewatch[bench]'` brings both projects.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from ml.types import Floats

Step = Callable[[Floats], float]
"""One point, float64[metrics] -> its score; then it is learned."""
SEED = 42
LONGEST = 30_000


@dataclass(frozen=True)
class Rival:
    """`make(x)` gives the step of a new series, which will bring x. `groups`: one model takes many metrics at once.

    `slow`: of a corpus of long series only those up to LONGEST points are scored, with a note.
    """

    name: str
    package: str
    make: Callable[[Floats], Step]
    groups: bool = False
    slow: bool = False

    @property
    def installed(self) -> str | None:
        """The version of its project that is here."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return None

    def score(self, x: Floats) -> Floats:
        """x float64[n] or [n, metrics], in order of time -> score float64[n], the higher the odder."""
        step = self.make(x)
        rows = x.reshape(len(x), -1)
        return np.nan_to_num(np.fromiter((step(row) for row in rows), np.float64, len(x)))


def _half_space(_: Floats) -> Step:
    from river import anomaly, preprocessing

    model = preprocessing.MinMaxScaler() | anomaly.HalfSpaceTrees(seed=SEED)

    def step(row: Floats) -> float:
        x = dict(enumerate(row.tolist()))
        score = float(model.score_one(x))
        model.learn_one(x)
        return score

    return step


def _gaussian(_: Floats) -> Step:
    from river import anomaly

    model = anomaly.GaussianScorer()

    def step(row: Floats) -> float:
        y = float(row[0])
        score = float(model.score_one(None, y))
        model.learn_one(None, y)
        return score

    return step


def _loda(_: Floats) -> Step:
    from pysad.models import LODA

    return LODA(random_state=SEED).fit_score_partial  # type: ignore[no-any-return]  # pysad has no types


def _relative_entropy(x: Floats) -> Step:
    from pysad.models import RelativeEntropy

    model = RelativeEntropy(float(x.min()), float(x.max()))  # it is told the range of all that comes, as in NAB
    return model.fit_score_partial  # type: ignore[no-any-return]  # pysad has no types


def _knn_cad(x: Floats) -> Step:
    from pysad.models import KNNCAD

    model = KNNCAD(max(48, min(int(0.15 * len(x)), 750)))  # NAB's own probation
    return model.fit_score_partial  # type: ignore[no-any-return]  # pysad has no types


RIVALS = (
    Rival("river HalfSpaceTrees", "river", _half_space, groups=True, slow=True),
    Rival("river GaussianScorer", "river", _gaussian),
    Rival("pysad LODA", "pysad", _loda, groups=True, slow=True),
    Rival("pysad RelativeEntropy", "pysad", _relative_entropy, slow=True),
    Rival("pysad KNNCAD", "pysad", _knn_cad, slow=True),
)
