"""More equal values in a row than ever: a sensor that sticks.

New extremes are judged as `ml.stream.records` says; what the column is, `ml.stream.windows`.
"""

from __future__ import annotations

from typing import ClassVar

from ml.stream.records import Records


class Stuck(Records):
    """More equal values in a row than ever: a sensor that sticks."""

    name: ClassVar[str] = "stuck"
    column: ClassVar[str] = "stuck"
    weight: ClassVar[float] = 0.5
    least: ClassVar[float] = 1.0
