"""Attention in one kernel, which never makes the matrix of all weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.kernel import LaunchOp, YieldOp, yielded
from pcc.dialects.pd.base import shape_of, size_of
from pcc.passes.attention import Attention
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.bufferize import InMemory
from pcc.passes.run_in_blocks import only_reader

KINDS = ["contraction", "loops", "contraction"]
ROWS = 64 * 64  # of all batches, from which on blocks of 64 keep a device busy


class AttentionFused(Fact):
    """No product, softmax and product follow each other in kernels of their own."""

    lost_in: ClassVar = frozenset({"fuse"})

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in func.body.block.ops if _merged(_launches(op)) is not None), None)


@dataclass(frozen=True)
class FuseAttention(Pass):
    """launch a @ b; launch softmax; launch p @ c  ->  launch "attention" { all of it }, where there are many rows."""

    name: ClassVar[str] = "fuse-attention"
    gives: ClassVar[Facts] = facts(AttentionFused)
    serves: ClassVar[Facts] = facts(InMemory)
    on: ClassVar = (LaunchOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        for op in list(func.body.block.ops):
            launches = _launches(op) if op.parent is not None else []
            merged = _merged(launches)
            if merged is not None:
                _replace(launches, merged)
                changed = True
        return changed


def _launches(first: Operation) -> list[LaunchOp]:
    """Three launches of the kinds, each read by the next one alone, with many rows; else none."""
    found = [first] if isinstance(first, LaunchOp) and _rows(first.outputs[0]) >= ROWS else []
    while found and len(found) < len(KINDS) and (reader := only_reader(found[-1])) is not None:
        found.append(reader)
    return found if [launch.kind.data for launch in found] == KINDS and len(found[-1].outputs) == 1 else []


def _rows(scores: SSAValue) -> int:
    return size_of(scores) // max((*shape_of(scores)[-1:], 1))


def _merged(launches: Sequence[LaunchOp]) -> LaunchOp | None:
    """All in one, if it is attention."""
    body, operands, made = Block(), list[SSAValue](), dict[SSAValue, SSAValue]()  # made: by what launches give
    for launch in launches:
        values = dict[SSAValue, SSAValue]()
        for inner, outer in zip(launch.body.block.args, launch.inputs, strict=True):
            if outer not in made:
                operands.append(outer)
                made[outer] = body.insert_arg(outer.type, len(body.args))
            values[inner] = made[outer]
        for op in launch.body.block.ops:
            if not isinstance(op, YieldOp):
                body.add_op(op.clone(values))
        made |= {result: values[v] for result, v in zip(launch.outputs, yielded(launch), strict=True)}
    if not launches or Attention.of(body) is None:
        return None
    body.add_op(YieldOp.create(operands=[made[launches[-1].outputs[0]]]))
    merged = LaunchOp.around("attention", operands, body, [launches[-1].outputs[0].type])
    merged.location = launches[-1].location
    return merged


def _replace(launches: Sequence[LaunchOp], merged: LaunchOp) -> None:
    Rewriter.insert_op(merged, InsertPoint.before(launches[-1]))
    launches[-1].outputs[0].replace_all_uses_with(merged.outputs[0])
    for launch in reversed(launches):
        Rewriter.erase_op(launch)
