"""The machine and the versions that figures are of."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

import llvmlite.binding as llvm

from pcc.codegen_cpu.target import host
from pcc.config import config


def machine() -> dict[str, str]:
    """Facts by name, in the order to be shown. The load is that of the moment."""
    cores, target, cache = len(os.sched_getaffinity(0)), host(), config().cache_dir
    llvm_version = ".".join(map(str, llvm.llvm_version_info))
    return {
        "CPU": f"{_cpu()}, {cores} core{'s' * (cores != 1)}",
        "Compiled for": f"{target.cpu}, vectors of {target.vector_bits} bits",
        "Memory": f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB",
        "Load at the start": f"{os.getloadavg()[0]:.1f} on {cores} core{'s' * (cores != 1)}",
        "System": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "pcc": version("pcc") if _installed("pcc") else "from its source folder",
        "Paddle": version("paddlepaddle") if _installed("paddlepaddle") else "not from a package",
        "xDSL, llvmlite, LLVM": f"{version('xdsl')}, {version('llvmlite')}, {llvm_version}",
        "Compiled code": "kept in and taken from the cache on disk" if cache else "not kept: all is compiled anew",
    }


def disturbed() -> bool:
    """Whether other programs take so much of the machine that times mean little."""
    return os.getloadavg()[0] > 0.5 * len(os.sched_getaffinity(0))


def _installed(package: str) -> bool:
    try:
        return bool(version(package))
    except ModuleNotFoundError:
        return False


def _cpu() -> str:
    """The processor's own name."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
