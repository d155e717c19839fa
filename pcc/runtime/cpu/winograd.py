"""3x3 convolution of stride 1 by Winograd's minimal filtering F(2x2, 3x3): 16 multiplications for 4 pixels, not 36.

    void pcc_pack_winograd_f32(ptr w, i64 filters, i64 channels, ptr packed)     `packed_size` bytes; w[f, c, 3, 3]

With d a 4x4 tile of the image and g a filter: y = A' [sum_c (G g G') * (B' d B)] A (Lavin and Gray, arXiv 1509.09308).
The 16 products of sums over c are a batched GEMM over the tiles of a band of rows. The result differs from the direct
sum by a few roundings of its largest terms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, round_up, smax, smin
from pcc.runtime.cpu.conv_window import Conv
from pcc.runtime.cpu.gemm import Gemm
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.scratch import CONV, CONV_TABLE, scratch
from pcc.runtime.cpu.spaced import Reader, with_spacing

BAND_BYTES = 1 << 20  # of transformed image and products: near the second-level cache, or half the filters' size
POINTS = 16


class _Plan(Record):
    """A task is a band of `band` of all rows of 2x2 output tiles: `down` rows an image, of `across` tiles each."""

    _fields_ = [("params", c_void_p), ("across", c_int64), ("down", c_int64), ("band", c_int64)]


def packed_size(tile: Tile, filters: int, channels: int) -> int:
    """Bytes of transformed and packed filters, slack included."""
    return (POINTS * -(-filters // tile.rows) * tile.rows * channels + tile.columns) * tile.bytes


def define(module: Module, tile: Tile) -> None:
    _image(module, tile)
    _result(module, tile)
    _tasks(module, tile)
    _entry(module, tile)
    _pack(module, tile)


def _into(f: Function, d: Sequence[Value]) -> list[Value]:
    """B' d for one line of 4."""
    return [f.fsub(d[0], d[2]), f.fadd(d[1], d[2]), f.fsub(d[2], d[1]), f.fsub(d[1], d[3])]


def _out_of(f: Function, m: Sequence[Value]) -> list[Value]:
    """A' m for one line of 4."""
    return [f.fadd(f.fadd(m[0], m[1]), m[2]), f.fsub(f.fsub(m[1], m[2]), m[3])]


def _filter(f: Function, g: Sequence[Value]) -> list[Value]:
    """G g for one line of 3."""
    ends = f.fadd(g[0], g[2])
    return [g[0], f.fmul(f.fadd(ends, g[1]), 0.5), f.fmul(f.fsub(ends, g[1]), 0.5), g[2]]


def _both_ways(f: Function, lines: Sequence[Sequence[Value]], step: Callable[..., list[Value]]) -> list[Value]:
    """`step` along both axes of a square of values; the result line by line."""
    half = [step(f, list(column)) for column in zip(*lines, strict=True)]  # half[column][new line]
    return [value for line in zip(*half, strict=True) for value in step(f, list(line))]


def _entry(module: Module, tile: Tile) -> None:
    """conv_winograd(ptr params)"""
    f = module.function(tile.name("conv_winograd"), "void", [("ptr", "params")], internal=True)
    p = records.read_all(f, Conv, f.params[0])
    across, down = (ceil_div(f, p[name], 2) for name in ("out2", "out1"))
    filter_bytes = f.mul(f.mul(p["channels"], p["filters"]), POINTS * tile.bytes // 2)
    row_bytes = f.mul(f.mul(f.add(p["channels"], p["filters"]), smax(f, across, 1)), POINTS * tile.bytes)
    most = smax(f, f.op("sdiv", smax(f, filter_bytes, BAND_BYTES), row_bytes), 1)
    rows = smax(f, f.mul(p["batch"], down), 1)
    total = ceil_div(f, rows, most)
    plan = records.new(f, _Plan, params=f.params[0], across=across, down=down, band=ceil_div(f, rows, total))
    threads, name = f.call("pcc_pool_threads", "i64"), tile.name("winograd_tasks")
    by_tasks = lambda: f.call("pcc_parallel", "void", Value("ptr", f"@{name}"), plan, total, Value("i64", "1")) and None  # noqa: E731
    in_turn = lambda: f.call(name, "void", plan, f.as_value(0, "i64"), total) and None  # noqa: E731
    f.choose(f.cmp("sge", total, f.mul(threads, 2)), by_tasks, in_turn)  # in turn, the products use the threads
    f.ret()


def _tasks(module: Module, tile: Tile) -> None:
    """winograd_tasks(ptr plan, lo, hi)"""
    params = [("ptr", "plan"), ("i64", "lo"), ("i64", "hi")]
    f = module.function(tile.name("winograd_tasks"), "void", params, internal=True)
    plan, first, end = f.params
    t = records.read_all(f, _Plan, plan)
    p = records.read_all(f, Conv, t["params"])
    pitch = round_up(f, f.add(f.mul(t["band"], t["across"]), tile.lanes), tile.lanes)
    image, result = (_plane_size(f, tile, pitch, p[name]) for name in ("channels", "filters"))
    v = scratch(f, CONV, f.mul(f.mul(image, POINTS), tile.bytes))
    m = scratch(f, CONV_TABLE, f.mul(f.mul(result, POINTS), tile.bytes))
    padded = f.mul(round_up(f, p["filters"], tile.rows), p["channels"])
    block = f.alloca("i64", len(Gemm._fields_))

    def task(index: Value) -> None:
        low = f.mul(index, t["band"])
        high = smin(f, f.add(low, t["band"]), f.mul(p["batch"], t["down"]))
        n = f.mul(smax(f, f.sub(high, low), 0), t["across"])
        f.call(tile.name("winograd_image"), "void", plan, low, high, pitch, v)
        records.fill(
            f, Gemm, block, m=p["filters"], n=n, k=p["channels"], batch0=POINTS, batch1=1,
            a=p["w"], a_packed=1, a_batch0=padded, b=v, b_row=pitch, b_column=1, b_batch0=image,
            c=m, c_row=pitch, c_batch0=result,
        )  # fmt: skip
        f.call(tile.name("pcc_gemm"), "void", block)
        f.call(tile.name("winograd_result"), "void", plan, low, high, pitch, m)
        f.choose(f.cmp("ne", p["epilogue"], Value("ptr", "null")), lambda: _finish(f, p, t["down"], low, high))

    f.loop(first, end, 1, task)
    f.ret()


def _finish(f: Function, p: dict[str, Value], down: Value, low: Value, high: Value) -> None:
    """Call the epilogue for each image that has rows low .. high of tiles."""

    def image(batch: Value) -> None:
        first = f.mul(batch, down)
        rows = smax(f, f.sub(low, first), 0), smin(f, f.sub(high, first), down)
        pixels = [f.mul(smin(f, f.mul(row, 2), p["out1"]), p["out2"]) for row in rows]
        f.call_pointer(p["epilogue"], "void", p["context"], batch, f.as_value(0, "i64"), p["filters"], *pixels)

    f.loop(f.op("udiv", low, down), ceil_div(f, high, down), 1, image)


_BAND = [("ptr", "plan"), ("i64", "low"), ("i64", "high"), ("i64", "pitch"), ("ptr", "data")]


def _every_vector(
    f: Function,
    tile: Tile,
    t: dict[str, Value],
    channels: Value,
    use: Callable[[Value, Value, Value, Value, Value], None],
) -> None:
    """use(batch, channel, top pixel, left pixel, place in a plane of points) for vectors of tiles of a band."""
    _, low, high, pitch, _ = f.params

    def image(batch: Value) -> None:
        first = f.mul(batch, t["down"])
        begin, end = smax(f, low, first), smin(f, high, f.add(first, t["down"]))

        def row(c: Value, i: Value) -> None:
            top, place = f.mul(f.sub(i, first), 2), f.add(f.mul(c, pitch), f.mul(f.sub(i, low), t["across"]))
            f.loop(0, t["across"], tile.lanes, lambda j: use(batch, c, top, f.mul(j, 2), f.add(place, j)))

        f.loop(0, channels, 1, lambda c: f.loop(begin, end, 1, lambda i: row(c, i)) and None)

    f.loop(f.op("udiv", low, t["down"]), ceil_div(f, high, t["down"]), 1, image)


def _plane_size(f: Function, tile: Tile, pitch: Value, channels: Value) -> Value:
    """Elements between the 16 planes; odd in cache lines, that they do not meet in one cache set."""
    return f.op("or", f.mul(pitch, channels), tile.lanes)


def _image(module: Module, tile: Tile) -> None:
    """winograd_image(ptr plan, low, high, pitch, ptr data): B' d B of a band, data[16][channel][pitch].

    Stores run over into the tiles that follow, which are written later, or into the end of the pitch.
    """
    f = module.function(tile.name("winograd_image"), "void", _BAND, internal=True, attributes=FAST)
    plan, _, _, pitch, data = f.params
    t = records.read_all(f, _Plan, plan)
    p = records.read_all(f, Conv, t["params"])
    point = _plane_size(f, tile, pitch, p["channels"])

    def vector(reader: Reader, batch: Value, c: Value, top: Value, left: Value, place: Value) -> None:
        plane = f.add(f.mul(batch, p["x_batch"]), f.mul(c, p["x_channel"]))
        top, left = f.sub(top, p["pad1"]), f.sub(left, p["pad2"])
        lines: list[list[Value]] = []
        for r in range(4):
            line = f.add(top, r)
            size = f.select(f.cmp("ult", line, p["in1"]), p["in2"], 0)
            at = f.gep(tile.element, p["x"], f.add(plane, f.add(f.mul(line, p["x1"]), f.mul(left, p["x2"]))))
            starts = [f.gep(tile.element, at, f.mul(p["x2"], s)) for s in range(4)]
            lines.append([reader(f.add(left, s), size)(start) for s, start in enumerate(starts)])
        for n, value in enumerate(_both_ways(f, lines, _into)):
            f.store(value, _at(f, tile, data, place, point, n))

    def all_of(reader: Reader) -> None:
        _every_vector(f, tile, t, p["channels"], lambda *where: vector(reader, *where))

    with_spacing(f, tile, f.as_value(2, "i64"), p["x2"], all_of)
    f.ret()


def _at(f: Function, tile: Tile, data: Value, place: Value, point: Value, n: int) -> Value:
    return f.gep(tile.element, data, f.add(place, f.mul(point, n)) if n else place)


def _result(module: Module, tile: Tile) -> None:
    """winograd_result(ptr plan, low, high, pitch, ptr data): y = A' m A + bias of a band, data[16][filter][pitch]."""
    f = module.function(tile.name("winograd_result"), "void", _BAND, internal=True, attributes=FAST)
    plan, _, _, pitch, data = f.params
    t = records.read_all(f, _Plan, plan)
    p = records.read_all(f, Conv, t["params"])
    point = _plane_size(f, tile, pitch, p["filters"])

    def vector(batch: Value, c: Value, top: Value, left: Value, place: Value) -> None:
        loaded = [f.load(tile.vector, _at(f, tile, data, place, point, n)) for n in range(POINTS)]
        values = _both_ways(f, [loaded[4 * r : 4 * r + 4] for r in range(4)], _out_of)
        wide = f.splat(_bias(f, tile, p["bias"], c), tile.lanes)
        plane = f.add(f.mul(batch, p["y_batch"]), f.mul(c, p["y_channel"]))
        for r in (0, 1):
            line = f.add(top, r)
            limit = f.select(f.cmp("slt", line, p["out1"]), f.sub(p["out2"], left), 0)
            start = f.gep(tile.element, p["y"], f.add(plane, f.add(f.mul(line, p["out2"]), left)))
            _store_pairs(f, tile, f.fadd(values[2 * r], wide), f.fadd(values[2 * r + 1], wide), start, limit)

    _every_vector(f, tile, t, p["filters"], vector)
    f.ret()


def _bias(f: Function, tile: Tile, bias: Value, channel: Value) -> Value:
    one = lambda: [f.load(tile.element, f.gep(tile.element, bias, channel))]  # noqa: E731
    return f.choose(f.cmp("ne", bias, Value("ptr", "null")), one, lambda: [f.as_value(0.0, tile.element)])[0]


def _store_pairs(f: Function, tile: Tile, even: Value, odd: Value, place: Value, limit: Value) -> None:
    """Store even[0], odd[0], even[1], ..., at most `limit` elements."""
    turns = [n // 2 + tile.lanes * (n % 2) for n in range(2 * tile.lanes)]
    for half in (0, 1):
        start = half * tile.lanes
        mask = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), start), f.splat(limit, tile.lanes))
        taken = f.shuffle(even, odd, turns[start : start + tile.lanes])
        f.masked_store(taken, f.gep(tile.element, place, start), mask)


def _pack(module: Module, tile: Tile) -> None:
    params = [("ptr", "w"), ("i64", "filters"), ("i64", "channels"), ("ptr", "packed")]
    f = module.function(tile.name("pcc_pack_winograd"), "void", params)
    w, filters, channels, packed = f.params
    size: Operand = f.mul(filters, channels)
    plain = scratch(f, CONV, f.mul(size, POINTS * tile.bytes))

    def one(i: Value) -> None:
        source = f.gep(tile.element, w, f.mul(i, 9))
        g = [[f.load(tile.element, f.gep(tile.element, source, 3 * r + s)) for s in range(3)] for r in range(3)]
        for n, value in enumerate(_both_ways(f, g, _filter)):
            f.store(value, f.gep(tile.element, plain, f.add(i, f.mul(size, n) if n else 0)))

    def pack(n: Value) -> None:
        source = f.gep(tile.element, plain, f.mul(n, size))
        target = f.gep(tile.element, packed, f.mul(n, f.mul(round_up(f, filters, tile.rows), channels)))
        f.call(tile.name("pcc_pack_a"), "void", source, channels, Value("i64", "1"), filters, channels, target)

    f.loop(0, size, 1, one)
    f.loop(0, POINTS, 1, pack)
    f.ret()
