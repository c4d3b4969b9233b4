"""The mean of the last 144 points outside its range: a slow drift.

New extremes are judged as `ml.stream.records` says; what the column is, `ml.stream.windows`.
"""

from __future__ import annotations

from typing import ClassVar

from ml.stream.records import Records


class Drift(Records):
    """The mean of the last 144 points outside its range: a slow drift."""

    name: ClassVar[str] = "drift"
    column: ClassVar[str] = "drift"
    weight: ClassVar[float] = 1.0
    every: ClassVar[float] = 12.0
