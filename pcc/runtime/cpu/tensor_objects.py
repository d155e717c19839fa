"""Programs entered with Python objects that are tensors, read where they keep their kind and memory, as LLVM IR.

    i64 pcc_enter(ptr call, ptr arena, ptr given, ptr made)
        Runs a program on the tensors of two tuples, between them those that the call, an Entry, has kept; 0, and
        nothing runs, if one is not of its kind. The caller holds the objects; the interpreter's lock may be free.
    i64 pcc_alike(ptr objects, i64 count, ptr kinds, ptr fields)
        Whether tensors, by an array of pointers to them, are of these kinds.

Kinds lie one after the other, in i64: the Python type, whether gradients stop there, a number of words, and for each
its offset in the tensor, a mask, and what it must be. Fields has the offsets that are the same for all tensors.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.runtime.cpu.records import Record, read

_TYPE = 8  # of a Python object, in CPython
_NULL = Value("ptr", "null")


class Fields(Record):
    """Byte offsets: of what an object points to, in it; of the rest, in that. `items`: of a tuple's, in the tuple."""

    _fields_ = [
        *((name, c_int64) for name in ("items", "tensor", "gradient", "stops", "block", "memory", "place", "offset")),
        ("host", c_int64),  # what the low half of `place` is for memory of the host
    ]


class Entry(Record):
    """A program's address, how many tensors are given, kept and made, the kept ones, and the kinds of all."""

    _fields_ = [
        ("program", c_void_p),
        *((name, c_int64) for name in ("given", "kept", "made")),
        *((name, c_void_p) for name in ("objects", "kinds", "fields")),
    ]


def define(module: Module) -> None:
    _address(module)
    _addresses(module)
    f = module.function("pcc_alike", "i64", [("ptr", "objects"), ("i64", "count"), ("ptr", "kinds"), ("ptr", "fields")])
    objects, count, kinds, fields = f.params
    found = f.call("tensor_addresses", "ptr", objects, count, kinds, fields, _stack(f, count))
    f.ret(_number(f, f.cmp("ne", found, _NULL)))
    _enter(module)


def _number(f: Function, truth: Value) -> Value:
    return f.cast("zext", truth, "i64")


def _stack(f: Function, count: Value) -> Value:
    """Memory of the call for as many addresses; emitted once, outside loops."""
    return f.emit("ptr", f"alloca i64, {count}, align 64")


def _at(f: Function, base: Value, offset: Operand, type: str = "ptr") -> Value:
    return f.load(type, f.gep("i8", base, offset))


def _address(module: Module) -> None:
    """tensor_address(ptr tensor, ptr kind, ptr fields) -> i64: where its numbers begin; 0 if it is of another kind."""
    f = module.function("tensor_address", "i64", [("ptr", "tensor"), ("ptr", "kind"), ("ptr", "fields")], internal=True)
    object, kind, fields = f.params

    def field(name: str) -> Value:
        return read(f, Fields, fields, name)

    def word(place: Operand) -> Value:
        return f.load("i64", f.gep("i64", kind, place))

    def known() -> Sequence[Value]:
        inner = _at(f, object, field("tensor"))
        return f.choose(f.cmp("ne", inner, _NULL), lambda: filled(inner), lambda: [f.as_value(0, "i64")])

    def filled(inner: Value) -> Sequence[Value]:
        wrong = _differences(f, inner, kind, f.op("xor", stops(), word(1)))
        block = _at(f, inner, field("block"))
        there = f.op("and", f.cmp("eq", wrong, 0), f.cmp("ne", block, _NULL))
        return f.choose(there, lambda: memory(inner, block), lambda: [f.as_value(0, "i64")])

    def stops() -> Value:
        gradient = _at(f, object, field("gradient"))
        (flag,) = f.choose(
            f.cmp("ne", gradient, _NULL),
            lambda: [_at(f, gradient, field("stops"), "i32")],
            lambda: [f.as_value(1, "i32")],
        )
        return _number(f, f.cmp("ne", flag, 0))

    def memory(inner: Value, block: Value) -> Sequence[Value]:
        place = f.cast("zext", _at(f, block, field("place"), "i16"), "i64")
        start = _at(f, block, field("memory"), "i64")
        here = f.op("and", f.cmp("eq", place, field("host")), f.cmp("ne", start, 0))
        return [f.select(here, f.add(start, _at(f, inner, field("offset"), "i64")), 0)]

    same = f.cmp("eq", f.load("i64", f.gep("i8", object, _TYPE)), word(0))
    (found,) = f.choose(same, known, lambda: [f.as_value(0, "i64")])
    f.ret(found)


def _differences(f: Function, inner: Value, kind: Value, first: Value) -> Value:
    """`first` with all bits in which words of the tensor are not what the kind says."""

    def one(number: Value, wrong: Value) -> Sequence[Value]:
        at = f.gep("i64", kind, f.add(f.mul(number, 3), 3))
        offset, mask, wanted = (f.load("i64", f.gep("i64", at, n)) for n in range(3))
        masked = f.op("and", _at(f, inner, offset, "i64"), mask)
        return [f.op("or", wrong, f.op("xor", masked, wanted))]

    (wrong,) = f.loop(0, f.load("i64", f.gep("i64", kind, 2)), 1, one, [first])
    return wrong


def _addresses(module: Module) -> None:
    """tensor_addresses(objects, i64 count, kinds, fields, out) -> ptr: to behind the last kind, null if one differs."""
    params = [("ptr", "objects"), ("i64", "count"), ("ptr", "kinds"), ("ptr", "fields"), ("ptr", "out")]
    f = module.function("tensor_addresses", "ptr", params, internal=True)
    objects, count, kinds, fields, out = f.params

    def more(number: Value, kind: Value) -> Value:
        return f.op("and", f.cmp("slt", number, count), f.cmp("ne", kind, _NULL))

    def one(number: Value, kind: Value) -> Sequence[Value]:
        address = f.call("tensor_address", "i64", f.load("ptr", f.gep("ptr", objects, number)), kind, fields)
        f.store(address, f.gep("i64", out, number))
        words = f.load("i64", f.gep("i64", kind, 2))
        behind = f.gep("i64", kind, f.add(f.mul(words, 3), 3))
        return [f.add(number, 1), f.select(f.cmp("ne", address, 0), behind, _NULL)]

    _, kind = f.repeat_while(more, one, [f.as_value(0, "i64"), kinds])
    f.ret(kind)


def _enter(module: Module) -> None:
    params = [("ptr", "call"), ("ptr", "arena"), ("ptr", "given"), ("ptr", "made")]
    f = module.function("pcc_enter", "i64", params)
    call, arena, given, made = f.params
    program, *counts, objects, kinds, fields = (read(f, Entry, call, name) for name, *_ in Entry._fields_)
    tensors, items = f.add(f.add(counts[0], counts[1]), counts[2]), read(f, Fields, fields, "items")
    out = _stack(f, f.add(tensors, 1))
    lists = [f.gep("i8", given, items), objects, f.gep("i8", made, items)]
    at, kind = out, kinds
    for listed, count in zip(lists, counts, strict=True):
        # after a list that differs there is nothing to compare with
        (kind,) = f.choose(
            f.cmp("ne", kind, _NULL),
            lambda: [f.call("tensor_addresses", "ptr", listed, count, kind, fields, at)],  # noqa: B023  called here
            lambda: [_NULL],
        )
        at = f.gep("i64", at, count)
    same = f.cmp("ne", kind, _NULL)

    def run() -> None:
        f.store(arena, at)
        f.call_pointer(program, "void", out)

    f.choose(same, run)
    f.ret(_number(f, same))
