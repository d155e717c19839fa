"""Convolution whose windows are no grids: each tap has an offset that data gives (Dai et al., arXiv 1703.06211)."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_float,
    py,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.contraction import MatmulOp
from pcc.dialects.pd.sampling import GridSampleOp
from pcc.dialects.pd.windows import Axis, axes_of

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def _convolution(image: Sequence[int], filters: Sequence[int], masked: bool = True, **options: Any) -> Sample:
    """A sample with offsets of up to two elements, of a result as large as the image's by strides."""
    step, images, taps = options.get("stride", 1), options.get("deformable_groups", 1), prod(filters[2:])
    places = (image[0], *(-(-e // step) for e in image[2:]))
    spread = lambda each, low, high: Spec((places[0], each * images * taps, *places[1:]), low=low, high=high)  # noqa: E731

    def call(paddle: Any, x: Any, offset: Any, weight: Any, mask: Any = None) -> Any:
        return paddle.vision.ops.deform_conv2d(x, offset, weight, mask=mask, padding=1, **options)

    masks = [spread(1, 0, 1)] if masked else []
    return sample(call, Spec(tuple(image)), spread(2, -2, 2), Spec(tuple(filters)), *masks, tolerance=2e-5)


@irdl_op_definition
class DeformableConvOp(PdOp):
    """out[n, m, p] = sum over c, k of filter[m, c, k] * x[n, c] at tap k of window p, moved by offset, times mask.

    Between elements x is bilinear, outside zero. Each of `deformable_groups` groups of channels has offsets of its own,
    (y, x) for each tap.
    """

    name = "pd.deformable_conv"
    x = operand_def(base(TensorType))
    offset = operand_def(base(TensorType))
    filter = operand_def(base(TensorType))
    mask = opt_operand_def(base(TensorType))
    strides = prop_def(base(DenseArrayBase))
    paddings = prop_def(base(DenseArrayBase))
    dilations = prop_def(base(DenseArrayBase))
    deformable_groups = prop_def(base(IntegerAttr))
    groups = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _convolution((2, 4, 6, 7), (5, 4, 3, 3)),
        _convolution((1, 4, 5, 9), (6, 2, 3, 3), deformable_groups=2, groups=2, stride=2),
        _convolution((1, 2, 4, 5), (3, 2, 3, 3), masked=False),
    )

    def axes(self) -> Sequence[Axis]:
        image, taps = shape_of(self.x)[2:], shape_of(self.filter)[2:]
        return axes_of(image, taps, py(self.strides), py(self.paddings), "EXPLICIT", py(self.dilations))

    def infer(self) -> Sequence[Tensor]:
        (images, channels, *_), (filters, own, *taps) = shape_of(self.x), shape_of(self.filter)
        groups, deformed, places = py(self.groups), py(self.deformable_groups), [axis.out() for axis in self.axes()]
        if own * groups != channels or filters % groups or channels % deformed or not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"deformable_conv of {shape_of(self.x)} by {shape_of(self.filter)} in {groups} groups")
        for value, each in ((self.offset, 2), (self.mask, 1)):
            wanted = (images, each * deformed * prod(taps), *places)
            if value is not None and shape_of(value) != wanted:
                raise TypeRuleError(f"deformable_conv: offsets or a mask of {shape_of(value)}, not {wanted}")
        return [tensor([images, filters, *places], dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        """Samples of the image at all taps, then a product with the filters."""
        (images, channels, *extents), (filters, own, *taps) = shape_of(self.x), shape_of(self.filter)
        deformed, groups, places = py(self.deformable_groups), py(self.groups), shape_of(self.out)[2:]
        image = b.reshape(self.x, [images * deformed, channels // deformed, *extents])
        how = {"mode": "bilinear", "padding_mode": "zeros", "align_corners": False}
        samples = b.op(GridSampleOp, image, self._grid(b), **how)
        if self.mask is not None:
            mask = b.reshape(self.mask, [images * deformed, 1, *shape_of(samples)[2:]])
            samples = b.mul(samples, mask)
        columns = b.reshape(samples, [images, groups, own * prod(taps), prod(places)])
        rows = b.reshape(self.filter, [1, groups, filters // groups, own * prod(taps)])
        product = b.op(MatmulOp, rows, columns, transpose_x=False, transpose_y=False)
        return [b.reshape(product, shape_of(self.out))]

    def _grid(self, b: Builder) -> SSAValue:
        """Where samples are, as `pd.grid_sample` wants it: (x, y) with the image's edges at -1 and 1."""
        (down, across), (_, _, *places) = self.axes(), shape_of(self.offset)
        count = shape_of(self.x)[0] * py(self.deformable_groups)
        offsets = b.reshape(self.offset, [count, down.kernel, across.kernel, 2, *places])
        moved = [b.slice(offsets, 3, n, n + 1, drop=True) for n in (0, 1)]
        rows = b.add(moved[0], self._starts(b, down, [1, down.kernel, 1, down.out(), 1]))
        columns = b.add(moved[1], self._starts(b, across, [1, 1, across.kernel, 1, across.out()]))
        pair = [self._scaled(b, columns, across.extent), self._scaled(b, rows, down.extent)]
        stacked = b.concat([b.reshape(v, [*shape_of(v), 1]) for v in pair], 5)
        return b.reshape(stacked, [count, down.kernel * across.kernel * places[0], places[1], 2])

    def _starts(self, b: Builder, axis: Axis, shape: Sequence[int]) -> SSAValue:
        """Where taps of windows are without offsets, in the axes of `shape`."""
        taps, windows = (b.count(n) for n in (axis.kernel, axis.out()))
        begin = b.sub(b.mul(b.reshape(windows, [1, axis.out()]), axis.stride), axis.low)
        at = b.add(b.mul(b.reshape(taps, [axis.kernel, 1]), axis.dilation), begin)
        return b.reshape(b.cast(at, dtype_of(self.offset)), shape)

    def _scaled(self, b: Builder, places: SSAValue, extent: int) -> SSAValue:
        return b.sub(b.mul(b.add(b.mul(places, 2.0), 1.0), 1.0 / extent), 1.0)
