"""Transposes after arithmetic, where products take them as strides and other transposes undo them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, bytes_of, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.shape import TransposeOp
from pcc.passes.base import Analyses, Fact, Facts, Note, Pass, facts
from pcc.passes.canonicalize import Canonicalize
from pcc.passes.facts import InKernels, NoDeadOps, NoDuplicates, tensor_ops


class Declined(Enum):
    """Why a transposition stays before arithmetic."""

    READ_OTHERWISE = "not only products and transposes read it, so a kernel writes it in the new order"


class TransposesLast(Fact):
    """No arithmetic on transposed tensors leads to products and transposes alone."""

    lost_in = frozenset({"decompose", "canonicalize", "widen"})

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in tensor_ops(func) if _order(op) is not None), None)


@dataclass(frozen=True)
class SinkTransposes(Pass):
    """matmul(scale(transpose(x)), y) -> matmul(transpose(scale(x)), y), which reads scale(x) by strides.

    So does what is transposed again. The arithmetic then joins the kernel that makes x.
    """

    name: ClassVar[str] = "sink-transposes"
    gives: ClassVar[Facts] = facts(TransposesLast)
    breaks: ClassVar[Facts] = facts(NoDeadOps, NoDuplicates)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (TransposeOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        while sum(map(_sink, tensor_ops(func))):
            Canonicalize().run(func, analyses)
            changed = True
        kept = (op for op in tensor_ops(func) if _stands_between(op))
        analyses.notes.extend(
            Note.of("sinking", Declined.READ_OTHERWISE, op, bytes=bytes_of(op.results[0])) for op in kept
        )
        return changed


def _stands_between(op: PdOp) -> bool:
    """Whether arithmetic keeps a product from reading what was transposed by strides."""
    transposed = any(isinstance(operand.owner, TransposeOp) for operand in op.operands)
    readers = [use.operation for result in op.results for use in result.uses]
    return transposed and is_elementwise(op) and any(isinstance(reader, Contraction) for reader in readers)


def _order(op: PdOp) -> list[int] | None:
    """The order of axes that an op's operands are transposed to, if the transposition can follow the op."""
    transposes = [o.owner for o in op.operands if isinstance(o.owner, TransposeOp)]
    if not transposes or isinstance(op, Contraction | TransposeOp) or not _follows(op, transposes[0].order()):
        return None
    return transposes[0].order()


def _follows(op: Operation, order: Sequence[int], before: Operation | None = None) -> bool:
    """Whether an op that reads `before`, and all that reads the op, can be computed before a transposition."""
    if isinstance(op, Contraction | TransposeOp):
        return True
    if not isinstance(op, PdOp) or len(op.results) != 1 or not is_elementwise(op):
        return False
    alike = all(o.owner is before or _is_vector(o) or _is_transposed(o, order) for o in op.operands)
    readers = [use.operation for use in op.results[0].uses]
    ready = alike and len(shape_of(op.results[0])) == len(order) and bool(readers)
    return ready and all(_follows(reader, order, op) for reader in readers)


def _is_transposed(value: SSAValue, order: Sequence[int]) -> bool:
    return isinstance(value.owner, TransposeOp) and value.owner.order() == order


def _is_vector(value: SSAValue) -> bool:
    """Whether at most one axis has several elements, so that a transposition is a reshape."""
    return sum(extent != 1 for extent in shape_of(value)) <= 1


def _sink(op: PdOp) -> bool:
    order = _order(op)
    if order is None:
        return False
    before = InsertPoint.before(op)
    b = Builder(lambda new: Rewriter.insert_op(new, before), op.location)
    new = type(op).create(
        operands=[_untransposed(b, o, order) for o in op.operands], properties=op.properties, location=op.location
    )
    new.set_result_types(new.infer())
    b.insert(new)
    op.results[0].replace_all_uses_with(b.transpose(new.results[0], order))
    Rewriter.erase_op(op)
    return True


def _untransposed(b: Builder, operand: SSAValue, order: Sequence[int]) -> SSAValue:
    """What gives the operand when its axes are put in this order."""
    if isinstance(operand.owner, TransposeOp):
        return operand.owner.x
    shape = [1] * (len(order) - len(shape_of(operand))) + list(shape_of(operand))
    old = [shape[order.index(d)] for d in range(len(order))]
    return operand if set(old) <= {1} else b.reshape(operand, old)
