"""Slices before arithmetic."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, normalize_axis, py, rank_of, shape_of, size_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.shape import View
from pcc.dialects.pd.slicing import SliceOp
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.canonicalize import Canonical
from pcc.passes.dce import dead_ops
from pcc.passes.facts import InKernels, NoDeadOps, NoDuplicates, tensor_ops


class SlicesFirst(Fact):
    """No elementwise op computes a tensor of which only disjoint slices are read; dead ops do not count as readers."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        dead = dead_ops(func.body.block)
        return next((op for op in tensor_ops(func) if _only_sliced(op, dead)), None)


@dataclass(frozen=True)
class HoistSlices(Pass):
    """slice(add(x, y)) -> add(slice(x), slice(y)), if all that reads the sum are slices of it.

    The parts become ops of their own, which fuse with what reads them: `wh[..., 0] * wh[..., 1]` needs no `wh`.
    """

    name: ClassVar[str] = "hoist-slices"
    needs: ClassVar[Facts] = facts(NoDeadOps, Canonical)  # dead ops may read all; slices may be put together again
    gives: ClassVar[Facts] = facts(SlicesFirst)
    breaks: ClassVar[Facts] = facts(Canonical, NoDuplicates)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (SliceOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        for op in reversed(tensor_ops(func)):
            if _only_sliced(op):
                for use in list(op.results[0].uses):
                    assert isinstance(use.operation, SliceOp)
                    _hoist(use.operation, op)
                op.detach()
                op.erase()
                changed = True
        return changed


def _only_sliced(op: PdOp, dead: Container[Operation] = ()) -> bool:
    if len(op.results) != 1 or not op.operands or not is_elementwise(op) or isinstance(op, View):
        return False  # a view's attributes may say its shape
    result = op.results[0]
    readers = [use.operation for use in result.uses if use.operation not in dead]
    if not readers or not all(isinstance(r, SliceOp) and r.parent is op.parent for r in readers):
        return False
    return sum(size_of(r.results[0]) for r in readers) <= size_of(result)


def _hoist(taken: SliceOp, op: PdOp) -> None:
    """Replace one slice of the op's result by the op on slices; each keeps its source line."""
    before = InsertPoint.before(taken)
    b = Builder(lambda new: Rewriter.insert_op(new, before), taken.location)
    rank = rank_of(op.results[0])
    new = type(op).create(
        operands=[_sliced(b, o, taken, rank) for o in op.operands], properties=op.properties, location=op.location
    )
    new.set_result_types(new.infer())
    b.insert(new)
    taken.results[0].replace_all_uses_with(b.reshape(new.results[0], shape_of(taken.results[0])))
    taken.detach()
    taken.erase()


def _sliced(b: Builder, operand: SSAValue, taken: SliceOp, rank: int) -> SSAValue:
    """The part of a broadcast operand that the slice of the result needs."""
    shift, shape = rank - rank_of(operand), shape_of(operand)
    dropped = taken.dropped()
    axes, starts, ends = list[int](), list[int](), list[int]()
    for axis, (start, length) in _ranges(taken):
        if axis >= shift and shape[axis - shift] != 1:
            axes.append(axis - shift)
            starts.append(start)
            ends.append(start + length)
    decrease = [axis - shift for axis in sorted(dropped) if axis >= shift]
    if not axes and not decrease:
        return operand
    if not axes:
        return b.reshape(operand, [e for d, e in enumerate(shape) if d not in decrease])
    return b.op(SliceOp, operand, axes=axes, starts=starts, ends=ends, decrease_axis=decrease)


def _ranges(taken: SliceOp) -> Sequence[tuple[int, tuple[int, int]]]:
    """(axis, (start, length)) of the sliced axes."""
    ranges, rank = taken.ranges(), rank_of(taken.input)
    return [(axis, ranges[axis]) for axis in sorted({normalize_axis(int(a), rank) for a in py(taken.axes)})]
