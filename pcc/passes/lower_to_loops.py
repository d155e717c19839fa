"""Lowers kernels to loops over flat memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.dialects.kernel import ComputeOp
from pcc.passes.base import Analyses, Fact, Facts, Pass, choices, facts
from pcc.passes.bufferize import InMemory
from pcc.passes.kinds import kinds
from pcc.passes.loops.cpu import Cpu
from pcc.passes.lowered import is_thread_code, lower, tensor_left


class InLoops(Fact):
    """The function is loops and calls over memory, for a CPU: no tensors are left, and it is no thread's code."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return func if is_thread_code(func) else tensor_left(func)


@dataclass(frozen=True)
class LowerToLoops(Pass):
    """kernel.compute(x) into (y) { exp }  ->  for i { y[i] = exp(x[i]) }

    The options are those of the CPU (cpu.py).
    """

    name: ClassVar[str] = "lower-to-loops"
    needs: ClassVar[Facts] = facts(InMemory)
    gives: ClassVar[Facts] = facts(InLoops)
    on: ClassVar[tuple[type, ...]] = (ComputeOp,)
    vector_bits: int = choices(512, 256)
    cached_bytes: int = Cpu.cached_bytes

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        cpu = Cpu(self.vector_bits, self.cached_bytes)
        return lower(func, lambda op, block: kinds()[op.kind.data].emit(op, block, cpu))
