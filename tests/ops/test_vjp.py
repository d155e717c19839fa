"""Reverse mode of every op that has floating-point operands, by `pcc.testing.check_vjp`."""

from __future__ import annotations

import pytest

from pcc.dialects import pd
from pcc.passes.jvp import NotDifferentiable
from pcc.passes.transpose import NotTransposable
from pcc.testing.check_vjp import check_vjp
from tests.ops.test_jvp import FLOAT32_ONLY, NO_RULE

NOT_TRANSPOSABLE = {
    "pd.while": "its sample runs as often as data says",
}
CASES = [
    (name, n)
    for name, kind in sorted(pd.ops().items())
    if name not in FLOAT32_ONLY
    for n, s in enumerate(kind.SAMPLES)
    if any("float" in spec.dtype for spec in s.specs)
]


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_reverse_mode(name: str, number: int) -> None:
    if name in NO_RULE:
        with pytest.raises(NotDifferentiable, match="has no derivative rule"):
            check_vjp(pd.ops()[name], number)
    elif name in NOT_TRANSPOSABLE:
        with pytest.raises(NotTransposable, match="as often as data says"):
            check_vjp(pd.ops()[name], number)
    else:
        check_vjp(pd.ops()[name], number)
