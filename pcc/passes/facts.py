"""The facts that passes declare: each one an executable check of a function."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation, SSAValue

from pcc.dialects.kernel import ComputeOp, LaunchOp
from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.shape import Reinterpretation
from pcc.passes.base import Fact


def tensor_ops(func: FuncOp) -> list[PdOp]:
    """The `pd` ops directly in the function, not those inside kernels."""
    inside = LaunchOp | ComputeOp
    return [op for op in func.body.walk() if isinstance(op, PdOp) and not isinstance(op.parent_op(), inside)]


class Decomposed(Fact):
    """No composite op is left."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in tensor_ops(func) if op.is_composite), None)


class NoDeadOps(Fact):
    """Every op with results has a use."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        ops = (op for op in func.body.walk() if isinstance(op, PdOp) and op.results)
        return next((op for op in ops if not any(result.uses for result in op.results)), None)


class InKernels(Fact):
    """Every `pd` op stands in a kernel, but for those that `stands_alone`."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in tensor_ops(func) if not stands_alone(op)), None)


def stands_alone(op: PdOp) -> bool:
    """Whether an op needs no kernel: reinterpretations cost nothing; control flow and calls of Paddle are no loops."""
    return isinstance(op, Reinterpretation) or op.KERNEL == "bare"


class NoDuplicates(Fact):
    """No two ops of a block compute the same."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        seen: set[object] = set()
        for op in func.body.block.ops:
            key = identity(op)
            if isinstance(op, PdOp) and key in seen:
                return op
            seen.add(key)
        return None


def identity(op: Operation, operands: Sequence[SSAValue] | None = None) -> object:
    """Equal for two ops that compute the same: kind, operands (unordered if they commute), attributes, result types.

    `operands`: what counts as these.
    """
    if isinstance(op, PdOp) and op.UNIQUE:
        return op
    commutes = isinstance(op, PdOp) and op.COMMUTES
    properties = tuple(sorted(op.properties.items(), key=lambda item: item[0]))
    attributes = tuple(sorted(op.attributes.items(), key=lambda item: item[0]))
    read = op.operands if operands is None else operands
    read = sorted(read, key=id) if commutes else read
    return type(op), tuple(read), properties, attributes, tuple(op.result_types)
