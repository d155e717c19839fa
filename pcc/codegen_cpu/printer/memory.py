"""Loads, stores, views and copies of flat memory."""

from __future__ import annotations

from xdsl.dialects import memref, vector
from xdsl.dialects.builtin import MemRefType
from xdsl.ir import Attribute, SSAValue

from pcc.codegen_cpu.llvm_types import Value, bits, constant, element_of, lanes_of, with_element
from pcc.codegen_cpu.printer.base import FunctionPrinter, llvm_type, prints
from pcc.dialects import blocks, kernel
from pcc.dialects.routines import PROGRAM_SLOT

LINE = 64  # bytes of a cache line


def memory_type(memory: SSAValue) -> MemRefType[Attribute]:
    assert isinstance(memory.type, MemRefType)
    return memory.type


def _address(p: FunctionPrinter, memory: SSAValue, offset: SSAValue) -> Value:
    return p.f.gep(llvm_type(memory_type(memory).element_type), p.get(memory), p.get(offset))


@prints(memref.LoadOp)
def _load(op: memref.LoadOp, p: FunctionPrinter) -> None:
    p.set(op, p.f.load(llvm_type(op.results[0].type), _address(p, op.operands[0], op.operands[1])))


@prints(memref.StoreOp)
def _store(op: memref.StoreOp, p: FunctionPrinter) -> None:
    p.f.store(p.get(op.operands[0]), _address(p, op.operands[1], op.operands[2]))


@prints(vector.LoadOp)
def _vector_load(op: vector.LoadOp, p: FunctionPrinter) -> None:
    p.set(op, p.f.load(llvm_type(op.results[0].type), _address(p, op.operands[0], op.operands[1])))


@prints(vector.StoreOp)
def _vector_store(op: vector.StoreOp, p: FunctionPrinter) -> None:
    value, place = p.get(op.operands[0]), _address(p, op.operands[1], op.operands[2])
    if op.nontemporal:
        _store_past_caches(value, place, p)
    else:
        p.f.store(value, place)


def _store_past_caches(value: Value, place: Value, p: FunctionPrinter) -> None:
    """Where the place is aligned to the vector or a cache line, as the instruction asks.

    Other threads see it after the next locked instruction of this one: the pool's, or any lock's. LLVM 22 stores
    vectors of 16-bit floats in the ordinary way, so they become integers, before they leave their block.
    """
    if element_of(value.type) in ("half", "bfloat"):
        whole = with_element(value.type, "i16")
        value = p.f.emit(whole, f"bitcast {value} to {whole}")
    width = min(lanes_of(value.type) * bits(element_of(value.type)) // 8, LINE)
    rest = p.f.op("and", p.f.emit("i64", f"ptrtoint {place} to i64"), p.f.as_value(width - 1, "i64"))
    aligned = p.f.cmp("eq", rest, 0)
    p.f.choose(aligned, lambda: p.f.store_past_caches(value, place, width), lambda: p.f.store(value, place))


@prints(vector.MaskedLoadOp)
def _masked_load(op: vector.MaskedLoadOp, p: FunctionPrinter) -> None:
    memory, offset, mask, rest = op.operands
    type = llvm_type(op.results[0].type)
    p.set(op, p.f.masked_load(type, _address(p, memory, offset), p.get(mask), p.get(rest)))


@prints(vector.MaskedStoreOp)
def _masked_store(op: vector.MaskedStoreOp, p: FunctionPrinter) -> None:
    """LLVM 22 widens a truncated value that is stored under a constant mask of one lane: that lane is stored alone."""
    memory, offset, mask, value = op.operands
    lanes, place, active = p.get(value), _address(p, memory, offset), p.get(mask)
    if active.name.startswith("<i1 true") and active.name.count("true") == 1:
        p.f.store(p.f.extract(lanes, 0), place)
    else:
        p.f.masked_store(lanes, place, active)


@prints(kernel.GatherOp)
def _gather(op: kernel.GatherOp, p: FunctionPrinter) -> None:
    type = llvm_type(op.out.type)
    lanes = lanes_of(type)
    base, offsets = p.get(op.memory), p.get(op.offsets)
    pointers = f"<{lanes} x ptr>"
    addresses = p.f.emit(pointers, f"getelementptr inbounds {element_of(type)}, {base}, {offsets}")
    mask = p.get(op.mask) if op.mask is not None else constant(f"<{lanes} x i1>", True)
    p.set(op, p.f.gather(type, addresses, mask))


@prints(kernel.PrefetchOp)
def _prefetch(op: kernel.PrefetchOp, p: FunctionPrinter) -> None:
    """Not inbounds: the address may lie behind the memory's end."""
    if op.stream is not None and p.text.follows_streams:
        return
    element, place = llvm_type(memory_type(op.memory).element_type), _address(p, op.memory, op.offset)
    ahead = p.f.emit("ptr", f"getelementptr {element}, {place}, i64 {op.ahead.value.data}")
    read, keep, data = (constant("i32", flag) for flag in (0, 4 - op.cache.value.data, 1))
    p.f.call("llvm.prefetch.p0", "void", ahead, read, keep, data)


@prints(blocks.PartOp)
def _part(op: blocks.PartOp, p: FunctionPrinter) -> None:
    p.set(op, _address(p, op.memory, op.offset))


@prints(blocks.ScratchOp)
def _scratch(op: blocks.ScratchOp, p: FunctionPrinter) -> None:
    slot, size = constant("i64", PROGRAM_SLOT), constant("i64", memory_type(op.out).get_shape()[0])
    p.set(op, p.f.call("pcc_scratch", "ptr", slot, size))


@prints(memref.ViewOp)
def _view(op: memref.ViewOp, p: FunctionPrinter) -> None:
    p.set(op, p.f.gep("i8", p.get(op.operands[0]), p.get(op.operands[1])))


@prints(memref.AllocaOp)
def _alloca(op: memref.AllocaOp, p: FunctionPrinter) -> None:
    type = memory_type(op.memref)
    p.set(op, p.f.alloca(llvm_type(type.element_type), type.get_shape()[0]))


@prints(memref.CopyOp)
def _copy(op: memref.CopyOp, p: FunctionPrinter) -> None:
    source, target = p.args(op)
    type = memory_type(op.operands[0])
    size = type.get_shape()[0] * max(bits(llvm_type(type.element_type)) // 8, 1)
    p.f.call("llvm.memcpy.p0.p0.i64", "void", target, source, constant("i64", size), constant("i1", False))
