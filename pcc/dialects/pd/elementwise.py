"""Elementwise ops: the families, and arithmetic, comparison, logic and choice."""
from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, i1
from xdsl.ir import Attribute, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tensor,
    TensorType,
    broadcast,
    dtype_of,
    is_float,
    py,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.relation import Relation, elementwise
from pcc.dialects.scalars import Index, Scalars

S = TypeVar("S")


def align(index: Index, shape: Sequence[int]) -> list[Any]:
    """The index into a broadcast operand of the given shape."""
    from pcc.dialects.index import Expr

    tail = index[len(index) - len(shape) :]
    return [Expr() if extent == 1 else i for i, extent in zip(tail, shape, strict=True)]


class Elementwise(PdOp):
    """Result index = operand index, with NumPy broadcasting; `scalar` is the body."""

    def result_dtype(self) -> Attribute:
        return dtype_of(self.operands[0])

    def infer(self) -> Sequence[Tensor]:
        return [tensor(broadcast(*map(shape_of, self.operands)), self.result_dtype())]

    def relation(self) -> Relation:
        return elementwise([shape_of(o) for o in self.operands], shape_of(self.results[0]))

    @abstractmethod
    def scalar(self, k: Scalars[S], *args: S) -> S:
        """The result's element from the operands' elements."""

    def element(self, k: Scalars[S], index: Index) -> S:
        args = [k.read(o, align(index, shape_of(o))) for o in self.operands]
        return self.scalar(k, *args)


class Unary(Elementwise):
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))


class Binary(Elementwise):
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    out = result_def(base(TensorType))


class Comparison(Binary):
    """A binary op that gives bool."""

    PREDICATE: ClassVar[str]

    def result_dtype(self) -> Attribute:
        return i1

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.compare(self.PREDICATE, args[0], args[1])


def unary(name: str, low: float = -2.0, high: float = 2.0, dtypes: Sequence[str] = ("float32", "float64")) -> tuple[Sample, ...]:
    """Samples of `paddle.<name>(x)`: shapes with and without a vector tail, and a scalar."""
    call: Callable[..., Any] = lambda paddle, x: getattr(paddle, name)(x)  # noqa: E731
    shapes = [(3, 5), (4, 32), ()]
    return tuple(sample(call, Spec(shape, dtype, low, high)) for dtype in dtypes for shape in shapes)


def binary(name: str, low: float = -2.0, high: float = 2.0, dtypes: Sequence[str] = ("float32", "int64")) -> tuple[Sample, ...]:
    """Samples of `paddle.<name>(x, y)`: equal shapes and broadcasts both ways."""
    call: Callable[..., Any] = lambda paddle, x, y: getattr(paddle, name)(x, y)  # noqa: E731
    shapes = [((3, 5), (3, 5)), ((2, 3, 33), (33,)), ((4, 1), (1, 7)), ((), (5,))]
    return tuple(sample(call, Spec(a, d, low, high), Spec(b, d, low, high)) for d in dtypes for a, b in shapes)


# ---- arithmetic
@irdl_op_definition
class AddOp(Binary):
    """out = x + y."""

    name = "pd.add"
    SAMPLES: ClassVar = binary("add")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.add(*args)


@irdl_op_definition
class SubtractOp(Binary):
    """out = x - y."""

    name = "pd.subtract"
    SAMPLES: ClassVar = binary("subtract")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.sub(*args)


@irdl_op_definition
class MultiplyOp(Binary):
    """out = x * y."""

    name = "pd.multiply"
    SAMPLES: ClassVar = binary("multiply")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.mul(*args)


@irdl_op_definition
class DivideOp(Binary):
    """out = x / y; integers divide towards zero."""

    name = "pd.divide"
    SAMPLES: ClassVar = binary("divide", 0.5, 3.0, ("float32", "float64"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.div(*args)


@irdl_op_definition
class MaximumOp(Binary):
    """out = max(x, y); NaN if either is NaN."""

    name = "pd.maximum"
    SAMPLES: ClassVar = binary("maximum")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.max(*args)


@irdl_op_definition
class MinimumOp(Binary):
    """out = min(x, y); NaN if either is NaN."""

    name = "pd.minimum"
    SAMPLES: ClassVar = binary("minimum")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.min(*args)


@irdl_op_definition
class ScaleOp(Unary):
    """out = scale * x + bias, or scale * (x + bias) if not bias_after_scale."""

    name = "pd.scale"
    scale = prop_def(base(FloatAttr))
    bias = prop_def(base(FloatAttr))
    bias_after_scale = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.scale(x, 2.5, 0.75), (3, 5)),
        sample(lambda paddle, x: paddle.scale(x, 2.5, 0.75, bias_after_scale=False), (3, 33)),
        sample(lambda paddle, x: x * 3 + 2, Spec((4, 5), "int64", -9, 9)),
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        number = float if is_float(k.dtype(x)) else int
        scale, bias = number(py(self.scale)), number(py(self.bias))
        if not py(self.bias_after_scale):
            x = k.add(x, bias) if bias else x
            return k.mul(x, scale) if scale != 1 else x
        x = k.mul(x, scale) if scale != 1 else x
        return k.add(x, bias) if bias else x


# ---- comparison and choice
@irdl_op_definition
class GreaterThanOp(Comparison):
    """out = x > y."""

    name = "pd.greater_than"
    PREDICATE: ClassVar = "gt"
    SAMPLES: ClassVar = binary("greater_than")


@irdl_op_definition
class WhereOp(Elementwise):
    """out = x where condition, else y."""

    name = "pd.where"
    condition = operand_def(base(TensorType))
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x, y: paddle.where(x > y, x, y), (3, 5), (5,)),)

    def result_dtype(self) -> Attribute:
        return dtype_of(self.x)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.select(*args)


@irdl_op_definition
class CastOp(Unary):
    """out = x converted to dtype; float to int truncates, non-zero is True."""

    name = "pd.cast"
    dtype = prop_def(base(TypeAttribute))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.cast(x, "int64"), Spec((3, 17), low=-9, high=9)),
        sample(lambda paddle, x: paddle.cast(x, "float32"), Spec((3, 17), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.cast(x, "bool"), Spec((3, 17), "int64", -1, 1)),
        sample(lambda paddle, x: paddle.cast(x, "float64"), Spec((3, 17))),
    )

    def result_dtype(self) -> Attribute:
        return self.dtype

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.cast(args[0], self.dtype)

