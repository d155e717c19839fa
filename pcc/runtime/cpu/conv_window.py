"""Packing a panel of an image matrix straight from the image: the B operand of a convolution, never stored whole.

    void pack_window_f32(ptr conv, ptr x, i64 j, i64 width, i64 k, i64 count, ptr panel, i64 panel_width)

Row r of the matrix is a channel and a tap, r = channel * taps + tap; column j is an output pixel. The panel takes
rows k .. k + count of columns j .. j + width. Pixels of one output row lie evenly spaced in an image row, so each
vector of pixels is filled by one masked load a channel for every output row that it meets; lanes outside the image
stay zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module, Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, smax, smin
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.spaced import Load, Reader, with_spacing


class Conv(Record):
    """A convolution (cross-correlation) of up to 3 axes, the last innermost; unused leading axes are 1, pad 0.

    y[b, g, f, p] = bias[g, f] + sum_{c, t} w[g, f, c, t] x[b, g, c, p * stride + t * dilation - pad] for pixels p and
    taps t on each axis, x being zero outside. Strides in elements; y's pixels and w are contiguous.
    """

    _fields_ = [
        ("batch", c_int64),
        ("groups", c_int64),
        ("channels", c_int64),  # of a group
        ("filters", c_int64),  # of a group
        *(
            (f"{name}{axis}", c_int64)
            for name in ("in", "kernel", "out", "stride", "dilation", "pad")
            for axis in range(3)
        ),
        ("x", c_void_p),
        ("x_batch", c_int64),
        ("x_channel", c_int64),
        *((f"x{axis}", c_int64) for axis in range(3)),
        ("w", c_void_p),
        ("w_packed", c_int64),  # 1: `w` is the output of pcc_pack_filters
        ("y", c_void_p),
        ("y_batch", c_int64),
        ("y_channel", c_int64),
        ("bias", c_void_p),  # of groups * filters elements, or null
        ("epilogue", c_void_p),  # as in gemm.Gemm: batch = b * groups + g, m the filter in its group, n the pixel
        ("context", c_void_p),
    ]


class _Window:
    """The emitter of `pack_window`."""

    def __init__(self, f: Function, tile: Tile) -> None:
        self.f, self.tile = f, tile
        conv, self.x, self.j, self.width, self.k, self.count, self.panel, self.panel_width = f.params
        self.p = records.read_all(f, Conv, conv)
        self.taps = f.mul(f.mul(self.p["kernel0"], self.p["kernel1"]), self.p["kernel2"])
        self.numbers = f.lane_numbers(tile.lanes)

    def emit(self) -> None:
        f = self.f
        f.loop(0, self.width, self.tile.lanes, self._vector)

    def _vector(self, first: Value) -> None:
        """All rows of one vector of pixels, `first` being its place in the panel."""
        f = self.f
        end = smin(f, self.tile.lanes, f.sub(self.width, first))

        def stretch(lane: Value) -> Sequence[Value]:
            pixel = f.add(f.add(self.j, first), lane)
            line, column = f.op("udiv", pixel, self.p["out2"]), f.op("urem", pixel, self.p["out2"])
            stop = smin(f, f.add(lane, f.sub(self.p["out2"], column)), end)
            f.loop(0, self.taps, 1, lambda tap: self._tap(tap, first, lane, stop, line, column))
            return [stop]

        f.repeat_while(lambda lane: f.cmp("slt", lane, end), stretch, [f.as_value(0, "i64")])

    def _tap(self, tap: Value, first: Value, lane: Value, stop: Value, line: Value, column: Value) -> None:
        """Lanes lane .. stop, all of output line `line` from its column on, of all rows with this tap."""
        f, p = self.f, self.p
        t2, rest = f.op("urem", tap, p["kernel2"]), f.op("udiv", tap, p["kernel2"])
        t1, t0 = f.op("urem", rest, p["kernel1"]), f.op("udiv", rest, p["kernel1"])
        o0, o1 = f.op("udiv", line, p["out1"]), f.op("urem", line, p["out1"])
        s0, s1, s2 = self._place(0, o0, t0), self._place(1, o1, t1), self._place(2, column, t2)
        inside = f.op("and", f.cmp("ult", s0, p["in0"]), f.cmp("ult", s1, p["in1"]))
        low = smax(f, lane, f.add(lane, ceil_div(f, f.sub(0, s2), p["stride2"])))
        high = smin(f, stop, f.add(lane, ceil_div(f, f.sub(p["in2"], s2), p["stride2"])))
        low, high = f.select(inside, low, stop), f.select(inside, high, lane)
        start = f.sub(s2, f.mul(lane, p["stride2"]))
        offset = f.add(f.add(f.mul(s0, p["x0"]), f.mul(s1, p["x1"])), f.mul(start, p["x2"]))
        from_channel = ceil_div(f, f.sub(self.k, tap), self.taps)
        to_channel = ceil_div(f, f.sub(f.add(self.k, self.count), tap), self.taps)
        row = f.sub(f.add(f.mul(from_channel, self.taps), tap), self.k)
        source = f.gep(self.tile.element, self.x, f.add(offset, f.mul(from_channel, p["x_channel"])))
        target = f.gep(self.tile.element, self.panel, f.add(f.mul(row, self.panel_width), first))
        self._channels(f.sub(to_channel, from_channel), source, target, lane, low, high, stop)

    def _place(self, axis: int, out: Value, tap: Value) -> Value:
        """Where in the image an output place and a tap meet: out * stride + tap * dilation - pad."""
        f, p = self.f, self.p
        return f.sub(f.add(f.mul(out, p[f"stride{axis}"]), f.mul(tap, p[f"dilation{axis}"])), p[f"pad{axis}"])

    def _channels(
        self, count: Value, source: Value, target: Value, lane: Value, low: Value, high: Value, stop: Value
    ) -> None:
        """Copy lanes low .. high of `count` channels; other lanes from `lane` on become zero."""
        f, p, tile = self.f, self.p, self.tile
        pitch = f.mul(self.taps, self.panel_width)
        after = f.cmp("sge", self.numbers, f.splat(lane, tile.lanes))

        def copy(load: Load, first: bool) -> None:
            def channel(_: Value, source: Value, target: Value) -> Sequence[Value]:
                if first:
                    f.store(load(source), target)
                else:
                    f.masked_store(load(source), target, after)
                return [f.gep(tile.element, source, p["x_channel"]), f.gep(tile.element, target, pitch)]

            f.loop(0, count, 1, channel, [source, target])

        def by_place(reader: Reader) -> None:
            load = reader(low, high)
            f.choose(f.cmp("eq", lane, 0), lambda: copy(load, True), lambda: copy(load, False))

        with_spacing(f, tile, f.mul(p["stride2"], p["x2"]), by_place)


def define(module: Module, tile: Tile) -> None:
    names = ("conv", "x", "j", "width", "k", "count", "panel", "panel_width")
    params = [("ptr" if name in ("conv", "x", "panel") else "i64", name) for name in names]
    f = module.function(tile.name("pack_window"), "void", params, internal=True, attributes=FAST)
    _Window(f, tile).emit()
    f.ret()
