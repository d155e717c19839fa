"""What is read backwards along a vector is loaded whole and turned."""

from __future__ import annotations

import numpy as np
import paddle
import pytest

import pcc


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32", "int64", "bool"])
@pytest.mark.parametrize("count", [1, 2, 15, 16, 17, 33, 64, 100, 1000])
def test_flipped_rows(count: int, dtype: str) -> None:
    x = (np.random.default_rng(0).random((5, count)) * 3).astype(dtype)
    got = pcc.jit(lambda x: paddle.flip(x, [1]), strict=True)(paddle.to_tensor(x)).numpy()
    assert (got == x[:, ::-1]).all()


@pytest.mark.parametrize("count", [16, 40, 1000])
def test_sums_of_products_with_flipped_rows(count: int) -> None:
    x = np.random.default_rng(0).random((5, count))
    got = pcc.jit(lambda x: (paddle.flip(x, [1]) * x).sum(1), strict=True)(paddle.to_tensor(x)).numpy()
    np.testing.assert_allclose(got, (x[:, ::-1] * x).sum(1), rtol=1e-12)


def test_nothing_is_gathered() -> None:
    loops = pcc.trace(lambda x: paddle.flip(x, [1]))(paddle.ones([8, 1024])).lower().compile().ir("loops")
    assert "kernel.gather" not in loops
    assert "vector.shuffle" in loops
