"""Poisson's equation on a square, -(u_xx + u_yy) = f, with a known solution; derivatives by paddle.grad.

The residual is plain Paddle, with and without pcc: `pcc.jit` compiles gradients of gradients as they are written.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import paddle
from training import compare, network, options, picture, report, train


def exact(x: Any, y: Any, ops: Any = np) -> Any:
    return ops.sin(2 * math.pi * x) * ops.sin(3 * math.pi * y)


def source(x: Any, y: Any) -> Any:
    return 13 * math.pi**2 * exact(x, y, paddle)


def residual(u: Any, x: Any, y: Any) -> Any:
    x.stop_gradient = y.stop_gradient = False
    u_x, u_y = paddle.grad(u(x, y), [x, y], create_graph=True)
    u_xx, u_yy = (paddle.grad(first, by, create_graph=True)[0] for first, by in ((u_x, x), (u_y, y)))
    return u_xx + u_yy + source(x, y)


def main() -> None:
    chosen = options(__doc__, adam=3000, lbfgs=1000)
    net = network(2, 1)

    def u(x: Any, y: Any) -> Any:
        """0 on all sides, whatever the weights."""
        return 16 * x * (1 - x) * y * (1 - y) * net(paddle.concat([x, y], axis=1))

    def loss(x: Any, y: Any) -> Any:
        return residual(u, x, y).square().mean()

    def draw() -> tuple[Any, Any]:
        return paddle.rand([chosen.points, 1]), paddle.rand([chosen.points, 1])

    train(net, loss, draw, chosen)
    x, y = np.meshgrid(*[np.linspace(0, 1, 101)] * 2)
    with paddle.no_grad():
        found = u(*(paddle.to_tensor(part.reshape(-1, 1), "float32") for part in (x, y))).numpy().reshape(x.shape)
    wanted = exact(x, y)
    report(found, wanted)
    if chosen.compare:
        compare(loss, loss, draw())

    def draw_panels(field: Any, error: Any) -> None:
        for axes, title, values in ((field, "u(x, y)", found), (error, "error", found - wanted)):
            mesh = axes.pcolormesh(x, y, values, cmap="RdBu_r", rasterized=True)
            axes.figure.colorbar(mesh, ax=axes)
            axes.set(title=title, xlabel="x", ylabel="y", aspect="equal")

    picture(chosen.out, 2, draw_panels)


if __name__ == "__main__":
    main()
