"""sinh, cosh, tanh and their inverses, from exp and log1p."""

from __future__ import annotations

from math import log, nan

from pcc.codegen_cpu.vector_math import avx512
from pcc.codegen_cpu.vector_math.avx512 import looked_up, piecewise
from pcc.codegen_cpu.vector_math.coefficients import SINH
from pcc.codegen_cpu.vector_math.exponential import careful_exp, expm1_of_negative
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.logarithm import log1p
from pcc.codegen_cpu.vector_math.number import Number, fast_two_sum, muladd, polynomial, quotient, where
from pcc.codegen_cpu.vector_math.pieces import TANH, TANH_CENTERS


def tanh(x: Number) -> Number:
    """F / (2 - F), F = 1 - e^(-2|x|): 1 from |x| = 9.01 (19.1) on; by pieces where a register holds them."""
    if x.is_single and avx512.available(x):
        return tanh_by_pieces(x.abs()).with_sign_of(x)
    minus = expm1_of_negative(x.abs().at_most(20.0) * -2.0)
    return quotient((minus, 0.0), fast_two_sum(x.like(2.0), minus)).with_sign_of(x)


def tanh_by_pieces(a: Number) -> Number:
    """A polynomial about the middle of the piece, which the leading bits of a + 3/4 tell: finer near zero."""
    a = a.at_most(9.2)
    index = (a + 0.75).bits().logical_right(21)
    return piecewise(a - looked_up(TANH_CENTERS, index), index, TANH)


def sinh(x: Number) -> Number:
    """H - 1 / (4 h), h = e^|x| / 2; a polynomial below 1, where that cancels."""
    a = x.abs()
    z = x * x
    near = muladd(x * z, polynomial(z, SINH), x)
    half = careful_exp(a, -1)
    return where(a < 1.0, near, (half - 0.25 / half).with_sign_of(x))


def cosh(x: Number) -> Number:
    half = careful_exp(x.abs(), -1)
    return half + 0.25 / half


def asinh(x: Number) -> Number:
    """log1p(a + a^2 / (1 + sqrt(a^2 + 1))), a = |x|; log(2a) where a^2 would overflow."""
    a = x.abs()
    far = a > x.pick(2.0**27, 2.0**56)
    z = a * a
    y = log1p(where(far, a, z / ((z + 1.0).sqrt() + 1.0) + a))
    return where(a < x.pick(2.0**-13, 2.0**-28), x, where(far, y + log(2), y).with_sign_of(x))


def acosh(x: Number) -> Number:
    """log1p(t + sqrt(2t + t^2)), t = x - 1."""
    far = x > x.pick(2.0**27, 2.0**56)
    t = x - 1.0
    y = log1p(where(far, x, t + (t * (t + 2.0)).sqrt()))
    return where(x < 1.0, nan, where(far, y + log(2), y))


def atanh(x: Number) -> Number:
    """log1p(2a / (1 - a)) / 2, a = |x|."""
    a = x.abs()
    y = log1p((a + a) / (1.0 - a)) * 0.5
    return where(a < x.pick(2.0**-13, 2.0**-28), x, where(a > 1.0, nan, y).with_sign_of(x))


FORMULAS = {
    "tanh": Formula(tanh),
    "sinh": Formula(sinh),
    "cosh": Formula(cosh),
    "asinh": Formula(asinh),
    "acosh": Formula(acosh),
    "atanh": Formula(atanh),
}
