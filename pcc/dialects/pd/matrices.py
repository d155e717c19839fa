"""Matrices in the last axes of tensors: what their ops share, and what their rules are written with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import f32, f64, i32
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.pd import contraction, creation, diagonal, indexing, padding
from pcc.dialects.pd.base import PdOp, Tensor, TypeRuleError, broadcast, dtype_of, rank_of, shape_of, tensor, type_of
from pcc.dialects.pd.batching import aligned
from pcc.dialects.pd.linear import again
from pcc.dialects.relation import Dim, Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

SUFFIXES: dict[Attribute, str] = {f32: "f32", f64: "f64", i32: "i32"}


class MatrixOp(PdOp):
    """Each result for one matrix, or for as many as the axes before the last ones say; those of operands broadcast.

    CORE: how many last axes one call takes of each operand, and gives of each result. A routine of the library computes
    what is not composite: it has the op's name, and the names of operands and results in its parameter block.
    """

    KERNEL: ClassVar[str] = "matrices"
    CORE: ClassVar[tuple[tuple[int, ...], tuple[int, ...]]] = ((2,), (2,))

    def core(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self.CORE

    def fields(self) -> Mapping[str, int]:
        """The numbers in the routine's parameter block."""
        raise NotImplementedError(f"{self.name} has no routine")

    def suffix(self) -> str:
        """Of the routine's name: the dtype that it is for."""
        return SUFFIXES[dtype_of(self.operands[0])]

    # ---- shapes
    def lead(self) -> tuple[int, ...]:
        """The axes before those of one matrix, of all operands together. Raises TypeRuleError."""
        parts = list[tuple[int, ...]]()
        for operand, core in zip(self.operands, self.core()[0], strict=True):
            if rank_of(operand) < core:
                raise TypeRuleError(f"{self.name} takes {core} axes or more, not {shape_of(operand)}")
            parts.append(shape_of(operand)[: rank_of(operand) - core])
        return broadcast(*parts)

    def matrix(self, operand: SSAValue) -> tuple[int, int]:
        """Rows and columns of a float operand. Raises TypeRuleError."""
        if dtype_of(operand) not in (f32, f64) or rank_of(operand) < 2:
            raise TypeRuleError(f"{self.name} takes matrices of float32 or float64, not {type_of(operand)}")
        rows, columns = shape_of(operand)[-2:]
        return rows, columns

    def square(self, operand: SSAValue) -> int:
        """The extent of a square matrix. Raises TypeRuleError."""
        rows, columns = self.matrix(operand)
        if rows != columns:
            raise TypeRuleError(f"{self.name} takes square matrices, not {shape_of(operand)}")
        return rows

    def of(self, *core: int, dtype: Attribute | None = None) -> Tensor:
        """The type of a result, by the shape for one matrix."""
        return tensor([*self.lead(), *core], dtype or dtype_of(self.operands[0]))

    def count(self) -> int:
        """How many matrices there are."""
        return prod(self.lead())

    def whole(self, b: Builder) -> list[SSAValue]:
        """The operands, all expanded to the same axes before those of one matrix."""
        pairs = zip(self.operands, self.core()[0], strict=True)
        return [b.expand(v, [*self.lead(), *shape_of(v)[rank_of(v) - core :]]) for v, core in pairs]

    # ---- what follows from it
    def relation(self) -> Relation | None:
        lead = self.lead()
        names = letters(len(lead))
        whole: tuple[Dim, ...] = (("_",),) * 2

        def dims(value: SSAValue, core: int) -> tuple[Dim, ...]:
            own = shape_of(value)[: rank_of(value) - core]
            first = len(lead) - len(own)
            pairs = zip(names[first:], own, lead[first:], strict=True)
            return (*(() if e == 1 and w != 1 else (n,) for n, e, w in pairs), *whole[:core])

        operands = tuple(dims(v, core) for v, core in zip(self.operands, self.core()[0], strict=True))
        results = tuple((*((n,) for n in names), *whole[:core]) for core in self.core()[1])
        return Relation(operands, results)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        """The calls are one more axis before the others."""
        rank, given = len(self.lead()), zip(operands, self.core()[0], batched, strict=True)
        made = [aligned(b, value, rank + core) if here else value for value, core, here in given]
        return again(self, b, made, self.properties)


# ---- what rules are written with
def product(b: Builder, *factors: SSAValue) -> SSAValue:
    """The product of matrices, from the left."""
    made = factors[0]
    for factor in factors[1:]:
        made = b.op(contraction.MatmulOp, made, factor, transpose_x=False, transpose_y=False)
    return made


def turned(b: Builder, x: SSAValue) -> SSAValue:
    """The transpose of matrices."""
    rank = rank_of(x)
    return b.transpose(x, [*range(rank - 2), rank - 1, rank - 2])


def tril(b: Builder, x: SSAValue, offset: int = 0) -> SSAValue:
    return b.op(diagonal.TrilOp, x, diagonal=offset)


def triu(b: Builder, x: SSAValue, offset: int = 0) -> SSAValue:
    return b.op(diagonal.TriuOp, x, diagonal=offset)


def symmetric(b: Builder, x: SSAValue, upper: bool = False) -> SSAValue:
    """The symmetric matrix that has one triangle of x."""
    keep, cut = (triu, 1) if upper else (tril, -1)
    return b.add(keep(b, x), turned(b, keep(b, x, cut)))


def eye(b: Builder, size: int, like: SSAValue) -> SSAValue:
    """The identity, in the dtype of another tensor."""
    return b.op(creation.EyeOp, num_rows=size, num_columns=size, dtype=dtype_of(like))


def diagonal_of(b: Builder, x: SSAValue) -> SSAValue:
    return b.op(diagonal.DiagonalOp, x, offset=0, axis1=-2, axis2=-1)


def as_rows(b: Builder, x: SSAValue) -> SSAValue:
    """x[..., None, :]"""
    return b.reshape(x, [*shape_of(x)[:-1], 1, shape_of(x)[-1]])


def as_columns(b: Builder, x: SSAValue) -> SSAValue:
    """x[..., :, None]"""
    return b.reshape(x, [*shape_of(x), 1])


def part(
    b: Builder, x: SSAValue, rows: tuple[int, int] | None = None, columns: tuple[int, int] | None = None
) -> SSAValue:
    """x[..., rows, columns]"""
    for axis, bounds in ((-2, rows), (-1, columns)):
        at = rank_of(x) + axis
        if bounds is not None and bounds != (0, shape_of(x)[at]):
            x = b.slice(x, at, *bounds)
    return x


def padded(b: Builder, x: SSAValue, rows: int, columns: int) -> SSAValue:
    """Zeros behind the last two axes."""
    if not rows and not columns:
        return x
    widths = [0] * (2 * (rank_of(x) - 2)) + [0, rows, 0, columns]
    return b.op(padding.PadOp, x, paddings=widths, pad_value=0.0)


def ordered(b: Builder, x: SSAValue, order: SSAValue) -> SSAValue:
    """x[..., order[..., i], :] in row i."""
    lead = broadcast(shape_of(x)[:-2], shape_of(order)[:-1])
    whole = b.expand(x, [*lead, *shape_of(x)[-2:]])
    places = b.expand(as_columns(b, order), [*lead, shape_of(order)[-1], shape_of(x)[-1]])
    return b.op(indexing.TakeAlongAxisOp, whole, places, axis=rank_of(whole) - 2)


def numbers(b: Builder, count: int) -> SSAValue:
    """0, 1, ..., count - 1 in int64, one below the other."""
    return b.reshape(b.count(count), [count, 1])


def row(b: Builder, x: SSAValue, number: SSAValue) -> SSAValue:
    """x[..., number:number + 1, :] for a scalar that is known when it runs."""
    return b.op(indexing.GatherOp, x, b.reshape(number, [1]), axis=rank_of(x) - 2)


def column(b: Builder, x: SSAValue, number: SSAValue) -> SSAValue:
    """x[..., number:number + 1] for a scalar that is known when it runs."""
    return b.op(indexing.GatherOp, x, b.reshape(number, [1]), axis=rank_of(x) - 1)


def inverse_gaps(b: Builder, x: SSAValue, squares: bool = False) -> SSAValue:
    """1 / (x[..., j] - x[..., i]) in row i and column j, or the same of their squares; zero on the diagonal."""
    one = eye(b, shape_of(x)[-1], x)
    gaps = b.sub(as_rows(b, x), as_columns(b, x))
    if squares:
        gaps = b.mul(gaps, b.add(as_rows(b, x), as_columns(b, x)))
    return b.mul(b.div(1.0, b.add(gaps, one)), b.sub(1.0, one))
