"""The number that an op computes, when its operands are known numbers: by running its scalar body in Python."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xdsl.dialects.builtin import Float32Type, Float64Type, IntegerType, i1, i64
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import PdOp, bit_width, dtype_of, is_float, py, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.creation import FullOp
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.scalars import Scalars, compute_type


class Unknown(Exception):
    """The body needs something that is not known at compile time, or that Python does not compute exactly alike."""


@dataclass(frozen=True)
class Number:
    """A known scalar of a compute type."""

    value: float | int | bool
    dtype: Attribute


def fold(op: PdOp, b: Builder) -> SSAValue | None:
    """The op's result as one constant, if it is elementwise and every operand is; else None."""
    if not op.operands or not all(_constant(o) for o in op.operands) or not is_elementwise(op):
        return None
    result = op.results[0]
    try:
        number: Number = op.element(Evaluator(), [Expr()] * len(shape_of(result)))  # type: ignore[attr-defined]
    except (Unknown, ValueError, OverflowError, ZeroDivisionError):
        return None
    return b.full(shape_of(result), number.value, dtype_of(result))


def _constant(value: SSAValue) -> bool:
    return isinstance(value.owner, FullOp) and _exact(dtype_of(value))


def _exact(dtype: Attribute) -> bool:
    """Types whose arithmetic is done here as compiled code does it; float32 by rounding a float64 result."""
    return isinstance(dtype, Float32Type | Float64Type) or dtype in (i64, i1)


def _rounded(value: Any, dtype: Attribute) -> Number:
    if not _exact(dtype):
        raise Unknown
    if dtype == i1:
        return Number(bool(value), dtype)
    if not is_float(dtype):
        bits = bit_width(dtype)
        return Number((int(value) + (1 << (bits - 1))) % (1 << bits) - (1 << (bits - 1)), dtype)
    if isinstance(dtype, Float32Type):
        import struct

        return Number(struct.unpack("f", struct.pack("f", value))[0] if math.isfinite(value) else value, dtype)
    return Number(float(value), dtype)


_BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "arith.addf": lambda a, b: a + b, "arith.subf": lambda a, b: a - b, "arith.mulf": lambda a, b: a * b,
    "arith.divf": lambda a, b: a / b, "arith.addi": lambda a, b: a + b, "arith.subi": lambda a, b: a - b,
    "arith.muli": lambda a, b: a * b, "arith.andi": lambda a, b: a & b, "arith.ori": lambda a, b: a | b,
    "arith.xori": lambda a, b: a ^ b, "arith.maxsi": max, "arith.minsi": min,
}  # fmt: skip
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "lt": lambda a, b: a < b, "le": lambda a, b: a <= b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b,
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b,
}  # fmt: skip
_CONVERT = ("arith.extf", "arith.truncf", "arith.sitofp", "arith.uitofp", "arith.extsi", "arith.extui", "arith.trunci")


class Evaluator(Scalars[Number]):
    """Scalars that are Python numbers; those of tensors that are not constants are given."""

    def __init__(self, given: Mapping[SSAValue, Number] | None = None) -> None:
        self.given = given or {}

    def dtype(self, x: Number) -> Attribute:
        return x.dtype

    def constant(self, value: float | int | bool, dtype: Attribute) -> Number:
        return _rounded(value, dtype)

    def read(self, value: SSAValue, index: Sequence[Expr]) -> Number:
        if value in self.given:
            return self.given[value]
        owner = value.owner
        if not isinstance(owner, FullOp):
            raise Unknown
        return _rounded(py(owner.value), compute_type(dtype_of(value)))

    def apply(self, name: str, args: Sequence[Number], result: Attribute) -> Number:
        values = [a.value for a in args]
        if name in _BINARY:
            return _rounded(_BINARY[name](*values), result)
        if name == "arith.negf":
            return _rounded(-values[0], result)
        if name == "math.sqrt":
            return _rounded(math.sqrt(values[0]), result)
        if name in _CONVERT and (not isinstance(args[0].dtype, IntegerType) or name != "arith.trunci"):
            return _rounded(values[0], result)
        raise Unknown

    def compare_as(self, predicate: str, a: Number, b: Number) -> Number:
        if any(isinstance(v, float) and math.isnan(v) for v in (a.value, b.value)):
            raise Unknown
        return Number(_COMPARE[predicate[-2:]](a.value, b.value), i1)

    def select(self, condition: Number, a: Number | float | int, b: Number | float | int) -> Number:
        known = a if isinstance(a, Number) else b
        assert isinstance(known, Number)
        return self.lift(a if condition.value else b, known.dtype)

    def index(self, value: Expr, dtype: Attribute = i64) -> Number:
        raise Unknown

    def dynamic(self, x: Number, extent: int) -> Expr:
        raise Unknown

    def guard(
        self, conditions: Sequence[Number], then: Callable[[], Number], otherwise: float | int | Number
    ) -> Number:
        raise Unknown
