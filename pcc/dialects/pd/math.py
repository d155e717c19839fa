"""Exponentials, logarithms, powers and roots, elementwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf, log
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, f64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.pd.base import Sample, Spec, Tangent, Tensor, TypeRuleError, dtype_of, is_float, py, sample, shape_of
from pcc.dialects.pd.creation import FullOp
from pcc.dialects.pd.elementwise import Binary, Differentiable, Unary, binary, total, unary
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Function(Unary):
    """out = f(x) for one function of the scalar level, on floats."""

    FUNCTION: ClassVar[str]

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"{self.name} takes floats, not {dtype_of(self.x)}; cast before")
        return super().infer()

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.math(self.FUNCTION, args[0])


class Smooth(Function, Differentiable):
    """A function with a derivative."""


# ---- exponentials and logarithms
@irdl_op_definition
class ExpOp(Smooth):
    """out = e^x."""

    name = "pd.exp"
    FUNCTION: ClassVar = "exp"
    SAMPLES: ClassVar = unary("exp", -20, 20)

    def slope(self, b: Builder) -> SSAValue:
        return self.out


@irdl_op_definition
class Expm1Op(Smooth):
    """out = e^x - 1, exact near 0."""

    name = "pd.expm1"
    FUNCTION: ClassVar = "expm1"
    SAMPLES: ClassVar = unary("expm1", -4, 4)

    def slope(self, b: Builder) -> SSAValue:
        return b.add(self.out, 1.0)


@irdl_op_definition
class LogOp(Smooth):
    """out = natural logarithm of x."""

    name = "pd.log"
    FUNCTION: ClassVar = "log"
    SAMPLES: ClassVar = unary("log", 0.1, 9, ("float32", "float64", "bfloat16"))

    def slope(self, b: Builder) -> SSAValue:
        return b.div(1.0, self.x)


@irdl_op_definition
class Log2Op(Smooth):
    """out = log(x) / log(2)."""

    name = "pd.log2"
    FUNCTION: ClassVar = "log2"
    SAMPLES: ClassVar = unary("log2", 0.1, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.div(1 / log(2), self.x)


@irdl_op_definition
class Log10Op(Smooth):
    """out = log(x) / log(10)."""

    name = "pd.log10"
    FUNCTION: ClassVar = "log10"
    SAMPLES: ClassVar = unary("log10", 0.1, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.div(1 / log(10), self.x)


@irdl_op_definition
class Log1pOp(Smooth):
    """out = log(1 + x), exact near 0."""

    name = "pd.log1p"
    FUNCTION: ClassVar = "log1p"
    SAMPLES: ClassVar = unary("log1p", -0.9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.div(1.0, b.add(self.x, 1.0))


# ---- roots and powers
@irdl_op_definition
class SqrtOp(Smooth):
    """out = square root of x."""

    name = "pd.sqrt"
    FUNCTION: ClassVar = "sqrt"
    SAMPLES: ClassVar = unary("sqrt", 0, 9, special=False)  # Paddle has NaN for infinity

    def slope(self, b: Builder) -> SSAValue:
        return b.div(0.5, self.out)


@irdl_op_definition
class RsqrtOp(Smooth):
    """out = 1 / sqrt(x)."""

    name = "pd.rsqrt"
    FUNCTION: ClassVar = "rsqrt"
    SAMPLES: ClassVar = unary("rsqrt", 0.1, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.div(b.scale(self.out, -0.5), self.x)


@irdl_op_definition
class SquareOp(Differentiable):
    """out = x^2."""

    name = "pd.square"
    SAMPLES: ClassVar = unary("square", dtypes=("float32", "float64", "int32", "int64"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.mul(args[0], args[0])

    def slope(self, b: Builder) -> SSAValue:
        return b.scale(self.x, 2.0)


@irdl_op_definition
class ReciprocalOp(Smooth):
    """out = 1 / x."""

    name = "pd.reciprocal"
    SAMPLES: ClassVar = unary("reciprocal", 0.1, 3)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.div(k.constant(1.0, k.dtype(args[0])), args[0])

    def slope(self, b: Builder) -> SSAValue:
        return b.neg(b.square(self.out))


def whole_power(k: Scalars[S], x: S, n: int) -> S:
    """x^n for n >= 0, by squaring."""
    found: S | None = None
    while n:
        if n & 1:
            found = x if found is None else k.mul(found, x)
        n >>= 1
        x = k.mul(x, x) if n else x
    return k.constant(1, k.dtype(x)) if found is None else found


@irdl_op_definition
class PowOp(Unary):
    """out = x^y for one number y, which for integers x is cut to an integer."""

    name = "pd.pow"
    y = prop_def(base(FloatAttr) | base(IntegerAttr))
    SAMPLES: ClassVar = (
        *(sample(lambda paddle, x, y=y: paddle.pow(x, y), Spec((3, 35), low=0, high=3)) for y in (0, 1.7, 3, -1)),
        *(sample(lambda paddle, x, y=y: paddle.pow(x, y), Spec((15,), special=True)) for y in (2.0, -2, -1.5, 12.5)),
        sample(lambda paddle, x: x**3, Spec((9,), "float64")),
        sample(lambda paddle, x: x**5, Spec((9,), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.pow(x, 2.5), Spec((9,), "int32", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)) and int(py(self.y)) < 0:
            raise TypeRuleError("integers have no negative powers; cast to a float first")
        return super().infer()

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,), y = args, py(self.y)
        if not is_float(k.dtype(x)):
            return whole_power(k, x, int(y))
        if y in (-1, -2):
            return k.div(k.constant(1.0, k.dtype(x)), whole_power(k, x, -int(y)))
        if y in (0, 1, 2, 3, 4):
            return whole_power(k, x, int(y))
        return k.math("powf", x, float(y))

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        (t,), y = tangents, py(self.y)
        if not y or t is None:
            return [None]
        return [b.mul(b.scale(t, y), b.op(PowOp, self.x, y=y - 1)) if y != 1 else t]


@irdl_op_definition
class ElementwisePowOp(Binary):
    """out = x^y; integers by way of float64, as Paddle has it."""

    name = "pd.elementwise_pow"
    SAMPLES: ClassVar = (
        *binary("pow", 0, 3, ("float32", "float64", "int32", "int64")),
        sample(lambda paddle, x: paddle.pow(x, paddle.full([], 2.0)), (3, 33)),
        sample(lambda paddle, x: paddle.pow(x, paddle.full([1], 3.0)), (3, 33)),
    )

    @property
    def is_composite(self) -> bool:
        return self.exponent() is not None

    def exponent(self) -> float | None:
        """The exponent if it is one known number, else None."""
        full, x, y = self.y.owner, shape_of(self.x), shape_of(self.y)
        if not isinstance(full, FullOp) or not is_float(dtype_of(self.x)) or len(y) > len(x) or any(e != 1 for e in y):
            return None
        return float(py(full.value))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.op(PowOp, self.x, y=self.exponent())]

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = args
        if is_float(k.dtype(x)):
            return k.math("powf", x, y)
        return k.cast(k.math("roundeven", k.math("powf", k.cast(x, f64), k.cast(y, f64))), dtype_of(self.x))

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Where y is 0, x^y is 1 for all x; where x is 0, 0 for all y."""
        (x, y), none = tangents, b.equal(self.y, 0.0)
        steep = lambda t: b.mul(t, b.mul(self.y, b.op(ElementwisePowOp, self.x, b.sub(self.y, 1.0))))  # noqa: E731
        grown = lambda t: b.mul(t, b.mul(self.out, b.log(b.where(b.equal(self.x, 0.0), 1.0, self.x))))  # noqa: E731
        return [total(b, [x and b.where(none, 0.0, steep(x)), y and grown(y)])]


def _hypotenuses() -> tuple[Sample, ...]:
    call: Callable[..., Any] = lambda paddle, x, y: paddle.abs(paddle.complex(x, y))  # noqa: E731
    return (
        sample(call, (3, 35), (3, 35)),
        sample(call, Spec((7, 7), special=True), Spec((7, 7))),
        sample(call, Spec((5,), "float64", -1e200, 1e200), Spec((5,), "float64", -1e200, 1e200)),
    )


@irdl_op_definition
class HypotOp(Binary):
    """out = sqrt(x^2 + y^2), also where the squares are out of range; its derivative where both are 0 is 0."""

    name = "pd.hypot"
    SAMPLES: ClassVar = _hypotenuses()

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = map(k.abs, args)
        most, ratio = k.max(x, y), k.div(k.min(x, y), k.max(x, y))
        length = k.mul(most, k.math("sqrt", k.add(k.mul(ratio, ratio), 1.0)))
        infinite = k.logical_or(k.compare("eq", x, inf), k.compare("eq", y, inf))
        return k.select(infinite, inf, k.select(k.compare("eq", most, 0.0), most, length))

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        moved = total(b, [t and b.mul(o, t) for o, t in zip((self.x, self.y), tangents, strict=True)])
        none = b.equal(self.out, 0.0)
        return [moved and b.where(none, 0.0, b.div(moved, b.where(none, 1.0, self.out)))]
