"""Whether the steps of a program from a file touch nothing but its own memory, and need nothing but a device."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pcc.runtime.cuda.blas import Gemm, Matrix
from pcc.runtime.cuda.program import Copy, If, Kernel, Launch, Place, Program, Repeat, Routine, Step, While
from pcc.runtime.errors import ArtifactError

MOST_BLOCKS, MOST_THREADS, MOST_SHARED = 2**31 - 1, 1024, 227 << 10
MOST_TRIPS = 2**31 - 1
MOST = 2**48  # bytes of memory, and of elements between two
PRODUCTS = frozenset(f"pcc_{kind}_{dtype}" for kind in ("gemm", "sparse_gemm") for dtype in ("f32", "f64"))


def check(program: Program) -> None:
    """Raises ArtifactError."""
    if not 0 <= program.arena_bytes <= MOST:
        raise ArtifactError(f"its program needs {program.arena_bytes} bytes of memory, which is no amount")
    for kernel in program.kernels:
        if not _can_run(kernel):
            raise ArtifactError(f"its kernel {kernel.name[:40]!r} is none that a device can run")
    sizes = [spec.bytes for spec in (*program.inputs, *program.results)]
    _Checker((*sizes, program.arena_bytes), len(program.kernels)).steps(program.steps)


def product(step: Routine) -> Gemm:
    """The product that a routine is. Raises ArtifactError if the device has none of it."""
    gemm = Gemm.of(step.integers, step.dtype) if step.name in PRODUCTS else None
    if gemm is None:
        raise ArtifactError(
            f"{step.name[:40]} runs on the host, by a library that is compiled where the program runs: "
            "run what pcc.save wrote, with --target cuda"
        )
    return gemm


def _can_run(kernel: Kernel) -> bool:
    named = re.fullmatch(r"k_\w{1,200}", kernel.name, re.ASCII) is not None
    sized = 1 <= kernel.blocks <= MOST_BLOCKS and 1 <= kernel.threads <= MOST_THREADS
    return named and sized and 0 <= kernel.shared <= MOST_SHARED


@dataclass(frozen=True)
class _Checker:
    """`sizes`: bytes of the program's arguments and of its arena."""

    sizes: tuple[int, ...]
    kernels: int

    def steps(self, steps: Sequence[Step]) -> None:
        for step in steps:
            match step:
                case Launch(kernel, places):
                    if not 0 <= kernel < self.kernels:
                        raise ArtifactError(f"its program launches kernel {kernel}, which it has not")
                    for place in places:
                        self.room(place, 0)
                case Copy(source, target, count):
                    self.room(source, count)
                    self.room(target, count)
                case Routine():
                    self.routine(step)
                case If(flag, then, otherwise):
                    self.room(flag, 1)
                    self.steps([*then, *otherwise])
                case While(flag, body):
                    self.room(flag, 1)
                    self.steps(body)
                case Repeat(count, body):
                    if not 0 <= count <= MOST_TRIPS:
                        raise ArtifactError(f"its program has a loop of {count} turns, which is no number of them")
                    self.steps(body)

    def room(self, place: Place, count: int) -> None:
        inside = 0 <= place.argument < len(self.sizes) and place.offset >= 0 and count >= 0
        if not inside or place.offset + count > self.sizes[place.argument]:
            raise ArtifactError("its program reaches outside of its memory")

    def routine(self, step: Routine) -> None:
        gemm = product(step)
        counts = gemm.m, gemm.n, gemm.a.rows, gemm.a.columns
        if min(counts) < 1 or not all(0 <= number <= MOST for number in step.integers.values()):
            raise ArtifactError("its program has a product of no matrices")
        for name, matrix, outer in zip("abc", (gemm.a, gemm.b, gemm.c), gemm.steps, strict=True):
            last = _reach(matrix, gemm.batches) + (gemm.outer - 1) * outer + step.integers.get(f"{name}_offset", 0)
            self.room(step.pointers[name], last * step.size)
        if step.bias is not None:
            self.room(step.bias, gemm.n * step.size)
        if step.epilogue is not None:
            self.steps([step.epilogue])


def _reach(matrix: Matrix, batches: int) -> int:
    """Elements up to the last."""
    return (matrix.columns - 1) * matrix.leading + matrix.rows + (batches - 1) * matrix.step
