"""Common subexpression elimination."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation
from xdsl.traits import IsolatedFromAbove, is_side_effect_free

from pcc.passes.base import Analyses, Facts, Pass, facts
from pcc.passes.facts import InKernels, NoDuplicates, identity


@dataclass(frozen=True)
class CommonSubexpressions(Pass):
    """y = op(x); z = op(x)  ->  y = op(x); z becomes y, if op has no side effect and no region."""

    name: ClassVar[str] = "cse"
    gives: ClassVar[Facts] = facts(NoDuplicates)
    serves: ClassVar[Facts] = facts(InKernels)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        return _sweep(func.body.block, {})


def _sweep(block: Block, known: dict[Any, Operation]) -> bool:
    changed = False
    for op in list(block.ops):
        outside = {} if op.has_trait(IsolatedFromAbove) else known
        for region in op.regions:
            for inner in region.blocks:
                changed |= _sweep(inner, dict(outside))
        if op.regions or not op.results or not is_side_effect_free(op):
            continue
        first = known.setdefault(identity(op), op)
        if first is not op:
            for old, new in zip(op.results, first.results, strict=True):
                old.replace_all_uses_with(new)
            op.detach()
            op.erase()
            changed = True
    return changed
