"""Loads, stores and shared memory."""

from __future__ import annotations

from xdsl.dialects import memref, vector
from xdsl.dialects.builtin import MemRefType
from xdsl.ir import SSAValue

from pcc.codegen_cuda.printer.base import FunctionPrinter, arguments, bare, lanes_of, prints
from pcc.dialects import kernel
from pcc.dialects.pd.base import bit_width
from pcc.dialects.threads import SharedOp


def _at(p: FunctionPrinter, memory: SSAValue, offset: SSAValue) -> str:
    return f"{p.get(memory)} + {p.get(offset)}"


@prints(memref.LoadOp)
def _load(op: memref.LoadOp, p: FunctionPrinter) -> None:
    p.declare(op, f"{p.get(op.operands[0])}[{bare(p.get(op.operands[1]))}]", "x")


@prints(memref.StoreOp)
def _store(op: memref.StoreOp, p: FunctionPrinter) -> None:
    value, memory, offset = p.args(op)
    p.line(f"{memory}[{bare(offset)}] = {bare(value)};")


@prints(vector.LoadOp)
def _vector_load(op: vector.LoadOp, p: FunctionPrinter) -> None:
    p.declare(op, f"load<{lanes_of(op.results[0])}>({_at(p, *op.operands)})", "x")


@prints(vector.StoreOp)
def _vector_store(op: vector.StoreOp, p: FunctionPrinter) -> None:
    value, memory, offset = op.operands
    p.line(f"store({_at(p, memory, offset)}, {bare(p.get(value))});")


@prints(vector.MaskedLoadOp)
def _masked_load(op: vector.MaskedLoadOp, p: FunctionPrinter) -> None:
    memory, offset, mask, rest = op.operands
    p.declare(op, f"load_where({_at(p, memory, offset)}, {arguments([p.get(mask), p.get(rest)])})", "x")


@prints(vector.MaskedStoreOp)
def _masked_store(op: vector.MaskedStoreOp, p: FunctionPrinter) -> None:
    memory, offset, mask, value = op.operands
    p.line(f"store_where({_at(p, memory, offset)}, {arguments([p.get(mask), p.get(value)])});")


@prints(kernel.GatherOp)
def _gather(op: kernel.GatherOp, p: FunctionPrinter) -> None:
    mask = [p.get(op.mask)] if op.mask is not None else []
    p.declare(op, f"gather({arguments([p.get(op.memory), p.get(op.offsets), *mask])})", "x")


@prints(SharedOp)
def _shared(op: SharedOp, p: FunctionPrinter) -> None:
    """A part of the block's one arena."""
    assert isinstance(op.out.type, MemRefType)
    name, kind = p.name("shared"), p.type(op.out.type)
    p.line(f"{kind} const {name} = ({kind})(arena + {p.shared});")
    size = op.out.type.get_shape()[0] * max(bit_width(op.out.type.element_type) // 8, 1)
    p.shared += -(-size // 16) * 16
    p.atom(op, name)
