"""The mean change from point to point outside its range: noise that grew, a fault that flickers.

New extremes are judged as `ml.stream.records` says; what the column is, `ml.stream.windows`.
"""

from __future__ import annotations

from typing import ClassVar

from ml.stream.records import Records


class Roughness(Records):
    """The mean change from point to point outside its range: noise that grew, a fault that flickers."""

    name: ClassVar[str] = "roughness"
    column: ClassVar[str] = "roughness"
    weight: ClassVar[float] = 1.0
