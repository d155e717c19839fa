"""Windows that slide over images: the geometry that convolution and pooling share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from xdsl.dialects.builtin import i32, i64

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import TypeRuleError
from pcc.dialects.scalars import Scalars

S = TypeVar("S")


def is_channel_last(data_format: str) -> bool:
    """NHWC and the like."""
    return data_format.endswith("C")


def to_channels_first(rank: int) -> list[int]:
    return [0, rank - 1, *range(1, rank - 1)]


def to_channels_last(rank: int) -> list[int]:
    return [0, *range(2, rank), 1]


@dataclass(frozen=True)
class Axis:
    """One axis of an image under windows: place = out * stride + tap * dilation - low, for taps 0 .. kernel."""

    extent: int
    kernel: int
    stride: int
    low: int
    high: int
    dilation: int = 1

    @property
    def reach(self) -> int:
        """Places that one window spans."""
        return self.dilation * (self.kernel - 1) + 1

    def out(self, ceil: bool = False) -> int:
        """How many windows fit."""
        room = self.extent + self.low + self.high - self.reach + (self.stride - 1 if ceil else 0)
        return room // self.stride + 1

    def place(self, out: Expr, tap: Expr) -> Expr:
        return out * self.stride + tap * self.dilation - self.low


def axes_of(
    extents: Sequence[int], kernel: Sequence[int], strides: Sequence[int], paddings: Sequence[int],
    algorithm: str, dilations: Sequence[int] | None = None,
) -> list[Axis]:  # fmt: skip
    """The axes of an image; `paddings` has one entry an axis, or two. SAME ignores dilations, as in Paddle."""
    rank = len(extents)
    steps = list(dilations or [1] * rank)
    if min([*strides, *steps, *kernel]) < 1 or not len(kernel) == len(strides) == len(steps) == rank:
        raise TypeRuleError(f"windows need a positive kernel, stride and dilation for each of {rank} axes")
    pads = _paddings(extents, kernel, strides, paddings, algorithm)
    if algorithm == "SAME":
        steps = [1] * rank
    return [
        Axis(e, k, s, low, high, d)
        for e, k, s, (low, high), d in zip(extents, kernel, strides, pads, steps, strict=True)
    ]


def _paddings(
    extents: Sequence[int], kernel: Sequence[int], strides: Sequence[int], paddings: Sequence[int], algorithm: str
) -> list[tuple[int, int]]:
    rank = len(extents)
    if algorithm == "VALID":
        return [(0, 0)] * rank
    if algorithm == "SAME":
        total = [max((-(-e // s) - 1) * s + k - e, 0) for e, k, s in zip(extents, kernel, strides, strict=True)]
        return [(t // 2, t - t // 2) for t in total]
    if len(paddings) == rank:
        return [(int(p), int(p)) for p in paddings]
    if len(paddings) != 2 * rank:
        raise TypeRuleError(f"{len(paddings)} paddings for {rank} axes; give one or two an axis")
    return [(int(paddings[2 * d]), int(paddings[2 * d + 1])) for d in range(rank)]


def inside(k: Scalars[S], place: Expr, extent: int) -> list[S]:
    """The conditions under which a place lies in the image; none if it always does."""
    low, high = place.bounds
    at = lambda: k.index(place, i32 if -(2**31) <= low <= high < 2**31 else i64)  # noqa: E731
    conditions = [k.compare("ge", at(), 0)] if low < 0 else []
    return conditions + ([k.compare("lt", at(), extent)] if high >= extent else [])


def where(k: Scalars[S], conditions: Callable[[], Sequence[S]], read: Callable[[], S]) -> Callable[[], S]:
    """What reads an element where all conditions hold; 0 elsewhere."""

    def element() -> S:
        hold = conditions()
        return k.guard(hold, read, 0) if hold else read()

    return element


def reading(k: Scalars[S], axes: Sequence[Axis], place: Sequence[Expr], read: Callable[[], S]) -> Callable[[], S]:
    """What reads the element at a place of the axes; 0 outside of the image."""
    return where(k, lambda: [c for axis, at in zip(axes, place, strict=True) for c in inside(k, at, axis.extent)], read)
