"""One peer in its own process: builds a case, then times blocks of calls when asked. See peers.py.

Inputs are in memory of the peer's own library, as results of its operations are: NumPy asks the system for huge pages,
in which sums of 16 MB from the third-level cache take 15 % longer on Zen 4.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.workers import serve
from bench.workloads.cases import CASES, START, Case, arrays

Call = Callable[[], Any]
LEAST_S = 2e-4  # a timed stretch is at least so long


def closed(case: Case, operations: Any) -> Callable[..., Any]:
    """The case as a function of its arrays alone."""

    def function(*inputs: Any) -> Any:
        return case.body(operations, *inputs)

    return function


def paddle_peer(case: Case, wrap: Callable[[Any], Any], pcc: Any = None) -> Call:
    import paddle

    from bench.workloads.paddle_ops import operations

    inputs = [paddle.to_tensor(array) for array in arrays(case)]
    for tensor in inputs[: case.differentiated]:
        tensor.stop_gradient = False
    function = wrap(closed(case, operations(pcc)))
    return lambda: function(*inputs)


def paddle_eager(case: Case) -> Call:
    return paddle_peer(case, lambda f: f)


def to_static(case: Case) -> Call:
    if case is CASES["j"]:
        raise NotImplementedError("Paddle has no vmap")
    return paddle_peer(case, listed)


def listed(function: Callable[..., Any]) -> Callable[..., Any]:
    """to_static takes no variadic arguments: it gets one list."""
    import paddle

    def of_list(inputs: list[Any]) -> Any:
        return function(*inputs)

    static = paddle.jit.to_static(of_list, full_graph=True)
    return lambda *inputs: static(list(inputs))


def pcc_jit(case: Case) -> Call:
    import pcc

    missing = [name for name in case.needs if not hasattr(pcc, name)]
    if missing:
        raise NotImplementedError(f"next issue: pcc.{', pcc.'.join(missing)}")
    return paddle_peer(case, pcc.jit, pcc)


def torch_peer(case: Case, compiled: bool) -> Call:
    import torch

    from bench.workloads.torch_ops import operations

    torch.set_num_threads(len(os.sched_getaffinity(0)))
    inputs = [torch.from_numpy(array).clone() for array in arrays(case)]
    function = closed(case, operations(compiled))
    if compiled:
        torch._dynamo.reset()
        function = torch.compile(function, fullgraph=True, dynamic=False)
    if case.differentiated and not compiled:
        return lambda: function(*inputs)
    return torch.no_grad()(lambda: function(*inputs))


def jax_jit(case: Case) -> Call:
    import jax

    from bench.workloads.jax_ops import operations

    inputs = [jax.numpy.array(array) for array in arrays(case)]
    function = jax.jit(closed(case, operations()))
    return lambda: jax.block_until_ready(function(*inputs))


PEERS: dict[str, Callable[[Case], Call]] = {
    "pcc": pcc_jit,
    "paddle": paddle_eager,
    "to_static": to_static,
    "torch": lambda case: torch_peer(case, compiled=False),
    "torch.compile": lambda case: torch_peer(case, compiled=True),
    "jax.jit": jax_jit,
}


def flat(result: Any) -> Iterator[Any]:
    if isinstance(result, list | tuple):
        for part in result:
            yield from flat(part)
    else:
        yield np.asarray(result.detach().numpy() if hasattr(result, "detach") else result).astype(np.float64)


def build(peer: str, name: str, save: str) -> tuple[Call, dict[str, float]]:
    """The call, warmed up, and the CPU seconds that its first call took over a later one; results are saved."""
    call = PEERS[peer](CASES[name])
    start = cpu_seconds()
    result = call()
    first = cpu_seconds()
    if save:
        np.savez(save, *flat(result))
    del result
    again = cpu_seconds()
    call()
    return call, {"compile_s": max(first - start - (cpu_seconds() - again), 0.0)}


def cpu_seconds() -> float:
    """Of all threads of this process and of the children that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def block(call: Call, seconds: float) -> float:
    """Median seconds of a call over a block of `seconds`, after one call that warms the caches."""
    start = time.perf_counter()
    call()
    inner = max(1, int(LEAST_S / max(time.perf_counter() - start, 1e-7)))
    times, end = [], time.perf_counter() + seconds
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(inner):
            call()
        times.append((time.perf_counter() - start) / inner)
    return statistics.median(times)


def main(peer: str) -> None:
    calls: list[Call] = []
    PEERS[peer](START)()  # what a peer loads once is no case's

    def answer(request: dict[str, Any]) -> dict[str, float]:
        if "case" in request:
            calls.clear()
            call, facts = build(peer, request["case"], request.get("save", ""))
            calls.append(call)
            return facts
        return {"seconds": block(calls[0], request["seconds"])}

    serve(answer)


if __name__ == "__main__":
    main(sys.argv[1])
