"""What computing costs: memory traffic, arithmetic and launches, in ns on one core of a current x86-64 server.

The numbers decide between ways to compute the same thing; they need not be right, only in the right order (measured:
docs/cost.md). Traffic and arithmetic are counted by a dry run of ops over their index relations.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import prod

from xdsl.ir import Operation, SSAValue

from pcc.dialects.index import Var, expr
from pcc.dialects.kernel import LaunchOp
from pcc.dialects.pd.base import bytes_of, shape_of, size_of
from pcc.dialects.pd.reduction import Fold
from pcc.passes.loops.recorder import Recorder

BYTE, OPERATION, FUNCTION = 0.04, 0.03, 0.25  # ns of: a byte of memory; vectorised arithmetic; an elementary function
LAUNCH = 300.0  # of a kernel: its call, and memory that is cold for the next one


@dataclass(frozen=True)
class Cost:
    """Bytes read and written, arithmetic operations, elementary functions among them, and kernels."""

    bytes: float = 0.0
    operations: float = 0.0
    functions: float = 0.0
    launches: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.bytes + other.bytes,
            self.operations + other.operations,
            self.functions + other.functions,
            self.launches + other.launches,
        )

    def __mul__(self, times: float) -> Cost:
        """Of doing it so many times within the same kernels."""
        return Cost(self.bytes * times, self.operations * times, self.functions * times, self.launches)

    @property
    def ns(self) -> float:
        work = self.bytes * BYTE + self.operations * OPERATION + self.functions * FUNCTION
        return work + self.launches * LAUNCH


def traffic(values: Collection[SSAValue]) -> Cost:
    """Of reading or writing each tensor once."""
    return Cost(bytes=sum(map(bytes_of, values)))


def arithmetic(value: SSAValue, inside: Collection[Operation]) -> Cost:
    """Of one element of a tensor, computed by the ops `inside` from what they read; folds count all their terms."""
    recorder = Recorder(through=inside)
    recorder.read(value, [expr(Var(f"i{d}", extent)) for d, extent in enumerate(shape_of(value))])
    terms = max((prod(v.extent for v in reduced) for _, _, reduced in recorder.folds), default=1)
    return Cost(operations=recorder.operations, functions=recorder.expensive) * terms


def kernel_cost(launch: LaunchOp) -> Cost:
    """Of a kernel that reads each input, computes each op and writes each result once."""
    work = [_op_cost(op) for op in launch.body.block.ops if op.results]
    return sum(work, traffic(launch.inputs) + traffic(launch.outputs) + Cost(launches=1))


def _op_cost(op: Operation) -> Cost:
    """Of all results of an op; one whose elements are not computed one by one counts once for each that it touches."""
    if not isinstance(op, Fold) and not hasattr(op, "element"):
        return Cost(operations=max(map(size_of, (*op.operands, *op.results))))
    return arithmetic(op.results[0], {op}) * size_of(op.results[0])


# ---- products
ROUTINE, ROUTINE_ELEMENT, ROUTINE_TERM = 130.0, 0.04, 0.012  # ns: a call of GEMM, of each of its results, of each term
ELEMENT, SHORT_TERM, DOT_TERM, TERM = 0.02, 0.01, 0.06, 0.2  # the same of loops; terms few, along one axis, others
SHORT = 3  # terms of a sum that stay in registers while vectors go along the results
PANEL = 16  # columns that GEMM computes at once


def routine_ns(m: int, n: int, k: int, batch: int = 1) -> float:
    """Of a matrix product by the library: GEMM pads rows of the result to whole panels."""
    columns = -(-n // PANEL) * PANEL if m > 1 else n
    return ROUTINE + batch * m * columns * (ROUTINE_ELEMENT + k * ROUTINE_TERM)


def loops_ns(m: int, n: int, k: int, batch: int = 1) -> float:
    """Of a matrix product by loops of its own."""
    term = SHORT_TERM if k <= SHORT else DOT_TERM if min(m, n) == 1 else TERM
    return batch * m * n * (ELEMENT + k * term)
