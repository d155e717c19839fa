"""Arithmetic beyond the four operations, elementwise: quotients with rest, extrema, interpolation, clamping."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def, var_operand_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_float,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.pd.batching import spread
from pcc.dialects.pd.elementwise import Binary, Elementwise, Unary, binary, chosen, same_dtype, total
from pcc.dialects.pd.linear import Flat, again
from pcc.dialects.pd.logic import LogicalOrOp
from pcc.dialects.pd.rounding import SignOp
from pcc.dialects.relation import Relation, elementwise
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")

_SMALL = ("int16", "int8", "uint8")
_NUMBERS = ("float32", "float64", "int32", "int64")


def _quotients(name: str) -> tuple[Any, ...]:
    """Floats by anything; integers by what is not zero, which Paddle refuses."""
    call = lambda paddle, x, y: getattr(paddle, name)(x, y)  # noqa: E731
    nonzero = lambda paddle, x, y: getattr(paddle, name)(x, paddle.where(y == 0, paddle.ones_like(y) * 3, y))  # noqa: E731
    return (
        *binary(name, -9, 9, ("float32", "float64")),
        sample(call, Spec((33,), low=-100, high=100), Spec((33,), low=-0.1, high=0.1)),
        *(sample(nonzero, Spec((4, 9), d, -9, 9), Spec((9,), d, -4, 4)) for d in ("int64", "int32")),
    )


@irdl_op_definition
class FloorDivideOp(Binary, Flat):
    """out = floor(x / y) of the exact quotient; integers by zero give 0."""

    name = "pd.floor_divide"
    FIXED: ClassVar = ("x", "y")
    SAMPLES: ClassVar = (
        *_quotients("floor_divide"),
        *(sample(lambda paddle, x, y: x // y, Spec((4, 9), d, -99, 99), Spec((9,), d, 1, 9)) for d in _SMALL),
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = args
        if not is_float(k.dtype(x)):
            return k.floor_div(x, y)
        rest = k.math("fmod", x, y)
        quotient = k.math("roundeven", k.div(k.sub(x, rest), y))
        lower = k.logical_and(k.compare("ne", rest, 0), k.logical_xor(k.compare("lt", rest, 0), k.compare("lt", y, 0)))
        floored = k.math("copysign", k.select(lower, k.sub(quotient, 1.0), quotient), k.div(x, y))
        return k.select(k.compare("eq", y, 0), k.div(x, y), floored)


@irdl_op_definition
class RemainderOp(Binary):
    """out = x - floor(x / y) y: x modulo y, with the sign of y; integers by zero give 0."""

    name = "pd.remainder"
    SAMPLES: ClassVar = _quotients("remainder")

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.remainder(*args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        x, y = tangents
        return [total(b, [x, y and b.neg(b.mul(y, b.op(FloorDivideOp, self.x, self.y)))])]


# ---- extrema that ignore NaN
def number_if_other_nan(k: Scalars[S], chosen: S, x: S, y: S) -> S:
    """`chosen`, but the other operand where one is NaN."""
    if not is_float(k.dtype(x)):
        return chosen
    return k.select(k.compare("ne", x, x), y, k.select(k.compare("ne", y, y), x, chosen))


@irdl_op_definition
class FmaxOp(Binary):
    """out = max(x, y); if one is NaN, the other."""

    name = "pd.fmax"
    SAMPLES: ClassVar = binary("fmax", dtypes=_NUMBERS)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return number_if_other_nan(k, k.max(*args), *args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        second = b.op(LogicalOrOp, b.greater(self.y, self.x), b.not_equal(self.x, self.x))
        return [chosen(b, second, tangents[1], tangents[0])]


@irdl_op_definition
class FminOp(Binary):
    """out = min(x, y); if one is NaN, the other."""

    name = "pd.fmin"
    SAMPLES: ClassVar = binary("fmin", dtypes=_NUMBERS)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return number_if_other_nan(k, k.min(*args), *args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        second = b.op(LogicalOrOp, b.greater(self.x, self.y), b.not_equal(self.x, self.x))
        return [chosen(b, second, tangents[1], tangents[0])]


# ---- sign and step
@irdl_op_definition
class CopysignOp(Binary):
    """out = |x| with the sign of y."""

    name = "pd.copysign"
    SAMPLES: ClassVar = binary("copysign", dtypes=_NUMBERS)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = args
        if is_float(k.dtype(x)):
            return k.math("copysign", x, y)
        return k.select(k.compare("lt", y, 0), k.neg(k.abs(x)), k.abs(x))

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        (x, _), one = tangents, b.full([], 1.0, dtype_of(self.x))
        side = lambda: b.mul(b.op(SignOp, self.x), b.op(CopysignOp, one, self.y))  # noqa: E731
        return [x and b.mul(x, side())]


@irdl_op_definition
class HeavisideOp(Binary):
    """out = 0 below zero, y at zero, 1 above zero."""

    name = "pd.heaviside"
    SAMPLES: ClassVar = binary("heaviside", dtypes=_NUMBERS)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y = args
        step = k.select(k.compare("gt", x, 0), k.constant(1, k.dtype(x)), 0)
        return k.select(k.compare("eq", x, 0), y, step)


# ---- interpolation and clamping
@irdl_op_definition
class LerpOp(Elementwise):
    """out = x + weight (y - x)."""

    name = "pd.lerp"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    weight = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    FIXED: ClassVar = ("weight",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.lerp(x, y, 0.3), (3, 35), (3, 35)),
        sample(lambda paddle, x, y, w: paddle.lerp(x, y, w), (4, 32), (32,), (4, 1)),
        sample(lambda paddle, x, y: paddle.lerp(x, y, 0.7), Spec((7,), "float64"), Spec((7,), "float64")),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y, self.weight)
        return super().infer()

    def scalar(self, k: Scalars[S], *args: S) -> S:
        x, y, weight = args
        return k.add(x, k.mul(weight, k.sub(y, x)))


@irdl_op_definition
class ClipOp(PdOp):
    """out = x between min and max, tensors of one element that are converted to x's dtype; NaN stays NaN."""

    name = "pd.clip"
    x = operand_def(base(TensorType))
    min = operand_def(base(TensorType))
    max = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.clip(x, -0.5, 1.25), Spec((3, 35), special=True)),
        sample(lambda paddle, x: paddle.clip(x, min=0.1), (4, 32)),
        sample(lambda paddle, x: paddle.clip(x, max=0.1), ()),
        sample(lambda paddle, x: paddle.clip(x, -0.1, 0.1), Spec((17,), "float64")),
        sample(lambda paddle, x: paddle.clip(x, -3, 4), Spec((5, 7), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.clip(x, -3), Spec((5, 7), "int32", -9, 9)),
        sample(lambda paddle, x: paddle.clip(x, 0.5, 4), Spec((5, 7), "int64", -9, 9)),
        sample(lambda paddle, x: paddle.clip(x, x[0] - 1, x[0] + 1), (5,)),
    )

    def infer(self) -> Sequence[Tensor]:
        if size_of(self.min) != 1 or size_of(self.max) != 1:
            raise TypeRuleError(f"clip's bounds are one number each, not {shape_of(self.min)} and {shape_of(self.max)}")
        return [tensor(shape_of(self.x), dtype_of(self.x))]

    def relation(self) -> Relation:
        whole = elementwise([shape_of(self.x)], shape_of(self.x))
        bounds = tuple(((),) * rank_of(o) for o in (self.min, self.max))
        return Relation((*whole.operands, *bounds), whole.results)

    def element(self, k: Scalars[S], index: Index) -> S:
        x, dtype = k.read(self.x, index), dtype_of(self.x)
        low, high = (k.cast(k.read(o, [Expr()] * rank_of(o)), dtype) for o in (self.min, self.max))
        return k.max(k.min(x, high), low)

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        x, low, high = operands
        if not any(batched[1:]):
            return again(self, b, operands, self.properties)
        ones = lambda here: [size if here else 1, *[1] * rank_of(self.x)]  # noqa: E731
        low, high = (
            b.cast(b.reshape(o, ones(here)), dtype_of(x)) for o, here in zip((low, high), batched[1:], strict=True)
        )
        return [b.maximum(b.minimum(spread(b, x, batched[0], size), high), low)]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        low, high = (b.cast(b.reshape(o, []), dtype_of(self.x)) for o in (self.min, self.max))
        x, below, above = tangents
        flat = lambda t: t and b.cast(b.reshape(t, []), dtype_of(self.x))  # noqa: E731
        inner = chosen(b, b.greater(low, self.x), flat(below), x)
        return [chosen(b, b.greater(self.x, high), flat(above), inner)]


# ---- sums and steps
@irdl_op_definition
class AddNOp(PdOp):
    """out = the sum of all inputs, which have one type."""

    name = "pd.add_n"
    inputs = var_operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.add_n([x, y, x]), (3, 35), (3, 35)),
        sample(lambda paddle, x: paddle.add_n([x]), Spec((5,), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if len({o.type for o in self.operands}) != 1:
            raise TypeRuleError("add_n takes tensors of one type, at least one")
        return [tensor(shape_of(self.operands[0]), dtype_of(self.operands[0]))]

    def relation(self) -> Relation:
        return elementwise([shape_of(o) for o in self.operands], shape_of(self.results[0]))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        total, *others = self.operands
        for other in others:
            total = b.add(total, other)
        return [total]


@irdl_op_definition
class IncrementOp(Unary):
    """out = x + value, of a tensor of one element."""

    name = "pd.increment"
    value = prop_def(base(FloatAttr) | base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.increment(x, 2.5), (1,)),
        sample(lambda paddle, x: paddle.increment(x), Spec((1,), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if size_of(self.x) != 1:
            raise TypeRuleError(f"increment takes one number, not {shape_of(self.x)}")
        return super().infer()

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,), value = args, py(self.value)
        return k.add(x, float(value) if is_float(k.dtype(x)) else int(value))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return [b.add(operands[0], py(self.value))]


@irdl_op_definition
class LabelSmoothOp(PdOp):
    """out = (1 - epsilon) label + epsilon prior_dist, by default 1 / classes, the last extent."""

    name = "pd.label_smooth"
    label = operand_def(base(TensorType))
    prior_dist = opt_operand_def(base(TensorType))
    epsilon = prop_def(base(FloatAttr))
    out = result_def(base(TensorType))
    FIXED: ClassVar = ("prior_dist",)
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.label_smooth(x, epsilon=0.2), Spec((3, 35), low=0, high=1)),
        sample(lambda paddle, x, p: paddle.nn.functional.label_smooth(x, p), Spec((3, 35), low=0, high=1), (1, 35)),
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor(shape_of(self.label), dtype_of(self.label))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        epsilon, label = py(self.epsilon), self.label
        kept = b.mul(label, 1 - epsilon)
        if self.prior_dist is None:
            return [b.add(kept, epsilon / shape_of(label)[-1])]
        prior = b.reshape(self.prior_dist, shape_of(label)[-1:])
        return [b.add(kept, b.mul(prior, epsilon))]
