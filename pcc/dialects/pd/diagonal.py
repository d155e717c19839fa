"""Diagonals and triangles of matrices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

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
    is_float,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.linear import Linear, Selection, again, whole
from pcc.dialects.pd.shape import View
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class Triangle(Linear):
    """The elements of x on one side of a diagonal of its last two axes; zero elsewhere."""

    x = operand_def(base(TensorType))
    diagonal = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ()
    KEEPS: ClassVar[str]  # what column - row must be to the diagonal

    def infer(self) -> Sequence[Tensor]:
        if rank_of(self.x) < 2:
            raise TypeRuleError(f"{self.name} takes a tensor of two or more axes, not {shape_of(self.x)}")
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        here = k.compare(self.KEEPS, k.index(index[-1] - index[-2]), py(self.diagonal))
        x = k.read(self.x, index)
        return k.select(here, x, k.constant(0, k.dtype(x)))

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return again(self, b, [c], self.properties)


@irdl_op_definition
class TrilOp(Triangle):
    """x on and below the diagonal."""

    name = "pd.tril"
    KEEPS: ClassVar = "le"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.tril(x), (2, 5, 20)),
        sample(lambda paddle, x: paddle.tril(x, -2), Spec((7, 4), "int64", -9, 9)),
    )


@irdl_op_definition
class TriuOp(Triangle):
    """x on and above the diagonal."""

    name = "pd.triu"
    KEEPS: ClassVar = "ge"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.triu(x, 1), (2, 5, 20)),
        sample(lambda paddle, x: paddle.triu(x), Spec((7, 4), "bool", 0, 1)),
    )


def _length(rows: int, columns: int, offset: int) -> int:
    """Elements on a diagonal of a matrix."""
    return max(0, min(rows, columns - offset) if offset >= 0 else min(rows + offset, columns))


@irdl_op_definition
class DiagonalOp(View):
    """The diagonal of the axes axis1 and axis2, as the last axis."""

    name = "pd.diagonal"
    x = operand_def(base(TensorType))
    offset = prop_def(base(IntegerAttr))
    axis1 = prop_def(base(IntegerAttr))
    axis2 = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis1", "axis2")
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.diagonal(x), (5, 20)),
        sample(lambda paddle, x: paddle.diagonal(x, -1, 2, 0), (5, 3, 6)),
        sample(lambda paddle, x: paddle.diagonal(x, 2, 0, 1), (3, 4, 5)),
    )

    def axes(self) -> tuple[int, int]:
        first, second = (normalize_axis(py(a), rank_of(self.x)) for a in (self.axis1, self.axis2))
        if first == second:
            raise TypeRuleError(f"{self.name}: axis1 and axis2 are both {first}")
        return first, second

    def infer(self) -> Sequence[Tensor]:
        (first, second), shape = self.axes(), shape_of(self.x)
        kept = [e for d, e in enumerate(shape) if d not in (first, second)]
        return [tensor([*kept, _length(shape[first], shape[second], py(self.offset))], dtype_of(self.x))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        (first, second), rest, offset = self.axes(), iter(index[:-1]), py(self.offset)
        place = {first: index[-1] + max(-offset, 0), second: index[-1] + max(offset, 0)}
        return [place[d] if d in place else next(rest) for d in range(rank_of(self.x))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), (first, second) = cotangents, self.axes()
        where = {"offset": py(self.offset), "dim1": first, "dim2": second}
        return [b.op(FillDiagonalTensorOp, whole(b, None, self.x), c, **where)]


@irdl_op_definition
class TraceOp(PdOp):
    """The sum of a diagonal of the axes axis1 and axis2."""

    name = "pd.trace"
    x = operand_def(base(TensorType))
    offset = prop_def(base(IntegerAttr))
    axis1 = prop_def(base(IntegerAttr))
    axis2 = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis1", "axis2")
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.trace(x), (5, 20)),
        sample(lambda paddle, x: paddle.trace(x, -1, 1, 2), (3, 6, 5)),
        sample(lambda paddle, x: paddle.trace(x), Spec((4, 4), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        axes = {normalize_axis(py(a), rank_of(self.x)) for a in (self.axis1, self.axis2)}
        return [tensor([e for d, e in enumerate(shape_of(self.x)) if d not in axes], dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        attributes = {"offset": self.offset, "axis1": self.axis1, "axis2": self.axis2}
        total = b.sum(b.op(DiagonalOp, self.x, **attributes), [-1])
        return [b.cast(total, dtype_of(self.x))]


@irdl_op_definition
class DiagOp(Selection):
    """A square matrix with a 1-d x on a diagonal and padding_value elsewhere; or that diagonal of a 2-d x."""

    name = "pd.diag"
    x = operand_def(base(TensorType))
    offset = prop_def(base(IntegerAttr))
    padding_value = prop_def(base(FloatAttr) | base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.diag(x, 1), (20,)),
        sample(lambda paddle, x: paddle.diag(x, -2, 1.5), (5,)),
        sample(lambda paddle, x: paddle.diag(x, 1), (3, 5)),
    )

    def infer(self) -> Sequence[Tensor]:
        shape, offset = shape_of(self.x), py(self.offset)
        match len(shape):
            case 1:
                return [tensor([shape[0] + abs(offset)] * 2, dtype_of(self.x))]
            case 2:
                return [tensor([_length(shape[0], shape[1], offset)], dtype_of(self.x))]
            case _:
                raise TypeRuleError(f"diag takes a 1-d or 2-d tensor, not {shape}")

    def homogeneous(self) -> Mapping[str, Attribute]:
        return {**self.properties, "padding_value": attribute_of(0.0)}

    def element(self, k: Scalars[S], index: Index) -> S:
        offset = py(self.offset)
        if rank_of(self.x) == 2:
            return k.read(self.x, [index[0] + max(-offset, 0), index[0] + max(offset, 0)])
        at = index[0] - max(-offset, 0)
        number, dtype = py(self.padding_value), dtype_of(self.x)
        padding = k.constant(number if is_float(dtype) else int(number), compute_type(dtype))
        ranges = [(index[1] - index[0], offset, offset + 1), (at, 0, shape_of(self.x)[0])]
        return k.within(ranges, lambda: k.read(self.x, [at]), lambda: padding)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        (x,), offset, dtype = operands, py(self.offset), dtype_of(self.x)
        if rank_of(self.x) == 2:
            return [b.op(DiagonalOp, x, offset=offset, axis1=1, axis2=2)]
        embed = lambda v: b.op(DiagEmbedOp, v, offset=offset, dim1=-2, dim2=-1)  # noqa: E731
        if not py(self.padding_value):
            return [embed(x)]
        on = b.not_equal(embed(b.full(shape_of(self.x), 1, dtype)), 0)
        return [b.where(on, embed(x), py(self.padding_value))]


@irdl_op_definition
class DiagEmbedOp(Linear):
    """Matrices in the axes dim1 and dim2 with the last axis of input on a diagonal, zero elsewhere."""

    name = "pd.diag_embed"
    input = operand_def(base(TensorType))
    offset = prop_def(base(IntegerAttr))
    dim1 = prop_def(base(IntegerAttr))
    dim2 = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("dim1", "dim2")
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.diag_embed(x), (3, 20)),
        sample(lambda paddle, x: paddle.diag_embed(x, -1, 0, 2), (3, 5)),
    )

    def axes(self) -> tuple[int, int]:
        rank = rank_of(self.input) + 1
        first, second = (normalize_axis(py(a), rank) for a in (self.dim1, self.dim2))
        if first == second:
            raise TypeRuleError(f"diag_embed: dim1 and dim2 are both {first}")
        return first, second

    def infer(self) -> Sequence[Tensor]:
        shape, side = list(shape_of(self.input)[:-1]), shape_of(self.input)[-1] + abs(py(self.offset))
        for axis in sorted(self.axes()):
            shape.insert(axis, side)
        return [tensor(shape, dtype_of(self.input))]

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        (first, second), offset = self.axes(), py(self.offset)
        row, column = index[first], index[second]
        at = row - max(-offset, 0)
        rest = [i for d, i in enumerate(index) if d not in (first, second)]
        ranges = [(column - row, offset, offset + 1), (at, 0, shape_of(self.input)[-1])]
        zero = k.constant(0, compute_type(dtype_of(self.input)))
        return k.within(ranges, lambda: k.read(self.input, [*rest, at]), lambda: zero)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), (first, second) = cotangents, self.axes()
        return [b.op(DiagonalOp, c, offset=self.offset, axis1=first, axis2=second)]


@irdl_op_definition
class FillDiagonalOp(Linear):
    """A matrix x with value on a diagonal of its square block; if wrap, of every such block, with a row between two."""

    name = "pd.fill_diagonal"
    x = operand_def(base(TensorType))
    value = prop_def(base(FloatAttr))
    offset = prop_def(base(IntegerAttr))
    wrap = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle._C_ops.fill_diagonal(x, 2.0, 1, False), (5, 20)),
        sample(lambda paddle, x: paddle._C_ops.fill_diagonal(x, 2.0, 0, True), (9, 3)),
        sample(lambda paddle, x: paddle._C_ops.fill_diagonal(x, 3.0, -1, False), Spec((9, 4), "int64", -9, 9)),
        sample(lambda paddle, x: paddle._C_ops.fill_diagonal(x, 3.0, -1, True), (12, 4)),
    )

    def infer(self) -> Sequence[Tensor]:
        shape = shape_of(self.x)
        if len(shape) != 2:
            raise TypeRuleError(f"fill_diagonal takes a matrix, not {shape}")
        return [tensor(shape, dtype_of(self.x))]

    def homogeneous(self) -> Mapping[str, Attribute]:
        return {**self.properties, "value": attribute_of(0.0)}

    def element(self, k: Scalars[S], index: Index) -> S:
        x, dtype = k.read(self.x, index), dtype_of(self.x)
        number = py(self.value)
        filled = k.constant(number if is_float(dtype) else int(number), compute_type(dtype))
        offset, columns = py(self.offset), shape_of(self.x)[-1]
        row = index[0] % (columns + 1) if py(self.wrap) else index[0]
        return k.within([(index[1] - row, offset, offset + 1), (row, 0, columns)], lambda: filled, lambda: x)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        zeros = b.full(shape_of(self.x), 0, dtype_of(self.x))
        on = b.op(FillDiagonalOp, zeros, **{**self.properties, "value": 1.0})
        return [b.where(b.not_equal(on, 0), py(self.value), operands[0])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return again(self, b, [c], self.properties)


@irdl_op_definition
class FillDiagonalTensorOp(Linear):
    """x with y on a diagonal of the axes dim1 and dim2; the diagonal is y's last axis."""

    name = "pd.fill_diagonal_tensor"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    offset = prop_def(base(IntegerAttr))
    dim1 = prop_def(base(IntegerAttr))
    dim2 = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("dim1", "dim2")
    FIXED: ClassVar = ("y",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle._C_ops.fill_diagonal_tensor(x, y, 0, 0, 1), (3, 20, 4), (4, 3)),
        sample(lambda paddle, x, y: paddle._C_ops.fill_diagonal_tensor(x, y, -1, 2, 1), (2, 5, 6), (2, 5)),
    )

    def axes(self) -> tuple[int, int]:
        first, second = (normalize_axis(py(a), rank_of(self.x)) for a in (self.dim1, self.dim2))
        return first, second

    def infer(self) -> Sequence[Tensor]:
        (first, second), shape = self.axes(), shape_of(self.x)
        kept = [e for d, e in enumerate(shape) if d not in (first, second)]
        wanted = (*kept, _length(shape[first], shape[second], py(self.offset)))
        if shape_of(self.y) != wanted:
            raise TypeRuleError(f"fill_diagonal_tensor: y is {shape_of(self.y)}, the diagonal {wanted}")
        return [tensor(shape, dtype_of(self.x))]

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        (first, second), offset = self.axes(), py(self.offset)
        at = index[first] - max(-offset, 0)
        rest = [i for d, i in enumerate(index) if d not in (first, second)]
        ranges = [(index[second] - index[first], offset, offset + 1), (at, 0, shape_of(self.y)[-1])]
        return k.within(ranges, lambda: k.read(self.y, [*rest, at]), lambda: k.read(self.x, index))

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), (x, y), (first, second) = cotangents, moving, self.axes()
        assert c is not None
        rest = again(self, b, [c, whole(b, None, self.y)], self.properties)[0] if x else None
        return [rest, b.op(DiagonalOp, c, offset=self.offset, axis1=first, axis2=second) if y else None]
