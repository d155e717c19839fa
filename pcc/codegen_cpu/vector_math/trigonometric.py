"""sin, cos, tan.

|x| = q pi/2 + r with |r| <= pi/4, by three parts of pi/2 of full precision and fused multiply-adds (Cody and Waite) up to
a bound, above it by Payne and Hanek's product with the bits of 2/pi, behind a branch that is taken when any lane needs it.
"""
from __future__ import annotations

from pcc.codegen_cpu.vector_math.coefficients import COS, SIN
from pcc.codegen_cpu.vector_math.constants import PI_HALF, split
from pcc.codegen_cpu.vector_math.exponential import rounded
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import (
    Number, fast_two_sum, fma, instead, muladd, polynomial, two_product, two_sum, where,
)
from pcc.codegen_cpu.vector_math.payne_hanek import far_reduced

BOUND = (2.0**16, 2.0**30)


def _near(a: Number) -> tuple[Number, Number]:
    """(r, q) for 0 <= a <= BOUND: the first step is exact, each of the others rounds once."""
    n, q = rounded(a, 2 / 3.141592653589793)
    r = a
    for part in split(PI_HALF, a.format.fraction + 1, 3):
        r = fma(n, -part, r)
    return r, q


def _near_pair(a: Number) -> tuple[Number, Number, Number]:
    """(r, low, q): the same with what r lost to rounding."""
    n, q = rounded(a, 2 / 3.141592653589793)
    first, second, third = split(PI_HALF, a.format.fraction + 1, 3)
    r = fma(n, -first, a)
    product, product_low = two_product(n, second)
    r, low = two_sum(r, -product)
    r, low = fast_two_sum(r, fma(n, -third, low - product_low))
    return r, low, q


def _reduced(a: Number) -> tuple[Number, Number]:
    r, q = instead(a > a.pick(*BOUND), lambda: far_reduced(a)[::2], _near(a))
    return r, q


def _sine(r: Number, low: Number | None = None) -> Number:
    z = r * r
    tail = r * z * polynomial(z, SIN)
    return r + (tail if low is None else tail + low)


def _cosine(r: Number, low: Number | None = None) -> Number:
    z = r * r
    half = z * 0.5
    head = 1.0 - half
    tail = muladd(z * z, polynomial(z, COS), (1.0 - head) - half)
    return head + (tail if low is None else tail - r * low)


def _turned(q: Number, r: Number) -> Number:
    """sin(r + q pi/2)."""
    y = where((q & 1).equals(0), _sine(r), _cosine(r))
    return _negated(y, q & 2)


def _negated(y: Number, two: Number) -> Number:
    """-y where the integer is 2, y where it is 0."""
    return (y.bits() ^ (two << (y.format.fraction + (8 if y.is_single else 11) - 1))).as_float()


def sin(x: Number) -> Number:
    r, q = _reduced(x.abs())
    y = _turned(q, r)
    return (y.bits() ^ (x.bits() & _sign(x))).as_float()


def cos(x: Number) -> Number:
    r, q = _reduced(x.abs())
    return _turned(q + 1, r)


def tan(x: Number) -> Number:
    """sin / cos of the reduced argument, or -cos / sin."""
    a = x.abs()
    r, low, q = instead(a > a.pick(*BOUND), lambda: far_reduced(a), _near_pair(a))
    sine, cosine = _sine(r, low), _cosine(r, low)
    even = (q & 1).equals(0)
    y = where(even, sine, -cosine) / where(even, cosine, sine)
    return where(a < a.pick(2.0**-13, 2.0**-27), x, (y.bits() ^ (x.bits() & _sign(x))).as_float())


def _sign(x: Number) -> int:
    return int(x.pick(-(2**31), -(2**63)))


FORMULAS = {"sin": Formula(sin), "cos": Formula(cos), "tan": Formula(tan)}
