"""erf."""

from __future__ import annotations

from pcc.codegen_cpu.vector_math.coefficients import ERF_FAR, ERF_NEAR
from pcc.codegen_cpu.vector_math.exponential import exp_of_negative
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import Number, muladd, polynomial, where


def erf(x: Number) -> Number:
    """X + x P(x^2) up to 1, above it 1 - e^(a R(a)), a = |x|, where a R(a) is fitted to log(erfc(a))."""
    z = x * x
    near = muladd(x, polynomial(z, ERF_NEAR), x)
    a = x.abs().at_most(x.pick(3.95, 5.95))
    far = 1.0 - exp_of_negative(a * polynomial(a, ERF_FAR))
    return where(a < 1.0, near, far.with_sign_of(x))


FORMULAS = {"erf": Formula(erf)}
