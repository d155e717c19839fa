"""The CPU that code is made for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import llvmlite.binding as llvm

from pcc.passes.loops.cpu import Cpu


@dataclass(frozen=True)
class Target:
    """One CPU: LLVM's name for it, its feature string, and the width in bits of its vectors."""

    cpu: str
    features: str
    vector_bits: int

    def lanes(self, element_bits: int) -> int:
        """How many elements of the given size one vector register holds."""
        return self.vector_bits // max(element_bits, 8)

    @property
    def has_avx512(self) -> bool:
        return self.vector_bits == 512

    @property
    def follows_streams(self) -> bool:
        """Whether reading line after line is slower if lines are asked for ahead (measured: docs/loops.md)."""
        return self.cpu == "znver4"

    @property
    def cached_bytes(self) -> int:
        """That a kernel reads and writes, from which on results do not stay in the caches (measured: docs/loops.md)."""
        return 30 << 20 if self.cpu == "znver4" else Cpu.cached_bytes

    @property
    def level(self) -> Target:
        """What all CPUs with vectors of this width can run."""
        return next(level for level in LEVELS if level.vector_bits == self.vector_bits)

    def machine(self, opt: int = 3) -> llvm.TargetMachine:
        """A fresh LLVM target machine for JIT code (opt: LLVM's code generation level 0..3)."""
        _initialize()
        return llvm.Target.from_default_triple().create_target_machine(
            cpu=self.cpu, features=self.features, opt=opt, jit=True
        )


@cache
def _initialize() -> None:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()


LEVELS = (Target("x86-64-v4", "", 512), Target("x86-64-v3", "", 256), Target("x86-64", "", 128))
_V3 = ("avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe")
_V4 = (*_V3, "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl")


@cache
def host() -> Target:
    """The machine this process runs on; the width of its vectors is that of its level of x86-64."""
    features = llvm.get_host_cpu_features()
    has = lambda *names: all(features.get(name, False) for name in names)  # noqa: E731
    bits = 512 if has(*_V4) else 256 if has(*_V3) else 128
    return Target(llvm.get_host_cpu_name(), features.flatten(), bits)
