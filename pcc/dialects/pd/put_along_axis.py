"""Writes and combinations along an axis at places that an index tensor gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, StringAttr, TensorType, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.arithmetic import FloorDivideOp
from pcc.dialects.pd.base import (
    Spec,
    Tangent,
    Tensor,
    dtype_of,
    highest,
    is_float,
    is_integer,
    lowest,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
)
from pcc.dialects.pd.indexing import TakeAlongAxisOp, places
from pcc.dialects.pd.linear import whole
from pcc.dialects.pd.padding import PadOp, padded
from pcc.dialects.pd.reduction import AnyOp, ProdOp
from pcc.dialects.pd.scatter import Scatter
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class PutAlongAxisOp(Scatter):
    """out[..., indices[u], ...] = values[u] along axis, or combined by reduce: add, mul, amin, amax, mean.

    Without include_self, what x held at written places does not count.
    """

    name = "pd.put_along_axis"
    arr = operand_def(base(TensorType))
    indices = operand_def(base(TensorType))
    values = operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    reduce = prop_def(base(StringAttr))
    include_self = prop_def(base(IntegerAttr))
    AXES: ClassVar = ("axis",)
    SAMPLES: ClassVar = tuple(
        sample(
            lambda paddle, x, i, v, reduce=reduce, whole=whole, axis=axis: paddle.put_along_axis(
                x, i, v, axis, reduce, include_self=whole, broadcast=False
            ),
            Spec((3, 9), dtype, low, high),
            places(9 if axis else 3, 3, 7),
            Spec((3, 7), dtype, low, high),
        )
        for reduce, whole, axis, dtype, low, high in (
            ("assign", True, 1, "float32", -2, 2), ("add", True, 1, "float32", -2, 2),
            ("add", False, 0, "float32", -2, 2), ("mul", False, -1, "float32", -2, 2),
            ("amin", True, 1, "float32", -2, 2), ("amax", False, 1, "float32", -2, 2),
            ("assign", True, 0, "float32", -2, 2), ("amin", False, 1, "uint8", 130, 250),
            ("mean", True, 1, "float32", -2, 2), ("mean", False, 0, "int64", -9, 9),
        )
    )  # fmt: skip

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.arr))

    def infer(self) -> Sequence[Tensor]:
        own, places, values = shape_of(self.arr), shape_of(self.indices), shape_of(self.values)
        if not is_integer(dtype_of(self.indices)) or dtype_of(self.values) != dtype_of(self.arr):
            self.refuse("integer indices, and values of arr's dtype")
        others = [d for d in range(len(own)) if d != self.dim()]
        if len(own) != len(places) or any(places[d] > own[d] for d in others):
            self.refuse("indices within arr but for the axis")
        if len(values) != len(places) or any(v < p for v, p in zip(values, places, strict=True)):
            self.refuse("a value for every index")
        if self.combining() not in ("assign", "add", "mul", "amin", "amax", "mean"):
            self.refuse(f"reduce is {self.combining()}, not assign, add, mul, amin, amax or mean")
        return super().infer()

    def space(self) -> Sequence[int]:
        return shape_of(self.indices)

    def place(self, k: Scalars[S], at: Index) -> Sequence[Expr]:
        dim = self.dim()
        found = k.dynamic(k.read(self.indices, at), shape_of(self.arr)[dim])
        return [*at[:dim], found, *at[dim + 1 :]]

    def update(self, k: Scalars[S], at: Index) -> S:
        return k.read(self.values, at)

    def combining(self) -> str:
        return {"multiply": "mul"}.get(py(self.reduce), py(self.reduce))

    def reset(self) -> float | int | None:
        if py(self.include_self):
            return None
        dtype = dtype_of(self.arr)
        return {"add": 0, "mul": 1, "amin": highest(dtype), "amax": lowest(dtype)}.get(self.combining())

    def looked_up(self, b: Builder, written: SSAValue) -> SSAValue:
        return b.op(TakeAlongAxisOp, written, self.indices, axis=self.axis)

    def gathered(self, b: Builder, updates: SSAValue) -> SSAValue:
        return padded(b, updates, [0] * rank_of(updates), shape_of(self.values))

    # ---- means
    @property
    def is_composite(self) -> bool:
        return self.combining() == "mean"

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        dtype = dtype_of(self.arr)
        count = self._added(b, *(b.full(shape_of(o), 1, dtype) for o in (self.arr, self.values)))
        total = self._added(b, self.arr, self.values)
        return [b.div(total, count) if is_float(dtype) else b.op(FloorDivideOp, total, count)]

    def _added(self, b: Builder, target: SSAValue, values: SSAValue) -> SSAValue:
        """Values added at the same places."""
        options = {"axis": py(self.axis), "include_self": py(self.include_self)}
        return b.op(PutAlongAxisOp, target, self.indices, values, reduce="add", **options)

    # ---- derivatives
    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        combining = self.combining()
        if combining not in ("amin", "amax", "mul"):
            return NotImplemented if combining == "mean" else super().jvp(b, tangents)
        x, values = (whole(b, tangents[n], self.operands[n]) for n in (0, 2))
        values = corner(b, values, shape_of(self.indices))
        return [self._of_product(b, x, values) if combining == "mul" else self._of_extremum(b, x, values)]

    def _of_extremum(self, b: Builder, x: SSAValue, values: SSAValue) -> SSAValue:
        """The mean of the tangents of those that are the extremum."""
        there = b.op(TakeAlongAxisOp, self.out, self.indices, axis=py(self.axis))
        given = corner(b, self.values, shape_of(self.indices))
        kept, put = b.equal(self.arr, self.out), b.equal(given, there)
        total = self._added(b, b.where(kept, x, 0.0), b.where(put, values, 0.0))
        return b.div(total, self._added(b, *(b.cast(hit, dtype_of(x)) for hit in (kept, put))))

    def _of_product(self, b: Builder, x: SSAValue, values: SSAValue) -> SSAValue:
        """That of a product over one more axis: what a place holds, then each value, or one if it goes elsewhere."""
        last, hit = rank_of(self.arr), self._hits(b)
        kept = None if py(self.include_self) else b.op(AnyOp, hit, axis=[last], keepdim=False)

        def factors(own: SSAValue, given: SSAValue, neutral: float) -> SSAValue:
            own = own if kept is None else b.where(kept, neutral, own)
            put = b.where(hit, self._across(b, corner(b, given, shape_of(self.indices)), neutral), neutral)
            return b.concat([b.reshape(own, [*shape_of(own), 1]), put], last)

        product = b.ops(ProdOp, factors(self.arr, self.values, 1.0), axis=[last], keepdim=False, reduce_all=False)
        (tangent,) = product.jvp(b, [factors(x, values, 0.0)])
        assert tangent is not None
        return tangent

    def _hits(self, b: Builder) -> SSAValue:
        """[own..., u]: whether index number u goes to a place."""
        dim, shape = self.dim(), [1] * (rank_of(self.arr) + 1)
        shape[dim] = extent = shape_of(self.arr)[dim]
        indices = b.cast(self.indices, i64)
        indices = b.where(b.greater(0, indices), b.add(indices, extent), indices)
        numbers = b.reshape(b.count(extent), shape)
        return b.equal(self._across(b, indices, -1), numbers)

    def _across(self, b: Builder, x: SSAValue, fill: float) -> SSAValue:
        """What belongs to the indices as [own..., u] with extent one along axis, filled up where there are none."""
        dim, own, rank = self.dim(), list(shape_of(self.arr)), rank_of(self.arr)
        missing = [0 if d == dim else o - e for d, (o, e) in enumerate(zip(own, shape_of(x), strict=True))]
        x = b.op(PadOp, x, paddings=[n for m in missing for n in (0, m)], pad_value=fill) if any(missing) else x
        x = b.transpose(x, [*(d for d in range(rank) if d != dim), dim])
        return b.reshape(x, [*own[:dim], 1, *own[dim + 1 :], shape_of(self.indices)[dim]])


def corner(b: Builder, x: SSAValue, extents: Sequence[int]) -> SSAValue:
    """The first elements along each axis."""
    for axis, extent in enumerate(extents):
        x = x if shape_of(x)[axis] == extent else b.slice(x, axis, 0, extent)
    return x
