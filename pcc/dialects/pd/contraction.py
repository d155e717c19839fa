"""Sums of products of two tensors: matmul and its relatives. They become GEMM calls, by their index relation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    DtypesDiffer,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    bit_width,
    broadcast,
    dtype_of,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.batching import aligned
from pcc.dialects.pd.creation import BasisOp
from pcc.dialects.pd.elementwise import unbroadcast
from pcc.dialects.pd.linear import Multilinear
from pcc.dialects.pd.product import Roles, SumOfProducts
from pcc.dialects.relation import Dim, Relation, letters
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


def _half(*shape: int) -> Spec:
    return Spec(shape, "bfloat16")


class Contraction(SumOfProducts, Multilinear):
    """result[...] = sum of lhs[...] * rhs[...] over the letters that the result lacks."""

    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    out = result_def(base(TensorType))

    KERNEL: ClassVar[str] = "contraction"

    def einsum(self) -> Relation:
        """Its index relation; broadcast dimensions are `1`."""
        raise NotImplementedError

    def relation(self) -> Relation:
        return self.einsum()

    def letter_extents(self) -> dict[str, int]:
        relation, sizes = self.einsum(), dict[str, int]()
        for dims, operand in zip(relation.operands, self.operands, strict=True):
            for dim, extent in zip(dims, shape_of(operand), strict=True):
                for letter in dim:
                    if sizes.setdefault(letter, extent) != extent:
                        raise TypeRuleError(f"{self.name}: {shape_of(self.x)} and {shape_of(self.y)} do not contract")
        return sizes

    def infer(self) -> Sequence[Tensor]:
        x, y = dtype_of(self.x), dtype_of(self.y)
        if x != y:
            raise DtypesDiffer(f"{self.name} multiplies tensors of {x} and {y}: cast one to the other's dtype")
        sizes = self.letter_extents()
        (result,) = self.einsum().results
        return [tensor([sizes[dim[0]] if dim else 1 for dim in result], dtype_of(self.x))]

    def summed(self) -> list[str]:
        relation = self.einsum()
        there = {l for dim in relation.results[0] for l in dim}
        return [l for l in dict.fromkeys(l for dims in relation.operands for d in dims for l in d) if l not in there]

    def extents(self) -> Sequence[int]:
        sizes = self.letter_extents()
        return [sizes[l] for l in self.summed()]

    def factors(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[Callable[[], S]]:
        relation = self.einsum()
        where = dict(zip(self.summed(), reduced, strict=True))
        where |= {dim[0]: i for dim, i in zip(relation.results[0], index, strict=True) if dim}
        at = lambda dims: [where[dim[0]] if dim else Expr() for dim in dims]  # noqa: E731
        return [partial(k.read, o, at(dims)) for o, dims in zip(self.operands, relation.operands, strict=True)]

    def roles(self) -> Roles:
        relation, sizes = self.einsum(), self.letter_extents()
        in_x, in_y = ({l for d in dims for l in d} for dims in relation.operands)
        result = [d[0] for d in relation.results[0] if d]
        batch, rows, columns = (
            [l for l in result if (l in in_x, l in in_y) == where]
            for where in ((True, True), (True, False), (False, True))
        )

        def index(*places: Index) -> list[Expr]:
            at = {
                l: i
                for names, place in zip((batch, rows, columns), places, strict=True)
                for l, i in zip(names, place, strict=True)
            }
            return [at[d[0]] if d else Expr() for d in relation.results[0]]

        extents = [tuple(sizes[l] for l in names) for names in (batch, rows, columns)]
        return Roles(extents[0], extents[1], extents[2], 0, index)


@irdl_op_definition
class MatmulOp(Contraction):
    """x @ y over the last two axes, batch axes broadcast; a 1-d operand is a row (x) or a column (y)."""

    name = "pd.matmul"
    transpose_x = prop_def(base(IntegerAttr))
    transpose_y = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.matmul(x, y), (5, 33), (33, 7), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.matmul(x, y, transpose_y=True), (2, 5, 16), (2, 9, 16), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.matmul(x, y), (1, 3, 5, 8), (2, 1, 8, 4), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.matmul(x, y), (8,), (3, 8, 4), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.matmul(x, y), (3, 4, 8), (8,), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.matmul(x, y, transpose_x=True), (16, 5), (16, 40), tolerance=1e-5),
        sample(
            lambda paddle, x, y: paddle.matmul(x, y, transpose_y=True), (2, 3), (3, 6, 2, 2, 3), tolerance=1e-5
        ),  # batches of columns that do not step as one
        sample(lambda paddle, x, y: paddle.matmul(x, y), _half(18, 40), _half(40, 72), tolerance=1e-5),
        sample(
            lambda paddle, x, y: paddle.matmul(x, y, transpose_x=True, transpose_y=True),
            *(_half(2, 33, 21), _half(2, 17, 33)),
            tolerance=1e-5,
        ),
    )

    def einsum(self) -> Relation:
        xs, ys = shape_of(self.x), shape_of(self.y)
        if not xs or not ys:
            raise TypeRuleError("matmul of a 0-d tensor")
        batch = broadcast(xs[:-2], ys[:-2])
        names = letters(len(batch), skip="m k n")
        x = self._batch(names, xs[:-2], batch) + self._matrix(len(xs), "m", "k", bool(py(self.transpose_x)), ("k",))
        y = self._batch(names, ys[:-2], batch) + self._matrix(len(ys), "k", "n", bool(py(self.transpose_y)), ("k",))
        out: tuple[Dim, ...] = tuple((n,) if e != 1 else () for n, e in zip(names, batch, strict=True))
        out += ((("m",),) if len(xs) > 1 else ()) + ((("n",),) if len(ys) > 1 else ())
        return Relation((x, y), (out,), Relation.parse("k ->").marks)

    def canonical(self, b: Builder) -> SSAValue | None:
        basis = isinstance(self.x.owner, BasisOp) and rank_of(self.y) == 2 and not py(self.transpose_x)
        if not basis:
            return None
        return b.transpose(self.y, [1, 0]) if py(self.transpose_y) else self.y

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """A product of the cotangent and the other operand; a matrix that all others share meets all their rows."""
        (c,) = cotangents
        assert c is not None
        if all(moving):
            return NotImplemented
        x, y, tx, ty = self.x, self.y, bool(py(self.transpose_x)), bool(py(self.transpose_y))
        batch, rows, columns = list(shape_of(c)), 1, 1
        if rank_of(y) == 1:
            y, ty = b.reshape(y, [*shape_of(y), 1]), False
        else:
            columns = batch.pop()
        if rank_of(x) == 1:
            x, tx = b.reshape(x, [1, *shape_of(x)]), False
        else:
            rows = batch.pop()
        c = b.reshape(c, [*batch, rows, columns])
        product = lambda l, r, tl, tr: b.op(MatmulOp, l, r, transpose_x=tl, transpose_y=tr)  # noqa: E731
        if moving[0]:
            made = product(y, c, ty, True) if tx else product(c, y, False, not ty)
            return [b.reshape(unbroadcast(b, made, shape_of(x)), shape_of(self.x)), None]
        if rank_of(y) == 2 and rank_of(x) > 2 and not tx:
            x, c = (b.reshape(v, [prod(shape_of(v)[:-1]), shape_of(v)[-1]]) for v in (x, c))
        made = product(c, x, True, tx) if ty else product(x, c, not tx, False)
        return [None, b.reshape(unbroadcast(b, made, shape_of(y)), shape_of(self.y))]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        (x, y), ranks = operands, (rank_of(self.x), rank_of(self.y))
        flags = bool(py(self.transpose_x)), bool(py(self.transpose_y))
        if ranks == (1, 1) and all(batched) and bit_width(dtype_of(x)) >= 32:  # a row sum is faster than many products
            return [b.cast(b.sum(b.mul(x, y), [1]), dtype_of(x))]
        made = self._of_rows(b, operands, batched, ranks, flags)
        if made is None:
            x, y, rank = _as_matrix(b, x, ranks[0], True), _as_matrix(b, y, ranks[1], False), max(2, *ranks)
            x, y = (aligned(b, v, rank) if here else v for v, here in zip((x, y), batched, strict=True))
            made = b.op(MatmulOp, x, y, transpose_x=flags[0] and ranks[0] > 1, transpose_y=flags[1] and ranks[1] > 1)
        return [b.reshape(made, (size, *shape_of(self.out)))]

    def _of_rows(
        self,
        b: Builder,
        operands: Sequence[SSAValue],
        batched: Sequence[bool],
        ranks: tuple[int, int],
        flags: tuple[bool, bool],
    ) -> SSAValue | None:
        """Vectors of many calls with one matrix, or vector, of all: the vectors are a matrix's rows."""
        for one, other in ((0, 1), (1, 0)):
            if ranks[one] == 1 and ranks[other] <= 2 and not batched[other]:
                across = flags[other] if one == 0 else not flags[other]
                return b.op(MatmulOp, operands[one], operands[other], transpose_x=False, transpose_y=across)
        return None

    @staticmethod
    def _batch(names: list[str], own: tuple[int, ...], batch: tuple[int, ...]) -> tuple[Dim, ...]:
        tail = names[len(batch) - len(own) :]
        return tuple((n,) if e != 1 else () for n, e in zip(tail, own, strict=True))

    @staticmethod
    def _matrix(rank: int, row: str, column: str, transposed: bool, vector: Dim) -> tuple[Dim, ...]:
        if rank == 1:
            return (vector,)
        return ((column,), (row,)) if transposed else ((row,), (column,))


def _as_matrix(b: Builder, value: SSAValue, rank: int, row: bool) -> SSAValue:
    """A vector, or those of many calls, as matrices of one row, or of one column."""
    if rank > 1:
        return value
    *calls, count = shape_of(value)
    return b.reshape(value, [*calls, 1, count] if row else [*calls, count, 1])
