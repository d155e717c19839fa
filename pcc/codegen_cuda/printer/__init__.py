"""Prints thread code as CUDA C++."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from xdsl.dialects.builtin import IntegerAttr, MemRefType, StringAttr
from xdsl.dialects.func import FuncOp

from pcc.codegen_cuda.printer.base import FunctionPrinter
from pcc.codegen_cuda.symbols import mangle
from pcc.codegen_cuda.types import c_type
from pcc.dialects import scan

__all__ = ["Kernel", "print_kernel"]
QUARTER_FULL = 512  # threads of a quarter of a multiprocessor


@dataclass(frozen=True)
class Kernel:
    """A kernel's text, and how it is launched: `blocks` of `threads`, each block with `shared` bytes of its own."""

    name: str
    text: str
    blocks: int
    threads: int
    shared: int


def print_kernel(function: FuncOp) -> Kernel:
    """The CUDA kernel of a function of thread code."""
    arguments, name = function.body.block.args, mangle(function.sym_name.data)
    sizes = [a.type.get_shape()[0] for a in arguments if isinstance(a.type, MemRefType)]
    printer = FunctionPrinter("int" if max(sizes, default=0) < 2**31 else "long long")
    written = _written(function)
    for number, argument in enumerate(arguments):
        printer.values[argument] = f"{'out' if number in written else 'in'}{number}"
    printer.block(function.body.block)
    threads, blocks = (_number(function, name) for name in ("threads", "blocks"))
    lines = [f"// {line}" for line in _comment(function)]
    parameters = [
        f"{'' if number in written else 'const '}{c_type(a.type, printer.index)} {printer.values[a]}"
        for number, a in enumerate(arguments)
    ]
    bounds = f"{threads}, {max(QUARTER_FULL // threads, 1)}"  # so that registers are not spared where it costs loads
    lines.append(f'extern "C" __global__ void __launch_bounds__({bounds}) {name}({", ".join(parameters)}) {{')
    lines += [*["  SHARED_ARENA(arena);"] * bool(printer.shared), *printer.lines, "}"]
    return Kernel(name, "\n".join(lines) + "\n", blocks, threads, printer.shared)


def _number(function: FuncOp, name: str) -> int:
    value = function.attributes[name]
    assert isinstance(value, IntegerAttr)
    return value.value.data


def _comment(function: FuncOp) -> list[str]:
    """What the kernel computes, said by who made it; of a user's file names only what cannot end a comment."""
    told = function.attributes.get("computes")
    lines = told.data.splitlines() if isinstance(told, StringAttr) else []
    return [re.sub(r"[^ -~]|\\\\", "?", line) for line in lines]


def _written(function: FuncOp) -> set[int]:
    """Numbers of the arguments that are stored to."""
    places = {"memref.store": 1, "vector.store": 1, "vector.maskedstore": 0}
    stored = {op.operands[places[op.name]] for op in function.walk() if op.name in places}
    return {number for number, argument in enumerate(function.body.block.args) if argument in stored}


for _ in scan.modules(sys.modules[__name__]):
    pass  # importing a module registers its printers
