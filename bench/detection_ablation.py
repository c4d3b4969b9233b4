"""What each detector brings: the default with one of them silenced, and with all but one.

A silenced detector learns on but is never warm, so that fusion and episodes see what they see while it warms up.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import cast

import numpy as np

from bench.detection_data import items
from bench.detection_measure import Figures, measure
from cli.score_judge import judge_rows
from ml.stream.base import Detector
from ml.types import Changes, Evidence, Floats, Longs, Ticks, Verdicts
from ml.watch import Watch


class Silenced:
    """A detector that says nothing; all else is the detector's own."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector

    def __getattr__(self, name: str) -> object:
        return getattr(self._detector, name)

    def run(self, ticks: Ticks) -> Evidence:
        """Learn, and be silent."""
        evidence = self._detector.run(ticks)
        evidence.warm[:] = False
        return evidence


def watch_without(silent: Iterable[int]) -> Watch:
    """The shipped default, with some detectors (indices into Watch.names) silenced."""
    watch = Watch()
    for i in silent:
        watch._detectors[i] = cast(Detector, Silenced(watch._detectors[i]))
    return watch


def ablation(corpora: list[str], threshold: float) -> dict[str, Figures]:
    """Variant -> figures: all, without each, each alone. Only series: groups are left out."""
    every = range(len(Watch.names))
    variants = {"all": (), **{f"-{Watch.names[i]}": (i,) for i in every}}
    variants |= {f"{Watch.names[i]} alone": tuple(j for j in every if j != i) for i in every}
    table: dict[str, Figures] = {name: {} for name in variants}
    for corpus in corpora:
        for name, silent in variants.items():
            print(f"{corpus}: {name}", file=sys.stderr, flush=True)

            def series(t: Longs, v: Floats, silent: Iterable[int] = silent) -> tuple[Verdicts, Changes]:
                return watch_without(silent).run(np.zeros(len(t), np.int32), t, v)

            scores = {
                item.name: judge_rows(item.t, item.x, np.isfinite(item.x), series)[0][item.judged :]
                for item in items(corpus)
                if item.x.ndim == 1
            }
            if scores:
                table[name] |= measure(corpus, scores, threshold)
    return table
