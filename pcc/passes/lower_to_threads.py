"""Lowers kernels to the code of one thread of a GPU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects import scf
from xdsl.dialects.builtin import FunctionType, IndexType, IntegerAttr, StringAttr, i64
from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation

from pcc.dialects.errors import Place
from pcc.dialects.kernel import ComputeOp
from pcc.dialects.locations import place_of
from pcc.dialects.pd.base import PdOp
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.bufferize import InMemory
from pcc.passes.kinds import kinds
from pcc.passes.lowered import is_thread_code, lower, tensor_left


class InThreads(Fact):
    """The function is thread code, or launches of it: no tensors and no loops for a CPU are left."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        if is_thread_code(func):
            return tensor_left(func)
        loops = (op for op in func.walk() if isinstance(op, scf.ForOp | scf.ParallelOp))
        return tensor_left(func) or next(loops, func if func.sym_visibility is not None else None)


@dataclass(frozen=True)
class LowerToThreads(Pass):
    """kernel.compute(x) into (y) { exp }  ->  y[i] = exp(x[i]) with i = block * 256 + thread

    The function says how many `blocks` of how many `threads` run it, and what it `computes`.
    """

    name: ClassVar[str] = "lower-to-threads"
    needs: ClassVar[Facts] = facts(InMemory)
    gives: ClassVar[Facts] = facts(InThreads)
    on: ClassVar[tuple[type, ...]] = (ComputeOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        lowered = lower(func, lambda op, block: _emit(op, block, func))
        if lowered:
            _drop_bounds(func)
        return lowered


def _emit(compute: ComputeOp, block: Block, func: FuncOp) -> None:
    grid = kinds()[compute.kind.data].emit_threads(compute, block)
    func.attributes |= {name: IntegerAttr(number, i64) for name, number in grid._asdict().items()}
    func.attributes["computes"] = StringAttr("\n".join(_told(compute)))


def _drop_bounds(func: FuncOp) -> None:
    """A kernel after a routine goes through all of the routine's result at once."""
    block = func.body.block
    for argument in reversed(block.args):
        if isinstance(argument.type, IndexType):
            block.erase_arg(argument)
    func.properties["function_type"] = FunctionType.from_lists([a.type for a in block.args], [])


def _told(compute: ComputeOp) -> list[str]:
    """The ops of a kernel and the user's lines they come from."""
    lines: dict[str, list[str]] = {}
    for op in compute.body.block.ops:
        if isinstance(op, PdOp):
            lines.setdefault(str(place_of(op.location, Place(""))), []).append(op.name.removeprefix("pd."))
    return [f"{place}{': ' * bool(place)}{', '.join(names)}" for place, names in lines.items()]
