"""Elementary functions, elementwise."""
from __future__ import annotations

from typing import ClassVar, TypeVar

from xdsl.irdl import irdl_op_definition

from pcc.dialects.pd.elementwise import Unary, unary
from pcc.dialects.scalars import Scalars

S = TypeVar("S")


class Function(Unary):
    """out = f(x) for one function of the scalar level."""

    FUNCTION: ClassVar[str]

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.math(self.FUNCTION, args[0])


@irdl_op_definition
class ExpOp(Function):
    """out = e^x."""

    name = "pd.exp"
    FUNCTION: ClassVar = "exp"
    SAMPLES: ClassVar = unary("exp", -20, 20)


@irdl_op_definition
class TanhOp(Function):
    """out = tanh(x)."""

    name = "pd.tanh"
    FUNCTION: ClassVar = "tanh"
    SAMPLES: ClassVar = unary("tanh", -3, 3)


@irdl_op_definition
class SqrtOp(Function):
    """out = square root of x."""

    name = "pd.sqrt"
    FUNCTION: ClassVar = "sqrt"
    SAMPLES: ClassVar = unary("sqrt", 0, 9)


@irdl_op_definition
class RsqrtOp(Function):
    """out = 1 / sqrt(x)."""

    name = "pd.rsqrt"
    FUNCTION: ClassVar = "rsqrt"
    SAMPLES: ClassVar = unary("rsqrt", 0.1, 9)


@irdl_op_definition
class ErfOp(Function):
    """out = erf(x)."""

    name = "pd.erf"
    FUNCTION: ClassVar = "erf"
    SAMPLES: ClassVar = unary("erf", -4, 4)


@irdl_op_definition
class LogOp(Function):
    """out = natural logarithm of x."""

    name = "pd.log"
    FUNCTION: ClassVar = "log"
    SAMPLES: ClassVar = unary("log", 0.1, 9)
