"""Batches of every public function of tiers 1 and 2, alone and with derivatives (`pcc.testing.check_public`)."""

from __future__ import annotations

import pytest

from pcc.testing.check_public import check_batches, check_compositions
from pcc.testing.functions import table
from pcc.testing.functions.exceptions import NOT_COMPILED

pytestmark = pytest.mark.first_samples
CASES = [(n, k) for n, entry in table().items() if n not in NOT_COMPILED for k in range(len(entry.samples))]
MOVING = [(n, k) for n, k in CASES if not table()[n].flat]


def ids(cases: list[tuple[str, int]]) -> list[str]:
    return [f"{name}-{number}" for name, number in cases]


@pytest.mark.parametrize(("name", "number"), CASES, ids=ids(CASES))
def test_batches(name: str, number: int) -> None:
    check_batches(table()[name], number)


@pytest.mark.parametrize(("name", "number"), MOVING, ids=ids(MOVING))
def test_batches_with_derivatives(name: str, number: int) -> None:
    check_compositions(table()[name], number)
