"""The object code of a program: each kernel out of the cache, or by its passes and LLVM, which has threads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future
from time import perf_counter
from typing import Any

from xdsl.dialects.func import FuncOp

from pcc.codegen_cpu.compile import MachineCode, ObjectCode, compile_object, fingerprint, load
from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.printer import print_function
from pcc.codegen_cpu.target import Target
from pcc.dialects.structure import canonical_text
from pcc.passes.base import Pass
from pcc.passes.pipeline import print_pipeline
from pcc.runtime.cache import PROGRAM, DiskCache, sources_digest
from pcc.runtime.cpu.library import library
from pcc.schedule.executor import Execution


class Objects:
    """Collects the functions of one program; LLVM compiles them while the next ones go through passes.

    `seconds` of this thread by step; `texts`: the LLVM IR of what was compiled, by symbol.
    """

    def __init__(self, target: Target, cache: DiskCache | None, threads: Executor) -> None:
        self._target, self._cache, self._threads = target, cache, threads
        self._parts: list[Future[bytes]] = []
        self._library = threads.submit(library, target)
        self._routines: dict[str, Future[int]] = {}
        self.seconds, self.texts = defaultdict[str, float](float), dict[str, str]()

    @property
    def routines(self) -> list[str]:
        """The library's that are called."""
        return list(self._routines)

    def add_kernel(self, kernel: FuncOp, steps: Sequence[Pass]) -> None:
        """Compile a function that has yet to go through `steps`, unless the cache has the same."""
        key = self._key(kernel, steps) if self._cache else ""
        found = self._cache.get(key) if self._cache else None
        if found is None:
            for outcome in Execution(kernel).run(steps):
                self.seconds[outcome.step.name] += outcome.seconds
            self.add(kernel, key)
        else:
            self._note(found.about["routines"], found.objects[0])

    def add(self, function: FuncOp, key: str = "") -> None:
        """Compile a function of loops, and keep it in the cache if it has a key."""
        start = perf_counter()
        printed = print_function(function, Module(self._target.has_avx512))
        text, routines = str(printed), [name for name in printed.declarations if name.startswith("pcc_")]
        self.seconds["print"] += perf_counter() - start
        name = function.sym_name.data
        self.texts[name] = text
        about = {"name": name, "routines": routines}
        self._note(routines, self._threads.submit(self._compile, text, key, about))

    def load(self) -> MachineCode:
        """The whole program, when all of it is compiled."""
        start = perf_counter()
        symbols = {name: address.result() for name, address in self._routines.items()}
        code = load([part.result() for part in self._parts], self._target, symbols)
        self.seconds["llvm"] += perf_counter() - start
        return code

    def _key(self, kernel: FuncOp, steps: Sequence[Pass]) -> str:
        what = kernel.sym_name.data, print_pipeline(steps), canonical_text(kernel.body.block)
        return fingerprint(self._target, "kernel", sources_digest(*PROGRAM), *what)

    def _note(self, routines: Sequence[str], part: bytes | Future[bytes]) -> None:
        for name in routines:
            if name not in self._routines:
                self._routines[name] = self._threads.submit(self._address, name)
        self._parts.append(part if isinstance(part, Future) else _done(part))

    def _address(self, routine: str) -> int:
        """Of a routine, whose part of the library may have to be compiled first."""
        return self._library.result().address(routine)

    def _compile(self, text: str, key: str, about: Mapping[str, Any]) -> bytes:
        made = compile_object(text, self._target)
        if self._cache and key:
            self._cache.put(key, ObjectCode((made,), about))
        return made


def _done(part: bytes) -> Future[bytes]:
    future = Future[bytes]()
    future.set_result(part)
    return future
