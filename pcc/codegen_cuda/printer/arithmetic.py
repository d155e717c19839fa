"""Constants, arithmetic, comparison, conversion and elementary functions, of numbers and of vectors alike."""

from __future__ import annotations

from xdsl.dialects import arith, math
from xdsl.dialects.builtin import Float64Type, FloatAttr, IndexType, IntegerAttr, IntegerType, VectorType, i1
from xdsl.ir import Attribute, Operation

from pcc.codegen_cuda.printer.base import FunctionPrinter, arguments, prints
from pcc.codegen_cuda.types import literal
from pcc.dialects import kernel


def element(type: Attribute) -> Attribute:
    return type.element_type if isinstance(type, VectorType) else type


@prints(arith.ConstantOp)
def _constant(op: arith.ConstantOp, p: FunctionPrinter) -> None:
    assert isinstance(op.value, IntegerAttr | FloatAttr)
    text = literal(op.value.value.data, op.result.type)
    p.atom(op, f"({text})" if text.startswith("-") else text)


_INFIX: dict[type[Operation], str] = {
    arith.AddfOp: "+", arith.SubfOp: "-", arith.MulfOp: "*", arith.DivfOp: "/",
    arith.DivSIOp: "/", arith.RemSIOp: "%", arith.AndIOp: "&", arith.OrIOp: "|", arith.XOrIOp: "^", arith.ShRSIOp: ">>",
}  # fmt: skip


@prints(*_INFIX)
def _infix(op: Operation, p: FunctionPrinter) -> None:
    a, b = p.args(op)
    p.set(op, f"{a} {_INFIX[type(op)]} {b}")


_WRAPPING: dict[type[Operation], tuple[str, str, str]] = {
    arith.AddiOp: ("+", "wrapping_add", "0"),
    arith.SubiOp: ("-", "wrapping_sub", "0"),
    arith.MuliOp: ("*", "wrapping_mul", "1"),
}


@prints(*_WRAPPING)
def _wrapping(op: Operation, p: FunctionPrinter) -> None:
    """Indices never overflow; other integers wrap around, which C++ leaves undefined."""
    (a, b), (infix, function, neutral) = p.args(op), _WRAPPING[type(op)]
    if b == neutral:
        p.atom(op, a)
    elif a == neutral and infix != "-":
        p.atom(op, b)
    elif isinstance(op.results[0].type, IndexType):
        p.set(op, f"{a} {infix} {b}")
    else:
        p.set(op, f"{function}({arguments([a, b])})")


_FUNCTIONS: dict[type[Operation], str] = {
    arith.DivUIOp: "unsigned_div", arith.RemUIOp: "unsigned_rem", arith.ShLIOp: "shift_left",
    arith.ShRUIOp: "shift_right", arith.MaxSIOp: "larger", arith.MinSIOp: "smaller", arith.MaxUIOp: "unsigned_larger",
    arith.MinUIOp: "unsigned_smaller", arith.MaximumfOp: "maximum", arith.MinimumfOp: "minimum",
    arith.SelectOp: "where", kernel.SelectOp: "where",
}  # fmt: skip


@prints(*_FUNCTIONS)
def _function(op: Operation, p: FunctionPrinter) -> None:
    if type(op) is arith.SelectOp:
        condition, a, b = p.args(op)
        p.set(op, f"{condition} ? {a} : {b}")
    else:
        p.set(op, f"{_FUNCTIONS[type(op)]}({arguments(p.args(op))})")


@prints(arith.NegfOp)
def _negate(op: Operation, p: FunctionPrinter) -> None:
    p.set(op, f"-{p.args(op)[0]}")


_COMPARISONS = {
    "eq": "==", "ne": "!=", "slt": "<", "sle": "<=", "sgt": ">", "sge": ">=",
    "oeq": "==", "ogt": ">", "oge": ">=", "olt": "<", "ole": "<=", "une": "!=",
}  # fmt: skip
_BELOW = {"ult": "<", "ule": "<=", "ugt": ">", "uge": ">="}


@prints(arith.CmpiOp, arith.CmpfOp, kernel.CompareOp)
def _compare(op: arith.CmpiOp | arith.CmpfOp | kernel.CompareOp, p: FunctionPrinter) -> None:
    if isinstance(op, kernel.CompareOp):
        name = op.predicate.data
    else:
        names = kernel.INTEGER_PREDICATES if isinstance(op, arith.CmpiOp) else kernel.FLOAT_PREDICATES
        name = names[op.predicate.value.data]
    a, b = p.args(op)
    if name in _COMPARISONS:
        p.set(op, f"{a} {_COMPARISONS[name]} {b}")
    elif element(op.operands[0].type) == i1 and name in _BELOW:
        p.set(op, f"{a} {_BELOW[name]} {b}")
    else:
        p.set(op, f"compare_{name}({arguments([a, b])})")


_CONVERSIONS = [op for op in arith.Arith.operations if op.name.removeprefix("arith.") in kernel.CONVERSIONS]


@prints(kernel.ConvertOp, arith.IndexCastOp, *_CONVERSIONS)
def _convert(op: Operation, p: FunctionPrinter) -> None:
    """To integers saturating, so that no input is undefined behaviour."""
    name = op.conversion.data if isinstance(op, kernel.ConvertOp) else op.name.removeprefix("arith.")
    (x,), source, target = p.args(op), element(op.operands[0].type), element(op.results[0].type)
    kind = p.type(target)
    if name == "bitcast":
        p.set(op, f"bits_as<{kind}>({arguments([x])})")
    elif name == "fptosi":
        p.set(op, f"saturated<{kind}>({arguments([x])})")
    elif name in ("extui", "uitofp") and source != i1:
        p.set(op, f"unsigned_as<{kind}>({arguments([x])})")
    elif p.type(source) == kind:
        p.atom(op, x)
    elif name == "trunci" and target == i1:
        p.set(op, f"lowest_bit({arguments([x])})")
    else:
        p.set(op, f"as<{kind}>({arguments([x])})")


_MATH = {"absf": "fabs", "powf": "pow", "roundeven": "rint"}


def _called(op: Operation, name: str, p: FunctionPrinter) -> None:
    """The function of C's library; that of floats ends in f."""
    kind = element(op.results[0].type)
    suffix = "" if isinstance(kind, Float64Type | IntegerType) else "f"
    p.set(op, f"{_MATH.get(name, name)}{suffix}({arguments(p.args(op))})")


@prints(*math.Math.operations)
def _math(op: Operation, p: FunctionPrinter) -> None:
    _called(op, op.name.removeprefix("math."), p)


@prints(kernel.MathOp)
def _kernel_math(op: kernel.MathOp, p: FunctionPrinter) -> None:
    _called(op, op.function.data, p)
