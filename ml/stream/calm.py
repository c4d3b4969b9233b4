"""The logarithm of the mean change outside its range: a series that falls silent.

New extremes are judged as `ml.stream.records` says; what the column is, `ml.stream.windows`.
"""

from __future__ import annotations

from typing import ClassVar

from ml.stream.records import Records


class Calm(Records):
    """The logarithm of the mean change outside its range: a series that falls silent."""

    name: ClassVar[str] = "calm"
    column: ClassVar[str] = "calm"
    weight: ClassVar[float] = 0.5
