"""Instructions that AVX-512 alone has, for any number of lanes: each register of 16 floats or 8 doubles in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pcc.codegen_cpu.llvm_text import Function
from pcc.codegen_cpu.llvm_types import Value, lanes_of, vector_of
from pcc.codegen_cpu.vector_math.number import Number, muladd


def available(x: Number) -> bool:
    """Whether the code is for CPUs with AVX-512."""
    return x.f.module.avx512


def looked_up(table: Sequence[float], index: Number) -> Number:
    """table[index % 16] for 16 numbers: a permutation of the table's register, for doubles of its two registers."""
    f = index.f
    if index.is_single:
        entries = _register(f, "float", table)
        return _by_registers(lambda i: f.call("llvm.x86.avx512.permvar.sf.512", entries.type, entries, i), index)
    a, b = _register(f, "double", table[:8]), _register(f, "double", table[8:])
    return _by_registers(lambda i: f.call("llvm.x86.avx512.vpermi2var.pd.512", a.type, a, i, b), index)


def _register(f: Function, element: str, numbers: Sequence[float]) -> Value:
    return Value(vector_of(element, len(numbers)), "<" + ", ".join(str(f.as_value(n, element)) for n in numbers) + ">")


def piecewise(d: Number, index: Number, rows: Sequence[Sequence[float]]) -> Number:
    """The polynomial in d of piece index % 16; a row has the coefficients of one power, lowest first."""
    total = looked_up(rows[-1], index)
    for row in reversed(rows[:-1]):
        total = muladd(total, d, looked_up(row, index))
    return total


def times_power(x: Number, n: Number) -> Number:
    """x * 2^n for an integer n, with one rounding where the result is denormal; infinite where it is too large."""
    f, (kind, mask) = x.f, ("ps", "i16") if x.is_single else ("pd", "i8")
    name, every, nearest = f"llvm.x86.avx512.mask.scalef.{kind}.512", Value(mask, "-1"), Value("i32", "8")
    return _by_registers(lambda a, b: f.call(name, a.type, a, b, a, every, nearest), x, n)


def nearer_zero(a: Number, b: Number) -> Number:
    """Lane by lane the one of smaller magnitude; if one is NaN, the other."""
    f, (kind, mask) = a.f, ("ps", "i16") if a.is_single else ("pd", "i8")
    name, every, as_is = f"llvm.x86.avx512.mask.range.{kind}.512", Value(mask, "-1"), Value("i32", "4")
    smaller = Value("i32", "6")  # least magnitude, with its own sign
    return _by_registers(lambda a, b: f.call(name, a.type, a, b, smaller, a, every, as_is), a, b)


def _by_registers(instruction: Callable[..., Value], *args: Number) -> Number:
    """An instruction on whole registers, for arguments of any number of lanes."""
    f, lanes, most = args[0].f, args[0].lanes, int(args[0].pick(16, 8))
    if lanes == most:
        return Number(f, instruction(*(a.value for a in args)))
    if not lanes:
        return Number(f, f.extract(instruction(*(f.splat(a.value, most) for a in args)), 0))
    parts = [
        instruction(*(f.shuffle(a.value, a.value, _lanes_from(start, lanes, most)) for a in args))
        for start in range(0, lanes, most)
    ]
    return Number(f, _joined(f, parts, lanes))


def _lanes_from(start: int, lanes: int, most: int) -> list[int]:
    """The lanes from `start` on, the last of them again where there are no more."""
    return [min(lane, lanes - 1) for lane in range(start, start + most)]


def _joined(f: Function, parts: Sequence[Value], lanes: int) -> Value:
    """The first lanes of all parts."""
    while len(parts) > 1:
        width = range(2 * lanes_of(parts[0].type))
        parts = [f.shuffle(a, b, width) for a, b in zip(parts[::2], parts[1::2], strict=True)]
    return parts[0] if lanes_of(parts[0].type) == lanes else f.shuffle(parts[0], parts[0], range(lanes))
