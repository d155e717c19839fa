"""One number of threads in its own process: kernels, cases and ceilings, timed when asked. See memory.py."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import paddle

sys.path.insert(0, str(Path(__file__).parents[1]))

import pcc
from bench.ceilings import Ceilings
from bench.peer_worker import flat, pcc_jit
from bench.workers import Answer, serve
from bench.workloads.cases import CASES
from bench.workloads.memory import KERNELS, ROWS, WIDTH, Array

Call = Callable[[], Any]
MIB = 1 << 20
SETS = 4  # of inputs, that calls take in turn
SETTLE_S = 0.3  # Paddle's threads spin for so long
TOLERANCE = 1e-3  # of the largest element: a wrong kernel is not timed


class Bench:
    """What is being timed: one call, and ceilings over memory of the same kind as a kernel's."""

    def __init__(self, threads: int, megabytes: int) -> None:
        self.rows = megabytes * ROWS
        self.call: Call = lambda: None
        self.inputs = [(paddle.ones([self.rows, WIDTH]), paddle.ones([self.rows, WIDTH])) for _ in range(SETS)]
        self.memory = np.zeros(megabytes * MIB + 64, np.uint8)
        out = self.memory.ctypes.data + -self.memory.ctypes.data % 64
        pairs = [(one.data_ptr(), other.data_ptr()) for one, other in self.inputs]
        self.ceilings = Ceilings(threads, out, pairs, self.rows * WIDTH)

    def answer(self, request: Answer) -> Answer:
        if "kernel" in request:
            return self.build(request["kernel"])
        if "case" in request:
            self.call = pcc_jit(CASES[request["case"]])
            return self.ready({})
        if "ceiling" in request:
            return self.ceilings.speeds(request["ceiling"], request["seconds"])
        return block(self.call, request["seconds"])

    def build(self, name: str) -> Answer:
        """Compile a kernel and compare it with Paddle; the bytes that a call reads and writes."""
        kernel = KERNELS[name]
        arrays = kernel.inputs(self.rows)
        sets = [[paddle.to_tensor(array) for array in arrays] for _ in range(SETS)]
        function = pcc.jit(lambda *inputs: kernel.body(paddle, *inputs), strict=True)
        expected, found = kernel.body(paddle, *sets[0]), function(*sets[0])
        off = difference(list(flat(found)), list(flat(expected)))
        if not off <= TOLERANCE:
            raise ValueError(f"differs from Paddle by {off:.1e}")
        turns = cycle(sets)
        self.call = lambda: function(*next(turns))
        written = found.size * found.element_size()
        return self.ready({"read": sum(array.nbytes for array in arrays), "written": written})

    def ready(self, facts: Answer) -> Answer:
        self.call()
        time.sleep(SETTLE_S)
        return facts


def difference(outs: Sequence[Array], references: Sequence[Array]) -> float:
    pairs = zip(outs, references, strict=True)
    return max(float(np.abs(out - ref).max() / max(np.abs(ref).max(), 1e-30)) for out, ref in pairs)


def block(call: Call, seconds: float) -> Answer:
    """Seconds of a call over a block of calls: their median, and their mean, which counts what others took."""
    call()
    times: list[float] = []
    end = time.perf_counter() + seconds
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return {"median": statistics.median(times), "mean": statistics.fmean(times)}


if __name__ == "__main__":
    serve(Bench(*map(int, sys.argv[1:])).answer)
