"""Dead code elimination."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation
from xdsl.traits import is_side_effect_free

from pcc.passes.base import Analyses, Facts, Pass, facts
from pcc.passes.facts import NoDeadOps


@dataclass(frozen=True)
class DeadCodeElimination(Pass):
    """y = op(x)  ->  nothing, if y is not used and op has no side effect."""

    name: ClassVar[str] = "dce"
    gives: ClassVar[Facts] = facts(NoDeadOps)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        return sweep(func.body.block)


def sweep(block: Block) -> bool:
    """Erase what is dead in a block."""
    dead = dead_ops(block)
    for op in dead:
        if op.parent is not None:  # it was not in a dead op
            op.detach()
            op.erase()
    return bool(dead)


def dead_ops(block: Block) -> dict[Operation, None]:
    """The dead ops of a block and its regions, users first; found backwards, so that whole dead chains are."""
    dead = dict[Operation, None]()
    _find(block, dead)
    return dead


def _find(block: Block, dead: dict[Operation, None]) -> None:
    op = block.last_op
    while op is not None:
        used = any(use.operation not in dead for result in op.results for use in result.uses)
        if not used and op.results and is_side_effect_free(op):
            dead.update(dict.fromkeys(op.walk()))
        else:
            for region in op.regions:
                for inner in region.blocks:
                    _find(inner, dead)
        op = op.prev_op
