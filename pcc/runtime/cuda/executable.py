"""A program on a device, called as one on the CPU is. Needs no compiler if there is machine code."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from pcc.runtime.cuda.device import LoadedProgram, architecture, code_for
from pcc.runtime.cuda.nvrtc import compile_text
from pcc.runtime.cuda.program import Program


class DeviceExecutable:
    """A program on a device, called with addresses of all inputs, then all results.

    Either all are of the device's memory, or all of the host's: then they are copied there and back. A call returns
    when its results are there. The first call loads the program, and compiles it for the device unless there is `code`,
    by architecture.

    Raises:
        DeviceError: there is no such device, or no code for it.
        CompileError: NVRTC is missing.
    """

    def __init__(self, program: Program, code: Mapping[str, bytes] = MappingProxyType({}), device: int = 0) -> None:
        self._program, self._code, self._device = program, code, device
        self._sizes = [spec.bytes for spec in (*program.inputs, *program.results)]
        self._lock = threading.Lock()

    @cached_property
    def _loaded(self) -> LoadedProgram:
        device, source = self._device, self._program.source
        code = code_for(self._code, device) if self._code else compile_text(source, architecture(device)).code
        return LoadedProgram(self._program, code, device)

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
