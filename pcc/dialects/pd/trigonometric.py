"""Trigonometric and hyperbolic functions, elementwise."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.ir import SSAValue
from xdsl.irdl import irdl_op_definition

from pcc.dialects.pd.base import Tangent, Tensor, TypeRuleError, dtype_of, is_float
from pcc.dialects.pd.elementwise import Binary, binary, total, unary
from pcc.dialects.pd.linear import Flat
from pcc.dialects.pd.math import Function, Smooth
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class SinOp(Smooth):
    """out = sine of x, in radians."""

    name = "pd.sin"
    FUNCTION: ClassVar = "sin"
    SAMPLES: ClassVar = unary("sin", -9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.op(CosOp, self.x)


@irdl_op_definition
class CosOp(Smooth):
    """out = cosine of x, in radians."""

    name = "pd.cos"
    FUNCTION: ClassVar = "cos"
    SAMPLES: ClassVar = unary("cos", -9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.neg(b.op(SinOp, self.x))


@irdl_op_definition
class TanOp(Smooth):
    """out = tangent of x, in radians."""

    name = "pd.tan"
    FUNCTION: ClassVar = "tan"
    SAMPLES: ClassVar = unary("tan", -9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.add(b.square(self.out), 1.0)


@irdl_op_definition
class AsinOp(Smooth):
    """out = arc sine of x, in [-pi/2, pi/2]."""

    name = "pd.asin"
    FUNCTION: ClassVar = "asin"
    SAMPLES: ClassVar = unary("asin", -1, 1)

    def slope(self, b: Builder) -> SSAValue:
        return b.rsqrt(b.sub(1.0, b.square(self.x)))


@irdl_op_definition
class AcosOp(Smooth):
    """out = arc cosine of x, in [0, pi]."""

    name = "pd.acos"
    FUNCTION: ClassVar = "acos"
    SAMPLES: ClassVar = unary("acos", -1, 1)

    def slope(self, b: Builder) -> SSAValue:
        return b.neg(b.rsqrt(b.sub(1.0, b.square(self.x))))


@irdl_op_definition
class AtanOp(Smooth):
    """out = arc tangent of x, in [-pi/2, pi/2]."""

    name = "pd.atan"
    FUNCTION: ClassVar = "atan"
    SAMPLES: ClassVar = unary("atan", -9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.div(1.0, b.add(b.square(self.x), 1.0))


@irdl_op_definition
class SinhOp(Smooth):
    """out = (e^x - e^-x) / 2."""

    name = "pd.sinh"
    FUNCTION: ClassVar = "sinh"
    SAMPLES: ClassVar = unary("sinh", -4, 4)

    def slope(self, b: Builder) -> SSAValue:
        return b.op(CoshOp, self.x)


@irdl_op_definition
class CoshOp(Smooth):
    """out = (e^x + e^-x) / 2."""

    name = "pd.cosh"
    FUNCTION: ClassVar = "cosh"
    SAMPLES: ClassVar = unary("cosh", -4, 4)

    def slope(self, b: Builder) -> SSAValue:
        return b.op(SinhOp, self.x)


@irdl_op_definition
class TanhOp(Smooth):
    """out = sinh(x) / cosh(x)."""

    name = "pd.tanh"
    FUNCTION: ClassVar = "tanh"
    SAMPLES: ClassVar = unary("tanh", -3, 3)

    def slope(self, b: Builder) -> SSAValue:
        return b.sub(1.0, b.square(self.out))


@irdl_op_definition
class AsinhOp(Smooth):
    """out = log(x + sqrt(x^2 + 1))."""

    name = "pd.asinh"
    FUNCTION: ClassVar = "asinh"
    SAMPLES: ClassVar = unary("asinh", -9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.rsqrt(b.add(b.square(self.x), 1.0))


@irdl_op_definition
class AcoshOp(Smooth):
    """out = log(x + sqrt(x^2 - 1))."""

    name = "pd.acosh"
    FUNCTION: ClassVar = "acosh"
    SAMPLES: ClassVar = unary("acosh", 1, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.rsqrt(b.mul(b.sub(self.x, 1.0), b.add(self.x, 1.0)))


@irdl_op_definition
class AtanhOp(Smooth):
    """out = log((1 + x) / (1 - x)) / 2."""

    name = "pd.atanh"
    FUNCTION: ClassVar = "atanh"
    SAMPLES: ClassVar = unary("atanh", -0.9, 0.9)

    def slope(self, b: Builder) -> SSAValue:
        return b.div(1.0, b.sub(1.0, b.square(self.x)))


@irdl_op_definition
class Atan2Op(Binary):
    """out = the angle of the point (y, x), in [-pi, pi]; y is the second coordinate."""

    name = "pd.atan2"
    SAMPLES: ClassVar = binary("atan2", -9, 9, ("float32", "float64"))

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"atan2 takes floats, not {dtype_of(self.x)}; cast before")
        return super().infer()

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.math("atan2", *args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        x, y = tangents
        moved = total(b, [x and b.mul(x, self.y), y and b.neg(b.mul(y, self.x))])
        assert moved is not None
        return [b.div(moved, b.add(b.square(self.x), b.square(self.y)))]


@irdl_op_definition
class AngleOp(Function, Flat):
    """out = the angle of a real number: pi below zero, else 0; NaN for NaN."""

    name = "pd.angle"
    SAMPLES: ClassVar = unary("angle")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        angle = k.select(k.compare("lt", x, 0), k.constant(pi, k.dtype(x)), 0.0)
        return k.select(k.compare("ne", x, x), x, angle)
