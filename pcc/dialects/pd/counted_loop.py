"""Loops of so many turns: what goes step by step is made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import i1, i64
from xdsl.ir import Block, SSAValue

from pcc.dialects.pd.control_flow import WhileOp, YieldOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

Step = Callable[["Builder", SSAValue, Sequence[SSAValue]], Sequence[SSAValue]]


def repeated(b: Builder, count: int, start: Sequence[SSAValue], step: Step) -> Sequence[SSAValue]:
    """The last values of `values = step(builder, number, values)`, for int64 scalars 0, 1, ..., count - 1."""
    first = [b.full([], 0, i64), *start]
    block = Block(arg_types=[v.type for v in first])
    inner, (number, *values) = type(b)(block.add_op, b.location), block.args
    following = step(inner, number, values)
    done = inner.add(number, 1)
    block.add_op(YieldOp.create(operands=[inner.greater(count, done), done, *following], location=inner.location))
    loop = WhileOp.around([b.full([], count > 0, i1), *first], [block], b.location)
    b.insert(loop)
    return loop.results[1:]
