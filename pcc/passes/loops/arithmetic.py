"""Arithmetic on scalars and vectors: inside a vector loop, what depends on its variable is a vector of iterations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from math import copysign

from xdsl.dialects import arith, math, vector
from xdsl.dialects.arith import FastMathFlagsAttr
from xdsl.dialects.builtin import FloatAttr, IntegerAttr, IntegerType, StringAttr, i1, i64
from xdsl.ir import Attribute, Operation
from xdsl.irdl import IRDLOperation

from pcc.dialects import kernel
from pcc.dialects.pd.base import bit_width, is_float
from pcc.passes.loops.scopes import Scalar, Scopes

_OPS: dict[str, type[Operation]] = {op.name: op for dialect in (arith.Arith, math.Math) for op in dialect.operations}


class Arithmetic(Scopes):
    """Operations of `arith` and `math`; a scalar that meets a vector is broadcast."""

    def dtype(self, x: Scalar) -> Attribute:
        return x.dtype

    def constant(self, value: float | int | bool, dtype: Attribute) -> Scalar:
        if is_float(dtype):
            number = _float(float(value), copysign(1, value), dtype)
        else:
            number = integer(_wrapped(int(value), dtype), dtype)
        return self.emit(arith.ConstantOp, [], dtype, 0, {"value": number})

    def wide(self, x: Scalar, lanes: int) -> Scalar:
        """x broadcast to a vector."""
        return x if x.lanes == lanes else self.emit(vector.BroadcastOp, [x], x.dtype, lanes)

    def match(self, args: Sequence[Scalar]) -> tuple[list[Scalar], int]:
        """All as vectors if one is."""
        lanes = max((a.lanes for a in args), default=0)
        return [self.wide(a, lanes) if lanes else a for a in args], lanes

    def apply(self, name: str, args: Sequence[Scalar], result: Attribute) -> Scalar:
        args, lanes = self.match(args)
        kind, properties = _operation(name, bool(lanes))
        return self.emit(kind, args, result, lanes, properties)

    def compare_as(self, predicate: str, a: Scalar, b: Scalar) -> Scalar:
        (a, b), lanes = self.match([a, b])
        kind, properties = _comparison(predicate, bool(lanes), is_float(a.dtype))
        return self.emit(kind, [a, b], i1, lanes, properties)

    def select(self, condition: Scalar, a: Scalar | float | int, b: Scalar | float | int) -> Scalar:
        dtype = a.dtype if isinstance(a, Scalar) else b.dtype if isinstance(b, Scalar) else i64
        args, lanes = self.match([condition, self.lift(a, dtype), self.lift(b, dtype)])
        return self.emit(kernel.SelectOp if lanes else arith.SelectOp, args, dtype, lanes)

    def guard(
        self, conditions: Sequence[Scalar], then: Callable[[], Scalar], otherwise: float | int | Scalar
    ) -> Scalar:
        condition = conditions[0]
        for other in conditions[1:]:
            condition = self.logical_and(condition, other)
        self.masks.append((condition, condition.depth))
        inside = then()
        self.masks.pop()
        return self.select(condition, inside, otherwise)


@lru_cache(4096)
def integer(value: int, dtype: Attribute) -> Attribute:
    return IntegerAttr(value, dtype)  # type: ignore[arg-type]


@lru_cache(4096)
def _float(value: float, sign: float, dtype: Attribute) -> Attribute:
    """`sign` tells zeros apart."""
    return FloatAttr(value, dtype)  # type: ignore[arg-type]


@cache
def _comparison(predicate: str, vectors: bool, floats: bool) -> tuple[type[Operation], Mapping[str, Attribute]]:
    if vectors:
        return kernel.CompareOp, {"predicate": StringAttr(predicate)}
    if not floats:
        return arith.CmpiOp, {"predicate": IntegerAttr(kernel.INTEGER_PREDICATES.index(predicate), i64)}
    code = IntegerAttr(kernel.FLOAT_PREDICATES.index(predicate), i64)
    return arith.CmpfOp, {"predicate": code, "fastmath": FastMathFlagsAttr("none")}


@cache
def _operation(name: str, vectors: bool) -> tuple[type[Operation], Mapping[str, Attribute]]:
    """What an operation's name stands for: the class and its properties."""
    kind, function = _OPS.get(name), name.split(".", 1)[1]
    if kind is None:
        return kernel.MathOp, {"function": StringAttr(function)}
    if vectors and function in kernel.CONVERSIONS:
        return kernel.ConvertOp, {"conversion": StringAttr(function)}
    flags = {"fastmath": FastMathFlagsAttr("none"), "overflowFlags": arith.IntegerOverflowAttr("none")}
    known = kind.get_irdl_definition().properties if issubclass(kind, IRDLOperation) else {}
    return kind, {name: flag for name, flag in flags.items() if name in known}


def _wrapped(value: int, dtype: Attribute) -> int:
    """An integer constant in its type's signed range; every number but 0 is true."""
    if dtype == i1:
        return int(value != 0)
    if not isinstance(dtype, IntegerType):
        return value
    bits = bit_width(dtype)
    return (value + (1 << (bits - 1))) % (1 << bits) - (1 << (bits - 1))
