"""From a `pd` function to a program on a device, as `pcc.runtime.build` makes one for the CPU."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from time import perf_counter

from xdsl.dialects.builtin import ModuleOp

from pcc.runtime.build import Build
from pcc.runtime.cuda.binary import Binary
from pcc.runtime.cuda.checked import check
from pcc.runtime.cuda.compilation import compile_for_device, compile_with_facts
from pcc.runtime.cuda.device import architecture
from pcc.runtime.cuda.executable import DeviceExecutable
from pcc.runtime.cuda.nvrtc import HOPPER, Compiled, MissingCompilerError, compile_text
from pcc.runtime.errors import DeviceError
from pcc.schedule.planner import Options


def build_for_device(
    module: ModuleOp, keep_text: bool = False, settings: Options | None = None, device: int = 0
) -> Build:
    """Compile `module`, whose `main` is made of `pd` ops, as far as no device is needed; it ends as thread code.

    With texts there is machine code, too, if NVRTC is installed: for Hopper, if there is no device.
    """
    start = perf_counter()
    made = compile_with_facts(module, keep_text, settings)
    executable = DeviceExecutable(made.program, device=device)
    seconds = {"passes": perf_counter() - start}
    if keep_text:
        with suppress(MissingCompilerError):
            executable.compile(_architecture(device))
    return Build(executable, made.facts, False, (), made.texts, seconds, made.record)


def _architecture(device: int) -> str:
    try:
        return architecture(device)
    except DeviceError:
        return HOPPER


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
