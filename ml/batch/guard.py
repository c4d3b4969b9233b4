"""One series that breaks a model spoils no other."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numpy as np

from ml.batch.findings import Failed

P = ParamSpec("P")
T = TypeVar("T")


def guarded(model: Callable[P, T], *args: P.args, **options: P.kwargs) -> T | Failed:
    """What the model returns, or `Failed`. Warnings of libraries are kept quiet, floating-point ones too.

    MemoryError, KeyboardInterrupt and the like go through: they are not about one series. Not for several threads at
    once: Python's warning filters belong to the process.
    """
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return model(*args, **options)
        except (ArithmeticError, LookupError, TypeError, ValueError, np.linalg.LinAlgError) as broken:
            return Failed(f"{type(broken).__name__}: {broken}")
