"""From a `pd` function to a program on a device, as `pcc.runtime.build` makes one for the CPU."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from xdsl.dialects.builtin import ModuleOp

from pcc.passes.pipeline import print_pipeline
from pcc.runtime.build import Build
from pcc.runtime.cuda.binary import Binary
from pcc.runtime.cuda.checked import check
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.executable import DeviceExecutable
from pcc.runtime.cuda.nvrtc import Compiled, compile_text
from pcc.runtime.program_facts import ProgramFacts
from pcc.schedule.goals import CudaExecutable
from pcc.schedule.planner import Options


def build_for_device(
    module: ModuleOp, keep_text: bool = False, settings: Options | None = None, device: int = 0
) -> Build:
    """Compile `module`, whose `main` is made of `pd` ops, as far as no device is needed; it ends as thread code."""
    texts, start = {"pd": str(module)} if keep_text else {}, perf_counter()
    program, plan = compile_for_device(module, settings), CudaExecutable().plan(settings=settings)
    texts |= {"threads": str(module), "cuda": program.source} if keep_text else {}
    facts = ProgramFacts(program.arena_bytes, print_pipeline(plan), (), ())
    return Build(DeviceExecutable(program, device=device), facts, False, (), texts, {"passes": perf_counter() - start})


def compile_binary(module: ModuleOp, architectures: Sequence[str]) -> tuple[Binary, dict[str, Compiled]]:
    """The program of `module` with its machine code for each architecture; what NVRTC made for each.

    Raises:
        ArtifactError: a part of the program runs on the host.
        CompileError: NVRTC is missing, or knows no such architecture.
    """
    program = compile_for_device(module)
    check(program)
    made = {name: compile_text(program.source, name) for name in architectures}
    return Binary(program, {name: compiled.code for name, compiled in made.items()}), made
