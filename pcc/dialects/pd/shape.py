"""Views: ops whose result elements are elements of one operand; and those that only change the shape."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr, delinear, linear
from pcc.dialects.pd.access import relation_of
from pcc.dialects.pd.base import (
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
from pcc.dialects.pd.linear import Selection
from pcc.dialects.relation import Relation, letters
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class View(Selection):
    """Each result element is one element of `source()`, at `operand_index`."""

    def source(self) -> Any:
        return self.operands[0]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        raise NotImplementedError

    def element(self, k: Scalars[S], index: Index) -> S:
        return k.read(self.source(), self.operand_index(index))

    def relation(self) -> Relation:
        return relation_of(self)

    def occupancy(self, operands: Sequence[float]) -> float:
        return operands[list(self.operands).index(self.source())]


class Reinterpretation(View):
    """A view with the operand's elements in the operand's order: free at run time, only the shape changes."""

    def operand_index(self, index: Index) -> Sequence[Expr]:
        return delinear(linear(list(index), shape_of(self.results[0])), shape_of(self.source()))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return [b.reshape(operands[0], (size, *shape_of(self.results[0])))]

    def relation(self) -> Relation:
        """A dimension that stays, with as many elements before it, is a letter."""
        old, new = shape_of(self.source()), shape_of(self.results[0])
        if not prod(new):
            return super().relation()
        names, (first, second) = iter(letters(len(new))), (_before(old), _before(new))
        kept = {(before, e): (next(names),) for before, e in zip(second, new, strict=True) if e != 1}
        there = set(zip(first, old, strict=True))
        kept = {place: letter for place, letter in kept.items() if place in there}
        dims = [
            tuple(() if e == 1 else kept.get((before, e), ("_",)) for before, e in zip(befores, extents, strict=True))
            for befores, extents in ((first, old), (second, new))
        ]
        return Relation((dims[0],), (dims[1],))

    def canonical(self, b: Builder) -> SSAValue | None:
        source = self.source()
        if source.type == self.results[0].type:
            return source
        inner = source.owner
        return b.reshape(inner.source(), shape_of(self.results[0])) if isinstance(inner, Reinterpretation) else None

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [b.reshape(c, shape_of(self.source()))]


def _before(shape: Sequence[int]) -> list[int]:
    """Of each axis, how many elements the axes before it have together."""
    return [prod(shape[:axis]) for axis in range(len(shape))]


@irdl_op_definition
class ReshapeOp(Reinterpretation):
    """The elements of x in another shape; one extent may be -1, and 0 copies the operand's extent."""

    name = "pd.reshape"
    x = operand_def(base(TensorType))
    shape = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.reshape(x, [4, -1]), (2, 6, 4)),
        sample(lambda paddle, x: paddle.reshape(x, [0, 24]), (2, 6, 4)),
    )

    def infer(self) -> Sequence[Tensor]:
        old = shape_of(self.x)
        shape = [old[d] if e == 0 and d < len(old) else int(e) for d, e in enumerate(py(self.shape))]
        if -1 in shape:
            known = prod(e for e in shape if e != -1)
            shape[shape.index(-1)] = size_of(self.x) // known if known else 0
        if prod(shape) != size_of(self.x):
            raise TypeRuleError(f"cannot reshape {old} to {tuple(py(self.shape))}: {size_of(self.x)} elements")
        return [tensor(shape, dtype_of(self.x))]


@irdl_op_definition
class TransposeOp(View):
    """out[i[perm[0]], i[perm[1]], ...] = x[i[0], i[1], ...]: dimension d of out is dimension perm[d] of x."""

    name = "pd.transpose"
    x = operand_def(base(TensorType))
    perm = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.transpose(x, [1, 0]), (5, 37)),
        sample(lambda paddle, x: paddle.transpose(x, [0, 2, 1, 3]), (2, 3, 4, 16)),
    )

    def order(self) -> list[int]:
        rank = rank_of(self.x)
        perm = [normalize_axis(int(p), rank) for p in py(self.perm)]
        if sorted(perm) != list(range(rank)):
            raise TypeRuleError(f"perm {perm} is no permutation of {rank} axes")
        return perm

    def infer(self) -> Sequence[Tensor]:
        old = shape_of(self.x)
        return [tensor([old[p] for p in self.order()], dtype_of(self.x))]

    def canonical(self, b: Builder) -> SSAValue | None:
        order, inner = self.order(), self.x.owner
        if isinstance(inner, TransposeOp):
            through = inner.order()
            return b.transpose(inner.x, [through[p] for p in order])
        if order == sorted(order):
            return self.x
        moved = [p for p in order if shape_of(self.x)[p] != 1]
        return b.reshape(self.x, shape_of(self.out)) if moved == sorted(moved) else None

    def operand_index(self, index: Index) -> Sequence[Expr]:
        order = self.order()
        return [index[order.index(d)] for d in range(len(order))]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return [b.transpose(operands[0], [0, *(p + 1 for p in self.order())])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), order = cotangents, self.order()
        assert c is not None
        return [b.transpose(c, [order.index(d) for d in range(len(order))])]


@irdl_op_definition
class ViewShapeOp(Reinterpretation):
    """The elements of input in another shape, all extents given."""

    name = "pd.view_shape"
    input = operand_def(base(TensorType))
    dims = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle._C_ops.view_shape(x * 1, [8, 6]), (2, 6, 4)),)

    def infer(self) -> Sequence[Tensor]:
        if prod(py(self.dims)) != size_of(self.input):
            raise TypeRuleError(f"cannot view {shape_of(self.input)} as {py(self.dims)}")
        return [tensor(py(self.dims), dtype_of(self.input))]


@irdl_op_definition
class FlattenOp(Reinterpretation):
    """The dimensions start_axis to stop_axis (inclusive) as one; a 0-d x becomes 1-d."""

    name = "pd.flatten"
    x = operand_def(base(TensorType))
    start_axis = prop_def(base(IntegerAttr))
    stop_axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.flatten(x, 1, 2), (2, 3, 4, 5)),
        sample(lambda paddle, x: paddle.flatten(x, -3, -2), (2, 3, 4, 5)),
        sample(lambda paddle, x: paddle.flatten(x), ()),
    )

    def infer(self) -> Sequence[Tensor]:
        shape = shape_of(self.x)
        start, stop = (normalize_axis(py(a), len(shape)) for a in (self.start_axis, self.stop_axis))
        if start > stop:
            raise TypeRuleError(f"flatten from axis {start} to {stop}: the first comes after the last")
        return [tensor([*shape[:start], prod(shape[start : stop + 1]), *shape[stop + 1 :]], dtype_of(self.x))]


@irdl_op_definition
class SqueezeOp(Reinterpretation):
    """x without those of its dimensions in axis (none given: all) that have extent one."""

    name = "pd.squeeze"
    x = operand_def(base(TensorType))
    axis = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.squeeze(x), (1, 3, 1, 5)),
        sample(lambda paddle, x: paddle.squeeze(x, [0, -1]), (1, 3, 1, 5)),
        sample(lambda paddle, x: paddle.squeeze(x, -2), (1, 3, 1, 5)),
    )

    def dropped(self) -> set[int]:
        shape = shape_of(self.x)
        axes = {normalize_axis(int(a), len(shape)) for a in py(self.axis)} if py(self.axis) else set(range(len(shape)))
        return {d for d, e in enumerate(shape) if e == 1 and d in axes}

    def infer(self) -> Sequence[Tensor]:
        dropped = self.dropped()
        return [tensor([e for d, e in enumerate(shape_of(self.x)) if d not in dropped], dtype_of(self.x))]


@irdl_op_definition
class UnsqueezeOp(Reinterpretation):
    """x with dimensions of extent one inserted, one after another, so that each is at its place in axis."""

    name = "pd.unsqueeze"
    x = operand_def(base(TensorType))
    axis = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.unsqueeze(x, 1), (3, 5)),
        sample(lambda paddle, x: paddle.unsqueeze(x, [0, -1]), (3, 5)),
        sample(lambda paddle, x: paddle.unsqueeze(x, 0), ()),
    )

    def infer(self) -> Sequence[Tensor]:
        shape = list(shape_of(self.x))
        for axis in py(self.axis):
            shape.insert(normalize_axis(int(axis), len(shape) + 1), 1)
        return [tensor(shape, dtype_of(self.x))]
