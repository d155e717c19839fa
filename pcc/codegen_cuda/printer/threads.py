"""Where a thread is, and what it does together with others."""

from __future__ import annotations

from xdsl.dialects import gpu
from xdsl.dialects.builtin import i1
from xdsl.ir import Operation, SSAValue

from pcc.codegen_cuda.printer.base import FunctionPrinter, arguments, bare, prints
from pcc.dialects.threads import (
    AsyncCopyOp,
    AsyncWaitOp,
    BallotOp,
    FragmentOp,
    LdmatrixOp,
    MmaOp,
    ShuffleFromOp,
    ShuffleOp,
)


@prints(gpu.ThreadIdOp)
def _thread(op: Operation, p: FunctionPrinter) -> None:
    p.declare(op, f"({p.index})threadIdx.x", "thread")


@prints(gpu.BlockIdOp)
def _block(op: Operation, p: FunctionPrinter) -> None:
    p.declare(op, f"({p.index})blockIdx.x", "block")


@prints(gpu.BarrierOp)
def _barrier(op: Operation, p: FunctionPrinter) -> None:
    p.line("__syncthreads();")


@prints(ShuffleOp)
def _shuffle(op: ShuffleOp, p: FunctionPrinter) -> None:
    p.declare(op, f"__shfl_xor_sync(0xffffffffu, {_given(op.x, p)}, {op.by.value.data})", "other")


@prints(ShuffleFromOp)
def _shuffle_from(op: ShuffleFromOp, p: FunctionPrinter) -> None:
    p.declare(op, f"__shfl_sync(0xffffffffu, {_given(op.x, p)}, {bare(p.get(op.place))})", "other")


@prints(BallotOp)
def _ballot(op: BallotOp, p: FunctionPrinter) -> None:
    p.declare(op, f"(int)__ballot_sync(0xffffffffu, {bare(p.get(op.condition))})", "holds")


def _given(x: SSAValue, p: FunctionPrinter) -> str:
    text = bare(p.get(x))
    return f"(int){text}" if x.type == i1 else text


@prints(LdmatrixOp)
def _ldmatrix(op: LdmatrixOp, p: FunctionPrinter) -> None:
    turned = str(op.turned is not None).lower()
    p.declare(op, f"ldmatrix<{turned}>({p.get(op.memory)} + {p.get(op.at)})", "part")


@prints(MmaOp)
def _mma(op: MmaOp, p: FunctionPrinter) -> None:
    p.declare(op, f"mma<{p.type(op.of)}>({arguments(p.args(op))})", "sum")


@prints(FragmentOp)
def _fragment(op: FragmentOp, p: FunctionPrinter) -> None:
    p.declare(op, f"fragment<{p.type(op.of)}>({arguments(p.args(op))})", "part")


@prints(AsyncCopyOp)
def _async_copy(op: AsyncCopyOp, p: FunctionPrinter) -> None:
    target, target_at, source, source_at, real = p.args(op)
    p.line(f"async_copy({target} + {target_at}, {source} + {source_at}, {bare(real)});")


@prints(AsyncWaitOp)
def _async_wait(op: Operation, p: FunctionPrinter) -> None:
    p.line("async_wait();")
