"""What a pass is: a frozen dataclass whose fields are its options, with a contract.

`needs`, `gives` and `breaks` are facts: they must hold before, hold after, may stop holding; every other fact is kept.
Of what they do to other passes, passes and facts speak themselves: a pass `serves` facts, and who gives one of them
waits for it; a fact is `lost_in` passes that know nothing of it. A pass acts `on` some kinds of ops, and `uses`
analyses, which are kept until the function changes.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any, ClassVar, TypeVar, cast

from typing_extensions import Self
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.dialects import scan
from pcc.dialects.errors import Place
from pcc.dialects.locations import place_of
from pcc.passes.quantity import quantities


class Fact(ABC):
    """A named property of a function that can be checked. `lost_in`: names of passes that may break it, besides those
    that say so.
    """

    lost_in: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    @abstractmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        """An op that contradicts the fact, or None if it holds."""

    @classmethod
    def holds(cls, func: FuncOp) -> bool:
        return cls.violation(func) is None


Facts = frozenset[type[Fact]]


def name_of(fact: type[Fact]) -> str:
    return fact.__name__


def facts(*kinds: type[Fact]) -> Facts:
    return frozenset(kinds)


class Analysis(ABC):
    """Something that passes compute from a function and do not change."""

    @classmethod
    @abstractmethod
    def of(cls, func: FuncOp) -> Self: ...


@dataclass(frozen=True)
class Note:
    """A choice that a pass declined: what kind of choice, why, at which op and source line, and its numbers."""

    kind: str
    reason: str
    text: str
    op: str
    where: str
    numbers: Mapping[str, float]

    @staticmethod
    def of(kind: str, why: Enum, op: Operation, **numbers: float) -> Note:
        """`why` is a member of the pass's own enum of reasons; its value is the text."""
        where = str(place_of(op.location, Place("")))
        return Note(kind, why.name, str(why.value), op.name, where, numbers)

    def __str__(self) -> str:
        return (
            f"{self.where}{': ' * bool(self.where)}{self.kind} of {self.op}: {self.text} ({quantities(self.numbers)})"
        )


T = TypeVar("T")
A = TypeVar("A", bound=Analysis)


class Analyses:
    """The analyses of one function, each computed when it is first asked for and kept until the function changes.

    A pass gets those that it `uses`: `allowed`. What it declines it adds to `notes`.
    """

    def __init__(self, func: FuncOp) -> None:
        self.func = func
        self.notes: list[Note] = []
        self.allowed: tuple[type[Analysis], ...] = ()
        self._kept: dict[type[Analysis], Any] = {}

    def get(self, kind: type[A]) -> A:
        assert kind in self.allowed, f"{kind.__name__} is not among the analyses that the pass declares"
        if kind not in self._kept:
            self._kept[kind] = kind.of(self.func)
        return cast(A, self._kept[kind])

    def forget(self) -> None:
        """The function has changed."""
        self._kept.clear()


@dataclass(frozen=True)
class Pass(ABC):
    """One rewrite of a function. `run` says whether it changed anything, and does not change what it made."""

    name: ClassVar[str]
    needs: ClassVar[Facts] = frozenset()
    gives: ClassVar[Facts] = frozenset()
    breaks: ClassVar[Facts] = frozenset()
    serves: ClassVar[Facts] = frozenset()
    on: ClassVar[tuple[type, ...]] = (Operation,)  # kinds of ops, or interfaces; a function without any is left alone
    uses: ClassVar[tuple[type[Analysis], ...]] = ()

    @abstractmethod
    def run(self, func: FuncOp, analyses: Analyses) -> bool: ...

    @classmethod
    def lost(cls, known: Facts) -> Facts:
        """Those of the facts that may stop holding."""
        return frozenset(fact for fact in known if fact in cls.breaks or cls.name in fact.lost_in)

    @classmethod
    def awaits(cls, others: Iterable[type[Pass]]) -> Facts:
        """What holds before it runs in a plan: what it needs, and what passes give that serve a fact that it gives."""
        return cls.needs.union(*(other.gives for other in others if other.serves & cls.gives))


class Transform(Pass):
    """Makes another function of one, such as its derivative: asked for by name, in no plan."""


def choices(default: T, *others: T) -> T:
    """The field of an option whose best value depends on the machine; what a tuner may try instead of the default."""
    return field(default=default, metadata={"choices": (default, *others)})


@cache
def passes() -> dict[str, type[Pass]]:
    """Every pass by its name, found by looking through `pcc.passes`."""
    found = scan.classes(sys.modules["pcc.passes"], Pass)
    return {c.name: c for c in found if "name" in vars(c)}


@cache
def plannable() -> dict[str, type[Pass]]:
    """The passes that leave alone what a function computes."""
    return {name: kind for name, kind in passes().items() if not issubclass(kind, Transform)}


@cache
def known_facts() -> dict[str, type[Fact]]:
    """Every fact by its name, found in the same way."""
    return {fact.__name__: fact for fact in scan.classes(sys.modules["pcc.passes"], Fact) if fact is not Fact}
