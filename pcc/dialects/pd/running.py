"""Running sums, products and extremes along an axis."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, TensorType
from xdsl.ir import SSAValue, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    attribute_of,
    dtype_of,
    highest,
    is_bool,
    is_float,
    lowest,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.indexing import taken
from pcc.dialects.pd.linear import Linear, again
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Scan(PdOp):
    """result[i] = the combination of x[0] .. x[i] along an axis, in that order.

    Exclusive: of x[0] .. x[i - 1]; reverse: from the end.
    """

    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))

    KERNEL: ClassVar[str] = "scan"

    @abstractmethod
    def along(self) -> int:
        """The scanned axis, normalized."""

    def is_exclusive(self) -> bool:
        return False

    def is_reverse(self) -> bool:
        return False

    def infer(self) -> Sequence[Tensor]:
        self.along()
        if is_bool(dtype_of(self.x)):
            raise TypeRuleError(f"{self.name} of bool")
        return [type_of(self.x)]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        return Relation((dims,), (dims,) * len(self.results), {names[self.along()]: Mark.WHOLE} if names else {})

    @abstractmethod
    def initial(self, k: Scalars[S]) -> Sequence[S]:
        """The accumulators before the first element."""

    def term(self, k: Scalars[S], x: S, place: Expr) -> Sequence[S]:
        """An element, and its place along the axis, as accumulators."""
        return [x]

    @abstractmethod
    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        """Accumulators and the next element's into one."""


class OptionalScan(Scan):
    """A scan along `axis` (flatten: of all elements in order), maybe exclusive or in reverse."""

    axis = prop_def(base(IntegerAttr))
    flatten = prop_def(base(IntegerAttr))
    exclusive = prop_def(base(IntegerAttr))
    reverse = prop_def(base(IntegerAttr))
    AXES: ClassVar = ("axis",)

    def along(self) -> int:
        return 0 if py(self.flatten) else normalize_axis(py(self.axis), rank_of(self.x))

    def is_exclusive(self) -> bool:
        return bool(py(self.exclusive))

    def is_reverse(self) -> bool:
        return bool(py(self.reverse))

    def infer(self) -> Sequence[Tensor]:
        (same,) = super().infer()
        return [tensor([size_of(self.x)], dtype_of(self.x))] if py(self.flatten) else [same]

    def relation(self) -> Relation:
        if not py(self.flatten):
            return super().relation()
        return Relation((tuple(("_",) for _ in shape_of(self.x)),), ((("_",),),))

    @property
    def is_composite(self) -> bool:
        return bool(py(self.flatten))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        options: dict[str, Any] = {**self.properties, "flatten": False, "axis": 0}
        return [b.op(type(self), b.reshape(self.x, [size_of(self.x)]), **options)]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return NotImplemented if self.is_composite else super().batch(b, operands, batched, size)


def scans(name: str, low: float = -2.0, high: float = 2.0, tolerance: float = 1e-5) -> tuple[Sample, ...]:
    """Samples of `paddle.<name>(x, axis)`."""
    call = lambda axis: lambda paddle, x: getattr(paddle, name)(x, axis)  # noqa: E731
    cases = [(-1, (3, 70)), (0, (9, 40)), (1, (2, 5, 33)), (-1, (7,)), (1, (2, 6, 3))]
    return tuple(sample(call(axis), Spec(shape, low=low, high=high), tolerance=tolerance) for axis, shape in cases)


@irdl_op_definition
class CumsumOp(OptionalScan, Linear):
    """Running sum."""

    name = "pd.cumsum"
    SAMPLES: ClassVar = (
        *scans("cumsum"),
        sample(lambda paddle, x: paddle.cumsum(x), (3, 5), tolerance=1e-5),
        sample(lambda paddle, x: paddle.cumsum(x, 1), Spec((3, 7), "int64", -9, 9)),
        sample(lambda paddle, x: paddle._C_ops.cumsum(x, 1, False, True, True), (3, 7, 20), tolerance=1e-5),
        sample(lambda paddle, x: paddle._C_ops.cumsum(x, -1, False, False, True), Spec((3, 7), "float64")),
        sample(lambda paddle, x: paddle._C_ops.cumsum(x, 0, False, True, False), (5, 7), tolerance=1e-5),
        sample(
            lambda paddle, x: paddle._C_ops.cumsum(x, 1, False, True, True), Spec((2, 3000), "float64"), tolerance=1e-4
        ),
        sample(lambda paddle, x: paddle.cumsum(x, 1), (2, 70, 12), tolerance=1e-5),
    )

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(0, compute_type(dtype_of(self.x)))]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.add(a[0], b[0])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        if self.is_composite or c is None:
            return NotImplemented
        return again(self, b, [c], {**self.properties, "reverse": attribute_of(not self.is_reverse())})


@irdl_op_definition
class LogcumsumexpOp(OptionalScan):
    """Running log(sum(exp))."""

    name = "pd.logcumsumexp"
    SAMPLES: ClassVar = (
        *scans("logcumsumexp"),
        sample(lambda paddle, x: paddle.logcumsumexp(x), (3, 5), tolerance=1e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"logcumsumexp of {dtype_of(self.x)}")
        return super().infer()

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        dtype = compute_type(dtype_of(self.x))
        return [k.constant(-3.4028234663852886e38, dtype)]  # Paddle's start: the least finite float32

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        equal = k.compare("eq", a[0], b[0])  # of infinite ones the difference is NaN
        apart = k.select(equal, 0.0, k.neg(k.abs(k.sub(a[0], b[0]))))
        return [k.add(k.max(a[0], b[0]), k.math("log1p", k.math("exp", apart)))]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """The sum of t[j] exp(x[j] - out[i]) over all j that out[i] is of, as a matrix: no exponent is above zero."""
        from pcc.dialects.pd.diagonal import TrilOp, TriuOp

        (t,), dim, rank, dtype = tangents, self.along(), rank_of(self.x), dtype_of(self.x)
        if self.is_composite or t is None:
            return NotImplemented
        n, off = shape_of(self.x)[dim], int(self.is_exclusive())
        last = [*(d for d in range(rank) if d != dim), dim]
        x, t, out = (b.transpose(v, last) for v in (self.x, t, self.out))
        row = lambda v: b.reshape(v, [*shape_of(v)[:-1], 1, n])  # noqa: E731
        kind, diagonal = (TriuOp, off) if self.is_reverse() else (TrilOp, -off)
        part = b.greater(b.op(kind, b.full([n, n], 1.0, dtype), diagonal=diagonal), 0.5)
        apart = b.sub(row(x), b.reshape(out, [*shape_of(out), 1]))
        weights = b.where(part, b.exp(b.where(part, apart, 0.0)), 0.0)
        return [b.transpose(b.sum(b.mul(weights, row(t)), [rank]), [last.index(d) for d in range(rank)])]


@irdl_op_definition
class CumprodOp(Scan):
    """Running product."""

    name = "pd.cumprod"
    dim = prop_def(base(IntegerAttr))
    exclusive = prop_def(base(IntegerAttr))
    reverse = prop_def(base(IntegerAttr))
    AXES: ClassVar = ("dim",)
    SAMPLES: ClassVar = (
        *scans("cumprod", 0.5, 1.5),
        sample(lambda paddle, x: paddle.cumprod(x, 1), Spec((3, 7), "int64", -3, 3)),
        sample(lambda paddle, x: paddle._C_ops.cumprod(x, 0, True, True), (3, 7), tolerance=1e-5),
    )

    def along(self) -> int:
        return normalize_axis(py(self.dim), rank_of(self.x))

    def is_exclusive(self) -> bool:
        return bool(py(self.exclusive))

    def is_reverse(self) -> bool:
        return bool(py(self.reverse))

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(1, compute_type(dtype_of(self.x)))]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.mul(a[0], b[0])]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Where no element so far is zero, out * sum(t / x); where one is, its t by the others' product; else 0."""
        (t,), dim, dtype = tangents, self.along(), dtype_of(self.x)
        assert t is not None
        options = {"exclusive": self.is_exclusive(), "reverse": self.is_reverse()}
        summed = lambda v: b.op(CumsumOp, v, axis=dim, flatten=False, **options)  # noqa: E731
        zero = b.equal(self.x, 0.0)
        others = b.where(zero, 1.0, self.x)
        zeros = summed(b.cast(zero, dtype))
        relative = b.where(b.equal(zeros, 0.0), summed(b.div(t, others)), summed(b.where(zero, t, 0.0)))
        product = b.op(CumprodOp, others, **self.properties)
        return [b.where(b.greater(zeros, 1.5), 0.0, b.mul(product, relative))]


class RunningExtremum(Scan):
    """The largest or smallest element so far and where it is; of equal ones the last, and NaN from the first NaN on."""

    axis = prop_def(base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    indices = result_def(base(TensorType))

    AXES: ClassVar = ("axis",)
    LARGEST: ClassVar[bool]

    def along(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.x))

    def infer(self) -> Sequence[Tensor]:
        (same,) = super().infer()
        return [same, tensor(shape_of(self.x), self.dtype)]

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        dtype = compute_type(dtype_of(self.x))
        return [
            k.constant(lowest(dtype) if self.LARGEST else highest(dtype), dtype),
            k.constant(0, compute_type(self.dtype)),
        ]

    def term(self, k: Scalars[S], x: S, place: Expr) -> Sequence[S]:
        return [x, k.cast(k.index(place), self.dtype)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        wins = k.compare("ge" if self.LARGEST else "le", b[0], a[0])
        if is_float(dtype_of(self.x)):
            wins = k.logical_or(wins, k.compare("ne", b[0], b[0]))
        return [k.select(wins, b[0], a[0]), k.select(wins, b[1], a[1])]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [taken(b, tangents[0], self.results[1], self.along()), None]


def extremes(name: str) -> tuple[Sample, ...]:
    """Samples of `paddle.<name>`, with ties."""
    return (
        *scans(name),
        sample(lambda paddle, x: getattr(paddle, name)(x, 0), Spec((9, 20), "int64", -3, 3)),
        sample(lambda paddle, x: getattr(paddle, name)(x, 1), Spec((2, 3000), "int64", -300, 300)),
        sample(lambda paddle, x: getattr(paddle, name)(x, -1, "int32"), Spec((3, 9), "int32", -3, 3)),
        sample(lambda paddle, x: getattr(paddle, name)(x), Spec((3, 9), "float64")),
    )


@irdl_op_definition
class CummaxOp(RunningExtremum):
    """Running maximum."""

    name = "pd.cummax"
    LARGEST: ClassVar = True
    SAMPLES: ClassVar = extremes("cummax")


@irdl_op_definition
class CumminOp(RunningExtremum):
    """Running minimum."""

    name = "pd.cummin"
    LARGEST: ClassVar = False
    SAMPLES: ClassVar = extremes("cummin")
