"""The mean of the last 12 points outside its range: a shift too small to be seen in any one point.

New extremes are judged as `ml.stream.records` says; what the column is, `ml.stream.windows`.
"""

from __future__ import annotations

from typing import ClassVar

from ml.stream.records import Records


class Level(Records):
    """The mean of the last 12 points outside its range: a shift too small to be seen in any one point."""

    name: ClassVar[str] = "level"
    column: ClassVar[str] = "level"
    weight: ClassVar[float] = 1.0
