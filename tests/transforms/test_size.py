"""How large transformed programs are, in ops: what orders share is there once, and nothing grows with dimensions."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pcc
from pcc.frontends.paddle.private import paddle


def ops(f: Callable[..., Any], x: Any) -> int:
    return len(list(pcc.trace(f)(x).transform("canonicalize,cse,dce").module.walk()))


def network(inputs: int) -> Any:
    linear = paddle.nn.Linear
    return paddle.nn.Sequential(linear(inputs, 8), paddle.nn.Tanh(), linear(8, 8), paddle.nn.Tanh(), linear(8, 1))


def test_a_laplacian_does_not_grow_with_its_dimension() -> None:
    def laplacian(d: int) -> int:
        net = network(d)
        return ops(pcc.vmap(pcc.laplacian(lambda x: net(x)[0])), paddle.randn([5, d]))

    assert laplacian(3) == laplacian(100)


def test_a_laplacian_carries_one_second_derivative() -> None:
    net, x = network(7), paddle.randn([5, 7])
    text = str(pcc.trace(pcc.vmap(pcc.laplacian(lambda x: net(x)[0])))(x).transform("canonicalize,cse,dce"))
    products = [line for line in text.split("\n") if "pd.matmul" in line]
    second = [line for line in products if "tensor<5x7x8xf32>, tensor<8x8xf32>" in line]
    assert len(second) == 1, "the first derivatives, in all directions, and no second ones"


def test_orders_share() -> None:
    net, x = network(2), paddle.randn([5, 2])
    counts = [ops(net, x)]
    f: Callable[..., Any] = net
    for _ in range(4):
        f = lambda x, f=f: pcc.jvp(f, (x,), (paddle.ones_like(x),))[1]  # noqa: E731
        counts.append(ops(f, x))
    assert all(after < 2.7 * before for before, after in pairwise(counts)), counts
