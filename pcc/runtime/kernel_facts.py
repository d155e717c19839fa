"""What is known of a program's kernels, looked into when all of it is in kernels and none is lowered yet."""

from __future__ import annotations

from collections.abc import Sequence

from pcc.dialects.kernel import LaunchOp
from pcc.passes.base import Pass
from pcc.passes.bufferize import content_of, symbol_of
from pcc.passes.cost import Cost, kernel_cost
from pcc.passes.facts import InKernels
from pcc.runtime.program_facts import Kernel
from pcc.schedule.executor import Execution


def kernels_of(execution: Execution, steps: Sequence[Pass]) -> list[Kernel]:
    """Run the steps until all is in kernels; what is known of each. Equal ones are looked into once."""
    known: dict[str, tuple[str, Cost]] = {}
    made: list[Kernel] = []
    for launch in _launches(execution, steps):
        content = content_of(launch)
        if content not in known:
            known[content] = symbol_of(launch, content), kernel_cost(launch)
        symbol, cost = known[content]
        made.append(Kernel.of(launch, symbol, int(cost.bytes), int(cost.operations)))
    return made


def _launches(execution: Execution, steps: Sequence[Pass]) -> Sequence[LaunchOp]:
    for step in steps:
        execution.step(step)
        if InKernels in step.gives:
            break
    return [op for op in execution.func.walk() if isinstance(op, LaunchOp)]
