"""The object code of a program: its kernels out of the cache, or by their passes and LLVM, which has threads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from time import perf_counter

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

GROUP = 250  # instructions from which on functions are worth an LLVM module: even an empty one costs 1.8 ms


@dataclass
class _Group:
    """Functions that LLVM compiles together, and their keys in the cache."""

    module: Module
    names: list[str] = field(default_factory=list[str])
    keys: list[str] = field(default_factory=list[str])

    @property
    def routines(self) -> list[str]:
        """The library's that are called."""
        return [name for name in self.module.declarations if name.startswith("pcc_")]


class Objects:
    """Collects the functions of one program; LLVM compiles them, in groups, while the next ones go through passes.

    `seconds` of this thread by step; `compiled`: the functions that the cache did not have; `texts`: their LLVM IR.
    """

    def __init__(self, target: Target, cache: DiskCache | None, threads: Executor) -> None:
        self._target, self._cache, self._threads = target, cache, threads
        self._parts: list[Future[bytes]] = []
        self._library = threads.submit(library, target)
        self._routines: dict[str, Future[int]] = {}
        self._kept: set[str] = set()
        self._group = self._new_group()
        self.seconds = defaultdict[str, float](float)
        self.compiled, self.texts = list[str](), list[str]()

    @property
    def routines(self) -> list[str]:
        """The library's that are called."""
        return list(self._routines)

    def add_kernel(self, kernel: FuncOp, steps: Sequence[Pass]) -> None:
        """Compile a function that has yet to go through `steps`, unless the cache has the same."""
        key = self._key(kernel, steps) if self._cache else ""
        if not self._found(key):
            for outcome in Execution(kernel).run(steps):
                self.seconds[outcome.step.name] += outcome.seconds
            self._print(kernel)
            self._group.keys.append(key)
            if sum(len(f.lines) for f in self._group.module.functions.values()) >= GROUP:
                self._close(keep=True)

    def add_main(self, function: FuncOp) -> None:
        """Compile the program's own function, with the last kernels: as another program has no use for it, the cache
        keeps them as part of the program only.
        """
        self._print(function)
        self._close(keep=False)

    def load(self) -> MachineCode:
        """The whole program, when all of it is compiled."""
        start = perf_counter()
        symbols = {name: address.result() for name, address in self._routines.items()}
        code = load([part.result() for part in self._parts], self._target, symbols)
        self.seconds["llvm"] += perf_counter() - start
        return code

    # ---- groups
    def _new_group(self) -> _Group:
        return _Group(Module(self._target.has_avx512, self._target.follows_streams))

    def _print(self, function: FuncOp) -> None:
        start = perf_counter()
        print_function(function, self._group.module)
        self._group.names.append(function.sym_name.data)
        self.seconds["print"] += perf_counter() - start

    def _close(self, keep: bool) -> None:
        """Have LLVM compile the group, and begin another."""
        group, self._group, start = self._group, self._new_group(), perf_counter()
        self.compiled += group.names
        self.texts.append(str(group.module))
        self.seconds["print"] += perf_counter() - start
        self._call(group.routines)
        self._parts.append(self._threads.submit(self._compile, self.texts[-1], group, keep))

    def _compile(self, text: str, group: _Group, keep: bool) -> bytes:
        made = compile_object(text, self._target)
        if self._cache and keep:
            whole = fingerprint(self._target, "group", *group.keys)
            about = {"name": f"{len(group.keys)} kernels, as {group.names[0]}", "routines": group.routines}
            self._cache.put(whole, ObjectCode((made,), about))
            for name, key in zip(group.names, group.keys, strict=True):
                self._cache.put(key, ObjectCode((), {"name": name, "group": whole}))
        return made

    # ---- the cache
    def _key(self, kernel: FuncOp, steps: Sequence[Pass]) -> str:
        what = kernel.sym_name.data, print_pipeline(steps), canonical_text(kernel.body.block)
        return fingerprint(self._target, "kernel", sources_digest(*PROGRAM), *what)

    def _found(self, key: str) -> bool:
        """Take the group of a kernel from the cache, if it is there."""
        link = self._cache.get(key) if self._cache else None
        if link is None or link.about["group"] in self._kept:
            return link is not None
        whole = self._cache.get(link.about["group"]) if self._cache else None
        if whole is not None:
            self._kept.add(link.about["group"])
            self._call(whole.about["routines"])
            self._parts.append(_done(whole.objects[0]))
        return whole is not None

    # ---- the library
    def _call(self, routines: Sequence[str]) -> None:
        for name in routines:
            if name not in self._routines:
                self._routines[name] = self._threads.submit(self._address, name)

    def _address(self, routine: str) -> int:
        """Of a routine, whose part of the library may have to be compiled first."""
        return self._library.result().address(routine)


def _done(part: bytes) -> Future[bytes]:
    future = Future[bytes]()
    future.set_result(part)
    return future
