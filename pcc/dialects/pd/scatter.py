"""Ops that write updates at places that data gives, in order, into a copy of a tensor."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, TensorType, i64
from xdsl.ir import SSAValue
from xdsl.irdl import (
    base,
    irdl_op_definition,
    operand_def,
    prop_def,
    result_def,
)

from pcc.dialects.index import Expr
from pcc.dialects.pd.access import scatter_relation
from pcc.dialects.pd.base import (
    Tangent,
    Tensor,
    TypeRuleError,
    attribute_of,
    dtype_of,
    is_integer,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.pd.batching import spread
from pcc.dialects.pd.elementwise import unbroadcast
from pcc.dialects.pd.indexing import GatherNdOp, GatherOp, IndexSelectOp, numbered, places
from pcc.dialects.pd.linear import Linear, again, vanishes, whole
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Scatter(Linear):
    """out = target; then for all u in `space`, in row-major order: out[place(u)] = combine(out[place(u)], update(u)).

    The kind of kernel keeps this order where two updates can meet, and makes places of indices in range only.
    """

    out = result_def(base(TensorType))
    KERNEL: ClassVar[str] = "scatter"

    def target(self) -> SSAValue:
        """What is written into; the result's shape and dtype."""
        return self.operands[0]

    def space(self) -> Sequence[int]:
        """The extents of the updates."""
        raise NotImplementedError

    def place(self, k: Scalars[S], at: Index) -> Sequence[Expr]:
        """Where an update goes: an index of the result."""
        raise NotImplementedError

    def update(self, k: Scalars[S], at: Index) -> S:
        """An update, in the result's compute type."""
        raise NotImplementedError

    def combining(self) -> str:
        """How an update meets what is there: assign, add, mul, amin or amax."""
        return "assign"

    def reset(self) -> float | int | None:
        """What written places hold before the first update, if not the target's element."""
        return None

    def combine(self, k: Scalars[S], old: S, new: S) -> S:
        match self.combining():
            case "add":
                return k.add(old, new)
            case "mul":
                return k.mul(old, new)
            case "amin":
                return k.min(old, new)
            case "amax":
                return k.max(old, new)
            case _:
                return new

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return super().jvp(b, tangents) if self.combining() in ("assign", "add") else NotImplemented

    def adds_to_zeros(self) -> bool:
        return self.combining() == "add" and self.reset() is None and vanishes(self.target())

    def looked_up(self, b: Builder, written: SSAValue) -> SSAValue:
        """What a tensor like the result holds at the places of all updates."""
        raise NotImplementedError

    def gathered(self, b: Builder, updates: SSAValue) -> SSAValue:
        """Cotangents of all updates as one of the operand that they are read from."""
        return unbroadcast(b, updates, shape_of(self.updates_operand()))

    def updates_operand(self) -> SSAValue:
        """The operand that the updates are read from, which broadcasts to `space`."""
        return self.operands[-1]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """The target has those of places that keep its element, an update its place's, if it is the one that stays."""
        (c,), combining, updates = cotangents, self.combining(), self.updates_operand()
        if self.is_composite or combining not in ("assign", "add") or c is None:
            return NotImplemented
        found: dict[SSAValue, Tangent] = {}
        if moving[list(self.operands).index(self.target())]:
            added = combining == "add" and self.reset() is None
            found[self.target()] = c if added else self._applied(b, c, whole(b, None, updates))
        if moving[list(self.operands).index(updates)]:
            own = self.looked_up(b, c)
            found[updates] = self.gathered(b, self.stays(b, own) if combining == "assign" else own)
        return [found.get(o) for o in self.operands]

    def _applied(self, b: Builder, target: SSAValue, updates: SSAValue) -> SSAValue:
        roles = {self.target(): target, self.updates_operand(): updates}
        return again(self, b, [roles.get(o, o) for o in self.operands], self.properties)[0]

    def stays(self, b: Builder, own: SSAValue) -> SSAValue:
        """Zero for updates that later ones overwrite: found by writing their numbers."""
        numbers = b.reshape(b.count(size_of(own)), shape_of(own))
        target = b.full(shape_of(self.target()), -1, i64)
        return b.where(b.equal(self.looked_up(b, self._applied(b, target, numbers)), numbers), own, 0.0)

    def infer(self) -> Sequence[Tensor]:
        return [tensor(shape_of(self.target()), dtype_of(self.target()))]

    def occupancy(self, operands: Sequence[float]) -> float:
        share = operands[list(self.operands).index(self.target())]
        return share + prod(self.space()) / max(size_of(self.out), 1)

    def relation(self) -> Relation:
        return scatter_relation(self)

    def refuse(self, expected: str) -> None:
        """Raise unless checked: operands of the wrong shapes or dtypes."""
        raise TypeRuleError(f"{self.name} of {', '.join(str(o.type) for o in self.operands)}: {expected}")


@irdl_op_definition
class ScatterOp(Scatter):
    """out[index[n]] = updates[n] for rows; without overwrite, the sum of all updates of a row instead of x's row."""

    name = "pd.scatter"
    x = operand_def(base(TensorType))
    index = operand_def(base(TensorType))
    updates = operand_def(base(TensorType))
    overwrite = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, i, u: paddle.scatter(x, i, u), (5, 20), places(5, 7), (7, 20)),
        sample(lambda paddle, x, i, u: paddle.scatter(x, i, u, False), (5, 3, 4), places(5, 7), (7, 3, 4)),
        sample(lambda paddle, x, i, u: paddle.scatter(x, i, u), (40,), places(40, 50), (50,)),
    )

    def infer(self) -> Sequence[Tensor]:
        index, updates = shape_of(self.index), shape_of(self.updates)
        if not is_integer(dtype_of(self.index)) or dtype_of(self.updates) != dtype_of(self.x):
            self.refuse("an integer index, and updates of x's dtype")
        if not (len(index) <= 1 or (len(index) == 2 and index[1] == 1)):
            self.refuse("a 1-d index")
        rows = (index[0],) if index else ()
        if updates != (*rows, *shape_of(self.x)[1:]):
            self.refuse("as many rows of updates as indices, like x's")
        return super().infer()

    def space(self) -> Sequence[int]:
        return shape_of(self.updates)

    def place(self, k: Scalars[S], at: Index) -> Sequence[Expr]:
        rank = rank_of(self.index)
        number = k.read(self.index, [at[0], *[Expr()] * (rank - 1)] if rank else [])
        return [k.dynamic(number, shape_of(self.x)[0]), *at[1 if rank else 0 :]]

    def update(self, k: Scalars[S], at: Index) -> S:
        return k.read(self.updates, at)

    def combining(self) -> str:
        return "assign" if py(self.overwrite) else "add"

    def reset(self) -> float | int | None:
        return None if py(self.overwrite) else 0

    def stays(self, b: Builder, own: SSAValue) -> SSAValue:
        """By rows, all elements of which stay or go."""
        count = size_of(self.index)
        if count == 1:
            return own
        numbers = b.count(count)
        index, none = b.reshape(self.index, [count]), b.full(shape_of(self.x)[:1], -1, i64)
        last = b.op(GatherOp, b.op(ScatterOp, none, index, numbers, overwrite=True), index, axis=0)
        kept = b.reshape(b.equal(last, numbers), [count, *[1] * (rank_of(own) - 1)])
        return b.where(kept, own, 0.0)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        from pcc.dialects.pd.put_along_axis import PutAlongAxisOp

        shape = [size, *(shape_of(self.updates) if rank_of(self.index) else [1, *shape_of(self.updates)])]
        x, index, updates = (spread(b, o, here, size) for o, here in zip(operands, batched, strict=True))
        places = b.expand(b.reshape(index, [*shape[:2], *[1] * (len(shape) - 2)]), shape)
        how = {"reduce": self.combining(), "include_self": bool(py(self.overwrite))}
        return [b.op(PutAlongAxisOp, x, places, b.reshape(updates, shape), axis=1, **how)]

    def looked_up(self, b: Builder, written: SSAValue) -> SSAValue:
        return b.reshape(b.op(GatherOp, written, self.index, axis=0), self.space())


@irdl_op_definition
class ScatterNdAddOp(Scatter):
    """out[index[n..., 0], index[n..., 1], ..., rest] += updates[n..., rest]."""

    name = "pd.scatter_nd_add"
    x = operand_def(base(TensorType))
    index = operand_def(base(TensorType))
    updates = operand_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, i, u: paddle.scatter_nd_add(x, i, u), (5, 4, 20), places(4, 7, 2), (7, 20)),
        sample(lambda paddle, x, i, u: paddle.scatter_nd_add(x, i, u), (5, 3), places(3, 2, 6, 2), (2, 6)),
        sample(lambda paddle, i, u: paddle.scatter_nd(i, u, [6, 20]), places(6, 9, 1), (9, 20)),
    )

    def infer(self) -> Sequence[Tensor]:
        index = shape_of(self.index)
        if not is_integer(dtype_of(self.index)) or not index or index[-1] > rank_of(self.x):
            self.refuse("an integer index whose last axis names axes of x")
        if shape_of(self.updates) != (*index[:-1], *shape_of(self.x)[index[-1] :]):
            self.refuse("an update for every index")
        return super().infer()

    def space(self) -> Sequence[int]:
        return shape_of(self.updates)

    def place(self, k: Scalars[S], at: Index) -> Sequence[Expr]:
        rows, shape = rank_of(self.index) - 1, shape_of(self.x)
        depth = shape_of(self.index)[-1]
        found = [k.dynamic(k.read(self.index, [*at[:rows], Expr() + d]), shape[d]) for d in range(depth)]
        return [*found, *at[rows:]]

    def update(self, k: Scalars[S], at: Index) -> S:
        return k.read(self.updates, at)

    def combining(self) -> str:
        return "add"

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        x, index, updates = (spread(b, o, here, size) for o, here in zip(operands, batched, strict=True))
        return again(self, b, [x, numbered(b, index), updates], self.properties)

    def looked_up(self, b: Builder, written: SSAValue) -> SSAValue:
        return b.op(GatherNdOp, written, self.index)


@irdl_op_definition
class IndexAddOp(Scatter):
    """out[..., index[n], ...] += add_value[..., n, ...] along axis."""

    name = "pd.index_add"
    x = operand_def(base(TensorType))
    index = operand_def(base(TensorType))
    add_value = operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, i, u: paddle.index_add(x, i, 1, u), (3, 5, 20), places(5, 7), (3, 7, 20)),
        sample(lambda paddle, x, i, u: paddle.index_add(x, i, -1, u), (3, 9), places(9, 7, dtype="int32"), (3, 7)),
    )

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.x))

    def infer(self) -> Sequence[Tensor]:
        shape, dim = shape_of(self.x), self.dim()
        if not is_integer(dtype_of(self.index)) or rank_of(self.index) != 1:
            self.refuse("a 1-d integer index")
        if shape_of(self.add_value) != (*shape[:dim], *shape_of(self.index), *shape[dim + 1 :]):
            self.refuse("an added slice for every index")
        return super().infer()

    def space(self) -> Sequence[int]:
        return shape_of(self.add_value)

    def place(self, k: Scalars[S], at: Index) -> Sequence[Expr]:
        dim = self.dim()
        found = k.dynamic(k.read(self.index, [at[dim]]), shape_of(self.x)[dim])
        return [*at[:dim], found, *at[dim + 1 :]]

    def update(self, k: Scalars[S], at: Index) -> S:
        return k.read(self.add_value, at)

    def combining(self) -> str:
        return "add"

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        from pcc.dialects.pd.put_along_axis import PutAlongAxisOp

        (x, index, value), dim = operands, self.dim() + 1
        x, value = spread(b, x, batched[0], size), spread(b, value, batched[2], size)
        if not batched[1]:
            return again(self, b, [x, index, value], {**self.properties, "axis": attribute_of(dim)})
        shape = shape_of(value)
        places = b.reshape(index, [e if d in (0, dim) else 1 for d, e in enumerate(shape)])
        return [b.op(PutAlongAxisOp, x, b.expand(places, shape), value, axis=dim, reduce="add", include_self=True)]

    def looked_up(self, b: Builder, written: SSAValue) -> SSAValue:
        return b.op(IndexSelectOp, written, self.index, axis=self.axis)
