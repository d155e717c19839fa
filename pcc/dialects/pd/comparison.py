"""Comparisons, elementwise: operands of one dtype in, bool out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType, f64, i1
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tensor,
    TypeRuleError,
    is_float,
    py,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.pd.elementwise import NUMBERS, Binary, Unary, binary, same_dtype, unary
from pcc.dialects.pd.reduction import Fold
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Comparison(Binary):
    """A binary op that gives bool; false if an operand is NaN, except for `ne`."""

    PREDICATE: ClassVar[str]

    def result_dtype(self) -> Attribute:
        return i1

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.compare(self.PREDICATE, args[0], args[1])


def comparisons(name: str) -> tuple[Sample, ...]:
    return binary(name, dtypes=(*NUMBERS, "bool"))


@irdl_op_definition
class EqualOp(Comparison):
    """out = x == y."""

    name = "pd.equal"
    PREDICATE: ClassVar = "eq"
    SAMPLES: ClassVar = comparisons("equal")


@irdl_op_definition
class NotEqualOp(Comparison):
    """out = x != y."""

    name = "pd.not_equal"
    PREDICATE: ClassVar = "ne"
    SAMPLES: ClassVar = comparisons("not_equal")


@irdl_op_definition
class LessThanOp(Comparison):
    """out = x < y."""

    name = "pd.less_than"
    PREDICATE: ClassVar = "lt"
    SAMPLES: ClassVar = comparisons("less_than")


@irdl_op_definition
class LessEqualOp(Comparison):
    """out = x <= y."""

    name = "pd.less_equal"
    PREDICATE: ClassVar = "le"
    SAMPLES: ClassVar = comparisons("less_equal")


@irdl_op_definition
class GreaterThanOp(Comparison):
    """out = x > y."""

    name = "pd.greater_than"
    PREDICATE: ClassVar = "gt"
    SAMPLES: ClassVar = comparisons("greater_than")


@irdl_op_definition
class GreaterEqualOp(Comparison):
    """out = x >= y."""

    name = "pd.greater_equal"
    PREDICATE: ClassVar = "ge"
    SAMPLES: ClassVar = comparisons("greater_equal")


# ---- kinds of numbers
class Test(Unary):
    """A unary op that gives bool; `FOR_INTEGERS` is its value for all integers."""

    FOR_INTEGERS: ClassVar[bool]

    def result_dtype(self) -> Attribute:
        return i1

    def scalar(self, k: Scalars[S], *args: S) -> S:
        if not is_float(k.dtype(args[0])):
            return k.constant(self.FOR_INTEGERS, i1)
        return self.test(k, args[0])

    def test(self, k: Scalars[S], x: S) -> S:
        """Whether the float passes."""
        raise NotImplementedError


_TESTED = ("float32", "float64", "bfloat16", "int64")


@irdl_op_definition
class IsNanOp(Test):
    """out = whether x is NaN."""

    name = "pd.isnan"
    FOR_INTEGERS: ClassVar = False
    SAMPLES: ClassVar = unary("isnan", dtypes=_TESTED)

    def test(self, k: Scalars[S], x: S) -> S:
        return k.compare("ne", x, x)


@irdl_op_definition
class IsInfOp(Test):
    """out = whether x is infinite."""

    name = "pd.isinf"
    FOR_INTEGERS: ClassVar = False
    SAMPLES: ClassVar = unary("isinf", dtypes=_TESTED)

    def test(self, k: Scalars[S], x: S) -> S:
        return k.compare("eq", k.abs(x), float("inf"))


@irdl_op_definition
class IsFiniteOp(Test):
    """out = whether x is neither NaN nor infinite."""

    name = "pd.isfinite"
    FOR_INTEGERS: ClassVar = True
    SAMPLES: ClassVar = unary("isfinite", dtypes=_TESTED)

    def test(self, k: Scalars[S], x: S) -> S:
        return k.compare("lt", k.abs(x), float("inf"))


# ---- whole tensors
def close(k: Scalars[S], x: S, y: S, rtol: float, atol: float, equal_nan: bool) -> S:
    """|x - y| <= atol + rtol |y|, or x == y; NaNs are close to each other if equal_nan. Integers count as doubles."""
    if not is_float(k.dtype(x)):
        x, y = k.cast(x, f64), k.cast(y, f64)
    near = k.compare("le", k.abs(k.sub(x, y)), k.add(k.mul(k.abs(y), rtol), atol))
    found = k.logical_or(near, k.compare("eq", x, y))
    if not equal_nan:
        return found
    return k.logical_or(found, k.logical_and(k.compare("ne", x, x), k.compare("ne", y, y)))


@irdl_op_definition
class IsCloseOp(Binary):
    """out = |x - y| <= atol + rtol |y|."""

    name = "pd.isclose"
    rtol = prop_def(base(FloatAttr))
    atol = prop_def(base(FloatAttr))
    equal_nan = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.isclose(x, y, rtol=0.3, atol=0.1), (3, 33), (3, 33)),
        sample(lambda paddle, x, y: paddle.isclose(x, y), Spec((7,), "float64"), Spec((7,), "float64")),
        sample(
            lambda paddle, x, y: paddle.isclose(x, y),
            Spec((14,), special=True),
            Spec((14,), low=0, high=1, special=True),
        ),
        sample(lambda paddle, x: paddle.isclose(x, x, equal_nan=True), Spec((9,), special=True)),
    )

    def result_dtype(self) -> Attribute:
        return i1

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = args
        return close(k, x, y, float(py(self.rtol)), float(py(self.atol)), bool(py(self.equal_nan)))


class AllPairs(Fold):
    """Whether all pairs of elements of two tensors of one shape pass a test: a bool of rank 0."""

    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        if shape_of(self.x) != shape_of(self.y):
            raise TypeRuleError(f"shapes {shape_of(self.x)} and {shape_of(self.y)} differ")
        return [tensor([], i1)]

    def extents(self) -> Sequence[int]:
        return shape_of(self.x)

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(True, i1)]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [self.test(k, k.read(self.x, reduced), k.read(self.y, reduced))]

    def test(self, k: Scalars[S], x: S, y: S) -> S:
        raise NotImplementedError

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.logical_and(a[0], b[0])]


@irdl_op_definition
class AllCloseOp(AllPairs):
    """out = whether all |x - y| <= atol + rtol |y|."""

    name = "pd.allclose"
    rtol = prop_def(base(FloatAttr))
    atol = prop_def(base(FloatAttr))
    equal_nan = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.allclose(x, x + 1e-9), (4, 33)),
        sample(lambda paddle, x: paddle.allclose(x, x + 1e-3, atol=1e-5), Spec((7,), "float64")),
        sample(lambda paddle, x: paddle.allclose(x, x, equal_nan=True), Spec((9,), special=True)),
        sample(lambda paddle, x: paddle.allclose(x, x + 1, atol=1.5), Spec((9,), "int64", -9, 9)),
    )

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        from pcc.dialects.pd.reduction import AllOp

        near = b.op(IsCloseOp, *operands, **self.properties)
        return [b.op(AllOp, b.reshape(near, [size, size_of(self.x)]), axis=[1], keepdim=False)]

    def test(self, k: Scalars[S], x: S, y: S) -> S:
        return close(k, x, y, float(py(self.rtol)), float(py(self.atol)), bool(py(self.equal_nan)))
