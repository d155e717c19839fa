"""Reverse mode of every op that has floating-point operands, by `pcc.testing.check_vjp`."""

from __future__ import annotations

import pytest

from pcc.dialects import pd
from pcc.passes.jvp import NotDifferentiable
from pcc.passes.transpose import NotTransposable
from pcc.testing.check_vjp import check_vjp
from pcc.testing.failures import NotImported, WrongValue
from tests.ops.test_jvp import FLOAT32_ONLY, NO_RULE

RAISES: dict[tuple[str, int], tuple[type[Exception], str]] = {
    ("pd.cast", 19): (WrongValue, "reverse mode"),  # what rounding leaves: its derivative is rounding, too
    ("pd.linspace", 1): (NotImported, "float64"),  # Paddle takes no float64 to a float32 result
    ("pd.logspace", 1): (NotImported, "float64"),
    ("pd.pow", 6): (WrongValue, "nan"),  # of negative numbers
    ("pd.pow", 7): (WrongValue, "nan"),
    ("pd.qr", 3): (NotDifferentiable, "has no derivative rule"),  # more columns than there are in x
    ("pd.svd", 2): (NotDifferentiable, "has no derivative rule"),
    ("pd.svd", 3): (NotDifferentiable, "has no derivative rule"),
    ("pd.while", 0): (NotTransposable, "as often as data says"),
}
pytestmark = pytest.mark.first_samples
CASES = [
    (name, n)
    for name, kind in sorted(pd.ops().items())
    if name not in FLOAT32_ONLY
    for n, s in enumerate(kind.SAMPLES)
    if any("float" in spec.dtype for spec in s.specs)
]


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_reverse_mode(name: str, number: int) -> None:
    raises = RAISES.get((name, number))
    if name in NO_RULE:
        raises = (NotDifferentiable, "has no derivative rule")
    if raises is None:
        check_vjp(pd.ops()[name], number)
    else:
        with pytest.raises(raises[0], match=raises[1]):
            check_vjp(pd.ops()[name], number)
