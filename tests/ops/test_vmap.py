"""Batches of every op against single calls, by `pcc.testing.check_vmap`; and what its index relation says of them."""

from __future__ import annotations

import pytest

from pcc.dialects import pd
from pcc.testing.check_vmap import check_vmap, check_vmap_and_jvp
from tests.ops.test_jvp import CASES as DERIVATIVES
from tests.ops.test_jvp import NO_RULE as NO_DERIVATIVE

SAMPLES = 1  # of an op
CASES = [(name, n) for name, kind in sorted(pd.ops().items()) for n in range(len(kind.SAMPLES))[:SAMPLES]]


def ids(cases: list[tuple[str, int]]) -> list[str]:
    return [f"{name}-{number}" for name, number in cases]


@pytest.mark.parametrize(("name", "number"), CASES, ids=ids(CASES))
def test_batches(name: str, number: int) -> None:
    check_vmap(pd.ops()[name], number)


BOTH = [case for case in DERIVATIVES if case[0] not in NO_DERIVATIVE]


@pytest.mark.parametrize(("name", "number"), BOTH, ids=ids(BOTH))
def test_batches_of_derivatives(name: str, number: int) -> None:
    check_vmap_and_jvp(pd.ops()[name], number)
