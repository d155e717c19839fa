"""Arithmetic means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import TensorType, i64
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_bool,
    is_float,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.linear import Linear
from pcc.dialects.pd.reduction import AxesReduction, reductions
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class MeanOp(AxesReduction, Linear):
    """Arithmetic mean over axis; of integers, truncated, by a sum of 64 bits; of nothing, NaN (0 for integers)."""

    name = "pd.mean"
    SAMPLES: ClassVar = (
        *reductions("mean"),
        sample(lambda paddle, x: paddle.mean(x, 1), Spec((3, 7), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.mean(x), Spec((300, 300), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.mean(x * 2**21, 1), Spec((3, 256), "int32", 512, 1023)),
    )

    def infer(self) -> Sequence[Tensor]:
        if is_bool(dtype_of(self.x)):
            raise TypeRuleError("mean takes numbers, not bools; cast before")
        return super().infer()

    def nests(self) -> bool:
        return is_float(dtype_of(self.x))

    def _summed(self) -> Attribute:
        return compute_type(dtype_of(self.x)) if self.nests() else i64

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(0, self._summed())]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [k.cast(x, self._summed()) for x in super().term(k, index, reduced)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.add(a[0], b[0])]

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        return [k.cast(k.div(accumulators[0], self.count()), compute_type(dtype_of(self.x)))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [b.expand(b.reshape(b.scale(c, 1 / self.count()), self.kept_shape()), shape_of(self.x))]


@irdl_op_definition
class MeanAllOp(PdOp):
    """Arithmetic mean of all elements."""

    name = "pd.mean_all"
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle._C_ops.mean_all(x), (5, 33), tolerance=1e-5),)

    def infer(self) -> Sequence[Tensor]:
        return [tensor([], dtype_of(self.x))]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        return Relation((tuple((n,) for n in names),), ((),), dict.fromkeys(names, Mark.SUMMED))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.mean(self.x, [])]
