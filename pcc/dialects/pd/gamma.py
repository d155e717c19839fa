"""The logarithm of the gamma function and its derivatives of all orders, elementwise."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb, factorial, inf, pi
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.pd.base import Spec, Tensor, TypeRuleError, dtype_of, is_float, py, sample
from pcc.dialects.pd.elementwise import Differentiable, unary
from pcc.dialects.pd.math import Smooth
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")

TERMS = 8  # of the asymptotic series


class LogGamma(Smooth):
    """out = log |gamma(x)|, by both of Paddle's names."""

    FUNCTION: ClassVar = "lgamma"

    def slope(self, b: Builder) -> SSAValue:
        return b.op(DigammaOp, self.x)


@irdl_op_definition
class LgammaOp(LogGamma):
    """out = log |gamma(x)|."""

    name = "pd.lgamma"
    SAMPLES: ClassVar = unary("lgamma", 0.1, 9)


@irdl_op_definition
class GammaLnOp(LogGamma):
    """out = log |gamma(x)|."""

    name = "pd.gammaln"
    SAMPLES: ClassVar = unary("gammaln", 0.1, 9)


@irdl_op_definition
class DigammaOp(Smooth):
    """out = the derivative of log gamma(x)."""

    name = "pd.digamma"
    FUNCTION: ClassVar = "digamma"
    SAMPLES: ClassVar = unary("digamma", 2, 9)

    def slope(self, b: Builder) -> SSAValue:
        return b.op(PolygammaOp, self.x, n=1)


@irdl_op_definition
class PolygammaOp(Differentiable):
    """out = the n-th derivative of digamma(x), n >= 1.

    It is (-1)^(n+1) n! zeta(n + 1, x), by the Euler-Maclaurin formula (Abramowitz and Stegun, 23.1.30); below 1/2 by
    reflection (6.4.7). Infinite at 0, -1, -2, ...
    """

    name = "pd.polygamma"
    n = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        *unary("polygamma", 0.3, 9, special=False, n=1),
        sample(lambda paddle, x: paddle.polygamma(x, 2), Spec((3, 35), low=0.3, high=20)),
        sample(lambda paddle, x: paddle.polygamma(x, 3), Spec((3, 35), "float64", low=-3.4, high=0.4)),
        sample(lambda paddle, x: paddle.polygamma(x, 6), Spec((3, 35), "float64", low=0.3, high=20)),
        sample(lambda paddle, x: paddle.polygamma(paddle.round(x), 2), Spec((9,), low=-4, high=4)),
    )

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)) or py(self.n) < 1:
            raise TypeRuleError(f"polygamma of order {py(self.n)} of {dtype_of(self.x)}")
        return super().infer()

    def slope(self, b: Builder) -> SSAValue:
        return b.op(PolygammaOp, self.x, n=py(self.n) + 1)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,), n = args, py(self.n)
        low = k.compare("lt", x, 0.5)
        above = k.mul(zeta(k, n + 1, k.select(low, k.sub(k.constant(1, k.dtype(x)), x), x)), sign(n + 1) * factorial(n))
        below = k.sub(k.mul(above, sign(n)), k.mul(polynomial(k, cotangents(n), cotangent(k, x)), pi ** (n + 1)))
        pole = k.select(k.compare("eq", k.math("floor", x), x), sign(n + 1) * inf, below)
        return k.select(low, pole, above)


def sign(n: int) -> float:
    return -1.0 if n % 2 else 1.0


def zeta(k: Scalars[S], s: int, x: S) -> S:
    """The sum of (x + i)^-s over i = 0, 1, ..., of x >= 1/2, for an integer s > 1."""
    steps = 9 + s
    inverse = lambda y: k.div(k.constant(1, k.dtype(x)), y)  # noqa: E731
    total = power(k, inverse(x), s)
    for i in range(1, steps):
        total = k.add(total, power(k, inverse(k.add(x, i)), s))
    last = inverse(k.add(x, steps))
    series = [1 / (s - 1), 0.5] + [0.0] * (2 * TERMS - 1)
    for j in range(1, TERMS + 1):
        series[2 * j] = float(bernoulli(2 * j) * comb(s + 2 * j - 2, 2 * j) / (s - 1))
    return k.add(total, k.mul(power(k, last, s - 1), polynomial(k, series, last)))


def power(k: Scalars[S], x: S, n: int) -> S:
    """x^n by squares, n >= 1."""
    if n == 1:
        return x
    half = power(k, x, n // 2)
    square = k.mul(half, half)
    return k.mul(square, x) if n % 2 else square


def polynomial(k: Scalars[S], coefficients: Sequence[float], x: S) -> S:
    """The sum of coefficients[i] x^i."""
    total = k.constant(coefficients[-1], k.dtype(x))
    for coefficient in reversed(coefficients[:-1]):
        total = k.add(k.mul(total, x), coefficient)
    return total


def cotangent(k: Scalars[S], x: S) -> S:
    """cot(pi x), exact near integers."""
    rest = k.mul(k.sub(x, k.math("roundeven", x)), pi)
    return k.div(k.math("cos", rest), k.math("sin", rest))


def cotangents(n: int) -> list[float]:
    """The n-th derivative of cot as a polynomial in cot: that of c is -(1 + c^2)."""
    found = [0, 1]
    for _ in range(n):
        slope = [i * c for i, c in enumerate(found)][1:]
        found = [-(a + b) for a, b in zip([*slope, 0, 0], [0, 0, *slope], strict=True)]
    return [float(c) for c in found]


def bernoulli(n: int) -> Fraction:
    """The n-th Bernoulli number."""
    found = [Fraction(1)]
    for m in range(1, n + 1):
        found.append(-sum((comb(m + 1, j) * found[j] for j in range(m)), Fraction(0)) / (m + 1))
    return found[n]
