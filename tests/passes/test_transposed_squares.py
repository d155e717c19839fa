"""Transposes by squares of tiles are right wherever squares end, with ordinary and with streaming stores."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np
import pytest
from xdsl.dialects.builtin import f16, f32, i1

from pcc.codegen_cpu.target import host
from pcc.passes.loops.transpose import LINE
from pcc.runtime.build import build
from tests.passes.program import SETTINGS, program

SHAPES = (
    ((8192, 64), (1, 0)),  # squares of 32 vectors
    ((2100, 48), (1, 0)),  # of 8, and a shorter one; its last vector is not whole
    ((70, 1100), (1, 0)),
    ((5, 528, 80), (0, 2, 1)),  # one square a matrix, of as many vectors as there are
    ((20, 1040, 32), (0, 2, 1)),  # of 32, and a shorter one
    ((3, 64, 12, 24), (0, 2, 3, 1)),  # rows of the result side by side
    ((2, 9, 16, 64), (0, 3, 1, 2)),
)


@pytest.mark.parametrize("dtype", [f32, f16, i1])
@pytest.mark.parametrize("far", [False, True])
@pytest.mark.parametrize(("shape", "axes"), SHAPES)
def test_every_element_is_in_its_place(shape: tuple[int, ...], axes: tuple[int, ...], far: bool, dtype: Any) -> None:
    built = build(
        program(list(shape), lambda b, x: [b.cast(b.transpose(x, axes), dtype)]), keep_text=True, settings=SETTINGS[far]
    )
    x = np.random.default_rng(0).permutation(prod(shape)).reshape(shape).astype(np.float32) % 1999 - 990
    expected = x.transpose(axes).astype({f32: np.float32, f16: np.float16, i1: np.bool_}[dtype])
    out = np.zeros(expected.nbytes + 64, np.uint8)
    out = out[-out.ctypes.data % 64 :][: expected.nbytes].view(expected.dtype).reshape(expected.shape)
    built.executable([x.ctypes.data, out.ctypes.data])
    assert (out == expected).all()
    whole_lines = host().lanes(32) * (4 if dtype == f32 else 2) >= LINE
    assert ("!nontemporal" in built.texts["llvm"]) is (far and whole_lines)
