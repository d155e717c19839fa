"""Checks that passes keep their contracts: an instrument for tests and `pcc-opt --check-contracts`."""

from __future__ import annotations

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.passes.base import Analyses, Fact, Facts, Pass, known_facts, name_of
from pcc.schedule.executor import Outcome


class ContractError(Exception):
    """A pass whose contract is not true; `op` contradicts it, if one op does."""

    def __init__(self, step: Pass, claim: str, op: Operation | None = None) -> None:
        where = f": {op.name} {'in ' + op.parent_op().name if op.parent_op() else ''}".rstrip() if op else ""  # type: ignore[union-attr]
        super().__init__(f"pass '{step.name}' {claim}{where}")
        self.step, self.op = step, op


def held(func: FuncOp) -> Facts:
    """The facts that hold of a function now."""
    return frozenset(fact for fact in known_facts().values() if fact.holds(func))


class ContractCheck:
    """Raises ContractError for a claim that is not true.

    After a pass: what it gives holds, what it does not break still holds, it says whether it changed the function, and
    a second run changes nothing. Skipped: a run would change nothing.
    """

    def __init__(self) -> None:
        self._held: Facts = frozenset()
        self._text = ""

    def before(self, step: Pass, func: FuncOp) -> None:
        self._held, self._text = held(func), str(func)

    def after(self, outcome: Outcome, func: FuncOp) -> None:
        step = outcome.step
        if outcome.skipped:
            self._check_idle(step, func, f"was skipped ({outcome.skipped.value}) but changes something")
            return
        if outcome.changed != (str(func) != self._text):
            raise ContractError(step, "says that it changed " + ("something" if outcome.changed else "nothing"))
        for fact in sorted(step.gives, key=name_of):
            _demand(fact, func, step, f"gives {name_of(fact)}, which does not hold after it")
        for fact in sorted(self._held - step.lost(self._held), key=name_of):
            _demand(fact, func, step, f"keeps {name_of(fact)}, which held before it and does not after it")
        if step.needs <= held(func):
            self._check_idle(step, func, "changes something when it runs again")

    @staticmethod
    def _check_idle(step: Pass, func: FuncOp, claim: str) -> None:
        """A run on a copy changes nothing."""
        copy = func.clone()
        ModuleOp([copy])
        analyses = Analyses(copy)
        analyses.allowed = step.uses
        if step.needs <= held(copy) and (step.run(copy, analyses) or str(copy) != str(func)):
            raise ContractError(step, claim)


def _demand(fact: type[Fact], func: FuncOp, step: Pass, claim: str) -> None:
    op = fact.violation(func)
    if op is not None:
        raise ContractError(step, claim, op)
