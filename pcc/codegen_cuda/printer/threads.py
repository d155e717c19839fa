"""Where a thread is, and what it does together with others."""

from __future__ import annotations

from xdsl.dialects import gpu
from xdsl.dialects.builtin import i1
from xdsl.ir import Operation

from pcc.codegen_cuda.printer.base import FunctionPrinter, bare, prints
from pcc.dialects.threads import ShuffleOp


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
