"""An op replaced by what it is made of: what passes do with ops that have no rule of their own."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.body import NotInTensors, expanded
from pcc.dialects.pd.builder import Builder


def in_parts(op: PdOp) -> tuple[list[PdOp], Sequence[SSAValue]]:
    """Replace an op by what it says are its parts, or by its scalar body as ops on tensors.

    Returns:
        These, and the values in the place of its results. Raises NotInTensors if it has neither, or if its body is the
        op itself (one function).
    """
    made: list[Operation] = []
    b = Builder(made.append, op.location)
    values = op.parts(b)
    whole = values is NotImplemented
    values = expanded(op, b) if whole else values
    parts = [new for new in made if isinstance(new, PdOp)]
    if whole and any(type(new) is type(op) for new in parts):
        for new in reversed(made):
            new.erase()
        raise NotInTensors(op.name)
    Rewriter.insert_op(made, InsertPoint.before(op))
    for old, new in zip(op.results, values, strict=True):
        old.replace_all_uses_with(new)
    op.detach()
    op.erase()
    return parts, values
