"""The window before, and what is said of a total against it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from api.packs.llm.question import Question
from api.packs.span import Basis, Change, Span, compare
from api.query.window import FLOOR_US
from db.records import Times


@dataclass(frozen=True)
class Past:
    """How the range compares to the one of equal length right before it. `edges`: [before, range], or the range alone
    (`now`: which bucket it is)."""

    edges: Times
    now: int
    begun: bool
    complete: bool

    def change(self, now: Decimal | float, before: Decimal | float) -> Change:
        """In percent, where there is something to compare with."""
        if self.now == 0:
            return Change(None, "no_baseline")
        return compare(now, before, complete=self.complete, begun=self.begun)

    def plain(self, now: Decimal | float, before: Decimal | float) -> float:
        """In percent by the rule that something after nothing is 100; 0 where there is no window before."""
        if self.now == 0:
            return 0.0
        if before == 0:
            return 100.0 if now > 0 else 0.0
        return round(float(100 * (now - before) / before), 2)  # type: ignore[operator]  # both of one kind

    def basis(self, now: Decimal | float, before: Decimal | float) -> Basis:
        """What `plain` rests on."""
        return self.change(now, before).basis


async def past_of(question: Question, span: Span) -> Past:
    """`all` has no window before."""
    start, stop = span.window.start, span.window.stop
    before = 2 * start - stop
    if (question.time_range == "all" and question.asked != "custom") or before < FLOOR_US:
        return Past(np.array([start, stop], np.int64), 0, begun=False, complete=span.complete)
    oldest = await question.oldest()
    begun = oldest is not None and oldest <= before
    return Past(np.array([before, start, stop], np.int64), 1, begun=begun, complete=span.complete)
