"""From a `pd` function to an executable: out of the cache if the same program was compiled before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Any

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.compile import MachineCode
from pcc.codegen_cpu.target import Target, host
from pcc.codegen_cuda.symbols import mangle
from pcc.dialects.structure import canonical_text
from pcc.runtime.cache import PROGRAM, disk_cache, recall, sources_digest
from pcc.runtime.cpu.library import library
from pcc.runtime.cuda.nvrtc import Resources
from pcc.runtime.executable import Executable
from pcc.runtime.loaded import Runnable
from pcc.runtime.program_facts import Kernel, ProgramFacts, places_of
from pcc.runtime.report.recording import Recording

if TYPE_CHECKING:
    from pcc.runtime.compilation import Compilation
    from pcc.schedule.planner import Options


def main_of(module: ModuleOp) -> FuncOp:
    """The program's function."""
    return next(op for op in module.ops if isinstance(op, FuncOp) and op.sym_name.data == "main")


@dataclass
class Build:
    """A program ready to run. `cached`: no pass ran; else `compiled` are the functions that the cache did not have.
    `seconds` by step; `texts` of each level and a `record` of passes if they were asked for.
    """

    executable: Runnable
    facts: ProgramFacts
    cached: bool
    compiled: tuple[str, ...] = ()
    texts: dict[str, str] = field(default_factory=dict[str, str])
    seconds: dict[str, float] = field(default_factory=dict[str, float])
    record: Recording = field(default_factory=Recording)

    @property
    def kernels(self) -> tuple[Kernel, ...]:
        return self.facts.kernels

    @property
    def resources(self) -> dict[str, Resources]:
        """What kernels take of a device, by symbol, once they are compiled for one."""
        used = self.executable.resources
        return {k.symbol: used[name] for k in self.kernels if (name := mangle(k.symbol)) in used}

    @property
    def pipeline(self) -> str:
        return self.facts.pipeline


def build(
    module: ModuleOp, target: Target | None = None, keep_text: bool = False, settings: Options | None = None
) -> Build:
    """Compile `module`, whose function `main` is made of `pd` ops; it may end as loops. Texts are made anew.

    `settings`: options of passes, by the pass's name.
    """
    target, settings = target or host(), settings or {}
    if keep_text:
        made = _compiled(module, target, settings, keep_text)
        code = Executable(made.code, made.facts.arena_bytes)
        return Build(code, made.facts, False, made.compiled, made.texts, made.seconds, made.record)

    places = places_of(main_of(module))

    def parts() -> Sequence[str]:
        options = json.dumps(settings, sort_keys=True)
        return "program", sources_digest(*PROGRAM), options, canonical_text(main_of(module).body.block)

    def make() -> tuple[MachineCode, Mapping[str, Any]]:
        made = _compiled(module, target, settings)
        compiled.extend(made.compiled)
        name = f"program of {len(made.facts.kernels)} kernels"
        about = {"name": name, "program": made.facts.to_json(places), "seconds": made.seconds}
        return made.code, {**about, "routines": made.routines}

    def symbols(about: Mapping[str, Any]) -> Mapping[str, int]:
        return library(target).addresses(about["routines"])

    start, compiled = perf_counter(), list[str]()
    loaded = recall(disk_cache(), parts, make, target, symbols)
    seconds = {"load": perf_counter() - start} if loaded.found else loaded.about["seconds"]
    facts = ProgramFacts.from_json(loaded.about["program"], places)
    return Build(Executable(loaded.code, facts.arena_bytes), facts, loaded.found, tuple(compiled), seconds=seconds)


def _compiled(module: ModuleOp, target: Target, settings: Options, keep_text: bool = False) -> Compilation:
    from pcc.runtime.compilation import compile_program  # brings in all passes: not for a program that is kept

    return compile_program(module, main_of(module), target, keep_text, settings)
