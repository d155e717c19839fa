"""LLVM text to callable machine code, by llvmlite's MCJIT.

Emitted code carries explicit vectors, so LLVM's mid-level passes buy almost nothing and are left out
(measured: docs/codegen_cpu.md); only always-inline runs, and code generation at level 3.
"""

from __future__ import annotations

import ctypes
import hashlib
import threading
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

import llvmlite
import llvmlite.binding as llvm
from llvmlite.binding import ffi

from pcc.codegen_cpu.symbols import Symbols
from pcc.codegen_cpu.target import Target, host

_RECIPE = "2"  # another number when this module compiles the same text differently
_LOCK = threading.Lock()  # MCJIT links one module at a time


@dataclass(frozen=True)
class ObjectCode:
    """Relocatable code of modules that call each other, and facts about it: JSON values by name."""

    objects: tuple[bytes, ...]
    about: Mapping[str, Any] = field(default_factory=dict[str, Any])


class MachineCode:
    """Loaded code; keeps it alive. `address(name)` is a function's address; `objects` is what was loaded."""

    def __init__(self, engine: llvm.ExecutionEngine, module: llvm.ModuleRef, objects: Sequence[bytes]) -> None:
        self._engine, self.objects = engine, tuple(objects)
        weakref.finalize(self, _close, engine, module).atexit = False

    def address(self, name: str) -> int:
        found = self._engine.get_function_address(name)
        assert found, f"no function {name} in the module"
        return found


def _close(engine: llvm.ExecutionEngine, module: llvm.ModuleRef) -> None:
    """Dispose of an engine; its module's context, which only `module` holds, must outlive it."""
    engine.close()
    del module


def fingerprint(target: Target, *parts: str) -> str:
    """The key of what is compiled from the parts: with the target, LLVM and llvmlite, all that decides the code."""
    whole = (
        _RECIPE,
        target.cpu,
        target.features,
        str(target.vector_bits),
        llvmlite.__version__,
        str(llvm.llvm_version_info),
    )
    digest = hashlib.sha256()
    for part in (*whole, *parts):
        digest.update(f"{len(part)}:{part}".encode())
    return digest.hexdigest()


def compile_text(text: str, target: Target | None = None, symbols: Mapping[str, int] | None = None) -> MachineCode:
    """Compile and load LLVM IR text. `symbols` gives addresses of external functions it calls."""
    target = target or host()
    return load([compile_object(text, target)], target, symbols)


def compile_object(text: str, target: Target) -> bytes:
    """The relocatable code of LLVM IR text; threads may compile at the same time."""
    machine = target.machine()
    module = _module(text, machine)
    _inline(module, machine)
    with ffi.OutputString() as error:
        buffer = _emit(machine, module, 1, error)
        assert buffer, str(error)
    try:
        return ctypes.string_at(ffi.lib.LLVMPY_GetBufferStart(buffer), ffi.lib.LLVMPY_GetBufferSize(buffer))
    finally:
        ffi.lib.LLVMPY_DisposeMemoryBuffer(buffer)


# llvmlite holds one lock for all calls of LLVM; emission, which shares nothing between contexts, goes without it.
_emit = attrgetter("_lib.LLVMPY_TargetMachineEmitToMemory")(ffi.lib)


def load(objects: Sequence[bytes], target: Target, symbols: Mapping[str, int] | None = None) -> MachineCode:
    """Load what `compile_object` made; LLVM compiles nothing."""
    with _LOCK:
        machine = target.machine()
        module = _module("", machine)
        engine = llvm.create_mcjit_compiler(module, machine)
        for code in objects:
            engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        _link(engine, symbols or {}, objects)
        return MachineCode(engine, module, objects)


def _module(text: str, machine: llvm.TargetMachine) -> llvm.ModuleRef:
    module = llvm.parse_assembly(text, llvm.create_context())
    module.triple, module.data_layout = machine.triple, str(machine.target_data)
    return module


def _link(engine: llvm.ExecutionEngine, symbols: Mapping[str, int], objects: Sequence[bytes]) -> None:
    for name, address in symbols.items():
        llvm.add_symbol(name, address)
    known = [Symbols.of(code) for code in objects]
    defined = {name for each in known for name in each.defined}
    missing = {n for each in known for n in each.needed if n not in defined and not llvm.address_of_symbol(n)}
    assert not missing, f"nothing defines {', '.join(sorted(missing))}"  # MCJIT would link all that is outside to 0
    engine.finalize_object()


def _inline(module: llvm.ModuleRef, machine: llvm.TargetMachine) -> None:
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=0))
    manager = llvm.create_new_module_pass_manager()
    manager.add_always_inliner_pass()
    manager.run(module, builder)
