"""Is the true cause of a change found: 500 synthetic tables with known causes, beside Adtributor and plain rankings.

python -m bench.drivers [--short] [--seed N] [--cases N]

A cause is found when a told slice has exactly its leaves. "1st": what is told first is a true cause; "in 3": one of the
first three is; "all": all true causes are among the first three. Ours tells its explanations, then the alternatives to
the first and its hints, the surest first. Tables without a
cause say how often something is told where nothing happened. The seed shown in the docs was not used to make the
method.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from bench.drivers_data import METRICS, NOISES, Case, Flags, case
from bench.drivers_rivals import adtributor, plain, plain_in_spreads
from bench.table import quantile, show
from ml.drivers import Analysis, Conditions, explain, explain_ratio, seasonal, seasonal_ratio

SEED = 20261124
KINDS = ("metric", "causes", "depth", "noise", "sizes", "leaves")
RIVALS: dict[str, Callable[[Case], list[Flags]]] = {
    "adtributor": adtributor,
    "change": plain,
    "in spreads": plain_in_spreads,
}
STEPS = (0.0, 0.5, 0.8, 0.95, 0.99, 1.01)


@dataclass
class Result:
    """How one case went: for each method whether the first is right, and one or all in three; ours in detail."""

    tags: dict[str, str]
    first: dict[str, bool] = field(default_factory=dict)
    three: dict[str, bool] = field(default_factory=dict)
    every: dict[str, bool] = field(default_factory=dict)
    seconds: float = 0.0
    told: list[tuple[float, bool]] = field(default_factory=list)


def ours(one: Case) -> Analysis:
    """The analysis of a case, expectation included."""
    if one.history_m is None or one.now_m is None:
        return explain(one.codes, seasonal(one.history), one.now)
    return explain_ratio(one.codes, seasonal_ratio(one.history, one.history_m), one.now, one.now_m)


def leaves(codes: np.ndarray, conditions: Conditions) -> Flags:
    """The leaves of a slice."""
    inside = np.ones(len(codes), dtype=bool)
    for dim, code in conditions:
        inside &= codes[:, dim] == code
    return inside


def judged(one: Case) -> Result:
    """All methods on one case."""
    result = Result(one.tags)
    began = time.perf_counter()
    analysis = ours(one)
    result.seconds = time.perf_counter() - began
    named = [e.conditions for e in analysis.explanations]
    unsure = [*(analysis.explanations[0].alternatives if analysis.explanations else ()), *analysis.hints]
    named += [a.conditions for a in sorted(unsure, key=lambda a: -a.confidence)]
    mine = [leaves(one.codes, c) for c in dict.fromkeys(named)]
    result.told = [(e.confidence, _true(leaves(one.codes, e.conditions), one)) for e in analysis.explanations]
    for name, told in [("ours", mine), *((name, rival(one)) for name, rival in RIVALS.items())]:
        result.first[name] = bool(told) and _true(told[0], one)
        result.three[name] = any(_true(t, one) for t in told[:3])
        result.every[name] = all(any((t.inside == s).all() for s in told[:3]) for t in one.causes)
    return result


def _true(told: Flags, one: Case) -> bool:
    return any((t.inside == told).all() for t in one.causes)


def cases(seed: int, number: int) -> list[Case]:
    """Equal parts of every metric, one or two causes, every noise, and one to three conditions of the first cause."""
    kinds = [(m, c, n, d) for m in METRICS for c in (1, 2) for n in NOISES for d in (1, 2, 3)]
    children = np.random.SeedSequence(seed).spawn(number)
    return [case(np.random.default_rng(child), *kinds[i % len(kinds)]) for i, child in enumerate(children)]


def report(results: Sequence[Result]) -> None:
    """Found by kind of case, for every method; how far to trust a confidence; time."""
    names = ("ours", *RIVALS)
    groups = [("all", list(results))]
    for kind in KINDS:
        for value in sorted({r.tags[kind] for r in results}):
            groups.append((f"{kind}: {value}", [r for r in results if r.tags[kind] == value]))
    rows = [
        [name, len(part), *(f"{100 * np.mean([getattr(r, how)[n] for r in part]):.1f}" for n in names for how in HOW)]
        for name, part in groups
    ]
    show("% of cases", ("", "cases", *(f"{n} {TITLES[how]}" for n in names for how in HOW)), rows)
    told = [pair for r in results for pair in r.told]
    rows = []
    for low, high in pairwise(STEPS):
        part = [right for sure, right in told if low <= sure < high]
        rows.append([f"{low:.2f} to {min(high, 1.0):.2f}", len(part), f"{100 * np.mean(part):.0f}" if part else "-"])
    show("confidence, explanations told, % of them a true cause", ("confidence", "told", "true"), rows)
    seconds = [r.seconds for r in results]
    print(f"  time: median {1000 * quantile(seconds, 0.5):.0f} ms, 99 % {1000 * quantile(seconds, 0.99):.0f} ms")


HOW = ("first", "three", "every")
TITLES = {"first": "1st", "three": "in 3", "every": "all"}


def silent(seed: int, number: int) -> None:
    """How often anything is told where nothing happened."""
    rows = []
    for metric in METRICS[:2]:
        children = np.random.SeedSequence([seed, len(metric)]).spawn(number)
        noises = list(NOISES)
        found = [ours(case(np.random.default_rng(c), metric, 0, noises[i % 3])) for i, c in enumerate(children)]
        talks = [a for a in found if a.explanations]
        rows.append([metric, number, len(talks), f"{100 * len(talks) / number:.1f}"])
    show("nothing happened", ("", "tables", "something told", "%"), rows)


def large() -> None:
    """10,000 leaves of five dimensions."""
    rng = np.random.default_rng(1)
    codes = np.stack([rng.integers(0, n, 10_000) for n in (5, 8, 12, 20, 30)], axis=1)
    level = rng.lognormal(3, 1.5, 10_000)
    history = rng.poisson(level[:, None], (10_000, 6)).astype(float)
    now = rng.poisson(np.where((codes[:, 0] == 1) & (codes[:, 1] == 2), 2 * level, level)).astype(float)
    began = time.process_time()
    analysis = explain(codes, seasonal(history), now)
    spent = time.process_time() - began
    print(f"  10,000 leaves of 5 dimensions: {1000 * spent:.0f} ms, first {analysis.explanations[0].conditions}\n")


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="60 cases")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--cases", type=int, default=500)
    options = parser.parse_args()
    number = 60 if options.short else options.cases
    report([judged(one) for one in cases(options.seed, number)])
    silent(options.seed, number // 2)
    large()
    return 0


if __name__ == "__main__":
    sys.exit(main())
