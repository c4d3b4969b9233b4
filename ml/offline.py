"""One whole series at once, by the same code as the pipeline's."""

from __future__ import annotations

import numpy as np

from ml.policy import Policies, Policy
from ml.types import Changes, Floats, Longs, Verdicts
from ml.watch import Watch


def score_series(
    t: Longs, v: Floats, *, policy: Policy | None = None, counter: bool = False
) -> tuple[Verdicts, Changes]:
    """Times in us UTC, strictly ascending, and finite values -> the verdicts and changes a pipeline would have given.

    `counter`: judge by the rate a second. Raises ValueError when times do not ascend: sort, and keep the last of equal
    times, as the pipeline does.
    """
    t = np.asarray(t, np.int64)
    if np.any(np.diff(t) <= 0):
        raise ValueError("times must ascend strictly: sort them, and keep one value a time")
    watch, policies = Watch(), Policies()
    if policy is not None:
        policies.set(0, policy)
    if counter:
        watch.mark_counters(np.zeros(1, np.int32))
    return watch.run(np.zeros(len(t), np.int32), t, np.asarray(v, np.float64), policies)
