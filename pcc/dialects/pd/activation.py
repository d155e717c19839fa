"""Activation functions, elementwise."""
from __future__ import annotations

from math import sqrt
from typing import Any, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.pd.base import Sample, py, sample
from pcc.dialects.pd.elementwise import Unary
from pcc.dialects.scalars import Scalars

S = TypeVar("S")


def activation(name: str, **options: Any) -> tuple[Sample, ...]:
    """Samples of `paddle.nn.functional.<name>(x, **options)`."""
    call = lambda paddle, x: getattr(paddle.nn.functional, name)(x, **options)  # noqa: E731
    return tuple(sample(call, shape, tolerance=4e-6) for shape in [(3, 5), (4, 33)])


@irdl_op_definition
class ReluOp(Unary):
    """out = max(x, 0)."""

    name = "pd.relu"
    SAMPLES: ClassVar = activation("relu")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.max(args[0], 0)


@irdl_op_definition
class SigmoidOp(Unary):
    """out = 1 / (1 + e^-x)."""

    name = "pd.sigmoid"
    SAMPLES: ClassVar = activation("sigmoid")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.math("sigmoid", args[0])


@irdl_op_definition
class GeluOp(Unary):
    """out = x * Phi(x), with erf, or its tanh approximation (Hendrycks and Gimpel, arXiv 1606.08415)."""

    name = "pd.gelu"
    approximate = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = activation("gelu") + activation("gelu", approximate=True)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        half = k.mul(x, 0.5)
        if py(self.approximate):
            inner = k.mul(k.add(k.mul(k.mul(k.mul(x, x), x), 0.044715), x), sqrt(2 / 3.141592653589793))
            return k.mul(half, k.add(k.math("tanh", inner), 1.0))
        return k.mul(half, k.add(k.math("erf", k.mul(x, sqrt(0.5))), 1.0))
