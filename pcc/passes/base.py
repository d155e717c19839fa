"""What a pass is: a frozen dataclass whose fields are its options, with a contract of facts.

`needs` must hold before it runs, `gives` holds after, `breaks` may stop holding; every other fact is kept.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.dialects import scan


class Fact(ABC):
    """A named property of a function that can be checked."""

    @classmethod
    @abstractmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        """An op that contradicts the fact, or None if it holds."""

    @classmethod
    def holds(cls, func: FuncOp) -> bool:
        return cls.violation(func) is None


Facts = frozenset[type[Fact]]


def facts(*kinds: type[Fact]) -> Facts:
    return frozenset(kinds)


@dataclass(frozen=True)
class Pass(ABC):
    """One rewrite of a function. `run` says whether it changed anything."""

    name: ClassVar[str]
    needs: ClassVar[Facts] = frozenset()
    gives: ClassVar[Facts] = frozenset()
    breaks: ClassVar[Facts] = frozenset()

    @abstractmethod
    def run(self, func: FuncOp) -> bool: ...


@cache
def passes() -> dict[str, type[Pass]]:
    """Every pass by its name, found by looking through `pcc.passes`."""
    found = scan.classes(sys.modules["pcc.passes"], Pass)
    return {c.name: c for c in found if "name" in vars(c)}
