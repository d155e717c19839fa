"""What Paddle's gradients take for a constant, such as a loss's label, as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import SSAValue, Use

from pcc.dialects.pd.base import PdOp, dtype_of, is_float
from pcc.dialects.pd.detach import DetachOp
from pcc.passes.base import Analyses, Transform
from pcc.passes.batch import before
from pcc.passes.facts import tensor_ops


@dataclass(frozen=True)
class HoldFixed(Transform):
    """kldiv_loss(x, label)  ->  kldiv_loss(x, detach(label)), and so for what is `FIXED` of any op.

    Before derivatives that stand for Paddle's own: `loss.backward()`, `paddle.grad`.
    """

    name: ClassVar[str] = "hold-fixed"

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        uses = [use for op in tensor_ops(func) for use in _fixed(op)]
        for use in uses:
            held = before(use.operation).op(DetachOp, use.operation.operands[use.index])
            use.operation.operands[use.index] = held
        return bool(uses)


def _fixed(op: PdOp) -> Iterator[Use]:
    values: list[SSAValue | None] = [getattr(op, name) for name in op.FIXED]
    for n, operand in enumerate(op.operands):
        if is_float(dtype_of(operand)) and any(operand is value for value in values):
            yield Use(op, n)
