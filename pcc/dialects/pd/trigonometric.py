"""Trigonometric and hyperbolic functions, elementwise."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from typing import ClassVar, TypeVar

from xdsl.irdl import irdl_op_definition

from pcc.dialects.pd.base import Tensor, TypeRuleError, dtype_of, is_float
from pcc.dialects.pd.elementwise import Binary, binary, unary
from pcc.dialects.pd.math import Function
from pcc.dialects.scalars import Scalars

S = TypeVar("S")


@irdl_op_definition
class SinOp(Function):
    """out = sine of x, in radians."""

    name = "pd.sin"
    FUNCTION: ClassVar = "sin"
    SAMPLES: ClassVar = unary("sin", -9, 9)


@irdl_op_definition
class CosOp(Function):
    """out = cosine of x, in radians."""

    name = "pd.cos"
    FUNCTION: ClassVar = "cos"
    SAMPLES: ClassVar = unary("cos", -9, 9)


@irdl_op_definition
class TanOp(Function):
    """out = tangent of x, in radians."""

    name = "pd.tan"
    FUNCTION: ClassVar = "tan"
    SAMPLES: ClassVar = unary("tan", -9, 9)


@irdl_op_definition
class AsinOp(Function):
    """out = arc sine of x, in [-pi/2, pi/2]."""

    name = "pd.asin"
    FUNCTION: ClassVar = "asin"
    SAMPLES: ClassVar = unary("asin", -1, 1)


@irdl_op_definition
class AcosOp(Function):
    """out = arc cosine of x, in [0, pi]."""

    name = "pd.acos"
    FUNCTION: ClassVar = "acos"
    SAMPLES: ClassVar = unary("acos", -1, 1)


@irdl_op_definition
class AtanOp(Function):
    """out = arc tangent of x, in [-pi/2, pi/2]."""

    name = "pd.atan"
    FUNCTION: ClassVar = "atan"
    SAMPLES: ClassVar = unary("atan", -9, 9)


@irdl_op_definition
class SinhOp(Function):
    """out = (e^x - e^-x) / 2."""

    name = "pd.sinh"
    FUNCTION: ClassVar = "sinh"
    SAMPLES: ClassVar = unary("sinh", -4, 4)


@irdl_op_definition
class CoshOp(Function):
    """out = (e^x + e^-x) / 2."""

    name = "pd.cosh"
    FUNCTION: ClassVar = "cosh"
    SAMPLES: ClassVar = unary("cosh", -4, 4)


@irdl_op_definition
class TanhOp(Function):
    """out = sinh(x) / cosh(x)."""

    name = "pd.tanh"
    FUNCTION: ClassVar = "tanh"
    SAMPLES: ClassVar = unary("tanh", -3, 3)


@irdl_op_definition
class AsinhOp(Function):
    """out = log(x + sqrt(x^2 + 1))."""

    name = "pd.asinh"
    FUNCTION: ClassVar = "asinh"
    SAMPLES: ClassVar = unary("asinh", -9, 9)


@irdl_op_definition
class AcoshOp(Function):
    """out = log(x + sqrt(x^2 - 1))."""

    name = "pd.acosh"
    FUNCTION: ClassVar = "acosh"
    SAMPLES: ClassVar = unary("acosh", 1, 9)


@irdl_op_definition
class AtanhOp(Function):
    """out = log((1 + x) / (1 - x)) / 2."""

    name = "pd.atanh"
    FUNCTION: ClassVar = "atanh"
    SAMPLES: ClassVar = unary("atanh", -0.9, 0.9)


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


@irdl_op_definition
class AngleOp(Function):
    """out = the angle of a real number: pi below zero, else 0; NaN for NaN."""

    name = "pd.angle"
    SAMPLES: ClassVar = unary("angle")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        angle = k.select(k.compare("lt", x, 0), k.constant(pi, k.dtype(x)), 0.0)
        return k.select(k.compare("ne", x, x), x, angle)
