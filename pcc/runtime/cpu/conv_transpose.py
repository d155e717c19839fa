"""The transpose of a convolution, which is also its derivative by the image: pcc_conv backwards.

    void pcc_conv_transpose_f32(ptr params)        params: a block laid out as `Conv`, and of the same meaning:

    x[b, g, c, s] = bias[g, c] + sum of w[g, f, c, t] y[b, g, f, p] over p * stride + t * dilation - pad = s

It reads y and w, writes x; bias has groups * channels elements; the epilogue's m is the channel in its group, n the
pixel of x. So in Paddle's conv2d_transpose, the input is y, the output x, the weight [in, out / groups, kh, kw] w.
`w_packed` must be 0.

How: a task is some channels of one image and group. Columns D[c t, p] = W^T @ y, then every row of x sums the rows of
D that fall on it: in scratch, its pixels sorted by remainder modulo the stride, so that a row of D is added in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value, lanes_of
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, round_up, smax, smin
from pcc.runtime.cpu.conv import product
from pcc.runtime.cpu.conv_window import Conv
from pcc.runtime.cpu.gemm import Gemm
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.scratch import CONV, CONV_TABLE, scratch

COLUMNS_BYTES = 1 << 20  # of D in a task, about
SERIAL_WORK = 3_000_000  # multiplications below which another thread is not worth waking


class _Plan(Record):
    _fields_ = [("params", c_void_p), ("chunk", c_int64), ("chunks", c_int64)]


def define(module: Module, tile: Tile) -> None:
    _entry(module, tile)
    _tasks(module, tile)
    _plane(module, tile)
    _finish_row(module, tile)


def _entry(module: Module, tile: Tile) -> None:
    f = module.function(tile.name("pcc_conv_transpose"), "void", [("ptr", "params")])
    p = records.read_all(f, Conv, f.params[0])
    taps, pixels, images = product(f, p, "kernel"), product(f, p, "out"), f.mul(p["batch"], p["groups"])
    threads = f.call("pcc_pool_threads", "i64")
    work = f.mul(f.mul(f.mul(images, p["channels"]), f.mul(taps, smax(f, pixels, 1))), p["filters"])
    alone = f.cmp("slt", work, SERIAL_WORK)
    column_bytes = smax(f, f.mul(f.mul(taps, pixels), tile.bytes), 1)
    fitting = f.op("sdiv", f.as_value(COLUMNS_BYTES, "i64"), column_bytes)
    share = ceil_div(f, f.mul(p["channels"], images), f.mul(threads, 2))
    most = smin(
        f, smax(f, fitting, ceil_div(f, f.as_value(tile.rows, "i64"), taps)), f.select(alone, p["channels"], share)
    )
    chunk = smax(f, smin(f, most, p["channels"]), 1)
    chunks = ceil_div(f, p["channels"], chunk)
    plan = records.new(f, _Plan, params=f.params[0], chunk=chunk, chunks=chunks)
    total = f.mul(images, chunks)
    step = f.select(alone, total, ceil_div(f, total, f.mul(threads, 8)))
    body = Value("ptr", f"@{tile.name('conv_transpose_tasks')}")
    f.choose(f.cmp("sgt", total, 0), lambda: f.call("pcc_parallel", "void", body, plan, total, step) and None)
    f.ret()


def _tasks(module: Module, tile: Tile) -> None:
    """conv_transpose_tasks(ptr plan, lo, hi): the body of the loop over images, groups and chunks of channels."""
    params = [("ptr", "plan"), ("i64", "lo"), ("i64", "hi")]
    f = module.function(tile.name("conv_transpose_tasks"), "void", params, internal=True)
    plan, first, end = f.params
    t = records.read_all(f, _Plan, plan)
    p = records.read_all(f, Conv, t["params"])
    taps, pixels = product(f, p, "kernel"), product(f, p, "out")
    k = f.mul(p["channels"], taps)
    columns = scratch(f, CONV, f.mul(f.mul(f.mul(t["chunk"], taps), pixels), tile.bytes))
    block = f.alloca("i64", len(Gemm._fields_))

    def task(index: Value) -> None:
        image, low = f.op("udiv", index, t["chunks"]), f.mul(f.op("urem", index, t["chunks"]), t["chunk"])
        high = smin(f, f.add(low, t["chunk"]), p["channels"])
        batch, group = f.op("udiv", image, p["groups"]), f.op("urem", image, p["groups"])
        filters = f.mul(group, p["filters"])
        records.fill(
            f, Gemm, block, m=f.mul(f.sub(high, low), taps), n=pixels, k=p["filters"], batch0=1, batch1=1,
            a=f.gep(tile.element, p["w"], f.add(f.mul(filters, k), f.mul(low, taps))), a_row=1, a_column=k,
            b=f.gep(tile.element, p["y"], f.add(f.mul(batch, p["y_batch"]), f.mul(filters, p["y_channel"]))),
            b_row=p["y_channel"], b_column=1, c=columns, c_row=pixels,
        )  # fmt: skip
        f.call(tile.name("pcc_gemm"), "void", block)

        def channel(c: Value) -> None:
            number = f.add(f.mul(group, p["channels"]), c)
            x = f.gep(tile.element, p["x"], f.add(f.mul(batch, p["x_batch"]), f.mul(number, p["x_channel"])))
            mine = f.gep(tile.element, columns, f.mul(f.mul(f.sub(c, low), taps), pixels))
            f.call(tile.name("conv_transpose_plane"), "void", t["params"], mine, x, _bias(f, tile, p["bias"], number))

        f.loop(low, high, 1, channel)
        part = (image, low, high, f.as_value(0, "i64"), product(f, p, "in"))
        call = lambda: f.call_pointer(p["epilogue"], "void", p["context"], *part) and None  # noqa: E731
        f.choose(f.cmp("ne", p["epilogue"], Value("ptr", "null")), call)

    f.loop(first, end, 1, task)
    f.ret()


def _bias(f: Function, tile: Tile, bias: Value, channel: Value) -> Value:
    one = lambda: [f.load(tile.element, f.gep(tile.element, bias, channel))]  # noqa: E731
    return f.choose(f.cmp("ne", bias, Value("ptr", "null")), one, lambda: [f.as_value(0.0, tile.element)])[0]


def _plane(module: Module, tile: Tile) -> None:
    """conv_transpose_plane(ptr params, ptr columns, ptr x, bias): one channel of one image from its rows of D."""
    params = [("ptr", "params"), ("ptr", "columns"), ("ptr", "x"), (tile.element, "bias")]
    f = module.function(tile.name("conv_transpose_plane"), "void", params, internal=True, attributes=FAST)
    block, columns, x, bias = f.params
    p = records.read_all(f, Conv, block)
    reach = f.op("udiv", f.mul(f.sub(p["kernel2"], 1), p["dilation2"]), p["stride2"])
    whole = ceil_div(f, f.add(p["in2"], p["pad2"]), p["stride2"])
    pitch = round_up(f, f.add(smax(f, f.add(p["out2"], reach), whole), 2 * tile.lanes), tile.lanes)
    size = f.mul(f.mul(pitch, p["stride2"]), tile.bytes)
    sums = scratch(f, CONV_TABLE, size)

    def meeting(axis: int, place: Value, then: Callable[[Value, Value], None]) -> None:
        """then(tap, out) for each tap of an axis by which an output reaches a place of x."""

        def tap(t: Value) -> None:
            distance = f.sub(f.add(place, p[f"pad{axis}"]), f.mul(t, p[f"dilation{axis}"]))
            out, rest = (f.op(name, distance, p[f"stride{axis}"]) for name in ("sdiv", "srem"))
            fits = f.op("and", f.cmp("eq", rest, 0), f.cmp("ult", out, p[f"out{axis}"]))
            f.choose(fits, lambda: then(t, out))

        f.loop(0, p[f"kernel{axis}"], 1, tap)

    def add(t0: Value, o0: Value, t1: Value, o1: Value) -> None:
        line = f.mul(f.add(f.mul(o0, p["out1"]), o1), p["out2"])
        first = f.mul(f.add(f.mul(t0, p["kernel1"]), t1), p["kernel2"])

        def tap(t2: Value) -> None:
            shift = f.mul(t2, p["dilation2"])
            part, skip = f.op("urem", shift, p["stride2"]), f.op("udiv", shift, p["stride2"])
            source = f.gep(tile.element, columns, f.add(f.mul(f.add(first, t2), product(f, p, "out")), line))
            _add_row(f, tile, source, f.gep(tile.element, sums, f.add(f.mul(part, pitch), skip)), p["out2"])

        f.loop(0, p["kernel2"], 1, tap)

    def row(s0: Value, s1: Value) -> None:
        f.call("llvm.memset.p0.i64", "void", sums, Value("i8", "0"), size, Value("i1", "false"))
        meeting(0, s0, lambda t0, o0: meeting(1, s1, lambda t1, o1: add(t0, o0, t1, o1)))
        target = f.gep(tile.element, x, f.add(f.mul(s0, p["x0"]), f.mul(s1, p["x1"])))
        f.call(tile.name("conv_transpose_row"), "void", block, sums, pitch, bias, target)

    f.loop(0, p["in0"], 1, lambda s0: f.loop(0, p["in1"], 1, lambda s1: row(s0, s1)) and None)
    f.ret()


def _add_row(f: Function, tile: Tile, source: Value, target: Value, count: Value) -> None:
    """target[:count] += source[:count]; the target has room for a vector more."""
    whole = f.op("and", count, -tile.lanes)

    def add(j: Value, new: Value) -> None:
        place = f.gep(tile.element, target, j)
        f.store(f.fadd(f.load(tile.vector, place), new), place)

    f.loop(0, whole, tile.lanes, lambda j: add(j, f.load(tile.vector, f.gep(tile.element, source, j))))
    mask = f.cmp("slt", f.lane_numbers(tile.lanes), f.splat(f.sub(count, whole), tile.lanes))
    rest = f.gep(tile.element, source, whole)
    f.choose(f.cmp("slt", whole, count), lambda: add(whole, f.masked_load(tile.vector, rest, mask)))


def _finish_row(module: Module, tile: Tile) -> None:
    """conv_transpose_row(ptr params, ptr sums, i64 pitch, bias, ptr x): a row of x from its sums, back in order."""
    params = [("ptr", "params"), ("ptr", "sums"), ("i64", "pitch"), (tile.element, "bias"), ("ptr", "x")]
    f = module.function(tile.name("conv_transpose_row"), "void", params, internal=True, attributes=FAST)
    block, sums, pitch, bias, x = f.params
    p = records.read_all(f, Conv, block)
    stride, pad, size = p["stride2"], p["pad2"], p["in2"]
    wide = f.splat(bias, tile.lanes)

    def part_of(k: int) -> Value:
        """Where the sums of pixels k, k + stride, ... start."""
        place = f.add(pad, k)
        return f.gep(tile.element, sums, f.add(f.mul(f.op("urem", place, stride), pitch), f.op("udiv", place, stride)))

    def vectors(steps: int) -> None:
        parts = [part_of(k) for k in range(steps)]

        def group(j: Value) -> None:
            base = f.op("udiv", j, steps) if steps > 1 else j
            rows = [f.fadd(f.load(tile.vector, f.gep(tile.element, part, base)), wide) for part in parts]
            for v, value in enumerate(_interleaved(f, rows)):
                at = f.add(j, v * tile.lanes)
                mask = f.cmp(
                    "slt", f.add(f.lane_numbers(tile.lanes), f.splat(at, tile.lanes)), f.splat(size, tile.lanes)
                )
                f.masked_store(value, f.gep(tile.element, x, at), mask)

        f.loop(0, size, steps * tile.lanes, group)

    def each() -> None:
        def pixel(s: Value) -> None:
            place = f.add(s, pad)
            part, j = f.op("urem", place, stride), f.op("udiv", place, stride)
            value = f.load(tile.element, f.gep(tile.element, sums, f.add(f.mul(part, pitch), j)))
            f.store(f.fadd(value, bias), f.gep(tile.element, x, f.mul(s, p["x2"])))

        f.loop(0, size, 1, pixel)

    adjacent = f.cmp("eq", p["x2"], 1)
    one, two = (f.op("and", adjacent, f.cmp("eq", stride, n)) for n in (1, 2))
    f.choose(one, lambda: vectors(1), lambda: f.choose(two, lambda: vectors(2), each) and None)
    f.ret()


def _interleaved(f: Function, rows: Sequence[Value]) -> list[Value]:
    """One vector as it is, or two with their lanes in turn."""
    if len(rows) == 1:
        return list(rows)
    count = lanes_of(rows[0].type)
    turns = [i // 2 + count * (i % 2) for i in range(2 * count)]
    return [f.shuffle(rows[0], rows[1], half) for half in (turns[:count], turns[count:])]
