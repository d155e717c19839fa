"""Ops that make tensors from nothing: constants and ranges."""
from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, TensorType
from xdsl.ir import TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import PdOp, Spec, Tensor, dtype_of, is_float, py, sample, shape_of, tensor
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

S = TypeVar("S")


@irdl_op_definition
class FullOp(PdOp):
    """A tensor of one value (a float64, or an integer for integer and bool dtypes)."""

    name = "pd.full"
    shape = prop_def(base(DenseArrayBase))
    value = prop_def(base(FloatAttr) | base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x * paddle.full([2, 5], 1.5), (2, 5)),
        sample(lambda paddle, x: x + paddle.full([], 7, "int64"), Spec((3,), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor(py(self.shape), self.dtype)]

    def element(self, k: Scalars[S], index: Index) -> S:
        number = py(self.value)
        return k.constant(number if is_float(self.dtype) else int(number), compute_type(self.dtype))


@irdl_op_definition
class ArangeOp(PdOp):
    """start, start + step, ... up to but not including end, as numbers known at compile time."""

    name = "pd.arange"
    start = prop_def(base(FloatAttr) | base(IntegerAttr))
    end = prop_def(base(FloatAttr) | base(IntegerAttr))
    step = prop_def(base(FloatAttr) | base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x + paddle.arange(5, dtype="float32"), (3, 5)),
        sample(lambda paddle, x: x + paddle.arange(2, 12, 2, dtype="int64"), Spec((5,), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        start, end, step = py(self.start), py(self.end), py(self.step)
        return [tensor([max(0, -int((start - end) // step))], self.dtype)]

    def element(self, k: Scalars[S], index: Index) -> S:
        dtype = compute_type(self.dtype)
        number = float if is_float(dtype) else int
        return k.add(k.mul(k.cast(k.index(index[0]), dtype), number(py(self.step))), number(py(self.start)))


@irdl_op_definition
class FullLikeOp(PdOp):
    """A tensor of one value with the shape of x."""

    name = "pd.full_like"
    x = operand_def(base(TensorType))
    value = prop_def(base(FloatAttr) | base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: x + paddle.full_like(x, 2.0), (3, 5)),)

    def infer(self) -> Sequence[Tensor]:
        return [tensor(shape_of(self.x), self.dtype)]

    def relation(self) -> Relation:
        from pcc.dialects.relation import elementwise

        return elementwise([shape_of(self.x)], shape_of(self.x))

    def element(self, k: Scalars[S], index: Index) -> S:
        number = py(self.value)
        return k.constant(number if is_float(self.dtype) else int(number), compute_type(self.dtype))
