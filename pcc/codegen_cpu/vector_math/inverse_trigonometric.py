"""asin, acos, atan, atan2.

atan(q) = q + q z P(z), z = q^2, for 0 <= q <= 1; above, pi/2 - atan(1/q). asin(s) = s + s z P(z) up to 1/2; above,
pi/2 - 2 asin(sqrt((1 - x) / 2)).
"""

from __future__ import annotations

from pcc.codegen_cpu.vector_math.coefficients import ASIN, ATAN
from pcc.codegen_cpu.vector_math.constants import PI_HALF, split
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import Number, muladd, polynomial, where


def _less_from_quarter_turns(x: Number, count: int, *terms: Number) -> Number:
    """Count pi/2 less the terms, the largest of which stands first."""
    high, low = split(PI_HALF, x.format.fraction + 1, 2)
    total = x.like(count * high)
    *most, last = terms
    for term in most:
        total = total - term
    return total - (last - count * low)


def _arc(low: Number, high: Number) -> Number:
    """atan(low / high) for 0 <= low <= high; 0 for 0 / 0, pi/4 for equal infinities."""
    q = where(low.equals(high), where(high.equals(0.0), 0.0, low.like(1.0)), low / high)
    z = q * q
    return muladd(q * z, polynomial(z, ATAN), q)


def atan2(y: Number, x: Number) -> Number:
    """The angle of the point (x, y), with IEEE 754's special values."""
    a, b = x.abs(), y.abs()
    steep = b > a
    angle = _arc(where(steep, a, b), where(steep, b, a))
    angle = where(steep, _less_from_quarter_turns(x, 1, angle), angle)
    return where(x.bits() < 0, _less_from_quarter_turns(x, 2, angle), angle).with_sign_of(y)


def atan(x: Number) -> Number:
    a = x.abs()
    steep = a > 1.0
    q = where(steep, 1.0, a) / where(steep, a, 1.0)
    z = q * q
    angle = muladd(q * z, polynomial(z, ATAN), q)
    return where(steep, _less_from_quarter_turns(x, 1, angle), angle).with_sign_of(x)


def _halves(x: Number) -> tuple[Number, Number, Number]:
    """(s, t, far) with asin(s) = s + t: s is |x|, or sqrt((1 - |x|) / 2) where |x| > 1/2, which is far."""
    a = x.abs()
    far = a > 0.5
    z = where(far, (1.0 - a) * 0.5, a * a)
    s = where(far, z.sqrt(), a)
    return s, s * z * polynomial(z, ASIN), far


def asin(x: Number) -> Number:
    s, t, far = _halves(x)
    return where(far, _less_from_quarter_turns(x, 1, s + s, t + t), s + t).with_sign_of(x)


def acos(x: Number) -> Number:
    s, t, far = _halves(x)
    turned = where(x < 0.0, _less_from_quarter_turns(x, 2, s + s, t + t), (s + t) * 2.0)
    return where(far, turned, _less_from_quarter_turns(x, 1, s.with_sign_of(x), t.with_sign_of(x)))


FORMULAS = {"asin": Formula(asin), "acos": Formula(acos), "atan": Formula(atan), "atan2": Formula(atan2)}
