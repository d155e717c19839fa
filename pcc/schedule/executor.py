"""Runs passes on a function: skips those with nothing to do, verifies after a change, keeps analyses until one.

A pass is skipped if the function has no op of its kinds, if everything that it gives is known to hold, or if nothing
has changed since it ran.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from time import perf_counter
from typing import Protocol

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.passes.base import Analyses, Fact, Pass, name_of


class Skip(Enum):
    """Why a pass did not run."""

    NO_OPS = "no op of its kinds"
    HOLDS = "what it gives holds"
    NO_CHANGE = "nothing has changed since it ran"


@dataclass(frozen=True)
class Outcome:
    """What became of one pass of a pipeline: skipped, or run with or without a change, in so many seconds."""

    step: Pass
    skipped: Skip | None = None
    changed: bool = False
    seconds: float = 0.0


class NeedError(Exception):
    """A pass was asked to run on a function without what it needs; `op` shows it."""

    def __init__(self, step: Pass, fact: type[Fact], op: Operation) -> None:
        super().__init__(f"pass '{step.name}' needs {fact.__name__}, which {op.name} contradicts")
        self.op = op


class Instrument(Protocol):
    """Watches an execution: `before` a pass that runs, and `after` every one, also if it was skipped."""

    def before(self, step: Pass, func: FuncOp) -> None: ...
    def after(self, outcome: Outcome, func: FuncOp) -> None: ...


@dataclass
class Execution:
    """The passes that ran on one function, and what they are known to have left true of it."""

    func: FuncOp
    verify: Callable[[Pass, FuncOp], None] = lambda step, changed: None
    instruments: Sequence[Instrument] = ()
    outcomes: list[Outcome] = field(default_factory=list[Outcome])

    def __post_init__(self) -> None:
        self.analyses = Analyses(self.func)
        self.known: set[type[Fact]] = set()
        self.elsewhere = False  # whether steps run on a function that was added
        self.idle: set[Pass] = set()  # that ran since the last change
        self._kinds: set[type] | None = None

    def run(self, steps: Sequence[Pass]) -> list[Outcome]:
        """Run all steps on the function, and those yet to go on functions that are added; its outcomes, in order."""
        for added, rest in self.grow(steps):
            Execution(added, self.verify, self.instruments).run(rest)
        return self.outcomes

    def grow(self, steps: Sequence[Pass]) -> Iterator[tuple[FuncOp, Sequence[Pass]]]:
        """Run all steps; gives each function that a pass adds to the module, with the steps that it has yet to go."""
        module = self.func.parent_op()
        assert isinstance(module, ModuleOp)
        for number, step in enumerate(steps, 1):
            last = module.body.block.last_op
            self.step(step)
            while last is not None and (last := last.next_op) is not None:
                if isinstance(last, FuncOp):
                    self.verify(step, last)
                    self.elsewhere = True
                    yield last, steps[number:]
                    self.elsewhere = False

    def step(self, step: Pass) -> Outcome:
        skipped = self._skip(step)
        outcome = Outcome(step, skipped) if skipped else self._run(step)
        self._note(outcome)
        for instrument in self.instruments:
            instrument.after(outcome, self.func)
        self.outcomes.append(outcome)
        return outcome

    def _skip(self, step: Pass) -> Skip | None:
        if step in self.idle:
            return Skip.NO_CHANGE
        if step.gives and step.gives <= self.known:
            return Skip.HOLDS
        return None if any(issubclass(kind, step.on) for kind in self._present()) else Skip.NO_OPS

    def _run(self, step: Pass) -> Outcome:
        self._demand(step)
        for instrument in self.instruments:
            instrument.before(step, self.func)
        self.analyses.allowed = step.uses
        start = perf_counter()
        changed = step.run(self.func, self.analyses)
        return Outcome(step, None, changed, perf_counter() - start)

    def _demand(self, step: Pass) -> None:
        """Check what a pass needs and is not known to hold, as where a user wrote the pipeline. Raises NeedError."""
        for fact in sorted(step.needs - self.known, key=name_of):
            op = fact.violation(self.func)
            if op is not None:
                raise NeedError(step, fact, op)
            self.known.add(fact)

    def _note(self, outcome: Outcome) -> None:
        step = outcome.step
        if outcome.changed:
            self.analyses.forget()
            self.idle.clear()
            self._kinds = None
            self.known -= step.lost(frozenset(self.known))
            self.verify(step, self.func)
        self.known |= step.gives  # also of one that had no op to act on
        self.idle.add(step)

    def _present(self) -> set[type]:
        """The kinds of ops in the function."""
        if self._kinds is None:
            self._kinds = {type(op) for op in self.func.walk()}
        return self._kinds
