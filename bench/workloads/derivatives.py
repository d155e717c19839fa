"""The tasks of transforms.py: derivatives of tanh networks, each written once over a way to take derivatives.

A way (taped.py, functional.py) has `tanh` and methods of a function f of points [n, d]:

    partials(f, x, wanted)          columns [n, 1] of f [n, m]; (c, i, j) in `wanted`: d2 f[:, c] / dx[:, i] dx[:, j]
    laplacian(f, x)                 [n] of f [n, 1]
    biharmonic(f, x)                [n], the laplacian's laplacian
    hessian(f, x)                   [n, d, d] of f [n, 1]
    jacobian(f, x)                  [n, m, d] of f [n, m]
    training(loss, parameters)      the loss and its gradients, in the order of the parameters
    sample_gradients(loss, parameters, x)   gradients [n, ...] of the loss of each point
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
Parameters = dict[str, Any]
VISCOSITY = 0.01


@dataclass(frozen=True)
class Task:
    """A body over (way, network, parameters, points), the network's widths, how many points, and pcc's bar."""

    title: str
    body: Callable[..., Any]
    widths: tuple[int, ...]
    points: int
    bar: float
    trains: bool = False

    def arrays(self) -> tuple[Parameters, Array]:
        """Parameters and points, float32, the same in every process."""
        rng = np.random.default_rng(0)
        parameters: Parameters = {}
        for n, (a, b) in enumerate(pairwise(self.widths)):
            parameters[f"w{n}"] = (rng.standard_normal((a, b)) * a**-0.5).astype(np.float32)
            parameters[f"b{n}"] = (rng.standard_normal(b) * 0.1).astype(np.float32)
        return parameters, rng.random((self.points, self.widths[0]), np.float32)

    def small(self) -> Task:
        """The same of a few points and narrow layers: it runs first, as what a way loads once is no task's."""
        first, *hidden, last = self.widths
        return replace(self, widths=(first, *(min(width, 8) for width in hidden), last), points=4)


def network(tanh: Callable[[Any], Any]) -> Callable[[Parameters, Any], Any]:
    """Linear layers with tanh between them, of (parameters, points)."""

    def apply(parameters: Parameters, x: Any) -> Any:
        last = len(parameters) // 2 - 1
        for n in range(last):
            x = tanh(x @ parameters[f"w{n}"] + parameters[f"b{n}"])
        return x @ parameters[f"w{last}"] + parameters[f"b{last}"]

    return apply


def at(net: Any, parameters: Parameters) -> Callable[[Any], Any]:
    return lambda x: net(parameters, x)


def burgers(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
    """u_t + u u_x - v u_xx at points (x, t)."""
    wanted = [(0,), (0, 0), (0, 1), (0, 0, 0)]
    u, u_x, u_t, u_xx = way.partials(at(net, parameters), x, wanted)
    return [u_t + u * u_x - VISCOSITY * u_xx]


def navier_stokes(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
    """Momentum in x and y, and continuity, of (u, v, p) at points (x, y, t)."""
    first = [(c, i) for c in (0, 1) for i in range(3)]
    second = [(c, i, i) for c in (0, 1) for i in (0, 1)]
    found = way.partials(at(net, parameters), x, [(0,), (1,), *first, (2, 0), (2, 1), *second])
    u, v, u_x, u_y, u_t, v_x, v_y, v_t, p_x, p_y, u_xx, u_yy, v_xx, v_yy = found
    along_x = u_t + u * u_x + v * u_y + p_x - VISCOSITY * (u_xx + u_yy)
    along_y = v_t + u * v_x + v * v_y + p_y - VISCOSITY * (v_xx + v_yy)
    return [along_x, along_y, u_x + v_y]


def training(residuals: Callable[..., Any]) -> Callable[..., Any]:
    """The sum of the residuals' mean squares, and its gradients."""

    def body(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
        def loss(parameters: Parameters) -> Any:
            return sum((r * r).mean() for r in residuals(way, net, parameters, x))

        return way.training(loss, parameters)

    return body


def laplacian(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
    return way.laplacian(at(net, parameters), x)


def biharmonic(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
    return way.biharmonic(at(net, parameters), x)


def hessian(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
    return way.hessian(at(net, parameters), x)


def jacobian(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
    return way.jacobian(at(net, parameters), x)


def sample_gradients(way: Any, net: Any, parameters: Parameters, x: Any) -> Any:
    return way.sample_gradients(lambda parameters, x: (net(parameters, x) ** 2).sum(), parameters, x)


def deep(inputs: int, outputs: int = 1) -> tuple[int, ...]:
    return inputs, 64, 64, 64, 64, outputs


TASKS = {
    "a": Task("Burgers residual", burgers, deep(2), 10_000, 1.5),
    "a2": Task("Burgers training step", training(burgers), deep(2), 10_000, 1.2, trains=True),
    "b10": Task("Laplacian, d = 10", laplacian, deep(10), 1000, 1.5),
    "b50": Task("Laplacian, d = 50", laplacian, deep(50), 1000, 1.5),
    "b100": Task("Laplacian, d = 100", laplacian, deep(100), 1000, 1.5),
    "c": Task("biharmonic, d = 3", biharmonic, deep(3), 1000, 1.2),
    "d": Task("Hessian, 64 inputs, 16 points", hessian, deep(64), 16, 1.0),
    "e": Task("Jacobian 32 to 16, 1024 points", jacobian, deep(32, 16), 1024, 1.0),
    "f": Task("Navier-Stokes residual", navier_stokes, deep(3, 3), 10_000, 1.5),
    "f2": Task("Navier-Stokes training step", training(navier_stokes), deep(3, 3), 10_000, 1.2, trains=True),
    "g": Task("per-sample gradients, 512 points", sample_gradients, (32, 64, 64, 1), 512, 1.0),
}
