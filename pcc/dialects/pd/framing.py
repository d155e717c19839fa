"""Signals cut into frames that overlap, and put together again."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import Tangent, Tensor, TypeRuleError, dtype_of, py, rank_of, sample, shape_of, tensor
from pcc.dialects.pd.linear import Linear
from pcc.dialects.pd.padding import padded
from pcc.dialects.pd.rearrangement import FoldOp, UnfoldOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


class Framed(Linear):
    """Signals lie along the last axis (axis -1), or the first (axis 0); so do their frames, one axis further in."""

    x = operand_def(base(TensorType))
    hop_length = prop_def(base(IntegerAttr))
    axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    def first(self) -> bool:
        return py(self.axis) == 0

    def turned(self, shape: Sequence[int]) -> list[int]:
        """A shape with its axes in reverse if signals lie along the first."""
        return list(reversed(shape)) if self.first() else list(shape)

    def turn(self, b: Builder, x: SSAValue) -> SSAValue:
        return b.transpose(x, self.turned(range(rank_of(x))))


def _windows(taps: int, hop: int) -> dict[str, list[int]]:
    """How `pd.unfold` cuts an image of one row."""
    return {"kernel_sizes": [1, taps], "strides": [1, hop], "paddings": [0] * 4, "dilations": [1, 1]}


@irdl_op_definition
class FrameOp(Framed):
    """out[..., i, j] = x[..., j * hop_length + i], or with axis 0 out[j, i, ...] = x[j * hop_length + i, ...]."""

    name = "pd.frame"
    frame_length = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.signal.frame(x, 8, 3), (2, 3, 40)),
        sample(lambda paddle, x: paddle.signal.frame(x, 4, 6, axis=0), (33, 5)),
        sample(lambda paddle, x: paddle.signal.frame(x, 16, 4), (64,)),
        sample(lambda paddle, x: paddle.signal.stft(x, 16, 5, center=False).abs(), (2, 64)),
    )

    def infer(self) -> Sequence[Tensor]:
        (*rows, length), taps, hop = self.turned(shape_of(self.x)), py(self.frame_length), py(self.hop_length)
        if hop < 1 or not 1 <= taps <= length:
            raise TypeRuleError(f"frame: no frames of {taps} every {hop} in signals of {length}")
        return [tensor(self.turned([*rows, taps, (length - taps) // hop + 1]), dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        *rows, length = self.turned(shape_of(self.x))
        image = b.reshape(self.turn(b, self.x), [prod(rows), 1, 1, length])
        frames = b.op(UnfoldOp, image, **_windows(py(self.frame_length), py(self.hop_length)))
        return [self.turn(b, b.reshape(frames, self.turned(shape_of(self.out))))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        signals = b.op(OverlapAddOp, cotangents[0], hop_length=self.hop_length, axis=self.axis)
        return [padded(b, signals, [0] * rank_of(signals), shape_of(self.x))]


@irdl_op_definition
class OverlapAddOp(Framed):
    """The sum of frames at their places: out[..., t] = sum of x[..., i, j] with j * hop_length + i = t."""

    name = "pd.overlap_add"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.signal.overlap_add(x, 3), (2, 3, 8, 7)),
        sample(lambda paddle, x: paddle.signal.overlap_add(x, 3, axis=0), (5, 4, 9)),
        sample(lambda paddle, x: paddle.signal.overlap_add(x, 4), (16, 33)),
    )

    def infer(self) -> Sequence[Tensor]:
        (*rows, taps, count), hop = self.turned(shape_of(self.x)), py(self.hop_length)
        if hop < 1:
            raise TypeRuleError(f"overlap_add: frames every {hop} elements")
        return [tensor(self.turned([*rows, (count - 1) * hop + taps]), dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        """A frame is blocks of hop_length, which meet those of later frames."""
        (*rows, taps, count), hop = self.turned(shape_of(self.x)), py(self.hop_length)
        blocks, n = -(-taps // hop), prod(rows)
        whole = padded(b, b.reshape(self.turn(b, self.x), [n, taps, count]), [0, 0, 0], [n, blocks * hop, count])
        columns = b.transpose(b.reshape(whole, [n, blocks, hop, count]), [0, 2, 1, 3])
        columns = b.reshape(columns, [n, hop * blocks, count])
        total = count + blocks - 1
        image = b.op(FoldOp, columns, **_windows(blocks, 1), output_sizes=[1, total])
        signals = b.reshape(b.transpose(b.reshape(image, [n, hop, total]), [0, 2, 1]), [n, total * hop])
        made = self.turned(shape_of(self.out))
        return [self.turn(b, b.reshape(padded(b, signals, [0, 0], [n, made[-1]]), made))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        taps = self.turned(shape_of(self.x))[-2]
        return [b.op(FrameOp, cotangents[0], frame_length=taps, hop_length=self.hop_length, axis=self.axis)]
