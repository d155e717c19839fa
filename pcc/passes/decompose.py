"""Expands composite ops into primitives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, TypeRuleError, size_of
from pcc.dialects.pd.builder import Builder
from pcc.passes.base import Analyses, Facts, Pass, facts
from pcc.passes.canonicalize import Canonical
from pcc.passes.facts import Decomposed, NoDeadOps, NoDuplicates, tensor_ops
from pcc.passes.hoist_slices import SlicesFirst
from pcc.passes.kinds import kinds
from pcc.passes.split_reduction import InParts
from pcc.passes.widen import WideProducts


@dataclass(frozen=True)
class Decompose(Pass):
    """softmax(x) -> e / sum(e) with e = exp(x - max(x)); likewise every op that has a `decompose`.

    `routines`: a library computes what is no code of threads. Else ops that would call it are expanded, too, if they
    say how: recurrent layers and factorizations into loops, Fourier transforms into products, long sorts into merges.
    """

    name: ClassVar[str] = "decompose"
    gives: ClassVar[Facts] = facts(Decomposed)
    breaks: ClassVar[Facts] = facts(Canonical, NoDeadOps, NoDuplicates, WideProducts, SlicesFirst, InParts)
    on: ClassVar = (PdOp,)
    routines: bool = True

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        pending: list[PdOp] = tensor_ops(func)  # from the end, so that what is inside an op goes before it
        while pending:
            op = pending.pop()
            made = _expand(op, op.decompose) if op.is_composite else self._without_routine(op)
            changed |= made is not None
            pending += made or []
        return changed

    def _without_routine(self, op: PdOp) -> list[PdOp] | None:
        kind = None if self.routines or not all(map(size_of, op.operands)) else kinds().get(op.KERNEL)
        return None if kind is None or kind.in_threads(op) else _expand(op, op.without_routine)


def _expand(op: PdOp, how: Callable[[Builder], Sequence[SSAValue]]) -> list[PdOp] | None:
    """Replace one op; the ops that took its place, None if it stays."""
    made: list[PdOp] = []
    before = InsertPoint.before(op)

    def insert(new: object) -> None:
        assert isinstance(new, PdOp)
        Rewriter.insert_op(new, before)
        made.extend(each for each in new.walk() if isinstance(each, PdOp))

    values = how(Builder(insert, op.location))
    if values is NotImplemented:
        return None
    for old, new in zip(op.results, values, strict=True):
        if old.type != new.type:
            raise TypeRuleError(f"{op.name}: its decomposition gives {new.type}, not {old.type}")
        old.replace_all_uses_with(new)
    op.detach()
    op.erase()
    return made
