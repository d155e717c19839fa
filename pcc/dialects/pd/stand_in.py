"""What stands for an argument of a function that is being transformed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, result_def

from pcc.dialects.pd.base import Tangent, Tensor, shape_of, type_of
from pcc.dialects.pd.linear import Linear
from pcc.dialects.relation import Relation, elementwise

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


@irdl_op_definition
class StandInOp(Linear):
    """out = x, a value of its own: what depends on it can be told from what depends on x."""

    UNIQUE: ClassVar[bool] = True

    name = "pd.stand_in"
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        return [type_of(self.x)]

    def relation(self) -> Relation:
        return elementwise([shape_of(self.x)], shape_of(self.x))

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return tangents

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return operands

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        return cotangents

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [self.x]
