"""Products with a long k and a small C, as in the derivative by a weight: cut along k, so that threads have work.

    void gemm_split_f32(ptr params, i64 parts)       parts of k into C's of their own in scratch, then their sum

The parts are one batched product; what is left of k by their equal length, with the initial value, goes into C first.
"""

from __future__ import annotations

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import smax, smin
from pcc.runtime.cpu.gemm_block import ZERO, Gemm
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.scratch import GEMM_PARTS, scratch

LONG = 2048  # fewest k of a part
SMALL = 128 * 128  # most elements of C


def wanted_parts(f: Function, p: dict[str, Value], threads: Value, serial_work: int) -> Value:
    """Into how many parts to cut k; 1 if it is not worth it. For unpacked, unwindowed, unbatched operands."""
    size = f.mul(p["m"], p["n"])
    small = f.op("and", f.cmp("sle", size, SMALL), f.cmp("eq", f.mul(p["batch0"], p["batch1"]), 1))
    heavy = f.cmp("sge", f.mul(f.add(size, f.add(p["m"], p["n"])), p["k"]), serial_work)
    parts = smin(f, threads, f.op("sdiv", p["k"], LONG))
    return smax(f, f.select(f.op("and", small, heavy), parts, 1), 1)


def define(module: Module, tile: Tile, whole: str) -> None:
    """`whole` names the function for products that are not split."""
    params = [("ptr", "params"), ("i64", "parts")]
    f = module.function(tile.name("gemm_split"), "void", params, internal=True, attributes=FAST)
    parts = f.params[1]
    p = records.read_all(f, Gemm, f.params[0])
    null, size, length = Value("ptr", "null"), f.mul(p["m"], p["n"]), f.op("sdiv", p["k"], parts)
    own = scratch(f, GEMM_PARTS, f.mul(f.mul(size, parts), tile.bytes))
    done = f.mul(length, parts)
    ends = {
        name: f.gep(tile.element, p[name], f.mul(done, p[stride]))
        for name, stride in (("a", "a_column"), ("b", "b_row"))
    }
    rest = {**p, **ends, "k": f.sub(p["k"], done), "epilogue": null}
    f.call(tile.name(whole), "void", records.new(f, Gemm, **rest))
    steps = {"a_batch0": f.mul(length, p["a_column"]), "b_batch0": f.mul(length, p["b_row"]), "c_batch0": size}
    start = {"c": own, "c_row": p["n"], "init": f.as_value(ZERO, "i64"), "epilogue": null}
    each = {**p, **steps, **start, "k": length, "batch0": parts}
    f.call(tile.name(whole), "void", records.new(f, Gemm, **each))

    def add_row(part: Value, i: Value) -> None:
        source = f.gep(tile.element, own, f.add(f.mul(part, size), f.mul(i, p["n"])))
        _add(f, tile, f.gep(tile.element, p["c"], f.mul(i, p["c_row"])), source, p["n"])

    f.loop(0, parts, 1, lambda part: f.loop(0, p["m"], 1, lambda i: add_row(part, i)) and None)
    corners = (f.as_value(0, "i64"), f.as_value(0, "i64"), p["m"], f.as_value(0, "i64"), p["n"])
    call = lambda: f.call_pointer(p["epilogue"], "void", p["context"], *corners) and None  # noqa: E731
    f.choose(f.cmp("ne", p["epilogue"], null), call)
    f.ret()


def _add(f: Function, tile: Tile, target: Value, source: Value, count: Value) -> None:
    """target[:count] += source[:count]"""

    def vector(j: Value) -> None:
        mask = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), f.splat(j, tile.lanes)), f.splat(count, tile.lanes))
        place = f.gep(tile.element, target, j)
        old = f.masked_load(tile.vector, place, mask)
        f.masked_store(f.fadd(old, f.masked_load(tile.vector, f.gep(tile.element, source, j), mask)), place, mask)

    f.loop(0, count, tile.lanes, vector)
