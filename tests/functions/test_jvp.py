"""Derivatives up to the third order of every public function of tiers 1 and 2 (`pcc.testing.check_public`)."""

from __future__ import annotations

import pytest

from pcc.testing.check_public import check_derivatives
from pcc.testing.functions import table
from pcc.testing.functions.exceptions import NOT_COMPILED

pytestmark = pytest.mark.first_samples
CASES = [(n, k) for n, entry in table().items() if n not in NOT_COMPILED for k in range(len(entry.samples))]


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_derivatives(name: str, number: int) -> None:
    entry = table()[name]
    orders = 3 if number == 0 else 2
    assert (check_derivatives(entry, number, orders) is None) == bool(entry.flat)
