"""Roots of unity: the tables that Fourier transforms are made with, exact to the last bits of their dtype."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, f64
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.pd.base import Spec, Tensor, TypeRuleError, dtype_of, is_integer, py, sample
from pcc.dialects.pd.elementwise import Unary
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class UnitRootOp(Unary):
    """out = cos(2 pi x / order), or the sine, of integers x below 2^50, in float64: exact at quarters of a turn."""

    name = "pd.unit_root"
    order = prop_def(base(IntegerAttr))
    imaginary = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.as_real(paddle.fft.fft(x)), (3, 7), tolerance=1e-5),
        sample(lambda paddle, x: paddle.as_real(paddle.fft.fft(x)), Spec((3, 8), "float64"), tolerance=1e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        if not is_integer(dtype_of(self.x)) or py(self.order) < 1:
            raise TypeRuleError(f"unit_root takes whole numbers and an order above 0, not {dtype_of(self.x)}")
        return super().infer()

    def result_dtype(self) -> Attribute:
        return f64

    def scalar(self, k: Scalars[S], *args: S) -> S:
        order, quarters = float(py(self.order)), k.mul(k.cast(args[0], f64), 4.0)
        quarters = k.sub(quarters, order) if py(self.imaginary) else quarters  # of a turn, times the order
        whole = k.math("roundeven", k.div(quarters, order))
        angle = k.mul(k.sub(quarters, k.mul(whole, order)), pi / 2 / order)
        cosine, sine = k.math("cos", angle), k.math("sin", angle)
        quadrant = k.sub(whole, k.mul(k.math("floor", k.mul(whole, 0.25)), 4.0))
        even = k.select(k.compare("eq", quadrant, 0.0), cosine, k.neg(cosine))
        odd = k.select(k.compare("eq", quadrant, 1.0), k.neg(sine), sine)
        straight = k.logical_or(k.compare("eq", quadrant, 0.0), k.compare("eq", quadrant, 2.0))
        return k.select(straight, even, odd)


def roots(b: Builder, exponents: SSAValue, order: int, dtype: Attribute) -> tuple[SSAValue, SSAValue]:
    """Cosine and sine of 2 pi exponents / order, rounded from float64."""
    cosine, sine = (b.op(UnitRootOp, exponents, order=order, imaginary=part) for part in (False, True))
    return b.cast(cosine, dtype), b.cast(sine, dtype)
