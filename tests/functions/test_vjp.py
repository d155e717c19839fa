"""Reverse mode of every public function of tiers 1 and 2 (`pcc.testing.check_public`)."""

from __future__ import annotations

import pytest

from pcc.testing.check_public import check_reverse
from pcc.testing.functions import table
from pcc.testing.functions.exceptions import NOT_COMPILED

pytestmark = pytest.mark.first_samples
CASES = [(n, k) for n, e in table().items() if n not in NOT_COMPILED and not e.flat for k in range(len(e.samples))]


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_reverse_mode(name: str, number: int) -> None:
    check_reverse(table()[name], number)
