"""Contracts of all passes over a corpus: true in every legal order, and no stricter or looser than they must be."""

from __future__ import annotations

import pytest

from pcc.passes.base import plannable
from pcc.schedule.goals import CudaExecutable
from pcc.schedule.planner import toward
from pcc.testing.check_passes import failures, loose
from tests.schedule.corpus import GOAL, KINDS, corpus


@pytest.mark.parametrize("name", sorted(corpus()[1]))
def test_every_legal_order_keeps_contracts_and_ends_in_the_same_program(name: str) -> None:
    lab, programs = corpus()
    assert set(failures(lab, programs[name], GOAL, KINDS)) == set()


@pytest.mark.parametrize("name", [name for name in sorted(corpus()[1]) if name.startswith(("kernel", "purpose"))])
def test_every_legal_order_to_thread_code_keeps_contracts(name: str) -> None:
    lab, programs = corpus()
    kinds = {n: kind for n, kind in toward(CudaExecutable.wants, plannable()).items() if n not in CudaExecutable.avoids}
    assert set(failures(lab, programs[name], CudaExecutable.wants, kinds)) == set()


def test_no_claim_is_without_need() -> None:
    lab, programs = corpus()
    assert not any(next(failures(lab, program, GOAL, KINDS), "") for program in programs.values())
    assert list(loose(lab, list(programs.values()), GOAL, KINDS)) == []
