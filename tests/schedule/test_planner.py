"""Plans from contracts: order, alternatives, facts given again, conflicts in words. Passes here do nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

from pcc.passes.base import Analyses, Fact, Facts, Pass, facts, plannable
from pcc.passes.lower_to_loops import InLoops
from pcc.passes.pipeline import parse_pipeline, print_pipeline
from pcc.schedule.goals import CpuExecutable, CudaExecutable, goals
from pcc.schedule.planner import PlanError, plan


def fact(name: str) -> type[Fact]:
    def violation(cls: type[Fact], func: FuncOp) -> Operation | None:
        return None

    return type(name, (Fact,), {"violation": classmethod(violation)})


A, B, C, D = map(fact, "ABCD")
NONE: Facts = facts()
GOAL = facts(A)


def kind(name: str, needs: Facts = NONE, gives: Facts = NONE, breaks: Facts = NONE) -> type[Pass]:
    def run(self: Pass, func: FuncOp, analyses: Analyses) -> bool:
        return False

    body: dict[str, Any] = {"name": name, "needs": needs, "gives": gives, "breaks": breaks, "run": run}
    return dataclass(frozen=True)(type(name, (Pass,), body))


def names(*kinds: type[Pass], have: Facts = NONE, goal: Facts = GOAL, cost: Any = lambda kind: 1.0) -> str:
    return print_pipeline(plan(have, goal, kinds={k.name: k for k in kinds}, cost=cost))


def test_needs_come_first_and_breakers_before_makers() -> None:
    tidy, fold = kind("tidy", gives=facts(A)), kind("fold", gives=facts(B), breaks=facts(A))
    use = kind("use", needs=facts(A, B), gives=facts(C))
    assert names(use, tidy, fold, goal=facts(C)) == "fold,tidy,use"
    assert names(use, tidy, fold, goal=facts(C), have=facts(A)) == "fold,tidy,use"
    assert names(use, tidy, fold, goal=facts(C), have=facts(A, B)) == "use"
    assert names(use, tidy, fold, goal=NONE) == ""


def test_a_broken_fact_is_given_again() -> None:
    tidy = kind("tidy", gives=facts(A))
    expand = kind("expand", needs=facts(A), gives=facts(B), breaks=facts(A))
    assert names(tidy, expand, goal=facts(A, B)) == "tidy,expand,tidy"


def test_exactly_one_of_the_alternatives_by_cost() -> None:
    tile, split = kind("tile", gives=facts(A)), kind("split", needs=facts(B), gives=facts(A))
    first, other = kind("first", gives=facts(B)), kind("other", gives=facts(A))
    assert names(tile, other) == "other"
    assert names(tile, other, cost=lambda kind: {"other": 2.0}.get(kind.name, 1.0)) == "tile"
    assert names(tile, split, first) == "tile"
    assert names(tile, split, first, cost=lambda kind: {"tile": 5.0}.get(kind.name, 1.0)) == "first,split"


def test_a_conflict_is_the_cycle() -> None:
    """As of a vectoriser and a rearranger of loads that each undo the other's work."""
    vectorize = kind("vectorize", gives=facts(A), breaks=facts(B))
    rearrange = kind("rearrange", gives=facts(B), breaks=facts(A))
    with pytest.raises(PlanError) as error:
        names(vectorize, rearrange, goal=facts(A, B))
    cycle = ["rearrange must precede vectorize (it breaks A)", "vectorize must precede rearrange (it breaks B)"]
    assert all(part in str(error.value) for part in cycle)


def test_other_impossible_goals() -> None:
    chicken, egg = kind("chicken", needs=facts(A), gives=facts(B)), kind("egg", needs=facts(B), gives=facts(A))
    with pytest.raises(PlanError, match="need what each other give: egg, chicken"):
        names(egg, chicken)
    with pytest.raises(PlanError, match="no pass gives D"):
        names(chicken, goal=facts(D))
    with pytest.raises(PlanError, match="lay, which gives A, breaks B, which no pass gives again"):
        names(kind("lay", gives=facts(A), breaks=facts(B)), goal=facts(A, B), have=facts(B))


def test_plans_are_deterministic_and_replay() -> None:
    for goal in goals().values():
        text = print_pipeline(goal().plan())
        assert text == print_pipeline(goal().plan())
        assert print_pipeline(parse_pipeline(text)) == text
        assert print_pipeline(parse_pipeline(f"builtin.module(func.func({text}))")) == text


def test_every_pass_is_planned() -> None:
    planned = {type(step) for goal in (CpuExecutable(256), CudaExecutable()) for step in goal.plan()}
    assert planned == set(plannable().values())
    assert facts(InLoops) == CpuExecutable.wants
