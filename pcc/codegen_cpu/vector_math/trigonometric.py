"""sin, cos, tan.

|x| = q pi/2 + r with |r| <= pi/4, by three parts of pi/2 of full precision and fused multiply-adds (Cody and Waite) up
to a bound, above it by Payne and Hanek's product with the bits of 2/pi, in a branch taken when any lane needs it.
"""

from __future__ import annotations

from pcc.codegen_cpu.vector_math.calls import called
from pcc.codegen_cpu.vector_math.coefficients import COS, SIN
from pcc.codegen_cpu.vector_math.constants import PI_HALF, split
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import (
    Number,
    fast_two_sum,
    fma,
    instead,
    muladd,
    polynomial,
    quotient,
    rounded,
    two_product,
    two_sum,
    where,
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


def _far(a: Number) -> list[Number]:
    return called("far_reduced", far_reduced, (a.format.element, a.format.element, a.format.integer), a)


def _reduced(a: Number) -> tuple[Number, Number]:
    r, q = instead(a > a.pick(*BOUND), lambda: _far(a)[::2], _near(a))
    return r, q


def _sine_pair(r: Number, low: Number) -> tuple[Number, Number]:
    z = r * r
    tail = r * z * polynomial(z, SIN)
    return fast_two_sum(r, tail + low)


def _cosine_pair(r: Number, low: Number) -> tuple[Number, Number]:
    half = r * r * 0.5
    head = 1.0 - half
    return fast_two_sum(head, _cosine_tail(r, half, head) - r * low)


def _sine(r: Number) -> Number:
    z = r * r
    return muladd(r * z, polynomial(z, SIN), r)


def _cosine(r: Number) -> Number:
    half = r * r * 0.5
    head = 1.0 - half
    return head + _cosine_tail(r, half, head)


def _cosine_tail(r: Number, half: Number, head: Number) -> Number:
    """cos(r) - head, head = fl(1 - r^2 / 2) (fdlibm's k_cos.c)."""
    z = r * r
    return muladd(z * z, polynomial(z, COS), (1.0 - head) - half)


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
    """Sin / cos of the reduced argument, or -cos / sin, as a quotient of pairs."""
    a = x.abs()
    r, low, q = instead(a > a.pick(*BOUND), lambda: _far(a), _near_pair(a))
    y = _tangent(r, low, q)
    return where(a < a.pick(2.0**-13, 2.0**-27), x, (y.bits() ^ (x.bits() & _sign(x))).as_float())


def tan_of_half_turns(x: Number) -> Number:
    """tan(pi x) for any finite x: the reduction is exact."""
    x = x - x.call("rint")
    n, q = rounded(x, 2.0)
    rest = x - n * 0.5
    high, low = split(PI_HALF, x.format.fraction + 1, 2)
    r, error = two_product(rest, x.like(2 * high))
    return _tangent(r, muladd(rest, 2 * low, error), q)


def _tangent(r: Number, low: Number, q: Number) -> Number:
    """tan(r + low + q pi/2)."""
    sine, sine_low = _sine_pair(r, low)
    cosine, cosine_low = _cosine_pair(r, low)
    even = (q & 1).equals(0)
    top = where(even, sine, cosine), where(even, sine_low, cosine_low)
    bottom = where(even, cosine, sine), where(even, cosine_low, sine_low)
    return _negated(quotient(top, bottom), (q & 1) << 1)


def _sign(x: Number) -> int:
    return int(x.pick(-(2**31), -(2**63)))


FORMULAS = {"sin": Formula(sin), "cos": Formula(cos), "tan": Formula(tan)}
