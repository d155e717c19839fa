"""Integer arithmetic on sizes, in LLVM IR."""

from __future__ import annotations

from pcc.codegen_cpu.llvm_text import Function
from pcc.codegen_cpu.llvm_types import Operand, Value


def smin(f: Function, a: Operand, b: Operand) -> Value:
    return f.call("llvm.smin.i64", "i64", f.as_value(a, "i64"), f.as_value(b, "i64"))


def smax(f: Function, a: Operand, b: Operand) -> Value:
    return f.call("llvm.smax.i64", "i64", f.as_value(a, "i64"), f.as_value(b, "i64"))


def ceil_div(f: Function, a: Value, b: Operand) -> Value:
    return f.op("sdiv", f.sub(f.add(a, b), 1), b)


def round_up(f: Function, a: Value, unit: Operand) -> Value:
    return f.mul(ceil_div(f, a, unit), unit)
