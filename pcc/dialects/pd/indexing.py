"""Ops that look elements up at places that data gives. A negative index counts from the end; others are clamped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def, var_operand_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.access import relation_of
from pcc.dialects.pd.base import (
    PdOp,
    Spec,
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
from pcc.dialects.pd.batching import parted, spread
from pcc.dialects.pd.creation import ArangeOp
from pcc.dialects.pd.linear import Selection, again, whole
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


def places(high: int, *shape: int, dtype: str = "int64", low: int = 0) -> Spec:
    """A sample's input of places in [low, high)."""
    return Spec(shape, dtype, low, high - 1)


class Lookup(Selection):
    """Elements of one operand at places that another gives."""

    out = result_def(base(TensorType))

    def relation(self) -> Relation:
        return relation_of(self)

    def check_index(self, index: SSAValue) -> None:
        if not is_integer(dtype_of(index)):
            raise TypeRuleError(f"{self.name}: an index of {dtype_of(index)}, not int32 or int64")


class AlongAxis(Lookup):
    """Whole slices of x along an axis, at a list of places."""

    x = operand_def(base(TensorType))
    index = operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.x))

    def infer(self) -> Sequence[Tensor]:
        self.check_index(self.index)
        shape, places, dim = shape_of(self.x), shape_of(self.index), self.dim()
        if len(places) == 2 and places[1] == 1:
            places = places[:1]
        if len(places) > 1:
            raise TypeRuleError(f"{self.name} takes a 0-d or 1-d index, not {places}")
        return [tensor([*shape[:dim], *places, *shape[dim + 1 :]], dtype_of(self.x))]

    def element(self, k: Scalars[S], index: Index) -> S:
        dim = self.dim()
        at = [] if rank_of(self.index) == 0 else [index[dim], *[Expr()] * (rank_of(self.index) - 1)]
        rest = index[dim + (1 if at else 0) :]
        place = k.dynamic(k.read(self.index, at), shape_of(self.x)[dim])
        return k.read(self.x, [*index[:dim], place, *rest])

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        if not batched[1]:
            return again(self, b, operands, {**self.properties, "axis": attribute_of(self.dim() + 1)})
        index = b.reshape(operands[1], [size, size_of(self.index)])
        return [b.reshape(taken_along(b, operands[0], index, self.dim(), batched[0]), (size, *shape_of(self.out)))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        from pcc.dialects.pd.scatter import IndexAddOp

        (c,), dim, shape = cotangents, self.dim(), list(shape_of(self.x))
        assert c is not None
        shape[dim] = size_of(self.index)
        rows, index = b.reshape(c, shape), b.reshape(self.index, [size_of(self.index)])
        return [b.op(IndexAddOp, whole(b, None, self.x), index, rows, axis=dim), None]


@irdl_op_definition
class GatherOp(AlongAxis):
    """out[..., n, ...] = x[..., index[n], ...] along axis; a 0-d index drops the axis."""

    name = "pd.gather"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, i: paddle.gather(x, i, 1), (3, 7, 20), places(7, 5)),
        sample(lambda paddle, x, i: paddle.gather(x, i), (6, 20), places(6, 9, dtype="int32")),
        sample(lambda paddle, x, i: paddle.gather(x, i), (6, 20), places(6)),
        sample(lambda paddle, x, i: paddle.gather(x, i, -1), (3, 40), places(40, 17)),
    )


@irdl_op_definition
class IndexSelectOp(AlongAxis):
    """out[..., n, ...] = x[..., index[n], ...] along axis."""

    name = "pd.index_select"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, i: paddle.index_select(x, i, 1), (3, 7, 20), places(7, 5)),
        sample(lambda paddle, x, i: paddle.index_select(x, i, -1), (3, 40), places(40, 17, dtype="int32")),
        sample(lambda paddle, x, i: paddle.index_select(x, i), (30, 4), places(30, 50)),
    )


@irdl_op_definition
class GatherNdOp(Lookup):
    """out[n..., rest] = x[index[n..., 0], index[n..., 1], ..., rest]."""

    name = "pd.gather_nd"
    x = operand_def(base(TensorType))
    index = operand_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, i: paddle.gather_nd(x, i), (4, 5, 20), places(4, 6, 2)),
        sample(lambda paddle, x, i: paddle.gather_nd(x, i), (4, 5), places(4, 2, 3, 1)),
        sample(lambda paddle, x, i: paddle.gather_nd(x, i), (4, 5), places(4, 2)),
        sample(lambda paddle, x, i: x[i], (6, 20), places(6, 9, low=-6)),
    )

    def depth(self) -> int:
        """How many axes of x an index names."""
        return shape_of(self.index)[-1]

    def infer(self) -> Sequence[Tensor]:
        self.check_index(self.index)
        if not rank_of(self.index) or self.depth() > rank_of(self.x):
            raise TypeRuleError(f"gather_nd: {shape_of(self.index)} does not index {shape_of(self.x)}")
        return [tensor([*shape_of(self.index)[:-1], *shape_of(self.x)[self.depth() :]], dtype_of(self.x))]

    def element(self, k: Scalars[S], index: Index) -> S:
        row, shape = index[: rank_of(self.index) - 1], shape_of(self.x)
        places = [k.dynamic(k.read(self.index, [*row, Expr() + d]), shape[d]) for d in range(self.depth())]
        return k.read(self.x, [*places, *index[len(row) :]])

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        (x, index), (many, _) = operands, batched
        index = numbered(b, spread(b, index, batched[1], size)) if many else index
        return again(self, b, [x, index], self.properties)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        from pcc.dialects.pd.scatter import ScatterNdAddOp

        return [b.op(ScatterNdAddOp, whole(b, None, self.x), self.index, cotangents[0]), None]


@irdl_op_definition
class IndexSampleOp(Lookup):
    """out[i, j] = x[i, index[i, j]]."""

    name = "pd.index_sample"
    x = operand_def(base(TensorType))
    index = operand_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x, i: paddle.index_sample(x, i), (3, 20), places(20, 3, 17)),)

    def infer(self) -> Sequence[Tensor]:
        self.check_index(self.index)
        x, index = shape_of(self.x), shape_of(self.index)
        if len(x) != 2 or len(index) != 2 or x[0] != index[0]:
            raise TypeRuleError(f"index_sample of {x} by {index}: two matrices with as many rows")
        return [tensor(index, dtype_of(self.x))]

    def element(self, k: Scalars[S], index: Index) -> S:
        return k.read(self.x, [index[0], k.dynamic(k.read(self.index, index), shape_of(self.x)[1])])

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        return [put_along(b, cotangents[0], self.index, whole(b, None, self.x), 1), None]


@irdl_op_definition
class TakeAlongAxisOp(Lookup):
    """out[..., n, ...] = arr[..., indices[..., n, ...], ...] along axis."""

    name = "pd.take_along_axis"
    arr = operand_def(base(TensorType))
    indices = operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    AXES: ClassVar = ("axis",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, i: paddle.take_along_axis(x, i, 1), (3, 7, 20), places(7, 3, 2, 20)),
        sample(lambda paddle, x, i: paddle.take_along_axis(x, i, -1), (3, 40), places(40, 3, 17)),
        sample(lambda paddle, x, i: paddle.take_along_axis(x, i, 0, broadcast=False), (5, 8), places(5, 2, 3)),
    )

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.arr))

    def infer(self) -> Sequence[Tensor]:
        self.check_index(self.indices)
        own, places, dim = shape_of(self.arr), shape_of(self.indices), self.dim()
        if len(own) != len(places) or any(p > e for d, (p, e) in enumerate(zip(places, own, strict=True)) if d != dim):
            raise TypeRuleError(f"take_along_axis of {own} by {places} along axis {dim}")
        return [tensor(places, dtype_of(self.arr))]

    def element(self, k: Scalars[S], index: Index) -> S:
        dim = self.dim()
        place = k.dynamic(k.read(self.indices, index), shape_of(self.arr)[dim])
        return k.read(self.arr, [*index[:dim], place, *index[dim + 1 :]])

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        return [put_along(b, cotangents[0], self.indices, whole(b, None, self.arr), self.dim()), None]


def taken_along(b: Builder, x: SSAValue, index: SSAValue, axis: int, batched: bool) -> SSAValue:
    """Slices of x (batched: of each call) along an axis, at the places that each call has in a row of `index`."""
    size, count = shape_of(index)
    if not batched:
        found = b.op(GatherOp, x, b.reshape(index, [size * count]), axis=axis)
        return parted(b, found, axis, size, count)
    shape = list(shape_of(x))
    shape[axis + 1] = count
    ones = [e if d in (0, axis + 1) else 1 for d, e in enumerate(shape)]
    return b.op(TakeAlongAxisOp, x, b.expand(b.reshape(index, ones), shape), axis=axis + 1)


def numbered(b: Builder, index: SSAValue) -> SSAValue:
    """Places of many calls, each with its call's number in front."""
    size, *rest, _ = shape_of(index)
    numbers = b.op(ArangeOp, start=0, end=size, step=1, dtype=dtype_of(index))
    column = b.expand(b.reshape(numbers, [size, *[1] * (len(rest) + 1)]), [size, *rest, 1])
    return b.concat([column, index], len(rest) + 1)


def taken(b: Builder, tangent: Tangent, indices: SSAValue, axis: int) -> Tangent:
    """The tangent of elements that are found at places along an axis."""
    if tangent is None or not rank_of(tangent):
        return tangent
    return b.op(TakeAlongAxisOp, tangent, indices, axis=axis)


def put_along(b: Builder, values: Tangent, indices: SSAValue, onto: SSAValue, axis: int) -> SSAValue:
    """A tensor with values added at places along an axis."""
    from pcc.dialects.pd.put_along_axis import PutAlongAxisOp

    return b.op(PutAlongAxisOp, onto, indices, values, axis=axis, reduce="add", include_self=True)


@irdl_op_definition
class EmbeddingOp(Lookup):
    """out[n..., :] = weight[x[n...], :], zero where x is padding_idx (-1: nowhere)."""

    name = "pd.embedding"
    x = operand_def(base(TensorType))
    weight = operand_def(base(TensorType))
    padding_idx = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, i, w: paddle.nn.functional.embedding(i, w), places(9, 2, 5), (9, 20)),
        sample(lambda paddle, i, w: paddle.nn.functional.embedding(i, w, padding_idx=2), places(4, 30), (4, 16)),
    )

    def infer(self) -> Sequence[Tensor]:
        self.check_index(self.x)
        if rank_of(self.weight) != 2:
            raise TypeRuleError(f"embedding takes a matrix of weights, not {shape_of(self.weight)}")
        return [tensor([*shape_of(self.x), shape_of(self.weight)[1]], dtype_of(self.weight))]

    def element(self, k: Scalars[S], index: Index) -> S:
        number = k.read(self.x, index[:-1])
        found = k.read(self.weight, [k.dynamic(number, shape_of(self.weight)[0]), index[-1]])
        if py(self.padding_idx) == -1:
            return found
        return k.select(k.compare("eq", number, py(self.padding_idx)), k.constant(0, k.dtype(found)), found)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        x, weight = operands
        if not batched[1]:
            return again(self, b, operands, self.properties)
        if batched[0]:
            found = taken_along(b, weight, b.reshape(x, [size, size_of(self.x)]), 0, True)
        else:
            found = b.op(GatherOp, weight, b.reshape(x, [size_of(self.x)]), axis=1)
        found = b.reshape(found, (size, *shape_of(self.out)))
        if py(self.padding_idx) == -1:
            return [found]
        return [b.where(b.equal(b.reshape(x, [*shape_of(x), 1]), py(self.padding_idx)), 0.0, found)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        from pcc.dialects.pd.scatter import IndexAddOp

        (c,), places, count = cotangents, self.x, size_of(self.x)
        assert c is not None
        if py(self.padding_idx) != -1:
            padding = b.equal(self.x, py(self.padding_idx))
            c = b.where(b.reshape(padding, [*shape_of(self.x), 1]), 0.0, c)
        rows = b.reshape(c, [count, shape_of(self.weight)[1]])
        return [None, b.op(IndexAddOp, whole(b, None, self.weight), b.reshape(places, [count]), rows, axis=0)]


@irdl_op_definition
class MultiplexOp(Lookup):
    """out[n, ...] = inputs[index[n, 0]][n, ...]."""

    name = "pd.multiplex"
    inputs = var_operand_def(base(TensorType))
    index = operand_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y, i: paddle.multiplex([x, y], i), (5, 20), (5, 20), places(2, 5, 1, dtype="int32")),
    )

    def infer(self) -> Sequence[Tensor]:
        self.check_index(self.index)
        return [tensor(shape_of(self.inputs[0]), dtype_of(self.inputs[0]))]

    def element(self, k: Scalars[S], index: Index) -> S:
        number = k.read(self.index, [index[0], *[Expr()] * (rank_of(self.index) - 1)])
        found = k.read(self.inputs[-1], index)
        for n in reversed(range(len(self.inputs) - 1)):
            found = k.select(k.compare("le", number, n), k.read(self.inputs[n], index), found)
        return found


@irdl_op_definition
class MaskedFillOp(PdOp):
    """value where mask, else x; mask broadcasts to x."""

    name = "pd.masked_fill"
    x = operand_def(base(TensorType))
    mask = operand_def(base(TensorType))
    value = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, m: paddle.masked_fill(x, m, 2.0), (3, 20), Spec((3, 20), "bool", 0, 1)),
        sample(lambda paddle, x, m: paddle.masked_fill(x, m, x[0, 0, 0]), (2, 3, 5), Spec((3, 1), "bool", 0, 1)),
    )

    def infer(self) -> Sequence[Tensor]:
        if size_of(self.value) != 1:
            raise TypeRuleError(f"masked_fill takes one value, not {shape_of(self.value)}")
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        value = b.cast(b.reshape(self.value, []), dtype_of(self.x))
        return [b.where(b.expand(self.mask, shape_of(self.x)), value, self.x)]
