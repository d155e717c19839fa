"""What passes made of a program, step by step, as text in which a value keeps its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation, SSAValue

from pcc.passes.base import Pass
from pcc.schedule.executor import Outcome
from pcc.schedule.instruments import result_of


@dataclass(frozen=True)
class Step:
    """A pass, what became of it, its seconds, and the function's text before and after it ("" if nothing changed)."""

    step: Pass
    result: str
    seconds: float
    before: str = ""
    after: str = ""


@dataclass
class Recording:
    """An instrument that keeps every change of one function."""

    steps: list[Step] = field(default_factory=list[Step])
    _text: str = ""
    _named: set[SSAValue] = field(default_factory=set[SSAValue])

    def before(self, step: Pass, func: FuncOp) -> None:
        self._text = self._text or self._shown(func)

    def after(self, outcome: Outcome, func: FuncOp) -> None:
        before, after = self._text, self._shown(func) if outcome.changed else ""
        text = (before, after) if after else ("", "")
        self.steps.append(Step(outcome.step, result_of(outcome), outcome.seconds, *text))
        self._text = after or before

    def _shown(self, func: FuncOp) -> str:
        for value in _values(func):
            if value not in self._named:
                value.name_hint = f"v{len(self._named)}"
                self._named.add(value)
        return str(func)


def _values(op: Operation) -> Iterator[SSAValue]:
    for inner in op.walk():
        yield from inner.results
        for region in inner.regions:
            for block in region.blocks:
                yield from block.args
