"""Skipping, analyses, verification; and the contracts of pcc's passes over all FileCheck programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from xdsl.dialects.func import FuncOp

from pcc.dialects.pd.math import ExpOp
from pcc.dialects.text import parse_module
from pcc.passes.base import Analyses, Analysis, Facts, Pass, facts
from pcc.passes.canonicalize import Canonical
from pcc.passes.cse import CommonSubexpressions
from pcc.passes.dce import DeadCodeElimination
from pcc.passes.facts import NoDeadOps
from pcc.passes.lower_to_loops import InLoops
from pcc.passes.pipeline import parse_pipeline
from pcc.runtime.build import main_of
from pcc.schedule.contracts import ContractCheck, ContractError
from pcc.schedule.executor import Execution, NeedError, Skip
from pcc.schedule.goals import CpuExecutable
from tests.passes.test_lit_execution import cases, module_of

TEXT = """func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.tanh %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = pd.tanh %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}"""


@dataclass
class Ops(Analysis):
    count: int

    @classmethod
    def of(cls, func: FuncOp) -> Ops:
        return cls(len(list(func.walk())))


@dataclass(frozen=True)
class Count(Pass):
    """Nothing changes; the analysis is asked for."""

    name: ClassVar[str] = "count"
    uses: ClassVar = (Ops,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        seen.append(analyses.get(Ops))
        return False


@dataclass(frozen=True)
class Liar(Pass):
    """Claims what is not so."""

    name: ClassVar[str] = "liar"
    gives: ClassVar[Facts] = facts(NoDeadOps)
    answer: bool = False

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        return self.answer


@dataclass(frozen=True)
class OnExp(Pass):
    """Acts on ops that the program does not have."""

    name: ClassVar[str] = "on-exp"
    on: ClassVar = (ExpOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        raise AssertionError


seen: list[Ops] = []


def execution(**options: object) -> Execution:
    return Execution(main_of(parse_module(TEXT)), **options)  # type: ignore[arg-type]


def test_skips() -> None:
    run = execution()
    outcomes = run.run([OnExp(), *parse_pipeline("cse,dce,cse,dce")])
    assert [o.skipped for o in outcomes] == [Skip.NO_OPS, None, None, Skip.NO_CHANGE, Skip.NO_CHANGE]
    assert [o.changed for o in outcomes] == [False, True, False, False, False]
    assert execution().run(parse_pipeline("dce,fuse,dce"))[2].skipped is Skip.HOLDS


def test_analyses_live_until_a_change() -> None:
    seen.clear()
    run = execution()
    run.run([Count(), CommonSubexpressions(), Count()])
    assert [ops.count for ops in seen] == [4, 3]
    seen.clear()
    run = execution()
    run.step(Count())
    run.idle.clear()
    run.step(Count())
    assert seen[0] is seen[1]


def test_an_analysis_must_be_declared() -> None:
    analyses = Analyses(main_of(parse_module(TEXT)))
    with pytest.raises(AssertionError, match="Ops is not among"):
        analyses.get(Ops)


def test_verified_only_after_a_change() -> None:
    verified: list[str] = []
    execution(verify=lambda step, changed: verified.append(step.name)).run(parse_pipeline("widen,canonicalize,dce,cse"))
    assert verified == ["dce"]


def test_lies_are_found() -> None:
    for step, words in ((Liar(), "gives NoDeadOps, which does not hold"), (Liar(answer=True), "changed something")):
        with pytest.raises(ContractError, match=words):
            execution(instruments=[ContractCheck()]).step(step)


def test_what_a_pass_needs_is_checked_unless_it_is_known() -> None:
    with pytest.raises(NeedError, match=r"needs InKernels, which pd\.tanh"):
        execution().step(parse_pipeline("bufferize")[0])
    run = execution()
    run.run(parse_pipeline("dce,fuse,bufferize,lower-to-loops"))
    assert InLoops in run.known


@pytest.mark.parametrize(("file", "name"), sorted({case[:2] for case in cases()}))
def test_contracts_of_all_passes(file: str, name: str) -> None:
    run = Execution(main_of(module_of(file, name)), instruments=[ContractCheck()])
    run.run(CpuExecutable().plan())
    assert run.known >= CpuExecutable.wants
    assert Canonical in run.known
    assert DeadCodeElimination() in {outcome.step for outcome in run.outcomes}
