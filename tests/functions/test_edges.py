"""Derivatives where there is none, or only from one side: those of Paddle where it has numbers, but for those here."""

from __future__ import annotations

from collections.abc import Callable
from math import inf, nan, pi
from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.private import paddle

F = paddle.nn.functional
Fn = Callable[[Any], Any]

AS_PADDLE: dict[str, tuple[Fn, list[float]]] = {
    "abs at 0": (lambda x: paddle.abs(x), [0.0]),
    "maximum at a tie": (lambda x: paddle.maximum(x, paddle.zeros_like(x)), [0.0]),
    "minimum at a tie": (lambda x: paddle.minimum(x, paddle.zeros_like(x)), [0.0]),
    "fmax at a tie": (lambda x: paddle.fmax(x, paddle.zeros_like(x)), [0.0]),
    "fmin at a tie": (lambda x: paddle.fmin(paddle.zeros_like(x), x), [0.0]),
    "clip at its bounds": (lambda x: paddle.clip(x, -1.0, 1.0).sum(), [-1.0, 1.0]),
    "relu at 0": (lambda x: F.relu(x), [0.0]),
    "relu6 at its bounds": (lambda x: F.relu6(x).sum(), [0.0, 6.0]),
    "hardtanh at its bounds": (lambda x: F.hardtanh(x).sum(), [-1.0, 1.0]),
    "leaky_relu at 0": (lambda x: F.leaky_relu(x), [0.0]),
    "elu at 0": (lambda x: F.elu(x), [0.0]),
    "x^2 at 0": (lambda x: paddle.pow(x, 2), [0.0]),
    "x^0 at 0": (lambda x: paddle.pow(x, 0), [0.0]),
    "x^0.5 at 0": (lambda x: paddle.pow(x, 0.5), [0.0]),
    "x^y in x below 0": (lambda x: paddle.pow(x, paddle.full_like(x, 2.0)).sum(), [0.0, -2.0]),
    "x^y in y at x = 0": (lambda y: paddle.pow(paddle.zeros_like(y), y).sum(), [1.0, 2.0]),
    "x^y in y below 0": (lambda y: paddle.pow(paddle.full_like(y, -1.0), y), [2.0]),
    "sqrt at 0": (lambda x: paddle.sqrt(x), [0.0]),
    "x log x at 0": (lambda x: x * paddle.log(x), [0.0]),
    "logit at 1": (lambda x: paddle.logit(x), [1.0]),
    "logit clamped": (lambda x: paddle.logit(x, 0.25).sum(), [0.25, 0.75, 0.0, 1.0]),
    "atan2 in y at 0, 0": (lambda y: paddle.atan2(y, paddle.zeros_like(y)), [0.0]),
    "2-norm at 0": (lambda x: paddle.linalg.norm(x), [0.0, 0.0]),
    "1-norm at 0": (lambda x: paddle.linalg.norm(x, p=1), [0.0, 0.0]),
    "3-norm at 0": (lambda x: paddle.linalg.norm(x, p=3), [0.0, 0.0]),
    "largest norm at 0": (lambda x: paddle.linalg.norm(x, p=inf), [0.0, 0.0]),
    "dist at 0": (lambda x: paddle.dist(x, paddle.zeros_like(x)), [0.0, 0.0]),
    "cdist of equal rows": (lambda x: paddle.cdist(x.unsqueeze(0), paddle.ones([1, 2], "float64")), [1.0, 1.0]),
    "abs of complex zero": (lambda x: paddle.abs(paddle.complex(x, x)), [0.0]),
    "std of equal numbers": (lambda x: paddle.std(x), [1.0, 1.0]),
    "largest of equal numbers": (lambda x: paddle.max(x), [1.0, 1.0]),
    "sort of equal numbers": (lambda x: paddle.sort(x)[0], [1.0, 1.0]),
    "remainder at a step": (lambda x: paddle.remainder(x, paddle.ones_like(x)), [1.0]),
    "floor at a step": (lambda x: paddle.floor(x), [1.0]),
    "logsumexp of -inf": (lambda x: paddle.logsumexp(x), [-inf, 0.0]),
    "nansum of NaN": (lambda x: paddle.nansum(x), [nan, 1.0]),
}
OTHERWISE: dict[str, tuple[Fn, list[float], list[float]]] = {  # with the derivatives
    "sqrt that where takes out": (lambda x: paddle.where(x > 0, paddle.sqrt(x), 0.0), [0.0], [0.0]),  # NaN
    "product with a zero": (lambda x: paddle.prod(x), [0.0, 2.0], [2.0, 0.0]),  # NaN
    "distance of equal rows": (
        lambda x: F.pairwise_distance(x.unsqueeze(0), paddle.ones([1, 2], "float64"), epsilon=0.0),
        *([1.0, 1.0], [0.0, 0.0]),
    ),  # NaN
    "i0e at 0, as abs": (lambda x: paddle.i0e(x), [0.0], [0.0]),  # -1, from the right
    "median of equal numbers": (lambda x: paddle.median(x), [1.0, 1.0, 1.0], [0.0, 1.0, 0.0]),  # 1/3 each
}
HIGHER: dict[str, tuple[Fn, float, int, float]] = {  # at, order, derivative
    "x^2 at 0": (lambda x: paddle.pow(x, 2), 0.0, 2, 2.0),
    "x^y at 0": (lambda x: paddle.pow(x, paddle.full_like(x, 2.0)), 0.0, 2, 2.0),
    "x^3 at 0": (lambda x: paddle.pow(x, 3), 0.0, 3, 6.0),
    "sinc at 0": (lambda x: paddle.sinc(x), 0.0, 2, -(pi**2) / 3),
    "i1 at 0": (lambda x: paddle.i1(x), 0.0, 3, 3 / 8),
    "i0 at 0": (lambda x: paddle.i0(x), 0.0, 2, 1 / 2),
    "norm at 0": (lambda x: paddle.linalg.norm(x), 0.0, 2, 0.0),
    "abs of complex zero": (lambda x: paddle.abs(paddle.complex(x, x)), 0.0, 2, 0.0),
    "product with a zero": (lambda x: paddle.prod(paddle.stack([x, x + 1, x + 2])), 0.0, 2, 6.0),
    "scattered product with a zero": (
        lambda x: paddle.put_along_axis(
            paddle.stack([x]), paddle.zeros([2], "int64"), paddle.stack([x + 1, x + 2]), 0, "mul"
        ).sum(),
        *(0.0, 2, 6.0),
    ),
    "relu at 0": (lambda x: F.relu(x) * x, 0.0, 2, 0.0),
}


def double(*numbers: float) -> Any:
    return paddle.to_tensor(numbers, "float64")


@pytest.mark.parametrize("name", AS_PADDLE)
def test_as_paddle(name: str) -> None:
    fn, point = AS_PADDLE[name]
    x = double(*point)
    x.stop_gradient = False
    wanted = paddle.grad(fn(x).sum(), x)[0].numpy()
    np.testing.assert_allclose(gradient(fn, point), wanted, rtol=1e-12, atol=0)


@pytest.mark.parametrize("name", OTHERWISE)
def test_otherwise(name: str) -> None:
    fn, point, wanted = OTHERWISE[name]
    np.testing.assert_allclose(gradient(fn, point), wanted, rtol=1e-12, atol=0)


def gradient(fn: Fn, point: list[float]) -> Any:
    """Of the sum of the results, by forward mode."""
    return pcc.jacfwd(lambda x: fn(x).sum())(double(*point)).numpy()


@pytest.mark.parametrize("name", HIGHER)
def test_higher_orders(name: str) -> None:
    fn, at, order, wanted = HIGHER[name]
    for _ in range(order):
        fn = derivative(fn)
    np.testing.assert_allclose(fn(paddle.to_tensor(at, "float64")).numpy(), wanted, rtol=1e-12, atol=0)


def derivative(fn: Fn) -> Fn:
    return lambda x: pcc.jvp(fn, (x,), (paddle.ones_like(x),))[1]
