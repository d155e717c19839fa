"""Layers as functions of their parameters."""

from __future__ import annotations

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.errors import ArgumentError
from pcc.frontends.paddle.private import paddle


def test_gradients_by_parameters() -> None:
    net, x = (
        paddle.nn.Sequential(paddle.nn.Linear(3, 8), paddle.nn.Tanh(), paddle.nn.Linear(8, 1)),
        paddle.randn([5, 3]),
    )
    parameters = dict(net.named_parameters())
    found = pcc.grad(lambda p: (pcc.functional_call(net, p, x) ** 2).mean())(parameters)
    want = paddle.grad((net(x) ** 2).mean(), list(parameters.values()))
    for name, gradient in zip(parameters, want, strict=True):
        np.testing.assert_allclose(found[name].numpy(), gradient.numpy(), rtol=1e-5, atol=1e-7)
    assert dict(net.named_parameters())["0.weight"] is parameters["0.weight"]


def test_an_ensemble() -> None:
    nets = [paddle.nn.Linear(3, 2) for _ in range(4)]
    stacked = {name: paddle.stack([dict(n.named_parameters())[name] for n in nets]) for name in ("weight", "bias")}
    x = paddle.randn([5, 3])
    found = pcc.vmap(lambda p: pcc.functional_call(nets[0], p, x))(stacked)
    np.testing.assert_allclose(found.numpy(), np.stack([n(x).numpy() for n in nets]), rtol=1e-5, atol=1e-6)


def test_shared_parameters_are_replaced_everywhere() -> None:
    one = paddle.nn.Linear(3, 3)
    net, x = paddle.nn.Sequential(one, paddle.nn.Tanh(), one), paddle.randn([2, 3])
    zeros = {name: paddle.zeros_like(value) for name, value in net.named_parameters()}
    assert not pcc.functional_call(net, zeros, x).any()


@pytest.mark.parametrize(
    ("name", "shape", "message"), [("wait", [2, 2], "it has weight, bias"), ("bias", [3], "shape")]
)
def test_what_does_not_fit(name: str, shape: list[int], message: str) -> None:
    net = paddle.nn.Linear(2, 2)
    with pytest.raises(ArgumentError, match=message):
        pcc.functional_call(net, {name: paddle.zeros(shape)}, paddle.ones([1, 2]))
