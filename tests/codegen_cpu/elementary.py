"""Compiles one elementary function and measures its error in units of the last place."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import numpy as np

from pcc.codegen_cpu import vector_math
from pcc.codegen_cpu.compile import compile_text
from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.llvm_types import vector_of
from pcc.codegen_cpu.target import host

Array = np.ndarray[Any, Any]
FORMATS = {"float": np.dtype(np.float32), "double": np.dtype(np.float64)}


def module_text(name: str, element: str, lanes: int, arity: int = 1, avx512: bool | None = None) -> str:
    """`go(x0, ..., y, n, repeats)`: y[i] = name(x0[i], ...); n is a multiple of the lanes, 0 lanes mean scalars.

    `avx512`: whether for CPUs that have it; as this one is by default.
    """
    avx512 = host().has_avx512 if avx512 is None else avx512
    module, type = Module(avx512), vector_of(element, lanes)
    params = [("ptr", f"x{k}") for k in range(arity)] + [("ptr", "y"), ("i64", "n"), ("i64", "repeats")]
    f = module.function("go", "void", params, attributes='nounwind "prefer-vector-width"="512"')
    *xs, y, n, repeats = f.params

    def one(i: Any) -> None:
        loaded = [f.load(type, f.gep(element, x, i)) for x in xs]
        f.store(vector_math.emit(f, name, *loaded), f.gep(element, y, i))

    f.loop(0, repeats, 1, lambda _: f.loop(0, n, max(lanes, 1), one) and None)
    f.ret()
    return str(module)


class Compiled:
    """The function on arrays; the arrays' size is padded to the lanes by repeating."""

    def __init__(self, name: str, element: str, lanes: int, arity: int = 1, avx512: bool | None = None) -> None:
        self.dtype, self.lanes = FORMATS[element], max(lanes, 1)
        self.code = compile_text(module_text(name, element, lanes, arity, avx512))
        signature = [ctypes.c_void_p] * (arity + 1) + [ctypes.c_int64] * 2
        self.go = ctypes.CFUNCTYPE(None, *signature)(self.code.address("go"))

    def __call__(self, *xs: Array, repeats: int = 1) -> Array:
        size = xs[0].size
        padded = [np.resize(np.asarray(x, self.dtype), -(-size // self.lanes) * self.lanes) for x in xs]
        y = np.empty_like(padded[0])
        self.go(*(x.ctypes.data for x in padded), y.ctypes.data, y.size, repeats)
        return y[:size]


def ulps(got: Array, exact: Array) -> Array:
    """|got - exact| in units of the last place of exact; infinite where one of both is special and they differ.

    Results that round to the largest number or to infinity are both right within one unit.
    """
    with np.errstate(all="ignore"):
        nearest = exact.astype(got.dtype)
        regular = np.isfinite(nearest) & np.isfinite(got)
        unit = np.spacing(np.abs(np.where(regular, nearest, 1)))
        error = np.abs(got.astype(np.longdouble) - exact.astype(np.longdouble)) / unit
        same = (got == nearest) | (np.isnan(got) & np.isnan(nearest))
        return np.where(regular, error, np.where(same, 0, np.inf)).astype(np.float64)


def by_libm(name: str) -> Callable[[Array], Array]:
    """A reference for long doubles from libm's function on them, such as `erfl`."""

    def evaluate(x: Array) -> Array:
        module = Module()
        f = module.function("go", "void", [("ptr", "x"), ("ptr", "y"), ("i64", "n")])
        source, target, n = f.params

        def one(i: Any) -> None:
            value = f.load("x86_fp80", f.gep("x86_fp80", source, i), align=16)
            f.store(f.call(name, "x86_fp80", value), f.gep("x86_fp80", target, i), align=16)

        f.loop(0, n, 1, one)
        f.ret()
        x = np.ascontiguousarray(x, np.longdouble)
        code, y = compile_text(str(module)), np.empty_like(x)
        go = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)(code.address("go"))
        go(x.ctypes.data, y.ctypes.data, x.size)
        return y

    return evaluate
