"""The rows of a plane that a band of output needs, copied with room for zero borders.

    void conv_copy_f32(ptr params, i64 pitch, ptr plane, i64 first, i64 rows, ptr out)

Input rows first .. first + rows, `stride2` parts of `pitch` elements each: column c of the padded plane is element
c // stride2 of part c % stride2. Only what lies inside the image is written, and zeros in rows outside: the borders
are zero from before.
"""

from __future__ import annotations

from collections.abc import Callable

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, smax
from pcc.runtime.cpu.conv_window import Conv
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.spaced import ANY, Load, Reader, with_spacing


def define(module: Module, tile: Tile) -> None:
    params = [("ptr", "params"), ("i64", "pitch"), ("ptr", "plane"), ("i64", "first"), ("i64", "rows"), ("ptr", "out")]
    f = module.function(tile.name("conv_copy"), "void", params, internal=True, attributes=FAST)
    _Copy(f, tile).emit()
    f.ret()


def wipe(f: Function, place: Value, size: Value) -> None:
    f.call("llvm.memset.p0.i64", "void", place, Value("i8", "0"), size, Value("i1", "false"))


class _Copy:
    """The emitter of `conv_copy`."""

    def __init__(self, f: Function, tile: Tile) -> None:
        self.f, self.tile = f, tile
        params, self.pitch, self.plane, self.first, self.rows, self.out = f.params
        self.p = records.read_all(f, Conv, params)
        self.stride = self.p["stride2"]
        self.row_size = f.mul(self.stride, self.pitch)

    def at(self, start: Value, *offsets: Value) -> Value:
        total = offsets[0]
        for offset in offsets[1:]:
            total = self.f.add(total, offset)
        return self.f.gep(self.tile.element, start, total)

    def emit(self) -> None:
        f, p = self.f, self.p
        f.loop(0, self.rows, 1, self._wipe_outside)
        two = f.op("and", f.cmp("eq", self.stride, 2), f.cmp("eq", p["x2"], 1))

        def parts(reader: Reader) -> None:
            f.loop(0, self.stride, 1, lambda k: self._part(k, reader))

        f.choose(two, self._pairs, lambda: with_spacing(f, self.tile, self.stride, p["x2"], parts))

    def _wipe_outside(self, i: Value) -> None:
        f = self.f
        outside, target = f.cmp("uge", f.add(self.first, i), self.p["in1"]), self.at(self.out, f.mul(i, self.row_size))
        f.choose(outside, lambda: wipe(f, target, f.mul(self.row_size, self.tile.bytes)))

    def _each_row(self, copy: Callable[[Value, Value], None]) -> None:
        """copy(source, target) for every row inside the image."""
        f, p = self.f, self.p

        def row(i: Value) -> None:
            line = f.add(self.first, i)
            source, target = self.at(self.plane, f.mul(line, p["x1"])), self.at(self.out, f.mul(i, self.row_size))
            f.choose(f.cmp("ult", line, p["in1"]), lambda: copy(source, target))

        f.loop(0, self.rows, 1, row)

    def _part(self, k: Value, reader: Reader) -> None:
        """Columns k - pad, k - pad + stride, ... of the image."""
        f, p, tile = self.f, self.p, self.tile
        skipped = ceil_div(f, smax(f, f.sub(p["pad2"], k), 0), self.stride)
        start = f.sub(f.add(f.mul(skipped, self.stride), k), p["pad2"])
        count = ceil_div(f, smax(f, f.sub(p["in2"], start), 0), self.stride)
        whole = f.op("and", count, -tile.lanes)
        every, rest = reader(0, ANY), reader(f.add(start, f.mul(whole, self.stride)), p["in2"])
        into = f.add(f.mul(k, self.pitch), skipped)

        def row(source: Value, target: Value) -> None:
            def vector(j: Value, load: Load) -> None:
                place = self.at(source, f.mul(f.add(f.mul(j, self.stride), start), p["x2"]))
                f.store(load(place), self.at(target, into, j))

            f.loop(0, whole, tile.lanes, lambda j: vector(j, every))
            f.choose(f.cmp("slt", whole, count), lambda: vector(whole, rest))

        self._each_row(row)

    def _pairs(self) -> None:
        """Every second column and the columns between, in one go."""
        f, p, tile = self.f, self.p, self.tile
        whole = f.op("and", p["in2"], -2 * tile.lanes)
        places = [f.add(p["pad2"], k) for k in (0, 1)]
        starts = [f.add(f.mul(f.op("and", place, 1), self.pitch), f.op("lshr", place, 1)) for place in places]

        def row(source: Value, target: Value) -> None:
            def vectors(j: Value, limit: Value | None) -> None:
                first, second = (self._half(self.at(source, j), half, limit) for half in (0, 1))
                for k, start in enumerate(starts):
                    taken = f.shuffle(first, second, [2 * n + k for n in range(tile.lanes)])
                    f.store(taken, self.at(target, start, f.op("lshr", j, 1)))

            f.loop(0, whole, 2 * tile.lanes, lambda j: vectors(j, None))
            f.choose(f.cmp("slt", whole, p["in2"]), lambda: vectors(whole, f.sub(p["in2"], whole)))

        self._each_row(row)

    def _half(self, source: Value, half: int, limit: Value | None) -> Value:
        """The first or second vector of a pair, of which only `limit` elements may be touched."""
        f, tile = self.f, self.tile
        at = f.gep(tile.element, source, half * tile.lanes)
        if limit is None:
            return f.load(tile.vector, at)
        mask = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), half * tile.lanes), f.splat(limit, tile.lanes))
        return f.masked_load(tile.vector, at, mask)
