"""The code of one thread of a fused kernel's grid."""

from __future__ import annotations

import sys
from collections.abc import Container, Mapping, Sequence
from functools import cache
from inspect import isabstract
from math import prod

from xdsl.dialects import scf
from xdsl.ir import Block, Operation, Region, SSAValue

from pcc.dialects import scan
from pcc.dialects.pd.base import size_of
from pcc.passes.loops.box import Box, boxes
from pcc.passes.loops.nest import record
from pcc.passes.loops.plan import whole_shape
from pcc.passes.threads.elements import Elements
from pcc.passes.threads.emitter import Grid, ThreadEmitter
from pcc.passes.threads.part import MOST_LANES, Part
from pcc.passes.threads.rows import Rows
from pcc.passes.threads.way import Way

Memory = Mapping[SSAValue, SSAValue]


def emit_threads(body: Block, memory: Memory, outputs: Sequence[SSAValue], targets: Sequence[SSAValue]) -> Grid:
    """Append the code of a thread's part in computing `outputs` into `targets` (flat memrefs)."""
    parts, places = _parts(outputs, _computed(memory)), dict(zip(outputs, targets, strict=True))
    ways = [_way(part)(part, places, len(parts) > 1) for part in parts]
    _emit(body, memory, ways, 0)
    return Grid(sum(way.blocks for way in ways), ways[0].threads)


@cache
def _ways() -> list[type[Way]]:
    """All of this package; what one suits no other does."""
    return [way for way in scan.classes(sys.modules["pcc.passes.threads"], Way) if not isabstract(way)]


def _way(part: Part) -> type[Way]:
    found = [way for way in _ways() if way.suits(part)]
    assert len(found) < 2, found
    return found[0] if found else Elements


def _parts(outputs: Sequence[SSAValue], through: Container[Operation] | None) -> list[Part]:
    shape = whole_shape(outputs)
    dry = lambda box: record(outputs, box, through)  # noqa: E731
    alike = all(size_of(v) == prod(shape) for v in outputs)
    cut = boxes(shape, dry, MOST_LANES) if alike else [(Box.whole(shape), dry(Box.whole(shape)))]
    parts = [Part.of(outputs, *found) for found in cut]
    if alike or all(part.rows_fit() and Rows.suits(part) for part in parts):
        return parts
    return [part for value in outputs for part in _parts([value], through)]  # rows and elements need code of their own


def _computed(memory: Memory) -> Container[Operation] | None:
    """The ops whose results are not in memory; None: all."""
    stored = {value.owner for value in memory if isinstance(value.owner, Operation)}
    block = next((op.parent for op in stored), None)
    return {op for op in block.ops if op not in stored} if block is not None else None


def _emit(body: Block, memory: Memory, ways: Sequence[Way], first: int) -> None:
    """The parts one after another in the grid, the first of them from block `first` on."""
    way, *rest = ways
    k = ThreadEmitter(body, way.lanes if not rest else 1, dict(memory))
    if not rest:
        k.joints = way.part.recorder.joints
        block, thread = k.named("block", k.block(), first + way.blocks), k.named("thread", k.thread(), way.threads)
        return way.emit(k, block - first, thread)
    mine, others = Block(), Block()
    _emit(mine, memory, [way], first)
    _emit(others, memory, rest, first + way.blocks)
    condition = k.compare("lt", k.block(), first + way.blocks)
    for branch in (mine, others):
        branch.add_op(scf.YieldOp())
    body.add_op(scf.IfOp.create(operands=[condition.value], regions=[Region(mine), Region(others)]))
