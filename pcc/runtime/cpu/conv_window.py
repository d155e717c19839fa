"""Packing a panel of an image matrix straight from the image: the B operand of a convolution, never stored whole.

    void pack_window_f32(ptr conv, ptr x, i64 j, i64 width, i64 k, i64 count, ptr panel, i64 panel_width)

Row r of the matrix is a channel and a tap, r = channel * taps + tap; column j is an output pixel. The panel takes
rows k .. k + count of columns j .. j + width. Pixels of one output row lie evenly spaced in an image row, so each
vector of pixels is filled by one masked load a channel for every output row that it meets; lanes outside the image
become zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import smin
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
        ("w_packed", c_int64),  # 0: `w` as above; 1: the output of pcc_pack_filters; 2: of pcc_pack_winograd
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
        conv, self.x, self.j, self.width, self.k, count, self.panel, self.panel_width = f.params
        p = self.p = records.read_all(f, Conv, conv)
        self.taps = f.mul(f.mul(p["kernel0"], p["kernel1"]), p["kernel2"])
        ends = (self.k, f.add(self.k, count))
        self.first_channel, self.first_rest, self.last_channel, self.last_rest = (
            f.op(name, end, self.taps) for end in ends for name in ("udiv", "urem")
        )

    def emit(self) -> None:
        f = self.f
        f.loop(0, self.width, self.tile.lanes, self._vector)

    def _vector(self, first: Value) -> None:
        """All rows of one vector of pixels, `first` being its place in the panel."""
        f, p = self.f, self.p
        end = smin(f, self.tile.lanes, f.sub(self.width, first))

        def stretch(lane: Value) -> Sequence[Value]:
            pixel = f.add(f.add(self.j, first), lane)
            line, column = f.op("udiv", pixel, p["out2"]), f.op("urem", pixel, p["out2"])
            with_spacing(
                f, self.tile, p["stride2"], p["x2"], lambda reader: self._stretch(reader, first, lane, line, column)
            )
            return [smin(f, f.add(lane, f.sub(p["out2"], column)), end)]

        f.repeat_while(lambda lane: f.cmp("slt", lane, end), stretch, [f.as_value(0, "i64")])

    def _stretch(self, reader: Reader, first: Value, lane: Value, line: Value, column: Value) -> None:
        """Lanes from `lane` on: output line `line` from its column on. Those past its end are written again."""
        f, p = self.f, self.p
        o0, o1 = f.op("udiv", line, p["out1"]), f.op("urem", line, p["out1"])
        start = f.mul(f.sub(column, lane), p["stride2"])  # the place of lane 0, which may lie before the line

        def plane(t0: Value) -> None:
            s0 = self._place(0, o0, t0)
            f.loop(0, p["kernel1"], 1, lambda t1: line_of(s0, t0, self._place(1, o1, t1), t1))

        def line_of(s0: Value, t0: Value, s1: Value, t1: Value) -> None:
            inside = f.op("and", f.cmp("ult", s0, p["in0"]), f.cmp("ult", s1, p["in1"]))
            size = f.select(inside, p["in2"], 0)
            source = f.gep(self.tile.element, self.x, f.add(f.mul(s0, p["x0"]), f.mul(s1, p["x1"])))
            taps = f.mul(f.add(f.mul(t0, p["kernel1"]), t1), p["kernel2"])
            f.loop(0, p["kernel2"], 1, lambda t2: tap(source, size, taps, t2))

        def tap(source: Value, size: Value, taps: Value, t2: Value) -> None:
            s2 = f.add(start, f.sub(f.mul(t2, p["dilation2"]), p["pad2"]))
            load = reader(s2, size)
            self._channels(load, f.gep(self.tile.element, source, f.mul(s2, p["x2"])), f.add(taps, t2), first, lane)

        f.loop(0, p["kernel0"], 1, plane)

    def _place(self, axis: int, out: Value, tap: Value) -> Value:
        """Where in the image an output place and a tap meet: out * stride + tap * dilation - pad."""
        f, p = self.f, self.p
        return f.sub(f.add(f.mul(out, p[f"stride{axis}"]), f.mul(tap, p[f"dilation{axis}"])), p[f"pad{axis}"])

    def _channels(self, load: Load, source: Value, tap: Value, first: Value, lane: Value) -> None:
        """Copy the lanes from `lane` on of every channel whose row for this tap is wanted."""
        f, p, tile = self.f, self.p, self.tile
        low, high = (
            f.add(channel, f.cast("zext", f.cmp("slt", tap, rest), "i64"))
            for channel, rest in ((self.first_channel, self.first_rest), (self.last_channel, self.last_rest))
        )
        row = f.sub(f.add(f.mul(low, self.taps), tap), self.k)
        source = f.gep(tile.element, source, f.mul(low, p["x_channel"]))
        target = f.gep(tile.element, self.panel, f.add(f.mul(row, self.panel_width), first))
        pitch = f.mul(self.taps, self.panel_width)

        def copy(whole: bool) -> None:
            mask = f.cmp("sge", f.lane_numbers(tile.lanes, "i32"), f.splat(f.cast("trunc", lane, "i32"), tile.lanes))

            def channel(_: Value, source: Value, target: Value) -> Sequence[Value]:
                if whole:
                    f.store(load(source), target)
                else:
                    f.masked_store(load(source), target, mask)
                return [f.gep(tile.element, source, p["x_channel"]), f.gep(tile.element, target, pitch)]

            f.loop(0, f.sub(high, low), 1, channel, [source, target])

        f.choose(f.cmp("eq", lane, 0), lambda: copy(True), lambda: copy(False))


def define(module: Module, tile: Tile) -> None:
    names = ("conv", "x", "j", "width", "k", "count", "panel", "panel_width")
    params = [("ptr" if name in ("conv", "x", "panel") else "i64", name) for name in names]
    f = module.function(tile.name("pack_window"), "void", params, internal=True, attributes=FAST)
    _Window(f, tile).emit()
    f.ret()
