"""One way to take a task's derivatives in its own process, timed in blocks when asked. See transforms.py."""

from __future__ import annotations

import ctypes
import gc
import statistics
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.peer_worker import flat
from bench.workers import Answer, serve
from bench.workloads.derivatives import TASKS
from bench.workloads.ways import WAYS, Call

MIB = 1 << 20
KIB = 1 << 10


def main(task: str, way: str) -> None:
    calls: list[Call] = []

    def answer(request: Answer) -> Answer:
        if "save" in request:
            WAYS[way](TASKS[task].small())()
            calls.clear()
            calls.append(WAYS[way](TASKS[task]))
            return first_calls(calls[0], request["save"])
        return block(calls[0], request["seconds"])

    serve(answer)


def first_calls(call: Call, save: str) -> Answer:
    """Saves the result. MiB above what the process held before the first call: of that call, and of later ones."""
    settle()
    before = resident("VmRSS")
    with_compiling, first_s = peak(call, before)
    started = time.perf_counter()
    np.savez(save, *flat(call()))
    settle()
    later, _ = peak(call, before)
    return {"first_s": first_s, "first_mib": with_compiling, "mib": later, "second_s": time.perf_counter() - started}


def settle() -> None:
    """Give back what is free: what compiling left is no call's."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)


def peak(call: Call, before: float) -> tuple[float, float]:
    """The most MiB that the process holds while it makes a call, above a level, and the call's seconds."""
    Path("/proc/self/clear_refs").write_text("5")
    start = time.perf_counter()
    call()
    return resident("VmHWM") - before, time.perf_counter() - start


def resident(what: str) -> float:
    """MiB that the process holds (VmRSS), or the most since that was reset (VmHWM)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * KIB / MIB for line in lines if line.startswith(what))


def block(call: Call, seconds: float) -> Answer:
    """The least (`wall`) and the median wall seconds of calls in a block, and the least CPU seconds of this process."""
    walls, cpus, end = list[float](), list[float](), time.perf_counter() + seconds
    while not walls or time.perf_counter() < end:
        cpu, wall = time.process_time(), time.perf_counter()
        call()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return {"wall": min(walls), "median": statistics.median(walls), "cpu": min(cpus)}


if __name__ == "__main__":
    main(*sys.argv[1:])
