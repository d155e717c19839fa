"""Whether what a kernel computes is stored for the kernels that read it, or computed again in each of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from xdsl.ir import Operation, SSAValue

from pcc.dialects.pd.base import PdOp, size_of
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.shape import View
from pcc.passes.cost import Cost, arithmetic, traffic
from pcc.passes.fusion_rules import Group


@dataclass(frozen=True)
class Choice:
    """What it costs to store a value and read it, and to compute it again, by `ops` in order, where it is read."""

    ops: Sequence[PdOp]
    stored: Cost
    again: Cost


def choice(value: SSAValue, group: Group, readers: Collection[Group]) -> Choice | None:
    """The costs of both for a value of a group; None if it is not computed element by element."""
    ops = _slice(value, group)
    if not all(isinstance(op, View) or is_elementwise(op) for op in ops):
        return None
    inputs = _inputs(ops)
    one, stored, again = arithmetic(value, ops), traffic([value]), Cost()
    for reader in readers:
        stored += traffic([value])
        again += traffic(inputs - _inputs(reader.members)) + one * max(reader.elements, size_of(value))
    return Choice(ops, stored, again)


def _slice(value: SSAValue, group: Group) -> list[PdOp]:
    """The ops of a group that a value depends on, in order."""
    found, pending = set[Operation](), [value.owner]
    while pending:
        op = pending.pop()
        if isinstance(op, PdOp) and op in group.members and op not in found:
            found.add(op)
            pending += [operand.owner for operand in op.operands]
    return [op for op in group.members if op in found]


def _inputs(ops: Sequence[PdOp]) -> set[SSAValue]:
    return {operand for op in ops for operand in op.operands if operand.owner not in ops}
