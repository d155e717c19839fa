"""The modified Bessel functions I0 and I1, and both times e^-|x|.

Up to a = |x| = 5 a polynomial in a^2 whose terms are all positive, above it sqrt(a) e^-a I(a) as one in 10 / a - 1.
"""

from __future__ import annotations

from math import inf

from pcc.codegen_cpu.vector_math.coefficients import I0_FAR, I0_NEAR, I1_FAR, I1_NEAR, Coefficients
from pcc.codegen_cpu.vector_math.exponential import careful_exp
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import Number, polynomial, where

SPLIT = 5.0
HALVINGS = 16  # of e^a, which overflows before I(a) does


def _far(a: Number, coefficients: Coefficients) -> Number:
    return polynomial(2.0 * SPLIT / a - 1.0, coefficients) / a.sqrt()


def _near(a: Number, coefficients: Coefficients) -> Number:
    return polynomial(a * a, coefficients)


def _grown(far: Number, a: Number) -> Number:
    return where(a.equals(inf), a, far * careful_exp(a, -HALVINGS) * 2.0**HALVINGS)


def i0(x: Number) -> Number:
    a = x.abs()
    return where(a < SPLIT, _near(a, I0_NEAR), _grown(_far(a, I0_FAR), a))


def i1(x: Number) -> Number:
    a = x.abs()
    return where(a < SPLIT, x * _near(a, I1_NEAR), _grown(_far(a, I1_FAR), a).with_sign_of(x))


def i0e(x: Number) -> Number:
    a = x.abs()
    return where(a < SPLIT, _near(a, I0_NEAR) * careful_exp(-a), _far(a, I0_FAR))


def i1e(x: Number) -> Number:
    a = x.abs()
    return where(a < SPLIT, x * (_near(a, I1_NEAR) * careful_exp(-a)), _far(a, I1_FAR).with_sign_of(x))


FORMULAS = {f.__name__: Formula(f, inlined=False) for f in (i0, i0e, i1, i1e)}
