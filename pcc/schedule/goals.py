"""What a program can be compiled to: the facts to reach, and what the target asks of passes."""

from __future__ import annotations

import sys
from abc import ABC
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import ClassVar

from pcc.dialects import scan
from pcc.passes.base import Facts, Pass, facts
from pcc.passes.facts import InKernels
from pcc.passes.loops.cpu import Cpu
from pcc.passes.lower_to_loops import InLoops
from pcc.passes.lower_to_threads import InThreads
from pcc.schedule.planner import Options, plan


@dataclass(frozen=True)
class Goal(ABC):
    """`wants` are facts; the goal's fields are its target's properties."""

    name: ClassVar[str]
    wants: ClassVar[Facts]
    avoids: ClassVar[frozenset[str]] = frozenset()  # passes that do not pay for such a target, by name

    def options(self) -> Options:
        """Options of passes, by the pass's name."""
        return {}

    def plan(self, have: Facts = frozenset(), settings: Options | None = None) -> list[Pass]:
        """The pipeline from a function of which `have` holds; `settings` go before the goal's. Raises PlanError."""
        mine, given = self.options(), settings or {}
        merged = {name: {**mine.get(name, {}), **given.get(name, {})} for name in {**mine, **given}}
        return plan(have, self.wants, merged, avoids=self.avoids)


@dataclass(frozen=True)
class InKernelsOnly(Goal):
    """Every op stands in a kernel."""

    name: ClassVar[str] = "kernels"
    wants: ClassVar[Facts] = facts(InKernels)


@dataclass(frozen=True)
class CpuExecutable(Cpu, Goal):
    """Loops for a CPU (loops/cpu.py)."""

    name: ClassVar[str] = "cpu-executable"
    wants: ClassVar[Facts] = facts(InLoops)
    avoids: ClassVar[frozenset[str]] = frozenset({"fuse-attention"})  # a core takes blocks of rows instead

    def options(self) -> Options:
        return {"lower-to-loops": asdict(self)}


@dataclass(frozen=True)
class CudaExecutable(Goal):
    """The code of one thread of each kernel, for GPUs."""

    name: ClassVar[str] = "cuda-executable"
    wants: ClassVar[Facts] = facts(InThreads)
    # there are no caches of one core, tensor cores multiply 16-bit floats, and fuse-attention divides last
    avoids: ClassVar[frozenset[str]] = frozenset({"run-in-blocks", "cut-rows", "widen", "divide-last"})

    def options(self) -> Options:
        some_thousand_threads: Mapping[str, object] = {"parts": 2048, "tall_parts": 128}  # for each multiprocessor
        return {
            "decompose": {"routines": False},
            "split-reduction": some_thousand_threads,
            "fuse": {"half_products": True},
            "bufferize": {"by_rows": False, "own_products": 1 << 27, "own_sorts": True, "counts": True},
        }


@cache
def goals() -> dict[str, type[Goal]]:
    """Every goal by its name, found by looking through this package."""
    found = scan.classes(sys.modules["pcc.schedule"], Goal)
    return {c.name: c for c in found if "name" in vars(c)}
