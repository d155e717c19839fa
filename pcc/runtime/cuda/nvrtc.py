"""CUDA C++ to machine code by NVRTC, through ctypes: needs neither a device nor a driver."""

from __future__ import annotations

import ctypes
import re
import site
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pcc.runtime.cuda.complaint import complaint
from pcc.runtime.errors import CompileError

HOPPER = "sm_90a"
ARCHITECTURES = ("sm_80", HOPPER, "sm_100")
_FOLDERS = ("nvidia/cu13/lib", "nvidia/cuda_nvrtc/lib")  # of wheels, in site-packages
_NAME = re.compile(r"Compiling entry function '(\w+)'")
_USED = re.compile(r"Used (\d+) registers")
_SPILLED = re.compile(r"(\d+) bytes spill stores, (\d+) bytes spill loads")


class MissingCompilerError(CompileError):
    """NVRTC is not installed."""


@dataclass(frozen=True)
class Resources:
    """What a kernel takes of a multiprocessor: registers of a thread, bytes that did not fit in them, and bytes of
    shared memory of a block.
    """

    registers: int
    spilled: int
    shared: int = 0

    def __str__(self) -> str:
        return f"{self.registers} registers, {self.spilled} B spilled, {self.shared} B shared"


@dataclass(frozen=True)
class Compiled:
    """Machine code (or PTX text) of a unit, and the resources of its kernels by name."""

    code: bytes
    resources: dict[str, Resources]


def compile_text(source: str, architecture: str = HOPPER, ptx: bool = False) -> Compiled:
    """Compile a unit. Raises CompileError: NVRTC refuses the text, or is not installed (MissingCompilerError)."""
    library, handle = _library(), ctypes.c_void_p()
    _check(library.nvrtcCreateProgram(ctypes.byref(handle), source.encode(), b"kernels.cu", 0, None, None))
    target = architecture.replace("sm_", "compute_") if ptx else architecture
    options = [f"--gpu-architecture={target}", "--std=c++17", *([] if ptx else ["--ptxas-options=-v"])]
    given = (ctypes.c_char_p * len(options))(*(o.encode() for o in options))
    try:
        status = library.nvrtcCompileProgram(handle, len(options), given)
        log = _text(handle, library.nvrtcGetProgramLogSize, library.nvrtcGetProgramLog).decode(errors="replace")
        if status:
            wrong = "--gpu-architecture" in log
            raise CompileError(f"NVRTC knows no {architecture[:40]!r}" if wrong else complaint(source, log))
        get = (
            (library.nvrtcGetPTXSize, library.nvrtcGetPTX)
            if ptx
            else (library.nvrtcGetCUBINSize, library.nvrtcGetCUBIN)
        )
        return Compiled(_text(handle, *get), dict(_resources(log)))
    finally:
        library.nvrtcDestroyProgram(ctypes.byref(handle))


def _text(handle: ctypes.c_void_p, size: object, get: object) -> bytes:
    count = ctypes.c_size_t()
    _check(size(handle, ctypes.byref(count)))  # type: ignore[operator]
    held = ctypes.create_string_buffer(count.value)
    _check(get(handle, held))  # type: ignore[operator]
    return held.raw


def _check(status: int) -> None:
    if status:
        raise CompileError(f"NVRTC: {_library().nvrtcGetErrorString(status).decode()}")


def _resources(log: str) -> Iterator[tuple[str, Resources]]:
    name, spilled = "", 0
    for line in log.splitlines():
        if found := _NAME.search(line):
            name = found[1]
        elif found := _SPILLED.search(line):
            spilled = int(found[1]) + int(found[2])
        elif found := _USED.search(line):
            yield name, Resources(int(found[1]), spilled)


@cache
def _library() -> ctypes.CDLL:
    """Its companion must be loaded before, by its full path. Raises MissingCompilerError."""
    for folder in _folders():
        for path in sorted(folder.glob("libnvrtc.so.1?")):
            for companion in folder.glob("libnvrtc-builtins.so.*"):
                ctypes.CDLL(str(companion))
            library = ctypes.CDLL(str(path))
            library.nvrtcGetErrorString.restype = ctypes.c_char_p
            return library
    raise MissingCompilerError("CUDA kernels are compiled by NVRTC, which is not installed: pip install 'pcc[cuda]'")


def _folders() -> Sequence[Path]:
    roots = [*site.getsitepackages(), site.getusersitepackages(), *sys.path]
    wheels = [Path(root) / folder for root in dict.fromkeys(roots) for folder in _FOLDERS]
    return [*wheels, Path("/usr/local/cuda/lib64")]
