"""Products that skip zeros against NumPy in double precision, and against dense ones where they must not skip."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import pytest

from pcc.runtime.cpu.library import library
from tests.runtime.products import TARGETS, block, run

SPARSE = "pcc_sparse_gemm"


def few(rng: np.random.Generator, shape: tuple[int, ...], share: float, dtype: Any) -> np.ndarray:
    return np.where(rng.random(shape) < share, rng.standard_normal(shape), 0).astype(dtype)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("size", [(1, 1, 1, 1, 1), (2, 3, 70, 33, 45), (1, 1, 300, 64, 1000), (3, 1, 5, 100, 9_000)])
@pytest.mark.parametrize("in_rows", [True, False])
@pytest.mark.parametrize("share", [0.0, 0.01, 0.3])
def test_against_numpy(dtype: Any, target: str, size: tuple[int, ...], in_rows: bool, share: float) -> None:
    (*batch, m, n, k), rng = size, np.random.default_rng(5)
    a = few(rng, (*batch, m, k) if in_rows else (*batch, k, m), share, dtype)
    a = a if in_rows else a.swapaxes(2, 3)
    b, c = rng.standard_normal((*batch, k, n)).astype(dtype), np.full((*batch, m, n + 3), 7, dtype)
    run(block(a, b, c[..., :n]), c.dtype, library(TARGETS[target]), SPARSE)
    right = a.astype(np.float64) @ b.astype(np.float64)
    np.testing.assert_allclose(c[..., :n], right, rtol=1e-5, atol=1e-5 * (1 + np.abs(right).max()))
    assert (c[..., n:] == 7).all()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("of_a", [True, False])
def test_what_is_not_finite_spreads_as_in_a_dense_product(bad: float, of_a: bool) -> None:
    rng = np.random.default_rng(6)
    a, b = few(rng, (1, 1, 200, 300), 0.01, np.float32), rng.standard_normal((1, 1, 300, 70)).astype(np.float32)
    (a if of_a else b)[0, 0, 17, 11] = bad
    sparse, dense = np.empty((2, 1, 1, 200, 70), np.float32)
    run(block(a, b, sparse), sparse.dtype, routine=SPARSE)
    run(block(a, b, dense), dense.dtype)
    assert not np.isfinite(dense).all()
    np.testing.assert_allclose(sparse, dense, rtol=1e-5, atol=1e-5)


def test_epilogue_sees_every_element_once_when_final() -> None:
    rng = np.random.default_rng(7)
    a, b = few(rng, (2, 3, 700, 900), 0.01, np.float32), rng.standard_normal((2, 3, 900, 40)).astype(np.float32)
    c, seen = np.zeros((6, 700, 40), np.float32), np.zeros((6, 700, 40), np.int32)

    def epilogue(_: int | None, batch: int, m0: int, m1: int, n0: int, n1: int) -> None:
        seen[batch, m0:m1, n0:n1] += 1
        c[batch, m0:m1, n0:n1] += 1

    callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, *[ctypes.c_int64] * 5)(epilogue)
    address = ctypes.cast(callback, ctypes.c_void_p)
    run(block(a, b, c.reshape(2, 3, 700, 40), epilogue=address), c.dtype, routine=SPARSE)
    assert (seen == 1).all()
    np.testing.assert_allclose(c.reshape(2, 3, 700, 40), a.astype(np.float64) @ b + 1, rtol=1e-5, atol=1e-5)
