"""log, log2, log10, log1p.

x = 2^e (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2); s = f / (2 + f), z = s^2, and with h = f^2 / 2
log(1 + f) = f - (h - s (h + z L(z))), the scheme of fdlibm's e_log.c with own coefficients.
"""

from __future__ import annotations

from math import inf, nan

from pcc.codegen_cpu.vector_math.coefficients import LOG
from pcc.codegen_cpu.vector_math.constants import LOG2_E, LOG10_2, LOG10_E, split
from pcc.codegen_cpu.vector_math.exponential import LN2_HIGH, LN2_LOW
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import (
    Number,
    muladd,
    normal,
    polynomial,
    power_of_two,
    split_exponent,
    two_sum,
    where,
)


def decomposed(x: Number) -> tuple[Number, Number]:
    """(f, e) with x = 2^e (1 + f), e a float, for positive finite x."""
    y, shift = normal(x)
    m, exponent = split_exponent(y)
    return m - 1.0, (exponent + shift).to_float()


def correction(f: Number) -> tuple[Number, Number]:
    """(h, t) with log(1 + f) = f - (h - t), h = f^2 / 2."""
    s = f / (f + 2.0)
    z = s * s
    h = f * 0.5 * f
    return h, s * muladd(z, polynomial(z, LOG), h)


def log_of(f: Number, e: Number) -> Number:
    """log(2^e (1 + f))."""
    h, t = correction(f)
    return muladd(e, f.pick(*LN2_HIGH), f - (h - muladd(e, f.pick(*LN2_LOW), t)))


def finished(x: Number, y: Number) -> Number:
    """Y for positive finite x; -inf at zero, NaN below, x itself at +inf and NaN."""
    return where(x > 0.0, where(x < inf, y, x), where(x.equals(0.0), -inf, where(x.is_nan(), x, nan)))


def natural(x: Number) -> Number:
    return finished(x, log_of(*decomposed(x)))


def _in_base(x: Number, factor: str, unit: str) -> Number:
    """log(x) * factor where log(2) * factor = unit; of the mantissa's part f, being exact, meets the factor last."""
    bits = x.format.fraction + 1
    factor_high, factor_low = split(factor, bits, 2)
    unit_high, unit_low = split(unit, bits - 12, 2)  # a high part that an exponent multiplies exactly
    f, e = decomposed(x)
    h, t = correction(f)
    y = muladd(f, factor_high, muladd(t - h, factor_high, f * factor_low))
    return finished(x, muladd(e, unit_high, muladd(e, unit_low, y)))


def log2(x: Number) -> Number:
    return _in_base(x, LOG2_E, "1")


def log10(x: Number) -> Number:
    return _in_base(x, LOG10_E, LOG10_2)


def log1p(x: Number) -> Number:
    """log(1 + x): what 1 + x loses to rounding is put back into f."""
    u, lost = two_sum(x.like(1.0), x)
    m, exponent = split_exponent(u)
    scale = power_of_two(-where(exponent < x.format.bias, exponent, x.format.bias - 1))
    y = log_of(muladd(lost, scale, m - 1.0), exponent.to_float())
    return where(x.abs() < x.pick(2.0**-25, 2.0**-54), x, finished(u, y))


FORMULAS = {"log": Formula(natural), "log2": Formula(log2), "log10": Formula(log10), "log1p": Formula(log1p)}
