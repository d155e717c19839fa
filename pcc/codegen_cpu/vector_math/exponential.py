"""exp, exp2, expm1, sigmoid.

x = n ln2 + r with |r| <= ln2 / 2, then exp(x) = 2^n (1 + r + r^2 Q(r)). ln2 is taken in two parts of which the first
is short enough that n times it is exact (Cody and Waite; the double parts are fdlibm's): no fused product is needed.
With AVX-512 n counts sixteenths, whose powers of two a register holds, and Q has three terms less (double: six).
"""

from __future__ import annotations

from math import e, log, log2

from pcc.codegen_cpu.vector_math import avx512
from pcc.codegen_cpu.vector_math.coefficients import EXP, EXP2, EXP_NEAR
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import (
    Number,
    muladd,
    polynomial,
    power_of_two,
    rounded,
    where,
)

SIXTEEN = 16
LN2_HIGH = (0.693359375, 6.93147180369123816490e-01)
LN2_LOW = (-2.12194440054690583e-4, 1.90821492927058770002e-10)


def reduced(x: Number) -> tuple[Number, Number, Number]:
    """(expm1(r), n, tally of n): x = n ln2 + r; |n| < 2^11."""
    n, tally = rounded(x, log2(e))
    r = muladd(n, -x.pick(*LN2_HIGH), x)
    r = muladd(n, -x.pick(*LN2_LOW), r)
    return muladd(r * r, polynomial(r, EXP), r), n, tally


def reduced_far(x: Number, sign: int = 1) -> tuple[Number, Number, Number]:
    """(expm1(r), n, index): x = sign n ln2 + r, n in sixteenths, which the index counts; |r| <= ln2 / 32.

    For AVX-512. n may be as large as it likes, or infinite, and then r is some small number.
    """
    shifter = x.format.shifter / SIXTEEN
    shifted = muladd(x, sign * log2(e), shifter)
    n = shifted - shifter
    r = muladd(n, -sign * x.pick(*LN2_HIGH), x)
    r = muladd(n, -sign * x.pick(*LN2_LOW), r)
    r = avx512.nearer_zero(r, r.like(0.022))
    return muladd(r * r, polynomial(r, EXP_NEAR), r), n, shifted.bits()


def scaled(x: Number, n: Number, tally: Number) -> Number:
    """x * 2^n with gradual underflow and overflow; n within twice the normal range, x positive and near 1."""
    if avx512.available(x):
        return avx512.times_power(x, n)
    half = (tally - x.like(x.format.shifter).bits()) >> 1
    return x * power_of_two(half) * power_of_two(tally - half)


def exp(x: Number) -> Number:
    """e^x, with denormal results."""
    if not avx512.available(x):
        return careful_exp(x)
    q, n, index = reduced_far(x)
    root = avx512.looked_up([2.0 ** (k / SIXTEEN) for k in range(SIXTEEN)], index)
    return avx512.times_power(muladd(root, q, root), n)


def careful_exp(x: Number, doublings: int = 0) -> Number:
    """e^x * 2^doublings, with denormal results and no overflow before the result's; for what magnifies its error."""
    margin = log(2) * -doublings
    x = x.at_most(x.pick(90.0, 711.0) + margin).at_least(x.pick(-105.0, -747.0) + margin)
    q, n, tally = reduced(x)
    return scaled(q + 1.0, n + doublings, tally + doublings) if doublings else scaled(q + 1.0, n, tally)


def exp_of_negative(x: Number) -> Number:
    """e^x for -80 <= x <= 0 (-700 for double): the result is normal."""
    q, _, tally = reduced(x)
    return (q + 1.0) * power_of_two(tally)


def exp2(x: Number) -> Number:
    """2^x: the reduction is exact."""
    x = x.at_most(x.pick(129.0, 1025.0)).at_least(x.pick(-151.0, -1076.0))
    n, tally = rounded(x)
    r = x - n
    return scaled(muladd(r, polynomial(r, EXP2), 1.0), n, tally)


def expm1_of_negative(x: Number) -> Number:
    """e^x - 1 for -80 <= x <= 0 (-700)."""
    q, _, tally = reduced(x)
    power = power_of_two(tally)
    return muladd(power, q, power - 1.0)


def expm1(x: Number) -> Number:
    """2^n (e^r - 1) + (2^n - 1), with half of 2^n until the end, as 2^n itself may overflow."""
    bounded = x.at_most(x.pick(89.0, 710.0)).at_least(x.pick(-20.0, -50.0))
    q, _, tally = reduced(bounded)
    half = power_of_two(tally - 1)
    y = muladd(half, q, half - 0.5) * 2.0
    return where(x.abs() < x.pick(2.0**-26, 2.0**-55), x, y)


def sigmoid(x: Number) -> Number:
    """e^x / (1 + e^x): small results keep their bits; from 60 on it is 1."""
    if avx512.available(x):
        return sigmoid_by_halves(x)
    z = exp(x.at_most(60.0))
    return z / (z + 1.0)


def sigmoid_by_halves(x: Number) -> Number:
    """a / (a + b) with e^x = a / b, b a power of two, a small, so that b only overflows where the result is zero."""
    small = x.pick(2.0**-64, 2.0**-512)
    q, n, index = reduced_far(x, -1)
    root = avx512.looked_up([2.0 ** (-k / SIXTEEN) * small for k in range(SIXTEEN)], index)
    a = muladd(root, q, root)
    return a / (a + avx512.times_power(x.like(small), n))


FORMULAS = {"exp": Formula(exp), "exp2": Formula(exp2), "expm1": Formula(expm1), "sigmoid": Formula(sigmoid)}
