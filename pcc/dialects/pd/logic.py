"""Logic on truth values and on bits, elementwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, i1
from xdsl.ir import Attribute
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.pd.base import Sample, Spec, Tensor, TypeRuleError, bit_width, dtype_of, is_float, py, sample
from pcc.dialects.pd.elementwise import Binary, Elementwise, Unary, binary, unary
from pcc.dialects.scalars import Scalars

S = TypeVar("S")

_INTEGERS = ("int64", "int8", "uint8", "int16", "int32", "bool")


def truth(k: Scalars[S], x: S) -> S:
    """Whether x is not zero; NaN is true."""
    return x if k.dtype(x) == i1 else k.compare("ne", x, 0)


# ---- truth values
class Logical(Elementwise):
    """Numbers of any dtype in, bool out."""

    def result_dtype(self) -> Attribute:
        return i1


def logical(name: str) -> tuple[Sample, ...]:
    return binary(name, -1, 1, ("float32", "float64", "bool", "int8", "int64"))


@irdl_op_definition
class LogicalAndOp(Logical, Binary):
    """out = x and y."""

    name = "pd.logical_and"
    SAMPLES: ClassVar = logical("logical_and")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_and(*(truth(k, a) for a in args))


@irdl_op_definition
class LogicalOrOp(Logical, Binary):
    """out = x or y."""

    name = "pd.logical_or"
    SAMPLES: ClassVar = logical("logical_or")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_or(*(truth(k, a) for a in args))


@irdl_op_definition
class LogicalXorOp(Logical, Binary):
    """out = x or y, but not both."""

    name = "pd.logical_xor"
    SAMPLES: ClassVar = logical("logical_xor")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_xor(*(truth(k, a) for a in args))


@irdl_op_definition
class LogicalNotOp(Logical, Unary):
    """out = not x."""

    name = "pd.logical_not"
    SAMPLES: ClassVar = unary("logical_not", -1, 1, ("float32", "float64", "bool", "int64"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_not(truth(k, args[0]))


# ---- bits
class Bitwise(Elementwise):
    """Integers or bools in and out."""

    def infer(self) -> Sequence[Tensor]:
        if is_float(dtype_of(self.operands[0])):
            raise TypeRuleError(f"{self.name} takes integers or bools, not {dtype_of(self.operands[0])}")
        return super().infer()


def bitwise(name: str) -> tuple[Sample, ...]:
    return binary(name, -99, 99, _INTEGERS)


@irdl_op_definition
class BitwiseAndOp(Bitwise, Binary):
    """out = the bits that x and y have."""

    name = "pd.bitwise_and"
    SAMPLES: ClassVar = bitwise("bitwise_and")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_and(*args)


@irdl_op_definition
class BitwiseOrOp(Bitwise, Binary):
    """out = the bits that x or y has."""

    name = "pd.bitwise_or"
    SAMPLES: ClassVar = bitwise("bitwise_or")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_or(*args)


@irdl_op_definition
class BitwiseXorOp(Bitwise, Binary):
    """out = the bits that only one of x and y has."""

    name = "pd.bitwise_xor"
    SAMPLES: ClassVar = bitwise("bitwise_xor")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_xor(*args)


@irdl_op_definition
class BitwiseNotOp(Bitwise, Unary):
    """out = the bits that x lacks; for bools, not x."""

    name = "pd.bitwise_not"
    SAMPLES: ClassVar = unary("bitwise_not", -99, 99, _INTEGERS)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.logical_not(args[0])


# ---- shifts
class Shift(Bitwise, Binary):
    """Integers shifted by y bits; 0 (or -1, when a negative x is shifted right) if y is not in [0, width of x)."""

    is_arithmetic = prop_def(base(IntegerAttr))

    @property
    def width(self) -> int:
        return bit_width(dtype_of(self.x))

    def infer(self) -> Sequence[Tensor]:
        if dtype_of(self.x) == i1:
            raise TypeRuleError(f"{self.name} takes integers, not bools")
        return super().infer()

    def bounded(self, k: Scalars[S], y: S) -> tuple[S, S]:
        """Y where it is a possible distance (else 0), and whether it is one."""
        possible = k.logical_and(k.compare("ge", y, 0), k.compare("lt", y, self.width))
        return k.select(possible, y, 0), possible


def shifts(name: str) -> tuple[Sample, ...]:
    """Both kinds of shift on all integers, by distances in and out of range."""

    def make(dtype: str, arithmetic: bool) -> Sample:
        call = lambda paddle, x, y: getattr(paddle, name)(x, y, is_arithmetic=arithmetic)  # noqa: E731
        return sample(call, Spec((3, 17), dtype, -99, 99), Spec((17,), dtype, -2, 70))

    return tuple(make(dtype, arithmetic) for dtype in _INTEGERS[:-1] for arithmetic in (True, False))


@irdl_op_definition
class BitwiseLeftShiftOp(Shift):
    """out = x shifted left by y bits."""

    name = "pd.bitwise_left_shift"
    SAMPLES: ClassVar = shifts("bitwise_left_shift")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = args
        distance, possible = self.bounded(k, y)
        return k.select(possible, k.apply("arith.shli", [x, distance], k.dtype(x)), 0)


@irdl_op_definition
class BitwiseRightShiftOp(Shift):
    """out = x shifted right by y bits; the sign moves in if arithmetic, else zeros."""

    name = "pd.bitwise_right_shift"
    SAMPLES: ClassVar = shifts("bitwise_right_shift")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = args
        distance, possible = self.bounded(k, y)
        arithmetic = bool(py(self.is_arithmetic))
        name = "arith.shrsi" if arithmetic else "arith.shrui"
        beyond = (
            k.select(k.compare("lt", x, 0), k.constant(-1, k.dtype(x)), 0) if arithmetic else k.constant(0, k.dtype(x))
        )
        return k.select(possible, k.apply(name, [x, distance], k.dtype(x)), beyond)
