"""The CUDA code of every op on its samples, under the shim, in three schedules (`pcc.testing.check_cuda`)."""

from __future__ import annotations

import shutil

import pytest

from pcc.dialects import pd
from pcc.testing.check_cuda import check_cuda

CASES = [(name, number) for name, kind in sorted(pd.ops().items()) for number in range(len(kind.SAMPLES))]
pytestmark = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


@pytest.mark.first_samples
@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_sample(name: str, number: int) -> None:
    check_cuda(pd.ops()[name], number)
