"""Loops for a CPU and thread code are told apart: what is one is not the other."""

from __future__ import annotations

import pytest
from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.dialects.text import parse_module
from pcc.passes.lower_to_loops import InLoops
from pcc.passes.lower_to_threads import InThreads
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.schedule.goals import CpuExecutable, CudaExecutable, Goal

SCALAR = """func.func @main(%x: tensor<f32>) -> tensor<f32> {
  %0 = pd.exp %x : (tensor<f32>) -> tensor<f32>
  func.return %0 : tensor<f32>
}"""
ROWS = """func.func @main(%x: tensor<8x300xf32>) -> tensor<8x300xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<8x300xf32>) -> tensor<8x300xf32>
  func.return %0 : tensor<8x300xf32>
}"""


def kernels(text: str, goal: Goal) -> tuple[FuncOp, list[FuncOp]]:
    """The program's function and those of its kernels."""
    module: ModuleOp = parse_module(text)
    main = main_of(module)
    Execution(main).run(goal.plan())
    return main, [op for op in module.ops if isinstance(op, FuncOp) and op is not main]


@pytest.mark.parametrize("text", [SCALAR, ROWS])
def test_what_is_one_is_not_the_other(text: str) -> None:
    main, loops = kernels(text, CpuExecutable())
    assert loops
    assert all(InLoops.holds(f) and InThreads.violation(f) is not None for f in loops)
    assert InLoops.holds(main)
    main, threads = kernels(text, CudaExecutable())
    assert threads
    assert all(InThreads.holds(f) and InLoops.violation(f) is f for f in threads)
    assert InThreads.holds(main)


def test_neither_has_tensors() -> None:
    main = main_of(parse_module(ROWS))
    assert InLoops.violation(main) is not None
    assert InThreads.violation(main) is not None


def test_loops_in_the_programs_own_function_are_no_thread_code() -> None:
    _, (kernel, *_) = kernels(ROWS, CpuExecutable())
    del kernel.properties["sym_visibility"]
    assert InThreads.violation(kernel).name == "scf.for"  # type: ignore[union-attr]
