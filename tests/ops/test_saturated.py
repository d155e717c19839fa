"""Gradients where a function is saturated are finite, and those of eager Paddle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.private import paddle

F = paddle.nn.functional
LARGE = [100.0, -100.0, 89.0, 1e30, -1e30, 0.5]
FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "softplus": F.softplus,
    "elu": lambda x: F.elu(x, 0.7),
    "selu": F.selu,
    "log_sigmoid": F.log_sigmoid,
    "mish": F.mish,
    "gelu": F.gelu,
    "sigmoid": F.sigmoid,
    "tanh": paddle.tanh,
    "hardshrink at its threshold": lambda x: F.hardshrink(x, 0.5),
    "binary_cross_entropy": lambda x: F.binary_cross_entropy(F.sigmoid(x), paddle.to_tensor([0.0, 1, 0, 1, 0, 1])),
    "binary_cross_entropy_with_logits": lambda x: F.binary_cross_entropy_with_logits(x.clip(-1e3, 1e3), (x < 1) * 1.0),
}


@pytest.mark.parametrize("fn", FUNCTIONS.values(), ids=FUNCTIONS)
def test_slopes_of_saturated_functions(fn: Callable[[Any], Any]) -> None:
    x = paddle.to_tensor(LARGE, stop_gradient=False)
    got, want = (paddle.grad(run(x).sum(), x)[0].numpy() for run in (pcc.jit(fn), fn))
    assert np.isfinite(got).all()
    np.testing.assert_allclose(got, want, rtol=1e-5, atol=1e-30)


def test_slopes_of_a_loss_where_it_is_certain() -> None:
    p, labels = [0.0, 1.0, 0.0, 1.0, 0.5], paddle.to_tensor([0.0, 1.0, 1.0, 0.0, 1.0])
    p = paddle.to_tensor(p, stop_gradient=False)
    loss = lambda p: F.binary_cross_entropy(p, labels)  # noqa: E731
    got, want = (paddle.grad(run(p), p)[0].numpy() for run in (pcc.jit(loss), loss))
    np.testing.assert_allclose(got, want, rtol=1e-5)


def test_a_loop_that_a_cotangent_ends() -> None:
    """`matrix_exp` squares its result as often as the norm of what it is given asks."""
    x = paddle.to_tensor(np.random.RandomState(0).randn(4, 4), dtype="float64", stop_gradient=False)
    got, want = (
        paddle.grad(run(x).sum(), x)[0].numpy() for run in (pcc.jit(paddle.linalg.matrix_exp), paddle.linalg.matrix_exp)
    )
    np.testing.assert_allclose(got, want, rtol=1e-9)
