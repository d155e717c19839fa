"""A program on a device, called as one on the CPU is. Needs no compiler if there is machine code."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from pcc.runtime.cuda.device import LoadedProgram, architecture, code_for
from pcc.runtime.cuda.nvrtc import Compiled, Resources, compile_text
from pcc.runtime.cuda.program import Program


class DeviceExecutable:
    """A program on a device, called with addresses of all inputs, then all results.

    Memory of the device is used where it is, the host's is copied there and back. A call returns when its results are
    there. The first call loads the program, and compiles it for the device unless there is `code`, by architecture.

    Raises:
        DeviceError: there is no such device, or no code for it.
        CompileError: NVRTC is missing.
    """

    def __init__(self, program: Program, code: Mapping[str, bytes] = MappingProxyType({}), device: int = 0) -> None:
        self._program, self._code, self._device = program, code, device
        self._sizes = [spec.bytes for spec in (*program.inputs, *program.results)]
        self._lock, self._made = threading.Lock(), dict[str, Compiled]()

    def compile(self, architecture: str) -> bytes:
        """Machine code for devices of an architecture."""
        if architecture not in self._made:
            self._made[architecture] = compile_text(self._program.source, architecture)
        return self._made[architecture].code

    @property
    def resources(self) -> Mapping[str, Resources]:
        """What kernels take, by their names, as far as they are compiled here."""
        used = next(iter(self._made.values())).resources if self._made else {}
        return {k.name: replace(used[k.name], shared=k.shared) for k in self._program.kernels if k.name in used}

    @cached_property
    def _loaded(self) -> LoadedProgram:
        device = self._device
        code = code_for(self._code, device) if self._code else self.compile(architecture(device))
        return LoadedProgram(self._program, code, device)

    @property
    def arena_bytes(self) -> int:
        """Of the host's memory: none."""
        return 0

    def __call__(self, pointers: Sequence[int]) -> None:
        with self._lock:
            self._loaded.on_memory(pointers, self._sizes)
