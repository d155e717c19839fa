"""Convolutions and their transposes over 1 to 3 axes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, StringAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    attribute_of,
    dtype_of,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.pd.batching import merged, parted
from pcc.dialects.pd.linear import Multilinear, again
from pcc.dialects.pd.product import Roles, SumOfProducts
from pcc.dialects.pd.slicing import FlipOp
from pcc.dialects.pd.windows import (
    Axis,
    axes_of,
    inside,
    is_channel_last,
    reading,
    to_channels_first,
    to_channels_last,
    where,
)
from pcc.dialects.relation import Dim, Mark, Relation
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")
TURNING_PAYS = 1024  # pixels that every filter meets, from which on turning filters costs little


def _call(name: str, *specs: Any, tolerance: float = 1e-5, **options: Any) -> Sample:
    """A sample of `paddle.nn.functional.<name>`."""
    call = lambda paddle, *tensors: getattr(paddle.nn.functional, name)(*tensors, **options)  # noqa: E731
    return sample(call, *specs, tolerance=tolerance)


class Sliding(SumOfProducts, Multilinear):
    """What convolutions have in common: an image, filters, and a window on each axis.

    Channel-last images are turned to channel-first ones; all else here speaks of those.
    """

    filter = operand_def(base(TensorType))
    strides = prop_def(base(DenseArrayBase))
    paddings = prop_def(base(DenseArrayBase))
    padding_algorithm = prop_def(base(StringAttr))
    groups = prop_def(base(IntegerAttr))
    dilations = prop_def(base(DenseArrayBase))
    data_format = prop_def(base(StringAttr))
    out = result_def(base(TensorType))

    KERNEL: ClassVar[str] = "convolution"
    TRANSPOSED: ClassVar[bool] = False

    def image(self) -> SSAValue:
        """The operand that the windows slide over (for a transpose: that is spread)."""
        return self.operands[0]

    def image_shape(self) -> tuple[int, ...]:
        """The image's shape, channels first."""
        shape = shape_of(self.image())
        return tuple(shape[d] for d in to_channels_first(len(shape))) if self.is_composite else shape

    def window_axes(self) -> list[Axis]:
        """The windows on the spatial axes of the image."""
        spatial, kernel = self.image_shape()[2:], shape_of(self.filter)[2:]
        return axes_of(
            spatial, kernel, py(self.strides), py(self.paddings), py(self.padding_algorithm), py(self.dilations)
        )

    @abstractmethod
    def result_shape(self) -> list[int]:
        """The result's shape, channels first."""

    def check(self) -> None:
        rank, groups = rank_of(self.image()), py(self.groups)
        if rank_of(self.filter) != rank or not 3 <= rank <= 5:
            raise TypeRuleError(f"{self.name} of an image of rank {rank} with filters of rank {rank_of(self.filter)}")
        filters = shape_of(self.filter)
        given = filters[0] if self.TRANSPOSED else filters[1] * groups
        if groups < 1 or given != self.image_shape()[1] or filters[0] % groups:
            raise TypeRuleError(f"{self.name}: {self.image_shape()[1]} channels, filters {filters}, {groups} groups")

    def infer(self) -> Sequence[Tensor]:
        self.check()
        shape = self.result_shape()
        if min(shape[2:]) < 0:
            raise TypeRuleError(f"{self.name}: the window is larger than the padded image {shape_of(self.image())}")
        if self.is_composite:
            shape = [shape[d] for d in to_channels_last(len(shape))]
        return [tensor(shape, dtype_of(self.image()))]

    def relation(self) -> Relation:
        axes = [(f"w{d}",) for d in range(rank_of(self.image()) - 2)]
        free: list[Dim] = [("_",)] * len(axes)
        one = py(self.groups) == 1
        channel, filters = (("c",), ("f",)) if one else (("_",), ("_",))
        image, result = ((("n",), c, *axes) for c in (channel, filters))
        if self.is_composite:
            image, result = ((("n",), *axes, c) for c in (channel, filters))
        side: tuple[Dim, ...] = (channel, filters, *free) if self.TRANSPOSED else (filters, channel, *free)
        marks = {dim[0]: Mark.WINDOWED for dim in axes} | ({"c": Mark.SUMMED} if one else {})
        others = [tuple(("_",) for _ in shape_of(o)) for o in self.operands[2:]]
        return Relation((image, side, *others), (result,), marks)

    @property
    def is_composite(self) -> bool:
        return is_channel_last(py(self.data_format))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        rank = rank_of(self.image())
        first = b.transpose(self.image(), to_channels_first(rank))
        given: dict[str, Any] = {**self.properties, "data_format": "NCHW"}
        given.pop("operandSegmentSizes", None)
        out = b.op(type(self), first, *self.operands[1:], **given)
        return [b.transpose(out, to_channels_last(rank))]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        """Filters of many calls are groups, each of its call's image, or more filters in every group of one."""
        if not batched[1]:
            return super().batch(b, operands, batched, size)
        if self.is_composite:
            return NotImplemented
        (image, filters), groups, channels = operands, py(self.groups), shape_of(self.out)[1]
        if batched[0]:
            made = self._with(b, merged(b, image, 1), merged(b, filters, 0), size * groups)
            return [parted(b, made, 1, size, channels)]
        own, per = list(shape_of(self.filter)), channels // groups
        if self.TRANSPOSED:
            filters = merged(b, filters, 1)
        else:
            apart = b.reshape(filters, [size, groups, per, *own[1:]])
            filters = b.reshape(merged(b, apart, 1), [size * channels, *own[1:]])
        made = self._with(b, image, filters, groups)
        images, _, *rest = shape_of(made)
        apart = parted(b, b.reshape(made, [images, groups, size * per, *rest]), 2, size, per)
        return [b.reshape(apart, (size, *shape_of(self.out)))]

    def _with(self, b: Builder, image: SSAValue, filters: SSAValue, groups: int) -> SSAValue:
        """The same of another image, with other filters, in other groups."""
        return again(self, b, [image, filters], {**self.properties, "groups": attribute_of(groups)})[0]

    # ---- the definition, in loops
    def roles(self) -> Roles:
        """Rows are a group's filters, columns the places of all images."""
        (images, filters, *places), groups = shape_of(self.out), py(self.groups)
        own = filters // groups

        def index(batch: Index, rows: Index, columns: Index) -> list[Expr]:
            (group,), (row,), (image, *place) = batch, rows, columns
            return [image, group * own + row, *place]

        return Roles((groups,), (own,), (images, *places), 1, index)

    # ---- transposes
    def geometry(self) -> dict[str, Any]:
        """The windows, with explicit padding."""
        axes = self.window_axes()
        return {
            "strides": [a.stride for a in axes],
            "paddings": [p for a in axes for p in (a.low, a.high)],
            "padding_algorithm": "EXPLICIT",
            "groups": py(self.groups),
            "dilations": [a.dilation for a in axes],
            "data_format": "NCHW",
        }

    def filter_cotangent(self, b: Builder, image: SSAValue, windows: SSAValue) -> SSAValue:
        """sum over n, p of windows[n, f, p] * image[n, c, p * stride + t * dilation - padding], as [f, c, t]."""
        from pcc.dialects.pd.convolution_filter import GEOMETRY, ConvolutionFilterOp

        given = {name: value for name, value in self.geometry().items() if name in GEOMETRY}
        return b.op(ConvolutionFilterOp, image, windows, taps=list(shape_of(self.filter)[2:]), **given)


class Convolution(Sliding):
    """out[n, f, p] = sum over c, t of filter[f, c, t] * input[n, c, p * stride + t * dilation - padding], per group."""

    input = operand_def(base(TensorType))

    def image(self) -> SSAValue:
        return self.input

    def result_shape(self) -> list[int]:
        return [self.image_shape()[0], shape_of(self.filter)[0], *(axis.out() for axis in self.window_axes())]

    def extents(self) -> Sequence[int]:
        return shape_of(self.filter)[1:]

    def factors(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[Callable[[], S]]:
        (image, filter, *at), (channel, *tap) = index, reduced
        filters, channels = shape_of(self.filter)[:2]
        group = filter // (filters // py(self.groups))
        axes = self.window_axes()
        place = [axis.place(p, t) for axis, p, t in zip(axes, at, tap, strict=True)]
        pixel = partial(k.read, self.input, [image, group * channels + channel, *place])
        return [reading(k, axes, place, pixel), partial(k.read, self.filter, [filter, *reduced])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), geometry = cotangents, self.geometry()
        if self.is_composite or all(moving) or c is None:
            return NotImplemented
        if moving[1]:
            return [None, self.filter_cotangent(b, self.input, c)]
        back = next(
            kind for kind in (Conv2dTransposeOp, DepthwiseConv2dTransposeOp, Conv3dTransposeOp) if kind.OF is type(self)
        )
        size = list(self.image_shape()[2:])
        return [b.op(back, c, self.filter, output_padding=[], output_size=size, **geometry), None]


@irdl_op_definition
class Conv2dOp(Convolution):
    """Convolution over 2 axes."""

    name = "pd.conv2d"
    SAMPLES: ClassVar = (
        _call("conv2d", (2, 3, 9, 11), (5, 3, 3, 3), padding=1),
        _call("conv2d", (1, 4, 8, 8), (6, 2, 3, 3), (6,), stride=2, groups=2),
        _call("conv2d", (2, 3, 12, 10), (4, 3, 3, 2), padding=[2, 1], dilation=2),
        _call("conv2d", (1, 3, 7, 9), (4, 3, 3, 3), padding=[1, 2, 0, 1]),
        _call("conv2d", (1, 3, 7, 9), (4, 3, 3, 2), padding="SAME", stride=2),
        _call("conv2d", (2, 7, 9, 3), (4, 3, 3, 3), padding="VALID", data_format="NHWC"),
        _call("conv2d", (2, 6, 5, 7), (4, 6, 1, 1)),
        _call("conv1d", (2, 3, 17), (4, 3, 5), padding=2, stride=2),
        _call("conv2d", Spec((1, 2, 6, 6), "float64"), Spec((3, 2, 3, 3), "float64"), padding=1),
        _call("conv2d", (1, 2, 3, 3), (3, 2, 3, 3)),
    )


@irdl_op_definition
class DepthwiseConv2dOp(Convolution):
    """Convolution over 2 axes with one group for every channel."""

    name = "pd.depthwise_conv2d"
    SAMPLES: ClassVar = (
        _call("conv2d", (2, 6, 9, 11), (6, 1, 3, 3), padding=1, groups=6),
        _call("conv2d", (1, 4, 9, 8), (4, 1, 5, 5), padding=2, stride=2, groups=4),
        _call("conv2d", (1, 3, 9, 8), (6, 1, 3, 3), (6,), padding=[1, 2], groups=3),
        _call("conv2d", (1, 9, 8, 4), (4, 1, 3, 3), padding="SAME", groups=4, data_format="NHWC"),
    )


@irdl_op_definition
class Conv3dOp(Convolution):
    """Convolution over 3 axes."""

    name = "pd.conv3d"
    SAMPLES: ClassVar = (
        _call("conv3d", (1, 3, 5, 6, 7), (4, 3, 3, 3, 3), padding=1),
        _call("conv3d", (2, 4, 5, 6, 7), (4, 2, 2, 3, 1), (4,), stride=[1, 2, 1], groups=2, padding=[0, 1, 0]),
        _call("conv3d", (1, 5, 6, 7, 3), (4, 3, 3, 3, 3), padding="SAME", data_format="NDHWC"),
    )


class ConvolutionTranspose(Sliding):
    """out[n, f, s] = sum over c, t, p of x[n, c, p] * filter[c, f, t] where p * stride + t * dilation - padding = s."""

    x = operand_def(base(TensorType))
    output_padding = prop_def(base(DenseArrayBase))
    output_size = prop_def(base(DenseArrayBase))

    TRANSPOSED: ClassVar = True
    OF: ClassVar[type[Convolution]]  # what it is the transpose of

    def image(self) -> SSAValue:
        return self.x

    def result_shape(self) -> list[int]:
        channels = shape_of(self.filter)[1] * py(self.groups)
        return [self.image_shape()[0], channels, *self._extents()]

    def _extents(self) -> list[int]:
        """The result's spatial extents: as given, or the least that the windows reach plus output_padding."""
        axes, size = self.window_axes(), [int(e) for e in py(self.output_size)]
        least = [(a.extent - 1) * a.stride - a.low - a.high + a.reach for a in axes]
        if not size:
            extra = [int(e) for e in py(self.output_padding)] or [0] * len(axes)
            return [e + more for e, more in zip(least, extra, strict=True)]
        if any(not low <= e < low + a.stride for e, low, a in zip(size, least, axes, strict=True)):
            raise TypeRuleError(f"{self.name}: output_size {size} is not within a stride of {least}")
        return size

    def extents(self) -> Sequence[int]:
        filters = shape_of(self.filter)
        return [filters[0] // py(self.groups), *filters[2:]]

    def factors(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[Callable[[], S]]:
        (image, filter, *place), (channel, *tap) = index, reduced
        given, made = shape_of(self.filter)[:2]
        row, axes = filter // made * (given // py(self.groups)) + channel, self.window_axes()
        reach = [s + axis.low - t * axis.dilation for axis, s, t in zip(axes, place, tap, strict=True)]
        pixel = [at // axis.stride for axis, at in zip(axes, reach, strict=True)]

        def conditions() -> list[S]:
            found: list[S] = []
            for axis, at, there in zip(axes, reach, pixel, strict=True):
                found += [k.compare("eq", k.index(at % axis.stride), 0)] if axis.stride > 1 else []
                found += inside(k, there, axis.extent)
            return found

        pixel_read = partial(k.read, self.x, [image, row, *pixel])
        return [where(k, conditions, pixel_read), partial(k.read, self.filter, [row, filter % made, *tap])]

    def canonical(self, b: Builder) -> SSAValue | None:
        """Without strides: the convolution by the filters with their taps in reverse.

        Turning them pays where each meets many pixels, or where a transpose has one channel a group to sum.
        """
        shape, groups, axes = shape_of(self.filter), py(self.groups), self.window_axes()
        given = shape[0] // groups
        if self.is_composite or any(a.stride > 1 for a in axes) or not size_of(self.out):
            return None
        low = [a.reach - 1 - a.low for a in axes]
        high = [e + a.reach - 1 - a.extent - l for e, a, l in zip(self._extents(), axes, low, strict=True)]
        images, _, *pixels = shape_of(self.x)
        if min(*low, *high) < 0 or (images * prod(pixels) < TURNING_PAYS and max(given, shape[1]) > 1):
            return None
        apart = b.reshape(self.filter, [groups, given, *shape[1:]])
        swapped = b.transpose(apart, [0, 2, 1, *range(3, len(shape) + 1)])
        turned = b.op(FlipOp, b.reshape(swapped, [groups * shape[1], given, *shape[2:]]), axis=[*range(2, len(shape))])
        paddings = [p for pair in zip(low, high, strict=True) for p in pair]
        return b.op(self.OF, self.x, turned, **{**self.geometry(), "paddings": paddings})

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        if self.is_composite or all(moving) or c is None:
            return NotImplemented
        if moving[1]:
            return [None, self.filter_cotangent(b, c, self.x)]
        return [b.op(self.OF, c, self.filter, **self.geometry()), None]


@irdl_op_definition
class Conv2dTransposeOp(ConvolutionTranspose):
    """Transpose of a convolution over 2 axes."""

    name = "pd.conv2d_transpose"
    OF: ClassVar = Conv2dOp
    SAMPLES: ClassVar = (
        _call("conv2d_transpose", (2, 3, 5, 7), (3, 4, 2, 2), stride=2),
        _call("conv2d_transpose", (1, 4, 5, 6), (4, 3, 3, 3), (6,), stride=2, padding=1, output_padding=1, groups=2),
        _call("conv2d_transpose", (1, 3, 5, 6), (3, 4, 3, 3), stride=2, padding=1, output_size=[10, 12]),
        _call("conv2d_transpose", (1, 3, 5, 6), (3, 4, 3, 3), dilation=2),
        _call("conv2d_transpose", (1, 5, 6, 3), (3, 4, 3, 3), stride=2, padding="SAME", data_format="NHWC"),
        _call("conv1d_transpose", (2, 3, 9), (3, 4, 4), stride=2, padding=1),
    )


@irdl_op_definition
class DepthwiseConv2dTransposeOp(ConvolutionTranspose):
    """Transpose of a convolution over 2 axes with one group for every channel."""

    name = "pd.depthwise_conv2d_transpose"
    OF: ClassVar = DepthwiseConv2dOp
    SAMPLES: ClassVar = (_call("conv2d_transpose", (2, 4, 5, 6), (4, 1, 3, 3), stride=2, padding=1, groups=4),)


@irdl_op_definition
class Conv3dTransposeOp(ConvolutionTranspose):
    """Transpose of a convolution over 3 axes."""

    name = "pd.conv3d_transpose"
    OF: ClassVar = Conv3dOp
    SAMPLES: ClassVar = (
        _call("conv3d_transpose", (1, 3, 3, 4, 5), (3, 4, 3, 3, 3), stride=2, padding=1),
        _call("conv3d_transpose", (1, 4, 3, 4, 5), (4, 2, 2, 3, 1), groups=2),
    )
