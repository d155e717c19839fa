"""Writes at places that one index tensor per axis, or a mask, gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, TensorType, i64
from xdsl.ir import SSAValue
from xdsl.irdl import AttrSizedOperandSegments, base, irdl_op_definition, operand_def, prop_def, var_operand_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    Spec,
    Tensor,
    broadcast,
    dtype_of,
    is_bool,
    is_integer,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
)
from pcc.dialects.pd.batching import aligned, spread
from pcc.dialects.pd.creation import ArangeOp
from pcc.dialects.pd.elementwise import align
from pcc.dialects.pd.indexing import GatherNdOp, places
from pcc.dialects.pd.scatter import Scatter
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class IndexPutOp(Scatter):
    """out[indices[0][u], indices[1][u], ..., rest] = value[u, rest] (or +=); the indices and the value broadcast."""

    name = "pd.index_put"
    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    x = operand_def(base(TensorType))
    indices = var_operand_def(base(TensorType))
    value = operand_def(base(TensorType))
    accumulate = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(
            lambda paddle, x, i, v: paddle.index_put(x, (i,), v),  # no place twice: Paddle's threads would race
            (7, 20), Spec((5,), "int64", 0, 6, unique=True), (5, 20),
        ),
        sample(
            lambda paddle, x, i, j, v: paddle.index_put(x, (i, j), v, True),
            (5, 6, 4), places(5, 3, 1), places(6, 7), (),
        ),
        sample(
            lambda paddle, x, i, v: paddle.index_put(x, (i,), v),
            (30,), Spec((25,), "int64", -30, -1, unique=True), (25,),
        ),
        sample(lambda paddle, x, m: paddle.index_put(x, (m,), x[0, 0]), (3, 20), Spec((3, 20), "bool", 0, 1)),
        sample(lambda paddle, x, m, v: paddle.index_put(x, (m,), v, True), (9, 5), Spec((9,), "bool", 0, 1), (5,)),
    )  # fmt: skip

    @property
    def masks(self) -> bool:
        """Whether the index is one bool tensor over the first axes of x."""
        return len(self.indices) == 1 and is_bool(dtype_of(self.indices[0]))

    @property
    def is_composite(self) -> bool:
        return self.masks

    def together(self) -> tuple[int, ...]:
        """The shape that the indices broadcast to."""
        return broadcast(*map(shape_of, self.indices))

    def infer(self) -> Sequence[Tensor]:
        if dtype_of(self.value) != dtype_of(self.x):
            self.refuse("a value of x's dtype")
        if self.masks:
            return self._infer_masked()
        if not all(is_integer(dtype_of(i)) for i in self.indices) or len(self.indices) > rank_of(self.x):
            self.refuse("integer indices of axes of x, or one mask")
        if broadcast(shape_of(self.value), self.space()) != tuple(self.space()):
            self.refuse(f"a value that broadcasts to {tuple(self.space())}")
        return super().infer()

    def _infer_masked(self) -> Sequence[Tensor]:
        mask, own = shape_of(self.indices[0]), shape_of(self.x)
        rest = (1, *own[len(mask) :])
        if mask != own[: len(mask)] or broadcast(shape_of(self.value), rest) != rest:
            self.refuse("a mask over the first axes of x, and one value for all of its places")
        return super().infer()

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        mask, own, value = self.indices[0], shape_of(self.x), shape_of(self.value)
        inner = own[rank_of(mask) :]
        place = b.reshape(mask, [*shape_of(mask), *[1] * len(inner)])
        flat = b.reshape(self.value, [] if size_of(self.value) == 1 else value[len(value) - len(inner) :])
        new = b.add(self.x, flat) if py(self.accumulate) else flat
        return [b.where(b.expand(place, own), new, self.x)]

    def space(self) -> Sequence[int]:
        return [*self.together(), *shape_of(self.x)[len(self.indices) :]]

    def place(self, k: Scalars[S], at: Index) -> Sequence[Expr]:
        rows = at[: len(self.together())]
        numbers = [k.read(i, align(rows, shape_of(i))) for i in self.indices]
        found = [k.dynamic(n, e) for n, e in zip(numbers, shape_of(self.x), strict=False)]
        return [*found, *at[len(rows) :]]

    def update(self, k: Scalars[S], at: Index) -> S:
        return k.read(self.value, align(at, shape_of(self.value)))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        if self.masks:
            return NotImplemented
        (x, *indices, value), rank = operands, len(self.together())
        whole = [aligned(b, i, rank) if here else i for i, here in zip(indices, batched[1:-1], strict=True)]
        numbers = b.op(ArangeOp, start=0, end=size, step=1, dtype=dtype_of(indices[0]))
        places = [b.reshape(numbers, [size, *[1] * rank]), *whole]
        value = aligned(b, value, len(self.space())) if batched[-1] else value
        return [b.op(IndexPutOp, spread(b, x, batched[0], size), places, value, accumulate=self.accumulate)]

    def combining(self) -> str:
        return "add" if py(self.accumulate) else "assign"

    def looked_up(self, b: Builder, written: SSAValue) -> SSAValue:
        rows = self.together()
        columns = [b.reshape(b.expand(b.cast(i, i64), rows), [*rows, 1]) for i in self.indices]
        return b.op(GatherNdOp, written, b.concat(columns, len(rows)))
