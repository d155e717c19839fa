"""Fourier transforms of many lines at once, in parallel over lines: float and double.

    void pcc_dft_f32(ptr params)        params: a block laid out as `Dft`; f64 alike

A vector holds the same place of as many lines. These are packed into a buffer, real and imaginary parts by turns; each
factor r of the length is a pass from buffer to buffer that puts what belongs together side by side (Stockham's form of
Cooley and Tukey's splitting); and unpacked, scaled. An inverse transform is one of the swapped parts, swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.dialects.routines import DFT, DFT_RADICES
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, smax, smin
from pcc.runtime.cpu.butterfly import butterfly, times
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.packing import transposed
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import rest_mask
from pcc.runtime.cpu.scratch import FOURIER, scratch

POINTERS = frozenset({"real", "imag", "cosine", "sine", "out"})
CHUNK = 4096  # vectors of a parallel chunk, at least


class Dft(Record):
    """`groups` times `width` lines of n numbers; strides in elements, from group to group, line to line, and along.

    Of these the first `given` are there, the others zero, and the first `count` results wanted. plan: the factors of n,
    four bits each, the first one lowest. scale: the bits of a double. real, imag: may be each other's neighbours; imag
    may be null. cosine, sine: of 2 pi j / n for j < n. out: `parts` neighbours, real and imaginary parts or real ones.
    """

    _fields_ = [(name, c_void_p if name in POINTERS else c_int64) for name in DFT]


def define(module: Module, tile: Tile) -> None:
    for radix in DFT_RADICES:
        _pass(module, tile, radix)
    _load(module, tile)
    _store(module, tile)
    _lines(module, tile)
    f = module.function(tile.name("pcc_dft"), "void", [("ptr", "params")])
    n, groups, width = (records.read(f, Dft, f.params[0], name) for name in ("n", "groups", "width"))
    chunk = smax(f, f.op("sdiv", f.as_value(CHUNK, "i64"), n), 1)
    total, body = f.mul(groups, ceil_div(f, width, tile.lanes)), Value("ptr", f"@{tile.name('dft_lines')}")
    f.choose(f.cmp("sgt", total, 0), lambda: f.call("pcc_parallel", "void", body, f.params[0], total, chunk) and None)
    f.ret()


def _lines(module: Module, tile: Tile) -> None:
    """dft_lines(ptr params, lo, hi): the body of the parallel loop, over vectors of lines."""
    params = [("ptr", "params"), ("i64", "lo"), ("i64", "hi")]
    f = module.function(tile.name("dft_lines"), "void", params, internal=True)
    p = records.read_all(f, Dft, f.params[0])
    lanes, n = tile.lanes, p["n"]
    size = f.mul(n, 2 * lanes)
    buffer = scratch(f, FOURIER, f.mul(size, 2 * tile.bytes))
    other, vectors = f.gep(tile.element, buffer, size), ceil_div(f, p["width"], lanes)
    swapped = f.cmp("ne", p["inverse"], 0)

    def at(pointer: Value, kind: str, group: Value, line: Value) -> Value:
        offset = f.add(f.mul(group, p[f"{kind}_group"]), f.mul(line, p[f"{kind}_across"]))
        return f.gep(tile.element, pointer, offset)

    def vector(number: Value) -> None:
        group, line = f.op("sdiv", number, vectors), f.mul(f.op("srem", number, vectors), lanes)
        count = smin(f, lanes, f.sub(p["width"], line))
        parts = [at(p[name], "in", group, line) for name in ("real", "imag")]
        pitch = f.call(tile.name("dft_load"), "i64", f.params[0], *parts, count, buffer)
        apart = f.select(f.cmp("eq", pitch, lanes), f.mul(n, lanes), lanes)
        _clear(f, tile, buffer, apart, pitch, (p["given"], n))
        done = _passes(f, tile, p, _parts(f, tile, buffer, apart, swapped), pitch, (other, buffer), swapped)
        f.call(tile.name("dft_store"), "void", f.params[0], done, count, at(p["out"], "out", group, line))

    f.loop(f.params[1], f.params[2], 1, vector)
    f.ret()


def _clear(f: Function, tile: Tile, base: Value, apart: Value, pitch: Value, places: tuple[Value, Value]) -> None:
    """Zero in a range of places."""
    zero = f.as_value(0.0, tile.vector)

    def place(j: Value) -> None:
        real = f.gep(tile.element, base, f.mul(j, pitch))
        f.store(zero, real)
        f.store(zero, f.gep(tile.element, real, apart))

    f.loop(*places, 1, place)


def _parts(f: Function, tile: Tile, base: Value, apart: Operand, swapped: Value) -> tuple[Value, Value]:
    """Where a buffer's real and imaginary parts are, by turns."""
    second = f.gep(tile.element, base, apart)
    return f.select(swapped, second, base), f.select(swapped, base, second)


def _passes(
    f: Function,
    tile: Tile,
    p: dict[str, Value],
    source: tuple[Value, Value],
    pitch: Value,
    buffers: tuple[Value, Value],
    swapped: Value,
) -> Value:
    """All passes, one per factor; where the result is."""

    def step(plan: Value, left: Value, side: Value, *rest: Value) -> Sequence[Value]:
        real, imag, pitch, target, spare = rest
        radix = f.op("and", plan, 15)
        steps = f.op("sdiv", left, radix)
        ends = _parts(f, tile, target, tile.lanes, swapped)
        args = (real, imag, pitch, *ends, steps, side, p["cosine"], p["sine"])
        _by_radix(f, radix, lambda r: f.call(tile.name(f"dft_pass{r}"), "void", *args))
        width = f.as_value(2 * tile.lanes, "i64")
        return [f.op("lshr", plan, 4), steps, f.mul(side, radix), *ends, width, spare, target]

    carry = [p["plan"], p["n"], f.as_value(1, "i64"), *source, pitch, *buffers]
    return f.repeat_while(lambda plan, *_: f.cmp("ne", plan, 0), step, carry)[-1]


def _by_radix(f: Function, radix: Value, call: Callable[[int], object], radices: Sequence[int] = DFT_RADICES) -> None:
    first, *rest = radices
    if not rest:
        call(first)
        return

    def this() -> None:
        call(first)

    f.choose(f.cmp("eq", radix, first), this, lambda: _by_radix(f, radix, call, rest))


def _pass(module: Module, tile: Tile, radix: int) -> None:
    """From q + side (p + steps j) to q + side (radix p + k), for p < steps and q < side, rotated by p k side."""
    params = [("ptr noalias", "real"), ("ptr noalias", "imag"), ("i64", "pitch")]
    params += [("ptr noalias", "to_real"), ("ptr noalias", "to_imag"), ("i64", "steps"), ("i64", "side")]
    params += [("ptr noalias", "cosine"), ("ptr noalias", "sine")]
    f = module.function(tile.name(f"dft_pass{radix}"), "void", params, internal=True, attributes=FAST)
    real, imag, pitch, to_real, to_imag, steps, side, cosine, sine = f.params
    wide = 2 * tile.lanes

    def places(first: Value, apart: Value) -> list[Value]:
        return [f.add(first, f.mul(apart, j)) for j in range(radix)]

    def step(p: Value, rotated: bool) -> None:
        turn = f.mul(p, side)
        factors = [_factor(f, tile, cosine, sine, f.mul(turn, k)) for k in range(1, radix) if rotated]
        sources = places(f.mul(turn, pitch), f.mul(f.mul(side, steps), pitch))
        targets = places(f.mul(f.mul(turn, radix), wide), f.mul(side, wide))

        def one(q: Value) -> None:
            from_q, to_q = f.mul(q, pitch), f.mul(q, wide)
            load = lambda base, place: f.load(tile.vector, f.gep(tile.element, base, f.add(place, from_q)))  # noqa: E731
            found = butterfly(f, [(load(real, place), load(imag, place)) for place in sources])
            if rotated:
                found[1:] = [times(f, y, factor) for y, factor in zip(found[1:], factors, strict=True)]
            for place, pair in zip(targets, found, strict=True):
                for base, part in zip((to_real, to_imag), pair, strict=True):
                    f.store(part, f.gep(tile.element, base, f.add(place, to_q)))

        f.loop(0, side, 1, one)

    step(f.as_value(0, "i64"), rotated=False)
    f.loop(1, steps, 1, lambda p: step(p, rotated=True))
    f.ret()


def _factor(f: Function, tile: Tile, cosine: Value, sine: Value, place: Value) -> tuple[Value, Value]:
    c, s = (f.splat(f.load(tile.element, f.gep(tile.element, t, place)), tile.lanes) for t in (cosine, sine))
    return c, s


def _load(module: Module, tile: Tile) -> None:
    """dft_load(ptr params, ptr real, ptr imag, count, ptr buffer) -> i64: `count` lines at the start of a buffer.

    The result is the distance of places: two vectors if real and imaginary parts are side by side, one if the second
    follow all of the first.
    """
    params = [("ptr", "params"), ("ptr", "real"), ("ptr", "imag"), ("i64", "count"), ("ptr", "buffer")]
    f = module.function(tile.name("dft_load"), "i64", params, internal=True, attributes=FAST)
    block, real, imag, count, buffer = f.params
    names = ("n", "given", "imag", "in_across", "in_along")
    total, n, second_part, across, along = (records.read(f, Dft, block, name) for name in names)
    lanes, size = tile.lanes, f.as_value(tile.bytes, "i64")
    one, two = f.as_value(lanes, "i64"), f.as_value(2 * lanes, "i64")

    def pack(source: Value, apart: Value, along: Value, width: Value, k: Value, panel: Value, pitch: Value) -> None:
        f.call(tile.name("pack"), "void", source, apart, along, width, k, panel, pitch)

    def neighbours_by_line() -> Sequence[Value]:
        pack(real, f.mul(across, size), size, count, f.mul(n, 2), buffer, one)
        return [two]

    def neighbours_by_place() -> Sequence[Value]:
        pack(real, size, f.mul(along, size), f.mul(count, 2), n, buffer, two)
        _sort_lanes(f, tile, n, buffer)
        return [two]

    def apart(pitch: Value, distance: Operand) -> Sequence[Value]:
        second = f.gep(tile.element, buffer, distance)
        pack(real, f.mul(across, size), f.mul(along, size), count, n, buffer, pitch)

        def rest() -> None:
            pack(imag, f.mul(across, size), f.mul(along, size), count, n, second, pitch)

        zero = f.as_value(0.0, tile.vector)
        none = f.cmp("eq", second_part, Value("ptr", "null"))
        clear = lambda j: f.store(zero, f.gep(tile.element, second, f.mul(j, pitch)))  # noqa: E731
        f.choose(none, lambda: f.loop(0, n, 1, clear) and None, rest)
        return [pitch]

    def otherwise() -> Sequence[Value]:
        unit = f.cmp("eq", across, 1)
        return f.choose(unit, lambda: apart(two, lanes), lambda: apart(one, f.mul(total, lanes)))

    close = f.cmp("eq", imag, f.gep(tile.element, real, 1))
    by_line, by_place = (f.op("and", close, f.cmp("eq", step, 2)) for step in (along, across))
    found = f.choose(by_line, neighbours_by_line, lambda: f.choose(by_place, neighbours_by_place, otherwise))
    f.ret(found[0])


def _sort_lanes(f: Function, tile: Tile, n: Value, buffer: Value) -> None:
    """Pairs of neighbours in two vectors become a vector of first and one of second ones."""
    lanes = tile.lanes

    def place(j: Value) -> None:
        low = f.gep(tile.element, buffer, f.mul(j, 2 * lanes))
        high = f.gep(tile.element, low, lanes)
        a, b = f.load(tile.vector, low), f.load(tile.vector, high)
        f.store(f.shuffle(a, b, range(0, 2 * lanes, 2)), low)
        f.store(f.shuffle(a, b, range(1, 2 * lanes, 2)), high)

    f.loop(0, n, 1, place)


def _store(module: Module, tile: Tile) -> None:
    """dft_store(ptr params, ptr buffer, count, ptr out): `count` lines from a buffer, scaled."""
    params = [("ptr", "params"), ("ptr", "buffer"), ("i64", "count"), ("ptr", "out")]
    f = module.function(tile.name("dft_store"), "void", params, internal=True, attributes=FAST)
    p = records.read_all(f, Dft, f.params[0])
    scale = f.cast("bitcast", p["scale"], "double")
    scale = f.splat(scale if tile.element == "double" else f.cast("fptrunc", scale, tile.element), tile.lanes)
    by_line = lambda: _store_lines(f, tile, p, scale)  # noqa: E731
    f.choose(f.cmp("eq", p["out_along"], p["parts"]), by_line, lambda: _store_places(f, tile, p, scale))
    f.ret()


def _store_lines(f: Function, tile: Tile, p: dict[str, Value], scale: Value) -> None:
    """Each line is contiguous: transpose squares. Lines above `count` are written over by the last one."""
    _, buffer, count, out = f.params
    lanes, total = tile.lanes, f.mul(p["count"], p["parts"])
    pitch = f.mul(f.sub(3, p["parts"]), lanes)
    last = f.sub(count, 1)
    starts = [f.gep(tile.element, out, f.mul(smin(f, i, last), p["out_across"])) for i in range(lanes)]
    row = lambda j: f.gep(tile.element, buffer, f.mul(j, pitch))  # noqa: E731

    def square(j: Value) -> None:
        rows = [f.fmul(f.load(tile.vector, row(f.add(j, i))), scale) for i in range(lanes)]
        for start, line in reversed(list(zip(starts, transposed(f, rows), strict=True))):
            f.store(line, f.gep(tile.element, start, j))

    def rest(j: Value) -> None:
        scaled = f.fmul(f.load(tile.vector, row(j)), scale)
        for i, start in reversed(list(enumerate(starts))):
            f.store(f.extract(scaled, i), f.gep(tile.element, start, j))

    whole = f.op("and", total, -lanes)
    f.loop(0, whole, lanes, square)
    f.loop(whole, total, 1, rest)


def _store_places(f: Function, tile: Tile, p: dict[str, Value], scale: Value) -> None:
    """The same place of all lines is contiguous: real parts, or parts by turns."""
    _, buffer, count, out = f.params
    lanes, pairs = tile.lanes, f.mul(count, 2)

    def real(j: Value) -> None:
        value = f.load(tile.vector, f.gep(tile.element, buffer, f.mul(j, 2 * lanes)))
        target = f.gep(tile.element, out, f.mul(j, p["out_along"]))
        f.masked_store(f.fmul(value, scale), target, rest_mask(f, tile, count))

    def both(j: Value) -> None:
        from_j = f.gep(tile.element, buffer, f.mul(j, 2 * lanes))
        parts = [f.fmul(f.load(tile.vector, f.gep(tile.element, from_j, lanes * part)), scale) for part in (0, 1)]
        for half in (0, 1):
            order = [lanes * (i % 2) + half * lanes // 2 + i // 2 for i in range(lanes)]
            mask = rest_mask(f, tile, f.sub(pairs, half * lanes))
            target = f.gep(tile.element, out, f.add(f.mul(j, p["out_along"]), half * lanes))
            f.masked_store(f.shuffle(parts[0], parts[1], order), target, mask)

    one = f.cmp("eq", p["parts"], 1)
    f.choose(one, lambda: f.loop(0, p["count"], 1, real) and None, lambda: f.loop(0, p["count"], 1, both) and None)
