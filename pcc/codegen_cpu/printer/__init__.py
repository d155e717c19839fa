"""Prints the loop level as LLVM IR. It only prints: what is vectorised or parallel was decided before."""

from __future__ import annotations

import sys

from xdsl.dialects import func
from xdsl.dialects.builtin import ModuleOp

from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.printer.base import FunctionPrinter
from pcc.codegen_cpu.printer.symbols import OWN, mangle
from pcc.dialects import scan

__all__ = ["print_module"]


def print_module(module: ModuleOp) -> Module:
    """The LLVM module of all functions; `main` takes one pointer to an array of its arguments' pointers."""
    text = Module()
    for op in module.ops:
        if isinstance(op, func.FuncOp) and not op.is_declaration:
            print_function(text, op)
    if foreign := [n for n in text.declarations if n.startswith(OWN) and n not in text.functions]:
        raise NotImplementedError(f"a call of {foreign[0].removeprefix(OWN)}, which is no function of the program")
    return text


def print_function(text: Module, op: func.FuncOp) -> None:
    name, arguments = mangle(op.sym_name.data), op.body.block.args
    if "callback" in op.attributes:
        _print_callback(text, op)
        return
    if name == "main":
        made = text.function("main", "void", [("ptr noalias", "args")])
        values = [made.load("ptr", made.gep("ptr", made.params[0], i)) for i in range(len(arguments))]
    else:
        made = text.function(name, "void", [("ptr", f"x{i}") for i in range(len(arguments))], internal=True)
        values = made.params
    printer = FunctionPrinter(text, made)
    printer.values.update(zip(arguments, values, strict=True))
    printer.block(op.body.block)


def _print_callback(text: Module, op: func.FuncOp) -> None:
    """A function that a routine calls with a context (the pointers that its memory arguments are) and five integers."""
    arguments = op.body.block.args
    names = ("batch", "m0", "m1", "n0", "n1")
    params = [("ptr", "context"), *(("i64", n) for n in names)]
    made = text.function(mangle(op.sym_name.data), "void", params, internal=True)
    pointers = [made.load("ptr", made.gep("ptr", made.params[0], i)) for i in range(len(arguments) - len(names))]
    printer = FunctionPrinter(text, made)
    printer.values.update(zip(arguments, [*pointers, *made.params[1:]], strict=True))
    printer.block(op.body.block)


for _ in scan.modules(sys.modules[__name__]):
    pass  # importing a module registers its printers
