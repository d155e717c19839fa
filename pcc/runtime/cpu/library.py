"""The CPU runtime library: thread pool, GEMM and convolution.

    symbols = library().addresses(["pcc_gemm_f32"])  name -> address, for `compile_text(text, symbols=symbols)`
    library().function("pcc_pool_init", c_int64)(2)  call one from Python

It consists of units: `base` (threads, scratch, sorting, calls), and the FAMILIES for each float type, for three levels
of x86-64, not for single CPUs: so it is compiled when pcc is installed (`ship`). A unit that is not there, or was made
of other sources, is compiled when one of its routines is first asked for, and kept in the cache. Nothing in it depends
on a program's shapes. Interfaces: the heads of threads.py, gemm.py and conv.py.
"""

from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from pcc.codegen_cpu.compile import MachineCode, ObjectCode, compile_object, fingerprint, load
from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.target import LEVELS, Target, host
from pcc.runtime.cache import DiskCache, disk_cache, recall, sources_digest
from pcc.runtime.cpu import (
    cholesky,
    conv,
    conv_filter,
    conv_filter_planes,
    conv_planes,
    conv_transpose,
    conv_window,
    eigh,
    fourier,
    gemm,
    gemm_block,
    gemm_sparse,
    gemv,
    lu,
    microkernel,
    packing,
    qr,
    recurrence,
    rows,
    scratch,
    sort,
    svd,
    tensor_objects,
    threads,
    triangular,
    winograd,
)

SOURCES = ("codegen_cpu", "runtime/cpu")  # what makes the library's text: reading it is faster than making it
SHIPPED = DiskCache(Path(__file__).parent / "shipped", private=False)  # what `ship` made
ELEMENTS = {"f32": "float", "f64": "double"}  # by the end of their routines' names


@dataclass(frozen=True)
class Family:
    """Routines that are compiled together for a float type: their names without `pcc_` and the type, the modules that
    define them, and the families that they call.
    """

    routines: tuple[str, ...]
    parts: tuple[ModuleType, ...]
    calls: tuple[str, ...] = ()


FAMILIES = {
    "products": Family(("gemm", "pack_a", "pack_b"), (microkernel, packing, conv_window, gemv, gemm_block, gemm)),
    "sparse": Family(("sparse_gemm",), (gemm_sparse,), calls=("products",)),
    "images": Family(
        ("conv", "conv_transpose", "conv_filter", "pack_filters", "pack_winograd"),
        (rows, conv_window, conv_planes, conv_filter_planes, winograd, conv, conv_transpose, conv_filter),
        calls=("products",),
    ),
    "series": Family(("lstm", "gru", "tanh_rnn", "relu_rnn"), (recurrence,), calls=("products",)),
    "transforms": Family(("dft",), (packing, fourier)),
    "matrices": Family(
        ("cholesky", "lu", "triangular_solve", "qr", "eigh", "svd"), (rows, cholesky, lu, triangular, qr, eigh, svd)
    ),
}


class Library:
    """The routines by name, for one target."""

    def __init__(self, target: Target) -> None:
        self._target, self._units = target, dict[str, dict[str, int]]()
        self._lock = threading.RLock()
        self._base = self._unit("base")
        self.function("pcc_pool_init", ctypes.c_int64)(len(os.sched_getaffinity(0)))
        self.function("pcc_scratch_init")()
        os.register_at_fork(after_in_child=self.function("pcc_pool_after_fork"))

    @property
    def symbols(self) -> Mapping[str, int]:
        """All of them; compiles what is not yet."""
        return {name: address for unit in units() for name, address in self._unit(unit).items()}

    def addresses(self, names: Iterable[str]) -> dict[str, int]:
        return {name: self.address(name) for name in names}

    def address(self, name: str) -> int:
        return self._base[name] if name in self._base else self._unit(unit_of(name))[name]

    def function(self, name: str, *types: type, result: type | None = None) -> Callable[..., int]:
        """A Python callable of one routine; the interpreter's lock is released during a call."""
        return ctypes.CFUNCTYPE(result, *types)(self.address(name))

    def _unit(self, unit: str) -> dict[str, int]:
        with self._lock:  # a unit may ask for another
            if unit not in self._units:
                self._units[unit] = self._load(unit)
            return self._units[unit]

    def _load(self, unit: str) -> dict[str, int]:
        family, _, element = unit.partition("_")
        base = {} if unit == "base" else self._base
        for called in FAMILIES[family].calls if element else ():
            base = {**base, **self._unit(f"{called}_{element}")}

        def make() -> tuple[MachineCode, Mapping[str, Any]]:
            made = compiled(unit, self._target)
            return load(made.objects, self._target, base), made.about

        shipped = SHIPPED.get(fingerprint(self._target, *parts_of(unit)))
        if shipped is not None:
            code, about = load(shipped.objects, self._target, base), shipped.about
        else:
            found = recall(disk_cache(), lambda: parts_of(unit), make, self._target, lambda _: base)
            code, about = found.code, found.about
        # Worker threads run this code until the process ends, so it must outlive every Python reference to it.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(code))
        return {name: code.address(name) for name in about["exports"]}


def units() -> list[str]:
    return ["base", *(f"{family}_{element}" for family in FAMILIES for element in ELEMENTS)]


def parts_of(unit: str) -> Sequence[str]:
    """All that decides a unit's code, but the target."""
    return "library", unit, sources_digest(*SOURCES)


def compiled(unit: str, target: Target) -> ObjectCode:
    module = _module(target, unit)
    exports = [name for name in module.functions if name.startswith("pcc_")]
    about = {"name": f"runtime library, {unit} for {target.cpu}", "exports": exports}
    return ObjectCode((compile_object(str(module), target),), about)


def ship(folder: Path) -> None:
    """Compile all units for all levels into a folder of the package, for SHIPPED. What lay there goes."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for level in LEVELS:
        for unit in units():
            DiskCache(folder, private=False).put(fingerprint(level, *parts_of(unit)), compiled(unit, level))


def _module(target: Target, unit: str) -> Module:
    module = Module(target.has_avx512)
    if unit == "base":
        for shared in (threads, scratch, sort, tensor_objects):
            shared.define(module)
        lu.define_order(module)
        return module
    family, _, element = unit.partition("_")
    tile = microkernel.tile_of(target, ELEMENTS[element])
    for part in FAMILIES[family].parts:
        part.define(module, tile)
    return module


def unit_of(routine: str) -> str:
    """Where a routine that is not in `base` is defined: `pcc_gemm_f32` in `products_f32`."""
    stem, _, element = routine.removeprefix("pcc_").rpartition("_")
    family = next(name for name, family in FAMILIES.items() if stem in family.routines)
    return f"{family}_{element}"


@cache
def _library(level: Target) -> Library:
    return Library(level)


def library(target: Target | None = None) -> Library:
    """The library for a target (default: this machine). Its pool starts with a thread per usable core."""
    return _library((target or host()).level)
