"""The emitted text of a program for CUDA devices, compiled for the CPU under a shim (shim.h, shim.cpp).

The schedules are explained in shim.cpp.
"""

from __future__ import annotations

import ctypes
import mmap
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from pcc.runtime.cuda import host
from pcc.runtime.cuda.executor import run
from pcc.runtime.cuda.program import Program, Routine, Spec, Step
from pcc.testing.inputs import Array

HERE = Path(__file__).parent
ORDERS = (0, -1, 7)  # of warps and threads: up, down, at random
_STORAGE = {"f16": np.float16, "f32": np.float32, "f64": np.float64, "bf16": np.uint16, "i1": np.bool_}
_FLAGS = ("-std=c++17", "-O1", "-g1", "-fPIC", "-shared", "-w", "-fwrapv", "-ffp-contract=off")


class ShimError(Exception):
    """The shim found something wrong with a kernel, or it does not compile; the message is what was said of it."""


def storage(spec: Spec) -> np.dtype[np.generic]:
    """How NumPy holds it; bfloat16 as the bits in uint16."""
    if spec.dtype in _STORAGE:
        return np.dtype(_STORAGE[spec.dtype])
    kind = "uint" if spec.dtype.startswith("u") else "int"
    return np.dtype(f"{kind}{spec.dtype.lstrip('uis')}")


class _Grid(ctypes.Structure):
    _fields_ = [
        ("blocks", ctypes.c_uint),
        ("threads", ctypes.c_uint),
        ("shared", ctypes.c_size_t),
        ("order", ctypes.c_int),
    ]


class Shim:
    """A device: its memory is the host's."""

    def __init__(self, program: Program, flags: Sequence[str] = ()) -> None:
        self.program, self.order = program, 0
        self._folder = tempfile.TemporaryDirectory(prefix="pcc-shim-")
        self._library = ctypes.CDLL(str(build(program, Path(self._folder.name), flags)))
        self._entries = [getattr(self._library, f"{kernel.name}_run") for kernel in program.kernels]

    def at_once(self, steps: Sequence[Step], addresses: Sequence[int], ask: Callable[[], None]) -> bool:
        """Never."""
        return False

    def launch(self, kernel: int, addresses: Sequence[int]) -> None:
        known = self.program.kernels[kernel]
        grid = _Grid(known.blocks, known.threads, known.shared, self.order)
        self._entries[kernel](ctypes.byref(grid), (ctypes.c_void_p * len(addresses))(*addresses))

    def copy(self, source: int, target: int, count: int) -> None:
        ctypes.memmove(target, source, count)

    def routine(self, step: Routine, addresses: Mapping[str, int], bias: int | None) -> bool:
        host.call(step, addresses)
        return False

    def byte(self, address: int) -> int:
        return ctypes.c_ubyte.from_address(address).value

    def run(self, addresses: Sequence[int]) -> None:
        """Run on the memory of all inputs, then all results."""
        arena = Guarded(self.program.arena_bytes)
        run(self.program, self, [*addresses, arena.address])

    def __call__(self, arrays: Sequence[Array], order: int = 0) -> list[Array]:
        """The results; memory that nothing wrote is full of NaN, and behind its end there is none."""
        self.order = order
        inputs, results = (
            [Guarded(_bytes(spec)) for spec in specs] for specs in (self.program.inputs, self.program.results)
        )
        for memory, array in zip(inputs, arrays, strict=True):
            memory.bytes[:] = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
        self.run([memory.address for memory in (*inputs, *results)])
        typed = zip(results, self.program.results, strict=True)
        return [r.bytes.copy().view(storage(s)).reshape(s.shape) for r, s in typed]


def _bytes(spec: Spec) -> int:
    return int(np.prod(spec.shape)) * storage(spec).itemsize


class Guarded:
    """Memory of some bytes, all 0xff (NaN), that ends at a page which may not be touched; at a multiple of 16 bytes."""

    def __init__(self, count: int) -> None:
        room = -(-count // 16) * 16
        whole = -(-room // mmap.PAGESIZE) * mmap.PAGESIZE
        self._memory = mmap.mmap(-1, whole + mmap.PAGESIZE)
        start = ctypes.addressof(ctypes.c_char.from_buffer(self._memory))
        forbid = ctypes.CDLL(None).mprotect
        assert forbid(ctypes.c_void_p(start + whole), ctypes.c_size_t(mmap.PAGESIZE), 0) == 0
        self.address = start + whole - room
        self.bytes = np.frombuffer(self._memory, np.uint8, count, whole - room)
        self.bytes[:] = 0xFF


@cache
def compiler() -> str:
    """The C++ compiler. Raises ShimError."""
    found = shutil.which("g++")
    if found is None:
        raise ShimError("CUDA kernels are tested with g++, which is not there: install it")
    return found


@cache
def _compiled(source: str) -> tuple[tempfile.TemporaryDirectory[str], Path]:
    """A file of this folder, compiled once; never with a sanitizer."""
    folder = tempfile.TemporaryDirectory(prefix="pcc-shim-")
    made = Path(folder.name) / f"{source}.o"
    _compile(["-c", *(f for f in _FLAGS if f != "-shared"), str(HERE / source), "-o", str(made)])
    return folder, made


def build(program: Program, folder: Path, flags: Sequence[str] = ()) -> Path:
    """The library of a program's kernels for the CPU. Raises ShimError."""
    write_unit(program, folder)
    compile_units([*_FLAGS, *flags, f"-I{HERE}", str(folder / "kernels.cpp")], folder / "kernels.so")
    return folder / "kernels.so"


def write_unit(program: Program, folder: Path, more: str = "") -> None:
    """The text of a program's kernels as C++, `kernels.cpp`; its lines are those of `kernels.cu`."""
    exports = "".join(f"SHIM_EXPORT({kernel.name})\n" for kernel in program.kernels)
    text = f'#include "shim.h"\n#line 1 "kernels.cu"\n{program.source}\n#line 1 "exports"\n{exports}{more}'
    (folder / "kernels.cpp").write_text(text, encoding="utf-8")


def compile_units(arguments: Sequence[str], target: Path, *more: str) -> None:
    """Link with the scheduler of threads and more files of this folder. Raises ShimError."""
    _compile([*arguments, *(str(_compiled(source)[1]) for source in ("shim.cpp", *more)), "-o", str(target)])


def _compile(arguments: Sequence[str]) -> None:
    done = subprocess.run([compiler(), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ShimError(done.stderr[:4000])
