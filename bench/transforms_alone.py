"""pcc's derivatives without a peer: jvp against forward, seconds to compile, ops of a Laplacian. See transforms.py."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import paddle

import pcc
from bench.transforms_worker import block
from bench.workers import Answer, serve
from bench.workloads.derivatives import TASKS, at, network

ROUNDS, SECONDS = 20, 0.05
NET = network(paddle.tanh)


def function_of(task: str) -> tuple[Any, Any]:
    """The task's network at its parameters, and its points."""
    parameters, x = TASKS[task].arrays()
    return at(NET, {name: paddle.to_tensor(array) for name, array in parameters.items()}), paddle.to_tensor(x)


def jvp_over_forward() -> float:
    """CPU time of the value and a tangent over that of the value alone, each the least of rounds that take turns."""
    f, x = function_of("a")
    both, one = pcc.jit(lambda x, v: pcc.jvp(f, (x,), (v,))), pcc.jit(f)
    calls = [lambda: both(x, x), lambda: one(x)]
    times = [[block(call, SECONDS)["cpu"] for call in calls] for _ in range(ROUNDS)]
    least = [min(column) for column in zip(*times, strict=True)]
    return least[0] / least[1]


def order4_s() -> float:
    """CPU seconds of the first call of four nested jvps."""
    f, x = function_of("c")
    for _ in range(4):
        f = lambda x, f=f: pcc.jvp(f, (x,), (paddle.ones_like(x),))[1]  # noqa: E731
    start = time.process_time()
    pcc.jit(f)(x)
    return time.process_time() - start


def laplacian_ops(task: str) -> int:
    f, x = function_of(task)
    return str(pcc.trace(pcc.vmap(pcc.laplacian(lambda point: f(point)[0])))(x).lower()).count(" = pd.")


def answer(request: Answer) -> Answer:
    ops = {str(TASKS[task].widths[0]): laplacian_ops(task) for task in ("b10", "b100")}
    return {"order4_s": order4_s(), "jvp_over_forward": jvp_over_forward(), "laplacian_ops": ops}


if __name__ == "__main__":
    serve(answer)
