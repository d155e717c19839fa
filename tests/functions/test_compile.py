"""Every public function of tiers 1 and 2 compiles wholly, with Paddle's values (`pcc.testing.check_public`)."""

from __future__ import annotations

import pytest

from pcc.frontends.paddle.program import LeftToPaddleError
from pcc.testing.check_public import check_compiles
from pcc.testing.functions import table
from pcc.testing.functions.exceptions import NOT_COMPILED

CASES = [(n, k) for n, entry in table().items() for k in range(len(entry.samples))]


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_compiles(name: str, number: int) -> None:
    if name in NOT_COMPILED:
        with pytest.raises(LeftToPaddleError):
            check_compiles(table()[name], number)
    else:
        check_compiles(table()[name], number)
