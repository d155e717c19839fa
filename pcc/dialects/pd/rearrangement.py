"""Blocks moved between channels, space and time: pixel and channel shuffles, temporal shift, unfold, fold."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, StringAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.access import relation_of
from pcc.dialects.pd.base import Tangent, Tensor, TypeRuleError, dtype_of, py, rank_of, sample, shape_of, tensor
from pcc.dialects.pd.batching import merged, parted
from pcc.dialects.pd.linear import Linear, Selection, again
from pcc.dialects.pd.reduction import Fold
from pcc.dialects.pd.shape import View
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Image(Selection):
    """An op of one 4-d x, images with channels first (NCHW) or last (NHWC)."""

    x = operand_def(base(TensorType))
    data_format = prop_def(base(StringAttr))
    out = result_def(base(TensorType))

    def last(self) -> bool:
        return py(self.data_format) == "NHWC"

    def split(self, four: Sequence[Expr] | Sequence[int]) -> tuple[Expr, Expr, Expr, Expr]:
        """(n, c, h, w) of an index or shape in the op's format."""
        n, a, b, c = four
        return (n, c, a, b) if self.last() else (n, a, b, c)  # type: ignore[return-value]

    def join(self, n: Expr | int, c: Expr | int, h: Expr | int, w: Expr | int) -> list[Expr]:
        """An index or shape in the op's format."""
        return [n, h, w, c] if self.last() else [n, c, h, w]  # type: ignore[list-item]

    def sizes(self) -> tuple[int, int, int, int]:
        """(n, c, h, w) of x."""
        if rank_of(self.x) != 4:
            raise TypeRuleError(f"{self.name} takes a 4-d tensor, not {shape_of(self.x)}")
        return self.split(shape_of(self.x))  # type: ignore[return-value]

    def made(self, n: int, c: int, h: int, w: int) -> Sequence[Tensor]:
        return [tensor(self.join(n, c, h, w), dtype_of(self.x))]  # type: ignore[arg-type]


@irdl_op_definition
class PixelShuffleOp(Image, View):
    """out[n, c, h*r + i, w*r + j] = x[n, c*r*r + i*r + j, h, w], with r = upscale_factor."""

    name = "pd.pixel_shuffle"
    upscale_factor = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.pixel_shuffle(x, 2), (2, 8, 3, 10)),
        sample(lambda paddle, x: paddle.nn.functional.pixel_shuffle(x, 3, "NHWC"), (2, 3, 4, 18)),
    )

    def infer(self) -> Sequence[Tensor]:
        (n, c, h, w), r = self.sizes(), py(self.upscale_factor)
        if r < 1 or c % (r * r):
            raise TypeRuleError(f"pixel_shuffle by {r} of {c} channels: they must be a multiple of {r * r}")
        return self.made(n, c // (r * r), h * r, w * r)

    def operand_index(self, index: Index) -> Sequence[Expr]:
        (n, c, h, w), r = self.split(index), py(self.upscale_factor)
        return self.join(n, c * (r * r) + h % r * r + w % r, h // r, w // r)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), fmt = cotangents, self.data_format
        return [b.op(PixelUnshuffleOp, c, downscale_factor=self.upscale_factor, data_format=fmt)]


@irdl_op_definition
class PixelUnshuffleOp(Image, View):
    """out[n, c*r*r + i*r + j, h, w] = x[n, c, h*r + i, w*r + j], with r = downscale_factor."""

    name = "pd.pixel_unshuffle"
    downscale_factor = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.pixel_unshuffle(x, 2), (2, 3, 4, 10)),
        sample(lambda paddle, x: paddle.nn.functional.pixel_unshuffle(x, 3, "NHWC"), (2, 3, 6, 4)),
    )

    def infer(self) -> Sequence[Tensor]:
        (n, c, h, w), r = self.sizes(), py(self.downscale_factor)
        if r < 1 or h % r or w % r:
            raise TypeRuleError(f"pixel_unshuffle by {r} of {h} x {w}: both must be multiples")
        return self.made(n, c * r * r, h // r, w // r)

    def operand_index(self, index: Index) -> Sequence[Expr]:
        (n, c, h, w), r = self.split(index), py(self.downscale_factor)
        return self.join(n, c // (r * r), h * r + c // r % r, w * r + c % r)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), fmt = cotangents, self.data_format
        return [b.op(PixelShuffleOp, c, upscale_factor=self.downscale_factor, data_format=fmt)]


class Shuffle(View):
    """Channels in groups, transposed: out channel q*groups + p is x's p*(channels/groups) + q."""

    def moved(self, channel: Expr, groups: int, channels: int) -> Expr:
        if groups < 1 or channels % groups:
            raise TypeRuleError(f"{self.name}: {channels} channels are no {groups} groups")
        return channel % groups * (channels // groups) + channel // groups


@irdl_op_definition
class ChannelShuffleOp(Image, Shuffle):
    """Channels in `groups` groups, transposed: one of each group, then the next of each (ShuffleNet)."""

    name = "pd.channel_shuffle"
    groups = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.channel_shuffle(x, 2), (2, 6, 3, 10)),
        sample(lambda paddle, x: paddle.nn.functional.channel_shuffle(x, 3, "NHWC"), (2, 3, 2, 6)),
    )

    def infer(self) -> Sequence[Tensor]:
        self.moved(Expr(), py(self.groups), self.sizes()[1])
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        n, c, h, w = self.split(index)
        return self.join(n, self.moved(c, py(self.groups), self.sizes()[1]), h, w)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), groups = cotangents, self.sizes()[1] // py(self.groups)
        return [b.op(ChannelShuffleOp, c, groups=groups, data_format=self.data_format)]


@irdl_op_definition
class ShuffleChannelOp(Shuffle):
    """Channels of an NCHW x in `group` groups, transposed (the older name of channel_shuffle)."""

    name = "pd.shuffle_channel"
    x = operand_def(base(TensorType))
    group = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(
            lambda paddle, x: paddle._C_ops.shuffle_channel(x, 3),
            (2, 6, 3, 5),
            reference=lambda x: x.reshape(2, 3, 2, 3, 5).swapaxes(1, 2).reshape(2, 6, 3, 5),
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        self.moved(Expr(), py(self.group), shape_of(self.x)[1])
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        return [index[0], self.moved(index[1], py(self.group), shape_of(self.x)[1]), *index[2:]]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        return [b.op(ShuffleChannelOp, cotangents[0], group=shape_of(self.x)[1] // py(self.group))]


@irdl_op_definition
class TemporalShiftOp(Image):
    """Clips of seg_num frames: the first channels from the frame before, the next from the one after, zero at the ends.

    Channels up to int(c * shift_ratio) are from before, up to int(c * 2 * shift_ratio) from after (arXiv 1811.08383).
    """

    name = "pd.temporal_shift"
    seg_num = prop_def(base(IntegerAttr))
    shift_ratio = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.temporal_shift(x, 3, 0.25), (6, 8, 2, 9)),
        sample(lambda paddle, x: paddle.nn.functional.temporal_shift(x, 2, 0.3, data_format="NHWC"), (4, 2, 3, 7)),
    )

    def infer(self) -> Sequence[Tensor]:
        if self.sizes()[0] % py(self.seg_num):
            raise TypeRuleError(f"temporal_shift: {self.sizes()[0]} frames are no multiple of {py(self.seg_num)}")
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        (n, c, h, w), frames, channels = self.split(index), py(self.seg_num), self.sizes()[1]
        first, second = int(channels * py(self.shift_ratio)), int(channels * 2 * py(self.shift_ratio))

        def frame(step: int) -> S:
            here = lambda: k.read(self.x, self.join(n + step, c, h, w))  # noqa: E731
            zero = lambda: k.constant(0, compute_type(dtype_of(self.x)))  # noqa: E731
            return k.within([(n % frames + step, 0, frames)], here, zero)

        later = lambda: k.within([(c, first, second)], lambda: frame(1), lambda: frame(0))  # noqa: E731
        return k.within([(c, 0, first)], lambda: frame(-1), later) if first else later()

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        made = again(self, b, [merged(b, operands[0], 0)], self.properties)[0]
        return [parted(b, made, 0, size, shape_of(self.out)[0])]


class Windows(Linear):
    """Windows of kernel_sizes over an image, as columns: (n, c * kernel, windows)."""

    x = operand_def(base(TensorType))
    kernel_sizes = prop_def(base(DenseArrayBase))
    strides = prop_def(base(DenseArrayBase))
    paddings = prop_def(base(DenseArrayBase))
    dilations = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))

    def counts(self, height: int, width: int) -> tuple[int, int]:
        """Windows down and across an image."""
        top, left, bottom, right = py(self.paddings)
        numbers: list[int] = []
        for n, (extent, pad) in enumerate([(height, top + bottom), (width, left + right)]):
            reach = py(self.dilations)[n] * (py(self.kernel_sizes)[n] - 1) + 1
            numbers.append((extent + pad - reach) // py(self.strides)[n] + 1)
        if min(numbers) < 1:
            raise TypeRuleError(f"{self.name}: no window of {py(self.kernel_sizes)} fits {height} x {width}")
        return numbers[0], numbers[1]


@irdl_op_definition
class UnfoldOp(Windows):
    """out[n, (c, i, j), (y, x)] = x[n, c, y*stride - padding + i*dilation, ...], zero outside (im2col)."""

    name = "pd.unfold"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.unfold(x, [2, 3], [1, 2], [1, 2]), (2, 3, 5, 20)),
        sample(lambda paddle, x: paddle.nn.functional.unfold(x, 3, 1, 0, 2), (1, 2, 7, 22)),
    )

    def infer(self) -> Sequence[Tensor]:
        n, c, h, w = shape_of(self.x)
        return [tensor([n, c * prod(py(self.kernel_sizes)), prod(self.counts(h, w))], dtype_of(self.x))]

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        _, _, height, width = shape_of(self.x)
        (kh, kw), (sh, sw), (dh, dw) = py(self.kernel_sizes), py(self.strides), py(self.dilations)
        across = self.counts(height, width)[1]
        row = index[2] // across * sh + index[1] // kw % kh * dh - py(self.paddings)[0]
        column = index[2] % across * sw + index[1] % kw * dw - py(self.paddings)[1]
        return k.within(
            [(row, 0, height), (column, 0, width)],
            lambda: k.read(self.x, [index[0], index[1] // (kh * kw), row, column]),
            lambda: k.constant(0, compute_type(dtype_of(self.x))),
        )

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        return [b.op(FoldOp, cotangents[0], **self.properties, output_sizes=list(shape_of(self.x)[2:]))]


@irdl_op_definition
class FoldOp(Windows, Fold):
    """The sum of columns where their windows overlap: the transpose of unfold (col2im)."""

    name = "pd.fold"
    output_sizes = prop_def(base(DenseArrayBase))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.fold(x, [4, 5], [2, 2]), (2, 12, 12)),
        sample(lambda paddle, x: paddle.nn.functional.fold(x, [6, 20], [3, 2], [2, 3], [1, 2]), (1, 6, 24)),
    )

    def infer(self) -> Sequence[Tensor]:
        n, rows, columns = shape_of(self.x)
        height, width = py(self.output_sizes)
        if columns != prod(self.counts(height, width)) or rows % prod(py(self.kernel_sizes)):
            raise TypeRuleError(f"fold: {rows} x {columns} are not the windows of {height} x {width}")
        return [tensor([n, rows // prod(py(self.kernel_sizes)), height, width], dtype_of(self.x))]

    def relation(self) -> Relation:
        return Relation.parse("n _ _ -> n _ _ _")

    def extents(self) -> Sequence[int]:
        return list(py(self.kernel_sizes))

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(0, compute_type(dtype_of(self.x)))]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        counts = self.counts(*py(self.output_sizes))
        kernel, strides, dilations = py(self.kernel_sizes), py(self.strides), py(self.dilations)
        at = [index[2 + d] - reduced[d] * dilations[d] + py(self.paddings)[d] for d in range(2)]
        hits = [(at[d] % strides[d], 0, 1) for d in range(2) if strides[d] > 1]
        window = [at[d] // strides[d] for d in range(2)]
        ranges = [*hits, *((window[d], 0, counts[d]) for d in range(2))]
        row = index[1] * prod(kernel) + reduced[0] * kernel[1] + reduced[1]
        zero = lambda: k.constant(0, compute_type(dtype_of(self.x)))  # noqa: E731
        return [k.within(ranges, lambda: k.read(self.x, [index[0], row, window[0] * counts[1] + window[1]]), zero)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.add(a[0], b[0])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        window = {name: p for name, p in self.properties.items() if name != "output_sizes"}
        return [b.op(UnfoldOp, cotangents[0], **window)]
