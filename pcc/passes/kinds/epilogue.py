"""Calls of routines that run an elementwise epilogue on each finished block of their result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xdsl.ir import Block, SSAValue

from pcc.dialects.kernel import ComputeOp, LaunchOp, RoutineOp, yielded
from pcc.passes.kinds.base import Program, memory_of
from pcc.passes.loops.emitter import Emitter
from pcc.passes.loops.epilogue import Layout, emit_blocks
from pcc.passes.loops.nest import lanes_for
from pcc.passes.threads.emitter import Grid
from pcc.passes.threads.nest import emit_threads


def call_with_epilogue(
    routine: str, integers: Mapping[str, int], pointers: Mapping[str, SSAValue], launch: LaunchOp, product: SSAValue,
    inputs: Sequence[SSAValue], target: SSAValue, program: Program,
) -> RoutineOp:  # fmt: skip
    """The call that computes `product` into `target`, and what the launch does with it after."""
    if list(yielded(launch)) == [product]:
        return RoutineOp.call(routine, integers, pointers)
    return RoutineOp.call(routine, integers, pointers, program.kernel(launch, callback=True), [*inputs, target])


def emit_epilogue(compute: ComputeOp, body: Block, product: SSAValue, layout: Layout, vector_bits: int) -> None:
    """Append the loops over a block of what a routine computes, `product`, which turn it into the kernel's result."""
    (final,), (target,) = yielded(compute), compute.targets
    memory = {**memory_of(compute), product: target}
    emit_blocks(Emitter(body, lanes_for([final], vector_bits), memory), compute.bounds, final, target, layout)


def emit_epilogue_threads(compute: ComputeOp, body: Block, product: SSAValue) -> Grid:
    """Append the code of one thread that turns its elements of `product` into the kernel's result, where they lie."""
    (final,), (target,) = yielded(compute), compute.targets
    return emit_threads(body, {**memory_of(compute), product: target}, [final], [target])
