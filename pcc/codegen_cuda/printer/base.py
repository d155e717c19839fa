"""What prints ops: one function per kind of op, chosen by the op's class.

A memref is a pointer to flat memory, bool is stored in a byte. A value that is used once, in its block, is written
where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import singledispatch
from typing import TypeVar

from xdsl.dialects.builtin import MemRefType, VectorType
from xdsl.ir import Attribute, Block, Operation, SSAValue

from pcc.codegen_cuda.types import c_type

O = TypeVar("O", bound=Operation)
LONGEST = 90  # characters of what is written within an expression
INDENT = "  "


@dataclass
class FunctionPrinter:
    """Prints the ops of one function. `shared`: bytes of the block's shared memory so far."""

    index: str  # the type of indices
    lines: list[str] = field(default_factory=list[str])
    values: dict[SSAValue, str] = field(default_factory=dict[SSAValue, str])
    shared: int = 0
    _depth: int = 1
    _names: dict[str, int] = field(default_factory=dict[str, int])
    _taken: set[str] = field(default_factory=set[str])

    # ---- lines
    def line(self, text: str) -> None:
        self.lines.append(INDENT * self._depth + text)

    @contextmanager
    def braces(self, head: str) -> Generator[None]:
        """Lines between `head {` and `}`."""
        self.line(f"{head} {{")
        self._depth += 1
        yield
        self._depth -= 1
        self.line("}")

    def block(self, block: Block) -> None:
        for op in block.ops:
            print_op(op, self)

    # ---- values
    def type(self, type: Attribute) -> str:
        return c_type(type, self.index)

    def get(self, value: SSAValue) -> str:
        return self.values[value]

    def args(self, op: Operation) -> list[str]:
        return [self.values[o] for o in op.operands]

    def name(self, stem: str) -> str:
        """A new name; the first of a stem that says something is the stem alone."""
        number = self._names[stem] = self._names.get(stem, -1) + 1
        name = stem if number == 0 and len(stem) > 3 else f"{stem}{number}"
        if name in self._taken:  # by a stem that ends in a number
            return self.name(stem)
        self._taken.add(name)
        return name

    def set(self, op: Operation, text: str, stem: str = "v") -> None:
        """The op's result is a pure expression."""
        result = op.results[0]
        uses = list(result.uses)
        once = len(uses) == 1 and uses[0].operation.parent is op.parent and not uses[0].operation.regions
        if once and len(text) <= LONGEST and result.name_hint is None:
            self.values[result] = text if _is_closed(text) else f"({text})"
        elif uses:
            self.declare(op, text, stem)

    def declare(self, op: Operation, text: str, stem: str = "v") -> None:
        """The op's result as a variable."""
        name = self.name(op.results[0].name_hint or stem)
        self.line(f"const {self.type(op.results[0].type)} {name} = {bare(text)};")
        self.values[op.results[0]] = name

    def atom(self, op: Operation, text: str) -> None:
        """The op's result is a name or a literal."""
        self.values[op.results[0]] = text


def bare(text: str) -> str:
    """Without parentheses around all of it."""
    return text[1:-1] if text.startswith("(") and _end(text, 0) == len(text) - 1 else text


def _is_closed(text: str) -> bool:
    """Whether it is one operand wherever it stands: a name, a call, or an element."""
    call = re.match(r"[\w:]+(<[\w, ]+>)?(::\w+)?(?=[(\[{])", text)
    return text.isidentifier() or (call is not None and _end(text, call.end()) == len(text) - 1)


def _end(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if not depth:
            return at
    return len(text)


def arguments(texts: Sequence[str]) -> str:
    return ", ".join(map(bare, texts))


def element_type(memory: SSAValue) -> Attribute:
    assert isinstance(memory.type, MemRefType)
    return memory.type.element_type


def lanes_of(value: SSAValue) -> int:
    assert isinstance(value.type, VectorType)
    return value.type.get_shape()[0]


@singledispatch
def print_op(op: Operation, p: FunctionPrinter) -> None:
    """Append the text of one op; the modules of this package register one function per class."""
    raise NotImplementedError(f"no CUDA form of {op.name}")


OpPrinter = Callable[[O, FunctionPrinter], None]


def prints(*kinds: type[Operation]) -> Callable[[OpPrinter[O]], OpPrinter[O]]:
    """Registers a function as the printer of op classes."""

    def register(printer: OpPrinter[O]) -> OpPrinter[O]:
        for kind in kinds:
            print_op.register(kind, printer)
        return printer

    return register
