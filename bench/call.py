"""What a call of a compiled function costs above its kernel, in microseconds.

    python bench/call.py

A function of two 16 x 16 tensors is called through `pcc.jit`, through its machine code alone (pointers given, result
allocated), and eagerly. Minima over many batches of calls: on a shared machine the median is somebody else's. The bar
is 10 us. Exit status 0 if it holds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import paddle

import pcc

BAR = 10.0  # microseconds


def shortest(call: Callable[[], Any], batches: int = 50, calls: int = 200) -> float:
    """The least time of one call, in microseconds."""
    best = float("inf")
    for _ in range(batches):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        best = min(best, (time.perf_counter() - start) / calls)
    return best * 1e6


def main() -> int:
    x, y = paddle.randn([16, 16]), paddle.randn([16, 16])
    jitted = pcc.jit(lambda x, y: x * y + 1)
    out = jitted(x, y)
    (program,) = jitted.programs.values()
    (stage,) = program.stages()
    pointers = [t.data_ptr() for t in (x, y, out)]
    kernel = shortest(lambda: stage.build.executable(pointers))
    whole, eager = shortest(lambda: jitted(x, y)), shortest(lambda: x * y + 1)
    print(
        f"call {whole:.2f} us, machine code {kernel:.2f} us, difference {whole - kernel:.2f} us (bar {BAR:.0f}), ",
        end="",
    )
    print(f"eager {eager:.2f} us")
    return 0 if whole - kernel <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
