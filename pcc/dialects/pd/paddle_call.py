"""The op that pcc leaves to Paddle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from xdsl.dialects.builtin import StringAttr, TensorType
from xdsl.irdl import base, irdl_op_definition, prop_def, var_operand_def, var_result_def

from pcc.dialects.pd.base import PdOp, Tensor


@irdl_op_definition
class PaddleCallOp(PdOp):
    """Paddle's op of that name, run by Paddle between two compiled parts of the program.

    It marks where a part ends: the code before computes its operands, the code after takes its results as arguments.
    Extents that only a run can tell are `?`.
    """

    name = "pd.paddle_call"
    op = prop_def(base(StringAttr))
    reason = prop_def(base(StringAttr))
    inputs = var_operand_def(base(TensorType))
    outputs = var_result_def(base(TensorType))
    KERNEL: ClassVar[str] = "bare"

    def infer(self) -> Sequence[Tensor]:
        return [t for t in self.result_types if isinstance(t, TensorType)]
