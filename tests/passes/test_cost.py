"""What things cost, against counts by hand."""

from __future__ import annotations

import pytest

from pcc.dialects.kernel import LaunchOp
from pcc.dialects.text import parse_module
from pcc.passes.cost import BYTE, LAUNCH, Cost, kernel_cost, loops_ns, routine_ns
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.schedule.goals import InKernelsOnly


def launches(body: str, *shapes: str, result: str) -> list[LaunchOp]:
    """The kernels of a function of f32 tensors x0, x1, ..."""
    arguments = ", ".join(f"%x{n}: tensor<{shape}xf32>" for n, shape in enumerate(shapes))
    text = f"func.func @main({arguments}) -> tensor<{result}xf32> {{\n{body}\nfunc.return %y : tensor<{result}xf32>\n}}"
    main = main_of(parse_module(text))
    Execution(main).run(InKernelsOnly().plan())
    return [op for op in main.walk() if isinstance(op, LaunchOp)]


def test_elementwise() -> None:
    body = """%a = pd.add %x0, %x1 : (tensor<6x4xf32>, tensor<4xf32>) -> tensor<6x4xf32>
    %y = pd.tanh %a : (tensor<6x4xf32>) -> tensor<6x4xf32>"""
    (launch,) = launches(body, "6x4", "4", result="6x4")
    assert kernel_cost(launch) == Cost(bytes=4 * (24 + 4 + 24), operations=48, functions=24, launches=1)


def test_folds_count_their_terms() -> None:
    body = "%y = pd.sum %x0 {axis = array<i64: 1>, keepdim = false} : (tensor<6x50xf32>) -> tensor<6xf32>"
    (launch,) = launches(body, "6x50", result="6")
    assert kernel_cost(launch).operations == pytest.approx(300, rel=0.1)


def test_products_count_two_operations_a_term() -> None:
    body = """%y = pd.matmul %x0, %x1 {transpose_x = false, transpose_y = false}
        : (tensor<40x50xf32>, tensor<50x60xf32>) -> tensor<40x60xf32>"""
    (launch,) = launches(body, "40x50", "50x60", result="40x60")
    assert launch.kind.data == "contraction"
    assert kernel_cost(launch).operations == pytest.approx(2 * 40 * 50 * 60, rel=0.1)


def test_every_kind_of_kernel_has_a_cost() -> None:
    body = """%c = pd.cumsum %x0 {axis = 0 : i64, exclusive = false, flatten = false, reverse = false}
        : (tensor<8x3xf32>) -> tensor<8x3xf32>
    %y = pd.tanh %c : (tensor<8x3xf32>) -> tensor<8x3xf32>"""
    assert all(kernel_cost(launch).ns > LAUNCH for launch in launches(body, "8x3", result="8x3"))


def test_costs_add_up_and_launches_are_not_repeated() -> None:
    one = Cost(bytes=10, operations=5, functions=1, launches=1)
    assert one + one == Cost(20, 10, 2, 2)
    assert (one * 3).launches == 1
    assert Cost(bytes=100).ns == pytest.approx(100 * BYTE)


def test_the_library_multiplies_what_is_large_in_all_directions() -> None:
    assert loops_ns(1000, 64, 2) < routine_ns(1000, 64, 2)
    assert loops_ns(8, 8, 8) < routine_ns(8, 8, 8)
    assert routine_ns(64, 64, 64) < loops_ns(64, 64, 64)
    assert routine_ns(1000, 3, 50) < loops_ns(1000, 3, 50)
