"""Expands composite ops into primitives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, TypeRuleError
from pcc.dialects.pd.builder import Builder
from pcc.passes.base import Analyses, Facts, Pass, facts
from pcc.passes.canonicalize import Canonical
from pcc.passes.facts import Decomposed, NoDeadOps, NoDuplicates, tensor_ops
from pcc.passes.hoist_slices import SlicesFirst
from pcc.passes.split_reduction import InParts
from pcc.passes.widen import WideProducts


@dataclass(frozen=True)
class Decompose(Pass):
    """softmax(x) -> e / sum(e) with e = exp(x - max(x)); likewise every op that has a `decompose`."""

    name: ClassVar[str] = "decompose"
    gives: ClassVar[Facts] = facts(Decomposed)
    breaks: ClassVar[Facts] = facts(Canonical, NoDeadOps, NoDuplicates, WideProducts, SlicesFirst, InParts)
    on: ClassVar = (PdOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        pending: list[PdOp] = tensor_ops(func)  # from the end, so that what is inside an op goes before it
        while pending:
            op = pending.pop()
            if op.is_composite:
                pending += _expand(op)
                changed = True
        return changed


def _expand(op: PdOp) -> list[PdOp]:
    """Replace one op; the ops that took its place."""
    made: list[PdOp] = []
    before = InsertPoint.before(op)

    def insert(new: object) -> None:
        assert isinstance(new, PdOp)
        Rewriter.insert_op(new, before)
        made.append(new)

    values = op.decompose(Builder(insert, op.location))
    for old, new in zip(op.results, values, strict=True):
        if old.type != new.type:
            raise TypeRuleError(f"{op.name}: its decomposition gives {new.type}, not {old.type}")
        old.replace_all_uses_with(new)
    op.detach()
    op.erase()
    return made
