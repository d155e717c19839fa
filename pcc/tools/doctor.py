"""`pcc doctor`: what pcc needs or can use, whether it is there and works, and how to get what is missing.

Works where packages are missing, xDSL and NumPy included: what stands on them is tried in a process of its own, or
imported when it is asked for. The exit code is 1 if something that is required is missing or does not work.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import platform
import signal
import subprocess
import sys
import tempfile
import textwrap
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from packaging.requirements import Requirement
    from packaging.specifiers import SpecifierSet

HOME = Path(__file__).parents[2]  # where this pcc is imported from
LIMIT_S = 120.0  # of a program that is tried
_NAME, _WIDTH = 22, 80


class State(Enum):
    """Of one thing. OFF: not there or not used, and nothing is wrong with that."""

    OK = "ok"
    OFF = "off"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """One thing: whether it is there, what is to be said of it, and the command or act that helps."""

    name: str
    state: State
    text: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        head, remedy = f"{self.state.value:<8} {self.name:<{_NAME}} ", self.remedy.splitlines()
        fits = all(len(head) + len(line) <= _WIDTH for line in remedy)
        beside = [*textwrap.wrap(self.text, _WIDTH - len(head)), *(remedy if fits else [])]
        rows = [" " * len(head) + line for line in beside]
        rows[:1] = [(head + "".join(beside[:1])).rstrip()]
        return "\n".join([*rows, *(f"  {line}" for line in remedy if not fits)])


def doctor(options: argparse.Namespace) -> int:
    """Print the findings; the exit code."""
    try:
        from pcc.tools.requirements import installed, requirements

        needed = requirements()
    except ModuleNotFoundError:  # packaging; or tomllib, which came with Python 3.11
        sys.stderr.write(f"pcc: error: pcc is not installed as a package: pip install -e {HOME}\n")
        return 1
    sys.stdout.write(f"pcc {installed('pcc') or 'of a checkout, not installed'}, in {HOME}\n")
    required = [python(needed.python), *map(package, needed.packages[""]), *works()]
    _show("required", required)
    for extra, packages in needed.packages.items():
        if extra:
            _show(f"optional: {extra}", [*map(package, packages), *([driver()] if extra == "cuda" else [])])
    failed = [f.name for f in required if f.state in (State.MISSING, State.WRONG)]
    sys.stdout.write(f"\npcc does not work: see {', '.join(failed)}\n" if failed else "\npcc works\n")
    return 1 if failed else 0


def _show(title: str, findings: Sequence[Finding]) -> None:
    sys.stdout.write("\n".join(["", title, *map(str, findings), ""]))
    sys.stdout.flush()


def python(wanted: SpecifierSet) -> Finding:
    """The interpreter that runs now."""
    text = f"{platform.python_version()}, {sys.executable}"
    fits = wanted.contains(platform.python_version(), prereleases=True)
    return Finding("python", State.OK if fits else State.WRONG, text, "" if fits else f"run pcc with Python {wanted}")


def package(wanted: Requirement) -> Finding:
    """One package against its pin."""
    from pcc.tools.requirements import install_command, installed

    version, command = installed(wanted.name), install_command(wanted)
    if version and wanted.specifier.contains(version, prereleases=True):
        return Finding(wanted.name, State.OK, version)
    if version:
        return Finding(wanted.name, State.WRONG, f"is {version}", command)
    if wanted.name.startswith("paddlepaddle") and find_spec("paddle"):
        return Finding(wanted.name, State.OFF, "another build of Paddle is there instead", command)
    return Finding(wanted.name, State.MISSING, "", command)


def works() -> Iterator[Finding]:
    """The CPU, the cache, and programs that are compiled and run."""
    yield _tried("cpu", cpu)
    yield _tried("cache", cache)
    yield child("a program", "-m", "pcc.tools.smoke")
    if find_spec("paddle"):
        found = child("a Paddle function", "-m", "pcc.testing", "pd.tanh")
        yield Finding(found.name, State.OK, "same numbers as Paddle's") if found.state is State.OK else found
    else:
        yield Finding("a Paddle function", State.OFF, "no Paddle: programs of pcc.save run, pcc.jit does not")


def _tried(name: str, check: Callable[[], Finding]) -> Finding:
    """A check that imports what may be missing."""
    try:
        return check()
    except ImportError as error:
        return Finding(name, State.OFF, f"cannot be tried: {error}")


def cpu() -> Finding:
    """The vectors that code is made for."""
    from pcc.codegen_cpu.target import host

    target, cores = host(), len(os.sched_getaffinity(0))
    known = [f[1:] for f in target.features.split(",") if f.startswith(("+avx", "+fma", "+amx", "+neon", "+sve"))]
    text = f"{target.cpu}, {cores} core{'s' * (cores != 1)}, vectors of {target.vector_bits} bits"
    return Finding("cpu", State.OK, f"{text} ({' '.join(sorted(known)) or 'no wide vectors'})")


def cache() -> Finding:
    """The folder of compiled code. pcc works without it, and compiles everything anew in every process."""
    from pcc.config import config
    from pcc.runtime.cache import open_cache

    folder = config().cache_dir
    if folder is None:
        return Finding("cache", State.OFF, "every process compiles anew: PCC_CACHE_DIR is off")
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        opened = open_cache(folder)
    if opened is None:
        return Finding("cache", State.OFF, str(said[-1].message), "mend that, or set PCC_CACHE_DIR to another folder")
    try:
        tempfile.TemporaryFile(dir=opened.folder).close()
    except OSError as error:
        text = f"cannot write to {opened.folder}: {error.strerror}"
        return Finding("cache", State.OFF, text, "set PCC_CACHE_DIR to another folder")
    return Finding("cache", State.OK, f"{opened.folder}: writable, private, {len(opened.entries())} entries")


def child(name: str, *command: str) -> Finding:
    """A Python command in a process of its own, which may crash; its last line."""
    again = f"cd {HOME} && {sys.executable} {' '.join(command)}"
    try:
        done = subprocess.run(
            [sys.executable, *command], cwd=HOME, capture_output=True, text=True, timeout=LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return Finding(name, State.WRONG, f"takes more than {LIMIT_S:.0f} s", again)
    if done.returncode < 0:
        return Finding(name, State.WRONG, f"crashes: {signal.Signals(-done.returncode).name}", again)
    said = (done.stderr if done.returncode else done.stdout).strip().splitlines() or [f"exit code {done.returncode}"]
    return Finding(name, State.WRONG, said[-1], again) if done.returncode else Finding(name, State.OK, said[-1])


def driver() -> Finding:
    """NVIDIA's CUDA driver and its devices."""
    try:
        cuda: Any = ctypes.CDLL("libcuda.so.1")
    except OSError:
        return Finding("CUDA driver", State.MISSING, "no libcuda.so.1", "a GPU and its driver: nvidia.com/drivers")
    version, devices = ctypes.c_int(), ctypes.c_int()
    cuda.cuDriverGetVersion(ctypes.byref(version))
    if cuda.cuInit(0) or cuda.cuDeviceGetCount(ctypes.byref(devices)) or not devices.value:
        return Finding("CUDA driver", State.MISSING, "the driver finds no device", "nvidia-smi says why")
    number = f"CUDA {version.value // 1000}.{version.value % 1000 // 10}"
    return Finding("CUDA driver", State.OK, f"{number}, {devices.value} device{'s' * (devices.value != 1)}")
