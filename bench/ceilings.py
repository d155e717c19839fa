"""What memory gives: loops that only read and write, in LLVM IR of their own, independent of pcc's code.

There is one ceiling for each ratio of bytes read to bytes written, with ordinary and with streaming stores; which is
faster depends on the machine. Each thread walks a contiguous part with vectors of 64 bytes, of one set of inputs after
the other, so that none is in a cache.
"""

from __future__ import annotations

import ctypes
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product

import llvmlite.binding as llvm

LANES, UNROLL = 16, 4
STEP = LANES * UNROLL  # floats of a turn of the loop
VECTOR = f"<{LANES} x float>"
ONE = "splat (float 1.0)"  # lines of zeros are faster than others on some CPUs
Loop = Callable[[int, int, int, int], None]


@dataclass(frozen=True)
class Traffic:
    """Arrays of equal size that are read and written."""

    reads: int
    writes: int

    @property
    def arrays(self) -> int:
        return self.reads + self.writes


CEILINGS = {"read": Traffic(1, 0), "copy": Traffic(1, 1), "triad": Traffic(2, 1), "fill": Traffic(0, 1)}
STORES = {"ordinary": "", "streaming": ", !nontemporal !0"}


def ceiling_of(read: int, written: int) -> str:
    """The ceiling whose share of bytes written is nearest."""

    def distance(name: str) -> float:
        traffic = CEILINGS[name]
        return abs(traffic.writes / traffic.arrays - written / (read + written))

    return min(CEILINGS, key=distance)


def stores_of(ceiling: str) -> Sequence[str]:
    return tuple(STORES) if CEILINGS[ceiling].writes else ("ordinary",)


class Ceilings:
    """The loops, over arrays of `floats` float32: one to write, aligned to 64 bytes, and sets of two to read."""

    def __init__(self, threads: int, out: int, inputs: Sequence[tuple[int, int]], floats: int) -> None:
        self.out, self.inputs, self.floats = out, inputs, floats
        self.threads, self.pool = threads, ThreadPoolExecutor(threads)
        names = [(ceiling, stores) for ceiling in CEILINGS for stores in stores_of(ceiling)]
        self.engine = compiled("\n".join(loop_text(*name) for name in names))
        self.loops = {name: self._loop("_".join(name)) for name in names}

    def _loop(self, name: str) -> Loop:
        address = self.engine.get_function_address(name)
        return ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 3, ctypes.c_int64)(address)

    def speeds(self, ceiling: str, seconds: float) -> dict[str, float]:
        """Bytes a second by kind of stores: medians over calls that take turns for so many seconds."""
        kinds, size = stores_of(ceiling), CEILINGS[ceiling].arrays * self.floats * 4
        times: dict[str, list[float]] = {kind: [] for kind in kinds}
        end = time.perf_counter() + seconds
        while len(times[kinds[0]]) < 3 or time.perf_counter() < end:
            for kind in kinds:
                times[kind].append(self.run(self.loops[ceiling, kind]))
        return {kind: size / statistics.median(values) for kind, values in times.items()}

    def run(self, loop: Loop) -> float:
        """Seconds of one pass by all threads, of one over each set of inputs."""
        part = self.floats // self.threads // STEP * STEP

        def work(thread: int) -> None:
            first = thread * part
            count = part if thread + 1 < self.threads else (self.floats - first) // STEP * STEP
            for arrays in self.inputs:
                loop(*(start + 4 * first for start in (self.out, *arrays)), count)

        start = time.perf_counter()
        list(self.pool.map(work, range(self.threads)))
        return (time.perf_counter() - start) / len(self.inputs)


def compiled(text: str) -> llvm.ExecutionEngine:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    module = llvm.parse_assembly(f"{text}\n!0 = !{{i32 1}}\n")
    cpu, features = llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
    machine = llvm.Target.from_default_triple().create_target_machine(cpu=cpu, features=features, opt=3)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    return engine


def loop_text(ceiling: str, stores: str) -> str:
    """`void CEILING_STORES(ptr out, ptr a, ptr b, i64 count)`; what is only read is added up."""
    traffic = CEILINGS[ceiling]
    sums = "" if traffic.writes else "".join(map(sum_text, range(UNROLL)))
    loads = "".join(load_text(array, k) for array, k in product("ab"[: traffic.reads], range(UNROLL)))
    ends = "".join(store_text(traffic, k, STORES[stores]) for k in range(UNROLL))
    last = "" if traffic.writes else total_text()
    return f"""
define void @{ceiling}_{stores}(ptr %out, ptr %a, ptr %b, i64 %count) "prefer-vector-width"="512" {{
entry:
  br label %loop
loop:
  %i = phi i64 [0, %entry], [%next, %loop]
{sums}{loads}{ends}  %next = add i64 %i, {STEP}
  %more = icmp ult i64 %next, %count
  br i1 %more, label %loop, label %done
done:
{last}  ret void
}}"""


def sum_text(k: int) -> str:
    return f"  %sum{k} = phi {VECTOR} [zeroinitializer, %entry], [%new{k}, %loop]\n"


def load_text(array: str, k: int) -> str:
    return f"""  %{array}at{k} = getelementptr float, ptr %{array}, i64 %i
  %{array}to{k} = getelementptr float, ptr %{array}at{k}, i64 {k * LANES}
  %{array}{k} = load {VECTOR}, ptr %{array}to{k}, align 4
"""


def store_text(traffic: Traffic, k: int, hint: str) -> str:
    if not traffic.writes:
        return f"  %new{k} = fadd {VECTOR} %sum{k}, %a{k}\n"
    both = f"  %v{k} = fadd {VECTOR} %a{k}, %b{k}\n" if traffic.reads == 2 else ""
    value = (ONE, f"%a{k}", f"%v{k}")[traffic.reads]
    return f"""{both}  %outat{k} = getelementptr float, ptr %out, i64 %i
  %outto{k} = getelementptr float, ptr %outat{k}, i64 {k * LANES}
  store {VECTOR} {value}, ptr %outto{k}, align 64{hint}
"""


def total_text() -> str:
    """All sums reach memory, so none is left out."""
    steps = "".join(
        f"  %all{k} = fadd {VECTOR} %{f'all{k - 1}' if k > 1 else 'new0'}, %new{k}\n" for k in range(1, UNROLL)
    )
    return f"{steps}  store {VECTOR} %all{UNROLL - 1}, ptr %out, align 4\n"
