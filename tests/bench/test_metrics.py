"""GraphNet's scores against cases worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bench.metrics import (
    LEVELS,
    Outcome,
    close,
    distance,
    es_score,
    geometric_mean,
    levels_met,
    s_score,
    score,
    tolerances,
)

EVERYWHERE = frozenset(LEVELS)


def f32(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def test_tolerances_are_powers_of_ten() -> None:
    assert tolerances("float32", -3) == pytest.approx((1e-3, 10**-3.531))
    assert tolerances("float16", -3) == pytest.approx((1e-3, 10**-1.8))
    assert tolerances("bfloat16", -3) == pytest.approx((1e-3, 10**-1.077))
    assert tolerances("float64", -3) == pytest.approx((10**-4.2, 10**-4.2))
    assert tolerances("float32", 0) == (1.0, 1.0)
    assert tolerances("int64", 0) == (0.0, 0.0)


def test_close_adds_absolute_and_relative_tolerance() -> None:
    # t = -3 at ref 10: 1e-3 + 10 * 2.944e-4 = 3.944e-3
    assert close(f32(10.0039), f32(10.0), -3)
    assert not close(f32(10.0041), f32(10.0), -3)


def test_close_wants_shape_and_dtype_and_exact_integers() -> None:
    assert not close(f32(1.0, 2.0), f32(1.0), 0)
    assert not close(np.array([1.0]), f32(1.0), 0)
    assert not close(np.array([1, 3]), np.array([1, 2]), 0)
    assert close(np.array([1, 2]), np.array([1, 2]), -6)


def test_close_takes_nan_for_nan_and_infinity_for_infinity() -> None:
    assert close(f32(math.nan, math.inf), f32(math.nan, math.inf), -6)
    assert not close(f32(math.nan), f32(0.0), 0)
    assert not close(f32(math.inf), f32(-math.inf), 0)


def test_levels_met_are_those_of_the_worst_output() -> None:
    # 0.05 off at ref 0: within atol of t = -1 and t = 0 only
    assert levels_met([f32(0.0), f32(0.05)], [f32(0.0), f32(0.0)]) == {-1, 0}
    assert levels_met([f32(0.0)], [f32(0.0), f32(0.0)]) == frozenset()


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome(2.0, EVERYWHERE), 2.0),
        (Outcome(1.0, EVERYWHERE), 1.0),
        (Outcome(0.5, EVERYWHERE), 0.5**1.1),
        (Outcome(8.0, frozenset({0})), 0.1),
        (Outcome(None, failure="runtime"), 0.1),
        (Outcome(8.0, EVERYWHERE, failure="compile"), 0.1),
    ],
)
def test_score_of_one_graph(outcome: Outcome, expected: float) -> None:
    assert score(outcome, -3) == pytest.approx(expected)


def test_s_is_the_geometric_mean() -> None:
    outcomes = [Outcome(4.0, EVERYWHERE), Outcome(0.5, EVERYWHERE), Outcome(9.0)]
    assert s_score(outcomes, -3) == pytest.approx((4.0 * 0.5**1.1 * 0.1) ** (1 / 3))
    assert es_score(outcomes, -3) == s_score(outcomes, -3)


def test_s_equals_the_paper_s_closed_form() -> None:
    outcomes = [Outcome(4.0, EVERYWHERE), Outcome(0.5, EVERYWHERE), Outcome(0.8, EVERYWHERE), Outcome(9.0)]
    alpha, beta, share, eta = (4.0 * 0.5 * 0.8) ** (1 / 3), (0.5 * 0.8) ** 0.5, 3 / 4, 2 / 3
    closed = alpha**share * beta ** (share * eta * 0.1) * 0.1 ** (1 - share)
    assert s_score(outcomes, -3) == pytest.approx(closed)


def test_es_forgives_wrong_results_at_1_and_crashes_at_3() -> None:
    wrong, crashed, right = Outcome(2.0), Outcome(None, failure="runtime"), Outcome(2.0, EVERYWHERE)
    assert [es_score([wrong], t) for t in (0, 1, 2, 3)] == pytest.approx([0.1, 1, 1, 1])
    assert [es_score([crashed], t) for t in (0, 1, 2, 3)] == pytest.approx([0.1, 0.1, 0.1, 1])
    assert [es_score([right], t) for t in (0, 1, 2, 3)] == pytest.approx([2, 2, 2, 2])
    assert s_score([wrong], 3) == pytest.approx(0.1)


def test_geometric_mean() -> None:
    assert geometric_mean([2.0, 8.0]) == pytest.approx(4.0)
    assert math.isnan(geometric_mean([]))


def test_distance_is_relative_to_the_output_s_range() -> None:
    exact = [np.array([0.0, 100.0]), np.array([1.0])]
    assert distance([f32(1.0, 100.0), f32(1.0)], exact) == pytest.approx(0.01)
    assert distance([f32(math.nan, 100.0), f32(1.0)], exact) == math.inf
    assert distance([np.array([3]), np.array([1])], [np.array([3]), np.array([1])]) == 0.0
