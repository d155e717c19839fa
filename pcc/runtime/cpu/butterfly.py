"""Fourier transforms of a few complex vectors in registers: the sums over j of x[j] e^(-2 pi i j k / r)."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt

from pcc.codegen_cpu.llvm_text import Function
from pcc.codegen_cpu.llvm_types import Value

Pair = tuple[Value, Value]  # real and imaginary parts


def butterfly(f: Function, x: Sequence[Pair]) -> list[Pair]:
    """The transform of 2, 4, 8 or an odd number of vectors."""
    if len(x) == 2:
        return [_add(f, *x), _sub(f, *x)]
    return _odd(f, x) if len(x) % 2 else _even(f, x)


def _add(f: Function, x: Pair, y: Pair) -> Pair:
    return f.fadd(x[0], y[0]), f.fadd(x[1], y[1])


def _sub(f: Function, x: Pair, y: Pair) -> Pair:
    return f.fsub(x[0], y[0]), f.fsub(x[1], y[1])


def times(f: Function, x: Pair, by: Pair) -> Pair:
    """x (c - i s)"""
    (a, b), (c, s) = x, by
    return f.fadd(f.fmul(a, c), f.fmul(b, s)), f.fsub(f.fmul(b, c), f.fmul(a, s))


def _even(f: Function, x: Sequence[Pair]) -> list[Pair]:
    """Of the even and the odd places, the second rotated by e^(-2 pi i k / r), k below r / 2: eighths of a turn."""
    half = len(x) // 2
    even, odd = butterfly(f, x[::2]), butterfly(f, x[1::2])
    turned = [_turned(f, odd[k], 4 * k // half) for k in range(half)]
    pairs = list(zip(even, turned, strict=True))
    return [*(_add(f, *pair) for pair in pairs), *(_sub(f, *pair) for pair in pairs)]


def _turned(f: Function, x: Pair, eighths: int) -> Pair:
    """x e^(-pi i eighths / 4) for 0 to 3."""
    a, b = x
    if eighths >= 2:
        return _turned(f, (b, f.fneg(a)), eighths - 2)
    if not eighths:
        return x
    return f.fmul(f.fadd(a, b), sqrt(0.5)), f.fmul(f.fsub(b, a), sqrt(0.5))


def _odd(f: Function, x: Sequence[Pair]) -> list[Pair]:
    """By sums and differences of x[j] and x[r - j], which share their cosines and, but for the sign, their sines."""
    r, half = len(x), len(x) // 2
    sums = [_add(f, x[j], x[r - j]) for j in range(1, half + 1)]
    differences = [_sub(f, x[j], x[r - j]) for j in range(1, half + 1)]
    first = x[0]
    for pair in sums:
        first = _add(f, first, pair)
    found = [first] * r
    for k in range(1, half + 1):
        even, odd = x[0], None
        for j in range(1, half + 1):
            angle = 2 * pi * (j * k % r) / r
            even = _plus(f, even, sums[j - 1], cos(angle))
            odd = _plus(f, odd, differences[j - 1], sin(angle))
        assert odd is not None
        across = odd[1], f.fneg(odd[0])  # -i times it
        found[k], found[r - k] = _add(f, even, across), _sub(f, even, across)
    return found


def _plus(f: Function, total: Pair | None, x: Pair, by: float) -> Pair:
    if total is None:
        return f.fmul(x[0], by), f.fmul(x[1], by)
    return f.fma(x[0], by, total[0]), f.fma(x[1], by, total[1])
