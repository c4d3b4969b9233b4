"""What the scheduled models found, for people: title, sentence with its numbers, advice, severity and impact.

Severity says how far from usual, impact how much that matters (how far, how long, how sure), both without knowing what
the metric is for. Advice names what to look at; it claims no cause. `subject` is how the series is called in text, such
as "cpu.load on host=a"; `unit` is written behind values where it is not empty.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from ml.batch.findings import ChangePoint, CohortFinding, Outlying, Pattern
from ml.types import SEVERITIES
from ml.words import number
from ml.words_patterns import Json, clean, odds, pattern_sentence, span

DAY_US = 86_400_000_000
KEPT_US = 7 * DAY_US
"""After this an insight that was not found again goes."""
FAR = (2.0, 4.0, 8.0)
"""Spreads from which a difference is medium, high, critical."""
LONG_US = 2 * DAY_US
"""What lasts so long counts half of what lasts for ever."""


@dataclass(frozen=True, slots=True)
class InsightText:
    """A row of insights. `key`: the same for the same finding of a series in later runs. `metadata` is ready for
    JSON."""

    key: str
    title: str
    description: str
    category: str
    severity: str
    confidence: float
    impact_score: float
    recommendations: tuple[str, ...]
    metadata: dict[str, Json] = field(default_factory=dict)
    expires_after_us: int = KEPT_US


@dataclass(frozen=True, slots=True)
class PatternText:
    """A row of patterns. `key` as in InsightText."""

    key: str
    pattern_type: str
    description: str
    confidence: float
    frequency: str
    correlation_factors: dict[str, Json] = field(default_factory=dict)
    metadata: dict[str, Json] = field(default_factory=dict)


def severity(spreads: float) -> str:
    """low, medium, high or critical, by how many usual spreads something is away."""
    return SEVERITIES[sum(abs(spreads) >= far for far in FAR)]


def impact(spreads: float, lasted_us: float, confidence: float) -> float:
    """In [0, 1]: how far (4 spreads count half), times how long (two days count half), times how sure."""
    far = abs(spreads) / (abs(spreads) + FAR[1])
    long = 0.5 + 0.5 * lasted_us / (lasted_us + LONG_US)
    return round(min(max(far * long * confidence, 0.0), 1.0), 4)


def moment(t: int) -> str:
    """us -> '2026-03-01 14:00 UTC'; the page shows the metadata's time in the reader's zone."""
    return datetime.fromtimestamp(t / 1e6, UTC).strftime("%Y-%m-%d %H:%M UTC")


def day(t: int) -> int:
    """The day of a time, with the rounding that keeps a finding that moves by an hour between runs the same."""
    return round(t / DAY_US)


def with_unit(x: float, unit: str) -> str:
    """'412.3 ms'."""
    return f"{number(x)} {unit}".strip()


def percent(before: float, after: float) -> str:
    """' (+35 %)', nothing where before is nothing or the sign changes: no made-up percentage."""
    if before == 0.0 or before * after < 0.0 or abs(after / before) > 100.0:
        return ""
    return f" ({(after / before - 1) * 100:+.0f} %)"


def of_change(subject: str, change: ChangePoint, unit: str = "") -> InsightText:
    """An insight of category "change"."""
    before, after = with_unit(change.before, unit), with_unit(change.after, unit)
    at, sure = moment(change.t), f"{odds(1.0 - change.confidence)} by chance"
    far = change.size_in_spreads
    if change.kind == "level":
        title = f"{subject} {'rose' if far > 0 else 'fell'} from {before} to {after}"
        text = (
            f"{subject} has been at {after} instead of {before}{percent(change.before, change.after)} since {at}: "
            f"{number(round(abs(far), 1))} times its usual spread, for {span(change.held)} so far ({sure})."
        )
        look = "what was deployed, configured or connected shortly before"
    elif change.kind == "slope":
        title = f"{subject} {'rises' if change.after > 0 else 'falls'} by {with_unit(abs(change.after), unit)} a day"
        text = (
            f"{subject} changed its trend at {at}: from {number(change.before)} to {after} a day. "
            f"That moves it {number(round(abs(far), 1))} usual spreads a week off its former course ({sure})."
        )
        look = "what grows or drains at this rate (data, connections, memory), and when it meets a limit"
    else:
        title = f"{subject} became {'unsteadier' if far > 0 else 'steadier'}"
        ratio = number(round(2.0 ** abs(far), 1))
        text = (
            f"Since {at} {subject} moves by {after} around its level instead of {before}: "
            f"{ratio} times {'more' if far > 0 else 'less'}, for {span(change.held)} so far ({sure})."
        )
        look = (
            "load that comes in bursts, retries, or a sensor that was changed"
            if far > 0
            else "whether it still measures"
        )
    advice = (f"Look at {look}, around {at}.", "If the change is meant, mark it as the new normal.")
    shown = 2.0 * far if change.kind == "variance" else far
    return InsightText(
        f"change:{change.kind}:{day(change.t)}", title, text, "change", severity(shown), change.confidence,
        impact(shown, change.held, change.confidence), advice, clean(asdict(change)),
    )  # fmt: skip


def of_outlying(subject: str, window: Outlying, unit: str = "") -> InsightText:
    """An insight of category "outlying window". `unit` is not used: features are told in the series' own spreads."""
    del unit
    carried = ", ".join(f"{name} {number(round(abs(far), 1))} spreads {side(far)}" for name, far in window.carried_by)
    far = max((abs(far) for _, far in window.carried_by), default=0.0)
    lasted = window.end - window.start
    text = (
        f"From {moment(window.start)} for {span(lasted)} {subject} behaved unlike its other windows and those of its "
        f"group ({odds(1.0 - window.confidence)} windows is so odd). What carries it: {carried}."
    )
    advice = (
        f"Compare {subject} with what ran from {moment(window.start)} to {moment(window.end)}.",
        "If it is known (a batch, a test, maintenance), say so, and it is left out of learning.",
    )
    return InsightText(
        f"outlying:{day(window.start)}", f"{subject} behaved unusually on {moment(window.start)[:10]}", text,
        "outlying window", severity(far / 2.0), window.confidence, impact(far / 2.0, lasted, window.confidence), advice,
        clean(asdict(window)),
    )  # fmt: skip


def side(far: float) -> str:
    """above or below its usual."""
    return "above usual" if far > 0 else "below usual"


def of_cohort(member: str, cohort: str, metric: str, finding: CohortFinding, unit: str = "") -> InsightText:
    """An insight of category "cohort"; member "pump-7", cohort "type=pump"."""
    own, usual = with_unit(finding.value, unit), with_unit(finding.usual, unit)
    more = finding.side == "above"
    title, text = {
        "level": (
            f"{metric} of {member} is {finding.side} its peers",
            f"{metric} of {member} is at {own}, where its peers in {cohort} are at {usual}",
        ),
        "spread": (
            f"{metric} of {member} is {'unsteadier' if more else 'steadier'} than its peers",
            f"{metric} of {member} moves by {own} from point to point, its peers in {cohort} by {usual}",
        ),
        "shape": (
            f"{metric} of {member} does not move with its peers",
            f"{metric} of {member} follows the course of {cohort} with r = {finding.value:.2f}; "
            f"its peers with r = {finding.usual:.2f}",
        ),
        "drift": (
            f"{metric} of {member} has drifted {'up' if more else 'down'}, away from its peers",
            f"Lately {metric} of {member} lies {own} from where it used to lie beside {cohort}; its peers {usual}",
        ),
    }[finding.aspect]
    text += (
        f": {number(round(finding.how_far, 1))} times the spread among {finding.peers} peers "
        f"({odds(1.0 - finding.confidence)} such findings is chance)."
    )
    advice = (
        f"Compare {member} with a peer: settings, version, load, place and calibration.",
        f"If {member} is meant to differ, take it out of {cohort}.",
    )
    far = finding.how_far / 1.5
    return InsightText(
        f"cohort:{metric}:{finding.aspect}:{finding.side}", title, text, "cohort", severity(far), finding.confidence,
        impact(far, LONG_US, finding.confidence), advice, clean(asdict(finding)),
    )  # fmt: skip


def of_pattern(subjects: Sequence[str], pattern: Pattern, unit: str = "") -> PatternText:
    """A row of patterns. `subjects`: names of `pattern.series`, in that order."""
    f = pattern.factors
    key: str = pattern.kind
    if pattern.kind == "cycle":
        key += f":{_coarse(f['period_us'])}"
    elif pattern.kind == "correlation":
        key += ":+" if float(f["r_innovations"]) >= 0.0 else ":-"
    return PatternText(
        key,
        pattern.kind,
        pattern_sentence(subjects, pattern, unit),
        pattern.confidence,
        pattern.frequency,
        clean(f),
        {"subjects": list(subjects)},
    )


def _coarse(period: float | int | str) -> int:
    """A period on a logarithmic scale of about 5 %: what is estimated anew each run keeps its key."""
    return round(20.0 * math.log(max(float(period), 1.0)))
