"""Padding: a tensor with a border of a constant, of its own elements mirrored, repeated or wrapped round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, StringAttr, TensorType
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.access import relation_of
from pcc.dialects.pd.base import (
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    attribute_of,
    dtype_of,
    is_float,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.batching import with_axis
from pcc.dialects.pd.linear import Selection
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")
Border = tuple[int, int]  # elements before and after; negative ones cut off


class Padded(Selection):
    """x with a border around some dimensions."""

    x = operand_def(base(TensorType))
    pad_value = prop_def(base(FloatAttr) | base(IntegerAttr))
    out = result_def(base(TensorType))

    def borders(self) -> Sequence[Border]:
        """Per dimension of x."""
        raise NotImplementedError

    def infer(self) -> Sequence[Tensor]:
        extents = [e + before + after for e, (before, after) in zip(shape_of(self.x), self.borders(), strict=True)]
        if any(e < 0 for e in extents):
            raise TypeRuleError(f"{self.name}: the borders {self.borders()} take more away than {shape_of(self.x)} has")
        return [tensor(extents, dtype_of(self.x))]

    def relation(self) -> Relation:
        return relation_of(self)

    def homogeneous(self) -> Mapping[str, Attribute]:
        return {**self.properties, "pad_value": attribute_of(0.0)}

    def constant(self, k: Scalars[S]) -> S:
        dtype, number = dtype_of(self.x), py(self.pad_value)
        return k.constant(number if is_float(dtype) else int(number), compute_type(dtype))

    def element(self, k: Scalars[S], index: Index) -> S:
        here = [i - before for i, (before, _) in zip(index, self.borders(), strict=True)]
        ranges = [(i, 0, e) for i, e, border in zip(here, shape_of(self.x), self.borders(), strict=True) if any(border)]
        return k.within(ranges, lambda: k.read(self.x, here), lambda: self.constant(k))

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [padded(b, c, [-before for before, _ in self.borders()], shape_of(self.x))]


@irdl_op_definition
class PadOp(Padded):
    """x with paddings[2d] elements of pad_value before and paddings[2d + 1] after dimension d."""

    name = "pd.pad"
    paddings = prop_def(base(DenseArrayBase))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [0, 0, 1, 2, 3, 0], value=1.5), (2, 3, 20)),
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [0, 4, 0, 0]), (3, 40)),
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [1, 0], value=7), Spec((5,), "int64", -9, 9)),
    )

    def borders(self) -> Sequence[Border]:
        given = [int(p) for p in py(self.paddings)]
        if len(given) != 2 * rank_of(self.x):
            raise TypeRuleError(f"pad takes {2 * rank_of(self.x)} paddings, not {len(given)}")
        return list(zip(given[::2], given[1::2], strict=True))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return with_axis(self, b, operands, batched, size, paddings=[0, 0, *py(self.paddings)])


def padded(b: Builder, x: SSAValue, before: Sequence[int], extents: Sequence[int]) -> SSAValue:
    """x within zeros, or parts of it: a tensor of the given extents, in which x starts at `before`."""
    after = [e - at - own for e, at, own in zip(extents, before, shape_of(x), strict=True)]
    if not any((*before, *after)):
        return x
    if max((*before, *after)) <= 0:
        from pcc.dialects.pd.slicing import CropOp

        return b.op(CropOp, x, shape=list(extents), offsets=[-at for at in before])
    return b.op(PadOp, x, paddings=[p for pair in zip(before, after, strict=True) for p in pair], pad_value=0.0)


@irdl_op_definition
class Pad3dOp(Padded):
    """A 5-d x with paddings (left, right, top, bottom, front, back) around its last (NCDHW) or middle (NDHWC) axes.

    mode: constant (pad_value); reflect, the edge not repeated; replicate, the edge; circular, from the other side.
    """

    name = "pd.pad3d"
    paddings = prop_def(base(DenseArrayBase))
    mode = prop_def(base(StringAttr))
    data_format = prop_def(base(StringAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [1, 2, 0, 3]), (2, 3, 5, 20)),
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [1, 2, 2, 1], mode="reflect"), (1, 2, 5, 20)),
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [2, 1, 1, 0], mode="replicate"), (1, 2, 5, 20)),
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [3, 1, 1, 2], mode="circular"), (1, 2, 5, 20)),
        sample(
            lambda paddle, x: paddle.nn.functional.pad(x, [1, 1, 2, 0, 0, 1], value=2.0, data_format="NDHWC"),
            (1, 2, 3, 4, 17),
        ),
        sample(lambda paddle, x: paddle.nn.functional.pad(x, [2, 1], mode="reflect", data_format="NLC"), (2, 5, 16)),
    )

    def borders(self) -> Sequence[Border]:
        given = [int(p) for p in py(self.paddings)]
        if rank_of(self.x) != 5 or len(given) != 6:
            raise TypeRuleError(f"pad3d takes a 5-d tensor and 6 paddings, not {rank_of(self.x)}-d and {len(given)}")
        around = [(given[4], given[5]), (given[2], given[3]), (given[0], given[1])]
        return [(0, 0), *around, (0, 0)] if py(self.data_format) == "NDHWC" else [(0, 0), (0, 0), *around]

    def infer(self) -> Sequence[Tensor]:
        limit = {"constant": 1 << 62, "replicate": 1 << 62, "reflect": -1, "circular": 0}.get(py(self.mode))
        if limit is None:
            raise TypeRuleError(f"pad3d has no mode {py(self.mode)}; use constant, reflect, replicate or circular")
        for extent, border in zip(shape_of(self.x), self.borders(), strict=True):
            if py(self.mode) != "constant" and (max(border) > max(extent + limit, 0) or min(border) < 0):
                raise TypeRuleError(f"pad3d {py(self.mode)} by {border} of {extent} elements")
        return super().infer()

    def element(self, k: Scalars[S], index: Index) -> S:
        return super().element(k, index) if py(self.mode) == "constant" else self._moved(k, list(index), 0)

    def _moved(self, k: Scalars[S], index: list[Expr], dim: int) -> S:
        """The element with dimensions from `dim` on still to be moved into x."""
        if dim == 5:
            return k.read(self.x, index)
        (before, after), extent = self.borders()[dim], shape_of(self.x)[dim]
        inner = index[dim] - before
        rest = lambda at: self._moved(k, [*index[:dim], at, *index[dim + 1 :]], dim + 1)  # noqa: E731
        if not before and not after:
            return rest(inner)
        low, high = self._outside(inner, extent)
        end = before + extent
        upper = lambda: k.within([(index[dim], before, end)], lambda: rest(inner), lambda: rest(high))  # noqa: E731
        return k.within([(index[dim], 0, before)], lambda: rest(low), upper) if before else upper()

    def _outside(self, inner: Expr, extent: int) -> tuple[Expr, Expr]:
        """Where an element before, and one after, comes from."""
        match py(self.mode):
            case "reflect":
                return -inner, 2 * (extent - 1) - inner
            case "circular":
                return inner + extent, inner - extent
            case _:
                return Expr(), Expr() + (extent - 1)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """What lies in a border goes back to where it came from."""
        if py(self.mode) == "constant":
            return super().transpose(b, cotangents, moving)
        return Selection.transpose(self, b, cotangents, moving)
