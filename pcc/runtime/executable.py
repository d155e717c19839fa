"""A compiled program: machine code, its arena, and a call by pointers."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from pcc.codegen_cpu.compile import MachineCode
from pcc.passes.memory_plan import PAGE
from pcc.runtime.cuda.nvrtc import Resources

_Entry = ctypes.CFUNCTYPE(None, ctypes.c_char_p)


class Executable:
    """Callable machine code. Calls may come from several threads: each takes its own arena."""

    resources: Mapping[str, Resources] = MappingProxyType({})

    def __init__(self, code: MachineCode, arena_bytes: int) -> None:
        self._code, self.arena_bytes = code, arena_bytes
        self._entry = _Entry(code.address("main"))
        self._pack: Callable[..., bytes] | None = None
        self._arenas: list[tuple[int, np.ndarray]] = []

    def __call__(self, pointers: Sequence[int]) -> None:
        """Run on the memory of all inputs, then all results, as addresses."""
        pack = self._pack or self._packer(len(pointers) + 1)
        if not self.arena_bytes:
            self._entry(pack(*pointers, 0))
            return
        try:
            arena = self._arenas.pop()
        except IndexError:
            arena = _aligned(self.arena_bytes)
        self._entry(pack(*pointers, arena[0]))
        self._arenas.append(arena)

    def _packer(self, count: int) -> Callable[..., bytes]:
        """What makes an array of addresses; quicker than an array of ctypes."""
        self._pack = struct.Struct(f"{count}P").pack
        return self._pack


def _aligned(size: int) -> tuple[int, np.ndarray]:
    """Memory of at least `size` bytes that starts with a page."""
    memory = np.empty(size + PAGE, np.uint8)
    return -(-memory.ctypes.data // PAGE) * PAGE, memory
