"""LLVM text to callable machine code, by llvmlite's MCJIT.

Emitted code carries explicit vectors, so LLVM's mid-level passes buy almost nothing and are left out
(measured: docs/codegen_cpu.md); only always-inline runs, and code generation at level 3.
"""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import llvmlite
import llvmlite.binding as llvm

from pcc.codegen_cpu.target import Target, host

_RECIPE = "1"  # another number when this module compiles the same text differently
_LOCK = threading.Lock()  # MCJIT links one module at a time


@dataclass(frozen=True)
class ObjectCode:
    """Relocatable code of one module, and facts about it: JSON values by name."""

    code: bytes
    about: Mapping[str, Any] = field(default_factory=dict[str, Any])


class MachineCode:
    """Loaded code of one module; keeps it alive. `address(name)` is the function's address."""

    def __init__(self, engine: llvm.ExecutionEngine, module: llvm.ModuleRef, object_code: bytes) -> None:
        self._engine, self.object_code = engine, object_code
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
    with _LOCK:
        machine = (target or host()).machine()
        module = _module(text, machine)
        _inline(module, machine)
        taken: list[bytes] = []
        engine = llvm.create_mcjit_compiler(module, machine)
        engine.set_object_cache(notify_func=lambda _module, code: taken.append(bytes(code)))
        _link(engine, symbols or {})
        return MachineCode(engine, module, taken[0])


def load_object(code: bytes, target: Target, symbols: Mapping[str, int] | None = None) -> MachineCode:
    """Load what `compile_text` made before; LLVM compiles nothing."""
    with _LOCK:
        machine = target.machine()
        module = _module("", machine)
        engine = llvm.create_mcjit_compiler(module, machine)
        engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        _link(engine, symbols or {})
        return MachineCode(engine, module, code)


def _module(text: str, machine: llvm.TargetMachine) -> llvm.ModuleRef:
    module = llvm.parse_assembly(text, llvm.create_context())
    module.triple, module.data_layout = machine.triple, str(machine.target_data)
    return module


def _link(engine: llvm.ExecutionEngine, symbols: Mapping[str, int]) -> None:
    for name, address in symbols.items():
        llvm.add_symbol(name, address)
    engine.finalize_object()


def _inline(module: llvm.ModuleRef, machine: llvm.TargetMachine) -> None:
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=0))
    manager = llvm.create_new_module_pass_manager()
    manager.add_always_inliner_pass()
    manager.run(module, builder)
