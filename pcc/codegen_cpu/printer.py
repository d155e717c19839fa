"""Prints the loop level as LLVM IR. It only prints: what is vectorised or parallel was decided before.

A memref is a pointer to flat memory, `index` is i64, bool is stored in a byte. The body of an `scf.parallel` becomes a
function of an iteration range for the thread pool; what it needs from outside is printed again inside it.
"""
from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any, TypeVar

from xdsl.dialects import arith, func, math, memref, scf, vector
from xdsl.dialects.builtin import (
    BFloat16Type,
    DenseArrayBase,
    Float16Type,
    Float32Type,
    Float64Type,
    FloatAttr,
    IndexType,
    IntegerAttr,
    IntegerType,
    MemRefType,
    ModuleOp,
    VectorType,
)
from xdsl.ir import Attribute, Block, BlockArgument, Operation, SSAValue

from pcc.codegen_cpu import vector_math
from pcc.codegen_cpu.llvm_text import Function, Module, Value, bits, constant, lanes_of, vector_of
from pcc.dialects import kernel
from pcc.dialects.routines import LAYOUTS

O = TypeVar("O", bound=Operation)
Printer = Callable[["FunctionPrinter", Any], None]
_PRINTERS: dict[type[Operation], Printer] = {}
_FLOATS = {Float16Type: "half", BFloat16Type: "bfloat", Float32Type: "float", Float64Type: "double"}


def llvm_type(type: Attribute) -> str:
    match type:
        case MemRefType():
            return "ptr"
        case IndexType():
            return "i64"
        case IntegerType():
            return f"i{type.bitwidth}"
        case VectorType():
            return vector_of(llvm_type(type.element_type), type.get_shape()[0])
        case _:
            return _FLOATS[type.__class__]


def print_module(module: ModuleOp) -> Module:
    """The LLVM module of all functions; `main` takes one pointer to an array of its arguments' pointers."""
    text = Module()
    for op in module.ops:
        if isinstance(op, func.FuncOp) and not op.is_declaration:
            print_function(text, op)
    if foreign := [n for n in text.declarations if n.startswith(_OWN) and n not in text.functions]:
        raise NotImplementedError(f"a call of {foreign[0].removeprefix(_OWN)}, which is no function of the program")
    return text


_OWN = "f_"


def mangle(symbol: str) -> str:
    """The LLVM name of a program's function: never that of a library's, whatever the symbol is."""
    if symbol == "main" or re.fullmatch(r"[A-Za-z0-9_]{1,60}", symbol):
        return symbol if symbol == "main" else _OWN + symbol
    digest = hashlib.sha256(symbol.encode()).hexdigest()[:12]
    return f"{_OWN}{re.sub('[^A-Za-z0-9_]', '_', symbol[:40])}.{digest}"


def print_function(text: Module, op: func.FuncOp) -> None:
    name, arguments = mangle(op.sym_name.data), op.body.block.args
    if "callback" in op.attributes:
        return _print_callback(text, op)
    if name == "main":
        made = text.function("main", "void", [("ptr noalias", "args")])
        values = [made.load("ptr", made.gep("ptr", made.params[0], i)) for i in range(len(arguments))]
    else:
        made = text.function(name, "void", [("ptr", f"x{i}") for i in range(len(arguments))], internal=True)
        values = made.params
    printer = FunctionPrinter(text, made)
    printer.values.update(zip(arguments, values, strict=True))
    printer.block(op.body.block)


def _print_callback(text: Module, op: func.FuncOp) -> None:
    """A function that a routine calls with a context (the pointers that its memory arguments are) and five integers."""
    arguments = op.body.block.args
    names = ("batch", "m0", "m1", "n0", "n1")
    made = text.function(mangle(op.sym_name.data), "void", [("ptr", "context"), *(("i64", n) for n in names)], internal=True)
    pointers = [made.load("ptr", made.gep("ptr", made.params[0], i)) for i in range(len(arguments) - len(names))]
    printer = FunctionPrinter(text, made)
    printer.values.update(zip(arguments, [*pointers, *made.params[1:]], strict=True))
    printer.block(op.body.block)


class FunctionPrinter:
    """Prints ops into one LLVM function."""

    def __init__(self, text: Module, function: Function) -> None:
        self.text, self.f = text, function
        self.values: dict[SSAValue, Value] = {}

    def get(self, value: SSAValue) -> Value:
        return self.values[value]

    def args(self, op: Operation) -> list[Value]:
        return [self.values[o] for o in op.operands]

    def set(self, op: Operation, value: Value) -> None:
        self.values[op.results[0]] = value

    def block(self, block: Block) -> None:
        for op in block.ops:
            printer = _PRINTERS.get(type(op))
            if printer is None:
                raise NotImplementedError(f"no LLVM form of {op.name}")
            printer(self, op)


def prints(*kinds: type[Operation]) -> Callable[[Callable[[FunctionPrinter, O], None]], Callable[[FunctionPrinter, O], None]]:
    """Registers a function as the printer of op classes of this module (filled once, at import)."""

    def register(printer: Callable[[FunctionPrinter, O], None]) -> Callable[[FunctionPrinter, O], None]:
        for kind in kinds:
            _PRINTERS[kind] = printer
        return printer

    return register


# ---- constants and arithmetic
@prints(arith.ConstantOp)
def _constant(p: FunctionPrinter, op: arith.ConstantOp) -> None:
    assert isinstance(op.value, IntegerAttr | FloatAttr)
    p.set(op, constant(llvm_type(op.result.type), op.value.value.data))


_BINARY = {
    arith.AddiOp: "add", arith.SubiOp: "sub", arith.MuliOp: "mul", arith.DivSIOp: "sdiv", arith.DivUIOp: "udiv",
    arith.RemSIOp: "srem", arith.RemUIOp: "urem", arith.AndIOp: "and", arith.OrIOp: "or", arith.XOrIOp: "xor",
    arith.ShLIOp: "shl", arith.ShRSIOp: "ashr", arith.ShRUIOp: "lshr",
    arith.AddfOp: "fadd", arith.SubfOp: "fsub", arith.MulfOp: "fmul", arith.DivfOp: "fdiv",
}  # fmt: skip


@prints(*_BINARY)
def _binary(p: FunctionPrinter, op: Operation) -> None:
    name = _BINARY[type(op)]
    a, b = p.args(op)
    neutral = {"add": "0", "mul": "1"}.get(name)
    if neutral is not None and b.name == neutral:
        return p.set(op, a)
    p.set(op, p.f.op(name, a, b, "contract" if name in ("fadd", "fsub", "fmul", "fdiv") else ""))


_EXTREMA = {arith.MaxSIOp: "smax", arith.MinSIOp: "smin", arith.MaxUIOp: "umax", arith.MinUIOp: "umin"}


@prints(*_EXTREMA)
def _integer_extremum(p: FunctionPrinter, op: Operation) -> None:
    a, b = p.args(op)
    p.set(op, p.f.intrinsic(f"llvm.{_EXTREMA[type(op)]}", a.type, a, b))


@prints(arith.MaximumfOp, arith.MinimumfOp)
def _float_extremum(p: FunctionPrinter, op: Operation) -> None:
    """NaN if either operand is NaN: pick the second unless the first wins or is NaN itself."""
    a, b = p.args(op)
    wins = p.f.cmp("ugt" if isinstance(op, arith.MaximumfOp) else "ult", a, b)
    chosen = p.f.select(wins, a, b)
    p.set(op, chosen if _never_nan(b) else p.f.select(p.f.cmp("uno", b, b), b, chosen))


def _never_nan(value: Value) -> bool:
    """Constants are never NaN here."""
    return not value.name.startswith("%")


@prints(arith.NegfOp)
def _negate(p: FunctionPrinter, op: Operation) -> None:
    p.set(op, p.f.fneg(p.args(op)[0]))


_CMPI = "eq ne slt sle sgt sge ult ule ugt uge".split()
_CMPF = "false oeq ogt oge olt ole one ord ueq ugt uge ult ule une uno true".split()


@prints(arith.CmpiOp, arith.CmpfOp)
def _compare(p: FunctionPrinter, op: arith.CmpiOp | arith.CmpfOp) -> None:
    names = _CMPI if isinstance(op, arith.CmpiOp) else _CMPF
    p.set(op, p.f.cmp(names[op.predicate.value.data], *p.args(op)))


@prints(arith.SelectOp, kernel.SelectOp)
def _select(p: FunctionPrinter, op: Operation) -> None:
    p.set(op, p.f.select(*p.args(op)))


_CASTS = {
    arith.ExtFOp: "fpext", arith.TruncFOp: "fptrunc", arith.ExtSIOp: "sext", arith.ExtUIOp: "zext",
    arith.TruncIOp: "trunc", arith.SIToFPOp: "sitofp", arith.UIToFPOp: "uitofp", arith.BitcastOp: "bitcast",
}  # fmt: skip


@prints(*_CASTS)
def _cast(p: FunctionPrinter, op: Operation) -> None:
    p.set(op, p.f.cast(_CASTS[type(op)], p.args(op)[0], llvm_type(op.results[0].type)))


@prints(arith.FPToSIOp)
def _to_integer(p: FunctionPrinter, op: Operation) -> None:
    """Saturating, so that no input is undefined behaviour."""
    (x,) = p.args(op)
    target = llvm_type(op.results[0].type)
    from pcc.codegen_cpu.llvm_text import suffix

    p.set(op, p.f.call(f"llvm.fptosi.sat.{suffix(target)}.{suffix(x.type)}", target, x))


@prints(arith.IndexCastOp)
def _index_cast(p: FunctionPrinter, op: Operation) -> None:
    (x,) = p.args(op)
    source, target = llvm_type(op.operands[0].type), llvm_type(op.results[0].type)
    if source == target:
        return p.set(op, x)
    p.set(op, p.f.cast("trunc" if target != "i64" else "sext", x, target))


@prints(*math.Math.operations)
def _math(p: FunctionPrinter, op: Operation) -> None:
    p.set(op, vector_math.emit(p.f, op.name.removeprefix("math."), *p.args(op)))


@prints(kernel.MathOp)
def _kernel_math(p: FunctionPrinter, op: kernel.MathOp) -> None:
    p.set(op, vector_math.emit(p.f, op.function.data, *p.args(op)))


# ---- vectors
@prints(vector.BroadcastOp)
def _broadcast(p: FunctionPrinter, op: Operation) -> None:
    p.set(op, p.f.splat(p.args(op)[0], lanes_of(llvm_type(op.results[0].type))))


@prints(vector.ShuffleOp)
def _shuffle(p: FunctionPrinter, op: vector.ShuffleOp) -> None:
    assert isinstance(op.mask, DenseArrayBase)
    p.set(op, p.f.shuffle(*p.args(op), [int(i) for i in op.mask.get_values()]))


@prints(vector.ExtractOp)
def _extract(p: FunctionPrinter, op: vector.ExtractOp) -> None:
    p.set(op, p.f.extract(p.args(op)[0], int(op.static_position.get_values()[0])))


@prints(kernel.LanesOp)
def _lanes(p: FunctionPrinter, op: kernel.LanesOp) -> None:
    type = llvm_type(op.out.type)
    p.set(op, p.f.lane_numbers(lanes_of(type), type[type.index(" x ") + 3 : -1]))


@prints(vector.CreateMaskOp)
def _mask(p: FunctionPrinter, op: vector.CreateMaskOp) -> None:
    lanes = lanes_of(llvm_type(op.results[0].type))
    (active,) = p.args(op)
    if active.name.isdigit():
        bits = ", ".join(f"i1 {'true' if i < int(active.name) else 'false'}" for i in range(lanes))
        return p.set(op, Value(f"<{lanes} x i1>", f"<{bits}>"))
    p.set(op, p.f.cmp("slt", p.f.lane_numbers(lanes), p.f.splat(active, lanes)))


# ---- memory
def _address(p: FunctionPrinter, memory: SSAValue, offset: SSAValue) -> Value:
    assert isinstance(memory.type, MemRefType)
    return p.f.gep(llvm_type(memory.type.element_type), p.get(memory), p.get(offset))


@prints(memref.LoadOp)
def _load(p: FunctionPrinter, op: memref.LoadOp) -> None:
    p.set(op, p.f.load(llvm_type(op.results[0].type), _address(p, op.operands[0], op.operands[1])))


@prints(memref.StoreOp)
def _store(p: FunctionPrinter, op: memref.StoreOp) -> None:
    p.f.store(p.get(op.operands[0]), _address(p, op.operands[1], op.operands[2]))


@prints(vector.LoadOp)
def _vector_load(p: FunctionPrinter, op: vector.LoadOp) -> None:
    p.set(op, p.f.load(llvm_type(op.results[0].type), _address(p, op.operands[0], op.operands[1])))


@prints(vector.StoreOp)
def _vector_store(p: FunctionPrinter, op: vector.StoreOp) -> None:
    p.f.store(p.get(op.operands[0]), _address(p, op.operands[1], op.operands[2]))


@prints(vector.MaskedLoadOp)
def _masked_load(p: FunctionPrinter, op: vector.MaskedLoadOp) -> None:
    memory, offset, mask, rest = op.operands
    type = llvm_type(op.results[0].type)
    p.set(op, p.f.masked_load(type, _address(p, memory, offset), p.get(mask), p.get(rest)))


@prints(vector.MaskedStoreOp)
def _masked_store(p: FunctionPrinter, op: vector.MaskedStoreOp) -> None:
    memory, offset, mask, value = op.operands
    p.f.masked_store(p.get(value), _address(p, memory, offset), p.get(mask))


@prints(kernel.GatherOp)
def _gather(p: FunctionPrinter, op: kernel.GatherOp) -> None:
    from pcc.codegen_cpu.llvm_text import alignment, element_of, suffix

    type = llvm_type(op.out.type)
    lanes = lanes_of(type)
    base, offsets = p.get(op.memory), p.get(op.offsets)
    pointers = f"<{lanes} x ptr>"
    addresses = p.f.emit(pointers, f"getelementptr inbounds {element_of(type)}, {base}, {offsets}")
    mask = p.get(op.mask) if op.mask is not None else constant(f"<{lanes} x i1>", True)
    name = f"llvm.masked.gather.{suffix(type)}.v{lanes}p0"
    p.text.declare(name, type, [pointers, mask.type, type])
    call = f"call {type} @{name}({pointers} align {alignment(type)} {addresses.name}, {mask}, {constant(type, 0)})"
    p.set(op, p.f.emit(type, call))


@prints(memref.ViewOp)
def _view(p: FunctionPrinter, op: memref.ViewOp) -> None:
    p.set(op, p.f.gep("i8", p.get(op.operands[0]), p.get(op.operands[1])))


@prints(memref.AllocaOp)
def _alloca(p: FunctionPrinter, op: memref.AllocaOp) -> None:
    assert isinstance(op.memref.type, MemRefType)
    p.set(op, p.f.alloca(llvm_type(op.memref.type.element_type), op.memref.type.get_shape()[0]))


@prints(memref.CopyOp)
def _copy(p: FunctionPrinter, op: memref.CopyOp) -> None:
    source, target = p.args(op)
    type = op.operands[0].type
    assert isinstance(type, MemRefType)
    size = type.get_shape()[0] * max(bits(llvm_type(type.element_type)) // 8, 1)
    p.f.call("llvm.memcpy.p0.p0.i64", "void", target, source, constant("i64", size), constant("i1", False))


@prints(kernel.RoutineOp)
def _routine(p: FunctionPrinter, op: kernel.RoutineOp) -> None:
    """Fill the parameter block on the stack, then call."""
    name = op.routine.data
    layout, fields = LAYOUTS[name], op.fields()
    block = p.f.alloca("i64", len(layout))
    extra = _epilogue_fields(p, op)
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


def _epilogue_fields(p: FunctionPrinter, op: kernel.RoutineOp) -> dict[str, Value]:
    """The routine's callback and its context, if the op has one."""
    if op.epilogue is None:
        return {}
    captured = op.captured()
    context = p.f.alloca("ptr", len(captured))
    for i, memory in enumerate(captured):
        p.f.store(p.get(memory), p.f.gep("ptr", context, i))
    return {"epilogue": Value("ptr", f"@{mangle(op.epilogue.string_value())}"), "context": context}


# ---- control flow
@prints(scf.ForOp)
def _for(p: FunctionPrinter, op: scf.ForOp) -> None:
    low, high, step = (_number(p.get(v)) for v in (op.lb, op.ub, op.step))

    def body(index: Value, *carried: Value) -> list[Value]:
        p.values.update(zip(op.body.block.args, [index, *carried], strict=True))
        p.block(op.body.block)
        last = op.body.block.last_op
        assert last is not None
        return p.args(last)

    results = p.f.loop(low, high, step, body, [p.get(v) for v in op.iter_args])
    p.values.update(zip(op.results, results, strict=True))


def _number(value: Value) -> Value | int:
    return int(value.name) if value.name.lstrip("-").isdigit() else value


@prints(scf.IfOp)
def _if(p: FunctionPrinter, op: scf.IfOp) -> None:
    def branch(block: Block | None) -> Callable[[], list[Value]]:
        def run() -> list[Value]:
            if block is None:
                return []
            p.block(block)
            last = block.last_op
            assert last is not None
            return p.args(last)

        return run

    otherwise = op.false_region.blocks.first
    results = p.f.choose(p.get(op.cond), branch(op.true_region.block), branch(otherwise))
    p.values.update(zip(op.results, results, strict=True))


@prints(scf.WhileOp)
def _while(p: FunctionPrinter, op: scf.WhileOp) -> None:
    """A loop without carried values: its state is in memory."""
    before, after = op.regions[0].block, op.regions[1].block

    def test() -> Value:
        p.block(before)
        last = before.last_op
        assert last is not None
        return p.get(last.operands[0])

    def body() -> list[Value]:
        p.block(after)
        return []

    p.f.repeat_while(test, body, [])


@prints(scf.YieldOp, scf.ReduceOp, scf.ConditionOp)
def _yield(p: FunctionPrinter, op: Operation) -> None:
    """Its operands are read by the enclosing op's printer."""


@prints(func.ReturnOp)
def _return(p: FunctionPrinter, op: Operation) -> None:
    p.f.ret()


@prints(func.CallOp)
def _call(p: FunctionPrinter, op: func.CallOp) -> None:
    p.f.call(mangle(op.callee.string_value()), "void", *p.args(op))


@prints(scf.ParallelOp)
def _parallel(p: FunctionPrinter, op: scf.ParallelOp) -> None:
    """A call of the thread pool with the loop's body as a function of a range of iterations."""
    function = _parent_function(op)
    arguments = list(function.body.block.args)
    name = f"{mangle(function.sym_name.data)}.part{p.f.count}"
    context = p.f.alloca("ptr", len(arguments))
    for i, argument in enumerate(arguments):
        p.f.store(p.get(argument), p.f.gep("ptr", context, i))
    _print_part(p.text, name, op, arguments)
    grain = op.attributes["grain"]
    assert isinstance(grain, IntegerAttr)
    total = p.get(op.upperBound[0])
    p.f.call("pcc_parallel", "void", Value("ptr", f"@{name}"), context, total, constant("i64", grain.value.data))


def _print_part(text: Module, name: str, op: scf.ParallelOp, arguments: list[BlockArgument]) -> None:
    part = text.function(name, "void", [("ptr", "context"), ("i64", "low"), ("i64", "high")], internal=True)
    inside = FunctionPrinter(text, part)
    context, low, high = part.params
    for i, argument in enumerate(arguments):
        inside.values[argument] = part.load("ptr", part.gep("ptr", context, i))
    for outer in _needed(op):
        _PRINTERS[type(outer)](inside, outer)

    def body(index: Value) -> None:
        inside.values[op.body.block.args[0]] = index
        inside.block(op.body.block)

    part.loop(low, high, 1, body)
    part.ret()


def _needed(op: scf.ParallelOp) -> list[Operation]:
    """Ops outside of the loop whose results it uses, transitively, in order; all are pure or read inputs."""
    found: dict[Operation, None] = {}

    def visit(operation: Operation) -> None:
        for operand in operation.operands:
            owner = operand.owner
            if isinstance(owner, Operation) and not op.is_ancestor(owner) and owner not in found:
                visit(owner)
                found[owner] = None

    for inner in op.walk():
        if inner is not op:
            visit(inner)
    return list(found)


def _parent_function(op: Operation) -> func.FuncOp:
    parent = op.parent_op()
    while not isinstance(parent, func.FuncOp):
        assert parent is not None
        parent = parent.parent_op()
    return parent
