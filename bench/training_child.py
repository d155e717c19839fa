"""One model of training.py, in its own process: its steps by each engine, compared and timed in turn."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.children import Reporter

GAP_S = 0.2  # OpenMP workers spin for so long after a call
Step = Callable[[], Any]


def engines(model: Any) -> dict[str, Callable[..., Any]]:
    import paddle

    import pcc

    static = paddle.jit.to_static(model.forward, full_graph=True)
    return {"eager": model, "to_static": static, "pcc": pcc.jit(model)}


def step_of(model: Any, run: Callable[..., Any], inputs: tuple[Any, ...]) -> Step:
    """Forward and backward; the loss."""

    def step() -> Any:
        model.clear_gradients()
        loss = run(*inputs)
        loss.backward()
        return loss

    return step


def gradients(model: Any) -> list[np.ndarray]:
    return [p.grad.numpy().copy() for p in model.parameters() if p.grad is not None]


def difference(one: list[np.ndarray], other: list[np.ndarray]) -> float:
    """The median over weights of the largest difference of their gradients, relative to the largest element."""
    if len(one) != len(other):
        return float("nan")
    pairs = zip(one, other, strict=True)
    return statistics.median(float(np.abs(a - b).max() / max(np.abs(b).max(), 1e-30)) for a, b in pairs)


def block(step: Step, seconds: float) -> float:
    """Median seconds of a step over a block of `seconds`."""
    times, end = [], time.perf_counter() + seconds
    while not times or time.perf_counter() < end:
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    reporter, task = Reporter(), json.load(sys.stdin)
    import paddle

    from bench.workloads.training import MODELS

    paddle.seed(0)
    model, inputs = MODELS[task["model"]]()
    for layer in model.sublayers():
        if isinstance(layer, paddle.nn.Dropout):
            layer.p = 0.0  # so that gradients can be compared
    steps: dict[str, Step] = {}
    reference: list[np.ndarray] = []
    for name, run in engines(model).items():
        reporter.phase(name)
        step = step_of(model, run, inputs)
        start = time.perf_counter()
        step()
        first = time.perf_counter()
        found = gradients(model)
        reference = reference or found
        again = time.perf_counter()
        step()
        compile_s = max(first - start - (time.perf_counter() - again), 0.0)
        reporter.say(**{name: {"compile_s": compile_s, "difference": difference(found, reference)}})
        steps[name] = step
    reporter.phase("timing")
    blocks: dict[str, list[float]] = {name: [] for name in steps}
    for turn in range(task["rounds"]):
        for name in steps if turn % 2 else reversed(steps):
            time.sleep(GAP_S)
            blocks[name].append(block(steps[name], task["seconds"]))
    reporter.say(blocks=blocks)


if __name__ == "__main__":
    main()
