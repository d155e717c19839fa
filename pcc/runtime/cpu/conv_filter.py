"""A convolution backwards, to its filters: their derivative, from the image and the cotangent of the result.

    void pcc_conv_filter_f32(ptr params)        params: a block laid out as `Conv`, and of the same meaning:

    w[g, f, c, t] = sum over b, p of y[b, g, f, p] x[b, g, c, p * stride + t * dilation - pad]

It reads x and y, writes w; `w_packed`, bias and epilogue are not used.

How: a task is a block of W[f, c t] of one group. For some pixels p at a time, rows X[c t, p] are copied to scratch
(conv_window.py), or lie in the image already, and W += Y[f, p] @ X^T. Where W has too few blocks for all threads, tasks
share the pixels as well, and their sums are added in the end. One channel a group: conv_filter_planes.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, round_up, smax, smin
from pcc.runtime.cpu.conv import is_matrix, product
from pcc.runtime.cpu.conv_planes import is_depthwise
from pcc.runtime.cpu.conv_window import Conv
from pcc.runtime.cpu.gemm import ACCUMULATE, SERIAL_WORK, TASK_WORK, ZERO, Gemm
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import add
from pcc.runtime.cpu.scratch import CONV, CONV_TABLE, scratch

DEPTH = 256  # pixels at a time
MOST_COLUMNS, LEAST_COLUMNS, LEAST_ROWS = 256, 64, 56  # of a block


class _Plan(Record):
    """A task is a block of `rows` x `columns` of one group's W, for one of `parts` shares of all blocks of pixels.

    Part i of W goes to `sums` + i * `size`.
    """

    _fields_ = [
        ("params", c_void_p),
        ("rows", c_int64),
        ("columns", c_int64),
        ("row_tasks", c_int64),
        ("column_tasks", c_int64),
        ("parts", c_int64),
        ("sums", c_void_p),
        ("size", c_int64),
    ]


def define(module: Module, tile: Tile) -> None:
    _block(module, tile)
    _tasks(module, tile)
    _product_form(module, tile)
    _entry(module, tile)


def _entry(module: Module, tile: Tile) -> None:
    f = module.function(tile.name("pcc_conv_filter"), "void", [("ptr", "params")])
    p = records.read_all(f, Conv, f.params[0])
    run = lambda stem: f.call(tile.name(stem), "void", f.params[0]) and None  # noqa: E731
    f.choose(is_depthwise(f, p), lambda: run("conv_filter_planes"), lambda: run("conv_filter_product"))
    f.ret()


def _width(f: Function, p: dict[str, Value]) -> Value:
    """Columns of W."""
    return f.mul(p["channels"], product(f, p, "kernel"))


def _depths(f: Function, p: dict[str, Value]) -> Value:
    """Blocks of pixels of an image."""
    return ceil_div(f, product(f, p, "out"), DEPTH)


def _product_form(module: Module, tile: Tile) -> None:
    """conv_filter_product: as a matrix product."""
    f = module.function(tile.name("conv_filter_product"), "void", [("ptr", "params")], internal=True)
    p = records.read_all(f, Conv, f.params[0])
    width, blocks = _width(f, p), f.mul(p["batch"], _depths(f, p))
    size = f.mul(f.mul(p["groups"], p["filters"]), width)
    work = f.mul(f.mul(size, p["batch"]), product(f, p, "out"))
    threads = f.call("pcc_pool_threads", "i64")
    wanted = smin(f, f.op("sdiv", work, TASK_WORK), f.mul(threads, 2))
    several = f.op("and", f.cmp("sge", work, SERIAL_WORK), f.cmp("sgt", threads, 1))
    wanted = f.select(several, wanted, 1)
    rows, columns = _cut(f, tile, p, width, wanted)
    tasks = {"row_tasks": ceil_div(f, p["filters"], rows), "column_tasks": ceil_div(f, width, columns)}
    whole = f.mul(p["groups"], f.mul(tasks["row_tasks"], tasks["column_tasks"]))
    parts = smax(f, smin(f, f.op("sdiv", wanted, smax(f, whole, 1)), blocks), 1)
    apart = f.cmp("sgt", parts, 1)
    own = lambda: [scratch(f, CONV_TABLE, f.mul(f.mul(size, parts), tile.bytes))]  # noqa: E731
    (sums,) = f.choose(apart, own, lambda: [p["w"]])
    plan = records.new(
        f, _Plan, params=f.params[0], rows=rows, columns=columns, parts=parts, sums=sums, size=size, **tasks
    )
    total, body = f.mul(whole, parts), Value("ptr", f"@{tile.name('conv_filter_tasks')}")
    chunk = f.select(several, 1, total)
    f.choose(f.cmp("sgt", total, 0), lambda: f.call("pcc_parallel", "void", body, plan, total, chunk) and None)

    def gather() -> None:
        f.call("llvm.memcpy.p0.p0.i64", "void", p["w"], sums, f.mul(size, tile.bytes), Value("i1", "false"))
        one = f.as_value(1.0, tile.element)
        f.loop(1, parts, 1, lambda i: add(f, tile, p["w"], f.gep(tile.element, sums, f.mul(i, size)), one, size))

    f.choose(apart, gather)
    f.ret()


def _cut(f: Function, tile: Tile, p: dict[str, Value], width: Value, wanted: Value) -> tuple[Value, Value]:
    """Rows and columns of a block: halve the longer side until there are enough."""

    def more(rows: Value, columns: Value) -> Value:
        blocks = f.mul(ceil_div(f, p["filters"], rows), ceil_div(f, width, columns))
        few = f.cmp("slt", f.mul(p["groups"], blocks), wanted)
        return f.op("and", few, f.op("or", f.cmp("sgt", rows, LEAST_ROWS), f.cmp("sgt", columns, LEAST_COLUMNS)))

    def halve(rows: Value, columns: Value) -> Sequence[Value]:
        wide = f.op("and", f.cmp("sge", columns, rows), f.cmp("sgt", columns, LEAST_COLUMNS))
        by_columns = f.op("or", wide, f.cmp("sle", rows, LEAST_ROWS))
        half_rows, half_columns = (round_up(f, ceil_div(f, n, 2), unit) for n, unit in ((rows, 2), (columns, 32)))
        return [f.select(by_columns, rows, half_rows), f.select(by_columns, half_columns, columns)]

    even = ceil_div(f, width, ceil_div(f, smax(f, width, 1), MOST_COLUMNS))
    start = [smax(f, p["filters"], 1), smax(f, round_up(f, even, tile.columns), 1)]
    rows, columns = f.repeat_while(more, halve, start)
    return rows, columns


def _tasks(module: Module, tile: Tile) -> None:
    """conv_filter_tasks(ptr plan, lo, hi): the body of the loop over parts, groups and blocks."""
    params = [("ptr", "plan"), ("i64", "lo"), ("i64", "hi")]
    f = module.function(tile.name("conv_filter_tasks"), "void", params, internal=True)
    t = records.read_all(f, _Plan, f.params[0])
    p = records.read_all(f, Conv, t["params"])
    width, blocks = _width(f, p), f.mul(p["batch"], _depths(f, p))

    def split(index: Value, count: Value) -> tuple[Value, Value]:
        return f.op("udiv", index, count), f.op("urem", index, count)

    def task(index: Value) -> None:
        rest, column = split(index, t["column_tasks"])
        rest, row = split(rest, t["row_tasks"])
        part, group = split(rest, p["groups"])
        m0, n0 = f.mul(row, t["rows"]), f.mul(column, t["columns"])
        m, n = (smin(f, size, f.sub(end, at)) for size, end, at in
                ((t["rows"], p["filters"], m0), (t["columns"], width, n0)))  # fmt: skip
        low, high = (f.op("udiv", f.mul(blocks, end), t["parts"]) for end in (part, f.add(part, 1)))
        first = f.add(f.mul(group, p["filters"]), m0)
        c = f.gep(tile.element, t["sums"], f.add(f.mul(part, t["size"]), f.add(f.mul(first, width), n0)))
        f.call(tile.name("conv_filter_block"), "void", t["params"], group, m0, m, n0, n, low, high, c)

    f.loop(f.params[1], f.params[2], 1, task)
    f.ret()


def _block(module: Module, tile: Tile) -> None:
    """conv_filter_block(params, group, m0, m, n0, n, low, high, c): a block of W from blocks low .. high of pixels."""
    numbers = [("i64", name) for name in ("group", "m0", "m", "n0", "n", "low", "high")]
    params = [("ptr", "params"), *numbers, ("ptr", "c")]
    f = module.function(tile.name("conv_filter_block"), "void", params, internal=True, attributes=FAST)
    conv, group, m0, m, n0, n, low, high, c = f.params
    p = records.read_all(f, Conv, conv)
    depths, pixels, pitch = _depths(f, p), product(f, p, "out"), DEPTH + tile.lanes
    plain = is_matrix(f, p)
    rows = scratch(f, CONV, f.mul(f.mul(n, pitch), tile.bytes))
    gemm = f.alloca("i64", len(Gemm._fields_))

    def deep(block: Value) -> None:
        batch, start = f.op("udiv", block, depths), f.mul(f.op("urem", block, depths), DEPTH)
        count = smin(f, f.sub(pixels, start), DEPTH)
        image = f.add(f.mul(batch, p["x_batch"]), f.mul(f.mul(group, p["channels"]), p["x_channel"]))
        x = f.gep(tile.element, p["x"], image)
        y = f.add(f.mul(batch, p["y_batch"]), f.mul(f.add(f.mul(group, p["filters"]), m0), p["y_channel"]))

        def copied() -> Sequence[Value]:
            f.call(tile.name("pack_window"), "void", conv, x, start, count, n0, n, rows, f.as_value(pitch, "i64"))
            return [rows, f.as_value(pitch, "i64")]

        in_place = lambda: [f.gep(tile.element, x, f.add(f.mul(n0, p["x_channel"]), start)), p["x_channel"]]  # noqa: E731
        b, b_column = f.choose(plain, in_place, copied)
        records.fill(
            f, Gemm, gemm, m=m, n=n, k=count, batch0=1, batch1=1,
            a=f.gep(tile.element, p["y"], f.add(y, start)), a_row=p["y_channel"], a_column=1,
            b=b, b_row=1, b_column=b_column, c=c, c_row=_width(f, p),
            init=f.select(f.cmp("eq", block, low), ZERO, ACCUMULATE),
        )  # fmt: skip
        f.call(tile.name("pcc_gemm"), "void", gemm)

    f.loop(low, high, 1, deep)
    f.ret()
