"""From a `pd` function to a program on a device, as `pcc.runtime.build` makes one for the CPU."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Sequence
from functools import cached_property
from time import perf_counter

from xdsl.dialects.builtin import ModuleOp

from pcc.passes.pipeline import print_pipeline
from pcc.runtime.build import Build
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.device import LoadedProgram, architecture
from pcc.runtime.cuda.nvrtc import compile_text
from pcc.runtime.cuda.program import Program
from pcc.runtime.program_facts import ProgramFacts
from pcc.schedule.goals import CudaExecutable
from pcc.schedule.planner import Options


class DeviceExecutable:
    """A program on a device, called with addresses of all inputs, then all results.

    Either all are of the device's memory, or all of the host's: then they are copied there and back. A call returns
    when its results are there. The first call loads the program, and compiles it for the device unless `code` is given.

    Raises:
        DeviceError: there is no such device.
        CompileError: NVRTC is missing.
    """

    def __init__(self, program: Program, code: bytes | None = None, device: int = 0) -> None:
        self._program, self._code, self._device = program, code, device
        self._sizes = [spec.bytes for spec in (*program.inputs, *program.results)]
        self._lock = threading.Lock()

    @cached_property
    def _loaded(self) -> LoadedProgram:
        code = self._code or compile_text(self._program.source, architecture(self._device)).code
        return LoadedProgram(self._program, code, self._device)

    @property
    def arena_bytes(self) -> int:
        """Of the host's memory: none."""
        return 0

    def __call__(self, pointers: Sequence[int]) -> None:
        with self._lock:
            if self._loaded.holds(pointers):
                self._loaded.wait()
                given = len(self._program.inputs)
                inputs = self._loaded.aligned(pointers[:given], self._sizes[:given])
                self._loaded([*inputs, *pointers[given:]])
                self._loaded.stream.synchronize()
            else:
                self._by_copies(pointers)

    def _by_copies(self, addresses: Sequence[int]) -> None:
        at = zip(self._sizes, addresses, strict=True)
        memory = [(ctypes.c_ubyte * size).from_address(address) for size, address in at]
        count = len(self._program.inputs)
        self._loaded.on_arrays(memory[:count], memory[count:])


def build_for_device(module: ModuleOp, keep_text: bool = False, settings: Options | None = None) -> Build:
    """Compile `module`, whose `main` is made of `pd` ops, as far as no device is needed; it ends as thread code."""
    texts, start = {"pd": str(module)} if keep_text else {}, perf_counter()
    program, plan = compile_for_device(module, settings), CudaExecutable().plan(settings=settings)
    texts |= {"threads": str(module), "cuda": program.source} if keep_text else {}
    facts = ProgramFacts(program.arena_bytes, print_pipeline(plan), (), ())
    return Build(DeviceExecutable(program), facts, False, (), texts, {"passes": perf_counter() - start})
