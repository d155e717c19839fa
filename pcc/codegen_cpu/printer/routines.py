"""Calls of library routines with parameter blocks."""
from __future__ import annotations

from xdsl.dialects.builtin import MemRefType

from pcc.codegen_cpu.llvm_text import Value, constant
from pcc.codegen_cpu.printer.base import FunctionPrinter, llvm_type, prints
from pcc.codegen_cpu.printer.symbols import mangle
from pcc.dialects import kernel
from pcc.dialects.routines import LAYOUTS


@prints(kernel.RoutineOp)
def _routine(op: kernel.RoutineOp, p: FunctionPrinter) -> None:
    """Fill the parameter block on the stack, then call."""
    name = op.routine.data
    layout, fields = LAYOUTS[name], op.fields()
    block = p.f.alloca("i64", len(layout))
    extra = _epilogue_fields(op, p)
    for place, field in enumerate(layout):
        value = fields.get(field, 0)
        slot = p.f.gep("i64", block, place)
        if field in extra:
            p.f.store(extra[field], slot)
        elif isinstance(value, int):
            p.f.store(constant("i64", value), slot)
        else:
            assert isinstance(value.type, MemRefType)
            offset = fields.get(f"{field}_offset", 0)
            assert isinstance(offset, int)
            p.f.store(p.f.gep(llvm_type(value.type.element_type), p.get(value), offset), slot)
    p.f.call(name, "void", block)


def _epilogue_fields(op: kernel.RoutineOp, p: FunctionPrinter) -> dict[str, Value]:
    """The routine's callback and its context, if the op has one."""
    if op.epilogue is None:
        return {}
    captured = op.captured()
    context = p.f.alloca("ptr", len(captured))
    for i, memory in enumerate(captured):
        p.f.store(p.get(memory), p.f.gep("ptr", context, i))
    return {"epilogue": Value("ptr", f"@{mangle(op.epilogue.string_value())}"), "context": context}
