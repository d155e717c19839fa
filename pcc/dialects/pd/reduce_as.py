"""Sums that undo a broadcast."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, result_def

from pcc.dialects.pd.base import PdOp, Tensor, TypeRuleError, broadcast, dtype_of, rank_of, sample, shape_of, tensor
from pcc.dialects.relation import Mark, Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


@irdl_op_definition
class ReduceAsOp(PdOp):
    """x summed to the shape of target: what undoes a broadcast of target to x."""

    name = "pd.reduce_as"
    x = operand_def(base(TensorType))
    target = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.reduce_as(x, y), (2, 5, 33), (5, 33), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.reduce_as(x, y), (2, 5, 33), (5, 1), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.reduce_as(x, y), (2, 5), (2, 5)),
    )

    def infer(self) -> Sequence[Tensor]:
        if broadcast(shape_of(self.x), shape_of(self.target)) != shape_of(self.x):
            raise TypeRuleError(f"reduce_as: {shape_of(self.target)} does not broadcast to {shape_of(self.x)}")
        return [tensor(shape_of(self.target), dtype_of(self.x))]

    def axes(self) -> list[int]:
        """Axes of x that target lacks or has as 1."""
        shape, missing = shape_of(self.x), rank_of(self.x) - rank_of(self.target)
        own = (1,) * missing + shape_of(self.target)
        return [d for d, (e, o) in enumerate(zip(shape, own, strict=True)) if d < missing or e != o]

    def relation(self) -> Relation:
        names, summed = letters(rank_of(self.x)), self.axes()
        dims = tuple((n,) for n in names)
        kept = tuple(() if d in summed else dim for d, dim in enumerate(dims))[len(dims) - rank_of(self.target) :]
        return Relation((dims, kept), (kept,), {names[d]: Mark.SUMMED for d in summed})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        axes = self.axes()
        if not axes:
            return [self.x]
        total = b.cast(b.sum(self.x, axes, keepdim=True), dtype_of(self.x))  # sums of small integers are int64
        return [b.reshape(total, shape_of(self.target))]
