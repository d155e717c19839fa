"""Ops in their simplest form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, dtype_of, shape_of, size_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.creation import FullOp
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.facts import InKernels, NoDeadOps, NoDuplicates, tensor_ops
from pcc.passes.fold import fold


class Canonical(Fact):
    """No op has a simpler form, and none computes one known number."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in tensor_ops(func) if _simplify(op, probe=True)), None)


@dataclass(frozen=True)
class Canonicalize(Pass):
    """transpose(transpose(x)) -> x, cast(x, its own dtype) -> x, full(2) * full(3) -> full(6), ...

    Each op says what it simplifies to (`PdOp.canonical`); an elementwise op on known numbers becomes their result, and
    one whose result has no elements a constant.
    """

    name: ClassVar[str] = "canonicalize"
    gives: ClassVar[Facts] = facts(Canonical)
    breaks: ClassVar[Facts] = facts(NoDeadOps, NoDuplicates)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (PdOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        for op in tensor_ops(func):  # operands before their users, so one sweep sees whole chains
            changed |= _simplify(op)
        return changed


def _simplify(op: PdOp, probe: bool = False) -> bool:
    """Replace the op's result by a simpler value, if there is one; with `probe`, only say whether there is."""
    if len(op.results) != 1 or not op.results[0].uses:
        return False
    made: list[Operation] = []
    b = Builder(made.append, op.location)
    value = _nothing(op, b) or op.canonical(b) or fold(op, b)
    if value is None or value.type != op.results[0].type:
        return False
    if probe:
        for new in reversed(made):
            new.erase(safe_erase=False)
        return True
    for new in made:
        Rewriter.insert_op(new, InsertPoint.before(op))
    op.results[0].replace_all_uses_with(value)
    for new in made:
        if isinstance(new, PdOp):
            _simplify(new)
    return True


def _nothing(op: PdOp, b: Builder) -> SSAValue | None:
    """What has no elements, for a result that has none."""
    (result,) = op.results
    return b.full(shape_of(result), 0, dtype_of(result)) if not size_of(result) and not isinstance(op, FullOp) else None
