"""What an op's loop body is written with: arithmetic on scalars, and reads of tensors at an index.

A body is a function of an output index. It works on one element at a time; whoever runs it (loop lowering, the
cost recorder) decides whether a scalar stands for one element or for a vector of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cache
from typing import Generic, TypeVar

from xdsl.dialects.builtin import Float32Type, f32, i1, i32, i64
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import bit_width, is_float, is_unsigned

S = TypeVar("S")
Index = Sequence[Expr]
Range = tuple[Expr, int, int]  # an expression and the half-open range it is asked to lie in


def open_ranges(ranges: Sequence[Range]) -> list[Range] | None:
    """The ranges that the bounds of the variables leave undecided; None if one of them certainly fails."""
    undecided: list[Range] = []
    for e, low, high in ranges:
        least, most = e.bounds
        if most < low or least >= high:
            return None
        if least < low or most >= high:
            undecided.append((e, low, high))
    return undecided


@cache
def compute_type(dtype: Attribute) -> Attribute:
    """The type that arithmetic on a stored dtype is done in: float16/bfloat16 in float32, uint8 in int32."""
    if is_float(dtype) and bit_width(dtype) < 32:
        return f32
    if is_unsigned(dtype):
        return i32 if bit_width(dtype) < 32 else i64
    return dtype


class Scalars(ABC, Generic[S]):
    """Builds scalar code. Python numbers are accepted for any operand but the first and become constants."""

    # ---- given by whoever runs the body
    @abstractmethod
    def dtype(self, x: S) -> Attribute:
        """The compute type of a scalar."""

    @abstractmethod
    def constant(self, value: float | int | bool, dtype: Attribute) -> S: ...

    @abstractmethod
    def index(self, value: Expr, dtype: Attribute = i64) -> S:
        """The value of an index expression as an integer."""

    @abstractmethod
    def dynamic(self, x: S, extent: int) -> Expr:
        """A runtime integer as an index in [0, extent): negative values count from the end, others are clamped."""

    @abstractmethod
    def read(self, value: SSAValue, index: Index) -> S:
        """The element of a tensor at an index, in the tensor's compute type."""

    @abstractmethod
    def guard(self, conditions: Sequence[S], then: Callable[[], S], otherwise: float | int | S) -> S:
        """`then()` where all conditions hold, else `otherwise`; reads inside `then` touch no memory elsewhere."""

    def within(self, ranges: Sequence[Range], then: Callable[[], S], otherwise: Callable[[], S]) -> S:
        """`then()` where low <= e < high for every (e, low, high), else `otherwise()`; each reads memory only there.

        What the bounds of the variables decide costs nothing; loop lowering splits loops where that pays.
        """
        undecided = open_ranges(ranges)
        if undecided is None:
            return otherwise()
        if not undecided:
            return then()
        condition: S | None = None
        for e, low, high in undecided:
            for predicate, limit, needed in (("ge", low, e.bounds[0] < low), ("lt", high, e.bounds[1] >= high)):
                if needed:
                    holds = self.compare(predicate, self.index(e), limit)
                    condition = holds if condition is None else self.logical_and(condition, holds)
        assert condition is not None
        inside = self.guard([condition], then, 0)
        return self.select(condition, inside, self.guard([self.logical_not(condition)], otherwise, 0))

    @abstractmethod
    def apply(self, name: str, args: Sequence[S], result: Attribute) -> S:
        """One operation of the `arith` or `math` dialect by name (`arith.addf`, `math.exp`)."""

    @abstractmethod
    def compare_as(self, predicate: str, a: S, b: S) -> S:
        """`arith.cmpf`/`arith.cmpi` with MLIR's predicate name."""

    @abstractmethod
    def select(self, condition: S, a: S | float | int, b: S | float | int) -> S: ...

    # ---- arithmetic
    def lift(self, x: S | float | int, dtype: Attribute) -> S:
        return self.constant(x, dtype) if isinstance(x, int | float) else x

    def _arith(self, name: str, a: S, b: S | float | int) -> S:
        dtype = self.dtype(a)
        kind = "f" if is_float(dtype) else "i"
        return self.apply(f"arith.{name}{kind}", [a, self.lift(b, dtype)], dtype)

    def add(self, a: S, b: S | float | int) -> S:
        if self.dtype(a) == i1:
            return self.logical_or(a, self.lift(b, i1))
        return self._arith("add", a, b)

    def sub(self, a: S, b: S | float | int) -> S:
        return self._arith("sub", a, b)

    def mul(self, a: S, b: S | float | int) -> S:
        if self.dtype(a) == i1:
            return self.logical_and(a, self.lift(b, i1))
        return self._arith("mul", a, b)

    def div(self, a: S, b: S | float | int) -> S:
        """a / b; integers divide towards zero, and by zero give 0. Nothing traps: the least integer by -1 is itself."""
        dtype = self.dtype(a)
        if is_float(dtype):
            return self._arith("div", a, b)
        b = self.lift(b, dtype)
        quotient = self.apply("arith.divsi", [a, self._safe_divisor(b)], dtype)
        return self.select(self.compare("eq", b, 0), 0, self.select(self.compare("eq", b, -1), self.neg(a), quotient))

    def _safe_divisor(self, b: S) -> S:
        """1 instead of 0 and -1, by which processors cannot divide all integers; the remainder is 0 then."""
        unsafe = self.logical_or(self.compare("eq", b, 0), self.compare("eq", b, -1))
        return self.select(unsafe, self.constant(1, self.dtype(b)), b)

    def floor_div(self, a: S, b: S | float | int) -> S:
        dtype = self.dtype(a)
        if is_float(dtype):
            return self.math("floor", self.div(a, b))
        b = self.lift(b, dtype)
        quotient = self.div(a, b)
        rest = self.sub(a, self.mul(quotient, b))
        wrong = self.logical_and(
            self.compare("ne", rest, 0), self.logical_xor(self.compare("lt", rest, 0), self.compare("lt", b, 0))
        )
        return self.select(wrong, self.sub(quotient, 1), quotient)

    def remainder(self, a: S, b: S | float | int) -> S:
        """a mod b with the sign of b (Python's %)."""
        dtype = self.dtype(a)
        b = self.lift(b, dtype)
        if is_float(dtype):
            rest = self.math("fmod", a, b)
        else:
            rest = self.apply("arith.remsi", [a, self._safe_divisor(b)], dtype)
        wrong = self.logical_and(
            self.compare("ne", rest, 0), self.logical_xor(self.compare("lt", rest, 0), self.compare("lt", b, 0))
        )
        return self.select(wrong, self.add(rest, b), rest)

    def neg(self, a: S) -> S:
        dtype = self.dtype(a)
        return self.apply("arith.negf", [a], dtype) if is_float(dtype) else self.sub(self.constant(0, dtype), a)

    def abs(self, a: S) -> S:
        dtype = self.dtype(a)
        return self.math("absf", a) if is_float(dtype) else self.max(a, self.neg(a))

    def max(self, a: S, b: S | float | int) -> S:
        """The larger; a NaN operand gives NaN."""
        return self._extremum("max", a, b)

    def min(self, a: S, b: S | float | int) -> S:
        return self._extremum("min", a, b)

    def _extremum(self, name: str, a: S, b: S | float | int) -> S:
        dtype = self.dtype(a)
        b = self.lift(b, dtype)
        if dtype == i1:
            return self.logical_or(a, b) if name == "max" else self.logical_and(a, b)
        return self.apply(f"arith.{name}imumf" if is_float(dtype) else f"arith.{name}si", [a, b], dtype)

    def math(self, name: str, *args: S | float | int) -> S:
        """A function of the `math` dialect by suffix: exp, log1p, tanh, powf, atan2, erf, ..."""
        first = args[0]
        assert not isinstance(first, int | float)
        dtype = self.dtype(first)
        return self.apply(f"math.{name}", [self.lift(a, dtype) for a in args], dtype)

    # ---- logic and comparison
    def compare(self, predicate: str, a: S, b: S | float | int) -> S:
        """lt le gt ge eq ne; signed for integers; false for NaN except ne."""
        dtype = self.dtype(a)
        b = self.lift(b, dtype)
        if is_float(dtype):
            return self.compare_as(("u" if predicate == "ne" else "o") + predicate, a, b)
        signed = predicate if predicate in ("eq", "ne") else ("u" if dtype == i1 else "s") + predicate
        return self.compare_as(signed, a, b)

    def logical_and(self, a: S, b: S) -> S:
        return self.apply("arith.andi", [a, b], self.dtype(a))

    def logical_or(self, a: S, b: S) -> S:
        return self.apply("arith.ori", [a, b], self.dtype(a))

    def logical_xor(self, a: S, b: S) -> S:
        return self.apply("arith.xori", [a, b], self.dtype(a))

    def logical_not(self, a: S) -> S:
        """Bitwise complement; for bool, not."""
        dtype = self.dtype(a)
        return self.logical_xor(a, self.constant(True if dtype == i1 else -1, dtype))

    # ---- conversion
    def cast(self, x: S, dtype: Attribute) -> S:
        """Convert to a dtype's compute type, as `paddle.cast` does (float to int truncates, non-zero is True)."""
        source, target = self.dtype(x), compute_type(dtype)
        if source == target:
            return self.wrap(x, dtype)
        if target == i1:
            return self.compare("ne", x, 0)
        if is_float(source) and is_float(target):
            return self.apply("arith.extf" if bit_width(target) > bit_width(source) else "arith.truncf", [x], target)
        if is_float(target):
            return self.apply("arith.uitofp" if source == i1 else "arith.sitofp", [x], target)
        if is_float(source):
            wide = self.apply("arith.fptosi", [x], i64 if bit_width(target) > 32 else i32)
            return self.wrap(self.resize(wide, target), dtype)
        return self.wrap(self.resize(x, target), dtype)

    def resize(self, x: S, target: Attribute) -> S:
        source = self.dtype(x)
        if source == target:
            return x
        if source == i1:
            return self.apply("arith.extui", [x], target)
        wider = bit_width(target) > bit_width(source)
        return self.apply("arith.extsi" if wider else "arith.trunci", [x], target)

    def wrap(self, x: S, dtype: Attribute) -> S:
        """Keep an unsigned value in its range inside its wider compute type."""
        if compute_type(dtype) == dtype or isinstance(compute_type(dtype), Float32Type):
            return x
        return self.logical_and(x, self.constant((1 << bit_width(dtype)) - 1, compute_type(dtype)))
