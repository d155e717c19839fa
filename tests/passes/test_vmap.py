"""Batches of whole functions: control flow, random numbers, axes, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.pd.control_flow import WhileOp
from pcc.dialects.text import parse_module
from pcc.passes.batch import NotBatchable
from pcc.passes.jvp import Jvp
from pcc.passes.vmap import Vmap, WrongAxes
from pcc.testing.check_vmap import transformed
from pcc.testing.inputs import Array
from pcc.testing.run import run

GCD = """
func.func @main(%a: tensor<i64>, %b: tensor<i64>) -> (tensor<i64>, tensor<i64>) {
  %zero = pd.full {shape = array<i64>, value = 0 : i64, dtype = i64} : () -> tensor<i64>
  %one = pd.full {shape = array<i64>, value = 1 : i64, dtype = i64} : () -> tensor<i64>
  %c = pd.not_equal %b, %zero : (tensor<i64>, tensor<i64>) -> tensor<i1>
  %x, %y, %n = pd.while %c, %a, %b, %zero : (tensor<i1>, tensor<i64>, tensor<i64>, tensor<i64>)
      -> (tensor<i64>, tensor<i64>, tensor<i64>) {
  ^bb0(%u: tensor<i64>, %v: tensor<i64>, %i: tensor<i64>):
    %r = pd.remainder %u, %v : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %j = pd.add %i, %one : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %d = pd.not_equal %r, %zero : (tensor<i64>, tensor<i64>) -> tensor<i1>
    pd.yield %d, %v, %r, %j : tensor<i1>, tensor<i64>, tensor<i64>, tensor<i64>
  }
  func.return %x, %n : tensor<i64>, tensor<i64>
}
"""


def module(text: str) -> ModuleOp:
    return parse_module(text.encode(), "test.mlir")


def compare(text: str, vmap: Vmap, *arrays: Any) -> ModuleOp:
    """A batch, of arguments with the calls in front or `-`, against one call after another; returns the batch."""
    single, given = module(text), [np.asarray(a) for a in arrays]
    axes = vmap.in_axes.split(".") if vmap.in_axes else ["0"] * len(given)
    one = lambda n: [a if axis == "-" else np.take(a, n, int(axis)) for a, axis in zip(given, axes, strict=True)]  # noqa: E731
    wanted = [run(single.clone(), one(n)) for n in range(vmap.size)]
    made = transformed(single, vmap)
    for n, got in enumerate(run(made.clone(), given)):
        np.testing.assert_allclose(got, np.stack([w[n] for w in wanted]), rtol=1e-12)
    return made


# ---- control flow
def test_calls_that_stop_at_different_times() -> None:
    a, b = [12, 17, 0, 1000, 8], [18, 5, 7, 35, 0]
    made = compare(GCD, Vmap(size=5), a, b)
    np.testing.assert_array_equal(run(made, [np.array(a), np.array(b)])[0], np.gcd(a, b))
    compare(GCD, Vmap("0.-", 5), a, 6)
    compare(GCD, Vmap("-.0", 5), 6, b)


def test_loops_in_loops() -> None:
    """The inner loop's condition differs, the outer one's does not."""
    text = """
    func.func @main(%x: tensor<f64>) -> tensor<f64> {
      %yes = pd.full {shape = array<i64>, value = 1 : i64, dtype = i1} : () -> tensor<i1>
      %zero = pd.full {shape = array<i64>, value = 0 : i64, dtype = i64} : () -> tensor<i64>
      %one = pd.full {shape = array<i64>, value = 1 : i64, dtype = i64} : () -> tensor<i64>
      %three = pd.full {shape = array<i64>, value = 3 : i64, dtype = i64} : () -> tensor<i64>
      %limit = pd.full {shape = array<i64>, value = 5.0 : f64, dtype = f64} : () -> tensor<f64>
      %i, %y = pd.while %yes, %zero, %x : (tensor<i1>, tensor<i64>, tensor<f64>) -> (tensor<i64>, tensor<f64>) {
      ^bb0(%j: tensor<i64>, %v: tensor<f64>):
        %a = pd.less_than %v, %limit : (tensor<f64>, tensor<f64>) -> tensor<i1>
        %w = pd.while %a, %v : (tensor<i1>, tensor<f64>) -> tensor<f64> {
        ^bb1(%u: tensor<f64>):
          %s = pd.add %u, %u : (tensor<f64>, tensor<f64>) -> tensor<f64>
          %b = pd.less_than %s, %limit : (tensor<f64>, tensor<f64>) -> tensor<i1>
          pd.yield %b, %s : tensor<i1>, tensor<f64>
        }
        %r = pd.subtract %w, %limit : (tensor<f64>, tensor<f64>) -> tensor<f64>
        %e = pd.exp %r : (tensor<f64>) -> tensor<f64>
        %k = pd.add %j, %one : (tensor<i64>, tensor<i64>) -> tensor<i64>
        %c = pd.less_than %k, %three : (tensor<i64>, tensor<i64>) -> tensor<i1>
        pd.yield %c, %k, %e : tensor<i1>, tensor<i64>, tensor<f64>
      }
      func.return %y : tensor<f64>
    }
    """
    made = compare(text, Vmap(size=4), [0.3, 1.0, 2.6, 4.9])
    outer = next(op for op in made.walk() if isinstance(op, WhileOp))
    assert str(outer.outputs[0].type) == "tensor<i64>"


# By subtraction, which ends for no call whose divisor is zero.
REST = """
  %r = pd.while %g, %a : (tensor<i1>, tensor<i64>) -> tensor<i64> {
  ^bb0(%u: tensor<i64>):
    %s = pd.subtract %u, %b : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %h = pd.greater_equal %s, %b : (tensor<i64>, tensor<i64>) -> tensor<i1>
    pd.yield %h, %s : tensor<i1>, tensor<i64>
  }
"""
ENDLESS = f"""
func.func @main(%a: tensor<i64>, %b: tensor<i64>, %c: tensor<i1>) -> tensor<i64> {{
  %0 = pd.if %c : (tensor<i1>) -> tensor<i64> {{
    %g = pd.greater_equal %a, %b : (tensor<i64>, tensor<i64>) -> tensor<i1>
    {REST}
    pd.yield %r : tensor<i64>
  }} {{
    pd.yield %b : tensor<i64>
  }}
  func.return %0 : tensor<i64>
}}
"""
SLOW_GCD = f"""
func.func @main(%x: tensor<i64>, %y: tensor<i64>) -> tensor<i64> {{
  %zero = pd.full {{shape = array<i64>, value = 0 : i64, dtype = i64}} : () -> tensor<i64>
  %c = pd.not_equal %y, %zero : (tensor<i64>, tensor<i64>) -> tensor<i1>
  %0, %1 = pd.while %c, %x, %y : (tensor<i1>, tensor<i64>, tensor<i64>) -> (tensor<i64>, tensor<i64>) {{
  ^bb1(%a: tensor<i64>, %b: tensor<i64>):
    %g = pd.greater_equal %a, %b : (tensor<i64>, tensor<i64>) -> tensor<i1>
    {REST}
    %d = pd.not_equal %r, %zero : (tensor<i64>, tensor<i64>) -> tensor<i1>
    pd.yield %d, %b, %r : tensor<i1>, tensor<i64>, tensor<i64>
  }}
  func.return %0 : tensor<i64>
}}
"""


def test_loops_end_that_do_not_end_for_calls_that_do_not_want_them() -> None:
    a, b = np.array([7, 9, 0, 30]), np.array([2, 0, 4, 7])
    compare(ENDLESS, Vmap(size=4), a, b, b != 0)
    compare(ENDLESS, Vmap("0.-.0", 4), a, 0, np.zeros(4, bool))
    compare(ENDLESS, Vmap("-.-.0", 4), 5, 0, np.zeros(4, bool))  # the loop's own condition is the same in all calls
    compare(SLOW_GCD, Vmap(size=4), a, b)


BRANCHES = """
func.func @main(%c: tensor<1xi1>, %a: tensor<i64>, %b: tensor<i64>) -> (tensor<i64>, tensor<i64>) {
  %0, %1 = pd.if %c : (tensor<1xi1>) -> (tensor<i64>, tensor<i64>) {
    %2 = pd.floor_divide %a, %b : (tensor<i64>, tensor<i64>) -> tensor<i64>
    pd.yield %2, %b : tensor<i64>, tensor<i64>
  } {
    pd.yield %a, %b : tensor<i64>, tensor<i64>
  }
  func.return %0, %1 : tensor<i64>, tensor<i64>
}
"""


def test_branches() -> None:
    c, a, b = np.array([[True], [False], [True]]), np.array([9, 8, 7]), np.array([2, 0, -1])
    compare(BRANCHES, Vmap(size=3), c, a, b)
    assert "pd.if" in str(compare(BRANCHES, Vmap("-.0.0", 3), c[0], a, b))
    assert "pd.if" not in str(compare(BRANCHES, Vmap("0.-.-", 3), c, 9, 2))
    assert "tensor<3xi64>, tensor<i64>)" in str(compare(BRANCHES, Vmap("-.0.-", 3), c[1], a, 2))  # the second is one


# ---- random numbers
DRAWS = """
func.func @main(%s: tensor<2xi64>, %x: tensor<40xf32>) -> (tensor<40xf32>, tensor<40xf32>, tensor<9xi64>) {
  %0 = pd.uniform %s {stream = 1 : i64, shape = array<i64: 40>, min = 0.0 : f64, max = 1.0 : f64, dtype = f32}
      : (tensor<2xi64>) -> tensor<40xf32>
  %1, %m = pd.dropout %x, %s {operandSegmentSizes = array<i32: 1, 1>, p = 0.5 : f64, is_test = false,
      mode = "upscale_in_train", stream = 2 : i64, dtype = ui8}
      : (tensor<40xf32>, tensor<2xi64>) -> (tensor<40xf32>, tensor<40xui8>)
  %2 = pd.randperm %s {n = 9 : i64, dtype = i64, stream = 3 : i64} : (tensor<2xi64>) -> tensor<9xi64>
  func.return %0, %1, %2 : tensor<40xf32>, tensor<40xf32>, tensor<9xi64>
}
"""
STATE = np.array([5, 7])


def drawn(randomness: str, x: Array, axis: str = "0") -> list[Array]:
    return run(transformed(module(DRAWS), Vmap(f"-.{axis}", 3, randomness=randomness)), [STATE, x])


def test_different_numbers_in_every_call() -> None:
    for uniform, dropped, order in (
        drawn("different", np.ones((3, 40), "f4")),
        drawn("different", np.ones(40, "f4"), "-"),
    ):
        for numbers in (uniform, dropped > 0, order):
            assert len({row.tobytes() for row in numbers}) == 3
        np.testing.assert_array_equal(np.sort(order, -1), np.tile(np.arange(9), (3, 1)))


def test_the_same_numbers_in_every_call() -> None:
    x = np.arange(1, 121, dtype="f4").reshape(3, 40)
    for n, (whole, one) in enumerate(zip(drawn("same", x), run(module(DRAWS), [STATE, x[0]]), strict=True)):
        np.testing.assert_array_equal(whole[0], one)
        for row in whole:
            np.testing.assert_array_equal(row > 0 if n == 1 else row, one > 0 if n == 1 else one)


def test_no_random_numbers() -> None:
    with pytest.raises(
        NotBatchable, match=r"^test.mlir:3:\d+: uniform draws random numbers, .* 'same' or 'different'$"
    ):
        drawn("error", np.ones((3, 40), "f4"))


# ---- axes
SUM = """
func.func @main(%x: tensor<4xf64>, %y: tensor<f64>) -> (tensor<4xf64>, tensor<f64>, tensor<f64>) {
  %0 = pd.multiply %x, %y : (tensor<4xf64>, tensor<f64>) -> tensor<4xf64>
  %1 = pd.sum %y {axis = array<i64>, keepdim = true} : (tensor<f64>) -> tensor<f64>
  %2 = pd.softmax %y {axis = -1 : i64} : (tensor<f64>) -> tensor<f64>
  func.return %0, %1, %2 : tensor<4xf64>, tensor<f64>, tensor<f64>
}
"""


def test_numbers_and_batches_of_none() -> None:
    rng = np.random.default_rng(0)
    compare(SUM, Vmap(size=3), rng.random((3, 4)), rng.random(3))
    compare(SUM, Vmap("-.0", 1), rng.random(4), rng.random(1))
    results = run(transformed(module(SUM), Vmap("-1.0", 0)), [np.zeros((4, 0)), np.zeros(0)])
    assert [r.shape for r in results] == [(0, 4), (0,), (0,)]
    none = np.zeros(0, "int64")
    assert [r.shape for r in run(transformed(module(GCD), Vmap(size=0)), [none, none])] == [(0,), (0,)]


def test_results_along_other_axes() -> None:
    x, y = np.arange(12.0).reshape(4, 3), np.array(2.0)
    results = run(transformed(module(SUM), Vmap("-1.-", 3, "-1.-.0")), [x, y])
    np.testing.assert_array_equal(results[0], x * y)
    np.testing.assert_array_equal(results[1], y)
    np.testing.assert_array_equal(results[2], np.ones(3))


@pytest.mark.parametrize(
    ("vmap", "message"),
    [
        (Vmap("0.0"), "vmap needs `size`, how many calls there are: a function of one call does not say it"),
        (Vmap("0", 3), "vmap: in_axes has 1 entries for 2 tensors"),
        (Vmap("2.0", 3), "vmap: axis 2 in in_axes is out of range for tensor 0, which has 2 axes"),
        (Vmap("0.-2", 3), "vmap: axis -2 in in_axes is out of range for tensor 1, which has 1 axes"),
        (Vmap("0.x", 3), "vmap: 'x' in in_axes is neither a number nor '-'"),
        (Vmap("0.0", 3, "0.-.0"), "vmap: result 1 differs from call to call; give it an axis in out_axes"),
        (Vmap("0.0", 3, randomness="some"), "vmap has no randomness 'some'; it is one of different, same, error"),
    ],
)  # fmt: skip
def test_options_that_do_not_fit(vmap: Vmap, message: str) -> None:
    with pytest.raises(WrongAxes) as raised:
        transformed(module(SUM), vmap)
    assert str(raised.value) == message


# ---- functions with a rule of their own
CUSTOM = """
func.func @main(%x: tensor<f64>) -> tensor<f64> {
  %0 = pd.custom_jvp %x {arguments = 1 : i64, key = 0 : i64} : (tensor<f64>) -> tensor<f64> {
  ^bb0(%a: tensor<f64>):
    %1 = pd.sin %a : (tensor<f64>) -> tensor<f64>
    pd.yield %1 : tensor<f64>
  } {
  ^bb0(%a: tensor<f64>, %t: tensor<f64>):
    %1 = pd.custom_again %a {key = 0 : i64} : (tensor<f64>) -> tensor<f64>
    %2 = pd.multiply %1, %t : (tensor<f64>, tensor<f64>) -> tensor<f64>
    pd.yield %2 : tensor<f64>
  }
  func.return %0 : tensor<f64>
}
"""


def test_rules_of_users_are_kept() -> None:
    x = np.array([0.1, 0.2, 0.3])
    found = run(transformed(module(CUSTOM), Vmap(size=3), Jvp(), Jvp("0")), [x, np.ones(3), np.ones(3)])
    np.testing.assert_allclose(found[3], np.sin(x), rtol=1e-12)
