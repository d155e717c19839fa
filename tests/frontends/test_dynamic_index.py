"""Indices that the program computes, against eager Paddle."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.private import paddle


def written(x: Any, i: Any) -> Any:
    y = x * 1.0
    y[i] = 7.0
    y[:, i] = x[0]
    y[i, 2] = x[1, 1]
    return y


def written_twice(x: Any, i: Any) -> Any:
    y = x * 1.0
    y[i, i] = 3.0
    y[1, i] = x.sum()
    return y


def looped(x: Any, i: Any) -> Any:
    total, n = paddle.zeros([4]), paddle.zeros([], "int64")
    while n < i:
        total = total + x[n]
        n = n + 1
    return total


CALLS = [lambda x, i: x[i], lambda x, i: x[:, i], lambda x, i: x[i, i], lambda x, i: x[1, i], written, written_twice]


@pytest.mark.parametrize("f", [*CALLS, looped])
@pytest.mark.parametrize("place", [0, 2])
def test_an_index_from_the_program(f: Any, place: int) -> None:
    x, i = paddle.randn([4, 4]), paddle.to_tensor(place)
    want = f(x, i) if f is not looped else x[:place].sum(0)
    fast = pcc.jit(f, strict=True)
    np.testing.assert_allclose(fast(x, i).numpy(), want.numpy(), rtol=1e-6)
    fast(x, i + 1)
    assert len(next(iter(fast.programs.values())).stages()) == 1, "no program for each index"


@pytest.mark.parametrize("f", CALLS)
def test_a_batch_of_indices(f: Any) -> None:
    x, places = paddle.randn([4, 4]), paddle.to_tensor([2, 0, -1])
    want = paddle.stack([f(x, i) for i in places])
    np.testing.assert_allclose(pcc.vmap(f, in_axes=(None, 0))(x, places).numpy(), want.numpy(), rtol=1e-6)
