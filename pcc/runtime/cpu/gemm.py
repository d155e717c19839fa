"""Matrix products: C[b] = init + A[b] @ B[b], float and double, any strides, in parallel, with an epilogue.

    void pcc_gemm_f32(ptr params)        params: a block laid out as `Gemm`; f64 alike
    void pcc_pack_a_f32(ptr a, i64 row, i64 column, i64 m, i64 k, ptr packed)     strides in elements;
    void pcc_pack_b_f32(ptr b, i64 row, i64 column, i64 k, i64 n, ptr packed)     `packed_size` gives the sizes

From generated LLVM text:

    block = records.new(f, Gemm, m=m, n=n, k=k, batch0=1, batch1=1, a=a, a_row=k, a_column=1, b=b, b_row=n, b_column=1,
                        c=c, c_row=n)
    f.call("pcc_gemm_f32", "void", block)

How (after Goto): a call is cut into tasks, each a block of C of one batch, done by one thread with its own packed
copies, so there is nothing to synchronise; B goes in blocks of `depth` x COLUMNS, A in blocks of ROWS x `depth`, the
register tiles of microkernel.py multiply them. A or B is read in place where packing would not pay.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.dialects.routines import ACCUMULATE
from pcc.runtime.cpu import gemm_split, records
from pcc.runtime.cpu.arithmetic import ceil_div, round_up, smax, smin
from pcc.runtime.cpu.gemm_block import COLUMN_BIAS, ROW_BIAS, ZERO, Gemm, depth_of
from pcc.runtime.cpu.gemm_split import wanted_parts
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record

__all__ = ["ACCUMULATE", "COLUMN_BIAS", "ROW_BIAS", "ZERO", "Gemm", "define", "packed_size"]

SERIAL_WORK = 3_000_000  # multiplications below which another thread is not worth waking
TASK_WORK = 1_000_000  # and fewest of a task


class _Plan(Record):
    """How a call is cut into tasks: blocks of m_block x n_block; panels of A have `height` rows."""

    _fields_ = [
        ("params", c_void_p),
        ("height", c_int64),
        ("m_block", c_int64),
        ("n_block", c_int64),
        ("m_tasks", c_int64),
        ("n_tasks", c_int64),
    ]


def packed_size(tile: Tile, across: int, k: int, of_a: bool) -> int:
    """Bytes of a packed operand, slack included: A has `across` rows, B `across` columns."""
    unit = tile.rows if of_a else tile.lanes
    return (-(-across // unit) * unit * k + tile.columns) * tile.bytes


def define(module: Module, tile: Tile) -> None:
    _tasks(module, tile)
    _entry(module, tile)
    _turned(module, tile)
    gemm_split.define(module, tile, "gemm_whole")
    _by_form(module, tile)
    for of_a in (True, False):
        _prepack(module, tile, of_a)


def _entry(module: Module, tile: Tile) -> None:
    f = module.function(tile.name("gemm_run"), "void", [("ptr", "params")], internal=True)
    p = records.read_all(f, Gemm, f.params[0])
    batches = f.mul(p["batch0"], p["batch1"])
    outputs = f.mul(f.mul(p["m"], p["n"]), batches)
    traffic = f.add(f.mul(p["m"], p["n"]), f.mul(p["k"], f.add(p["m"], p["n"])))
    work = f.add(f.mul(outputs, smax(f, p["k"], 1)), f.mul(f.mul(traffic, batches), 4))
    parallel = f.cmp("sge", work, SERIAL_WORK)
    threads = f.call("pcc_pool_threads", "i64")
    wanted = f.select(parallel, smin(f, f.op("sdiv", work, TASK_WORK), f.mul(threads, 2)), 1)
    again = f.op("and", f.cmp("ne", p["window"], Value("ptr", "null")), f.cmp("slt", p["n"], 16 * tile.columns))
    wanted = smin(
        f, wanted, f.select(again, threads, f.mul(threads, 2))
    )  # every task packs the image panels that it uses
    wanted = f.select(f.cmp("sgt", threads, 1), wanted, 1)
    height = _height(f, tile, p)
    m_block, n_block = _cut(f, tile, p, batches, height, wanted)
    tasks = {"m_tasks": ceil_div(f, p["m"], m_block), "n_tasks": ceil_div(f, p["n"], n_block)}
    plan = records.new(f, _Plan, params=f.params[0], height=height, m_block=m_block, n_block=n_block, **tasks)
    total = f.mul(f.mul(tasks["m_tasks"], tasks["n_tasks"]), batches)
    body = Value("ptr", f"@{tile.name('gemm_tasks')}")

    def run() -> None:
        chunk = smax(f, f.op("sdiv", total, f.mul(threads, 8)), 1)
        f.choose(
            f.cmp("sgt", wanted, 1),
            lambda: f.call("pcc_parallel", "void", body, plan, total, chunk) and None,
            lambda: f.call(tile.name("gemm_tasks"), "void", plan, f.as_value(0, "i64"), total) and None,
        )

    f.choose(f.cmp("sgt", outputs, 0), run)
    f.ret()


def _by_form(module: Module, tile: Tile) -> None:
    """pcc_gemm: by parts of k if C is too small to share out, else whole."""
    f = module.function(tile.name("pcc_gemm"), "void", [("ptr", "params")])
    p = records.read_all(f, Gemm, f.params[0])
    parts = wanted_parts(f, p, f.call("pcc_pool_threads", "i64"), SERIAL_WORK)
    split = f.op("and", f.cmp("sgt", parts, 1), _is_plain(f, p))
    run = lambda name, *more: f.call(tile.name(name), "void", f.params[0], *more) and None  # noqa: E731
    f.choose(split, lambda: run("gemm_split", parts), lambda: run("gemm_whole"))
    f.ret()


def _is_plain(f: Function, p: dict[str, Value]) -> Value:
    """Whether both operands are matrices in memory."""
    window = f.emit("i64", f"ptrtoint {p['window']} to i64")
    return f.cmp("eq", f.op("or", f.op("or", p["a_packed"], p["b_packed"]), window), 0)


def _turned(module: Module, tile: Tile) -> None:
    """gemm_whole: a contiguous column of C is computed as the row of the transposed product."""
    f = module.function(tile.name("gemm_whole"), "void", [("ptr", "params")], internal=True)
    run = tile.name("gemm_run")
    p = records.read_all(f, Gemm, f.params[0])
    plain = _is_plain(f, p)
    in_line = f.op("or", f.cmp("eq", p["c_row"], 1), f.cmp("eq", p["m"], 1))
    column = f.op("and", f.cmp("eq", p["n"], 1), f.op("and", plain, in_line))

    def turn() -> None:
        swapped = {"m": p["n"], "n": p["m"], "c_row": p["m"], "turned": f.as_value(1, "i64")}
        for one, other in (("a", "b"), ("b", "a")):
            for name in ("", "_batch0", "_batch1"):
                swapped[one + name] = p[other + name]
            swapped[f"{one}_row"], swapped[f"{one}_column"] = p[f"{other}_column"], p[f"{other}_row"]
        bias = f.op("or", f.cmp("eq", p["init"], ROW_BIAS), f.cmp("eq", p["init"], COLUMN_BIAS))
        swapped["init"] = f.select(bias, f.sub(ROW_BIAS + COLUMN_BIAS, p["init"]), p["init"])
        f.call(run, "void", records.new(f, Gemm, **{**p, **swapped}))

    f.choose(column, turn, lambda: f.call(run, "void", f.params[0]) and None)
    f.ret()


def _height(f: Function, tile: Tile, p: dict[str, Value]) -> Value:
    """Rows of a panel of A: even, at most the tile's, so that panels are about equally high."""
    even = ceil_div(f, p["m"], ceil_div(f, smax(f, p["m"], 1), tile.rows))
    return f.select(f.cmp("ne", p["a_packed"], 0), tile.rows, smax(f, round_up(f, even, 2), 2))


def _cut(
    f: Function, tile: Tile, p: dict[str, Value], batches: Value, height: Value, wanted: Value
) -> tuple[Value, Value]:
    """Halve the longer side of the blocks until there are enough tasks."""
    more = lambda parts, m, n: f.op(  # noqa: E731
        "and",
        f.cmp("slt", f.mul(parts, batches), wanted),
        f.cmp("sgt", smax(f, f.sub(m, height), f.sub(n, tile.columns)), 0),
    )

    def halve(parts: Value, m: Value, n: Value) -> Sequence[Value]:
        rows_too_few = f.cmp("sle", m, height)
        by_columns = f.op("or", rows_too_few, f.op("and", f.cmp("sgt", n, m), f.cmp("sgt", n, tile.columns)))
        half_m, half_n = ceil_div(f, m, 2), ceil_div(f, n, 2)
        return [f.mul(parts, 2), f.select(by_columns, m, half_m), f.select(by_columns, half_n, n)]

    _, m, n = f.repeat_while(more, halve, [f.as_value(1, "i64"), p["m"], p["n"]])
    return smax(f, round_up(f, m, height), 1), smax(f, round_up(f, n, tile.columns), 1)


def _tasks(module: Module, tile: Tile) -> None:
    """gemm_tasks(ptr plan, lo, hi): the body of the parallel loop."""
    f = module.function(tile.name("gemm_tasks"), "void", [("ptr", "plan"), ("i64", "lo"), ("i64", "hi")], internal=True)
    plan, low, high = f.params
    t = records.read_all(f, _Plan, plan)
    m, n = (records.read(f, Gemm, t["params"], name) for name in "mn")

    def task(index: Value) -> None:
        rest, row = f.op("sdiv", index, t["m_tasks"]), f.op("srem", index, t["m_tasks"])
        batch, column = f.op("sdiv", rest, t["n_tasks"]), f.op("srem", rest, t["n_tasks"])
        m0, n0 = f.mul(row, t["m_block"]), f.mul(column, t["n_block"])
        m1, n1 = smin(f, f.add(m0, t["m_block"]), m), smin(f, f.add(n0, t["n_block"]), n)
        f.call(tile.name("gemm_block"), "void", t["params"], batch, t["height"], m0, m1, n0, n1)

    f.loop(low, high, 1, task)
    f.ret()


def _prepack(module: Module, tile: Tile, of_a: bool) -> None:
    """pcc_pack_a / pcc_pack_b: all panels of an operand, block of k by block of k."""
    sizes = ("m", "k") if of_a else ("k", "n")
    params = [("ptr", "source"), ("i64", "row"), ("i64", "column"), *(("i64", s) for s in sizes), ("ptr", "packed")]
    f = module.function(tile.name("pcc_pack_a" if of_a else "pcc_pack_b"), "void", params)
    source, row, column, first, second, packed = f.params
    extent, k = (first, second) if of_a else (second, first)
    across, along = (row, column) if of_a else (column, row)
    unit, step = (tile.rows, tile.rows) if of_a else (tile.lanes, tile.columns)
    padded, depth = round_up(f, extent, unit), depth_of(f, tile, k)

    def deep(k0: Value) -> None:
        kc = f.sub(smin(f, f.add(k0, depth), k), k0)

        def panel(i: Value) -> None:
            width = smin(f, f.sub(extent, i), step)
            at = f.gep(tile.element, source, f.add(f.mul(i, across), f.mul(k0, along)))
            out = f.gep(tile.element, packed, f.add(f.mul(k0, padded), f.mul(i, kc)))
            full = f.as_value(tile.rows, "i64") if of_a else round_up(f, width, tile.lanes)
            strides = (f.mul(across, tile.bytes), f.mul(along, tile.bytes))
            f.call(tile.name("pack"), "void", at, *strides, width, kc, out, full)

        f.loop(0, extent, step, panel)

    f.loop(0, k, depth, deep)
    f.ret()
