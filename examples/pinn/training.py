"""What the examples share: options, a network, training, times and pictures."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import paddle

import pcc

Loss = Callable[..., Any]  # of points, drawn anew or fixed
Draw = Callable[[], tuple[Any, ...]]


def options(about: str, adam: int, lbfgs: int, points: int = 1000) -> argparse.Namespace:
    """The command line of an example."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--steps", type=int, default=adam, help=f"of Adam, on new points each ({adam})")
    parser.add_argument("--polish", type=int, default=lbfgs, help=f"steps of L-BFGS after them ({lbfgs})")
    parser.add_argument("--points", type=int, default=points, help=f"in a step of Adam ({points})")
    parser.add_argument("--compare", action="store_true", help="time a step in plain Paddle, too")
    parser.add_argument("--out", help="file of the picture: .svg or .png")
    chosen = parser.parse_args()
    paddle.seed(chosen.seed)
    return chosen


def network(inputs: int, outputs: int, width: int = 32, depth: int = 4) -> paddle.nn.Layer:
    """A perceptron with `depth` hidden layers."""
    layers: list[paddle.nn.Layer] = []
    for number in range(depth):
        layers += [paddle.nn.Linear(width if number else inputs, width), paddle.nn.Tanh()]
    return paddle.nn.Sequential(*layers, paddle.nn.Linear(width, outputs))


def train(net: paddle.nn.Layer, loss: Loss, draw: Draw, chosen: argparse.Namespace) -> list[float]:
    """Adam with a learning rate that falls to 0, then L-BFGS on four times as many points; the losses."""
    compiled, losses, start = pcc.jit(loss, strict=True), list[float](), time.perf_counter()

    def evaluate(*points: Any) -> Any:
        for weight in net.parameters():
            weight.clear_gradient()
        value = compiled(*points)
        value.backward()
        losses.append(float(value))
        return value

    def say(name: str) -> None:
        print(f"{name:8}{len(losses):7d} evaluations   loss {losses[-1]:.2e}   {time.perf_counter() - start:5.1f} s")

    rate = paddle.optimizer.lr.CosineAnnealingDecay(learning_rate=2e-3, T_max=max(chosen.steps, 1))
    adam = paddle.optimizer.Adam(rate, parameters=net.parameters(), use_multi_tensor=True)
    for step in range(chosen.steps):
        evaluate(*draw())
        adam.step()
        rate.step()
        if step % 1000 == 0:
            say("Adam")
    fixed = [paddle.concat(group) for group in zip(*(draw() for _ in range(4)), strict=True)]
    for first in range(0, chosen.polish, 500):
        count = min(500, chosen.polish - first)
        lbfgs = paddle.optimizer.LBFGS(
            max_iter=count,
            history_size=50,
            tolerance_change=0.0,
            line_search_fn="strong_wolfe",
            parameters=net.parameters(),
        )
        lbfgs.step(lambda: evaluate(*fixed))
        say("L-BFGS")
    return losses


def report(found: Any, wanted: Any, what: str = "u") -> None:
    """Print ||found - wanted|| / ||wanted||."""
    error = np.linalg.norm(np.subtract(found, wanted)) / np.linalg.norm(wanted)
    print(f"relative L2 error of {what}: {error:.1e}")


def compare(compiled: Loss, plain: Loss, points: tuple[Any, ...]) -> None:
    """Print the times of a loss with its gradients, compiled and in plain Paddle."""
    ours, theirs = _milliseconds(pcc.jit(compiled), points), _milliseconds(plain, points)
    print(f"a step: {ours:.2f} ms by pcc, {theirs:.1f} ms in plain Paddle, {theirs / ours:.0f} times as long")


def _milliseconds(loss: Loss, points: tuple[Any, ...]) -> float:
    """The shortest of some calls after the first: at least two, at most a second."""
    taken: list[float] = []
    while len(taken) < 3 or (sum(taken[1:]) < 1 and len(taken) < 100):
        start = time.perf_counter()
        loss(*points).backward()
        taken.append(time.perf_counter() - start)
    return 1e3 * min(taken[1:])


def picture(file: str | None, panels: int, draw: Callable[..., None]) -> None:
    """Have `draw` fill the axes of a picture, if a file is wanted and matplotlib is installed."""
    if file is None:
        return
    try:
        from matplotlib.figure import Figure
    except ImportError:
        print("no picture: matplotlib is not installed (pip install matplotlib)")
        return
    figure = Figure(figsize=(4 * panels, 3.2), layout="constrained")
    draw(*figure.subplots(1, panels))
    figure.savefig(file, dpi=100)
