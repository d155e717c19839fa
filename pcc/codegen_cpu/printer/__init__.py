"""Prints the loop level as LLVM IR. It only prints: what is vectorised or parallel was decided before."""

from __future__ import annotations

import sys

from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp

from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.printer.base import FunctionPrinter
from pcc.codegen_cpu.printer.symbols import mangle
from pcc.dialects import scan
from pcc.dialects.kernel import BOUNDS

__all__ = ["print_function", "print_module"]


def print_module(module: ModuleOp) -> Module:
    """The LLVM module of all functions; `main` takes one pointer to an array of its arguments' pointers."""
    text = Module()
    for op in module.ops:
        if isinstance(op, func.FuncOp) and not op.is_declaration:
            print_function(op, text)
    return text


def print_function(op: func.FuncOp, text: Module | None = None) -> Module:
    """The LLVM module of one function, or a module with the function added; others that it calls are declared."""
    text = text or Module()
    name, arguments = mangle(op.sym_name.data), op.body.block.args
    if "callback" in op.attributes:
        _print_callback(text, op)
        return text
    if name == "main":
        made = text.function("main", "void", [("ptr noalias", "args")])
        values = [made.load("ptr", made.gep("ptr", made.params[0], i)) for i in range(len(arguments))]
    else:
        made = text.function(name, "void", [("ptr", f"x{i}") for i in range(len(arguments))])
        values = made.params
    printer = FunctionPrinter(text, made)
    printer.values.update(zip(arguments, values, strict=True))
    printer.block(op.body.block)
    return text


def _print_callback(text: Module, op: func.FuncOp) -> None:
    """A function that a routine calls with a context (the pointers that its memory arguments are) and bounds."""
    arguments = op.body.block.args
    params = [("ptr", "context"), *(("i64", bound) for bound in BOUNDS)]
    made = text.function(mangle(op.sym_name.data), "void", params)
    pointers = [made.load("ptr", made.gep("ptr", made.params[0], i)) for i in range(len(arguments) - len(BOUNDS))]
    printer = FunctionPrinter(text, made)
    printer.values.update(zip(arguments, [*pointers, *made.params[1:]], strict=True))
    printer.block(op.body.block)


for _ in scan.modules(sys.modules[__name__]):
    pass  # importing a module registers its printers
