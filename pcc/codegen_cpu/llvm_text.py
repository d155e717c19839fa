"""LLVM IR as text, built with typed values and structured control flow.

    module = Module()
    f = module.function("add_one", "void", [("ptr", "x"), ("i64", "n")])
    x, n = f.params
    f.loop(0, n, 1, lambda i: f.store(f.fadd(f.load("float", f.gep("float", x, i)), 1.0), f.gep("float", x, i)))
    f.ret()
    str(module)

A `Value` is a type and a name, so operations need no type argument; a Python number used where a value
is expected becomes a constant of the other operand's type. Text, not `llvmlite.ir`: building is 10x cheaper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pcc.codegen_cpu.llvm_types import (
    Operand,
    Value,
    alignment,
    constant,
    element_of,
    is_float,
    lanes_of,
    suffix,
    vector_of,
    with_element,
    without_attributes,
)

_NAME = re.compile(r"[A-Za-z_.][A-Za-z0-9_.]*")


@dataclass
class Module:
    """Functions, declarations and globals of one LLVM module.

    `avx512`: whether it is for CPUs that have that; `follows_streams`: for those that need no help (target.py).
    """

    avx512: bool = False
    follows_streams: bool = False
    functions: dict[str, Function] = field(default_factory=dict)
    declarations: dict[str, str] = field(default_factory=dict)
    globals: dict[str, str] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)

    def function(
        self,
        name: str,
        result: str,
        params: Sequence[tuple[str, str]],
        *,
        internal: bool = False,
        attributes: str = "nounwind",
    ) -> Function:
        """A new function; params are (type, name) pairs, a type may carry attributes (`ptr noalias`)."""
        assert _NAME.fullmatch(name), name
        assert name not in self.functions, name
        made = Function(self, name, result, list(params), internal, attributes)
        self.functions[name] = made
        return made

    def declare(self, name: str, result: str, params: Sequence[str]) -> None:
        assert _NAME.fullmatch(name), name
        if name not in self.functions:
            text = f"declare {result} @{name}({', '.join(params)})"
            assert self.declarations.setdefault(name, text) == text, name  # LLVM would link one of two to nothing

    def global_value(self, name: str, text: str) -> Value:
        """A module-level definition `@name = text`."""
        assert _NAME.fullmatch(name), name
        self.globals[name] = f"@{name} = {text}"
        return Value("ptr", f"@{name}")

    def __str__(self) -> str:
        declared = [d for n, d in self.declarations.items() if n not in self.functions]
        nodes = [f"{name} = {node}" for name, node in self.metadata.items()]
        return "\n".join([*self.globals.values(), *declared, *map(str, self.functions.values()), *nodes, ""])


CODE_LINE = 64  # bytes; where a loop lies in the lines of its code decides up to a quarter of its speed


class Function:
    """One function: appends instructions in order. Control flow is structured: `loop`, `when`, `choose`."""

    def __init__(
        self, module: Module, name: str, result: str, params: list[tuple[str, str]], internal: bool, attributes: str
    ) -> None:
        self.module, self.name, self.result, self.internal, self.attributes = module, name, result, internal, attributes
        self.signature = params
        self.params = [Value(without_attributes(type), f"%{name}") for type, name in params]
        self.entry: list[str] = []  # allocas, kept in the entry block
        self.lines: list[str] = []
        self.block = "body"
        self.count = 0

    def __str__(self) -> str:
        params = ", ".join(f"{type} %{name}" for type, name in self.signature)
        linkage = "internal " if self.internal else ""
        head = f"define {linkage}{self.result} @{self.name}({params}) {self.attributes} align {CODE_LINE} {{"
        return "\n".join([head, "entry:", *self.entry, "  br label %body", "body:", *self.lines, "}"])

    # ---- plumbing
    def fresh(self, hint: str = "t") -> str:
        self.count += 1
        return f"%{hint}{self.count}"

    def emit(self, type: str, text: str) -> Value:
        """Append `%t = text` and return %t."""
        value = Value(type, self.fresh())
        self.lines.append(f"  {value.name} = {text}")
        return value

    def line(self, text: str) -> None:
        self.lines.append(f"  {text}")

    def label(self, name: str) -> None:
        self.lines.append(f"{name}:")
        self.block = name

    def as_value(self, operand: Operand, type: str) -> Value:
        return operand if isinstance(operand, Value) else constant(type, operand)

    def pair(self, a: Operand, b: Operand) -> tuple[Value, Value]:
        """Both as values: a number takes the other's type, a scalar is splat to the other's lanes."""
        type = a.type if isinstance(a, Value) else b.type if isinstance(b, Value) else "i64"
        x, y = self.as_value(a, type), self.as_value(b, type)
        lanes = max(lanes_of(x.type), lanes_of(y.type))
        return self.splat(x, lanes), self.splat(y, lanes)

    # ---- arithmetic
    def op(self, name: str, a: Operand, b: Operand, flags: str = "") -> Value:
        """A binary instruction by LLVM's name; `flags` as in `fadd contract`."""
        x, y = self.pair(a, b)
        return self.emit(x.type, f"{name} {flags + ' ' if flags else ''}{x}, {y.name}")

    def fadd(self, a: Operand, b: Operand) -> Value:
        return self.op("fadd", a, b, "contract")

    def fsub(self, a: Operand, b: Operand) -> Value:
        return self.op("fsub", a, b, "contract")

    def fmul(self, a: Operand, b: Operand) -> Value:
        return self.op("fmul", a, b, "contract")

    def fdiv(self, a: Operand, b: Operand) -> Value:
        return self.op("fdiv", a, b, "contract")

    def fneg(self, a: Value) -> Value:
        return self.emit(a.type, f"fneg {a}")

    def add(self, a: Operand, b: Operand) -> Value:
        return self._folded("add", a, b, 0)

    def sub(self, a: Operand, b: Operand) -> Value:
        return self._folded("sub", a, b, 0)

    def mul(self, a: Operand, b: Operand) -> Value:
        return self._folded("mul", a, b, 1)

    def _folded(self, name: str, a: Operand, b: Operand, neutral: int) -> Value:
        if isinstance(b, int) and b == neutral and isinstance(a, Value):
            return a
        if isinstance(a, int) and a == neutral and isinstance(b, Value) and name != "sub":
            return b
        return self.op(name, a, b)

    def fma(self, a: Operand, b: Operand, c: Operand) -> Value:
        """a * b + c in one rounding (a hardware instruction on every target with AVX2)."""
        type = next(v.type for v in (a, b, c) if isinstance(v, Value))
        lanes = max(lanes_of(v.type) for v in (a, b, c) if isinstance(v, Value))
        wide = [self.splat(self.as_value(v, type), lanes) for v in (a, b, c)]
        return self.intrinsic("llvm.fma", wide[0].type, *wide)

    def cmp(self, predicate: str, a: Operand, b: Operand) -> Value:
        """icmp or fcmp by the operands' type; predicates by LLVM's names (`slt`, `oeq`, `uno`...)."""
        x, y = self.pair(a, b)
        kind = "fcmp" if is_float(x.type) else "icmp"
        return self.emit(with_element(x.type, "i1"), f"{kind} {predicate} {x}, {y.name}")

    def select(self, condition: Value, a: Operand, b: Operand) -> Value:
        x, y = self.pair(a, b)
        lanes = lanes_of(condition.type)
        if lanes and not lanes_of(x.type):
            x, y = self.splat(x, lanes), self.splat(y, lanes)
        return self.emit(x.type, f"select {condition}, {x}, {y}")

    def cast(self, name: str, value: Value, type: str) -> Value:
        """A conversion by LLVM's name (`sitofp`, `fpext`, `bitcast`, ...) to a type with as many lanes."""
        return value if value.type == type else self.emit(type, f"{name} {value} to {type}")

    # ---- vectors
    def splat(self, value: Value, lanes: int) -> Value:
        if not lanes or lanes_of(value.type):
            return value
        type = vector_of(value.type, lanes)
        if not value.name.startswith("%"):
            text = value.name
            return Value(type, f"splat ({value.type} {text})")
        one = self.emit(type, f"insertelement {type} poison, {value}, i64 0")
        return self.emit(type, f"shufflevector {one}, {type} poison, <{lanes} x i32> zeroinitializer")

    def shuffle(self, a: Value, b: Value, lanes: Sequence[int]) -> Value:
        mask = ", ".join(f"i32 {lane}" for lane in lanes)
        return self.emit(
            vector_of(element_of(a.type), len(lanes)), f"shufflevector {a}, {b}, <{len(lanes)} x i32> <{mask}>"
        )

    def extract(self, vector: Value, lane: Operand) -> Value:
        return self.emit(element_of(vector.type), f"extractelement {vector}, {self.as_value(lane, 'i64')}")

    def insert(self, vector: Value, value: Value, lane: Operand) -> Value:
        return self.emit(vector.type, f"insertelement {vector}, {value}, {self.as_value(lane, 'i64')}")

    def lane_numbers(self, lanes: int, element: str = "i64") -> Value:
        """The constant vector 0, 1, ..., lanes-1."""
        return Value(vector_of(element, lanes), "<" + ", ".join(f"{element} {k}" for k in range(lanes)) + ">")

    # ---- memory
    def gep(self, element: str, pointer: Value, index: Operand) -> Value:
        if isinstance(index, int) and index == 0:
            return pointer
        return self.emit("ptr", f"getelementptr inbounds {element}, {pointer}, {self.as_value(index, 'i64')}")

    def load(self, type: str, pointer: Value, align: int = 0, volatile: bool = False) -> Value:
        return self.emit(
            type, f"load {'volatile ' if volatile else ''}{type}, {pointer}, align {align or alignment(type)}"
        )

    def store(self, value: Value, pointer: Value, align: int = 0) -> None:
        self.line(f"store {value}, {pointer}, align {align or alignment(value.type)}")

    def store_past_caches(self, value: Value, pointer: Value, align: int) -> None:
        """A nontemporal store: the line that is written is not read first, nor kept."""
        self.module.metadata["!0"] = "!{i32 1}"
        self.line(f"store {value}, {pointer}, align {align}, !nontemporal !0")

    def masked_load(self, type: str, pointer: Value, mask: Value, otherwise: Operand = 0) -> Value:
        """Lanes whose mask bit is false are not touched in memory and take `otherwise`."""
        name = f"llvm.masked.load.{suffix(type)}.p0"
        self.module.declare(name, type, ["ptr", with_element(type, "i1"), type])
        rest = self.as_value(otherwise, type)
        return self.emit(type, f"call {type} @{name}(ptr align {alignment(type)} {pointer.name}, {mask}, {rest})")

    def masked_store(self, value: Value, pointer: Value, mask: Value) -> None:
        name = f"llvm.masked.store.{suffix(value.type)}.p0"
        self.module.declare(name, "void", [value.type, "ptr", mask.type])
        self.line(f"call void @{name}({value}, ptr align {alignment(value.type)} {pointer.name}, {mask})")

    def gather(self, type: str, pointers: Value, mask: Value, otherwise: Operand = 0) -> Value:
        """Lanes from an address each; those whose mask bit is false take `otherwise`."""
        name = f"llvm.masked.gather.{suffix(type)}.v{lanes_of(type)}p0"
        self.module.declare(name, type, [pointers.type, mask.type, type])
        rest = self.as_value(otherwise, type)
        place = f"{pointers.type} align {alignment(type)} {pointers.name}"
        return self.emit(type, f"call {type} @{name}({place}, {mask}, {rest})")

    def alloca(self, type: str, count: int = 1, align: int = 64) -> Value:
        """Stack memory of the whole call, allocated once in the entry block."""
        value = Value("ptr", self.fresh("a"))
        self.entry.append(f"  {value.name} = alloca {type}, i64 {count}, align {align}")
        return value

    # ---- calls
    def call(self, name: str, result: str, *args: Value, flags: str = "") -> Value:
        """Call a function of this module or an external one (declared on the fly)."""
        self.module.declare(name, result, [a.type for a in args])
        text = f"call {flags + ' ' if flags else ''}{result} @{name}({', '.join(map(str, args))})"
        if result == "void":
            self.line(text)
            return Value("void", "")
        return self.emit(result, text)

    def call_pointer(self, pointer: Value, result: str, *args: Value) -> Value:
        text = f"call {result} {pointer.name}({', '.join(map(str, args))})"
        if result == "void":
            self.line(text)
            return Value("void", "")
        return self.emit(result, text)

    def intrinsic(self, stem: str, result: str, *args: Value, flags: str = "") -> Value:
        """An overloaded intrinsic: `llvm.fma` on `<16 x float>` calls `llvm.fma.v16f32`."""
        return self.call(f"{stem}.{suffix(args[0].type)}", result, *args, flags=flags)

    def ret(self, value: Value | None = None) -> None:
        self.line(f"ret {value}" if value else "ret void")

    # ---- structured control flow
    def loop(
        self,
        low: Operand,
        high: Operand,
        step: Operand,
        body: Callable[..., Sequence[Value] | None],
        carry: Sequence[Value] = (),
    ) -> list[Value]:
        """`for i in range(low, high, step)`; body(i, *carried) returns the next carried values.

        A loop whose constant bounds are empty emits nothing; bounds unknown here are tested before entry.
        """
        low_value, high_value, step_value = (self.as_value(v, "i64") for v in (low, high, step))
        if isinstance(low, int) and isinstance(high, int) and low >= high:
            return list(carry)
        self.count += 1
        tag = self.count
        guarded = not (isinstance(low, int) and isinstance(high, int))
        before = self.block
        if guarded:
            enter = self.cmp("slt", low_value, high_value)
            self.line(f"br {enter}, label %loop{tag}, label %done{tag}")
        else:
            self.line(f"br label %loop{tag}")
        self.label(f"loop{tag}")
        at = len(self.lines)
        index = Value("i64", f"%i{tag}")
        carried = [Value(v.type, f"%c{tag}_{k}") for k, v in enumerate(carry)]
        new = list(body(index, *carried) or ())
        assert len(new) == len(carry), f"loop carries {len(carry)} values, its body gave {len(new)}"
        latch = self.block
        after = self.emit("i64", f"add nsw {index}, {step_value.name}")
        more = self.cmp("slt", after, high_value)
        self.line(f"br {more}, label %loop{tag}, label %done{tag}")
        phis = [f"  {index.name} = phi i64 [ {low_value.name}, %{before} ], [ {after.name}, %{latch} ]"]
        for value, first, following in zip(carried, carry, new, strict=True):
            phis.append(
                f"  {value.name} = phi {value.type} [ {first.name}, %{before} ], [ {following.name}, %{latch} ]"
            )
        self.lines[at:at] = phis
        self.label(f"done{tag}")
        if not guarded:
            return new
        return [
            self.emit(v.type, f"phi {v.type} [ {first.name}, %{before} ], [ {v.name}, %{latch} ]")
            for v, first in zip(new, carry, strict=True)
        ]

    def choose(
        self,
        condition: Value,
        then: Callable[[], Sequence[Value] | None],
        otherwise: Callable[[], Sequence[Value] | None] = lambda: None,
        *,
        unlikely: bool = False,
    ) -> list[Value]:
        """Run one of two branches; both give values of the same types (or none), joined by phis.

        `unlikely`: the first is so rare that its code and its spills belong out of the way.
        """
        self.count += 1
        tag = self.count
        weights = ', !prof !{!"branch_weights", i32 1, i32 100000}' if unlikely else ""
        self.line(f"br {condition}, label %then{tag}, label %else{tag}{weights}")
        self.label(f"then{tag}")
        yes = list(then() or ())
        yes_end = self.block
        self.line(f"br label %join{tag}")
        self.label(f"else{tag}")
        no = list(otherwise() or ())
        no_end = self.block
        self.line(f"br label %join{tag}")
        self.label(f"join{tag}")
        return [
            self.emit(a.type, f"phi {a.type} [ {a.name}, %{yes_end} ], [ {b.name}, %{no_end} ]")
            for a, b in zip(yes, no, strict=True)
        ]

    def repeat_while(
        self, condition: Callable[..., Value], body: Callable[..., Sequence[Value]], carry: Sequence[Value]
    ) -> list[Value]:
        """`while condition(*carried): carried = body(*carried)`; returns the last carried values."""
        self.count += 1
        tag = self.count
        before = self.block
        self.line(f"br label %test{tag}")
        self.label(f"test{tag}")
        at = len(self.lines)
        carried = [Value(v.type, f"%c{tag}_{k}") for k, v in enumerate(carry)]
        keep = condition(*carried)
        self.line(f"br {keep}, label %again{tag}, label %done{tag}")
        self.label(f"again{tag}")
        new = list(body(*carried))
        latch = self.block
        self.line(f"br label %test{tag}")
        self.lines[at:at] = [
            f"  {v.name} = phi {v.type} [ {first.name}, %{before} ], [ {following.name}, %{latch} ]"
            for v, first, following in zip(carried, carry, new, strict=True)
        ]
        self.label(f"done{tag}")
        return carried
