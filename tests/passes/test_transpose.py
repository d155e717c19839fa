"""Transposes: control flow against its tangents, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.text import parse_module
from pcc.passes.jvp import Jvp
from pcc.passes.pipeline import parse_pipeline
from pcc.passes.transpose import NotTransposable
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.testing.check_vjp import difference, reverse
from pcc.testing.inputs import Array

RNG = np.random.default_rng(0)
SCALE = "{shape = array<i64>, value = %s, dtype = i64} : () -> tensor<i64>"


def module(text: str) -> ModuleOp:
    return parse_module(text)


def loop(start: int, bound: str) -> ModuleOp:
    """v = sin(v) * w + x[i]-like terms, so many times; w and x are captured, and so is a bound if it is an argument."""
    given = f"%n = pd.full {SCALE % f'{bound} : i64'}" if bound else ""
    return module(f"""
    func.func @main(%x: tensor<3xf64>, %w: tensor<3xf64>{"" if bound else ", %n: tensor<i64>"}) -> tensor<3xf64> {{
      {given}
      %0 = pd.full {SCALE % f"{start} : i64"}
      %1 = pd.full {SCALE % "2 : i64"}
      %2 = pd.less_than %0, %n : (tensor<i64>, tensor<i64>) -> tensor<i1>
      %3, %4 = pd.while %2, %0, %x : (tensor<i1>, tensor<i64>, tensor<3xf64>) -> (tensor<i64>, tensor<3xf64>) {{
      ^bb0(%i: tensor<i64>, %v: tensor<3xf64>):
        %5 = pd.sin %v : (tensor<3xf64>) -> tensor<3xf64>
        %6 = pd.cast %i {{dtype = f64}} : (tensor<i64>) -> tensor<f64>
        %7 = pd.multiply %5, %w : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
        %8 = pd.multiply %7, %6 : (tensor<3xf64>, tensor<f64>) -> tensor<3xf64>
        %9 = pd.add %8, %x : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
        %10 = pd.add %i, %1 : (tensor<i64>, tensor<i64>) -> tensor<i64>
        %11 = pd.less_than %10, %n : (tensor<i64>, tensor<i64>) -> tensor<i1>
        pd.yield %11, %10, %9 : tensor<i1>, tensor<i64>, tensor<3xf64>
      }}
      func.return %4 : tensor<3xf64>
    }}""")


def vectors(count: int) -> list[Array]:
    return [RNG.standard_normal(3) for _ in range(count)]


@pytest.mark.parametrize(("start", "bound"), [(1, 8), (0, 1), (3, 3)])
def test_loops_of_known_length(start: int, bound: int) -> None:
    """First order, and the reverse mode of the tangent and of the reverse mode."""
    made, arrays = loop(start, str(bound)), vectors(2)
    assert difference(made, arrays, "loop") < 1e-12
    assert difference(reverse(made), [*arrays, *vectors(1)], "twice backwards") < 1e-12
    tangent = made.clone()
    Execution(main_of(tangent)).run([Jvp()])
    assert difference(tangent, [*arrays, *vectors(2)], "backwards over forwards") < 1e-12


def test_loops_that_data_ends_are_refused() -> None:
    with pytest.raises(NotTransposable, match=r"while runs as often as data says.*use forward mode"):
        reverse(loop(0, ""))


def branches() -> ModuleOp:
    """Branches that capture different values, give a known result, too, and hold a branch."""
    inner = """%{n} = pd.if %d : (tensor<i1>) -> tensor<3xf64> {{
          %{n}1 = pd.multiply %x, %x : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
          pd.yield %{n}1 : tensor<3xf64>
        }} {{
          pd.yield %w : tensor<3xf64>
        }}"""
    types = "(tensor<i1>) -> (tensor<3xf64>, tensor<3xi64>)"
    return module(f"""
    func.func @main(%x: tensor<3xf64>, %w: tensor<3xf64>, %k: tensor<3xi64>, %c: tensor<i1>, %d: tensor<i1>)
        -> (tensor<3xf64>, tensor<3xi64>) {{
      %0, %1 = pd.if %c : {types} {{
        {inner.format(n=2)}
        %3 = pd.exp %2 : (tensor<3xf64>) -> tensor<3xf64>
        %4 = pd.multiply %3, %w : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
        pd.yield %4, %k : tensor<3xf64>, tensor<3xi64>
      }} {{
        %5 = pd.add %k, %k : (tensor<3xi64>, tensor<3xi64>) -> tensor<3xi64>
        pd.yield %w, %5 : tensor<3xf64>, tensor<3xi64>
      }}
      func.return %0, %1 : tensor<3xf64>, tensor<3xi64>
    }}""")


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("second", [True, False])
def test_branches(first: bool, second: bool) -> None:
    made = branches()
    arrays = [*vectors(2), np.arange(3), np.array(first), np.array(second)]
    assert difference(made, arrays, "branches") < 1e-12
    assert difference(reverse(made), [*arrays, *vectors(1)], "twice backwards") < 1e-12


def transposed(body: str, options: str = "of=1 results=0") -> None:
    made = module(f"func.func @main(%x: tensor<3xf64>, %t: tensor<3xf64>) -> tensor<3xf64> {{\n{body}\n}}")
    Execution(main_of(made)).run(parse_pipeline(f"transpose{{{options}}}"))


BINARY = ": (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>"
RETURN = "func.return %0 : tensor<3xf64>"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (f"%0 = pd.multiply %t, %t {BINARY}\n{RETURN}", "multiply"),
        (f"%0 = pd.add %t, %x {BINARY}\n{RETURN}", "add is not linear"),
        (f"%0 = pd.divide %x, %t {BINARY}\n{RETURN}", "divide"),
        (f"%0 = pd.tanh %t : (tensor<3xf64>) -> tensor<3xf64>\n{RETURN}", "tanh"),
        (
            "%0 = pd.scale %t {scale = 2.0 : f64, bias = 1.0 : f64, bias_after_scale = true} : (tensor<3xf64>) -> "
            f"tensor<3xf64>\n{RETURN}",
            "scale is not linear",
        ),
    ],
)
def test_what_is_not_linear_is_refused(body: str, what: str) -> None:
    with pytest.raises(NotTransposable, match=what):
        transposed(body)


def test_a_result_that_stays_must_be_known() -> None:
    with pytest.raises(NotTransposable, match="result 0 depends on an argument of `of`"):
        transposed(f"%0 = pd.multiply %t, %x {BINARY}\n{RETURN}", "of=1")
