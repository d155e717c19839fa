"""Products of one row with a matrix, where memory is the limit: every row of the matrix is read once, in order.

    void gemv_rows_f32(ptr x, i64 x_step, ptr b, i64 b_row, i64 k, i64 n, ptr y)        y[j] += sum_l x[l] b[l, j]
    void gemv_columns_f32(ptr x, i64 x_step, ptr b, i64 b_column, i64 k, i64 n, ptr y)  the same, b's columns contiguous

Strides in elements. The first adds AT_ONCE rows at a time to y; the second takes dot products of AT_ONCE columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.scratch import GEMM_A, scratch

AT_ONCE = 8  # streams of memory


def define(module: Module, tile: Tile) -> None:
    for stem, stride, body in (("rows", "b_row", _rows), ("columns", "b_column", _columns)):
        params = [
            ("ptr", "x"),
            ("i64", "x_step"),
            ("ptr", "b"),
            ("i64", stride),
            ("i64", "k"),
            ("i64", "n"),
            ("ptr", "y"),
        ]
        f = module.function(tile.name(f"gemv_{stem}"), "void", params, internal=True, attributes=FAST)
        body(f, tile)
        f.ret()


def _rows(f: Function, tile: Tile) -> None:
    x, x_step, b, b_row, k, n, y = f.params
    whole_n = f.op("and", n, -tile.lanes)
    rest = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), f.splat(whole_n, tile.lanes)), n)

    def group(start: Value, count: int) -> None:
        at = [f.add(start, u) for u in range(count)]
        factors = [f.splat(f.load(tile.element, f.gep(tile.element, x, f.mul(row, x_step))), tile.lanes) for row in at]
        rows = [f.gep(tile.element, b, f.mul(row, b_row)) for row in at]

        def vector(j: Value) -> None:
            place = f.gep(tile.element, y, j)
            total = f.load(tile.vector, place)
            for factor, row in zip(factors, rows, strict=True):
                total = f.intrinsic(
                    "llvm.fmuladd", tile.vector, factor, f.load(tile.vector, f.gep(tile.element, row, j)), total
                )
            f.store(total, place)

        def tail() -> None:
            place = f.gep(tile.element, y, whole_n)
            total = f.masked_load(tile.vector, place, rest)
            for factor, row in zip(factors, rows, strict=True):
                loaded = f.masked_load(tile.vector, f.gep(tile.element, row, whole_n), rest)
                total = f.intrinsic("llvm.fmuladd", tile.vector, factor, loaded, total)
            f.masked_store(total, place, rest)

        f.loop(0, whole_n, tile.lanes, vector)
        f.choose(f.cmp("slt", whole_n, n), tail)

    _by_groups(f, k, group)


def _columns(f: Function, tile: Tile) -> None:
    x, x_step, b, b_column, k, n, y = f.params
    packed = scratch(f, GEMM_A, f.mul(k, tile.bytes))

    def gather() -> Sequence[Value]:
        def move(i: Value) -> None:
            f.store(f.load(tile.element, f.gep(tile.element, x, f.mul(i, x_step))), f.gep(tile.element, packed, i))

        f.loop(0, k, 1, move)
        return [packed]

    (x,) = f.choose(f.cmp("eq", x_step, 1), lambda: [x], gather)
    whole_k = f.op("and", k, -tile.lanes)
    rest = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), f.splat(whole_k, tile.lanes)), k)
    zero = f.as_value(0, tile.vector)

    def group(start: Value, count: int) -> None:
        columns = [f.gep(tile.element, b, f.mul(f.add(start, u), b_column)) for u in range(count)]

        def vector(i: Value, *sums: Value) -> Sequence[Value]:
            left = f.load(tile.vector, f.gep(tile.element, x, i))
            right = [f.load(tile.vector, f.gep(tile.element, column, i)) for column in columns]
            return [f.intrinsic("llvm.fmuladd", tile.vector, left, r, s) for r, s in zip(right, sums, strict=True)]

        sums = f.loop(0, whole_k, tile.lanes, vector, [zero] * count)
        left = f.masked_load(tile.vector, f.gep(tile.element, x, whole_k), rest)
        for u, column in enumerate(columns):
            right = f.masked_load(tile.vector, f.gep(tile.element, column, whole_k), rest)
            total = f.intrinsic("llvm.fmuladd", tile.vector, left, right, sums[u])
            place = f.gep(tile.element, y, f.add(start, u))
            reduce = f"llvm.vector.reduce.fadd.v{tile.lanes}{tile.suffix}"
            f.store(f.call(reduce, tile.element, f.load(tile.element, place), total, flags="reassoc contract"), place)

    _by_groups(f, n, group)


def _by_groups(f: Function, size: Operand, group: Callable[[Value, int], None]) -> None:
    """Call group(start, count) for runs of AT_ONCE, then of one."""
    total = f.as_value(size, "i64")
    whole = f.op("and", total, -AT_ONCE)
    f.loop(0, whole, AT_ONCE, lambda i: group(i, AT_ONCE))
    f.loop(whole, total, 1, lambda i: group(i, 1))
