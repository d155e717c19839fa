"""lgamma and digamma."""

from __future__ import annotations

from collections.abc import Callable
from math import nan, pi

from pcc.codegen_cpu.llvm_types import Value
from pcc.codegen_cpu.vector_math.coefficients import DIGAMMA
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.logarithm import natural
from pcc.codegen_cpu.vector_math.number import Number, muladd, polynomial, where
from pcc.codegen_cpu.vector_math.trigonometric import tan_of_half_turns

# B(2k) / (2k), k = 1..8: the terms of the asymptotic series of log(x) - 1 / (2x) - digamma(x) in 1 / x^2
SERIES = (1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160)
ROOT = (1.4616321449683622, 9.549995429965697e-17)  # the positive zero of digamma as a sum of doubles


def in_double(formula: Callable[[Number], Number]) -> Callable[[Number], Number]:
    return lambda x: formula(x.to_double()).to_single() if x.is_single else formula(x)


def _lgamma(x: Number) -> Number:
    """log(|gamma(x)|) by libm's reentrant function, lane by lane."""
    f = x.f
    sign = f.alloca("i32")
    if not x.lanes:
        return Number(f, f.call("lgamma_r", "double", x.value, sign))
    result = Value(x.type, "poison")
    for lane in range(x.lanes):
        result = f.insert(result, f.call("lgamma_r", "double", f.extract(x.value, lane), sign), lane)
    return Number(f, result)


def _digamma(x: Number) -> Number:
    """Below 0 by reflection: digamma(x) = digamma(1 - x) - pi / tan(pi x)."""
    low = x < 0.0
    y = _digamma_of_positive(where(low, 1.0 - x, x))
    y = where(low, y - pi / tan_of_half_turns(x), y)
    return where(x.equals(0.0), -1.0 / x, where(low & x.floor().equals(x), nan, y))


def _digamma_of_positive(x: Number) -> Number:
    """The asymptotic series above 10; else a polynomial, after steps of digamma(x + 1) = digamma(x) + 1 / x."""
    inverse = 1.0 / x
    z = inverse * inverse
    far = natural(x) - (inverse * 0.5 + z * polynomial(z, SERIES))
    small = x < 1.0
    top, bottom = where(small, -1.0, x.like(0.0)), where(small, x, 1.0)  # of the sum of the steps' 1 / x
    y = where(small, x + 1.0, x)
    for _ in range(8):
        big = y > 2.0
        y = where(big, y - 1.0, y)
        top, bottom = where(big, muladd(top, y, bottom), top), where(big, bottom * y, bottom)
    near = (y - ROOT[0] - ROOT[1]) * polynomial(y * 2.0 - 3.0, DIGAMMA)
    return where(x > 10.0, far, near + top / bottom)


FORMULAS = {
    "lgamma": Formula(in_double(_lgamma), inlined=False),
    "digamma": Formula(in_double(_digamma), inlined=False),
}
