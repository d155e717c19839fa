"""Vectors: broadcast, shuffle, masks."""

from __future__ import annotations

from xdsl.dialects import vector
from xdsl.dialects.builtin import DenseArrayBase
from xdsl.ir import Operation

from pcc.codegen_cpu.llvm_types import Value, lanes_of
from pcc.codegen_cpu.printer.base import FunctionPrinter, llvm_type, prints
from pcc.dialects import kernel


@prints(vector.BroadcastOp)
def _broadcast(op: Operation, p: FunctionPrinter) -> None:
    p.set(op, p.f.splat(p.args(op)[0], lanes_of(llvm_type(op.results[0].type))))


@prints(vector.ShuffleOp)
def _shuffle(op: vector.ShuffleOp, p: FunctionPrinter) -> None:
    assert isinstance(op.mask, DenseArrayBase)
    a, b = p.args(op)
    p.set(op, p.f.shuffle(a, b, [int(i) for i in op.mask.get_values()]))


@prints(vector.ExtractOp)
def _extract(op: vector.ExtractOp, p: FunctionPrinter) -> None:
    p.set(op, p.f.extract(p.args(op)[0], int(op.static_position.get_values()[0])))


@prints(kernel.LanesOp)
def _lanes(op: kernel.LanesOp, p: FunctionPrinter) -> None:
    type = llvm_type(op.out.type)
    p.set(op, p.f.lane_numbers(lanes_of(type), type[type.index(" x ") + 3 : -1]))


@prints(vector.CreateMaskOp)
def _mask(op: vector.CreateMaskOp, p: FunctionPrinter) -> None:
    lanes = lanes_of(llvm_type(op.results[0].type))
    (active,) = p.args(op)
    if active.name.isdigit():
        bits = ", ".join(f"i1 {'true' if i < int(active.name) else 'false'}" for i in range(lanes))
        p.set(op, Value(f"<{lanes} x i1>", f"<{bits}>"))
        return
    p.set(op, p.f.cmp("slt", p.f.lane_numbers(lanes), p.f.splat(active, lanes)))
