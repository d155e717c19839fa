"""Memory of any size is aligned, writable and lives as long as something refers to it."""

from __future__ import annotations

import numpy as np
import pytest

from pcc.runtime.pages import HUGE, memory


@pytest.mark.parametrize("size", [1, 1000, HUGE - 1, 2 * HUGE, 3 * HUGE + 5])
def test_memory(size: int) -> None:
    made = memory(size)
    assert made.size >= size
    assert made.ctypes.data % 64 == 0
    part = made[size // 2 : size]
    part[:] = 7
    others = [memory(size) for _ in range(3)]
    del made
    for other in others:
        other[:] = 1
    assert np.all(part == 7)
