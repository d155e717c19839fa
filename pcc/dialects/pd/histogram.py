"""Counts of elements by value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType, f64, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def

from pcc.dialects.pd.base import PdOp, Spec, Tensor, TypeRuleError, dtype_of, is_float, py, sample, size_of, tensor
from pcc.dialects.pd.scatter import IndexAddOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


@irdl_op_definition
class HistogramOp(PdOp):
    """How many elements of input lie in each of `bins` equal parts of [min, max]; the last part holds max itself."""

    name = "pd.histogram"
    input = operand_def(base(TensorType))
    weight = opt_operand_def(base(TensorType))
    bins = prop_def(base(IntegerAttr))
    min = prop_def(base(FloatAttr))
    max = prop_def(base(FloatAttr))
    density = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.histogram(x, 5, -1, 1), (3, 40)),
        sample(lambda paddle, x: paddle.histogram(x, 4, -8, 8), Spec((3, 40), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if self.weight is not None or py(self.density) or py(self.min) >= py(self.max):
            raise TypeRuleError("histogram with weights, as density, or over a range that is data")
        return [tensor([py(self.bins)], i64)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        low, high, bins = py(self.min), py(self.max), py(self.bins)
        x = b.reshape(self.input, [size_of(self.input)])
        x = x if is_float(dtype_of(x)) else b.cast(x, f64)
        part = b.div(b.mul(b.sub(x, low), float(bins)), high - low)
        number = b.minimum(b.cast(part, i64), bins - 1)
        below, above = b.greater(b.full([], low, dtype_of(x)), x), b.greater(x, high)
        one, zero = b.full([], 1, i64), b.full([], 0, i64)
        counted = b.where(below, zero, b.where(above, zero, one))
        return [b.op(IndexAddOp, b.full([bins], 0, i64), number, counted, axis=0)]
