"""A compiled program: machine code, its arena, and a call by pointers."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np

from pcc.codegen_cpu.compile import MachineCode
from pcc.passes.memory_plan import PAGE
from pcc.runtime.cuda.nvrtc import Resources

_Result = TypeVar("_Result")
_Entry = ctypes.CFUNCTYPE(None, ctypes.c_char_p)


class Executable:
    """Callable machine code. Calls may come from several threads: each takes its own arena."""

    resources: Mapping[str, Resources] = MappingProxyType({})

    def __init__(self, code: MachineCode, arena_bytes: int) -> None:
        self._code, self.arena_bytes = code, arena_bytes
        self.address = code.address("main")
        self._entry = _Entry(self.address)
        self._pack: Callable[..., bytes] | None = None
        self._arenas: list[tuple[int, np.ndarray]] = []

    def __call__(self, pointers: Sequence[int]) -> None:
        """Run on the memory of all inputs, then all results, as addresses."""
        self.lend(self._run, pointers)

    def _run(self, arena: int, pointers: Sequence[int]) -> None:
        pack = self._pack or self._packer(len(pointers) + 1)
        self._entry(pack(*pointers, arena))

    def lend(self, call: Callable[..., _Result], *args: Any) -> _Result:
        """`call(address of an arena, *args)`, for what enters the code at `address` by itself."""
        if not self.arena_bytes:
            return call(0, *args)
        try:
            arena = self._arenas.pop()
        except IndexError:
            arena = _aligned(self.arena_bytes)
        result = call(arena[0], *args)
        self._arenas.append(arena)
        return result

    def _packer(self, count: int) -> Callable[..., bytes]:
        """What makes an array of addresses; quicker than an array of ctypes."""
        self._pack = struct.Struct(f"{count}P").pack
        return self._pack


def _aligned(size: int) -> tuple[int, np.ndarray]:
    """Memory of at least `size` bytes that starts with a page."""
    memory = np.empty(size + PAGE, np.uint8)
    return -(-memory.ctypes.data // PAGE) * PAGE, memory
