"""Rounding, sign and parts of numbers, elementwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

import numpy as np
from xdsl.dialects.builtin import IntegerAttr, TensorType, f32, f64, i32, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import Sample, Spec, Tensor, TypeRuleError, dtype_of, is_float, py, sample
from pcc.dialects.pd.elementwise import Binary, Differentiable, Elementwise, Unary, binary, unary
from pcc.dialects.pd.linear import Flat
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")

_DTYPES = ("float32", "float64", "int32", "int64")


def to_whole(k: Scalars[S], name: str, x: S) -> S:
    """A rounding function; integers are whole."""
    return k.math(name, x) if is_float(k.dtype(x)) else x


@irdl_op_definition
class FloorOp(Unary, Flat):
    """out = the largest whole number <= x."""

    name = "pd.floor"
    SAMPLES: ClassVar = unary("floor", -9, 9, (*_DTYPES, "bfloat16"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return to_whole(k, "floor", args[0])


@irdl_op_definition
class CeilOp(Unary, Flat):
    """out = the smallest whole number >= x."""

    name = "pd.ceil"
    SAMPLES: ClassVar = unary("ceil", -9, 9, _DTYPES)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return to_whole(k, "ceil", args[0])


@irdl_op_definition
class TruncOp(Elementwise, Flat):
    """out = input rounded towards zero."""

    name = "pd.trunc"
    input = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = unary("trunc", -9, 9, _DTYPES)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return to_whole(k, "trunc", args[0])


@irdl_op_definition
class RoundOp(Unary, Flat):
    """out = x rounded to decimals places, halves to even."""

    name = "pd.round"
    decimals = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        *unary("round", -9, 9, _DTYPES),
        sample(lambda paddle, x: paddle.round(x * 2) / 2, Spec((33,), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.round(x.astype("float32") / 2), Spec((33,), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.round(x, 2), (3, 35)),
        sample(lambda paddle, x: paddle.round(x, -1), Spec((33,), "float64", -99, 99)),
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,), decimals = args, py(self.decimals)
        if not is_float(k.dtype(x)) or not decimals:
            return to_whole(k, "roundeven", x)
        power = 10.0 ** abs(decimals)
        there, back = (k.mul, k.div) if decimals > 0 else (k.div, k.mul)
        return back(k.math("roundeven", there(x, power)), power)


@irdl_op_definition
class AbsOp(Differentiable):
    """out = |x|."""

    name = "pd.abs"
    SAMPLES: ClassVar = unary("abs", dtypes=(*_DTYPES, "bfloat16"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.abs(args[0])

    def slope(self, b: Builder) -> SSAValue:
        return b.op(SignOp, self.x)


@irdl_op_definition
class SignOp(Unary, Flat):
    """out = -1, 0 or 1 as x is below, at or above zero; NaN for NaN."""

    name = "pd.sign"
    SAMPLES: ClassVar = unary("sign", dtypes=_DTYPES)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        dtype = k.dtype(x)
        below = k.select(k.compare("lt", x, 0), k.constant(-1, dtype), x)
        return k.select(k.compare("gt", x, 0), k.constant(1, dtype), below)


@irdl_op_definition
class NextafterOp(Binary):
    """out = the number of the dtype that follows x on the way to y, by counting its bits up or down."""

    name = "pd.nextafter"
    FIXED: ClassVar = ("x", "y")
    SAMPLES: ClassVar = (
        *binary("nextafter", dtypes=("float64",)),
        sample(
            lambda paddle, x, y: paddle.nextafter(x, y),
            *(Spec((7, 1), special=True), Spec((1, 9), special=True)),
            reference=lambda x, y: np.nextafter(x.astype(np.float32), y.astype(np.float32)).astype(np.float64),
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        if dtype_of(self.x) not in (f32, f64):
            raise TypeRuleError(f"nextafter takes float32 or float64, not {dtype_of(self.x)}")
        return super().infer()

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x, y), dtype = args, dtype_of(self.x)
        integer, smallest = (i32, 2.0**-149) if dtype == f32 else (i64, 2.0**-1074)
        bits = k.apply("arith.bitcast", [x], integer)
        shrinks = k.logical_xor(k.compare("lt", x, y), k.compare("gt", x, 0))
        stepped = k.apply("arith.bitcast", [k.add(bits, k.select(shrinks, k.constant(-1, integer), 1))], dtype)
        from_zero = k.math("copysign", k.constant(smallest, dtype), y)
        moved = k.select(k.compare("eq", x, 0), from_zero, stepped)
        unordered = k.logical_or(k.compare("ne", x, x), k.compare("ne", y, y))
        return k.select(unordered, k.add(x, y), k.select(k.compare("eq", x, y), y, moved))


@irdl_op_definition
class ConjOp(Unary):
    """out = x: the conjugate of a real number."""

    name = "pd.conj"
    SAMPLES: ClassVar[tuple[Sample, ...]] = unary("conj")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return args[0]
