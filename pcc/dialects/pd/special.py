"""Special functions, elementwise: error function, Bessel, logistic."""

from __future__ import annotations

from math import factorial, pi, sqrt
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.pd.base import Spec, dtype_of, py, sample
from pcc.dialects.pd.elementwise import Differentiable, Unary, unary
from pcc.dialects.pd.logic import LogicalOrOp
from pcc.dialects.pd.math import Smooth
from pcc.dialects.pd.rounding import AbsOp, SignOp
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")

TERMS = 9  # of the series of I1(x) / x, for |x| < 1


@irdl_op_definition
class ErfOp(Smooth):
    """out = erf(x), the integral of 2 / sqrt(pi) e^(-t^2) from 0 to x."""

    name = "pd.erf"
    FUNCTION: ClassVar = "erf"
    SAMPLES: ClassVar = unary("erf", -4, 4)

    def slope(self, b: Builder) -> SSAValue:
        return b.scale(b.exp(b.neg(b.square(self.x))), 2 / sqrt(pi))


@irdl_op_definition
class ErfInvOp(Smooth):
    """out = the y with erf(y) = x."""

    name = "pd.erfinv"
    FUNCTION: ClassVar = "erfinv"
    SAMPLES: ClassVar = unary("erfinv", -0.99, 0.99, special=False)

    def slope(self, b: Builder) -> SSAValue:
        return b.scale(b.exp(b.square(self.out)), sqrt(pi) / 2)


def over_x(b: Builder, x: SSAValue, bessel: SSAValue, scaled: bool) -> SSAValue:
    """I1(x) / x, or e^-|x| I1(x) / x; near zero by the series, whose derivatives are right there, too."""
    near = b.greater(1.0, b.op(AbsOp, x))
    small = b.where(near, x, 0.0)
    quarter = b.scale(b.square(small), 0.25)
    series = b.full([], 0.0, dtype_of(x))
    for n in reversed(range(TERMS)):
        series = b.add(b.mul(series, quarter), 0.5 / (factorial(n) * factorial(n + 1)))
    if scaled:
        series = b.mul(series, b.exp(b.neg(b.op(AbsOp, small))))
    return b.where(near, series, b.div(bessel, b.where(near, 1.0, x)))


@irdl_op_definition
class I0Op(Smooth):
    """out = the modified Bessel function of order 0."""

    name = "pd.i0"
    FUNCTION: ClassVar = "i0"
    SAMPLES: ClassVar = unary("i0", -9, 9, special=False)

    def slope(self, b: Builder) -> SSAValue:
        return b.op(I1Op, self.x)


@irdl_op_definition
class I0eOp(Smooth):
    """out = e^-|x| I0(x)."""

    name = "pd.i0e"
    FUNCTION: ClassVar = "i0e"
    SAMPLES: ClassVar = unary("i0e", -9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.sub(b.op(I1eOp, self.x), b.mul(b.op(SignOp, self.x), self.out))


@irdl_op_definition
class I1Op(Smooth):
    """out = the modified Bessel function of order 1."""

    name = "pd.i1"
    FUNCTION: ClassVar = "i1"
    SAMPLES: ClassVar = unary("i1", -9, 9, special=False)

    def slope(self, b: Builder) -> SSAValue:
        return b.sub(b.op(I0Op, self.x), over_x(b, self.x, self.out, scaled=False))


@irdl_op_definition
class I1eOp(Smooth):
    """out = e^-|x| I1(x)."""

    name = "pd.i1e"
    FUNCTION: ClassVar = "i1e"
    SAMPLES: ClassVar = unary("i1e", -9, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.sub(
            b.sub(b.op(I0eOp, self.x), b.mul(b.op(SignOp, self.x), self.out)), over_x(b, self.x, self.out, scaled=True)
        )


@irdl_op_definition
class LogitOp(Differentiable):
    """out = log(x / (1 - x)), of x clamped to [eps, 1 - eps]; if eps is 0, NaN outside of [0, 1]."""

    name = "pd.logit"
    eps = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (
        *unary("logit", 0.05, 0.95),
        sample(lambda paddle, x: paddle.logit(x, 0.1), Spec((3, 35), low=-0.5, high=1.5)),
    )

    def slope(self, b: Builder) -> SSAValue:
        """1 / (x (1 - x)); zero where x was clamped."""
        found, eps = b.div(1.0, b.mul(self.x, b.sub(1.0, self.x))), float(py(self.eps))
        if not eps:
            return found
        clamped = b.op(LogicalOrOp, b.greater(eps, self.x), b.greater(self.x, 1 - eps))
        return b.where(clamped, 0.0, found)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,), eps = args, py(self.eps)
        if eps:
            x = k.min(k.max(x, eps), 1 - eps)
        odds = k.div(x, k.sub(k.constant(1.0, k.dtype(x)), x))
        return k.math("log", odds)


@irdl_op_definition
class StanhOp(Unary):
    """out = scale_b tanh(scale_a x)."""

    name = "pd.stanh"
    scale_a = prop_def(base(FloatAttr))
    scale_b = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = unary("stanh", -3, 3)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.mul(k.math("tanh", k.mul(args[0], py(self.scale_a))), py(self.scale_b))
