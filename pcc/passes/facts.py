"""The facts that passes declare: each one an executable check of a function."""
from __future__ import annotations

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.dialects.kernel import LaunchOp
from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.shape import Reinterpretation
from pcc.passes.base import Fact


def tensor_ops(func: FuncOp) -> list[PdOp]:
    """The `pd` ops directly in the function, not those inside kernels."""
    return [op for op in func.body.walk() if isinstance(op, PdOp) and not isinstance(op.parent_op(), LaunchOp)]


class Decomposed(Fact):
    """No composite op is left."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in tensor_ops(func) if op.is_composite), None)


class NoDeadOps(Fact):
    """Every pure op has a use."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in func.body.walk() if isinstance(op, PdOp) and not any(r.uses for r in op.results)), None)


class InKernels(Fact):
    """Every `pd` op stands in a kernel, but for reinterpretations, which cost nothing."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in tensor_ops(func) if not isinstance(op, Reinterpretation)), None)
