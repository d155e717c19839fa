"""Scatters by both ways: threads look for the updates of their places, or go through all of those kept apart."""

from __future__ import annotations

import shutil

import pytest

from pcc.dialects import pd
from pcc.passes.threads import sought_updates
from pcc.testing.check_cuda import check_cuda

SCATTERS = [name for name, kind in sorted(pd.ops().items()) if kind.KERNEL == "scatter"]
pytestmark = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


@pytest.mark.parametrize("name", SCATTERS)
@pytest.mark.parametrize("seen", [0, 1 << 30])
def test_both_ways(name: str, seen: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sought_updates, "SEEN_AT_ONCE", seen)
    for number in range(len(pd.ops()[name].SAMPLES)):
        check_cuda(pd.ops()[name], number)
