"""Every op of the dialect on every sample: import, text, value, index relation (`pcc.testing.check_op`)."""

from __future__ import annotations

import pytest

from pcc.dialects import pd
from pcc.testing.check_op import check_has_samples, check_sample

CASES = [(name, number) for name, kind in sorted(pd.ops().items()) for number in range(len(kind.SAMPLES))]

MARKERS = {  # ops of the compiler's own, which no call of Paddle makes
    "pd.paddle_call",
    *("pd.basis", "pd.detach", "pd.stand_in"),  # of transforms: tests/transforms
    *("pd.custom_jvp", "pd.custom_vjp", "pd.custom_linear", "pd.custom_again"),
}


@pytest.mark.parametrize("name", sorted(pd.ops().keys() - MARKERS))
def test_has_samples(name: str) -> None:
    check_has_samples(pd.ops()[name])


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_sample(name: str, number: int) -> None:
    check_sample(pd.ops()[name], number)
