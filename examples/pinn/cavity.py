"""Navier-Stokes in a square whose lid moves, Re = 100, by stream function and vorticity; derivatives by pcc.jvp.

The flow is singular where the lid meets the walls: a wall that scrapes over another (Taylor 1962). That part is known
and added to the network, which learns what is left. Compared with the velocities of Ghia, Ghia and Shin 1982.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import paddle
from training import compare, network, options, picture, report, train

import pcc

NU = 1 / 100
Y = [1.0, 0.9766, 0.9688, 0.9609, 0.9531, 0.8516, 0.7344, 0.6172, 0.5]
Y += [0.4531, 0.2813, 0.1719, 0.1016, 0.0703, 0.0625, 0.0547, 0.0]
U = [1.0, 0.84123, 0.78871, 0.73722, 0.68717, 0.23151, 0.00332, -0.13641, -0.20581]  # at x = 0.5
U += [-0.2109, -0.15662, -0.1015, -0.06434, -0.04775, -0.04192, -0.03717, 0.0]
X = [1.0, 0.9688, 0.9609, 0.9531, 0.9453, 0.9063, 0.8594, 0.8047, 0.5]
X += [0.2344, 0.2266, 0.1563, 0.0938, 0.0781, 0.0703, 0.0625, 0.0]
V = [0.0, -0.05906, -0.07391, -0.08864, -0.10313, -0.16914, -0.22445, -0.24533, 0.05454]  # at y = 0.5
V += [0.17527, 0.17507, 0.16077, 0.12317, 0.1089, 0.10091, 0.09233, 0.0]


def scraped(along: Any, down: Any) -> tuple[Any, Any]:
    """Stream function and vorticity at a corner, by the distances along the lid and down the wall."""
    scale = 1 / (1 - math.pi**2 / 4)
    psi = scale * (math.pi**2 / 4 * down - paddle.atan2(down, along) * (math.pi / 2 * down + along))
    return psi, scale * (math.pi * along - 2 * down) / (along * along + down * down)


def flow(net: Any, points: Any, corner: Any = scraped) -> Any:
    """Stream function and vorticity, [n, 2]. The velocity is (1, 0) at the lid and 0 at the walls, for all weights."""
    x, y = points[:, :1], points[:, 1:]
    (left, left_vorticity), (right, right_vorticity) = corner(x, 1 - y), corner(1 - x, 1 - y)
    smooth_x, smooth_y = x * x * (3 - 2 * x), y * y * (3 - 2 * y)
    inside = (16 * x * (1 - x) * y * (1 - y)) ** 2
    learnt = net(2 * points - 1)
    psi = smooth_y * ((1 - smooth_x) * left + smooth_x * right) + 0.1 * inside * learnt[:, :1]
    return paddle.concat([psi, left_vorticity + right_vorticity + 3 * learnt[:, 1:]], axis=1)


def axis(points: Any, number: int) -> Any:
    """The direction of a coordinate."""
    return paddle.zeros_like(points) + paddle.eye(2)[number]


@pcc.jit
def velocity(net: Any, points: Any) -> Any:
    psi_x, psi_y = (pcc.jvp(lambda p: flow(net, p), (points,), (axis(points, n),))[1][:, :1] for n in (0, 1))
    return paddle.concat([psi_y, -psi_x], axis=1)


def equations(value: Any, by_x: Any, by_y: Any, laplacian: Any) -> tuple[Any, Any]:
    """What is 0: vorticity + laplacian of the stream function; transport of vorticity."""
    (psi_x, omega_x), (psi_y, omega_y) = (paddle.split(part, 2, axis=1) for part in (by_x, by_y))
    return value[:, 1:] + laplacian[:, :1], psi_y * omega_x - psi_x * omega_y - NU * laplacian[:, 1:]


def residuals(net: Any, points: Any, corner: Any = scraped) -> tuple[Any, Any]:
    def along(direction: Any) -> tuple[Any, Any, Any]:
        """Value, first and second derivative."""

        def once(points: Any) -> Any:
            return pcc.jvp(lambda points: flow(net, points, corner), (points,), (direction,))

        (value, first), (_, second) = pcc.jvp(once, (points,), (direction,))
        return value, first, second

    (value, by_x, by_xx), (_, by_y, by_yy) = (along(axis(points, n)) for n in (0, 1))
    return equations(value, by_x, by_y, by_xx + by_yy)


def simple_corner(along: Any, down: Any) -> tuple[Any, Any]:
    """For Paddle, which has no such derivatives of atan2 and quotients: a lid without walls."""
    return -down, along


def residuals_in_paddle(net: Any, points: Any) -> tuple[Any, Any]:
    """By gradients of gradients."""
    points.stop_gradient = False
    value = flow(net, points, simple_corner)
    first = [paddle.grad(value[:, n], points, create_graph=True)[0] for n in (0, 1)]
    second = [[paddle.grad(f[:, n], points, create_graph=True)[0][:, n] for n in (0, 1)] for f in first]
    by_x, by_y = (paddle.stack([f[:, n] for f in first], axis=1) for n in (0, 1))
    return equations(value, by_x, by_y, paddle.stack([x + y for x, y in second], axis=1))


def objective(points: Any, residuals: tuple[Any, Any]) -> Any:
    """Mean squares, with less weight near the upper corners."""
    x, y = points[:, :1], points[:, 1:]
    left, right = x**2 + (1 - y) ** 2, (1 - x) ** 2 + (1 - y) ** 2
    weight = left * right / ((left + 0.1) * (right + 0.1))
    return sum((weight * residual).square().mean() for residual in residuals)


def main() -> None:
    chosen = options(__doc__, adam=2000, lbfgs=3000)
    net = network(2, 2)

    def loss(points: Any) -> Any:
        return objective(points, residuals(net, points))

    def draw() -> tuple[Any]:
        return (paddle.rand([chosen.points, 2]),)

    def at(f: Any, x: Any, y: Any) -> Any:
        """What `f` gives at places, by column."""
        places = np.stack(np.broadcast_arrays(x, y), axis=-1).reshape(-1, 2)
        with paddle.no_grad():
            return f(net, paddle.to_tensor(places, "float32")).numpy().T

    train(net, loss, draw, chosen)
    report(at(velocity, 0.5, Y)[0], U, "u at x = 0.5")
    report(at(velocity, X, 0.5)[1], V, "v at y = 0.5")
    line = np.linspace(0, 1, 501)
    upright, middle = at(velocity, 0.5, line)[0], at(velocity, line, 0.5)[1]
    print(f"v from {middle.min():.4f} to {middle.max():.4f}; Botella and Peyret 1998: -0.2538 to 0.1796")
    if chosen.compare:
        compare(loss, lambda points: objective(points, residuals_in_paddle(net, points)), draw())

    def draw_panels(field: Any, along_y: Any, along_x: Any) -> None:
        x, y = np.meshgrid(*[np.linspace(0.001, 0.999, 101)] * 2)
        psi = at(flow, x, y)[0].reshape(x.shape)
        field.contour(x, y, psi, levels=[*np.linspace(-0.1, -0.01, 10), -1e-3, -1e-4, 1e-6, 1e-5], cmap="viridis")
        field.set(title="stream function", xlabel="x", ylabel="y", aspect="equal")
        along_y.plot(upright, line, "-", U, Y, "o", ms=3)
        along_y.set(title="Ghia et al. (dots)", xlabel="u at x = 0.5", ylabel="y")
        along_x.plot(line, middle, "-", X, V, "o", ms=3)
        along_x.set(title="Ghia et al. (dots)", xlabel="x", ylabel="v at y = 0.5")

    picture(chosen.out, 3, draw_panels)


if __name__ == "__main__":
    main()
