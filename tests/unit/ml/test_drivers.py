"""Driver analysis on tables that can be worked by hand, and on small worlds with a cause that is known."""

from __future__ import annotations

import numpy as np
import pytest

from ml.drivers import Analysis, Base, RatioBase, explain, explain_ratio, seasonal, seasonal_ratio

COUNTRY, DEVICE, PLAN = 0, 1, 2


def grid(*sizes: int) -> np.ndarray:
    """Every combination of codes."""
    return np.stack(np.unravel_index(np.arange(int(np.prod(sizes))), sizes), axis=1)


def first(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    return analysis.explanations[0].conditions


TABLE = grid(4, 3, 2)
LEVEL = 100.0 + 10.0 * np.arange(len(TABLE))
KNOWN = Base(LEVEL, np.full(len(TABLE), 5.0))
GERMANY = TABLE[:, COUNTRY] == 1


def test_a_country_that_moved_as_one_is_told_and_not_its_devices() -> None:
    analysis = explain(TABLE, KNOWN, np.where(GERMANY, 1.5 * LEVEL, LEVEL))
    (only,) = analysis.explanations
    assert only.conditions == ((COUNTRY, 1),)
    assert only.effect == pytest.approx(0.5)
    assert (only.kind, only.leaves) == ("level", 6)


def test_a_device_of_one_country_is_told_and_not_the_country() -> None:
    child = GERMANY & (TABLE[:, DEVICE] == 2)
    analysis = explain(TABLE, KNOWN, np.where(child, 0.5 * LEVEL, LEVEL))
    assert [e.conditions for e in analysis.explanations] == [((COUNTRY, 1), (DEVICE, 2))]


def test_what_moved_everywhere_alike_is_told_as_everything() -> None:
    analysis = explain(TABLE, KNOWN, 2.0 * LEVEL)
    assert first(analysis) == ()
    assert analysis.explanations[0].share == pytest.approx(1.0)


def test_one_country_has_exactly_its_own_change() -> None:
    actual = np.where(GERMANY, 1.5 * LEVEL, LEVEL)
    actual[0] += 4.0
    analysis = explain(TABLE, KNOWN, actual)
    germany = LEVEL[GERMANY].sum()
    assert analysis.explanations[0].contribution == pytest.approx(0.5 * germany)
    assert analysis.unexplained == pytest.approx(4.0)
    assert analysis.explanations[0].share == pytest.approx(0.5 * germany / (0.5 * germany + 4.0))


def test_two_causes_that_cross_share_what_both_have_moved() -> None:
    ios = TABLE[:, DEVICE] == 0
    actual = LEVEL * np.where(GERMANY, 2.0, 1.0) * np.where(ios, 0.5, 1.0)
    analysis = explain(TABLE, KNOWN, actual)
    told = {e.conditions: e.contribution for e in analysis.explanations}
    both, alone_1, alone_2 = (LEVEL[m].sum() for m in (GERMANY & ios, GERMANY & ~ios, ios & ~GERMANY))
    # Where both are, doubling is worth 1 before the halving and 0.5 after it; halving -0.5 and -1.
    assert told[((COUNTRY, 1),)] == pytest.approx(alone_1 + 0.75 * both, rel=1e-2)
    assert told[((DEVICE, 0),)] == pytest.approx(-0.5 * alone_2 - 0.75 * both, rel=1e-2)
    assert sum(told.values()) + analysis.unexplained == pytest.approx(actual.sum() - LEVEL.sum())


def test_a_version_that_was_not_there_before_appeared() -> None:
    new = TABLE[:, PLAN] == 1
    level = np.where(new, 0.0, LEVEL)
    analysis = explain(TABLE, Base(level, np.full(len(TABLE), 5.0)), np.where(new, 80.0, level))
    assert first(analysis) == ((PLAN, 1),)
    assert analysis.explanations[0].kind == "appeared"
    assert np.isinf(analysis.explanations[0].effect)


def test_a_value_that_is_gone_moved_by_minus_one() -> None:
    analysis = explain(TABLE, KNOWN, np.where(GERMANY, 0.0, LEVEL))
    assert first(analysis) == ((COUNTRY, 1),)
    assert analysis.explanations[0].effect == pytest.approx(-1.0, abs=1e-3)
    assert analysis.explanations[0].actual == 0.0


def test_losses_that_doubled_are_found_among_negative_values() -> None:
    level = np.where(TABLE[:, DEVICE] == 0, -LEVEL, LEVEL)
    loss = GERMANY & (TABLE[:, DEVICE] == 0)
    analysis = explain(TABLE, Base(level, np.full(len(TABLE), 5.0)), np.where(loss, 2 * level, level))
    assert first(analysis) == ((COUNTRY, 1), (DEVICE, 0))
    assert analysis.explanations[0].contribution < 0


def test_nothing_is_told_where_nothing_happened() -> None:
    analysis = explain(TABLE, KNOWN, LEVEL)
    assert (analysis.explanations, analysis.unexplained) == ((), 0.0)
    assert analysis.why.startswith("no slice")


def test_too_few_leaves_without_a_history_say_what_is_needed() -> None:
    analysis = explain(TABLE[:4], Base(LEVEL[:4]), 2 * LEVEL[:4])
    assert analysis.explanations == ()
    assert "give earlier windows" in analysis.why


def test_what_is_not_sure_is_a_hint_and_not_an_explanation() -> None:
    sd = 0.3 * LEVEL
    analysis = explain(TABLE, Base(LEVEL, sd), np.where(GERMANY, LEVEL + 1.1 * sd, LEVEL))
    assert analysis.explanations == ()
    assert ((COUNTRY, 1),) in [hint.conditions for hint in analysis.hints]
    assert all(hint.confidence < 0.9 for hint in analysis.hints)


def test_one_wild_leaf_does_not_speak_for_its_country() -> None:
    wild = LEVEL.copy()
    wild[0] = 40 * LEVEL[0]
    told = explain(TABLE, KNOWN, wild).explanations
    assert all(len(e.conditions) == 3 for e in told)


def test_a_wiggle_that_is_usual_is_not_told() -> None:
    rng = np.random.default_rng(5)
    together = np.exp(rng.normal(0, 0.1, (4, 8)))[TABLE[:, COUNTRY]]
    history = LEVEL[:, None] * together * np.exp(rng.normal(0, 0.005, (len(TABLE), 8)))
    analysis = explain(TABLE, seasonal(history), np.where(GERMANY, 1.12 * LEVEL, LEVEL))
    assert analysis.explanations == ()
    assert explain(TABLE, seasonal(history), np.where(GERMANY, 3 * LEVEL, LEVEL)).explanations


TWO = np.array([[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]])
M0 = np.array([100.0, 100.0, 100.0, 100.0, 100.0, 100.0])
N0 = M0 * np.array([2.0, 2.0, 1.0, 1.0, 1.0, 1.0])
RATES = RatioBase(N0, Base(M0, np.full(6, 4.0)), noise=np.full(6, 0.04))


def test_a_cost_for_each_message_that_doubled_is_a_matter_of_rate_only() -> None:
    second = TWO[:, 0] == 1
    analysis = explain_ratio(TWO, RATES, np.where(second, 2 * N0, N0), M0)
    (only,) = analysis.explanations
    assert (only.conditions, only.kind) == (((0, 1),), "rate")
    assert (only.expected, only.actual) == (1.0, 2.0)
    # A third of the messages costs one more each: 4/3 -> 5/3.
    assert (only.rate, only.mix) == (pytest.approx(1 / 3), pytest.approx(0.0))
    assert analysis.unexplained == pytest.approx(0.0)


def test_a_dear_slice_that_grew_is_a_matter_of_mix_only_and_has_all_of_it() -> None:
    grown = np.where(TWO[:, 0] == 0, 2.0, 1.0)
    analysis = explain_ratio(TWO, RATES, N0 * grown, M0 * grown)
    (only,) = analysis.explanations
    assert (only.conditions, only.kind) == (((0, 0),), "volume")
    # 800 / 600 -> 1200 / 800: a sixth more, and no rate has changed.
    assert (only.rate, only.mix) == (pytest.approx(0.0), pytest.approx(1 / 6))
    assert only.share == pytest.approx(1.0)


def test_twice_as_many_of_everything_changes_no_ratio() -> None:
    analysis = explain_ratio(TWO, RATES, 2 * N0, 2 * M0)
    assert analysis.explanations == ()
    assert analysis.change == 0.0


def test_rates_and_volumes_are_told_beside_each_other() -> None:
    dear, failing = TWO[:, 0] == 0, TWO[:, 0] == 2
    m1 = np.where(dear, 3 * M0, M0)
    n1 = np.where(failing, 2.5, 1.0) * N0 / M0 * m1
    analysis = explain_ratio(TWO, RATES, n1, m1)
    assert {(e.conditions, e.kind) for e in analysis.explanations} == {(((0, 0),), "volume"), (((0, 2),), "rate")}
    told = sum(e.contribution for e in analysis.explanations)
    assert told + analysis.unexplained == pytest.approx(n1.sum() / m1.sum() - 8 / 6)


def test_denominators_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="not be negative"):
        explain_ratio(TWO, RATES, N0, -M0)


def test_values_and_leaves_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="one row and value a leaf"):
        explain(TABLE, KNOWN, LEVEL[:3])
    with pytest.raises(ValueError, match="finite"):
        explain(TABLE, KNOWN, np.full(len(TABLE), np.nan))


def test_a_rate_that_was_hardly_seen_is_drawn_to_that_of_all() -> None:
    m = np.array([[1000.0, 1000.0], [1000.0, 1000.0], [1.0, 1.0]])
    n = np.array([[110.0, 90.0], [190.0, 210.0], [1.0, 1.0]])
    rate = seasonal_ratio(n, m).rate
    assert rate is not None
    assert rate[0] == pytest.approx(0.1, abs=0.01)
    assert rate[2] < 0.3
