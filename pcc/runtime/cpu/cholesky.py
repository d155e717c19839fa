"""Cholesky factors of symmetric positive definite matrices, float and double.

    void pcc_cholesky_f32(ptr params)        params: a block laid out as `Cholesky`

Row by row, an element is what is left of x after the products of the rows before (Golub and Van Loan 2013, 4.2.5). A
matrix that is not positive definite gives NaN.
"""

from __future__ import annotations

from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import rows
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import Fields, Rows


class Cholesky(Record):
    """`count` matrices x of n rows, of which the lower triangle is read; out: lower triangles, zero above."""

    _fields_ = [("count", c_int64), ("n", c_int64), ("x", c_void_p), ("out", c_void_p)]


def define(module: Module, tile: Tile) -> None:
    def one(f: Function, p: Fields, number: Value) -> None:
        _factor(f, tile, p, f.mul(number, f.mul(p["n"], p["n"])))

    work = lambda f, p: f.mul(f.mul(p["n"], p["n"]), p["n"])  # noqa: E731
    rows.routine(module, tile, "cholesky", Cholesky, lambda _, p: p["count"], work, one)


def _factor(f: Function, tile: Tile, p: Fields, start: Value) -> None:
    """One matrix, `start` elements behind the first."""
    n = p["n"]
    x, out = (Rows(f, tile, f.gep(tile.element, p[name], start), n) for name in ("x", "out"))

    def left(i: Value, j: Value) -> Value:
        return f.fsub(x.load(i, j), rows.dot(f, tile, out.at(i), out.at(j), j))

    def row(i: Value) -> None:
        f.loop(0, i, 1, lambda j: out.store(f.fdiv(left(i, j), out.load(j, j)), i, j))
        out.store(rows.root(f, left(i, i)), i, i)
        f.loop(f.add(i, 1), n, 1, lambda j: out.store(f.as_value(0.0, tile.element), i, j))

    f.loop(0, n, 1, row)
