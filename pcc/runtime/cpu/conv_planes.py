"""Depthwise convolution: every channel is a plane of its own, convolved tap by tap in registers.

A band of the plane is copied to scratch with its zero borders, columns sorted by their remainder modulo the stride, so
that the pixels of an output row meet each tap in adjacent elements. A tile of 4 rows by 2 vectors of pixels, or 8 by 1,
stays in registers over all taps.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import conv_copy, records
from pcc.runtime.cpu.arithmetic import ceil_div, round_up, smax, smin
from pcc.runtime.cpu.conv_copy import wipe
from pcc.runtime.cpu.conv_window import Conv
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.scratch import CONV, CONV_TABLE, scratch

ACCUMULATORS = 8  # of a tile: enough to hide the latency of a multiply-add
SHARED_KERNELS = (3, 5)  # rows of kernels that have a tile of their own
BAND_BYTES = 128 * 1024  # of copied input, to stay in the second-level cache
SERIAL_WORK = 200_000  # vector multiplications below which another thread is not worth waking
COPY_WORK = 8  # the cost of copying an element, in multiplications


class _Plan(Record):
    """A copied row has `stride2` parts of `pitch` elements; a task is a band of `band` output rows of one plane."""

    _fields_ = [("params", c_void_p), ("pitch", c_int64), ("band", c_int64), ("bands", c_int64), ("offsets", c_void_p)]


def is_depthwise(f: Function, p: dict[str, Value]) -> Value:
    """One channel a group, two axes, plain filters, and a row that fits a band."""
    tests = [f.cmp("eq", p[name], 1) for name in ("channels", "in0", "kernel0", "stride0", "out0")]
    tests += [f.cmp("eq", p["pad0"], 0), f.cmp("eq", p["w_packed"], 0)]
    taken = f.mul(
        f.mul(f.mul(p["kernel1"], p["dilation1"]), f.add(p["out2"], f.mul(p["kernel2"], p["dilation2"]))), p["stride2"]
    )
    tests.append(f.cmp("slt", taken, 1 << 20))
    result = tests[0]
    for test in tests[1:]:
        result = f.op("and", result, test)
    return result


def define(module: Module, tile: Tile) -> None:
    conv_copy.define(module, tile)
    for vectors in (1, 2):
        for kernel_rows in (0, *SHARED_KERNELS):
            _tile(module, tile, vectors, kernel_rows)
    _tasks(module, tile)
    _entry(module, tile)


def _entry(module: Module, tile: Tile) -> None:
    """conv_planes(ptr params)"""
    f = module.function(tile.name("conv_planes"), "void", [("ptr", "params")], internal=True)
    p = records.read_all(f, Conv, f.params[0])
    pitch = pitch_of(f, tile, p)
    row_bytes = f.mul(f.mul(f.mul(pitch, p["stride2"]), p["stride1"]), tile.bytes)
    most = smax(f, f.op("sdiv", f.as_value(BAND_BYTES, "i64"), row_bytes), ACCUMULATORS)
    bands = ceil_div(f, p["out1"], most)
    band = ceil_div(f, p["out1"], bands)
    offsets = tap_offsets(f, p, pitch)
    plan = records.new(f, _Plan, params=f.params[0], pitch=pitch, band=band, bands=bands, offsets=offsets)
    total = f.mul(f.mul(p["batch"], p["groups"]), bands)
    taps = f.mul(p["kernel1"], p["kernel2"])
    work = f.mul(f.mul(total, f.mul(band, p["out2"])), f.mul(f.add(taps, COPY_WORK), p["filters"]))
    parts = f.mul(f.call("pcc_pool_threads", "i64"), 3)  # every part clears its copy first
    chunk = f.select(f.cmp("slt", work, SERIAL_WORK * tile.lanes), total, ceil_div(f, total, parts))
    f.call("pcc_parallel", "void", Value("ptr", f"@{tile.name('conv_planes_tasks')}"), plan, total, chunk)
    f.ret()


def pitch_of(f: Function, tile: Tile, p: dict[str, Value]) -> Value:
    """Elements of a part of a copied row: what is written of it, and what vectors of pixels read."""
    reach = f.op("sdiv", f.mul(f.sub(p["kernel2"], 1), p["dilation2"]), p["stride2"])
    block = f.select(f.cmp("sgt", p["out2"], tile.lanes), 2 * tile.lanes, tile.lanes)
    read = f.add(round_up(f, p["out2"], block), reach)
    written = f.add(round_up(f, ceil_div(f, p["in2"], p["stride2"]), tile.lanes), ceil_div(f, p["pad2"], p["stride2"]))
    return round_up(f, smax(f, read, written), tile.lanes)


def tap_offsets(f: Function, p: dict[str, Value], pitch: Value) -> Value:
    """A table in scratch: where each tap is read, in elements from the start of its output row."""
    table = scratch(f, CONV_TABLE, f.mul(f.mul(p["kernel1"], p["kernel2"]), 8))
    row = f.mul(pitch, p["stride2"])

    def tap(i: Value, j: Value) -> None:
        column = f.mul(j, p["dilation2"])
        part, rest = f.op("urem", column, p["stride2"]), f.op("udiv", column, p["stride2"])
        offset = f.add(f.mul(f.mul(i, p["dilation1"]), row), f.add(f.mul(part, pitch), rest))
        f.store(offset, f.gep("i64", table, f.add(f.mul(i, p["kernel2"]), j)))

    f.loop(0, p["kernel1"], 1, lambda i: f.loop(0, p["kernel2"], 1, lambda j: tap(i, j)) and None)
    return table


_TILE = ("source", "row", "w", "offsets", "kernel1", "kernel2", "bias", "y", "y_row", "rows", "columns")


def _tile(module: Module, tile: Tile, vectors: int, kernel_rows: int) -> None:
    """conv_tile_V_K: output rows (`rows` wanted) over all columns, V vectors at a time; strides in bytes.

    K = 0: any kernel and stride, one load for each tap. K > 0: that many kernel rows, no stride or dilation
    across rows, so that an input row is loaded once for all output rows that it meets. Rows not wanted are computed
    from what lies in scratch, and their stores are overwritten by the last row wanted.
    """
    pointers = ("source", "w", "offsets", "y")
    params = [("ptr" if n in pointers else tile.element if n == "bias" else "i64", n) for n in _TILE]
    name = tile.name(f"conv_tile_{vectors}_{kernel_rows}")
    f = module.function(name, "void", params, internal=True, attributes=FAST)
    source, row, _, _, _, _, bias, y, y_row, wanted, columns = f.params
    height = ACCUMULATORS // vectors
    last = f.sub(wanted, 1)
    outputs = [f.gep("i8", y, f.mul(smin(f, r, last), y_row)) for r in range(height)]
    starts = [f.gep("i8", source, f.mul(row, i)) for i in range(height + max(kernel_rows - 1, 0))]
    taps = _each_tap if kernel_rows == 0 else _shared_rows

    def block(j: Value) -> None:
        sums = taps(
            f, tile, [f.gep(tile.element, s, j) for s in starts], [f.splat(bias, tile.lanes)] * ACCUMULATORS, vectors
        )
        places = [
            f.gep(tile.element, f.gep(tile.element, at, j), v * tile.lanes) for at in outputs for v in range(vectors)
        ]
        _store(f, tile, sums[::-1], places[::-1], f.sub(columns, j), vectors)

    f.loop(0, columns, vectors * tile.lanes, block)
    f.ret()


def _each_tap(f: Function, tile: Tile, starts: list[Value], sums: list[Value], vectors: int) -> list[Value]:
    w, offsets, taps = f.params[2], f.params[3], f.mul(f.params[4], f.params[5])

    def tap(t: Value, *sums: Value) -> Sequence[Value]:
        offset = f.load("i64", f.gep("i64", offsets, t))
        factor = f.splat(f.load(tile.element, f.gep(tile.element, w, t)), tile.lanes)
        rows = [_vectors(f, tile, f.gep(tile.element, start, offset), vectors) for start in starts]
        pixels = [one for row in rows for one in row]
        return [f.intrinsic("llvm.fmuladd", tile.vector, factor, x, s) for x, s in zip(pixels, sums, strict=True)]

    return f.loop(0, taps, 1, tap, sums)


def _shared_rows(f: Function, tile: Tile, starts: list[Value], sums: list[Value], vectors: int) -> list[Value]:
    w, offsets, width = f.params[2], f.params[3], f.params[5]
    height = ACCUMULATORS // vectors
    kernel_rows = len(starts) - height + 1

    def column(k: Value, *sums: Value) -> Sequence[Value]:
        offset, new = f.load("i64", f.gep("i64", offsets, k)), list(sums)
        taps = [f.gep(tile.element, w, f.add(k, f.mul(width, i))) for i in range(kernel_rows)]
        factors = [f.splat(f.load(tile.element, tap), tile.lanes) for tap in taps]
        for i, start in enumerate(starts):
            for v, pixels in enumerate(_vectors(f, tile, f.gep(tile.element, start, offset), vectors)):
                for r in range(max(i - kernel_rows + 1, 0), min(i + 1, height)):
                    at = r * vectors + v
                    new[at] = f.intrinsic("llvm.fmuladd", tile.vector, factors[i - r], pixels, new[at])
        return new

    return f.loop(0, width, 1, column, sums)


def _vectors(f: Function, tile: Tile, place: Value, count: int) -> list[Value]:
    return [f.load(tile.vector, f.gep(tile.element, place, v * tile.lanes)) for v in range(count)]


def _store(f: Function, tile: Tile, values: list[Value], places: list[Value], columns: Value, vectors: int) -> None:
    """Store in the order given (the last vector of a row first), only the columns that exist."""

    def whole() -> None:
        for value, place in zip(values, places, strict=True):
            f.store(value, place)

    def partial() -> None:
        wide = f.splat(columns, tile.lanes)
        starts = [v * tile.lanes for v in reversed(range(vectors))]
        masks = [f.cmp("slt", f.add(f.lane_numbers(tile.lanes), start), wide) for start in starts]
        for i, (value, place) in enumerate(zip(values, places, strict=True)):
            f.masked_store(value, place, masks[i % vectors])

    f.choose(f.cmp("sge", columns, vectors * tile.lanes), whole, partial)


def _tasks(module: Module, tile: Tile) -> None:
    """conv_planes_tasks(ptr plan, lo, hi): the body of the parallel loop over planes and bands."""
    params = [("ptr", "plan"), ("i64", "lo"), ("i64", "hi")]
    f = module.function(tile.name("conv_planes_tasks"), "void", params, internal=True, attributes=FAST)
    plan, first_task, end_task = f.params
    t = records.read_all(f, _Plan, plan)
    p = records.read_all(f, Conv, t["params"])
    taps, row = f.mul(p["kernel1"], p["kernel2"]), f.mul(t["pitch"], p["stride2"])
    reach = f.add(f.mul(f.sub(p["kernel1"], 1), p["dilation1"]), 1)
    most = f.add(f.mul(f.sub(t["band"], 1), p["stride1"]), reach)
    size = f.mul(f.mul(f.add(most, f.mul(p["stride1"], ACCUMULATORS)), row), tile.bytes)
    copied = scratch(f, CONV, size)
    wipe(f, copied, size)

    def task(index: Value) -> None:
        plane, low = f.op("udiv", index, t["bands"]), f.mul(f.op("urem", index, t["bands"]), t["band"])
        batch, group = f.op("udiv", plane, p["groups"]), f.op("urem", plane, p["groups"])
        rows = f.sub(smin(f, f.add(low, t["band"]), p["out1"]), low)
        x = f.gep(tile.element, p["x"], f.add(f.mul(batch, p["x_batch"]), f.mul(group, p["x_channel"])))
        first = f.sub(f.mul(low, p["stride1"]), p["pad1"])
        needed = f.add(f.mul(f.sub(rows, 1), p["stride1"]), reach)
        f.call(tile.name("conv_copy"), "void", t["params"], t["pitch"], x, first, needed, copied)
        start = f.mul(low, p["out2"])

        def one_filter(k: Value) -> None:
            channel = f.add(f.mul(group, p["filters"]), k)
            y = f.gep(
                tile.element, p["y"], f.add(f.add(f.mul(batch, p["y_batch"]), f.mul(channel, p["y_channel"])), start)
            )
            bias = _bias(f, tile, p["bias"], channel)
            w = f.gep(tile.element, p["w"], f.mul(channel, taps))
            kernel = (w, t["offsets"], p["kernel1"], p["kernel2"], bias)
            _plane(f, tile, p, (copied, f.mul(f.mul(row, p["stride1"]), tile.bytes), *kernel, y), rows)

        f.loop(0, p["filters"], 1, one_filter)
        end = f.add(start, f.mul(rows, p["out2"]))
        part = (plane, f.as_value(0, "i64"), p["filters"], start, end)
        call = lambda: f.call_pointer(p["epilogue"], "void", p["context"], *part) and None  # noqa: E731
        f.choose(f.cmp("ne", p["epilogue"], Value("ptr", "null")), call)

    f.loop(first_task, end_task, 1, task)
    f.ret()


def _bias(f: Function, tile: Tile, bias: Value, channel: Value) -> Value:
    one = lambda: [f.load(tile.element, f.gep(tile.element, bias, channel))]  # noqa: E731
    return f.choose(f.cmp("ne", bias, Value("ptr", "null")), one, lambda: [f.as_value(0.0, tile.element)])[0]


def _plane(f: Function, tile: Tile, p: dict[str, Value], args: tuple[Value, ...], rows: Value) -> None:
    """All output rows of a band, by the tile for its width and kernel."""
    copied, row, *middle, y = args
    y_row = f.mul(p["out2"], tile.bytes)
    dense = f.op("and", f.cmp("eq", p["stride1"], 1), f.cmp("eq", p["dilation1"], 1))

    def by_tile(vectors: int, kernel_rows: int) -> None:
        def some(i: Value) -> None:
            at = f.gep("i8", copied, f.mul(i, row)), row, *middle, f.gep("i8", y, f.mul(i, y_row))
            f.call(tile.name(f"conv_tile_{vectors}_{kernel_rows}"), "void", *at, y_row, f.sub(rows, i), p["out2"])

        f.loop(0, rows, ACCUMULATORS // vectors, some)

    def by_kernel(vectors: int, kernels: Sequence[int] = SHARED_KERNELS) -> None:
        if not kernels:
            by_tile(vectors, 0)
            return
        fits = f.op("and", dense, f.cmp("eq", p["kernel1"], kernels[0]))
        f.choose(fits, lambda: by_tile(vectors, kernels[0]), lambda: by_kernel(vectors, kernels[1:]))

    f.choose(f.cmp("sgt", p["out2"], tile.lanes), lambda: by_kernel(2), lambda: by_kernel(1))
