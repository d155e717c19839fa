"""Poisson's equation in the unit ball of 50 dimensions with a known solution; the Laplacian by pcc.laplacian.

A function of one point is enough: `pcc.vmap` makes it one of many, and the Laplacian carries one sum of second
derivatives instead of a 50 x 50 Hessian.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import paddle
from training import compare, network, options, picture, report, train

import pcc

DIMENSIONS = 50


def bump(x: Any) -> Any:
    """0 on the sphere."""
    return 1 - (x * x).sum(-1)


def exact(x: Any) -> Any:
    return bump(x) * paddle.sin(3 * x.sum(-1) / math.sqrt(DIMENSIONS))


def laplacian_in_paddle(u: Any, x: Any) -> Any:
    """A gradient for every coordinate of the gradient."""
    x.stop_gradient = False
    first = paddle.grad(u(x), x, create_graph=True)[0]
    second = [paddle.grad(first[:, n], x, create_graph=True)[0][:, n] for n in range(x.shape[1])]
    return paddle.add_n(second)


def main() -> None:
    chosen = options(__doc__, adam=4000, lbfgs=1000, points=200)
    net = network(DIMENSIONS, 1, width=64, depth=3)

    def u(x: Any) -> Any:
        return bump(x) * net(x).squeeze(-1)

    def loss(x: Any) -> Any:
        difference = pcc.vmap(pcc.laplacian(lambda x: u(x) - exact(x)))
        return difference(x).square().mean()

    def draw(points: int = chosen.points) -> tuple[Any]:
        """Every distance from the centre as likely as every other."""
        x = paddle.randn([points, DIMENSIONS])
        return (x / x.norm(axis=1, keepdim=True) * paddle.rand([points, 1]),)

    train(net, loss, draw, chosen)
    (x,) = draw(10000)
    with paddle.no_grad():
        found, wanted = u(x).numpy(), exact(x).numpy()
    report(found, wanted)
    if chosen.compare:
        compare(loss, lambda x: laplacian_in_paddle(lambda x: u(x) - exact(x), x).square().mean(), draw())

    def draw_panels(scatter: Any, errors: Any) -> None:
        scatter.plot(wanted[:2000], found[:2000], ".", ms=2, rasterized=True)
        scatter.set(title="at 2000 points of the ball", xlabel="solution", ylabel="network", aspect="equal")
        errors.hist(np.log10(np.abs(found - wanted) + 1e-9), bins=50)
        errors.set(title="errors at 10000 points", xlabel="log10 |error|", ylabel="points")

    picture(chosen.out, 2, draw_panels)


if __name__ == "__main__":
    main()
