"""The way of a program that is not in the cache: plan, passes, LLVM, machine code."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.compile import MachineCode, compile_text
from pcc.codegen_cpu.printer import print_module
from pcc.codegen_cpu.target import Target
from pcc.config import logger
from pcc.dialects.kernel import LaunchOp
from pcc.passes.facts import InKernels
from pcc.passes.pipeline import print_pipeline
from pcc.runtime.cpu.library import library
from pcc.runtime.program_facts import Kernel, ProgramFacts
from pcc.runtime.report.recording import Recording
from pcc.schedule.executor import Execution
from pcc.schedule.goals import CpuExecutable


@dataclass
class Compilation:
    """Machine code of a program, what is known of it, and the library's routines that it calls; seconds by step; if
    asked for, the text of each level and a record of passes.
    """

    code: MachineCode
    facts: ProgramFacts
    routines: list[str]
    texts: dict[str, str] = field(default_factory=dict[str, str])
    seconds: dict[str, float] = field(default_factory=dict[str, float])
    record: Recording = field(default_factory=Recording)


def compile_program(module: ModuleOp, main: FuncOp, target: Target, keep_text: bool) -> Compilation:
    """Compile `main`, made of `pd` ops. The module ends as loops."""
    steps = CpuExecutable(target.vector_bits).plan()
    texts, seconds, kernels = {"pd": str(module)} if keep_text else {}, dict[str, float](), list[Kernel]()
    record = Recording()
    execution = Execution(main, instruments=[record] if keep_text else [])
    for step in steps:
        seconds[step.name] = execution.step(step).seconds
        if InKernels in step.gives:
            kernels = [Kernel.of(op) for op in main.walk() if isinstance(op, LaunchOp)]
            texts |= {"kernel": str(module)} if keep_text else {}
    start = perf_counter()
    printed = print_module(module)
    llvm, routines = str(printed), [name for name in printed.declarations if name.startswith("pcc_")]
    seconds["print"] = perf_counter() - start
    if keep_text:
        texts |= {"loops": str(module), "llvm": llvm}
    start = perf_counter()
    code = compile_text(llvm, target, library(target).addresses(routines))
    seconds["llvm"] = perf_counter() - start
    arena = main.body.block.args[-1].type
    size = arena.get_shape()[0]  # type: ignore[attr-defined]
    logger("plan").info("%s", print_pipeline(steps))
    for note in execution.analyses.notes:
        logger("declined").info("%s", note)
    facts = ProgramFacts(size, print_pipeline(steps), tuple(kernels), tuple(execution.analyses.notes))
    return Compilation(code, facts, routines, texts, seconds, record)
