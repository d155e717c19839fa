"""Scratch memory of a thread: one block a thread and slot, grown as needed and freed when the thread ends.

    ptr pcc_scratch(i64 slot, i64 bytes)     64-byte aligned, contents undefined, valid until the thread asks for
                                             the same slot again; null when memory is exhausted
    void pcc_scratch_init()                  once, before any other call

Slots keep users from each other within a thread: PROGRAM_SLOT is for compiled programs, the others the library's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.dialects.routines import PROGRAM_SLOT

GEMM_A, GEMM_B, GEMM_PARTS, CONV, CONV_TABLE, SORT, RECURRENCE, MATRICES, FOURIER = range(PROGRAM_SLOT)
SLOTS = PROGRAM_SLOT + 1
_ALIGN, _SLACK = 64, 256  # bytes; vector stores may run past the end of a packed panel by less than the slack


def define(module: Module) -> None:
    module.global_value("scratch_key", "internal global i32 0")
    _free(module)
    f = module.function("pcc_scratch_init", "void", [])
    f.call("pthread_key_create", "i32", Value("ptr", "@scratch_key"), Value("ptr", "@scratch_free"))
    f.ret()
    _grow(module)
    _scratch(module)


def _free(module: Module) -> None:
    """scratch_free(ptr table): the key's destructor. A table is SLOTS pairs of pointer and size."""
    f = module.function("scratch_free", "void", [("ptr", "table")], internal=True)
    for slot in range(SLOTS):
        f.call("free", "void", f.load("ptr", f.gep("i64", f.params[0], 2 * slot)))
    f.call("free", "void", f.params[0])
    f.ret()


def _scratch(module: Module) -> None:
    f = module.function("pcc_scratch", "ptr", [("i64", "slot"), ("i64", "bytes")])
    slot, size = f.params
    known = f.call("pthread_getspecific", "ptr", f.load("i32", Value("ptr", "@scratch_key")))

    def first() -> Sequence[Value]:
        table = f.call("calloc", "ptr", Value("i64", str(SLOTS)), Value("i64", "16"))
        f.call("pthread_setspecific", "i32", f.load("i32", Value("ptr", "@scratch_key")), table)
        return [table]

    (table,) = f.choose(f.cmp("eq", known, Value("ptr", "null")), first, lambda: [known])
    entry = f.gep("i64", table, f.mul(slot, 2))
    enough = f.cmp("sge", f.load("i64", f.gep("i64", entry, 1)), size)
    (block,) = f.choose(enough, lambda: [f.load("ptr", entry)], lambda: [f.call("scratch_grow", "ptr", entry, size)])
    f.ret(block)


def _grow(module: Module) -> None:
    """scratch_grow(ptr pair, i64 bytes) -> ptr: replace a pair's block by a larger one."""
    f = module.function("scratch_grow", "ptr", [("ptr", "pair"), ("i64", "bytes")], internal=True)
    pair, size = f.params
    f.call("free", "void", f.load("ptr", pair))
    rounded = f.op("and", f.add(size, _SLACK + _ALIGN - 1), -_ALIGN)
    block = f.call("aligned_alloc", "ptr", Value("i64", str(_ALIGN)), rounded)
    f.store(block, pair)
    f.store(f.select(f.cmp("eq", block, Value("ptr", "null")), 0, size), f.gep("i64", pair, 1))
    f.ret(block)


def scratch(f: Function, slot: int, size: Value) -> Value:
    """A call of pcc_scratch."""
    return f.call("pcc_scratch", "ptr", f.as_value(slot, "i64"), size)
