"""Ops that make larger tensors of smaller ones: concat and stack, expand and tile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import (
    base,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    prop_def,
    result_def,
    var_operand_def,
    var_result_def,
)

from pcc.dialects.index import Expr
from pcc.dialects.pd.access import relation_of
from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    broadcast,
    dtype_of,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.batching import aligned, spread
from pcc.dialects.pd.elementwise import align, unbroadcast
from pcc.dialects.pd.linear import Linear
from pcc.dialects.pd.shape import View
from pcc.dialects.pd.slicing import SliceOp
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


def pieces(k: Scalars[S], at: Expr, ends: Sequence[int], read: Callable[[int], S], first: int = 0) -> S:
    """`read(n)` of the piece n in which `at` lies; piece n ends before ends[n]. A balanced tree of choices."""
    if len(ends) == 1:
        return read(first)
    half = len(ends) // 2
    return k.within(
        [(at, 0, ends[half - 1])],
        lambda: pieces(k, at, ends[:half], read, first),
        lambda: pieces(k, at, ends[half:], read, first + half),
    )


class Joined(Linear):
    """Operands of one dtype one after another along an axis."""

    x = var_operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis",)

    def relation(self) -> Relation:
        return relation_of(self)

    def _check(self, dim: int | None) -> None:
        """Operands must agree in dtype, and in all dimensions but `dim`."""
        rest = lambda s: [e for d, e in enumerate(s) if d != dim]  # noqa: E731
        first = self.operands[0]
        for other in self.operands[1:]:
            if rest(shape_of(other)) != rest(shape_of(first)) or dtype_of(other) != dtype_of(first):
                raise TypeRuleError(f"{self.name} of {first.type} and {other.type}")


@irdl_op_definition
class ConcatOp(Joined):
    """The operands one after another along axis."""

    name = "pd.concat"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.concat([x, y], 0), (2, 5), (3, 5)),
        sample(lambda paddle, x, y: paddle.concat([x, y, x], -1), (3, 20), (3, 7)),
        sample(lambda paddle, x, y: paddle.concat([x, y], 1), (2, 3, 40), (2, 64, 40)),
        sample(lambda paddle, x, y: paddle.concat([x, y]), Spec((4,), "int64", -9, 9), Spec((1,), "int64", -9, 9)),
    )

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.operands[0]))

    def infer(self) -> Sequence[Tensor]:
        dim, first = self.dim(), list(shape_of(self.operands[0]))
        self._check(dim)
        first[dim] = sum(shape_of(o)[dim] for o in self.operands)
        return [tensor(first, dtype_of(self.operands[0]))]

    def element(self, k: Scalars[S], index: Index) -> S:
        dim = self.dim()
        parts = [(o, shape_of(o)[dim]) for o in self.operands if shape_of(o)[dim]] or [(self.operands[0], 0)]
        ends = [sum(n for _, n in parts[: i + 1]) for i in range(len(parts))]

        def read(number: int) -> S:
            start = ends[number] - parts[number][1]
            return k.read(parts[number][0], [*index[:dim], index[dim] - start, *index[dim + 1 :]])

        return pieces(k, index[dim], ends, read)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), dim, at, parts = cotangents, self.dim(), 0, list[Tangent]()
        assert c is not None
        for operand, moves in zip(self.operands, moving, strict=True):
            start, at = at, at + shape_of(operand)[dim]
            parts.append(b.slice(c, dim, start, at) if moves else None)
        return parts


def _is_slice(op: object, of: SSAValue, dim: int, place: int) -> bool:
    """Whether an op takes one place of a tensor along an axis, which is dropped."""
    if not isinstance(op, SliceOp) or op.input is not of or op.dropped() != {dim}:
        return False
    ranges = [(0, extent) for extent in shape_of(of)]
    ranges[dim] = place, 1
    return op.ranges() == ranges


@irdl_op_definition
class StackOp(Joined):
    """The operands, of one shape, side by side along a new axis."""

    name = "pd.stack"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.stack([x, y, y]), (2, 5), (2, 5)),
        sample(lambda paddle, x, y: paddle.stack([x, y], -1), (3, 20), (3, 20)),
        sample(lambda paddle, x, y: paddle.stack([x, y], 1), Spec((3, 4), "int64"), Spec((3, 4), "int64")),
        sample(lambda paddle, x, y: paddle.stack([x, y]), (), ()),
    )

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.operands[0]) + 1)

    def infer(self) -> Sequence[Tensor]:
        self._check(None)
        shape = list(shape_of(self.operands[0]))
        shape.insert(self.dim(), len(self.operands))
        return [tensor(shape, dtype_of(self.operands[0]))]

    def canonical(self, b: Builder) -> SSAValue | None:
        """A tensor whose slices along the axis are stacked again."""
        whole, dim = self.operands[0].owner, self.dim()
        if not isinstance(whole, SliceOp) or whole.input.type != self.out.type:
            return None
        slices = [operand.owner for operand in self.operands]
        return whole.input if all(_is_slice(s, whole.input, dim, n) for n, s in enumerate(slices)) else None

    def element(self, k: Scalars[S], index: Index) -> S:
        dim = self.dim()
        rest = [*index[:dim], *index[dim + 1 :]]
        ends = list(range(1, len(self.operands) + 1))
        return pieces(k, index[dim], ends, lambda number: k.read(self.operands[number], rest))

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), dim = cotangents, self.dim()
        assert c is not None
        return [b.slice(c, dim, n, n + 1, drop=True) if moves else None for n, moves in enumerate(moving)]


# ---- repetition
class Expansion(View):
    """x broadcast to a larger shape."""

    def target(self) -> list[int]:
        raise NotImplementedError

    def infer(self) -> Sequence[Tensor]:
        own, target = shape_of(self.operands[0]), self.target()
        if len(target) < len(own) or broadcast(own, target) != tuple(target):
            raise TypeRuleError(f"{own} does not expand to {tuple(target)}")
        return [tensor(target, dtype_of(self.operands[0]))]

    def canonical(self, b: Builder) -> SSAValue | None:
        return self.operands[0] if self.operands[0].type == self.results[0].type else None

    def operand_index(self, index: Index) -> Sequence[Expr]:
        return align(index, shape_of(self.operands[0]))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        whole = spread(b, operands[0], batched[0], size)
        return [b.expand(aligned(b, whole, rank_of(self.results[0])), (size, *shape_of(self.results[0])))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [unbroadcast(b, c, shape_of(self.operands[0])), *[None] * (len(moving) - 1)]


@irdl_op_definition
class ExpandOp(Expansion):
    """x broadcast to shape; -1 (or, from the front, 0) keeps an extent."""

    name = "pd.expand"
    x = operand_def(base(TensorType))
    shape = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.expand(x, [2, 3, 20]), (3, 20)),
        sample(lambda paddle, x: paddle.expand(x, [4, -1, 20]), (3, 1)),
        sample(lambda paddle, x: paddle.expand(x, [7]), ()),
    )

    def target(self) -> list[int]:
        own = shape_of(self.x)
        padded = [1] * (len(py(self.shape)) - len(own)) + list(own)
        return [old if e == -1 else int(e) for e, old in zip(py(self.shape), padded, strict=False)]


@irdl_op_definition
class ExpandAsOp(Expansion):
    """x broadcast to target_shape, the shape of y."""

    name = "pd.expand_as"
    x = operand_def(base(TensorType))
    y = opt_operand_def(base(TensorType))
    target_shape = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x, y: paddle.expand_as(x, y), (3, 1), (2, 3, 20)),)

    def target(self) -> list[int]:
        return list(shape_of(self.y)) if self.y is not None else [int(e) for e in py(self.target_shape)]

    def relation(self) -> Relation:
        return relation_of(self)


@irdl_op_definition
class TileOp(View):
    """x repeated repeat_times[d] times along dimension d (aligned at the last)."""

    name = "pd.tile"
    x = operand_def(base(TensorType))
    repeat_times = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.tile(x, [2, 3]), (3, 5)),
        sample(lambda paddle, x: paddle.tile(x, [2, 1, 1]), (3, 20)),
        sample(lambda paddle, x: paddle.tile(x, [2]), (3, 2, 17)),
        sample(lambda paddle, x: paddle.tile(x, [2, 2]), ()),
    )

    def infer(self) -> Sequence[Tensor]:
        shape, times = list(shape_of(self.x)), [int(t) for t in py(self.repeat_times)]
        rank = max(len(shape), len(times))
        shape, times = [1] * (rank - len(shape)) + shape, [1] * (rank - len(times)) + times
        return [tensor([e * t for e, t in zip(shape, times, strict=True)], dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        own = shape_of(self.x)
        return [i % max(e, 1) for i, e in zip(index[len(index) - len(own) :], own, strict=True)]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        times = [1] * (rank_of(self.out) - len(py(self.repeat_times))) + list(py(self.repeat_times))
        return [b.op(TileOp, aligned(b, operands[0], len(times)), repeat_times=[1, *times])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), own = cotangents, shape_of(self.x)
        assert c is not None
        rank = rank_of(c)
        extents = [1] * (rank - len(own)) + list(own)
        parts = [n for whole, e in zip(shape_of(c), extents, strict=True) for n in (whole // max(e, 1), e)]
        return [b.reshape(b.sum(b.reshape(c, parts), list(range(0, 2 * rank, 2))), own)]


@irdl_op_definition
class RepeatInterleaveOp(View):
    """Every element repeats times along axis."""

    name = "pd.repeat_interleave"
    x = operand_def(base(TensorType))
    repeats = prop_def(base(IntegerAttr))
    axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.repeat_interleave(x, 3, 1), (2, 5, 4)),
        sample(lambda paddle, x: paddle.repeat_interleave(x, 2), (3, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        dim, shape = normalize_axis(py(self.axis), rank_of(self.x)), list(shape_of(self.x))
        shape[dim] *= py(self.repeats)
        return [tensor(shape, dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        dim = normalize_axis(py(self.axis), rank_of(self.x))
        return [i // py(self.repeats) if d == dim else i for d, i in enumerate(index)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), own, dim = cotangents, list(shape_of(self.x)), normalize_axis(py(self.axis), rank_of(self.x))
        assert c is not None
        return [b.sum(b.reshape(c, [*own[: dim + 1], int(py(self.repeats)), *own[dim + 1 :]]), [dim + 1])]


@irdl_op_definition
class RepeatInterleaveWithTensorIndexOp(PdOp):
    """Element n along axis repeats[n] times, with repeats known at compile time."""

    name = "pd.repeat_interleave_with_tensor_index"
    x = operand_def(base(TensorType))
    repeats = prop_def(base(DenseArrayBase))
    axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.repeat_interleave(x, paddle.to_tensor([1, 2, 0]), 1), (2, 3, 20)),
    )

    def counts(self) -> list[int]:
        given = [int(r) for r in py(self.repeats)]
        extent = shape_of(self.x)[normalize_axis(py(self.axis), rank_of(self.x))]
        if len(given) not in (1, extent):
            raise TypeRuleError(f"{len(given)} repeats for {extent} elements")
        return given * extent if len(given) == 1 else given

    def infer(self) -> Sequence[Tensor]:
        dim, shape = normalize_axis(py(self.axis), rank_of(self.x)), list(shape_of(self.x))
        shape[dim] = sum(self.counts())
        return [tensor(shape, dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        dim, shape = normalize_axis(py(self.axis), rank_of(self.x)), list(shape_of(self.x))
        parts = list[SSAValue]()
        for n, count in enumerate(self.counts()):
            if count:
                parts.append(b.expand(b.slice(self.x, dim, n, n + 1), [*shape[:dim], count, *shape[dim + 1 :]]))
        empty = b.slice(self.x, dim, 0, 0)
        return [b.concat(parts, dim) if parts else empty]


# ---- several results
class Grids(PdOp):
    """Every operand broadcast to one shape, as many results."""

    out = var_result_def(base(TensorType))

    def target(self) -> Sequence[int]:
        raise NotImplementedError

    def infer(self) -> Sequence[Tensor]:
        return [tensor(self.target(), dtype_of(o)) for o in self.operands]


@irdl_op_definition
class BroadcastTensorsOp(Grids):
    """The operands, all broadcast to their common shape."""

    name = "pd.broadcast_tensors"
    input = var_operand_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x, y: paddle.broadcast_tensors([x, y]), (3, 1), (2, 1, 20)),)

    def target(self) -> Sequence[int]:
        return broadcast(*map(shape_of, self.operands))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.expand(o, self.target()) for o in self.operands]


@irdl_op_definition
class MeshgridOp(Grids):
    """The coordinates of the grid that 1-d operands span: result n varies along dimension n."""

    name = "pd.meshgrid"
    inputs = var_operand_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x, y: paddle.meshgrid(x, y), (3,), (20,)),)

    def target(self) -> Sequence[int]:
        if any(rank_of(o) > 1 for o in self.operands):
            raise TypeRuleError("meshgrid takes 0-d and 1-d tensors")
        return [shape_of(o)[0] if rank_of(o) else 1 for o in self.operands]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        target = self.target()
        ones: Any = lambda n: [e if d == n else 1 for d, e in enumerate(target)]  # noqa: E731
        return [b.expand(b.reshape(o, ones(n)), target) for n, o in enumerate(self.operands)]
