"""Where a thread is, and what it does together with others."""

from __future__ import annotations

from xdsl.dialects import gpu
from xdsl.dialects.builtin import i1
from xdsl.ir import Operation

from pcc.codegen_cuda.printer.base import FunctionPrinter, arguments, bare, prints
from pcc.dialects.threads import AsyncCopyOp, AsyncWaitOp, FragmentOp, LdmatrixOp, MmaOp, ShuffleOp


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
    x, kind = bare(p.get(op.x)), op.out.type
    given = f"(int){x}" if kind == i1 else x
    p.declare(op, f"__shfl_xor_sync(0xffffffffu, {given}, {op.by.value.data})", "other")


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
