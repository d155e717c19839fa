"""Faults to plant in the text of kernels: what a plan or a printer could get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pcc.runtime.cuda.program import Program

KINDS = {  # what is replaced (the group, if there is one), and by what
    "missing barrier": (r"__syncthreads\(\);", ""),
    "missing barrier in a loop": (r"\n {4,}(__syncthreads\(\);)", ""),
    "barrier that half of the threads pass by": (r"__syncthreads\(\);", "if (threadIdx.x < 128) __syncthreads();"),
    "thread that leaves before a barrier": (
        r"threadIdx\.x;(\n)(?=[^}]*__syncthreads)",
        " if (threadIdx.x == 7) return;\n",
    ),
    "lane mask of half a warp": (r"0xffffffffu", "0x0000ffffu"),
    "shuffle from behind the warp": (r"__shfl_sync\(.*, (\w+)\);", "32"),
    "wrong distance between threads": (r"larger\(place - (4), 0\)", "3"),
    "steps at one place of shared memory": (r"(unsigned_rem\(i\d+, 2\))", "0"),
    "shared memory used for two things": (r"\(arena \+ ([1-9]\d*)\)", "0"),
    "blocks at the same place": (r"(\(int\)blockIdx\.x);", "0 * (int)blockIdx.x"),
    "threads in pairs at the same place": (r"(\(int\)threadIdx\.x);", "(int)threadIdx.x / 2"),
    "no bound": (r"< (\d+);\n(?=[^}]*if \()", "1 << 30"),
    "place behind the end": (r"(smaller)\(", "wrapping_add"),
    "missing wait for copies": (r"async_wait\(\);", ""),
    "wait for copies behind the barrier": (r"async_wait\(\);\n *__syncthreads\(\);", "__syncthreads(); async_wait();"),
    "missing barrier before buffers are used again": (
        r"async_wait\(\);\n *(__syncthreads\(\);)",
        "if (i0 < 2) __syncthreads();",
    ),
    "fragment of a row behind the end": (r"ldmatrix<\w+>\(\w+ \+ ()", "100000 + "),
    "store too far": (r"store\(out\d+ \+ ()", "1000000 + "),
    "load too far": (r"(?:load<\d>\(in\d+ \+ |= in\d+\[)()", "1000000 + "),
}
# what may stay within one thread and its memory, so that only results tell
WITHOUT_RACE = {"shared memory used for two things", "wrong distance between threads", "no bound"}


@dataclass(frozen=True)
class Fault:
    """One place of a program's text, and what stands there instead."""

    kind: str
    start: int
    end: int
    text: str

    def planted(self, program: Program) -> Program:
        source = program.source
        return replace(program, source=source[: self.start] + self.text + source[self.end :])


def faults(program: Program, most: int) -> Iterator[Fault]:
    """The first of each kind that a program's kernels have places for."""
    begin = program.source.index('extern "C" __global__')
    for kind, (pattern, text) in KINDS.items():
        for found in list(re.compile(pattern).finditer(program.source, begin))[:most]:
            group = found.re.groups
            yield Fault(kind, found.start(group), found.end(group), text)
