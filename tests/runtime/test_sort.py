"""The sorting routine against NumPy: stable order, ties, NaN, signed zeros, few of many."""

from __future__ import annotations

import ctypes

import numpy as np
import pytest

from pcc.runtime.cpu.library import library
from pcc.runtime.cpu.sort import Sort

TYPES = {"f32": np.float32, "f64": np.float64, "i32": np.int32, "i64": np.int64}


def sort(x: np.ndarray, k: int, descending: bool, suffix: str) -> tuple[np.ndarray, np.ndarray]:
    rows, n = x.shape
    values, indices = np.empty((rows, k), x.dtype), np.empty((rows, k), np.int64)
    block = Sort(
        rows=rows, n=n, k=k, descending=int(descending),
        x=x.ctypes.data, values=values.ctypes.data, indices=indices.ctypes.data,
    )  # fmt: skip

    library().function(f"pcc_sort_{suffix}", ctypes.c_void_p)(ctypes.addressof(block))
    return values, indices


def wanted(x: np.ndarray, k: int, descending: bool) -> np.ndarray:
    """Places in stable order; NaN is the largest."""
    if not descending:
        return np.argsort(x, axis=1, kind="stable")[:, :k]
    back = np.argsort(x[:, ::-1], axis=1, kind="stable")[:, ::-1]
    return (x.shape[1] - 1 - back)[:, :k]


@pytest.mark.parametrize("suffix", TYPES)
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("n", [1, 2, 15, 16, 17, 33, 100, 1000])
def test_rows_with_ties(suffix: str, descending: bool, n: int) -> None:
    rng = np.random.default_rng(n)
    x = rng.integers(-9, 10, (7, n)).astype(TYPES[suffix])
    if suffix.startswith("f"):
        x[rng.random(x.shape) < 0.1] = np.nan
        x[rng.random(x.shape) < 0.05] = -np.inf
        x[rng.random(x.shape) < 0.1] = -0.0
    else:
        x[rng.random(x.shape) < 0.1] = np.iinfo(x.dtype).min
    for k in sorted({1, min(n, 3), min(n, 40), n}):
        values, indices = sort(x, k, descending, suffix)
        order = wanted(x, k, descending)
        np.testing.assert_array_equal(indices, order)
        np.testing.assert_array_equal(values, np.take_along_axis(x, order, 1))


def test_one_long_row() -> None:
    x = np.random.default_rng(0).normal(size=(1, 200_000)).astype(np.float32)
    values, indices = sort(x, x.shape[1], False, "f32")
    np.testing.assert_array_equal(indices, np.argsort(x, axis=1, kind="stable"))
    np.testing.assert_array_equal(values, np.sort(x, axis=1))
