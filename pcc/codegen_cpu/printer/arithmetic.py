"""Constants, arithmetic, comparison, conversion and elementary functions."""

from __future__ import annotations

from xdsl.dialects import arith, math
from xdsl.dialects.builtin import FloatAttr, IntegerAttr
from xdsl.ir import Operation

from pcc.codegen_cpu import vector_math
from pcc.codegen_cpu.llvm_types import constant, suffix
from pcc.codegen_cpu.printer.base import FunctionPrinter, llvm_type, prints
from pcc.dialects import kernel


@prints(arith.ConstantOp)
def _constant(op: arith.ConstantOp, p: FunctionPrinter) -> None:
    assert isinstance(op.value, IntegerAttr | FloatAttr)
    p.set(op, constant(llvm_type(op.result.type), op.value.value.data))


_BINARY: dict[type[Operation], str] = {
    arith.AddiOp: "add", arith.SubiOp: "sub", arith.MuliOp: "mul", arith.DivSIOp: "sdiv", arith.DivUIOp: "udiv",
    arith.RemSIOp: "srem", arith.RemUIOp: "urem", arith.AndIOp: "and", arith.OrIOp: "or", arith.XOrIOp: "xor",
    arith.ShLIOp: "shl", arith.ShRSIOp: "ashr", arith.ShRUIOp: "lshr",
    arith.AddfOp: "fadd", arith.SubfOp: "fsub", arith.MulfOp: "fmul", arith.DivfOp: "fdiv",
}  # fmt: skip


@prints(*_BINARY)
def _binary(op: Operation, p: FunctionPrinter) -> None:
    name = _BINARY[type(op)]
    a, b = p.args(op)
    neutral = {"add": "0", "mul": "1"}.get(name)
    if neutral is not None and b.name == neutral:
        p.set(op, a)
        return
    p.set(op, p.f.op(name, a, b, "contract" if name in ("fadd", "fsub", "fmul", "fdiv") else ""))


_EXTREMA: dict[type[Operation], str] = {
    arith.MaxSIOp: "smax",
    arith.MinSIOp: "smin",
    arith.MaxUIOp: "umax",
    arith.MinUIOp: "umin",
}


@prints(*_EXTREMA)
def _integer_extremum(op: Operation, p: FunctionPrinter) -> None:
    a, b = p.args(op)
    p.set(op, p.f.intrinsic(f"llvm.{_EXTREMA[type(op)]}", a.type, a, b))


@prints(arith.MaximumfOp, arith.MinimumfOp)
def _float_extremum(op: Operation, p: FunctionPrinter) -> None:
    """NaN if either operand is NaN. Which of two zeros does not matter: to tell them apart takes twice as long."""
    a, b = p.args(op)
    name = "llvm.maximum" if isinstance(op, arith.MaximumfOp) else "llvm.minimum"
    p.set(op, p.f.intrinsic(name, a.type, a, b, flags="nsz"))


@prints(arith.NegfOp)
def _negate(op: Operation, p: FunctionPrinter) -> None:
    p.set(op, p.f.fneg(p.args(op)[0]))


@prints(arith.CmpiOp, arith.CmpfOp)
def _compare(op: arith.CmpiOp | arith.CmpfOp, p: FunctionPrinter) -> None:
    names = kernel.INTEGER_PREDICATES if isinstance(op, arith.CmpiOp) else kernel.FLOAT_PREDICATES
    p.set(op, p.f.cmp(names[op.predicate.value.data], *p.args(op)))


@prints(kernel.CompareOp)
def _compare_vectors(op: kernel.CompareOp, p: FunctionPrinter) -> None:
    p.set(op, p.f.cmp(op.predicate.data, *p.args(op)))


@prints(arith.SelectOp, kernel.SelectOp)
def _select(op: Operation, p: FunctionPrinter) -> None:
    p.set(op, p.f.select(*p.args(op)))


_CASTS = {
    "extf": "fpext", "truncf": "fptrunc", "extsi": "sext", "extui": "zext", "trunci": "trunc", "sitofp": "sitofp",
    "uitofp": "uitofp", "bitcast": "bitcast",
}  # fmt: skip
_CONVERSIONS = [op for op in arith.Arith.operations if op.name.removeprefix("arith.") in kernel.CONVERSIONS]


@prints(kernel.ConvertOp, *_CONVERSIONS)
def _convert(op: Operation, p: FunctionPrinter) -> None:
    """To integers saturating, so that no input is undefined behaviour."""
    name = op.conversion.data if isinstance(op, kernel.ConvertOp) else op.name.removeprefix("arith.")
    (x,), target = p.args(op), llvm_type(op.results[0].type)
    if name == "fptosi":
        p.set(op, p.f.call(f"llvm.fptosi.sat.{suffix(target)}.{suffix(x.type)}", target, x))
    else:
        p.set(op, p.f.cast(_CASTS[name], x, target))


@prints(arith.IndexCastOp)
def _index_cast(op: Operation, p: FunctionPrinter) -> None:
    (x,) = p.args(op)
    source, target = llvm_type(op.operands[0].type), llvm_type(op.results[0].type)
    if source == target:
        p.set(op, x)
        return
    p.set(op, p.f.cast("trunc" if target != "i64" else "sext", x, target))


@prints(*math.Math.operations)
def _math(op: Operation, p: FunctionPrinter) -> None:
    p.set(op, vector_math.emit(p.f, op.name.removeprefix("math."), *p.args(op)))


@prints(kernel.MathOp)
def _kernel_math(op: kernel.MathOp, p: FunctionPrinter) -> None:
    p.set(op, vector_math.emit(p.f, op.function.data, *p.args(op)))
