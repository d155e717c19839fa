"""Calls of library routines with parameter blocks."""

from __future__ import annotations

from xdsl.dialects.builtin import MemRefType

from pcc.codegen_cpu.llvm_types import Value, constant
from pcc.codegen_cpu.printer.base import FunctionPrinter, llvm_type, prints
from pcc.codegen_cpu.printer.symbols import callee
from pcc.dialects import kernel
from pcc.dialects.routines import LAYOUTS, POSITIONAL


@prints(kernel.RoutineOp)
def _routine(op: kernel.RoutineOp, p: FunctionPrinter) -> None:
    """Fill the parameter block on the stack, then call."""
    name = op.routine.data
    layout, extra = LAYOUTS[name], _epilogue_fields(op, p)
    values = [extra[field] if field in extra else _field(op, p, field) for field in layout]
    if name in POSITIONAL:
        p.f.call(name, "void", *values)
        return
    block = p.f.alloca("i64", len(layout))
    for place, value in enumerate(values):
        p.f.store(value, p.f.gep("i64", block, place))
    p.f.call(name, "void", block)


def _field(op: kernel.RoutineOp, p: FunctionPrinter, field: str) -> Value:
    """A field's number, or its pointer moved by `<field>_offset` elements."""
    fields = op.fields()
    value, offset = fields.get(field, 0), fields.get(f"{field}_offset", 0)
    if isinstance(value, int):
        return constant("i64", value)
    assert isinstance(value.type, MemRefType)
    assert isinstance(offset, int)
    return p.f.gep(llvm_type(value.type.element_type), p.get(value), offset)


def _epilogue_fields(op: kernel.RoutineOp, p: FunctionPrinter) -> dict[str, Value]:
    """The routine's callback and its context, if the op has one."""
    if op.epilogue is None:
        return {}
    captured = op.captured()
    context = p.f.alloca("ptr", len(captured))
    for i, memory in enumerate(captured):
        p.f.store(p.get(memory), p.f.gep("ptr", context, i))
    name = callee(op, op.epilogue.string_value())
    p.text.declare(name, "void", ["ptr", *["i64"] * len(kernel.BOUNDS)])
    return {"epilogue": Value("ptr", f"@{name}"), "context": context}
