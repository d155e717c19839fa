"""Routines that the device has none of, run by the library for the CPU on memory of the host."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping

from pcc.codegen_cpu.target import host
from pcc.dialects.routines import LAYOUTS, POSITIONAL
from pcc.runtime.cpu.library import library
from pcc.runtime.cuda.program import Routine


def call(step: Routine, addresses: Mapping[str, int]) -> None:
    """Call the routine on memory of the host."""
    layout = LAYOUTS[step.name]
    given = {name: a + step.integers.get(f"{name}_offset", 0) * step.size for name, a in addresses.items()}
    fields = [given.get(name, step.integers.get(name, 0)) for name in layout]
    entry = library(host()).addresses([step.name])[step.name]
    if step.name in POSITIONAL:
        ctypes.CFUNCTYPE(None, *[ctypes.c_int64] * len(fields))(entry)(*fields)
    else:
        block = (ctypes.c_int64 * len(fields))(*fields)
        ctypes.CFUNCTYPE(None, ctypes.c_void_p)(entry)(ctypes.addressof(block))
