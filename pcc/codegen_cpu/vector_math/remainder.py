"""fmod."""

from __future__ import annotations

from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import Number, fma, instead, where


def fmod(x: Number, y: Number) -> Number:
    """X - n y, n = x / y rounded towards zero, exactly.

    While n is exact, it is at most one too large (where the quotient rounds up to an integer), and x - n y has no
    rounding error; other arguments, rare ones, take libm's way.
    """
    a, b = x.abs(), y.abs()
    n = (a / b).call("trunc")
    rest = fma(-n, b, a)
    rest = where(rest < 0, rest + b, rest)
    usual = (n < x.pick(2.0**23, 2.0**52)) & rest.equals(rest)
    (rest,) = instead(~usual, lambda: [Number(x.f, x.f.op("frem", a.value, b.value))], [rest])
    return rest.with_sign_of(x)


FORMULAS = {"fmod": Formula(fmod)}
