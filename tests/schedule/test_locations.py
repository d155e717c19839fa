"""No pass loses or invents a source line, up to the kernels: what an op becomes carries the line of the op."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import paddle
import paddle.nn.functional as F
import pytest
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Operation

from pcc.dialects.errors import Place
from pcc.dialects.locations import place_of
from pcc.dialects.text import parse_module
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.schedule.goals import InKernelsOnly
from tests.passes.test_random_programs import program
from tests.schedule.corpus import captured, imported

LIT = Path(__file__).parents[2] / "test" / "lit" / "dialects" / "pd"
TEXTS = sorted(path for path in LIT.glob("*.mlir") if "expected-error" not in path.read_text(encoding="utf-8"))
PLAN = InKernelsOnly().plan()
USERS = {inspect.getsourcefile(captured), inspect.getsourcefile(program)}  # where the Paddle functions are written


def ops(func: FuncOp) -> list[Operation]:
    """All but the function and its return, which no op of the user's stands for."""
    return [op for op in func.walk() if not isinstance(op, FuncOp | ReturnOp)]


def place(op: Operation) -> Place:
    return place_of(op.location, Place(""))


def check(func: FuncOp) -> None:
    """Run the plan to kernels; after each pass an op must be at a place where there was one before all of them."""
    known, execution = {place(op) for op in ops(func)}, Execution(func)
    for step in PLAN:
        execution.step(step)
        other = {f"{op.name} at '{place(op)}'" for op in ops(func) if place(op) not in known}
        assert not other, f"{step.name}: {', '.join(sorted(other))}"


@pytest.mark.parametrize("name", captured())
def test_lines_of_paddle_functions(name: str) -> None:
    main = main_of(captured()[name]())
    found = {place(op) for op in ops(main)}
    assert {p.file for p in found} <= USERS
    assert all(p.line for p in found)
    check(main)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_lines_of_every_op(path: Path) -> None:
    """Of texts, where every op has a line of its own."""
    for func in parse_module(path.read_text(encoding="utf-8"), path.name).ops:
        assert isinstance(func, FuncOp)
        check(func)


def several_lines(x: Any) -> Any:
    a = F.softmax(x, -1)
    b = paddle.erf(a) * 2
    c = b[:, :2]
    d = c.astype("bfloat16")
    return paddle.matmul(d, d, transpose_y=True)


LINE = {"exp": 1, "reciprocal": 1, "erf": 2, "slice": 3, "matmul": 5}  # below its first line, what each has ops of


def test_each_op_keeps_its_own_line() -> None:
    main = main_of(imported(several_lines, [[8, 8]]))
    execution, first = Execution(main), inspect.getsourcelines(several_lines)[1]
    for step in PLAN:
        execution.step(step)
        found = {(op.name.removeprefix("pd."), place(op).line - first) for op in ops(main)}
        assert {(name, line) for name, line in found if name in LINE} <= set(LINE.items()), step.name
    assert {name for name, _ in found} >= LINE.keys()
    assert {line for name, line in found if name == "kernel.launch"} == {1, 5}  # what a kernel ends with
