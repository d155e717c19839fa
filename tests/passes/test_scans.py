"""Scans along columns, several vectors of them at once, give what NumPy gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.codegen_cpu.target import host
from pcc.passes.kinds.running import WIDE

SHAPES = ((37, 1031), (2, 19, 1100), (3, 20, 200), (70, 64), (9, 33), (40, 2048))
SCANS = {
    "cumsum": (paddle.cumsum, np.cumsum),
    "cumprod": (paddle.cumprod, np.cumprod),
    "cummax": (lambda x, axis: paddle.cummax(x, axis)[0], np.maximum.accumulate),
    "places of cummin": (lambda x, axis: paddle.cummin(x, axis)[1], lambda x, axis: places(x, axis)),
    "logcumsumexp": (paddle.logcumsumexp, np.logaddexp.accumulate),
}


def places(x: Any, axis: int) -> Any:
    """Of the smallest so far, the last of equal ones."""
    moved = np.moveaxis(x, axis, 0)
    found = np.zeros(moved.shape, np.int64)
    for n in range(1, len(moved)):
        least = np.take_along_axis(moved, found[n - 1 : n], 0)[0]
        found[n] = np.where(moved[n] <= least, n, found[n - 1])
    return np.moveaxis(found, 0, axis)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", SCANS)
def test_a_scan_along_columns(name: str, shape: Sequence[int], dtype: str) -> None:
    scan, expected = SCANS[name]
    x = np.random.default_rng(0).uniform(0.9, 1.1, shape).astype(dtype)
    axis = len(shape) - 2
    got = pcc.jit(lambda x: scan(x, axis), strict=True)(paddle.to_tensor(x)).numpy()
    np.testing.assert_allclose(got, expected(x.astype(np.float64), axis), rtol=3e-5 if dtype == "float32" else 1e-12)


@pytest.mark.parametrize(("vectors", "wide"), [(128, WIDE[0]), (32, WIDE[1]), (16, 1)])
def test_how_many_vectors_go_at_once(vectors: int, wide: int) -> None:
    lanes = host().lanes(32)
    x = paddle.ones([64, vectors * lanes])
    loops = pcc.trace(lambda x: paddle.cumsum(x, 0))(x).lower().compile().ir("loops")
    assert {int(n) for n in re.findall(r"vector<(\d+)xf32>", loops)} == {wide * lanes}
