"""What a kernel writes past the caches is right wherever its memory starts."""

from __future__ import annotations

import numpy as np
import pytest

from pcc.runtime.build import build
from tests.passes.program import program

SIZE = 6_000_003  # with a result of as much more than a last-level cache's share; not whole vectors
GUARD = 64


@pytest.mark.parametrize(("limit", "past"), [(8 * SIZE, True), (8 * SIZE + 1, False)])
def test_from_how_many_bytes_on(limit: int, past: bool) -> None:
    settings = {"lower-to-loops": {"cached_bytes": limit}}
    made = build(program([SIZE], lambda b, x: [b.add(x, 1.0)]), keep_text=True, settings=settings)
    assert ("!nontemporal" in made.texts["llvm"]) is past


@pytest.mark.parametrize("start", [0, 4])
def test_aligned_and_not(start: int) -> None:
    built = build(program([SIZE], lambda b, x: [b.add(x, 1.0)]), keep_text=True)
    assert "!nontemporal" in built.texts["llvm"]
    x = np.arange(SIZE, dtype=np.float32)
    room = np.full(SIZE + 2 * GUARD, 7, np.float32)
    first = -room.ctypes.data % 64 // 4 + start // 4
    built.executable([x.ctypes.data, room[first:].ctypes.data])
    assert np.array_equal(room[first : first + SIZE], x + 1)
    assert (room[:first] == 7).all()
    assert (room[first + SIZE :] == 7).all()
