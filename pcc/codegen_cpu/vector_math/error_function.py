"""erf and its inverse."""

from __future__ import annotations

from math import inf

from pcc.codegen_cpu.vector_math import avx512
from pcc.codegen_cpu.vector_math.avx512 import piecewise
from pcc.codegen_cpu.vector_math.coefficients import (
    ERF_NEAR,
    ERFC_FAR,
    ERFC_LOG,
    ERFINV_FAR,
    ERFINV_MIDDLE,
    ERFINV_NEAR,
)
from pcc.codegen_cpu.vector_math.exponential import exp_of_negative
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.logarithm import natural
from pcc.codegen_cpu.vector_math.number import Number, muladd, polynomial, where
from pcc.codegen_cpu.vector_math.pieces import ERF

LAST = 3.875 - 2.0**-22  # whose nearest quarter is the last piece's


def erf(x: Number) -> Number:
    """x + x P(x^2) near zero, 1 - erfc(|x|) with the sign of x elsewhere; by pieces where a register holds them."""
    a = x.abs()
    if x.is_single and avx512.available(x):
        return erf_by_pieces(a).with_sign_of(x)
    near = muladd(x, polynomial(x * x, ERF_NEAR), x)
    far = 1.0 - (single_erfc(a) if x.is_single else double_erfc(a))
    return where(a < x.pick(1.5, 1.0), near, far.with_sign_of(x))


def erf_by_pieces(a: Number) -> Number:
    """A polynomial about the nearest quarter; 1 from 3.875 on."""
    a, shifter = a.at_most(LAST), a.format.shifter / 4  # a sum's last bits count quarters
    shifted = a + shifter
    return piecewise(a - (shifted - shifter), shifted.bits(), ERF)


def single_erfc(a: Number) -> Number:
    """A polynomial about 2.8; from 4.1 on less than half an ulp of 1."""
    return polynomial(a.at_most(4.1) - 2.8, ERFC_FAR)


def double_erfc(a: Number) -> Number:
    """e^(a R(a)), where a R(a) is fitted to log(erfc(a))."""
    a = a.at_most(5.95)
    return exp_of_negative(a * polynomial(a, ERFC_LOG))


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
