"""The value itself outside its range.

New extremes are judged as `ml.stream.records` says; what the column is, `ml.stream.windows`.
"""

from __future__ import annotations

from typing import ClassVar

from ml.stream.records import Records


class Novelty(Records):
    """The value itself outside its range."""

    name: ClassVar[str] = "novelty"
    column: ClassVar[str] = "v"
    weight: ClassVar[float] = 1.0
    of_points: ClassVar[bool] = True
