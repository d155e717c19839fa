"""From a `pd` function to an executable: plan, passes, LLVM, machine code."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.compile import compile_text
from pcc.codegen_cpu.printer import print_module
from pcc.codegen_cpu.target import Target, host
from pcc.dialects.kernel import LaunchOp
from pcc.dialects.pd.base import PdOp
from pcc.passes.base import Facts
from pcc.passes.facts import InKernels
from pcc.passes.lower_to_loops import InLoops
from pcc.passes.pipeline import print_pipeline
from pcc.runtime.cache import disk_cache
from pcc.runtime.cpu.library import library
from pcc.runtime.executable import Executable
from pcc.schedule.planner import plan


def main_of(module: ModuleOp) -> FuncOp:
    """The program's function."""
    return next(op for op in module.ops if isinstance(op, FuncOp) and op.sym_name.data == "main")


@dataclass(frozen=True)
class Kernel:
    """One kernel: its kind (`loops`, or the routine's that computes it), the ops in it, the types of its results."""

    kind: str
    ops: tuple[str, ...]
    results: tuple[str, ...]

    @staticmethod
    def of(launch: LaunchOp) -> Kernel:
        ops = [op.name.removeprefix("pd.") for op in launch.body.block.ops if isinstance(op, PdOp)]
        return Kernel(launch.kind.data, tuple(ops), tuple(map(str, launch.outputs.types)))


@dataclass
class Build:
    """All forms of one program: text of each level, the pipeline, times in seconds, and the executable."""

    executable: Executable
    pipeline: str
    kernels: list[Kernel]
    texts: dict[str, str] = field(default_factory=dict[str, str])
    seconds: dict[str, float] = field(default_factory=dict[str, float])


def build(module: ModuleOp, target: Target | None = None, keep_text: bool = False) -> Build:
    """Compile `module`, whose function `main` is made of `pd` ops. The module ends as loops."""
    target = target or host()
    options = {"lower-to-loops": {"vector_bits": target.vector_bits}}
    steps = plan(Facts(), InLoops, options)
    texts, seconds, kernels = {"pd": str(module)} if keep_text else {}, dict[str, float](), list[Kernel]()
    main = main_of(module)
    for step in steps:
        start = perf_counter()
        step.run(main)
        seconds[step.name] = perf_counter() - start
        if InKernels in step.gives:
            kernels = [Kernel.of(op) for op in main.walk() if isinstance(op, LaunchOp)]
            texts |= {"kernel": str(module)} if keep_text else {}
    start = perf_counter()
    llvm = str(print_module(module))
    seconds["print"] = perf_counter() - start
    if keep_text:
        texts |= {"loops": str(module), "llvm": llvm}
    start = perf_counter()
    code = compile_text(llvm, target, library(target).symbols, disk_cache())
    seconds["llvm"] = perf_counter() - start
    arena = main.body.block.args[-1].type
    size = arena.get_shape()[0]  # type: ignore[attr-defined]
    return Build(Executable(code, size), print_pipeline(steps), kernels, texts, seconds)
