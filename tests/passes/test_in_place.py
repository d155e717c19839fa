"""Kernels that write over an input that dies in them still read it first: against Paddle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

import pcc


def _column(x: Any) -> Any:
    return paddle.matmul(x, x[:, :1]).reshape([-1])


def _row(v: Any, x: Any) -> Any:
    return paddle.matmul(v.reshape([1, -1]), x)


def mean_before_blend(x: Any, y: Any) -> Any:
    """Two results of one kernel, the first of which could overwrite what the second reads."""
    old, mean = _column(x), paddle.matmul(x, y).mean(1)
    return _row(mean, x), _row(old * 0.9 + mean * 0.1, x)


def sums_and_products(x: Any, y: Any) -> Any:
    """A result of a row's size beside one of the whole."""
    old, product = _column(y), paddle.matmul(x, y)
    return _row(product.sum(1), x), paddle.matmul(product * old.reshape([-1, 1]), y)


def centred_both_ways(x: Any, y: Any) -> Any:
    """Reductions over rows and over columns: neither order of loops reads all before it writes."""
    product = paddle.matmul(x, y)
    return paddle.matmul(product - product.mean(0, keepdim=True) - product.mean(1, keepdim=True), y)


def pairs(x: Any, y: Any) -> Any:
    """A narrow last axis, stored interleaved."""
    product = paddle.matmul(x, y).reshape([-1, 2])
    twice, squared = product * 2, product * product
    return paddle.matmul(twice.reshape(x.shape), y), paddle.matmul(squared.reshape(x.shape), x)


def pairwise(x: Any, y: Any) -> Any:
    """One result a row of pairs, as many as each of two inputs has elements: one is read again by all other rows."""
    one, other = paddle.matmul(x, y), paddle.matmul(y, x)
    apart = one.unsqueeze(1) - other.unsqueeze(2)
    return paddle.matmul((paddle.tanh(apart) * one.unsqueeze(1)).sum(2), x)


def pairs_with_itself(x: Any, y: Any) -> Any:
    """The same, of one tensor by way of two views."""
    one = paddle.tanh(_column(x))
    return _row((one.unsqueeze(0) * one.unsqueeze(1)).sum(0), y)


def two_results_a_row(x: Any, y: Any) -> Any:
    """The first does not read the old value that the second needs, and could lie where that is."""
    old, product = _column(x), paddle.matmul(x, y)
    return _row(product.sum(1), x), _row(product.max(1) * old, x)


def _weights(product: Any) -> Any:
    return paddle.exp(product - product.max(1, keepdim=True))


def attended(x: Any, y: Any) -> Any:
    """Weights that may lie where the scores were, beside what they are divided by after the product."""
    weights = _weights(paddle.matmul(x, y) / 16)
    return paddle.matmul(weights / weights.sum(1, keepdim=True), y[:, :4])


def weights_and_their_sums(x: Any, y: Any) -> Any:
    weights = _weights(paddle.matmul(x, y) / 16)
    return paddle.matmul(weights, y), _row(weights.sum(1), x), _row((weights * weights).sum(1), x)


def weights_and_sums_of_scores(x: Any, y: Any) -> Any:
    """What is added up after the weights are there reads the scores that they could overwrite."""
    product = paddle.matmul(x, y) / 16
    weights = _weights(product)
    sums = weights.sum(1, keepdim=True)
    return paddle.matmul(weights, y), _row((product - sums).abs().sum(1), x), _row(sums.reshape([-1]), x)


@pytest.mark.parametrize("size", [8, 40, 256])
@pytest.mark.parametrize(
    "function",
    [
        mean_before_blend,
        sums_and_products,
        centred_both_ways,
        pairs,
        pairwise,
        pairs_with_itself,
        two_results_a_row,
    ],
)
def test_in_place(function: Callable[..., Any], size: int) -> None:
    check(function, size)


@pytest.mark.parametrize("size", [8, 65, 256])  # rows go in pairs if their number is even
@pytest.mark.parametrize("function", [attended, weights_and_their_sums, weights_and_sums_of_scores])
def test_kept_rows_in_place(function: Callable[..., Any], size: int) -> None:
    check(function, size)


def check(function: Callable[..., Any], size: int) -> None:
    rng = np.random.default_rng(size)
    x, y = (paddle.to_tensor(rng.standard_normal([size, size]).astype("float32")) for _ in "xy")
    found, wanted = pcc.jit(function)(x, y), function(x, y)
    for got, want in zip(*((r if isinstance(r, tuple) else (r,)) for r in (found, wanted)), strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=0, atol=2e-6 * float(want.abs().max()))


def test_training_batch_norm_of_many_elements() -> None:
    """Its statistics are reduced in two kernels, beside the running means that they are blended into."""

    def norm(x: Any, w: Any) -> Any:
        results = paddle._C_ops.batch_norm(x, w * 0, w * 0 + 1, w, w, False, 0.9, 1e-5, "NCHW", False, False)
        return results[:4]

    x = paddle.to_tensor(np.random.default_rng(0).standard_normal([66, 2, 32, 32]).astype("float32") + 3)
    for got, want in zip(pcc.jit(norm)(x, paddle.ones([2])), norm(x, paddle.ones([2])), strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-5, atol=1e-5)
