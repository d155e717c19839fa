"""The filters' derivative of a depthwise convolution: every tap is the product of two planes, summed.

A channel's plane is copied to scratch as in conv_planes.py, so that each tap meets the pixels of an output row in
adjacent elements. The sums of a few taps stay in registers over a whole plane.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, smin
from pcc.runtime.cpu.conv_copy import wipe
from pcc.runtime.cpu.conv_planes import COPY_WORK, SERIAL_WORK, pitch_of, tap_offsets
from pcc.runtime.cpu.conv_window import Conv
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import rest_mask
from pcc.runtime.cpu.scratch import CONV, scratch

TAPS = 9  # whose sums stay in registers: enough to hide the latency of a multiply-add


class _Plan(Record):
    """A copied row has `stride2` parts of `pitch` elements; tap t is read from `offsets`[t] on."""

    _fields_ = [("params", c_void_p), ("pitch", c_int64), ("offsets", c_void_p)]


def define(module: Module, tile: Tile) -> None:
    _taps(module, tile)
    _tasks(module, tile)
    _entry(module, tile)


def _entry(module: Module, tile: Tile) -> None:
    """conv_filter_planes(ptr params)"""
    f = module.function(tile.name("conv_filter_planes"), "void", [("ptr", "params")], internal=True)
    p = records.read_all(f, Conv, f.params[0])
    pitch = pitch_of(f, tile, p)
    plan = records.new(f, _Plan, params=f.params[0], pitch=pitch, offsets=tap_offsets(f, p, pitch))
    pixels, taps = f.mul(p["out1"], p["out2"]), f.mul(p["kernel1"], p["kernel2"])
    work = f.mul(f.mul(f.mul(p["batch"], p["groups"]), pixels), f.mul(f.add(taps, COPY_WORK), p["filters"]))
    parts = f.mul(f.call("pcc_pool_threads", "i64"), 3)  # every part clears its copy first
    few = f.cmp("slt", work, SERIAL_WORK * tile.lanes)
    chunk = f.select(few, p["groups"], ceil_div(f, p["groups"], parts))
    body = Value("ptr", f"@{tile.name('conv_filter_planes_tasks')}")
    f.call("pcc_parallel", "void", body, plan, p["groups"], chunk)
    f.ret()


def _tasks(module: Module, tile: Tile) -> None:
    """conv_filter_planes_tasks(ptr plan, lo, hi): the body of the parallel loop over channels."""
    params = [("ptr", "plan"), ("i64", "lo"), ("i64", "hi")]
    f = module.function(tile.name("conv_filter_planes_tasks"), "void", params, internal=True)
    t = records.read_all(f, _Plan, f.params[0])
    p = records.read_all(f, Conv, t["params"])
    taps, row = f.mul(p["kernel1"], p["kernel2"]), f.mul(t["pitch"], p["stride2"])
    reach = f.mul(f.sub(p["kernel1"], 1), p["dilation1"])
    needed = f.add(f.add(f.mul(f.sub(p["out1"], 1), p["stride1"]), reach), 1)
    size = f.mul(f.mul(f.add(needed, 1), row), tile.bytes)
    copied = scratch(f, CONV, size)
    wipe(f, copied, size)

    def channel(group: Value) -> None:
        first = f.mul(group, p["filters"])
        own = f.gep(tile.element, p["w"], f.mul(first, taps))
        wipe(f, own, f.mul(f.mul(p["filters"], taps), tile.bytes))
        f.loop(0, p["batch"], 1, lambda batch: image(group, batch, first))

    def image(group: Value, batch: Value, first: Value) -> None:
        x = f.gep(tile.element, p["x"], f.add(f.mul(batch, p["x_batch"]), f.mul(group, p["x_channel"])))
        f.call(tile.name("conv_copy"), "void", t["params"], t["pitch"], x, f.sub(0, p["pad1"]), needed, copied)
        y_row = f.mul(row, p["stride1"])

        def one_filter(k: Value) -> None:
            number = f.add(first, k)
            y = f.gep(tile.element, p["y"], f.add(f.mul(batch, p["y_batch"]), f.mul(number, p["y_channel"])))
            w = f.gep(tile.element, p["w"], f.mul(number, taps))
            sizes = (y_row, p["out1"], p["out2"], taps)

            def some(at: Value) -> None:
                f.call(tile.name("conv_filter_taps"), "void", copied, t["offsets"], y, w, at, *sizes)

            f.loop(0, taps, TAPS, some)

        f.loop(0, p["filters"], 1, one_filter)

    f.loop(f.params[1], f.params[2], 1, channel)
    f.ret()


def _taps(module: Module, tile: Tile) -> None:
    """conv_filter_taps(ptr source, offsets, y, w, i64 first, row, rows, columns, taps): w[first + i] += the sum of a
    plane of y by the plane that tap first + i reads, for TAPS taps or those that are left.
    """
    params = [("ptr", name) for name in ("source", "offsets", "y", "w")]
    params += [("i64", name) for name in ("first", "row", "rows", "columns", "taps")]
    f = module.function(tile.name("conv_filter_taps"), "void", params, internal=True, attributes=FAST)
    source, offsets, y, w, first, row, rows, columns, taps = f.params
    last = f.sub(taps, 1)
    numbers = [smin(f, f.add(first, i), last) for i in range(TAPS)]
    starts = [f.gep(tile.element, source, f.load("i64", f.gep("i64", offsets, number))) for number in numbers]
    whole = f.op("and", columns, -tile.lanes)
    mask = rest_mask(f, tile, f.sub(columns, whole))

    def line(i: Value, *sums: Value) -> Sequence[Value]:
        given = f.gep(tile.element, y, f.mul(i, columns))
        read = [f.gep(tile.element, start, f.mul(i, row)) for start in starts]

        def load(place: Value, at: Value, masked: bool) -> Value:
            here = f.gep(tile.element, place, at)
            return f.masked_load(tile.vector, here, mask) if masked else f.load(tile.vector, here)

        def vector(at: Value, *sums: Value, masked: bool = False) -> Sequence[Value]:
            factor = load(given, at, masked)
            pixels = [load(place, at, masked) for place in read]
            return [f.intrinsic("llvm.fmuladd", tile.vector, factor, x, s) for x, s in zip(pixels, sums, strict=True)]

        sums = tuple(f.loop(0, whole, tile.lanes, vector, list(sums)))
        left = f.cmp("slt", whole, columns)
        return f.choose(left, lambda: vector(whole, *sums, masked=True), lambda: list(sums))

    sums = f.loop(0, rows, 1, line, [f.as_value(0.0, tile.vector)] * TAPS)
    _add(f, tile, w, first, taps, sums)
    f.ret()


def _add(f: Function, tile: Tile, w: Value, first: Value, taps: Value, sums: Sequence[Value]) -> None:
    """w[first + i] += all lanes of sums[i], for taps that exist."""
    reduce, none = f"llvm.vector.reduce.fadd.v{tile.lanes}{tile.suffix}", f.as_value(0.0, tile.element)

    def add(number: Value, total: Value) -> None:
        place = f.gep(tile.element, w, number)
        own = f.call(reduce, tile.element, none, total, flags="reassoc contract")
        f.store(f.fadd(f.load(tile.element, place), own), place)

    for i, total in enumerate(sums):
        number = f.add(first, i)
        f.choose(f.cmp("slt", number, taps), lambda number=number, total=total: add(number, total))
