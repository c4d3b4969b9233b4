"""One whole series at once, by the same code as the pipeline's."""

from __future__ import annotations

import numpy as np

from ml.types import Changes, Floats, Longs, Verdicts
from ml.watch import Watch


def score_series(t: Longs, v: Floats) -> tuple[Verdicts, Changes]:
    """Times in us UTC, strictly ascending, and finite values -> the verdicts and changes a pipeline would have given.

    Raises ValueError when times do not ascend: sort, and keep the last of equal times, as the pipeline does.
    """
    t = np.asarray(t, np.int64)
    if np.any(np.diff(t) <= 0):
        raise ValueError("times must ascend strictly: sort them, and keep one value a time")
    return Watch().run(np.zeros(len(t), np.int32), t, np.asarray(v, np.float64))
