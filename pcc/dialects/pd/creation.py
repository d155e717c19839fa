"""Ops that make tensors from nothing: constants and ranges."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl import irdl
from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, TensorType, f64
from xdsl.ir import Attribute, SSAValue, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr, linear
from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_float,
    py,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.pd.linear import Flat, Linear
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

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

    def occupancy(self, operands: Sequence[float]) -> float:
        return float(py(self.value) != 0)


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
class FullLikeOp(Flat):
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

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.full(shape_of(self.x), py(self.value), self.dtype)]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return NotImplemented  # the decomposition is the same in all calls


@irdl_op_definition
class AssignValueOp(PdOp):
    """A few given numbers in row-major order; what has more of them is an argument of the program, like a weight."""

    name = "pd.assign_value"
    shape = prop_def(base(DenseArrayBase))
    values = prop_def(base(DenseArrayBase))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    LARGEST: ClassVar = 16
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x * paddle.to_tensor([0.5, -1.0, 2.0]), (4, 3)),
        sample(lambda paddle, x: x + paddle.to_tensor([[1, 2], [-3, 4]]), Spec((3, 2, 2), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if prod(py(self.shape)) != len(py(self.values)):
            raise TypeRuleError(f"{len(py(self.values))} values for a tensor of {py(self.shape)}")
        return [tensor(py(self.shape), self.dtype)]

    def element(self, k: Scalars[S], index: Index) -> S:
        dtype, number = compute_type(self.dtype), float if is_float(self.dtype) else int
        values = [k.constant(number(v), dtype) for v in py(self.values)]
        at = linear(list(index), tuple(py(self.shape)))
        if at.is_constant:
            return values[at.constant]
        place, chosen = k.index(at), values[-1]
        for n in reversed(range(len(values) - 1)):
            chosen = k.select(k.compare("le", place, n), values[n], chosen)
        return chosen


@irdl_op_definition
class FullWithTensorOp(Linear):
    """A tensor filled with the one number that `value` holds."""

    name = "pd.full_with_tensor"
    value = operand_def(base(TensorType))
    shape = prop_def(base(DenseArrayBase))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.full([2, 17], x[0]), (3,)),
        sample(lambda paddle, x: paddle.full([3], x, "int64"), ()),
    )

    def infer(self) -> Sequence[Tensor]:
        if size_of(self.value) != 1:
            raise TypeRuleError(f"full_with_tensor takes one number, not {shape_of(self.value)}")
        return [tensor(py(self.shape), self.dtype)]

    def element(self, k: Scalars[S], index: Index) -> S:
        return k.cast(k.read(self.value, [Expr()] * len(shape_of(self.value))), self.dtype)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        shape = [size, *shape_of(self.out)]
        value = b.reshape(operands[0], [size, *[1] * (len(shape) - 1)])
        return [b.cast(b.expand(value, shape), self.dtype)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [b.reshape(b.cast(b.sum(c, []), dtype_of(self.value)), shape_of(self.value))]


@irdl_op_definition
class EmptyOp(PdOp):
    """A tensor whose elements do not matter; zeros here."""

    name = "pd.empty"
    shape = prop_def(base(DenseArrayBase))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: x + paddle.zeros_like(paddle.empty([2, 5])), (2, 5)),)

    def infer(self) -> Sequence[Tensor]:
        return [tensor(py(self.shape), self.dtype)]

    def element(self, k: Scalars[S], index: Index) -> S:
        return k.constant(0, compute_type(self.dtype))


@irdl_op_definition
class EmptyLikeOp(Flat):
    """A tensor of the shape of x whose elements do not matter; zeros here."""

    name = "pd.empty_like"
    x = operand_def(base(TensorType))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    AXES: ClassVar = ()
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x + paddle.ones_like(paddle._C_ops.empty_like(x, x.dtype, paddle.CPUPlace())), (2,)),
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor(shape_of(self.x), self.dtype)]

    def element(self, k: Scalars[S], index: Index) -> S:
        return k.constant(0, compute_type(self.dtype))


class Identity(PdOp):
    """One where row and column are equal, else zero; as many columns as rows if num_columns is -1."""

    num_rows = prop_def(base(IntegerAttr))
    num_columns = prop_def(base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        rows, columns = int(py(self.num_rows)), int(py(self.num_columns))
        return [tensor([rows, rows if columns < 0 else columns], self.dtype)]

    def element(self, k: Scalars[S], index: Index) -> S:
        one, zero = (k.constant(v, compute_type(self.dtype)) for v in (1, 0))
        return k.select(k.compare("eq", k.index(index[1] - index[0]), 0), one, zero)


@irdl_op_definition
class EyeOp(Identity):
    """The identity matrix, or some of its columns."""

    name = "pd.eye"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x * paddle.eye(5), (5, 5)),
        sample(lambda paddle, x: x + paddle.eye(3, 20, dtype="int64"), Spec((3, 20), "int64", -9, 9)),
    )


@irdl_op_definition
class BasisOp(Identity):
    """The unit vectors of a space, as directions of derivatives: a matrix times one of them is a column of it, whatever
    the others hold.
    """

    name = "pd.basis"


def _points(b: Builder, start: SSAValue, stop: SSAValue, number: int, dtype: Attribute) -> SSAValue:
    """Evenly spaced numbers, in float64, counted from the nearer end as Paddle does."""
    first, last = (b.cast(b.cast(b.reshape(v, []), dtype), f64) for v in (start, stop))
    if number == 1:
        return b.expand(first, [1])
    place = b.op(ArangeOp, start=0, end=number, step=1, dtype=f64)
    step = b.div(b.sub(last, first), number - 1)
    up, down = b.add(b.mul(step, place), first), b.sub(last, b.mul(step, b.sub(number - 1, place)))
    return b.where(b.greater(number // 2, place), up, down)


@irdl_op_definition
class LinspaceOp(PdOp):
    """`number` evenly spaced points from start to stop, both included."""

    name = "pd.linspace"
    start = operand_def(base(TensorType))
    stop = operand_def(base(TensorType))
    number = prop_def(base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x + paddle.linspace(0, 1, 37), (2, 37)),
        sample(lambda paddle, x: paddle.linspace(x[0], x[1], 5), (2,)),
        sample(lambda paddle, x: x + paddle.linspace(-3, 9, 6, dtype="int64"), Spec((6,), "int64", -9, 9)),
        sample(lambda paddle, x: x + paddle.linspace(2, 1, 1), (1,)),
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor([int(py(self.number))], self.dtype)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.cast(_points(b, self.start, self.stop, int(py(self.number)), self.dtype), self.dtype)]


@irdl_op_definition
class LogspaceOp(PdOp):
    """base to the power of `num` evenly spaced points from start to stop."""

    name = "pd.logspace"
    start = operand_def(base(TensorType))
    stop = operand_def(base(TensorType))
    num = prop_def(base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    base = operand_def(irdl.base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x + paddle.logspace(0, 2, 21), (2, 21)),
        sample(lambda paddle, x: paddle.logspace(x[0], x[1], 5, base=2), (2,)),
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor([int(py(self.num))], self.dtype)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        from pcc.dialects.pd.math import ElementwisePowOp

        power = _points(b, self.start, self.stop, int(py(self.num)), self.dtype)
        return [b.cast(b.op(ElementwisePowOp, b.cast(b.reshape(self.base, []), f64), power), self.dtype)]
