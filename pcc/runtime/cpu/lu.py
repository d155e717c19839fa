"""LU factors with partial pivoting, float and double, and the order of rows that pivots make.

    void pcc_lu_f32(ptr params)              params: a block laid out as `Lu`; f64 alike
    void pcc_row_order_i32(ptr params)       params: a block laid out as `RowOrder`

Column by column, as LAPACK's getf2: the largest element becomes the pivot, and the rows below lose its row's share. A
column of zeros is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records, rows
from pcc.runtime.cpu.arithmetic import smin
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import Fields, Rows


class Lu(Record):
    """`count` matrices x of `rows` x `columns`; out: L below the diagonal, which is one there, and U on and above it.

    pivots (i32, the smaller extent of them): the row, counted from one, that was swapped with each row. infos (i32, one
    for each matrix): the first column without a pivot, counted from one, or zero.
    """

    _fields_ = [
        ("count", c_int64),
        ("rows", c_int64),
        ("columns", c_int64),
        ("x", c_void_p),
        ("out", c_void_p),
        ("pivots", c_void_p),
        ("infos", c_void_p),
    ]


class RowOrder(Record):
    """`count` times k pivots; order (i32, `rows` a time): which row each swap after the other puts in each place."""

    _fields_ = [("count", c_int64), ("k", c_int64), ("rows", c_int64), ("pivots", c_void_p), ("order", c_void_p)]


def define(module: Module, tile: Tile) -> None:
    work = lambda f, p: f.mul(f.mul(p["rows"], p["columns"]), smin(f, p["rows"], p["columns"]))  # noqa: E731
    rows.routine(module, tile, "lu", Lu, lambda _, p: p["count"], work, lambda f, p, at: _factor(f, tile, p, at))


def _factor(f: Function, tile: Tile, p: Fields, number: Value) -> None:
    m, n = p["rows"], p["columns"]
    size, steps = f.mul(m, n), smin(f, m, n)
    start = f.mul(number, size)
    x, memory = (f.gep(tile.element, p[name], start) for name in ("x", "out"))
    out = Rows(f, tile, memory, n)
    rows.copy(f, tile, x, memory, size)

    def column(k: Value, info: Value) -> Sequence[Value]:
        found = _largest(f, tile, out, k, m)
        f.store(f.cast("trunc", f.add(found, 1), "i32"), f.gep("i32", p["pivots"], f.add(f.mul(number, steps), k)))
        f.choose(f.cmp("ne", found, k), lambda: rows.swap(f, tile, out.at(found), out.at(k), n))
        pivot = out.load(k, k)
        none = f.cmp("oeq", pivot, 0.0)
        f.choose(none, lambda: None, lambda: _eliminate(f, tile, out, k, m, pivot))
        first = f.op("and", none, f.cmp("eq", info, 0))
        return [f.select(first, f.cast("trunc", f.add(k, 1), "i32"), info)]

    (info,) = f.loop(0, steps, 1, column, [f.as_value(0, "i32")])
    f.store(info, f.gep("i32", p["infos"], number))


def _largest(f: Function, tile: Tile, out: Rows, k: Value, m: Value) -> Value:
    """The row at or below k with the largest element in column k."""

    def row(i: Value, best: Value, place: Value) -> Sequence[Value]:
        size = rows.absolute(f, out.load(i, k))
        more = f.cmp("ogt", size, best)
        return [f.select(more, size, best), f.select(more, i, place)]

    return f.loop(f.add(k, 1), m, 1, row, [rows.absolute(f, out.load(k, k)), k])[1]


def _eliminate(f: Function, tile: Tile, out: Rows, k: Value, m: Value, pivot: Value) -> None:
    """Take the pivot's row from the rows below."""
    after = f.add(k, 1)
    rest = f.sub(f.as_value(out.width, "i64"), after)

    def row(i: Value) -> None:
        share = f.fdiv(out.load(i, k), pivot)
        out.store(share, i, k)
        rows.add(f, tile, out.at(i, after), out.at(k, after), f.fneg(share), rest)

    f.loop(after, m, 1, row)


def define_order(module: Module) -> None:
    f = module.function("pcc_row_order_i32", "void", [("ptr", "params")])
    p = records.read_all(f, RowOrder, f.params[0])

    def one(number: Value) -> None:
        pivots = f.gep("i32", p["pivots"], f.mul(number, p["k"]))
        order = f.gep("i32", p["order"], f.mul(number, p["rows"]))
        f.loop(0, p["rows"], 1, lambda i: f.store(f.cast("trunc", i, "i32"), f.gep("i32", order, i)))
        f.loop(0, p["k"], 1, lambda i: swap(pivots, order, i))

    def swap(pivots: Value, order: Value, i: Value) -> None:
        pivot = f.cast("sext", f.load("i32", f.gep("i32", pivots, i)), "i64")
        other = f.call("llvm.smax.i64", "i64", f.sub(smin(f, pivot, p["rows"]), 1), f.as_value(0, "i64"))
        here, there = (f.gep("i32", order, place) for place in (i, other))
        a, b = f.load("i32", here), f.load("i32", there)
        f.store(b, here)
        f.store(a, there)

    f.loop(0, p["count"], 1, one)
    f.ret()
