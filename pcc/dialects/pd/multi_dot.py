"""Products of several matrices, in the order that costs least."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, result_def, var_operand_def

from pcc.dialects.pd.base import PdOp, Spec, Tensor, TypeRuleError, dtype_of, rank_of, sample, shape_of, tensor
from pcc.dialects.pd.contraction import MatmulOp
from pcc.dialects.relation import Relation

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


@irdl_op_definition
class MultiDotOp(PdOp):
    """out = x[0] @ x[1] @ ...: matrices; the first may be a row, the last a column, both as vectors."""

    name = "pd.multi_dot"
    x = var_operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, *x: paddle.linalg.multi_dot(list(x)), (3, 40), (40, 5), (5, 20), tolerance=1e-5),
        sample(lambda paddle, *x: paddle.linalg.multi_dot(list(x)), (4,), (4, 5), (5, 3), (3,), tolerance=1e-5),
        sample(lambda paddle, *x: paddle.linalg.multi_dot(list(x)), *[Spec((3, 3), "float64")] * 2, tolerance=1e-5),
    )

    def shapes(self) -> list[tuple[int, int]]:
        """Those of the factors as matrices."""
        first, *inner, last = map(shape_of, self.x)
        inner.insert(0, (1, *first) if len(first) == 1 else first)
        inner.append((*last, 1) if len(last) == 1 else last)
        if any(len(s) != 2 for s in inner):
            raise TypeRuleError(f"multi_dot of shapes {[*map(shape_of, self.x)]}: matrices, vectors at the ends")
        return [(s[0], s[1]) for s in inner]

    def infer(self) -> Sequence[Tensor]:
        if len(self.x) < 2 or any(dtype_of(x) != dtype_of(self.x[0]) for x in self.x):
            raise TypeRuleError("multi_dot takes two or more matrices of one dtype")
        shapes = self.shapes()
        if any(a[1] != b[0] for a, b in pairwise(shapes)):
            raise TypeRuleError(f"multi_dot of matrices that do not fit: {shapes}")
        rows, columns = (
            shapes[0][:1] if rank_of(self.x[0]) == 2 else (),
            shapes[-1][1:] if rank_of(self.x[-1]) == 2 else (),
        )
        return [tensor([*rows, *columns], dtype_of(self.x[0]))]

    def relation(self) -> Relation:
        names = [f"k{n}" for n in range(len(self.x) + 1)]
        terms = [" ".join(names[n : n + 2]) for n in range(len(self.x))]
        if rank_of(self.x[0]) == 1:
            terms[0], names = names[1], names[1:]
        if rank_of(self.x[-1]) == 1:
            terms[-1] = terms[-1].split()[0]
        ends = [t for t, x in ((names[0], self.x[0]), (f"k{len(self.x)}", self.x[-1])) if rank_of(x) == 2]
        return Relation.parse(f"{', '.join(terms)} -> {' '.join(ends)}")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        shapes = self.shapes()
        factors = [b.reshape(x, s) for x, s in zip(self.x, shapes, strict=True)]
        extents = tuple([s[0] for s in shapes] + [shapes[-1][1]])

        def product(start: int, end: int) -> SSAValue:
            if end - start == 1:
                return factors[start]
            middle = cheapest(extents, start, end)[1]
            return b.op(MatmulOp, product(start, middle), product(middle, end), transpose_x=False, transpose_y=False)

        return [b.reshape(product(0, len(factors)), shape_of(self.out))]


@cache
def cheapest(extents: tuple[int, ...], start: int, end: int) -> tuple[int, int]:
    """The fewest multiplications for the factors from start to end, and before which one to split (Godbole 1973)."""
    if end - start == 1:
        return 0, start
    outer = extents[start] * extents[end]
    return min(
        (cheapest(extents, start, m)[0] + cheapest(extents, m, end)[0] + outer * extents[m], m)
        for m in range(start + 1, end)
    )
