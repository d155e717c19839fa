"""Calls of routines that run an elementwise epilogue on each finished block of their result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xdsl.ir import SSAValue

from pcc.dialects.kernel import LaunchOp, RoutineOp, YieldOp
from pcc.passes.kinds.base import Program, memory_type
from pcc.passes.loops.epilogue import Layout, epilogue_function
from pcc.passes.loops.nest import lanes_for


def call_with_epilogue(
    routine: str, integers: Mapping[str, int], pointers: Mapping[str, SSAValue], launch: LaunchOp, product: SSAValue,
    target: SSAValue, layout: Layout, inputs: Sequence[SSAValue], program: Program,
) -> RoutineOp:  # fmt: skip
    """The call that computes `product` into `target`, and what the launch does with it after."""
    last = launch.body.block.last_op
    assert isinstance(last, YieldOp)
    (final,) = last.values
    if final is product:
        return RoutineOp.call(routine, integers, pointers)
    arguments = list(launch.body.block.args)
    types = [*(memory_type(a) for a in arguments), memory_type(product)]
    lanes = lanes_for([final], program.vector_bits)
    symbol = program.kernel(
        launch, lambda name: epilogue_function(name, product, final, arguments, types, layout, lanes)
    )
    return RoutineOp.call(routine, integers, pointers, symbol, [*inputs, target])
