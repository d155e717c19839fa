"""Parameter blocks of C-callable routines: a ctypes.Structure of 8-byte fields, read and filled in LLVM IR.

class Point(Record):                     ints are i64, pointers are c_void_p
    _fields_ = [("x", c_int64), ("data", c_void_p)]
place = new(f, Point, x=n, data=p)       a stack block with those values, the other fields zero
x = read(f, Point, place, "x")
"""

from __future__ import annotations

import ctypes

from pcc.codegen_cpu.llvm_text import Function
from pcc.codegen_cpu.llvm_types import Operand, Value


class Record(ctypes.Structure):
    """A block of i64 and pointer fields."""


def field_type(record: type[Record], name: str) -> str:
    return "ptr" if {f[0]: f[1] for f in record._fields_}[name] is ctypes.c_void_p else "i64"


def place(f: Function, record: type[Record], block: Value, name: str) -> Value:
    return f.gep("i8", block, getattr(record, name).offset)


def read(f: Function, record: type[Record], block: Value, name: str) -> Value:
    return f.load(field_type(record, name), place(f, record, block, name))


def read_all(f: Function, record: type[Record], block: Value) -> dict[str, Value]:
    return {name: read(f, record, block, name) for name, *_ in record._fields_}


def new(f: Function, record: type[Record], **values: Operand) -> Value:
    """A block in the caller's stack frame (allocated once per call of `f`), filled."""
    block = f.alloca("i64", ctypes.sizeof(record) // 8)
    fill(f, record, block, **values)
    return block


def fill(f: Function, record: type[Record], block: Value, **values: Operand) -> None:
    unknown = set(values) - {name for name, *_ in record._fields_}
    assert not unknown, f"{record.__name__} has no field {', '.join(sorted(unknown))}"
    for name, *_ in record._fields_:
        value = f.as_value(values.get(name, 0), field_type(record, name))
        f.store(value, place(f, record, block, name))
