"""LLVM text to callable machine code, by llvmlite's MCJIT.

Emitted code carries explicit vectors, so LLVM's mid-level passes buy almost nothing and are left out
(measured: docs/codegen_cpu.md); only always-inline runs, and code generation at level 3.
"""
from __future__ import annotations

import threading
from collections.abc import Mapping

import llvmlite.binding as llvm

from pcc.codegen_cpu.target import Target, host

_LOCK = threading.Lock()  # MCJIT links one module at a time


class MachineCode:
    """Loaded code of one module; keeps it alive. `address(name)` is the function's address."""

    def __init__(self, engine: llvm.ExecutionEngine, object_code: bytes) -> None:
        self._engine, self.object_code = engine, object_code

    def address(self, name: str) -> int:
        found = self._engine.get_function_address(name)
        assert found, f"no function {name} in the module"
        return found


def compile_text(text: str, target: Target | None = None, symbols: Mapping[str, int] | None = None) -> MachineCode:
    """Compile and load LLVM IR text. `symbols` gives addresses of external functions it calls."""
    target = target or host()
    with _LOCK:
        for name, address in (symbols or {}).items():
            llvm.add_symbol(name, address)
        machine = target.machine()
        context = llvm.create_context()
        module = llvm.parse_assembly(text, context)
        module.triple, module.data_layout = machine.triple, str(machine.target_data)
        _inline(module, machine)
        taken: list[bytes] = []
        engine = llvm.create_mcjit_compiler(module, machine)
        engine.set_object_cache(notify_func=lambda _module, code: taken.append(bytes(code)))
        engine.finalize_object()
        return MachineCode(engine, taken[0] if taken else b"")


def _inline(module: llvm.ModuleRef, machine: llvm.TargetMachine) -> None:
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=0))
    manager = llvm.create_new_module_pass_manager()
    manager.add_always_inliner_pass()
    manager.run(module, builder)
