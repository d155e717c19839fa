"""The way of a program that is not in the cache: plan, passes, LLVM, machine code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from xdsl.dialects.builtin import MemRefType, ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.compile import MachineCode
from pcc.codegen_cpu.target import Target
from pcc.config import logger
from pcc.dialects.kernel import LaunchOp
from pcc.dialects.structure import structure
from pcc.passes.base import Pass
from pcc.passes.bufferize import symbol_of
from pcc.passes.cost import Cost, kernel_cost
from pcc.passes.facts import InKernels
from pcc.passes.pipeline import print_pipeline
from pcc.runtime.cache import disk_cache
from pcc.runtime.internal_error import reproducible
from pcc.runtime.objects import Objects
from pcc.runtime.program_facts import Kernel, ProgramFacts
from pcc.runtime.report.recording import Recording
from pcc.schedule.executor import Execution
from pcc.schedule.goals import CpuExecutable
from pcc.schedule.planner import Options


@dataclass
class Compilation:
    """Machine code of a program, what is known of it, the library's routines that it calls, the functions that were
    not in the cache; seconds by step; if asked for, the text of each level and a record of passes.
    """

    code: MachineCode
    facts: ProgramFacts
    routines: list[str]
    compiled: tuple[str, ...]
    texts: dict[str, str] = field(default_factory=dict[str, str])
    seconds: dict[str, float] = field(default_factory=dict[str, float])
    record: Recording = field(default_factory=Recording)


def compile_program(module: ModuleOp, main: FuncOp, target: Target, keep_text: bool, settings: Options) -> Compilation:
    """Compile `main`, made of `pd` ops. The module ends as loops; with texts, nothing of it is taken from the cache."""
    steps, record = CpuExecutable(target.vector_bits).plan(settings=settings), Recording()
    execution = Execution(main, instruments=[record] if keep_text else [])
    texts = {"pd": str(module)} if keep_text else {}
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        objects = Objects(target, None if keep_text else disk_cache(), threads)
        with reproducible(module, steps, execution):
            kernels = _kernels(_launches(execution, steps))
            texts |= {"kernel": str(module)} if keep_text else {}
            for kernel, rest in execution.grow(steps[len(execution.outcomes) :]):
                objects.add_kernel(kernel, rest)
        objects.add_main(main)
        texts |= {"loops": str(module), "llvm": "\n".join(objects.texts)} if keep_text else {}
        code = objects.load()
    seconds = {outcome.step.name: outcome.seconds for outcome in execution.outcomes} | objects.seconds
    facts = ProgramFacts(_arena(main), print_pipeline(steps), tuple(kernels), tuple(execution.analyses.notes))
    _log(facts)
    return Compilation(code, facts, objects.routines, tuple(objects.compiled), texts, seconds, record)


def _launches(execution: Execution, steps: Sequence[Pass]) -> Sequence[LaunchOp]:
    """Run the steps until all is in kernels."""
    for step in steps:
        execution.step(step)
        if InKernels in step.gives:
            break
    return [op for op in execution.func.walk() if isinstance(op, LaunchOp)]


def _kernels(launches: Sequence[LaunchOp]) -> list[Kernel]:
    """What is known of each; equal ones are looked into once."""
    known: dict[object, tuple[str, Cost]] = {}
    made: list[Kernel] = []
    for launch in launches:
        key = launch.kind, structure(launch.body.block)
        if key not in known:
            known[key] = symbol_of(launch), kernel_cost(launch)
        symbol, cost = known[key]
        made.append(Kernel.of(launch, symbol, int(cost.bytes), int(cost.operations)))
    return made


def _arena(main: FuncOp) -> int:
    """Bytes of a bufferized function's last argument."""
    arena = main.body.block.args[-1].type
    assert isinstance(arena, MemRefType)
    return arena.get_shape()[0]


def _log(facts: ProgramFacts) -> None:
    logger("plan").info("%s", facts.pipeline)
    for note in facts.declined:
        logger("declined").info("%s", note)
