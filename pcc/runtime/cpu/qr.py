"""QR factors by Householder's reflections, float and double.

    void pcc_qr_f32(ptr params)        params: a block laid out as `Qr`

Signs are LAPACK's (geqrf, orgqr): a reflection takes a column to minus the sign of its first element, and a column that
is zero below the diagonal is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import rows
from pcc.runtime.cpu.arithmetic import smin
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import Fields, Rows
from pcc.runtime.cpu.scratch import MATRICES, scratch


class Qr(Record):
    """`count` matrices x of m x n; q: m x width, r: width x n; width: m, or the smaller of m and n."""

    _fields_ = [
        ("count", c_int64),
        ("m", c_int64),
        ("n", c_int64),
        ("width", c_int64),
        ("x", c_void_p),
        ("q", c_void_p),
        ("r", c_void_p),
    ]


def define(module: Module, tile: Tile) -> None:
    work = lambda f, p: f.mul(f.mul(p["m"], p["n"]), p["width"])  # noqa: E731
    rows.routine(module, tile, "qr", Qr, lambda _, p: p["count"], work, lambda f, p, at: _factor(f, tile, p, at))


def _factor(f: Function, tile: Tile, p: Fields, number: Value) -> None:
    m, n, width = p["m"], p["n"], p["width"]
    size, steps = f.mul(m, n), smin(f, m, n)
    wide = f.add(n, width)
    memory = scratch(f, MATRICES, f.mul(f.add(size, f.add(wide, steps)), tile.bytes))
    work = Rows(f, tile, memory, n)
    sums = f.gep(tile.element, memory, size)
    factors = f.gep(tile.element, sums, wide)
    rows.copy(f, tile, f.gep(tile.element, p["x"], f.mul(number, size)), memory, size)
    q = Rows(f, tile, f.gep(tile.element, p["q"], f.mul(number, f.mul(m, width))), width)
    r = Rows(f, tile, f.gep(tile.element, p["r"], f.mul(number, f.mul(width, n))), n)

    def column(k: Value) -> None:
        factor = reflection(f, work, k, m)
        f.store(factor, f.gep(tile.element, factors, k))
        _reflect(f, work, work, k, f.add(k, 1), m, factor, sums)

    def back(step: Value) -> None:
        k = f.sub(f.sub(steps, 1), step)
        _reflect(f, work, q, k, k, m, f.load(tile.element, f.gep(tile.element, factors, k)), sums)

    f.loop(0, steps, 1, column)
    q.identity(m)
    f.loop(0, steps, 1, back)
    zero = f.as_value(0.0, tile.element)
    r.fill(width, lambda i, j: f.choose(f.cmp("sge", j, i), lambda: [work.load(i, j)], lambda: [zero])[0])


def reflection(f: Function, work: Rows, k: Value, m: Value) -> Value:
    """Make column k from row k on a multiple of the first unit vector; below the diagonal remains the vector v of the
    reflection I - factor v v', whose first element is one. The factor.
    """
    below = f.add(k, 1)
    square = lambda i, s: [f.fadd(f.fmul(work.load(i, k), work.load(i, k)), s)]  # noqa: E731
    (tail,) = f.loop(below, m, 1, square, [f.as_value(0.0, work.tile.element)])

    def reflect() -> Sequence[Value]:
        first = work.load(k, k)
        size = rows.root(f, f.fadd(f.fmul(first, first), tail))
        made = f.fneg(f.intrinsic("llvm.copysign", size.type, size, first))
        by = f.fdiv(1.0, f.fsub(first, made))
        f.loop(below, m, 1, lambda i: work.store(f.fmul(work.load(i, k), by), i, k))
        work.store(made, k, k)
        return [f.fdiv(f.fsub(made, first), made)]

    none = [f.as_value(0.0, work.tile.element)]
    return f.choose(f.cmp("oeq", tail, 0.0), lambda: none, reflect)[0]


def _reflect(
    f: Function, work: Rows, target: Rows, k: Value, column: Value, m: Value, factor: Value, sums: Value
) -> None:
    """Reflect the target's columns from `column` on by the vector in column k."""
    tile, below, count = work.tile, f.add(k, 1), f.sub(f.as_value(target.width, "i64"), column)

    def apply() -> None:
        rows.copy(f, tile, target.at(k, column), sums, count)
        f.loop(below, m, 1, lambda i: rows.add(f, tile, sums, target.at(i, column), work.load(i, k), count))
        rows.scale(f, tile, sums, f.fneg(factor), count)
        rows.add(f, tile, target.at(k, column), sums, f.as_value(1.0, tile.element), count)
        f.loop(below, m, 1, lambda i: rows.add(f, tile, target.at(i, column), sums, work.load(i, k), count))

    f.choose(f.op("and", f.cmp("une", factor, 0.0), f.cmp("sgt", count, 0)), apply)
