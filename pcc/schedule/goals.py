"""What a program can be compiled to: the facts to reach, and what the target asks of passes."""

from __future__ import annotations

import sys
from abc import ABC
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from pcc.dialects import scan
from pcc.passes.base import Facts, Pass, facts
from pcc.passes.facts import InKernels
from pcc.passes.lower_to_loops import InLoops
from pcc.schedule.planner import Options, plan


@dataclass(frozen=True)
class Goal(ABC):
    """`wants` are facts; the goal's fields are its target's properties."""

    name: ClassVar[str]
    wants: ClassVar[Facts]

    def options(self) -> Options:
        """Options of passes, by the pass's name."""
        return {}

    def plan(self, have: Facts = frozenset(), settings: Options | None = None) -> list[Pass]:
        """The pipeline from a function of which `have` holds; `settings` go before the goal's. Raises PlanError."""
        mine, given = self.options(), settings or {}
        merged = {name: {**mine.get(name, {}), **given.get(name, {})} for name in {**mine, **given}}
        return plan(have, self.wants, merged)


@dataclass(frozen=True)
class InKernelsOnly(Goal):
    """Every op stands in a kernel."""

    name: ClassVar[str] = "kernels"
    wants: ClassVar[Facts] = facts(InKernels)


@dataclass(frozen=True)
class CpuExecutable(Goal):
    """Loops for a CPU with vectors of so many bits."""

    name: ClassVar[str] = "cpu-executable"
    wants: ClassVar[Facts] = facts(InLoops)
    vector_bits: int = 512

    def options(self) -> Options:
        return {"lower-to-loops": {"vector_bits": self.vector_bits}}


@cache
def goals() -> dict[str, type[Goal]]:
    """Every goal by its name, found by looking through this package."""
    found = scan.classes(sys.modules["pcc.schedule"], Goal)
    return {c.name: c for c in found if "name" in vars(c)}
