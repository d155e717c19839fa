"""The filters that an image and the results of a convolution call for: its derivative by the filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType
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
    tensor,
)
from pcc.dialects.pd.batching import merged, parted
from pcc.dialects.pd.convolution import Conv2dOp, Conv2dTransposeOp, Conv3dOp, Conv3dTransposeOp
from pcc.dialects.pd.linear import Multilinear, again
from pcc.dialects.pd.product import Roles, SumOfProducts
from pcc.dialects.pd.windows import Axis, axes_of, reading
from pcc.dialects.relation import Dim, Mark, Relation
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")
GEOMETRY = ("strides", "paddings", "dilations", "groups")  # what it shares with the convolution that it belongs to


def _derivative(name: str, *specs: Any, **options: Any) -> Sample:
    """A sample of the derivative of `paddle.nn.functional.<name>` by its filters; the last spec is the cotangent."""

    def call(paddle: Any, x: Any, w: Any, cotangent: Any) -> Any:
        w.stop_gradient = False
        made = getattr(paddle.nn.functional, name)(x, w, **options)
        return paddle.grad([made], [w], [cotangent], create_graph=True)[0]

    return sample(call, *specs, tolerance=1e-5)


@irdl_op_definition
class ConvolutionFilterOp(SumOfProducts, Multilinear):
    """out[f, c, t] = sum over n, p of windows[n, f, p] * image[n, c, p * stride + t * dilation - padding], per group.

    Two or three axes, channels first; `taps` are the filters' extents, `paddings` two for each axis.
    """

    name = "pd.convolution_filter"
    image = operand_def(base(TensorType))
    windows = operand_def(base(TensorType))
    taps = prop_def(base(DenseArrayBase))
    strides = prop_def(base(DenseArrayBase))
    paddings = prop_def(base(DenseArrayBase))
    dilations = prop_def(base(DenseArrayBase))
    groups = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    KERNEL: ClassVar = "convolution_filter"
    SAMPLES: ClassVar = (
        _derivative("conv2d", (2, 3, 9, 11), (5, 3, 3, 3), (2, 5, 9, 11), padding=1),
        _derivative("conv2d", (2, 4, 9, 8), (6, 2, 3, 2), (2, 6, 4, 5), stride=2, padding=[1, 0, 1, 2], groups=2),
        _derivative("conv2d", (1, 4, 9, 11), (4, 1, 3, 3), (1, 4, 7, 9), groups=4),
        _derivative("conv2d", (1, 32, 6, 5), (48, 32, 1, 1), (1, 48, 6, 5)),
        _derivative("conv2d_transpose", (2, 3, 5, 7), (3, 4, 2, 2), (2, 4, 10, 14), stride=2),
        _derivative("conv3d", (1, 2, 5, 6, 7), (3, 2, 2, 3, 1), (1, 3, 4, 4, 7)),
        _derivative("conv2d", *(Spec(s, "float64") for s in ((1, 2, 9, 9), (3, 2, 3, 3), (1, 3, 5, 5))), dilation=2),
    )

    def window_axes(self) -> list[Axis]:
        """The windows on the spatial axes of the image."""
        given = py(self.taps), py(self.strides), py(self.paddings)
        return axes_of(shape_of(self.image)[2:], *given, "EXPLICIT", py(self.dilations))

    def infer(self) -> Sequence[Tensor]:
        (images, channels, *_), (results, filters, *pixels) = shape_of(self.image), shape_of(self.windows)
        groups = py(self.groups)
        if (
            rank_of(self.image) not in (4, 5)
            or images != results
            or groups < 1
            or channels % groups
            or filters % groups
        ):
            raise TypeRuleError(f"{self.name} of {shape_of(self.image)}, {shape_of(self.windows)}, {groups} groups")
        if [axis.out() for axis in self.window_axes()] != pixels:
            raise TypeRuleError(f"{self.name}: no windows of {py(self.taps)} make {pixels} of {shape_of(self.image)}")
        return [tensor([filters, channels // groups, *(int(t) for t in py(self.taps))], dtype_of(self.image))]

    def relation(self) -> Relation:
        free: list[Dim] = [("_",)] * (rank_of(self.image) - 2)
        channel, filters = (("c",), ("f",)) if py(self.groups) == 1 else (("_",), ("_",))
        image, windows = ((("n",), one, *free) for one in (channel, filters))
        return Relation((image, windows), ((filters, channel, *free),), {"n": Mark.SUMMED})

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        """Calls are groups; or more channels, or more filters, of every group, where the other operand is shared."""
        groups = py(self.groups)
        if all(batched):
            made = self._with(b, merged(b, operands[0], 1), merged(b, operands[1], 1), size * groups)
            return [parted(b, made, 0, size, shape_of(self.out)[0])]
        at = 0 if batched[0] else 1
        own = shape_of(self.operands[at])
        apart = b.reshape(operands[at], [size, own[0], groups, own[1] // groups, *own[2:]])
        inner = b.transpose(apart, [1, 2, 0, *range(3, len(own) + 2)])
        more = b.reshape(inner, [own[0], size * own[1], *own[2:]])
        filters, channels, *taps = shape_of(self.out)
        if batched[0]:
            made = self._with(b, more, operands[1], groups)
            return [parted(b, made, 1, size, channels)]
        made = b.reshape(self._with(b, operands[0], more, groups), [groups, size, filters // groups, channels, *taps])
        turned = b.transpose(made, [1, 0, *range(2, len(taps) + 4)])
        return [b.reshape(turned, [size, filters, channels, *taps])]

    def _with(self, b: Builder, image: SSAValue, windows: SSAValue, groups: int) -> SSAValue:
        """The same of other operands, in other groups."""
        return again(self, b, [image, windows], {**self.properties, "groups": attribute_of(groups)})[0]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        if all(moving) or c is None:
            return NotImplemented
        given: dict[str, Any] = {name: self.properties[name] for name in GEOMETRY}
        given |= {"padding_algorithm": "EXPLICIT", "data_format": "NCHW"}
        forward, back = ((Conv2dOp, Conv2dTransposeOp), (Conv3dOp, Conv3dTransposeOp))[rank_of(self.image) - 4]
        if moving[1]:
            return [None, b.op(forward, self.image, c, **given)]
        size = list(shape_of(self.image)[2:])
        return [b.op(back, self.windows, c, output_padding=[], output_size=size, **given), None]

    # ---- the definition, in loops
    def extents(self) -> Sequence[int]:
        images, _, *pixels = shape_of(self.windows)
        return [images, *pixels]

    def factors(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[Callable[[], S]]:
        (filter, channel, *tap), (image, *pixel) = index, reduced
        filters, channels = shape_of(self.out)[:2]
        group = filter // (filters // py(self.groups))
        axes = self.window_axes()
        place = [axis.place(p, t) for axis, p, t in zip(axes, pixel, tap, strict=True)]
        element = partial(k.read, self.image, [image, group * channels + channel, *place])
        return [reading(k, axes, place, element), partial(k.read, self.windows, [image, filter, *pixel])]

    def roles(self) -> Roles:
        """Rows are a group's filters, columns its channels and taps."""
        filters, *columns = shape_of(self.out)
        groups = py(self.groups)
        own = filters // groups

        def index(batch: Index, rows: Index, columns: Index) -> list[Expr]:
            return [batch[0] * own + rows[0], *columns]

        return Roles((groups,), (own,), tuple(columns), 1, index)
