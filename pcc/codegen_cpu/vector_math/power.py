"""powf, rsqrt, cbrt."""
from __future__ import annotations

from math import inf, log2, e, nan

from pcc.codegen_cpu.vector_math.coefficients import POW_EXP2, POW_LOG
from pcc.codegen_cpu.vector_math.exponential import rounded
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import Number, muladd, polynomial, power_of_two, split_exponent, where


def rsqrt(x: Number) -> Number:
    return 1.0 / x.sqrt()


def power(x: Number, y: Number) -> Number:
    """x^y with the special cases of IEEE 754 pow."""
    a = x.abs()
    magnitude = _single_magnitude(a, y) if x.is_single else _double_magnitude(a, y)
    whole = y.call("trunc").equals(y)
    half = y * 0.5
    odd = whole & ~half.call("trunc").equals(half)
    signed = where(odd, magnitude.with_sign_of(x), magnitude)
    impossible = (x < 0.0) & (x > -inf) & ~whole & (y.abs() < inf)
    result = where(impossible, nan, signed)
    return where(y.equals(0.0) | x.equals(1.0) | (a.equals(1.0) & y.abs().equals(inf)), 1.0, result)


def _single_magnitude(a: Number, y: Number) -> Number:
    """2^(y log2(a)) in double precision, where neither step needs care; a >= 0 or NaN."""
    wide = a.to_double()
    m, exponent = split_exponent(wide)
    f = m - 1.0
    s = f / (f + 2.0)
    z = s * s
    logarithm = muladd(muladd(z, polynomial(z, POW_LOG), 2.0) * s, log2(e), exponent.to_float())
    logarithm = where(wide > 0.0, where(wide < inf, logarithm, wide), where(wide.is_nan(), wide, -inf))
    t = (logarithm * y.to_double()).at_most(200.0).at_least(-200.0)
    n, integer = rounded(t)
    return (polynomial(t - n, POW_EXP2) * power_of_two(integer)).to_single()


def _double_magnitude(a: Number, y: Number) -> Number:
    raise NotImplementedError


FORMULAS = {"rsqrt": Formula(rsqrt, instruction=True), "powf": Formula(power)}
