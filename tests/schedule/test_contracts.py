"""Contracts of all passes over a corpus: true in every legal order, and no stricter or looser than they must be."""

from __future__ import annotations

import pytest

from pcc.passes.base import plannable
from pcc.schedule.goals import CpuExecutable
from pcc.testing.check_passes import failures, loose
from tests.schedule.corpus import corpus

GOAL = CpuExecutable.wants


@pytest.mark.parametrize("name", sorted(corpus()[1]))
def test_every_legal_order_keeps_contracts_and_ends_in_the_same_program(name: str) -> None:
    lab, programs = corpus()
    assert set(failures(lab, programs[name], GOAL, plannable())) == set()


def test_no_claim_is_without_need() -> None:
    lab, programs = corpus()
    assert list(loose(lab, list(programs.values()), GOAL, plannable())) == []
