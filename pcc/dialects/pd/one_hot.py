"""Numbers as places of a row: one-hot rows, masks of the first places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, TensorType, f32
from xdsl.ir import TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.access import relation_of
from pcc.dialects.pd.base import PdOp, Tensor, TypeRuleError, py, sample, shape_of, tensor
from pcc.dialects.pd.indexing import places
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    pass

S = TypeVar("S")


@irdl_op_definition
class OneHotOp(PdOp):
    """out[n..., c] = 1 if x[n...] is c, else 0, in float32."""

    name = "pd.one_hot"
    x = operand_def(base(TensorType))
    num_classes = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ()
    SAMPLES: ClassVar = (
        sample(lambda paddle, i: paddle.nn.functional.one_hot(i, 20), places(20, 3, 2)),
        sample(lambda paddle, i: paddle.nn.functional.one_hot(i, 3), places(3, dtype="int32")),
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor([*shape_of(self.x), int(py(self.num_classes))], f32)]

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        number = k.read(self.x, index[:-1])
        return k.cast(k.compare("eq", k.index(index[-1], k.dtype(number)), number), f32)

    def occupancy(self, operands: Sequence[float]) -> float:
        return 1 / int(py(self.num_classes))


@irdl_op_definition
class SequenceMaskOp(PdOp):
    """out[n..., t] = t < x[n...], in out_dtype, for max_len places."""

    name = "pd.sequence_mask"
    x = operand_def(base(TensorType))
    max_len = prop_def(base(IntegerAttr))
    out_dtype = prop_def(base(TypeAttribute))
    out = result_def(base(TensorType))
    AXES: ClassVar = ()
    SAMPLES: ClassVar = (
        sample(lambda paddle, i: paddle.nn.functional.sequence_mask(i, 20), places(25, 3)),
        sample(lambda paddle, i: paddle.nn.functional.sequence_mask(i, 5, "float32"), places(7, 2, 3)),
    )

    def infer(self) -> Sequence[Tensor]:
        if py(self.max_len) <= 0:
            raise TypeRuleError("sequence_mask without max_len: the longest length is data")
        return [tensor([*shape_of(self.x), int(py(self.max_len))], self.out_dtype)]

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        length = k.read(self.x, index[:-1])
        return k.cast(k.compare("lt", k.index(index[-1], k.dtype(length)), length), self.out_dtype)
