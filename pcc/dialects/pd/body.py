"""The scalar body of an elementwise op as ops on whole tensors: what derives an op that has no rule of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache

from xdsl.dialects.builtin import i1, i64
from xdsl.ir import Attribute, SSAValue

from pcc.dialects import scan
from pcc.dialects.index import Expr
from pcc.dialects.pd import arithmetic, comparison, elementwise, logic, rounding, trigonometric
from pcc.dialects.pd.activation import SigmoidOp
from pcc.dialects.pd.base import PdOp, dtype_of, rank_of, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.math import ElementwisePowOp, Function
from pcc.dialects.scalars import Index, Scalars, compute_type

_BINARY: dict[str, type[PdOp]] = {
    **{f"arith.add{kind}": elementwise.AddOp for kind in "fi"},
    **{f"arith.sub{kind}": elementwise.SubtractOp for kind in "fi"},
    **{f"arith.mul{kind}": elementwise.MultiplyOp for kind in "fi"},
    "arith.divf": elementwise.DivideOp,
    "arith.maxsi": elementwise.MaximumOp,
    "arith.minsi": elementwise.MinimumOp,
    "math.powf": ElementwisePowOp,
    "math.atan2": trigonometric.Atan2Op,
    "math.copysign": arithmetic.CopysignOp,
}  # fmt: skip
_UNARY: dict[str, type[PdOp]] = {
    "math.absf": rounding.AbsOp,
    "math.floor": rounding.FloorOp,
    "math.ceil": rounding.CeilOp,
    "math.trunc": rounding.TruncOp,
    "math.sigmoid": SigmoidOp,
}
_COMPARE: dict[str, type[PdOp]] = {
    "lt": comparison.LessThanOp,
    "le": comparison.LessEqualOp,
    "gt": comparison.GreaterThanOp,
    "ge": comparison.GreaterEqualOp,
    "eq": comparison.EqualOp,
    "ne": comparison.NotEqualOp,
}
_LOGIC: dict[str, type[PdOp]] = {
    "arith.andi": logic.LogicalAndOp,
    "arith.ori": logic.LogicalOrOp,
    "arith.xori": logic.LogicalXorOp,
}
_CONVERT = frozenset({"extf", "truncf", "sitofp", "uitofp", "fptosi", "extsi", "extui", "trunci"})


class NotInTensors(Exception):
    """A body that has something which is no op on tensors; the message is what."""


def expanded(op: PdOp, b: Builder) -> Sequence[SSAValue]:
    """The op's result by ops on tensors. Raises NotInTensors."""
    if not is_elementwise(op) or not hasattr(op, "element"):
        raise NotInTensors(op.name)
    result = op.results[0]
    made: SSAValue = op.element(Tensors(b), [Expr()] * rank_of(result))  # type: ignore[attr-defined]
    return [b.expand(b.cast(made, dtype_of(result)), shape_of(result))]


@cache
def _functions() -> dict[str, type[PdOp]]:
    """The op of each function of the `math` dialect."""
    found = scan.classes(sys.modules["pcc.dialects.pd"], Function)
    return {f"math.{vars(c)['FUNCTION']}": c for c in reversed(found) if "FUNCTION" in vars(c)}


class Tensors(Scalars[SSAValue]):
    """Scalars that are tensors, which broadcast."""

    def __init__(self, b: Builder) -> None:
        self.b = b

    def dtype(self, x: SSAValue) -> Attribute:
        return dtype_of(x)

    def constant(self, value: float | int | bool, dtype: Attribute) -> SSAValue:
        return self.b.full([], value, dtype)

    def read(self, value: SSAValue, index: Index) -> SSAValue:
        return self.b.cast(value, compute_type(dtype_of(value)))

    def apply(self, name: str, args: Sequence[SSAValue], result: Attribute) -> SSAValue:
        if name in ("arith.maximumf", "arith.minimumf"):
            return self._extreme(args[0], args[1], name == "arith.maximumf")
        if name in _BINARY:
            return self.b.op(_BINARY[name], *args)
        if name in _LOGIC and result == i1:
            return self.b.op(_LOGIC[name], *args)
        if name == "arith.negf":
            return self.b.neg(args[0])
        if name.removeprefix("arith.") in _CONVERT:
            return self.b.cast(args[0], result)
        unary = _UNARY.get(name) or _functions().get(name)
        if unary is None:
            raise NotInTensors(name)
        return self.b.op(unary, *args)

    def _extreme(self, x: SSAValue, y: SSAValue, largest: bool) -> SSAValue:
        """x if it is beyond y or no number; of equal ones y, so that a bound has the derivative of the bound."""
        beyond = self.b.greater(x, y) if largest else self.b.greater(y, x)
        return self.b.where(self.b.op(logic.LogicalOrOp, beyond, self.b.not_equal(x, x)), x, y)

    def compare_as(self, predicate: str, a: SSAValue, b: SSAValue) -> SSAValue:
        return self.b.op(_COMPARE[predicate[-2:]], a, b)

    def select(self, condition: SSAValue, a: SSAValue | float, b: SSAValue | float) -> SSAValue:
        return self.b.where(condition, a, b)

    def index(self, value: Expr, dtype: Attribute = i64) -> SSAValue:
        raise NotInTensors("an index")

    def dynamic(self, x: SSAValue, extent: int) -> Expr:
        raise NotInTensors("an index that data gives")

    def guard(
        self, conditions: Sequence[SSAValue], then: Callable[[], SSAValue], otherwise: float | SSAValue
    ) -> SSAValue:
        raise NotInTensors("a guard")
