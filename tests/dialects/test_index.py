"""Index expressions are what they say, for all values of their variables."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pcc.dialects.index import Expr, Var, delinear, expr, linear

EXTENTS = [1, 2, 3, 5, 8, 30, 240]
STEPS = [-3, -1, 1, 2, 4, 12, 30, 240]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_division_and_remainder(data: st.DataObject) -> None:
    variables = [Var(f"v{i}", data.draw(st.sampled_from(EXTENTS))) for i in range(3)]
    total = Expr((), data.draw(st.integers(-20, 50)))
    for variable in variables:
        total = total + expr(variable) * data.draw(st.sampled_from(STEPS))
    by = data.draw(st.sampled_from([2, 3, 6, 8, 30, 240, 7200]))
    values = {v: Expr((), data.draw(st.integers(0, v.extent - 1))) for v in variables}
    number = total.substitute(values.get).constant
    assert (total // by).substitute(values.get).constant == number // by
    assert (total % by).substitute(values.get).constant == number % by
    low, high = total.bounds
    assert low <= number <= high


def test_rows_of_a_reshaped_image_are_seen_through() -> None:
    h, w = Var("h", 240), Var("w", 240)
    assert (expr(h) * 240 + w) // 7200 == expr(h) // 30


def test_delinear_undoes_linear() -> None:
    index = [expr(Var("a", 3)), expr(Var("b", 5)), expr(Var("c", 7))]
    assert list(delinear(linear(index, (3, 5, 7)), (3, 5, 7))) == index
