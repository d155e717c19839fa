"""One task of a matrix product: a block of C by one thread, packing what is worth packing into its own scratch.

void gemm_block_f32(ptr params, i64 batch, i64 height, i64 m0, i64 m1, i64 n0, i64 n1)
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.dialects.routines import FEW_ROWS, NEAR
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, round_up, smax, smin
from pcc.runtime.cpu.microkernel import FAST, Tile, find_kernel
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.scratch import GEMM_A, GEMM_B, scratch

ROWS, COLUMNS = 112, 512  # of a block of packed A and of packed B: both fit a second-level cache of 1 MB
FAR, FAR_ROWS = 12288, 15  # B's rows so many bytes apart are slow to read in place: then more rows of A are often
CACHE_SETS = 4096  # rows so many bytes apart, or a multiple, fall into one set of a first-level cache
ZERO, ROW_BIAS, COLUMN_BIAS = range(3)  # values of Gemm.init, as is ACCUMULATE


class Gemm(Record):
    """C[x, y, i, j] = init + sum_l A[x, y, i, l] B[x, y, l, j]; all strides in elements, 0 repeats (not in C)."""

    _fields_ = [
        ("m", c_int64),
        ("n", c_int64),
        ("k", c_int64),
        ("batch0", c_int64),  # x in range(batch0), y in range(batch1)
        ("batch1", c_int64),
        ("a", c_void_p),
        ("a_row", c_int64),
        ("a_column", c_int64),
        ("a_batch0", c_int64),
        ("a_batch1", c_int64),
        ("b", c_void_p),
        ("b_row", c_int64),
        ("b_column", c_int64),
        ("b_batch0", c_int64),
        ("b_batch1", c_int64),
        ("c", c_void_p),
        ("c_row", c_int64),  # C's columns are contiguous
        ("c_batch0", c_int64),
        ("c_batch1", c_int64),
        ("init", c_int64),  # ZERO; ROW_BIAS: bias[n] on every row; COLUMN_BIAS: bias[m] on every column; ACCUMULATE: C
        ("bias", c_void_p),
        ("bias_batch0", c_int64),
        ("bias_batch1", c_int64),
        ("a_packed", c_int64),  # 1: `a` is the output of pcc_pack_a (row and column strides unused)
        ("b_packed", c_int64),
        # void epilogue(ptr context, i64 batch, i64 m0, i64 m1, i64 n0, i64 n1), or null: called once for every
        # part of C, from any thread, when it is final and in cache; batch = x * batch1 + y
        ("epilogue", c_void_p),
        ("context", c_void_p),
        # The library's own:
        ("turned", c_int64),  # 1: this is the transposed product, of a column of C
        ("window", c_void_p),  # a `conv.Conv` by which B is packed from an image, or null
    ]


def depth_of(f: Function, tile: Tile, k: Value) -> Value:
    """The depth of a block of k: even parts of at most tile.depth, or all of k if it is little more."""
    parts = ceil_div(f, smax(f, k, 1), tile.depth)
    little = f.cmp("sle", k, tile.depth * 5 // 4)
    return smax(f, f.select(little, k, ceil_div(f, k, parts)), 1)


def define(module: Module, tile: Tile) -> None:
    _fill(module, tile)
    _block(module, tile)


class _Block:
    """The emitter of `gemm_block`: one task's loops. Pointers are of the task's batch, strides in bytes."""

    def __init__(self, f: Function, tile: Tile) -> None:
        self.f, self.tile = f, tile
        params, batch, self.height, self.m0, self.m1, self.n0, self.n1 = f.params
        p = self.p = records.read_all(f, Gemm, params)
        x, y = f.op("sdiv", batch, p["batch1"]), f.op("srem", batch, p["batch1"])
        self.batch = batch
        for name in ("a", "b", "c", "bias"):
            offset = f.add(f.mul(x, p[f"{name}_batch0"]), f.mul(y, p[f"{name}_batch1"]))
            setattr(self, name, f.gep(tile.element, p[name], offset))
        self.depth = depth_of(f, tile, p["k"])
        self._choose_packing()

    a: Value
    b: Value
    c: Value
    bias: Value

    def scaled(self, name: str) -> Value:
        return self.f.mul(self.p[name], self.tile.bytes)

    def at(self, start: Value, offset: Operand) -> Value:
        return self.f.gep(self.tile.element, start, offset)

    def _choose_packing(self) -> None:
        """Pack B if it is not in rows, or in rows far from each other and read often. Pack A, if it is read often,
        unless its rows lie in order and neither they, read in place, nor B's fall into one set of a cache: then the
        copy is what costs.
        """
        f, tile, p = self.f, self.tile, self.p
        rows, columns = f.sub(self.m1, self.m0), f.sub(self.n1, self.n0)
        strided = f.cmp("ne", p["b_column"], 1)
        far = f.cmp("sge", f.mul(p["b_row"], tile.bytes), FAR)
        read_often = f.cmp("sgt", rows, f.select(far, FAR_ROWS, f.mul(self.height, 4)))
        self.windowed = f.cmp("ne", p["window"], Value("ptr", "null"))
        apart = f.cmp("sgt", f.mul(p["b_row"], tile.bytes), NEAR)
        wanted = f.op("or", self.windowed, f.op("or", strided, f.op("and", apart, read_often)))
        ready = f.cmp("ne", p["b_packed"], 0)
        self.pack_b = f.op("and", f.cmp("eq", p["b_packed"], 0), wanted)
        aliased = f.cmp("eq", f.op("and", f.mul(p["a_row"], tile.bytes), CACHE_SETS - 1), 0)
        in_order = f.op("and", f.cmp("eq", p["a_column"], 1), f.op("or", ready, wanted))
        often = f.select(aliased, tile.columns, f.select(in_order, 1 << 62, 3 * tile.columns))
        pays = f.op("and", f.cmp("sgt", columns, often), f.cmp("sgt", p["k"], 16))
        self.pack_a = f.op("and", f.cmp("eq", p["a_packed"], 0), pays)
        full_a, full_b = ROWS * tile.depth * 5 // 4, COLUMNS * tile.depth * 5 // 4
        self.scratch_a = scratch(f, GEMM_A, f.as_value(full_a * tile.bytes, "i64"))
        self.scratch_b = scratch(f, GEMM_B, f.as_value(full_b * tile.bytes, "i64"))

    def emit(self) -> None:
        """Few rows of A by a matrix in order go one by one (gemv.py), all else by tiles."""
        f, p = self.f, self.p
        plain = f.cmp("eq", f.op("or", p["a_packed"], p["b_packed"]), 0)
        no_window = f.cmp("eq", p["window"], Value("ptr", "null"))
        few_rows = f.op("and", f.cmp("sle", p["m"], FEW_ROWS), f.op("and", plain, no_window))
        in_rows, in_columns = f.cmp("eq", p["b_column"], 1), f.cmp("eq", p["b_row"], 1)
        simple = f.op("and", few_rows, f.op("or", in_rows, in_columns))
        f.choose(simple, lambda: f.loop(self.m0, self.m1, 1, lambda i: self._row(i, in_rows)) and None, self._tiles)
        f.ret()

    def _row(self, i: Value, in_rows: Value) -> None:
        f, p = self.f, self.p
        empty = f.cmp("eq", p["init"], ZERO)
        y, n = self.at(self.c, f.add(f.mul(i, p["c_row"]), self.n0)), f.sub(self.n1, self.n0)
        zero, after = f.as_value(0, "i64"), f.add(i, 1)
        wipe = (y, Value("i8", "0"), f.mul(n, self.tile.bytes), Value("i1", "false"))
        f.choose(empty, lambda: f.call("llvm.memset.p0.i64", "void", *wipe) and None)
        self._init(i, after, self.n0, self.n1)

        def run(stem: str, stride: Value) -> None:
            a, b = self._source_a(i, zero), self._source_b(zero, self.n0)
            f.call(self.tile.name(f"gemv_{stem}"), "void", a, p["a_column"], b, stride, p["k"], n, y)

        f.choose(in_rows, lambda: run("rows", p["b_row"]), lambda: run("columns", p["b_column"]))
        self._finish(i, after, self.n0, self.n1)

    def _tiles(self) -> None:
        f, p = self.f, self.p
        row_step = f.mul(f.op("sdiv", f.as_value(ROWS, "i64"), self.height), self.height)
        last_k = f.sub(smax(f, p["k"], 1), self.depth)

        def columns(j0: Value) -> None:
            j1 = smin(f, f.add(j0, COLUMNS * 4 // self.tile.bytes), self.n1)

            def deep(k0: Value) -> None:
                kc = f.sub(smin(f, f.add(k0, self.depth), p["k"]), k0)
                f.choose(self.pack_b, lambda: self._pack_b(j0, j1, k0, kc))
                f.loop(self.m0, self.m1, row_step, lambda i0: rows(i0, k0, kc))

            def rows(i0: Value, k0: Value, kc: Value) -> None:
                i1 = smin(f, f.add(i0, row_step), self.m1)
                f.choose(self.pack_a, lambda: self._pack_a(i0, i1, k0, kc))
                f.choose(f.cmp("eq", k0, 0), lambda: self._init(i0, i1, j0, j1))
                f.loop(j0, j1, self.tile.columns, lambda j: self._panel(j, i0, i1, j0, j1, k0, kc))
                f.choose(f.cmp("sge", k0, last_k), lambda: self._finish(i0, i1, j0, j1))

            f.loop(0, smax(f, p["k"], 1), self.depth, deep)

        f.loop(self.n0, self.n1, COLUMNS * 4 // self.tile.bytes, columns)

    def _source_a(self, i: Value, k0: Value) -> Value:
        f, p = self.f, self.p
        return self.at(self.a, f.add(f.mul(i, p["a_row"]), f.mul(k0, p["a_column"])))

    def _source_b(self, k0: Value, j: Value) -> Value:
        f, p = self.f, self.p
        return self.at(self.b, f.add(f.mul(k0, p["b_row"]), f.mul(j, p["b_column"])))

    def _pack_a(self, i0: Value, i1: Value, k0: Value, kc: Value) -> None:
        f = self.f

        def panel(i: Value) -> None:
            width, out = smin(f, self.height, f.sub(i1, i)), self.at(self.scratch_a, f.mul(f.sub(i, i0), kc))
            self._pack(self._source_a(i, k0), "a_row", "a_column", width, kc, out, self.height)

        f.loop(i0, i1, self.height, panel)

    def _pack_b(self, j0: Value, j1: Value, k0: Value, kc: Value) -> None:
        """A few rows at a time if B is in rows, so that they are read along; else panel by panel."""
        f = self.f
        some = smin(f, f.select(f.cmp("eq", self.p["b_column"], 1), 16, kc), kc)

        def rows(k1: Value) -> None:
            count = smin(f, some, f.sub(kc, k1))
            f.loop(j0, j1, self.tile.columns, lambda j: self._pack_b_panel(j, j0, j1, k0, kc, k1, count) and None)

        f.loop(0, kc, some, rows)

    def _pack_b_panel(self, j: Value, j0: Value, j1: Value, k0: Value, kc: Value, k1: Operand, count: Value) -> Value:
        """Rows k1 .. k1 + count of a panel of kc rows; where the panel starts."""
        f = self.f
        width, out = smin(f, self.tile.columns, f.sub(j1, j)), self.at(self.scratch_b, f.mul(f.sub(j, j0), kc))
        full, k = self._panel_width(width), f.add(k0, k1)
        target = self.at(out, f.mul(full, k1))
        args = (self.p["window"], self.b, j, width, k, count, target, full)
        f.choose(
            self.windowed,
            lambda: f.call(self.tile.name("pack_window"), "void", *args) and None,
            lambda: self._pack(self._source_b(k, j), "b_column", "b_row", width, count, target, full),
        )
        return out

    def _pack(self, source: Value, across: str, along: str, width: Value, kc: Value, out: Value, full: Value) -> None:
        args = (source, self.scaled(across), self.scaled(along), width, kc, out, full)
        self.f.call(self.tile.name("pack"), "void", *args)

    def _panel_width(self, columns: Value) -> Value:
        """A panel of B has one vector or two."""
        return round_up(self.f, columns, self.tile.lanes)

    def _panel(self, j: Value, i0: Value, i1: Value, j0: Value, j1: Value, k0: Value, kc: Value) -> None:
        """One panel of B by all rows of a block."""
        f, tile, p = self.f, self.tile, self.p
        columns = smin(f, tile.columns, f.sub(j1, j))
        width = self._panel_width(columns)
        packed = f.op("or", self.pack_b, f.cmp("ne", p["b_packed"], 0))

        def in_panel() -> Sequence[Value]:
            ready = self.at(self.b, f.add(f.mul(k0, round_up(f, p["n"], tile.lanes)), f.mul(j, kc)))
            mine = self.at(self.scratch_b, f.mul(f.sub(j, j0), kc))
            return [f.select(self.pack_b, mine, ready), f.mul(width, tile.bytes)]

        def in_place() -> Sequence[Value]:
            return f.choose(f.cmp("eq", columns, width), whole, edge)

        def whole() -> Sequence[Value]:
            return [self._source_b(k0, j), self.scaled("b_row")]

        def edge() -> Sequence[Value]:
            return [self._pack_b_panel(j, j, j1, k0, kc, 0, kc), f.mul(width, tile.bytes)]

        b, b_row = f.choose(packed, in_panel, in_place)
        f.loop(i0, i1, self.height, lambda i: self._tile(i, j, i0, i1, columns, k0, kc, b, b_row))

    def _tile(
        self, i: Value, j: Value, i0: Value, i1: Value, columns: Value, k0: Value, kc: Value, b: Value, b_row: Value
    ) -> None:
        f, tile, p = self.f, self.tile, self.p
        packed = f.op("or", self.pack_a, f.cmp("ne", p["a_packed"], 0))
        rows = smin(f, self.height, f.sub(i1, i))

        def in_panel() -> Sequence[Value]:
            ready = self.at(self.a, f.add(f.mul(k0, round_up(f, p["m"], tile.rows)), f.mul(i, kc)))
            mine = self.at(self.scratch_a, f.mul(f.sub(i, i0), kc))
            return [f.select(self.pack_a, mine, ready), f.as_value(tile.bytes, "i64"), f.mul(self.height, tile.bytes)]

        def in_place() -> Sequence[Value]:
            return [self._source_a(i, k0), self.scaled("a_row"), self.scaled("a_column")]

        a, a_row, a_column = f.choose(packed, in_panel, in_place)
        more = f.op("or", f.cmp("ne", p["init"], ZERO), f.cmp("ne", k0, 0))
        c = self.at(self.c, f.add(f.mul(i, p["c_row"]), j))
        extra = f.op("and", columns, tile.lanes - 1)
        single = f.op("and", packed, f.cmp("sle", extra, tile.few))
        wide = f.select(single, f.sub(columns, extra), columns)

        def run(kernel: Value, j: Value | int, columns: Value) -> None:
            places = b_row, kc, self.at(c, j), self.scaled("c_row"), rows, columns, f.cast("zext", more, "i64")
            f.call_pointer(kernel, "void", a, a_row, a_column, self.at(b, j), *places)

        f.choose(f.cmp("sgt", wide, 0), lambda: run(find_kernel(f, tile, rows, wide), 0, wide))
        one = Value("ptr", f"@{tile.name('column')}")
        f.loop(wide, columns, 1, lambda j: run(one, j, f.as_value(1, "i64")))

    def _init(self, i0: Value, i1: Value, j0: Value, j1: Value) -> None:
        """Put a bias into C; the tiles then add to it."""
        f, p = self.f, self.p
        wanted = f.op("or", f.cmp("eq", p["init"], ROW_BIAS), f.cmp("eq", p["init"], COLUMN_BIAS))
        by_row = f.cmp("eq", p["init"], ROW_BIAS)
        start = self.at(self.c, f.add(f.mul(i0, p["c_row"]), j0))
        bias = self.at(self.bias, f.select(by_row, j0, i0))
        args = (start, p["c_row"], f.sub(i1, i0), f.sub(j1, j0), bias, f.cast("zext", by_row, "i64"))
        f.choose(wanted, lambda: f.call(self.tile.name("gemm_fill"), "void", *args) and None)

    def _finish(self, i0: Value, i1: Value, j0: Value, j1: Value) -> None:
        f, p = self.f, self.p
        turned = f.cmp("ne", p["turned"], 0)
        part = [f.select(turned, a, b) for a, b in ((j0, i0), (j1, i1), (i0, j0), (i1, j1))]
        call = lambda: f.call_pointer(p["epilogue"], "void", p["context"], self.batch, *part) and None  # noqa: E731
        f.choose(f.cmp("ne", p["epilogue"], Value("ptr", "null")), call)


def _block(module: Module, tile: Tile) -> None:
    """gemm_block(ptr params, batch, height, m0, m1, n0, n1): one task, by the calling thread alone."""
    names = ("batch", "height", "m0", "m1", "n0", "n1")
    f = module.function(
        tile.name("gemm_block"), "void", [("ptr", "params"), *(("i64", name) for name in names)], internal=True
    )
    _Block(f, tile).emit()


def _fill(module: Module, tile: Tile) -> None:
    """gemm_fill(ptr c, i64 c_row, i64 rows, i64 columns, ptr bias, i64 by_row): C = the bias."""
    params = [("ptr", "c"), ("i64", "c_row"), ("i64", "rows"), ("i64", "columns"), ("ptr", "bias"), ("i64", "by_row")]
    f = module.function(tile.name("gemm_fill"), "void", params, internal=True, attributes=FAST)
    c, c_row, rows, columns, bias, by_row = f.params
    across = f.cmp("ne", by_row, 0)

    def row(i: Value) -> None:
        start = f.gep(tile.element, c, f.mul(i, c_row))
        one = f.load(tile.element, f.gep(tile.element, bias, f.select(across, 0, i)))

        def vector(j: Value) -> None:
            mask = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), f.splat(j, tile.lanes)), columns)
            reads = f.op("and", mask, f.splat(across, tile.lanes))
            loaded = f.masked_load(tile.vector, f.gep(tile.element, bias, j), reads)
            f.masked_store(f.select(across, loaded, f.splat(one, tile.lanes)), f.gep(tile.element, start, j), mask)

        f.loop(0, columns, tile.lanes, vector)

    f.loop(0, rows, 1, row)
    f.ret()
