"""A value that derivatives take for a constant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, result_def

from pcc.dialects.pd.base import Tensor, shape_of, type_of
from pcc.dialects.pd.linear import Flat
from pcc.dialects.relation import Relation, elementwise

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


@irdl_op_definition
class DetachOp(Flat):
    """out = x, whose derivative is zero."""

    name = "pd.detach"
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        return [type_of(self.x)]

    def relation(self) -> Relation:
        return elementwise([shape_of(self.x)], shape_of(self.x))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return [b.op(DetachOp, operands[0])]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [self.x]
