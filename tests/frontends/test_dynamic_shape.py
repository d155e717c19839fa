"""`x.shape` where it depends on data: what a function does with it is what it does outside of a capture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.frontends.paddle.errors import ConcretizationError

pytestmark = pytest.mark.filterwarnings("ignore::pcc.frontends.paddle.program.LeftToPaddleWarning")


def counted(x: Any) -> Any:
    total = x * 0
    for i in range(paddle.unique(x).shape[0]):
        total = total + i
    return total


def chosen(x: Any) -> Any:
    if paddle.nonzero(x > 1).shape[0] > 3:
        return x * 2
    return x * 3


FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "a number": lambda x: paddle.unique(x).shape[0] + x.sum(),
    "a divisor": lambda x: x[x > 1.5].sum() / x[x > 1.5].shape[0],
    "a size": lambda x: x.sum() / x[x > 1].size,
    "a shape": lambda x: paddle.nonzero(x > 1).reshape([paddle.nonzero(x > 1).shape[0] * 2]),
    "a new tensor": lambda x: paddle.zeros([paddle.unique(x).shape[0], 2]) + 1,
    "a range": lambda x: paddle.arange(paddle.unique(x).shape[0]),
    "a bound": lambda x: x.flatten()[: paddle.nonzero(x > 1).shape[0]],
    "a wider tensor": lambda x: paddle.ones([1, 2]).expand([paddle.unique(x).shape[0], 2]),
    "a loop": counted,
    "a condition": chosen,
    "known extents": lambda x: x[x > 1].ndim + paddle.nonzero(x).shape[1] * x,
}


@pytest.mark.parametrize("fn", FUNCTIONS.values(), ids=FUNCTIONS)
def test_extents_that_depend_on_data(fn: Callable[[Any], Any]) -> None:
    jitted = pcc.jit(fn)
    for values in ([[0.3, 1.7, 2.2], [1.0, 2.0, 3.0]], [[0.3, 1.7, 0.3], [1.0, 0.0, 1.0]]):
        got, want = jitted(paddle.to_tensor(values)), fn(paddle.to_tensor(values))
        assert (got.shape, got.dtype) == (want.shape, want.dtype)
        np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-6)


def test_a_length_is_a_number_or_an_error() -> None:
    with pytest.raises(ConcretizationError, match=r"use x.shape\[0\], which may be a tensor"):
        pcc.jit(lambda x: x * len(paddle.unique(x)))(paddle.ones([3]))


def test_as_many_numbers_as_python_says_are_no_data() -> None:
    """Paddle itself compares the shape of these weights with the number of classes."""

    def loss(x: Any, labels: Any) -> Any:
        return paddle.nn.functional.cross_entropy(x, labels, weight=paddle.linspace(0.5, 1.5, 4))

    x, labels = paddle.to_tensor(np.random.RandomState(0).randn(5, 4), "float32"), paddle.to_tensor([0, 1, 2, 3, 1])
    np.testing.assert_allclose(pcc.jit(loss)(x, labels).numpy(), loss(x, labels).numpy(), rtol=1e-6)
