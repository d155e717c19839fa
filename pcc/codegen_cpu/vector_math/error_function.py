"""erf and its inverse."""

from __future__ import annotations

from math import inf

from pcc.codegen_cpu.vector_math.coefficients import ERF_FAR, ERF_NEAR, ERFINV_FAR, ERFINV_MIDDLE, ERFINV_NEAR
from pcc.codegen_cpu.vector_math.exponential import exp_of_negative
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.logarithm import natural
from pcc.codegen_cpu.vector_math.number import Number, muladd, polynomial, where


def erf(x: Number) -> Number:
    """X + x P(x^2) up to 1, above it 1 - e^(a R(a)), a = |x|, where a R(a) is fitted to log(erfc(a))."""
    z = x * x
    near = muladd(x, polynomial(z, ERF_NEAR), x)
    a = x.abs().at_most(x.pick(3.95, 5.95))
    far = 1.0 - exp_of_negative(a * polynomial(a, ERF_FAR))
    return where(a < 1.0, near, far.with_sign_of(x))


def erfinv(x: Number) -> Number:
    """X P(w), w = -log(1 - x^2), by intervals of w as in Giles, "Approximating the erfinv function" (2010)."""
    a = x.abs()
    w = -natural((1.0 - a) * (1.0 + a))
    root = w.sqrt()
    ratio = polynomial(root - 3.125, ERFINV_MIDDLE)
    if not x.is_single:
        ratio = where(w < 16.0, ratio, polynomial(root - 5.0, ERFINV_FAR))
    ratio = where(w < 5.0, polynomial(muladd(w, 0.4, -1.0), ERFINV_NEAR), ratio)
    return where(a.equals(1.0), x * inf, x * ratio)


FORMULAS = {"erf": Formula(erf), "erfinv": Formula(erfinv, inlined=False)}
