"""Sums over the calls of a batch: what is linear is applied to the sum instead of to every call.

Taylor mode's collapsed form (Dangel et al. 2025, "Collapsing Taylor mode automatic differentiation"): the highest
coefficient enters every op linearly, so that of it only the sum over directions is carried.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, dtype_of, is_float
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.control_flow import ControlFlow
from pcc.dialects.pd.linear import adds, again
from pcc.passes.subfunction import read_by

if TYPE_CHECKING:
    from pcc.passes.batch import Batch


class Sums:
    """What of a function of one call is wanted summed over calls, and what for every call.

    linear: ops that are applied to sums, with which of their operands are; single: values wanted for every call.
    """

    def __init__(
        self, ops: Sequence[Operation], moving: set[SSAValue], summed: Sequence[SSAValue], single: Sequence[SSAValue]
    ) -> None:
        self.linear, self.single = dict[Operation, list[bool]](), set(single)
        self._totals: dict[SSAValue, SSAValue] = {}
        wanted = set(summed)
        for op in reversed(ops):
            moved = [operand in moving for operand in op.operands]
            sum_of_it = any(result in wanted for result in op.results)
            if sum_of_it and is_linear(op, moved):
                self.linear[op] = moved
                wanted.update(operand for operand, m in zip(op.operands, moved, strict=True) if m)
            elif sum_of_it:
                self.single.update(op.results)
            if any(result in self.single for result in op.results):
                self.single.update(read_by(op))

    def wanted(self, op: Operation) -> bool:
        """Whether an op is wanted for every call."""
        return op not in self.linear or any(result in self.single for result in op.results)

    def carry(self, op: Operation, batch: Batch) -> None:
        """Apply a linear op to sums."""
        assert isinstance(op, PdOp)
        b = Builder(lambda new: Rewriter.insert_op(new, InsertPoint.before(op)), op.location)
        pairs = zip(op.operands, self.linear[op], strict=True)
        operands = [self.total(b, operand, batch) if m else operand for operand, m in pairs]
        self._totals.update(zip(op.results, again(op, b, operands, op.properties), strict=True))

    def total(self, b: Builder, value: SSAValue, batch: Batch) -> SSAValue:
        """The sum of a value over calls."""
        if value not in self._totals:
            there = batch.values.get(value)
            self._totals[value] = b.scale(value, batch.size) if there is None else b.sum(there, [0])
        return self._totals[value]


def is_linear(op: Operation, moving: Sequence[bool]) -> bool:
    """Whether an op is linear in those of its operands together, as its transpose knows."""
    floats = all(is_float(dtype_of(operand)) for operand, m in zip(op.operands, moving, strict=True) if m)
    if not isinstance(op, PdOp) or isinstance(op, ControlFlow) or not any(moving) or not floats or adds(op, moving):
        return False
    made: list[Operation] = []
    found = op.transpose(Builder(made.append, op.location), op.results, moving)
    for new in reversed(made):
        new.erase()
    return found is not NotImplemented
