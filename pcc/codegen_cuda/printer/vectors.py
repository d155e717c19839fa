"""Vectors: what a thread loads at once."""

from __future__ import annotations

from xdsl.dialects import vector
from xdsl.dialects.builtin import DenseArrayBase
from xdsl.ir import Operation

from pcc.codegen_cuda.printer.base import FunctionPrinter, arguments, lanes_of, prints
from pcc.dialects import kernel


@prints(vector.BroadcastOp)
def _broadcast(op: Operation, p: FunctionPrinter) -> None:
    p.set(op, f"{p.type(op.results[0].type)}::all({arguments(p.args(op))})")


@prints(vector.ShuffleOp)
def _shuffle(op: vector.ShuffleOp, p: FunctionPrinter) -> None:
    assert isinstance(op.mask, DenseArrayBase)
    (a, b), lanes = p.args(op), lanes_of(op.operands[0])
    picked = [f"{a}[{i}]" if i < lanes else f"{b}[{i - lanes}]" for i in map(int, op.mask.get_values())]
    p.set(op, f"{p.type(op.results[0].type)}{{{', '.join(picked)}}}")


@prints(vector.ExtractOp)
def _extract(op: vector.ExtractOp, p: FunctionPrinter) -> None:
    p.set(op, f"{p.args(op)[0]}[{int(op.static_position.get_values()[0])}]")


@prints(kernel.LanesOp)
def _numbers(op: kernel.LanesOp, p: FunctionPrinter) -> None:
    p.set(op, f"{p.type(op.out.type)}::numbers()")


@prints(vector.CreateMaskOp)
def _mask(op: vector.CreateMaskOp, p: FunctionPrinter) -> None:
    p.set(op, f"first<{lanes_of(op.results[0])}>({arguments(p.args(op))})")
