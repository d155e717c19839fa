"""Ops that take part of a tensor, or take it in another order: slices, splits, flips, rolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def, var_result_def

from pcc.dialects.index import Expr, delinear, linear
from pcc.dialects.pd.base import (
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.pd.batching import with_axis
from pcc.dialects.pd.linear import Linear, again, whole
from pcc.dialects.pd.padding import padded
from pcc.dialects.pd.shape import View
from pcc.dialects.relation import Relation, letters
from pcc.dialects.scalars import Index

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


@irdl_op_definition
class SliceOp(View):
    """x[starts[i]:ends[i]] along axes[i]; axes in decrease_axis are dropped. Negative bounds count from the end."""

    name = "pd.slice"
    input = operand_def(base(TensorType))
    axes = prop_def(base(DenseArrayBase))
    starts = prop_def(base(DenseArrayBase))
    ends = prop_def(base(DenseArrayBase))
    decrease_axis = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axes", "decrease_axis")
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x[1:, 2:5], (4, 8)),
        sample(lambda paddle, x: x[:, -3], (4, 8)),
        sample(lambda paddle, x: x[2], (4, 40)),
    )

    def ranges(self) -> list[tuple[int, int]]:
        """(start, length) of every operand dimension."""
        ranges = [(0, e) for e in shape_of(self.input)]
        for axis, start, end in zip(py(self.axes), py(self.starts), py(self.ends), strict=True):
            axis = normalize_axis(int(axis), len(ranges))
            extent = ranges[axis][1]
            low, high = (min(max(int(v) + extent if v < 0 else int(v), 0), extent) for v in (start, end))
            ranges[axis] = low, max(high - low, 0)
        return ranges

    def dropped(self) -> set[int]:
        return {normalize_axis(int(a), rank_of(self.input)) for a in py(self.decrease_axis)}

    def infer(self) -> Sequence[Tensor]:
        dropped = self.dropped()
        return [tensor([n for d, (_, n) in enumerate(self.ranges()) if d not in dropped], dtype_of(self.input))]

    def canonical(self, b: Builder) -> SSAValue | None:
        return self.input if self.input.type == self.out.type else None

    def operand_index(self, index: Index) -> Sequence[Expr]:
        dropped, kept = self.dropped(), iter(index)
        return [(Expr() if d in dropped else next(kept)) + start for d, (start, _) in enumerate(self.ranges())]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), ranges, own = cotangents, self.ranges(), shape_of(self.input)
        assert c is not None
        kept = b.reshape(c, [length for _, length in ranges])
        return [padded(b, kept, [start for start, _ in ranges], own)]


@irdl_op_definition
class StridedSliceOp(View):
    """x[starts[i]:ends[i]:strides[i]] along axes[i], with Python's meaning of negative numbers."""

    name = "pd.strided_slice"
    x = operand_def(base(TensorType))
    axes = prop_def(base(DenseArrayBase))
    starts = prop_def(base(DenseArrayBase))
    ends = prop_def(base(DenseArrayBase))
    strides = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axes",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x[:, ::-1, 1:3:2], (2, 5, 4)),
        sample(lambda paddle, x: x[..., ::2], (3, 67)),
        sample(lambda paddle, x: paddle.strided_slice(x, [0, 1], [-1, 0], [-100, 100], [-2, 3]), (6, 40)),
    )

    def ranges(self) -> list[range]:
        """The operand's indices per dimension."""
        ranges = [range(e) for e in shape_of(self.x)]
        given = zip(py(self.axes), py(self.starts), py(self.ends), py(self.strides), strict=True)
        for axis, start, end, stride in given:
            axis = normalize_axis(int(axis), len(ranges))
            if not stride:
                raise TypeRuleError("strided_slice with stride 0")
            ranges[axis] = range(*slice(int(start), int(end), int(stride)).indices(shape_of(self.x)[axis]))
        return ranges

    def infer(self) -> Sequence[Tensor]:
        return [tensor([len(r) for r in self.ranges()], dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        return [i * r.step + r.start for i, r in zip(index, self.ranges(), strict=True)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        from pcc.dialects.pd.assignment import SetValueWithTensorOp

        (c,), ranges, zeros = cotangents, self.ranges(), whole(b, None, self.x)
        stops = [r.stop if r.stop >= 0 else -1 - e for r, e in zip(ranges, shape_of(self.x), strict=True)]
        where = {"starts": [r.start for r in ranges], "ends": stops, "steps": [r.step for r in ranges]}
        where |= {"axes": list(range(len(ranges))), "decrease_axes": [], "none_axes": []}
        return [b.op(SetValueWithTensorOp, c, zeros, **where)]


@irdl_op_definition
class CropOp(View):
    """x[offsets[d] : offsets[d] + shape[d]] along every dimension; -1 in shape means up to the end."""

    name = "pd.crop"
    x = operand_def(base(TensorType))
    shape = prop_def(base(DenseArrayBase))
    offsets = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.crop(x, [2, -1, 3], [1, 2, 0]), (4, 5, 6)),)

    def infer(self) -> Sequence[Tensor]:
        own, offsets = shape_of(self.x), py(self.offsets)
        extents = [e - o if n == -1 else n for e, n, o in zip(own, py(self.shape), offsets, strict=True)]
        for e, n, o in zip(own, extents, offsets, strict=True):
            if o < 0 or n < 0 or o + n > e:
                raise TypeRuleError(f"crop of {py(self.shape)} at {py(self.offsets)} leaves {shape_of(self.x)}")
        return [tensor(extents, dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        return [i + int(o) for i, o in zip(index, py(self.offsets), strict=True)]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        properties = {"shape": [size, *shape_of(self.out)], "offsets": [0, *py(self.offsets)]}
        return with_axis(self, b, operands, batched, size, **properties)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [padded(b, c, [int(o) for o in py(self.offsets)], shape_of(self.x))]


@irdl_op_definition
class ViewSliceOp(View):
    """input[begin_idx:end_idx] along the first dimension."""

    name = "pd.view_slice"
    input = operand_def(base(TensorType))
    begin_idx = prop_def(base(IntegerAttr))
    end_idx = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle._C_ops.view_slice(x * 1, 1, 3), (4, 5)),)

    def infer(self) -> Sequence[Tensor]:
        first, last, shape = py(self.begin_idx), py(self.end_idx), shape_of(self.input)
        if not shape or not 0 <= first <= last <= shape[0]:
            raise TypeRuleError(f"view_slice {first}:{last} of {shape}")
        return [tensor([last - first, *shape[1:]], dtype_of(self.input))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        return [index[0] + py(self.begin_idx), *index[1:]]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return [b.slice(operands[0], 1, py(self.begin_idx), py(self.end_idx))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), own = cotangents, shape_of(self.input)
        assert c is not None
        return [padded(b, c, [py(self.begin_idx)] + [0] * (len(own) - 1), own)]


# ---- several results
class Parts(Linear):
    """Slices of one operand along an axis, as many results."""

    axis = prop_def(base(IntegerAttr))
    out = var_result_def(base(TensorType))
    AXES: ClassVar = ("axis",)
    DROPS: ClassVar[bool] = False  # whether the axis, of extent one, is dropped

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.operands[0]))

    def extents(self) -> list[int]:
        """The parts' lengths along the axis."""
        raise NotImplementedError

    def infer(self) -> Sequence[Tensor]:
        dim, shape, extents = self.dim(), shape_of(self.operands[0]), self.extents()
        if sum(extents) != shape[dim]:
            raise TypeRuleError(f"parts of {extents} do not make {shape} along axis {dim}")
        rest = lambda e: [] if self.DROPS else [e]  # noqa: E731
        return [tensor([*shape[:dim], *rest(e), *shape[dim + 1 :]], dtype_of(self.operands[0])) for e in extents]

    def relation(self) -> Relation:
        dims = [(n,) for n in letters(rank_of(self.operands[0]))]
        dims[self.dim()] = ("_",)
        part = [d for n, d in enumerate(dims) if n != self.dim() or not self.DROPS]
        return Relation((tuple(dims),), (tuple(part),) * len(self.results))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        dim, at, parts = self.dim(), 0, list[SSAValue]()
        for extent in self.extents():
            parts.append(b.slice(self.operands[0], dim, at, at + extent, drop=self.DROPS))
            at += extent
        return parts

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """All of them joined; the one part that has a cotangent, padded."""
        if sum(c is not None for c in cotangents) == 1:
            return NotImplemented
        shape, dim = list(shape_of(self.operands[0])), self.dim()
        parts: list[SSAValue] = []
        for c, result, extent in zip(cotangents, self.results, self.extents(), strict=True):
            shape[dim] = extent
            parts.append(b.reshape(whole(b, c, result), shape))
        return [b.concat(parts, dim)]


@irdl_op_definition
class SplitOp(Parts):
    """x in parts of the given lengths along axis; one length may be -1."""

    name = "pd.split"
    x = operand_def(base(TensorType))
    sections = prop_def(base(DenseArrayBase))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.split(x, [1, -1], 1), (2, 3, 4)),
        sample(lambda paddle, x: paddle.split(x, [20, 3, 17], -1), (3, 40)),
    )

    def extents(self) -> list[int]:
        given = [int(s) for s in py(self.sections)]
        rest = shape_of(self.x)[self.dim()] - sum(s for s in given if s >= 0)
        return [rest if s < 0 else s for s in given]


@irdl_op_definition
class SplitWithNumOp(Parts):
    """x in num equal parts along axis."""

    name = "pd.split_with_num"
    x = operand_def(base(TensorType))
    num = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.split(x, 2, 0), (4, 5)),
        sample(lambda paddle, x: paddle.split(x, 3, -1), (2, 48)),
    )

    def extents(self) -> list[int]:
        return [shape_of(self.x)[self.dim()] // py(self.num)] * py(self.num)


@irdl_op_definition
class UnstackOp(Parts):
    """The num slices of x along axis."""

    name = "pd.unstack"
    x = operand_def(base(TensorType))
    num = prop_def(base(IntegerAttr))
    DROPS: ClassVar = True
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.unstack(x, 1), (2, 3, 5)),)

    def extents(self) -> list[int]:
        return [1] * shape_of(self.x)[self.dim()]


@irdl_op_definition
class UnbindOp(Parts):
    """The slices of input along axis."""

    name = "pd.unbind"
    input = operand_def(base(TensorType))
    DROPS: ClassVar = True
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.unbind(x, -1), (2, 5, 3)),)

    def extents(self) -> list[int]:
        return [1] * shape_of(self.operands[0])[self.dim()]


# ---- another order
class Reversal(View):
    """x with the order of elements along some axes reversed."""

    x = operand_def(base(TensorType))
    axis = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis",)

    def infer(self) -> Sequence[Tensor]:
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        axes = {normalize_axis(int(a), rank_of(self.x)) for a in py(self.axis)}
        return [(e - 1) - i if d in axes else i for d, (i, e) in enumerate(zip(index, shape_of(self.x), strict=True))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return again(self, b, [c], self.properties)


@irdl_op_definition
class FlipOp(Reversal):
    """x with the order of elements along axis reversed."""

    name = "pd.flip"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.flip(x, [0, -1]), (3, 4, 35)),
        sample(lambda paddle, x: paddle.flip(x, 1), (3, 4, 35)),
    )


@irdl_op_definition
class ReverseOp(Reversal):
    """x with the order of elements along axis reversed (Paddle's older name of flip)."""

    name = "pd.reverse"
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle._C_ops.reverse(x, [1]), (3, 4)),)


@irdl_op_definition
class RollOp(View):
    """Elements moved by shifts[i] along axis[i], round the end; without axis, in the flattened x."""

    name = "pd.roll"
    x = operand_def(base(TensorType))
    shifts = prop_def(base(DenseArrayBase))
    axis = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.roll(x, [1, -2], [0, 1]), (3, 7, 20)),
        sample(lambda paddle, x: paddle.roll(x, 50, -1), (3, 40)),
        sample(lambda paddle, x: paddle.roll(x, 7), Spec((3, 5), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if py(self.axis) and len(py(self.axis)) != len(py(self.shifts)):
            raise TypeRuleError(f"roll by {py(self.shifts)} along {py(self.axis)}: as many shifts as axes")
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        shape, moved = shape_of(self.x), list[Any](index)
        if not size_of(self.x):
            return moved
        if not py(self.axis):
            offset = linear(moved, shape) - sum(py(self.shifts))
            return delinear(offset % size_of(self.x), shape)
        for axis, shift in zip(py(self.axis), py(self.shifts), strict=True):
            axis = normalize_axis(int(axis), len(shape))
            moved[axis] = (moved[axis] - int(shift)) % shape[axis]
        return moved

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        if py(self.axis):
            return with_axis(self, b, operands, batched, size)
        flat = b.reshape(operands[0], [size, size_of(self.x)])
        rolled = b.op(RollOp, flat, shifts=[sum(py(self.shifts))], axis=[1])
        return [b.reshape(rolled, (size, *shape_of(self.out)))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        return [b.op(RollOp, c, shifts=[-int(s) for s in py(self.shifts)], axis=self.axis)]
