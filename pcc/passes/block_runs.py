"""The loops of a `kernel.blocks` on memory: runs of blocks in parallel, the blocks of a run one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod

from xdsl.dialects import scf
from xdsl.dialects.builtin import MemRefType, UnitAttr, i8
from xdsl.ir import Block, SSAValue

from pcc.dialects.blocks import ANY_ORDER, BlocksOp, PartOp, ScratchOp
from pcc.dialects.index import Expr, Var, delinear, expr
from pcc.dialects.kernel import yielded
from pcc.passes.kinds.base import memory_type
from pcc.passes.loops.emitter import Emitter, Scalar

RUNS = 32  # at least, if there are as many blocks: enough to share out among threads

Body = Callable[[Block, SSAValue, Sequence[SSAValue]], None]


def in_runs(op: BlocksOp, where: Block, places: Sequence[SSAValue], body: Body) -> None:
    """Append the loops to `where`; `places`: the memory of the inputs and outputs.

    `body` appends one block's code to a block, with scratch memory of the thread and a block's parts of the places.
    """
    *counts, last = op.extents()
    moves, length = op.moves(), _run_length(op.extents())
    k, run, block = Emitter(where, 1, {}), Var("run", prod(counts) * last // length), Var("block", length)
    types = [memory_type(v) for v in (*op.inputs, *yielded(op))]

    def part(place: SSAValue, offset: Expr, type: MemRefType) -> SSAValue:
        if place.type == type and offset == Expr():
            return place
        op = PartOp.create(operands=[place, k.index_value(offset).value], result_types=[type])
        k.scopes[-1].block.add_op(op)
        return op.out

    def parts(places: Sequence[SSAValue], offsets: Sequence[Expr]) -> list[SSAValue]:
        return [part(*given) for given in zip(places, offsets, types, strict=True)]

    def a_run() -> None:
        index = delinear(expr(run), (*counts, last // length))
        steps = [(*move[:-1], move[-1] * length) for move in moves]
        begins = parts(places, [sum((i * s for i, s in zip(index, step, strict=True)), Expr()) for step in steps])
        scratch = ScratchOp.create(result_types=[MemRefType(i8, [1])])
        inside = k.scopes[-1].block
        inside.add_op(scratch)
        if length == 1:
            return body(inside, scratch.out, begins)
        k.loop(block, 0, length, 1, lambda: a_block(scratch.out, begins))
        assert isinstance(inside.last_op, scf.ForOp)
        inside.last_op.attributes[ANY_ORDER] = UnitAttr()

    def a_block(scratch: SSAValue, begins: Sequence[SSAValue]) -> Sequence[Scalar]:
        moved = parts(begins, [expr(block) * move[-1] for move in moves])
        body(k.scopes[-1].block, scratch, moved)
        return ()

    k.parallel(run, 1, a_run)


def _run_length(counts: Sequence[int]) -> int:
    """How many blocks, neighbours by the last index, follow each other."""
    most = prod(counts) // RUNS
    return max(length for length in range(1, counts[-1] + 1) if counts[-1] % length == 0 and length <= max(most, 1))
