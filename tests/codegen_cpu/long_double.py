"""References in long double for functions that NumPy and libm do not have, by textbook series."""

from __future__ import annotations

from math import pi
from typing import Any

import numpy as np

from tests.codegen_cpu.elementary import Array, by_libm

Real = np.longdouble
PI = Real("3.14159265358979323846264338327950288")
# B(2k) / (2k) as numerator and denominator: the asymptotic series of digamma
SERIES = [(1, 12), (-1, 120), (1, 252), (-1, 240), (1, 132), (-691, 32760), (1, 12), (-3617, 8160), (43867, 14364)]


def erfinv(x: Array) -> Array:
    """Newton's iteration on erf near 0 and on erfc near 1, from Winitzki's approximation."""
    a = np.abs(x)
    log = np.log((1 - a) * (1 + a))
    b = 2 / (pi * 0.147) + log / 2
    y = np.sqrt(np.sqrt(b * b - log / Real(0.147)) - b)
    erf, erfc = by_libm("erfl"), by_libm("erfcl")
    for _ in range(5):
        error = np.where(a < 0.5, erf(y) - a, (1 - a) - erfc(y))
        step = error * np.sqrt(PI) / 2 * np.exp(y * y)
        y = y - step / (1 + y * step)
    y = np.where(a == 1, np.inf, np.where(a < 1e-10, a * np.sqrt(PI) / 2, y))
    return np.copysign(y, x)


def digamma(x: Array) -> Array:
    """For x > 0: the recurrence up to 30, then the asymptotic series."""
    total = np.zeros_like(x)
    x = x.copy()
    for _ in range(30):
        total = np.where(x < 30, total - 1 / x, total)
        x = np.where(x < 30, x + 1, x)
    z = 1 / (x * x)
    tail = np.zeros_like(x)
    for top, bottom in reversed(SERIES):
        tail = (tail + Real(top) / bottom) * z
    return np.log(x) - 1 / (2 * x) - tail + total


def bessel(order: int, x: Array) -> Array:
    """I0 or I1 for |x| <= 700: the power series up to 40, above it e^x times the asymptotic one."""
    a = np.abs(x)
    return np.copysign(np.where(a < 40, _power_series(order, a), _asymptotic(order, a) * np.exp(a)), _sign(order, x))


def bessel_scaled(order: int, x: Array) -> Array:
    a = np.abs(x)
    return np.copysign(np.where(a < 40, _power_series(order, a) * np.exp(-a), _asymptotic(order, a)), _sign(order, x))


def _sign(order: int, x: Array) -> Any:
    return x if order else 1


def _power_series(order: int, a: Array) -> Array:
    z = a * a / 4
    term = np.ones_like(a) if order == 0 else a / 2
    total = term
    for k in range(1, 90):
        term = term * z / (k * (k + order))
        total = total + term
    return total


def _asymptotic(order: int, a: Array) -> Array:
    """The sum of (-1)^k (mu - 1)(mu - 9)... / (k! (8a)^k), mu = 4 order^2, over sqrt(2 pi a)."""
    term = np.ones_like(a)
    total = term
    for k in range(1, 30):
        term = term * ((2 * k - 1) ** 2 - 4 * order * order) / (k * 8 * a)
        total = total + term
    return total / np.sqrt(2 * PI * a)
