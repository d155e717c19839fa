"""First and second derivatives of every public function of tiers 1 and 2 (`pcc.testing.check_function`)."""

from __future__ import annotations

import pytest

from pcc.testing.check_function import check_derivatives
from pcc.testing.functions import table
from pcc.testing.functions.exceptions import NOT_COMPILED, TO_COME

CASES = [
    (n, k) for n, entry in table().items() if n not in {*NOT_COMPILED, *TO_COME} for k in range(len(entry.samples))
]


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_derivatives(name: str, number: int) -> None:
    entry = table()[name]
    assert (check_derivatives(entry, number) is None) == bool(entry.flat)
