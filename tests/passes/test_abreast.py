"""Rows far from each other are read as they are, some abreast or one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np
import pytest
from xdsl.dialects.builtin import f16, f32, i64

from pcc.dialects.pd.base import tensor
from pcc.dialects.pd.indexing import GatherOp
from pcc.dialects.pd.slicing import FlipOp
from pcc.runtime.build import build
from tests.passes.program import SETTINGS, program, program_of

STRIDED = (
    ([48, 6, 256], lambda b, x: b.transpose(x, [1, 0, 2]), lambda x: x.transpose(1, 0, 2)),
    ([2, 40, 4, 64], lambda b, x: b.transpose(x, [0, 2, 1, 3]), lambda x: x.transpose(0, 2, 1, 3)),
    ([3, 49, 5, 48], lambda b, x: b.transpose(x, [0, 2, 1, 3]), lambda x: x.transpose(0, 2, 1, 3)),
    ([2, 11, 4, 320], lambda b, x: b.transpose(x, [0, 2, 1, 3]), lambda x: x.transpose(0, 2, 1, 3)),
    ([2, 16, 3 * 4 * 32], lambda b, x: heads(b, x), lambda x: x.reshape(2, 16, 3, 4, 32).transpose(2, 0, 3, 1, 4)),
    ([40, 1024], lambda b, x: b.op(FlipOp, x, axis=[0]), lambda x: x[::-1]),
    ([40, 1024], lambda b, x: b.slice(x, 1, 256, 768), lambda x: x[:, 256:768]),
    ([64, 256], lambda b, x: b.mul(b.slice(x, 0, 0, 32), b.slice(x, 0, 32, 64)), lambda x: x[:32] * x[32:]),
)


def heads(b: Any, x: Any) -> Any:
    return b.transpose(b.reshape(x, [2, 16, 3, 4, 32]), [2, 0, 3, 1, 4])


def gathered(b: Any, x: Any, index: Any) -> Any:
    return [b.mul(b.op(GatherOp, x, index, axis=0), 2.0)]


@pytest.mark.parametrize("far", [False, True])
@pytest.mark.parametrize(("width", "dtype"), [(1024, f32), (768, f32), (2048, f16), (1000, f32), (64, f32)])
@pytest.mark.parametrize("picked", [64, 1000, 4096, 12, 11])
def test_rows_are_those_that_the_index_picks(picked: int, width: int, dtype: Any, far: bool) -> None:
    built = build(program_of([tensor([50, width], dtype), tensor([picked], i64)], gathered), settings=SETTINGS[far])
    rng = np.random.default_rng(0)
    table = rng.integers(-99, 99, [50, width]).astype({f32: np.float32, f16: np.float16}[dtype])
    index = rng.integers(-50, 50, picked)
    out = np.zeros([picked, width], table.dtype)
    built.executable([table.ctypes.data, index.ctypes.data, out.ctypes.data])
    assert (out == table[index] * 2).all()


@pytest.mark.parametrize("far", [False, True])
@pytest.mark.parametrize(("shape", "body", "expected"), STRIDED)
def test_rows_are_those_at_each_step(shape: Sequence[int], body: Any, expected: Any, far: bool) -> None:
    built = build(program(shape, lambda b, x: [body(b, x)]), settings=SETTINGS[far])
    x = np.random.default_rng(0).permutation(prod(shape)).reshape(shape).astype(np.float32)
    out = np.zeros(expected(x).shape, np.float32)
    built.executable([x.ctypes.data, out.ctypes.data])
    assert (out == expected(x)).all()
