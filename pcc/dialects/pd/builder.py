"""Builds `pd` ops: what decompositions, derivatives and rewrites are written with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from xdsl.dialects.builtin import LocationAttr, i64
from xdsl.ir import Attribute, Operation, SSAValue

from pcc.dialects.pd import choice, comparison, creation, elementwise, joining, math, mean, reduction, shape, slicing
from pcc.dialects.pd.base import PdOp, dtype_of, is_float, rank_of, shape_of

Operand = SSAValue | float | int


class Builder:
    """Appends ops through `insert`, all at one source location. Numbers become 0-d constants that broadcast."""

    def __init__(self, insert: Callable[[Operation], None], location: LocationAttr | None = None) -> None:
        self.insert, self.location = insert, location

    def ops(self, kind: type[PdOp], *operands: Any, **attributes: Any) -> PdOp:
        """Any op; returns the op."""
        op = kind.make(*operands, location=self.location, **attributes)
        self.insert(op)
        return op

    def op(self, kind: type[PdOp], *operands: Any, **attributes: Any) -> SSAValue:
        """Any op; returns its first result."""
        return self.ops(kind, *operands, **attributes).results[0]

    # ---- constants
    def full(self, extents: Sequence[int], value: float | int, dtype: Attribute) -> SSAValue:
        number = float(value) if is_float(dtype) else int(value)
        return self.op(creation.FullOp, shape=list(extents), value=number, dtype=dtype)

    def count(self, end: int) -> SSAValue:
        """0, 1, ..., end - 1 of int64."""
        return self.op(creation.ArangeOp, start=0, end=end, step=1, dtype=i64)

    def lift(self, x: Operand, like: SSAValue) -> SSAValue:
        return x if isinstance(x, SSAValue) else self.full([], x, dtype_of(like))

    def pair(self, x: Operand, y: Operand) -> tuple[SSAValue, SSAValue]:
        like = x if isinstance(x, SSAValue) else y
        assert isinstance(like, SSAValue)
        return self.lift(x, like), self.lift(y, like)

    # ---- arithmetic
    def add(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(elementwise.AddOp, *self.pair(x, y))

    def sub(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(elementwise.SubtractOp, *self.pair(x, y))

    def mul(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(elementwise.MultiplyOp, *self.pair(x, y))

    def div(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(elementwise.DivideOp, *self.pair(x, y))

    def scale(self, x: SSAValue, by: float) -> SSAValue:
        return self.op(elementwise.ScaleOp, x, scale=float(by), bias=0.0, bias_after_scale=True)

    def neg(self, x: SSAValue) -> SSAValue:
        return self.scale(x, -1.0)

    def square(self, x: SSAValue) -> SSAValue:
        return self.mul(x, x)

    def maximum(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(elementwise.MaximumOp, *self.pair(x, y))

    def minimum(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(elementwise.MinimumOp, *self.pair(x, y))

    def greater(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(comparison.GreaterThanOp, *self.pair(x, y))

    def equal(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(comparison.EqualOp, *self.pair(x, y))

    def not_equal(self, x: Operand, y: Operand) -> SSAValue:
        return self.op(comparison.NotEqualOp, *self.pair(x, y))

    def where(self, condition: SSAValue, x: Operand, y: Operand) -> SSAValue:
        return self.op(choice.WhereOp, condition, *self.pair(x, y))

    def cast(self, x: SSAValue, dtype: Attribute) -> SSAValue:
        return x if dtype_of(x) == dtype else self.op(choice.CastOp, x, dtype=dtype)

    def exp(self, x: SSAValue) -> SSAValue:
        return self.op(math.ExpOp, x)

    def log(self, x: SSAValue) -> SSAValue:
        return self.op(math.LogOp, x)

    def log1p(self, x: SSAValue) -> SSAValue:
        return self.op(math.Log1pOp, x)

    def rsqrt(self, x: SSAValue) -> SSAValue:
        return self.op(math.RsqrtOp, x)

    def reciprocal(self, x: SSAValue) -> SSAValue:
        return self.op(math.ReciprocalOp, x)

    def sqrt(self, x: SSAValue) -> SSAValue:
        return self.op(math.SqrtOp, x)

    # ---- reductions
    def _reduce(self, kind: type[PdOp], x: SSAValue, axis: Sequence[int], keepdim: bool) -> SSAValue:
        return self.op(kind, x, axis=list(axis), keepdim=keepdim)

    def sum(self, x: SSAValue, axis: Sequence[int], keepdim: bool = False) -> SSAValue:
        return self._reduce(reduction.SumOp, x, axis, keepdim)

    def mean(self, x: SSAValue, axis: Sequence[int], keepdim: bool = False) -> SSAValue:
        return self._reduce(mean.MeanOp, x, axis, keepdim)

    def max(self, x: SSAValue, axis: Sequence[int], keepdim: bool = False) -> SSAValue:
        return self._reduce(reduction.MaxOp, x, axis, keepdim)

    # ---- shape
    def reshape(self, x: SSAValue, extents: Sequence[int]) -> SSAValue:
        if shape_of(x) == tuple(extents):
            return x
        if 0 in extents:  # which `pd.reshape` would take for x's
            return self.op(shape.ViewShapeOp, x, dims=list(extents))
        return self.op(shape.ReshapeOp, x, shape=list(extents))

    def transpose(self, x: SSAValue, perm: Sequence[int]) -> SSAValue:
        return x if list(perm) == list(range(rank_of(x))) else self.op(shape.TransposeOp, x, perm=list(perm))

    def slice(self, x: SSAValue, axis: int, start: int, end: int, drop: bool = False) -> SSAValue:
        """x[start:end] along one axis, which is dropped on request if it has extent one."""
        return self.op(
            slicing.SliceOp, x, axes=[axis], starts=[start], ends=[end], decrease_axis=[axis] if drop else []
        )

    def concat(self, parts: Sequence[SSAValue], axis: int) -> SSAValue:
        return parts[0] if len(parts) == 1 else self.op(joining.ConcatOp, parts, axis=axis)

    def expand(self, x: SSAValue, extents: Sequence[int]) -> SSAValue:
        """x broadcast to a shape."""
        return x if shape_of(x) == tuple(extents) else self.op(joining.ExpandOp, x, shape=list(extents))
