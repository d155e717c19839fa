"""What prints ops: one function per kind of op, chosen by the op's class.

A memref is a pointer to flat memory, `index` is i64, bool is stored in a byte.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import TypeVar

from xdsl.dialects.builtin import (
    BFloat16Type,
    Float16Type,
    Float32Type,
    Float64Type,
    IndexType,
    IntegerType,
    MemRefType,
    VectorType,
)
from xdsl.ir import Attribute, Block, Operation, SSAValue

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value, vector_of

O = TypeVar("O", bound=Operation)


def llvm_type(type: Attribute) -> str:
    match type:
        case MemRefType():
            return "ptr"
        case IndexType():
            return "i64"
        case IntegerType():
            return f"i{type.bitwidth}"
        case VectorType():
            return vector_of(llvm_type(type.element_type), type.get_shape()[0])
        case Float16Type():
            return "half"
        case BFloat16Type():
            return "bfloat"
        case Float32Type():
            return "float"
        case _:
            assert isinstance(type, Float64Type), type
            return "double"


class FunctionPrinter:
    """Prints ops into one LLVM function."""

    def __init__(self, text: Module, function: Function) -> None:
        self.text, self.f = text, function
        self.values: dict[SSAValue, Value] = {}

    def get(self, value: SSAValue) -> Value:
        return self.values[value]

    def args(self, op: Operation) -> list[Value]:
        return [self.values[o] for o in op.operands]

    def set(self, op: Operation, value: Value) -> None:
        self.values[op.results[0]] = value

    def block(self, block: Block) -> None:
        for op in block.ops:
            print_op(op, self)


@singledispatch
def print_op(op: Operation, p: FunctionPrinter) -> None:
    """Append the LLVM instructions of one op; the modules of this package register one function per class."""
    raise NotImplementedError(f"no LLVM form of {op.name}")


OpPrinter = Callable[[O, FunctionPrinter], None]


def prints(*kinds: type[Operation]) -> Callable[[OpPrinter[O]], OpPrinter[O]]:
    """Registers a function as the printer of op classes."""

    def register(printer: OpPrinter[O]) -> OpPrinter[O]:
        for kind in kinds:
            print_op.register(kind, printer)
        return printer

    return register
