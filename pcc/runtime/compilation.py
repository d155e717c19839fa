"""The way of a program that is not in the cache: plan, passes, LLVM, machine code."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from xdsl.dialects.builtin import MemRefType, ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.compile import MachineCode
from pcc.codegen_cpu.target import Target
from pcc.config import logger
from pcc.passes.pipeline import print_pipeline
from pcc.runtime.cache import disk_cache
from pcc.runtime.internal_error import reproducible
from pcc.runtime.kernel_facts import kernels_of
from pcc.runtime.objects import Objects
from pcc.runtime.program_facts import ProgramFacts
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
    steps, record = CpuExecutable(target.vector_bits, target.cached_bytes).plan(settings=settings), Recording()
    execution = Execution(main, instruments=[record] if keep_text else [])
    texts = {"pd": str(module)} if keep_text else {}
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        objects = Objects(target, None if keep_text else disk_cache(), threads)
        with reproducible(module, steps, execution):
            kernels = kernels_of(execution, steps)
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


def _arena(main: FuncOp) -> int:
    """Bytes of a bufferized function's last argument."""
    arena = main.body.block.args[-1].type
    assert isinstance(arena, MemRefType)
    return arena.get_shape()[0]


def _log(facts: ProgramFacts) -> None:
    logger("plan").info("%s", facts.pipeline)
    for note in facts.declined:
        logger("declined").info("%s", note)
