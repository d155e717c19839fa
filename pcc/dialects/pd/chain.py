"""Products of many matrices: chains and powers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def, var_operand_def

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.elementwise import same_dtype
from pcc.dialects.pd.matrices import MatrixOp, eye, product
from pcc.dialects.pd.solving import InverseOp, dominant
from pcc.dialects.relation import Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def _chain(*shapes: tuple[int, ...], dtype: str = "float32") -> Sample:
    return sample(lambda paddle, *x: paddle.linalg.multi_dot(x), *(Spec(s, dtype) for s in shapes), tolerance=2e-5)


@irdl_op_definition
class MultiDotOp(PdOp):
    """The product of matrices, in the order that takes the fewest multiplications; the ends may be vectors."""

    name = "pd.multi_dot"
    x = var_operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _chain((5, 3), (3, 7), (7, 2)),
        _chain((4,), (4, 9), (9, 2), (2,), dtype="float64"),
        _chain((4, 3), (3,)),
        _chain((8, 2), (2, 8), (8, 3), (3, 5)),
    )

    def extents(self) -> list[int]:
        """Rows of the first matrix, then columns of each."""
        first, last = shape_of(self.x[0]), shape_of(self.x[-1])
        head = first if len(first) == 2 else (1, *first)
        return [*head, *(shape_of(v)[1] for v in self.x[1:-1]), last[1] if len(last) == 2 else 1]

    def infer(self) -> Sequence[Tensor]:
        same_dtype(*self.x)
        ranks = [rank_of(v) for v in self.x]
        if len(ranks) < 2 or {*ranks} - {1, 2} or 1 in ranks[1:-1]:
            raise TypeRuleError(f"multi_dot of tensors of ranks {ranks}")
        extents = self.extents()
        if [shape_of(v)[0] for v in self.x[1:]] != extents[1:-1]:
            raise TypeRuleError(f"multi_dot of shapes {', '.join(str(shape_of(v)) for v in self.x)}")
        ends = [*(extents[:1] if ranks[0] == 2 else ()), *(extents[-1:] if ranks[-1] == 2 else ())]
        return [tensor(ends, dtype_of(self.x[0]))]

    def relation(self) -> Relation:
        names = letters(len(self.x) + 1)
        dims = [((names[n],), (names[n + 1],)) for n in range(len(self.x))]
        first, last = rank_of(self.x[0]) == 2, rank_of(self.x[-1]) == 2
        inner = [*dims[1:-1]]
        head = dims[0] if first else dims[0][1:]
        tail = dims[-1] if last else dims[-1][:1]
        result = (*(dims[0][:1] if first else ()), *(dims[-1][1:] if last else ()))
        made = Relation.parse(", ".join(" ".join(d[0] for d in group) for group in (head, *inner, tail)) + " ->")
        kept = {d[0] for d in result}
        return Relation(made.operands, (result,), {n: m for n, m in made.marks.items() if n not in kept})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        extents, count = self.extents(), len(self.x)

        @cache
        def best(low: int, high: int) -> tuple[int, int]:
            """Multiplications of the product of some neighbours, and where it is cut last."""
            if high - low == 1:
                return 0, low
            cost = lambda at: extents[low] * extents[at] * extents[high]  # noqa: E731
            return min((best(low, at)[0] + best(at, high)[0] + cost(at), at) for at in range(low + 1, high))

        def made(low: int, high: int) -> SSAValue:
            if high - low == 1:
                return b.reshape(self.x[low], [extents[low], extents[high]])
            at = best(low, high)[1]
            return product(b, made(low, at), made(at, high))

        return [b.reshape(made(0, count), shape_of(self.out))]


def _power(n: int, shape: tuple[int, ...], dtype: str = "float32") -> Sample:
    call = lambda paddle, x: paddle.linalg.matrix_power(dominant(paddle, x), n)  # noqa: E731
    return sample(call, Spec(shape, dtype, -1, 1), tolerance=5e-5)


@irdl_op_definition
class MatrixPowerOp(MatrixOp):
    """x to the power n, by squaring; of the inverse, if n is negative."""

    name = "pd.matrix_power"
    x = operand_def(base(TensorType))
    n = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _power(3, (4, 4)),
        _power(-2, (2, 3, 3)),
        _power(0, (2, 3, 3)),
        _power(10, (3, 3), "float64"),
        _power(1, (3, 3)),
    )

    def infer(self) -> Sequence[Tensor]:
        self.square(self.x)
        return [type_of(self.x)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        n, made = py(self.n), list[SSAValue]()
        power = b.op(InverseOp, self.x) if n < 0 else self.x
        for place, bit in enumerate(reversed(f"{abs(n):b}")):
            power = product(b, power, power) if place else power
            made += [power] if bit == "1" else []
        return [product(b, *made) if made else b.expand(eye(b, shape_of(self.x)[-1], self.x), shape_of(self.x))]
