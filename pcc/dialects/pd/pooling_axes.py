"""One axis of an image under pooling: its windows, and what goes from them back to places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import prod
from typing import TYPE_CHECKING, TypeVar

from xdsl.dialects.builtin import i64
from xdsl.ir import SSAValue

from pcc.dialects.index import Expr
from pcc.dialects.pd.arithmetic import FloorDivideOp
from pcc.dialects.pd.base import dtype_of, rank_of, shape_of
from pcc.dialects.pd.creation import ArangeOp
from pcc.dialects.pd.indexing import IndexSelectOp
from pcc.dialects.pd.logic import LogicalAndOp
from pcc.dialects.pd.padding import padded
from pcc.dialects.pd.windows import Axis, inside
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@dataclass(frozen=True)
class Adaptive:
    """An axis cut into `windows` windows: [floor(i * extent / windows), ceil((i + 1) * extent / windows))."""

    extent: int
    windows: int

    @property
    def kernel(self) -> int:
        """The largest window."""
        return max((end - start for start, end in map(self.bounds, range(self.windows))), default=1)

    def out(self, ceil: bool = False) -> int:
        return self.windows

    def start(self, out: Expr) -> Expr:
        return out * self.extent // self.windows

    def end(self, out: Expr) -> Expr:
        return ((out + 1) * self.extent + self.windows - 1) // self.windows

    def conditions(self, k: Scalars[S], out: Expr, tap: Expr) -> list[S]:
        """Whether a tap belongs to the window."""
        if self.extent % self.windows == 0:
            return []
        return [k.compare("lt", k.index(self.start(out) + tap), k.index(self.end(out)))]

    def place(self, out: Expr, tap: Expr) -> Expr:
        return self.start(out) + tap

    def bounds(self, out: int) -> tuple[int, int]:
        """Of a window: its start and its end."""
        return out * self.extent // self.windows, -(-(out + 1) * self.extent // self.windows)

    def size(self, k: Scalars[S], out: Expr, exclusive: bool) -> int | S:
        if self.extent % self.windows == 0:
            return self.extent // self.windows
        return k.sub(k.index(self.end(out)), k.index(self.start(out)))


@dataclass(frozen=True)
class Strided(Axis):
    """An axis with windows of one size, one every `stride`."""

    def conditions(self, k: Scalars[S], out: Expr, tap: Expr) -> list[S]:
        return inside(k, self.place(out, tap), self.extent)

    def size(self, k: Scalars[S], out: Expr, exclusive: bool) -> int | S:
        """Places of a window that count: those in the image, or (not exclusive) in the padded image."""
        start = out * self.stride - self.low
        (low, high), end = start.bounds, self.extent if exclusive else self.extent + self.low
        if (low >= 0 or not exclusive) and high + self.kernel <= end:
            return self.kernel
        first = k.max(k.index(start), 0) if exclusive else k.index(start)
        return k.sub(k.min(k.index(start + self.kernel), end), first)


# ---- back to places
def spread_means(b: Builder, x: SSAValue, d: int, axis: Adaptive | Strided, exclusive: bool) -> SSAValue:
    """The transpose of means of windows along one axis; exclusive ones do not count padding."""
    starts, ends = _bounds(b, axis, shape_of(x)[d], exclusive)
    sizes = b.cast(b.sub(ends, starts), dtype_of(x))
    return spread_sums(b, b.div(x, _along(b, sizes, d, rank_of(x))), d, axis)


def _bounds(b: Builder, axis: Adaptive | Strided, windows: int, exclusive: bool) -> tuple[SSAValue, SSAValue]:
    """Where windows start and end, as whole numbers."""
    if isinstance(axis, Adaptive):
        step, parts = axis.extent, b.full([], axis.windows, i64)
        first = b.op(FloorDivideOp, _count(b, 0, step, windows), parts)
        return first, b.op(FloorDivideOp, _count(b, step + axis.windows - 1, step, windows), parts)
    first = _count(b, -axis.low, axis.stride, windows)
    last = b.minimum(b.add(first, axis.kernel), axis.extent if exclusive else axis.extent + axis.low)
    return b.maximum(first, 0) if exclusive else first, last


def _count(b: Builder, start: int, step: int, many: int) -> SSAValue:
    return b.op(ArangeOp, start=start, end=start + step * many, step=step, dtype=i64)


def _along(b: Builder, x: SSAValue, d: int, rank: int) -> SSAValue:
    """A vector, to be broadcast along all axes but d."""
    return b.reshape(x, [-1 if n == d else 1 for n in range(rank)])


def spread_sums(b: Builder, x: SSAValue, d: int, axis: Adaptive | Strided) -> SSAValue:
    """The transpose of sums of windows along one axis: every place has the sum of its windows."""
    if isinstance(axis, Strided):
        return _spread_strided(b, x, d, axis)
    if axis.extent % axis.windows:
        return _spread_uneven(b, x, d, axis)
    size = axis.extent // axis.windows
    return _spread_strided(b, x, d, Strided(axis.extent, size, size, 0, 0))


def _spread_strided(b: Builder, x: SSAValue, d: int, axis: Strided) -> SSAValue:
    """Windows one stride apart: repeated, if they do not overlap; else among zeros, summed over windows themselves."""
    shape, kernel, stride = list(shape_of(x)), axis.kernel, axis.stride
    head, tail, apart = shape[:d], shape[d + 1 :], shape[d] * stride
    overlap = kernel > stride
    row = b.reshape(x, [*head, shape[d], 1, *tail])
    copies = row if overlap else b.expand(row, [*head, shape[d], kernel, *tail])
    spaced = padded(b, copies, [0] * (len(shape) + 1), [*head, shape[d], stride, *tail])
    line = b.reshape(spaced, [*head, apart, *tail])
    first = kernel - 1 - axis.low if overlap else -axis.low
    length = axis.extent + (kernel - 1 if overlap else 0)
    placed = padded(b, line, [first if n == d else 0 for n in range(len(shape))], [*head, length, *tail])
    if not overlap:
        return placed
    return b.reshape(
        _sums(b, b.reshape(placed, [prod(head), 1, length, prod(tail)]), kernel), [*head, axis.extent, *tail]
    )


def _sums(b: Builder, x: SSAValue, kernel: int) -> SSAValue:
    """Of all windows of so many elements down the columns of images."""
    from pcc.dialects.pd.pooling import Pool2dOp

    options = {"kernel_size": [kernel, 1], "strides": [1, 1], "paddings": [0, 0], "ceil_mode": False}
    options |= {"global_pooling": False, "adaptive": False, "exclusive": False, "data_format": "NCHW"}
    return b.scale(b.op(Pool2dOp, x, **options, pooling_type="avg", padding_algorithm="EXPLICIT"), kernel)


def _spread_uneven(b: Builder, x: SSAValue, d: int, axis: Adaptive) -> SSAValue:
    """Windows of different sizes: a look-up for each of the most windows that a place can be in, from the last one."""
    extent, windows = axis.extent, axis.windows
    bounds = [axis.bounds(n) for n in range(windows)]
    most = max(sum(start <= place < end for start, end in bounds) for place in range(extent))
    last = b.op(FloorDivideOp, _count(b, windows - 1, windows, extent), b.full([], extent, i64))
    ends, places, terms = _bounds(b, axis, windows, True)[1], _count(b, 0, 1, extent), list[SSAValue]()
    for back in range(most):
        number = b.sub(last, back)
        safe = b.maximum(number, 0)
        there = b.op(LogicalAndOp, b.greater(number, -1), b.greater(b.op(IndexSelectOp, ends, safe, axis=0), places))
        terms.append(b.where(_along(b, there, d, rank_of(x)), b.op(IndexSelectOp, x, safe, axis=d), 0.0))
    return reduce(b.add, terms)
