"""Loops of so many turns: what goes step by step is made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import i1, i64
from xdsl.ir import Block, SSAValue

from pcc.dialects.pd.control_flow import WhileOp, YieldOp
from pcc.dialects.pd.logic import LogicalAndOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

Step = Callable[["Builder", SSAValue, Sequence[SSAValue]], Sequence[SSAValue]]
More = Callable[["Builder", Sequence[SSAValue]], SSAValue]


def repeated(
    b: Builder, count: int, start: Sequence[SSAValue], step: Step, more: More | None = None
) -> Sequence[SSAValue]:
    """The last values of `values = step(builder, number, values)`, for int64 scalars 0, 1, ..., count - 1.

    It ends before that when `more(builder, values)`, a scalar of i1, does not hold after a step.
    """
    first = [b.full([], 0, i64), *start]
    block = Block(arg_types=[v.type for v in first])
    inner, (number, *values) = type(b)(block.add_op, b.location), block.args
    following = step(inner, number, values)
    done = inner.add(number, 1)
    on = inner.greater(count, done)
    on = inner.op(LogicalAndOp, on, more(inner, following)) if more is not None else on
    block.add_op(YieldOp.create(operands=[on, done, *following], location=inner.location))
    loop = WhileOp.around([b.full([], count > 0, i1), *first], [block], b.location)
    b.insert(loop)
    return loop.results[1:]
