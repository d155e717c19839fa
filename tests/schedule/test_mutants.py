"""Wrong contracts are found by the checks of contracts on a corpus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pcc.passes.base import Facts, facts, known_facts
from pcc.schedule.planner import PlanError, plan
from pcc.testing.check_passes import Kinds, failures, loose, with_contract
from tests.schedule.corpus import GOAL, KINDS, corpus

LEAST_KILLED = 0.95


def mutants() -> Iterator[tuple[str, Kinds]]:
    """Every contract with one fact more or less in what it needs, gives, breaks or serves."""
    for name, kind in KINDS.items():
        for claim in ("needs", "gives", "breaks", "serves"):
            held: Facts = getattr(kind, claim)
            for fact in known_facts().values():
                changed = with_contract(kind, **{claim: held ^ facts(fact)})
                yield f"{name} {claim} {'-+'[fact not in held]}{fact.__name__}", {**KINDS, name: changed}


def is_found(kinds: Kinds) -> bool:
    """Whether a check of contracts fails."""
    lab, programs = corpus()
    try:
        plan(facts(), GOAL, kinds=kinds)
    except PlanError:
        return True
    if any(next(failures(lab, program, GOAL, kinds), "") for program in programs.values()):
        return True
    return bool(next(loose(lab, list(programs.values()), GOAL, kinds), ""))


def test_wrong_contracts_are_found(request: pytest.FixtureRequest) -> None:
    """Every third, or all with --exhaustive: each is a walk over the corpus."""
    every = list(mutants())
    assert len(every) > 200
    chosen = every if request.config.getoption("--exhaustive") else every[::3]
    survivors = [name for name, kinds in chosen if not is_found(kinds)]
    assert len(survivors) <= (1 - LEAST_KILLED) * len(chosen), survivors
