"""powf, rsqrt, cbrt."""

from __future__ import annotations

from math import e, inf, log, log2, nan

from pcc.codegen_cpu.vector_math.coefficients import CBRT, EXP2, POW_EXP2, POW_LOG, POW_LOG_TAIL
from pcc.codegen_cpu.vector_math.constants import LOG2_E, split
from pcc.codegen_cpu.vector_math.exponential import scaled
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import (
    Number,
    fast_two_sum,
    fma,
    instead,
    muladd,
    normal,
    polynomial,
    power_of_two,
    product,
    rounded,
    split_exponent,
    times_power,
    two_product,
    where,
)


def rsqrt(x: Number) -> Number:
    return 1.0 / x.sqrt()


def power(x: Number, y: Number) -> Number:
    """x^y with the special cases of IEEE 754 pow, which are in a branch apart."""
    a = x.abs()
    usual = _single_magnitude(a, y) if x.is_single else _double_magnitude(a, y)
    rare = ~((x > 0.0) & (x < inf) & (y.abs() < inf))
    return instead(rare, lambda: [_special(x, y, usual)], [usual])[0]


def _special(x: Number, y: Number, magnitude: Number) -> Number:
    """x^y for any x and y, given |x|^y for nonzero finite x and finite y."""
    a, endless = x.abs(), y.abs().equals(inf)
    whole = y.call("trunc").equals(y)
    half = y * 0.5
    odd = whole & ~half.call("trunc").equals(half)
    limit = where((a > 1.0) ^ (y > 0.0), a.like(0.0), inf)
    magnitude = where(a.equals(0.0) | a.equals(inf) | endless, limit, magnitude)
    result = where(odd, magnitude.with_sign_of(x), magnitude)
    result = where((x < 0.0) & (a < inf) & ~whole | x.is_nan() | y.is_nan(), nan, result)
    return where(y.equals(0.0) | x.equals(1.0) | (a.equals(1.0) & endless), 1.0, result)


def _single_magnitude(a: Number, y: Number) -> Number:
    """2^(y log2(a)) in double precision, where neither step needs care."""
    scaled_up, shift = normal(a)
    m, exponent = split_exponent(scaled_up)
    f = m.to_double() - 1.0
    d = f + 2.0
    inverse = (1.0 / (m + 1.0)).to_double()  # of half the precision, so a step of Newton's iteration follows
    s = inverse * f
    s = muladd(muladd(-d, s, f), inverse, s)
    z = s * s
    logarithm = muladd(muladd(z, polynomial(z, POW_LOG), 2.0) * s, log2(e), (exponent + shift).to_float().to_double())
    t = (logarithm * y.to_double()).at_most(200.0).at_least(-200.0)
    n, tally = rounded(t)
    return times_power(polynomial(t - n, POW_EXP2), tally).to_single()


def _double_magnitude(a: Number, y: Number) -> Number:
    """The same in pairs of doubles."""
    high, low = _log2_pair(a)
    t, error = two_product(y, high)
    error = where(t.abs() < 1100.0, muladd(y, low, error), 0.0)
    t = t.at_most(1100.0).at_least(-1100.0)
    n, tally = rounded(t)
    r, low = fast_two_sum(t - n, error)
    q = r * polynomial(r, EXP2)
    return scaled(1.0 + (q + low * log(2) * (1.0 + q)), n, tally)


def _log2_pair(a: Number) -> tuple[Number, Number]:
    """log2(a) as high + low with relative error 2^-66."""
    scaled_up, shift = normal(a)
    m, exponent = split_exponent(scaled_up)
    e = (exponent + shift).to_float()
    s = _quotient(m - 1.0)
    z = product(s, s)
    third = split("2/3", 53, 2)
    u_high, u_low = fast_two_sum(a.like(third[0]), z[0] * polynomial(z[0], POW_LOG_TAIL))
    t = product(z, (u_high, u_low + third[1]))
    v_high, v_low = fast_two_sum(a.like(2.0), t[0])
    factor = split(LOG2_E, 53, 2)
    high, low = product(product(s, (v_high, v_low + t[1])), (a.like(factor[0]), a.like(factor[1])))
    total, error = fast_two_sum(e, high)
    return total, error + low


def _quotient(f: Number) -> tuple[Number, Number]:
    """F / (2 + f) as a pair."""
    d, d_low = fast_two_sum(f.like(2.0), f)
    s = f / d
    return s, fma(-s, d_low, fma(-s, d, f)) / d


def cbrt(x: Number) -> Number:
    """A polynomial of the fraction in [1, 2), a step of Halley's (double only) and one of Newton's iteration."""
    a = x.abs()
    y, shift = normal(a)
    fraction, bias = x.format.fraction, x.format.bias
    offset = int(x.pick(302, 300))  # makes bias + offset a multiple of 3 and all exponents positive
    exponent = y.bits().logical_right(fraction) + shift + offset
    third = (exponent * 21846) >> 16  # exact up to 2^15
    rest = exponent - third * 3
    m = ((y.bits() & ((1 << fraction) - 1)) | (bias << fraction)).as_float()
    root = polynomial(m, CBRT) * where(rest.equals(0), 1.0, where(rest.equals(1), 2 ** (1 / 3), m.like(2 ** (2 / 3))))
    m = m * power_of_two(rest)
    if not x.is_single:
        cube = root * root * root
        root = root - root * (cube - m) / (cube + cube + m)
    square = root * root
    root = root - muladd(square, root, -m) / (square * 3.0)
    y = root * power_of_two(third - (bias + offset) // 3)
    return where((a > 0.0) & (a < inf), y.with_sign_of(x), x)


FORMULAS = {"cbrt": Formula(cbrt), "rsqrt": Formula(rsqrt, instruction=True), "powf": Formula(power)}
