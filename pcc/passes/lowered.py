"""What lowering kernels to loops and to thread code have in common."""

from __future__ import annotations

from collections.abc import Callable

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation

from pcc.dialects.kernel import ComputeOp, LaunchOp
from pcc.dialects.pd.base import PdOp
from pcc.passes.bufferize import InMemory


def tensor_left(func: FuncOp) -> Operation | None:
    """An op on tensors, or one that is not on memory."""
    tensors = (op for op in func.walk() if isinstance(op, ComputeOp | LaunchOp | PdOp))
    return InMemory.violation(func) or next(tensors, None)


def is_thread_code(func: FuncOp) -> bool:
    """Whether a function is the code of one thread: it says how many run it."""
    return "threads" in func.attributes


def lower(func: FuncOp, emit: Callable[[ComputeOp, Block], None]) -> bool:
    """Put what `emit` appends in the place of the op that a kernel's function begins with; whether there was one."""
    block, compute = func.body.block, func.body.block.first_op
    if not isinstance(compute, ComputeOp):
        return False
    rest = list(block.ops)
    for op in rest:
        op.detach()
    emit(compute, block)
    block.add_ops(rest[1:])
    compute.erase()
    return True
