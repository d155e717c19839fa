"""Dead code elimination."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block
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
    """Erase what is dead in a block; backwards, so that one sweep finds whole dead chains."""
    changed = False
    op = block.last_op
    while op is not None:
        before = op.prev_op
        if not any(r.uses for r in op.results) and op.results and is_side_effect_free(op):
            op.detach()
            op.erase()
            changed = True
        else:
            for region in op.regions:
                for inner in region.blocks:
                    changed |= sweep(inner)
        op = before
    return changed
