"""Burgers' equation u_t + u u_x = 0.01/pi u_xx, whose solution becomes a shock; derivatives by pcc.jvp.

The network is trained by the equation alone and compared with the solution that the Cole-Hopf transform gives.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import paddle
from training import compare, network, options, picture, report, train

import pcc

NU = 0.01 / math.pi


def residual(u: Any, x: Any, t: Any) -> Any:
    """Forwards along one coordinate at a time: nothing is kept for a way back."""
    one = paddle.ones_like(x)
    value, u_t = pcc.jvp(lambda t: u(x, t), (t,), (one,))
    u_x, u_xx = pcc.jvp(lambda x: pcc.jvp(lambda x: u(x, t), (x,), (one,))[1], (x,), (one,))
    return u_t + value * u_x - NU * u_xx


def residual_in_paddle(u: Any, x: Any, t: Any) -> Any:
    """The same by gradients of gradients."""
    x.stop_gradient = t.stop_gradient = False
    value = u(x, t)
    u_x, u_t = paddle.grad(value, [x, t], create_graph=True)
    u_xx = paddle.grad(u_x, x, create_graph=True)[0]
    return u_t + value * u_x - NU * u_xx


def reference(x: Any, t: Any) -> Any:
    """The quotient of two integrals over a Gaussian (Cole 1951, Hopf 1950), by Gauss-Hermite quadrature."""
    nodes, weights = np.polynomial.hermite.hermgauss(100)
    y = x[..., None] - nodes * np.sqrt(4 * NU * t[..., None])
    weights = weights * np.exp(-np.cos(np.pi * y) / (2 * np.pi * NU))
    return -(np.sin(np.pi * y) * weights).sum(-1) / weights.sum(-1)


def main() -> None:
    chosen = options(__doc__, adam=5000, lbfgs=4000)
    net = network(2, 1)

    def u(x: Any, t: Any) -> Any:
        """-sin(pi x) at the start and 0 at both ends, whatever the weights."""
        return t * (1 - x * x) * net(paddle.concat([x, t], axis=1)) - paddle.sin(math.pi * x)

    def loss(x: Any, t: Any) -> Any:
        return residual(u, x, t).square().mean()

    def draw() -> tuple[Any, Any]:
        return paddle.uniform([chosen.points, 1], min=-1.0), paddle.rand([chosen.points, 1])

    train(net, loss, draw, chosen)
    x, t = np.meshgrid(np.linspace(-1, 1, 201), np.linspace(0, 1, 101))
    with paddle.no_grad():
        found = u(*(paddle.to_tensor(part.reshape(-1, 1), "float32") for part in (x, t))).numpy().reshape(x.shape)
    wanted = reference(x, t)
    report(found, wanted)
    if chosen.compare:
        compare(loss, lambda x, t: residual_in_paddle(u, x, t).square().mean(), draw())

    def draw_panels(field: Any, error: Any, cut: Any) -> None:
        for axes, title, values in ((field, "u(x, t)", found), (error, "error", found - wanted)):
            mesh = axes.pcolormesh(t, x, values, cmap="RdBu_r", rasterized=True)
            axes.figure.colorbar(mesh, ax=axes)
            axes.set(title=title, xlabel="t", ylabel="x")
        for row in (25, 50, 100):
            cut.plot(x[row], wanted[row], "k-", lw=1)
            cut.plot(x[row, ::8], found[row, ::8], "o", ms=3, label=f"t = {t[row, 0]:g}")
        cut.set(title="network (dots), Cole-Hopf (lines)", xlabel="x")
        cut.legend()

    picture(chosen.out, 3, draw_panels)


if __name__ == "__main__":
    main()
