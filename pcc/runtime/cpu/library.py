"""The CPU runtime library: thread pool, GEMM and convolution, compiled once per host.

    symbols = library().symbols                      name -> address, for `compile_text(text, symbols=symbols)`
    library().function("pcc_pool_init", c_int64)(2)  call one from Python

Nothing in it depends on a program's shapes. Interfaces: the heads of threads.py, gemm.py and conv.py.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pcc.codegen_cpu.compile import MachineCode, compile_text
from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.target import Target, host
from pcc.runtime.cache import disk_cache, recall, sources_digest
from pcc.runtime.cpu import (
    conv,
    conv_planes,
    conv_transpose,
    conv_window,
    gemm,
    gemm_block,
    gemv,
    microkernel,
    packing,
    recurrence,
    scratch,
    sort,
    threads,
    winograd,
)

SOURCES = ("codegen_cpu", "runtime/cpu")  # what makes the library's text: reading it is faster than making it


@dataclass(frozen=True)
class Library:
    """Loaded code of the library: its exported functions by name."""

    code: MachineCode
    symbols: Mapping[str, int]

    def function(self, name: str, *types: type, result: type | None = None) -> Callable[..., int]:
        """A Python callable of one symbol; the interpreter's lock is released during a call."""
        return ctypes.CFUNCTYPE(result, *types)(self.symbols[name])


def text(target: Target) -> str:
    """The library's LLVM IR: the same text for the same target, so its object code can be cached by it."""
    return str(_module(target))


def _module(target: Target) -> Module:
    module = Module()
    threads.define(module)
    scratch.define(module)
    sort.define(module)
    for element in ("float", "double"):
        tile = microkernel.tile_of(target, element)
        for part in (
            microkernel,
            packing,
            gemv,
            gemm_block,
            gemm,
            conv_window,
            conv_planes,
            winograd,
            conv,
            conv_transpose,
            recurrence,
        ):
            part.define(module, tile)
    return module


def library(target: Target | None = None) -> Library:
    """The library for a target (default: this machine). Its pool starts with a thread per usable core."""
    return _load(target or host())


@cache
def _load(target: Target) -> Library:
    loaded = recall(disk_cache(), lambda: ("library", sources_digest(*SOURCES)), lambda: _compiled(target), target)
    code = loaded.code
    # Worker threads run this code until the process ends, so it must outlive every Python reference to it.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(code))
    symbols = {name: code.address(name) for name in loaded.about["exports"]}
    made = Library(code, symbols)
    made.function("pcc_pool_init", ctypes.c_int64)(len(os.sched_getaffinity(0)))
    made.function("pcc_scratch_init")()
    os.register_at_fork(after_in_child=made.function("pcc_pool_after_fork"))
    return made


def _compiled(target: Target) -> tuple[MachineCode, Mapping[str, Any]]:
    module = _module(target)
    exports = [name for name in module.functions if name.startswith("pcc_")]
    return compile_text(str(module), target), {"name": "runtime library", "exports": exports}
