"""A CUDA driver for machines that have none (driver.cpp), on which pycuda's own host code runs."""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from pcc.testing.cuda.shim import HERE, compile_units, compiler

_FLAGS = ("-std=c++17", "-O1", "-w", "-fPIC", "-shared", "-Wl,-soname,libcuda.so.1")


def make_driver(folder: Path) -> Path:
    """A `libcuda.so.1` in a folder, for LD_LIBRARY_PATH of a process that imports pycuda.

    Raises:
        ShimError: g++ is missing.
        ModuleNotFoundError: pycuda is, whose needs of the driver are read off its extension module.
    """
    made, rest = folder / "libcuda.so.1", folder / "rest.c"
    own = set(_symbols(HERE / "driver.cpp"))
    rest.write_text("".join(f"int {name}(void) {{ return 801; }}\n" for name in sorted(set(_needed()) - own)))
    subprocess.run([compiler(), "-x", "c", "-w", "-fPIC", "-c", str(rest), "-o", str(folder / "rest.o")], check=True)
    compile_units([*_FLAGS, f"-I{HERE}", str(HERE / "driver.cpp"), str(folder / "rest.o"), "-ldl"], made)
    return made


def _symbols(source: Path) -> Sequence[str]:
    words = source.read_text(encoding="utf-8").split()
    return [word.partition("(")[0] for before, word in pairwise(words) if before == "API"]


def _needed() -> Sequence[str]:
    """The driver's functions that pycuda links to."""
    package = importlib.util.find_spec("pycuda")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("pycuda is not installed", name="pycuda")
    (extension,) = Path(next(iter(package.submodule_search_locations))).glob("_driver*.so")
    listed = subprocess.run(
        ["nm", "-D", "--undefined-only", str(extension)], capture_output=True, text=True, check=True
    )
    return [line.split()[-1].partition("@")[0] for line in listed.stdout.splitlines() if " cu" in line]
