"""What a body says, in columns, before anything is asked of the database."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from api.ingest.book import Named
from db.records import Times, Values

Positions = NDArray[np.int64]
Rejection = tuple[int, str]
"""(position in the body, reason)"""


@dataclass(slots=True)
class Draft:
    """Points of a body: columns of equal length n, in body order within a series.

    `of[i]` is the place in `named` of point i's series; t is in us, v may still hold NaN. `row[i]` is its position in
    the body, None when that is i. `timed`: every point brought its own time. `notes` are warnings for the producer.
    """

    named: list[Named]
    of: NDArray[np.int32]
    t: Times
    v: Values
    row: Positions | None = None
    rejected: list[Rejection] = field(default_factory=list)
    timed: bool = True
    notes: list[str] = field(default_factory=list)

    def positions(self) -> Positions:
        """`row`, written out."""
        return np.arange(len(self.t)) if self.row is None else self.row

    def keep(self, which: NDArray[np.bool_]) -> None:
        """Leave out the points where `which` is false."""
        self.row = self.positions()[which]
        self.of, self.t, self.v = self.of[which], self.t[which], self.v[which]

    def refuse(self, which: NDArray[np.bool_], reason: str) -> None:
        """Reject the points where `which` is true."""
        self.rejected += [(row, reason) for row in self.positions()[which].tolist()]
        self.keep(~which)
