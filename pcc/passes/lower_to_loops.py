"""Lowers kernels to loops over flat memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.dialects.kernel import ComputeOp, LaunchOp
from pcc.dialects.pd.base import PdOp
from pcc.passes.base import Analyses, Fact, Facts, Pass, choices, facts
from pcc.passes.bufferize import InMemory
from pcc.passes.kinds import kinds


class InLoops(Fact):
    """The function is loops and calls over memory: no tensors are left."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        tensors = (op for op in func.walk() if isinstance(op, ComputeOp | LaunchOp | PdOp))
        return InMemory.violation(func) or next(tensors, None)


@dataclass(frozen=True)
class LowerToLoops(Pass):
    """kernel.compute(x) into (y) { exp }  ->  for i { y[i] = exp(x[i]) }

    `vector_bits` is the width of the target's vectors.
    """

    name: ClassVar[str] = "lower-to-loops"
    needs: ClassVar[Facts] = facts(InMemory)
    gives: ClassVar[Facts] = facts(InLoops)
    on: ClassVar[tuple[type, ...]] = (ComputeOp,)
    vector_bits: int = choices(512, 256)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        block, compute = func.body.block, func.body.block.first_op
        if not isinstance(compute, ComputeOp):
            return False
        rest = list(block.ops)
        for op in rest:
            op.detach()
        kinds()[compute.kind.data].emit(compute, block, self.vector_bits)
        block.add_ops(rest[1:])
        compute.erase()
        return True
