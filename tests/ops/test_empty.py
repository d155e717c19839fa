"""Tensors without elements, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

import pcc

Function = Callable[..., Any]


def _sum_between(x: Any) -> tuple[Any, ...]:
    total = x.sum()
    return total, x * total, (x * total).sum()


def _ones_beside(x: Any) -> tuple[Any, ...]:
    ones = paddle.ones([1])
    return x.sum(-1) * ones, x * ones, ones


FUNCTIONS: dict[str, Function] = {
    "sum": paddle.sum,
    "sum of tanh": lambda x: paddle.tanh(x).sum(),
    "sum of rows": lambda x: x.sum(-1),
    "product": paddle.prod,
    "mean": paddle.mean,
    "all": lambda x: (x > 0).all(),
    "logsumexp": paddle.logsumexp,
    "norm": paddle.linalg.norm,
    "std": paddle.std,
    "concatenated": lambda x: paddle.concat([x, x, paddle.ones([1, *x.shape[1:]])]) * 2,
    "sum between": _sum_between,
    "ones beside": _ones_beside,
}


@pytest.mark.parametrize("shape", [[0, 4], [4, 0], [0, 0], [0, 1], [1, 0], [2, 0, 3]])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_of_nothing(name: str, shape: list[int]) -> None:
    x, function = paddle.zeros(shape), FUNCTIONS[name]
    wanted, got = function(x), pcc.jit(function, strict=True)(x)
    pairs = zip(wanted, got, strict=True) if isinstance(wanted, tuple) else [(wanted, got)]
    for want, found in pairs:
        assert (found.shape, found.dtype) == (want.shape, want.dtype)
        np.testing.assert_array_equal(found.numpy(), want.numpy())
