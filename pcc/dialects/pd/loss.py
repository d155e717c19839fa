"""Losses of predictions against targets of the same shape, and their means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import numpy as np
from xdsl.dialects.builtin import FloatAttr, IntegerAttr, StringAttr, TensorType, i32
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
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
    type_of,
)
from pcc.dialects.pd.batching import with_axis
from pcc.dialects.pd.elementwise import Elementwise, total
from pcc.dialects.relation import Mark, Relation, elementwise, letters
from pcc.dialects.scalars import Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


def functional(name: str, low: float = 0.05, high: float = 0.95, **options: Any) -> tuple[Sample, ...]:
    """Samples of `paddle.nn.functional.<name>(input, label, **options)`."""
    call = lambda paddle, x, y: getattr(paddle.nn.functional, name)(x, y, **options)  # noqa: E731
    specs = [((3, 35), "float32"), ((4, 16), "float32"), ((7,), "float64")]
    return tuple(sample(call, *[Spec(shape, d, low, high)] * 2, tolerance=4e-6) for shape, d in specs)


def same_type(x: SSAValue, y: SSAValue) -> None:
    """Raise TypeRuleError unless both are floats of one shape and dtype."""
    if x.type != y.type or not is_float(dtype_of(x)):
        raise TypeRuleError(f"predictions and labels are floats of one type, not {x.type} and {y.type}")


# ---- elementwise
class Pairwise(Elementwise):
    """out = f(prediction, label) per element."""

    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        same_type(*self.operands)
        return super().infer()

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return with_axis(self, b, operands, batched, size)


def clamped_log(k: Scalars[S], x: S, floor: float) -> S:
    return k.max(k.math("log", x), floor)


def _finite_log(b: Builder, x: SSAValue) -> SSAValue:
    """The same, with a finite slope."""
    some = b.greater(x, 0.0)
    return b.where(some, b.maximum(b.log(b.where(some, x, 1.0)), -100.0), -100.0)


def complement(k: Scalars[S], x: S) -> S:
    """1 - x."""
    return k.sub(k.constant(1.0, k.dtype(x)), x)


@irdl_op_definition
class BceLossOp(Pairwise):
    """out = -label log(input) - (1 - label) log(1 - input), logarithms at least -100."""

    name = "pd.bce_loss"
    input = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    FIXED: ClassVar = ("label",)
    SAMPLES: ClassVar = (
        *functional("binary_cross_entropy", reduction="none"),
        sample(
            lambda paddle, x, y: paddle.nn.functional.binary_cross_entropy(paddle.round(x), y),
            *[Spec((9,), low=0, high=1)] * 2,
        ),
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        p, label = args
        hit, miss = clamped_log(k, p, -100.0), clamped_log(k, complement(k, p), -100.0)
        return k.sub(k.mul(k.sub(label, 1.0), miss), k.mul(label, hit))

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """A slope that stays finite where input is 0 or 1, as Paddle's does."""
        dtype = compute_type(dtype_of(self.out))
        p, label = b.cast(self.input, dtype), b.cast(self.label, dtype)
        hit, miss = _finite_log(b, p), _finite_log(b, b.sub(1.0, p))
        slopes = [b.div(b.sub(p, label), b.maximum(b.mul(p, b.sub(1.0, p)), 1e-12)), b.sub(miss, hit)]
        moved = [t and b.mul(b.cast(t, dtype), slope) for t, slope in zip(tangents, slopes, strict=True)]
        made = total(b, moved)
        return [made and b.cast(made, dtype_of(self.out))]


@irdl_op_definition
class LogLossOp(Pairwise):
    """out = -label log(input + epsilon) - (1 - label) log(1 - input + epsilon)."""

    name = "pd.log_loss"
    input = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    epsilon = prop_def(base(FloatAttr))
    FIXED: ClassVar = ("label",)
    SAMPLES: ClassVar = (
        *(
            sample(
                lambda paddle, x, y, e=e: paddle.nn.functional.log_loss(x, y, e),
                *[Spec((rows, 1), low=0, high=1)] * 2,
                reference=lambda x, y, e=e: -y * np.log(x + e) - (1 - y) * np.log(1 - x + e),
            )
            for rows, e in ((35, float(np.float32(1e-4))), (9, float(np.float32(0.1))))
        ),
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (p, label), epsilon = args, py(self.epsilon)
        hit = k.math("log", k.add(p, epsilon))
        miss = k.math("log", k.add(complement(k, p), epsilon))
        return k.sub(k.mul(k.sub(label, 1.0), miss), k.mul(label, hit))


@irdl_op_definition
class HingeLossOp(Pairwise):
    """out = max(0, 1 - logits (2 labels - 1))."""

    name = "pd.hinge_loss"
    logits = operand_def(base(TensorType))
    labels = operand_def(base(TensorType))
    FIXED: ClassVar = ("labels",)
    SAMPLES: ClassVar = (
        sample(
            lambda paddle, x, y: paddle._C_ops.hinge_loss(x, paddle.round(y)),
            (35, 1),
            Spec((35, 1), low=0, high=1),
            reference=lambda x, y: np.maximum(1 - x * (2 * np.round(y) - 1), 0),
        ),
    )

    def scalar(self, k: Scalars[S], *args: S) -> S:
        logits, labels = args
        signs = k.sub(k.mul(labels, 2.0), 1.0)
        return k.max(complement(k, k.mul(logits, signs)), 0.0)


@irdl_op_definition
class HuberLossOp(PdOp):
    """out = r^2 / 2 where |r| <= delta, else delta (|r| - delta / 2); residual = r = label - input."""

    name = "pd.huber_loss"
    input = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    delta = prop_def(base(FloatAttr))
    out = result_def(base(TensorType))
    residual = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        *functional("smooth_l1_loss", -2, 2, reduction="none"),
        *functional("smooth_l1_loss", -2, 2, delta=0.5)[:1],
    )

    def infer(self) -> Sequence[Tensor]:
        same_type(self.input, self.label)
        return [type_of(self.input), type_of(self.input)]

    def relation(self) -> Relation:
        return elementwise([shape_of(o) for o in self.operands], shape_of(self.input), results=2)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        delta, residual = py(self.delta), b.sub(self.label, self.input)
        size = b.maximum(residual, b.sub(0, residual))
        near = b.mul(b.mul(residual, residual), 0.5)
        far = b.mul(b.sub(size, delta / 2), delta)
        return [b.where(b.greater(size, delta), far, near), residual]


# ---- reduced
def reduced(b: Builder, loss: SSAValue, reduction: str) -> SSAValue:
    """A loss per element: none, mean, sum, or batchmean (the sum over the first extent)."""
    axes = list(range(rank_of(loss)))
    match reduction:
        case "none":
            return loss
        case "mean":
            return b.mean(loss, axes)
        case "sum":
            return b.sum(loss, axes)
        case _:
            return b.mul(b.sum(loss, axes), 1.0 / max(shape_of(loss)[0], 1))


def reduced_relation(value: SSAValue, operands: int, whole: bool) -> Relation:
    """Of a loss whose operands have one shape: elementwise, or all summed."""
    dims = tuple((n,) for n in letters(rank_of(value)))
    marks = {} if whole else {n: Mark.SUMMED for (n,) in dims}
    return Relation((dims,) * operands, (dims if whole else (),), marks)


@irdl_op_definition
class KldivLossOp(PdOp):
    """loss = label (log(label) - x), 0 for labels <= 0; of log labels if log_target: e^label (label - x)."""

    name = "pd.kldiv_loss"
    x = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    reduction = prop_def(base(StringAttr))
    log_target = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    FIXED: ClassVar = ("label",)
    SAMPLES: ClassVar = (
        *functional("kl_div", reduction="none"),
        *functional("kl_div", -2, 0, log_target=True)[:1],
        *functional("kl_div", -1, 1, reduction="sum")[:1],
        *(
            sample(
                lambda paddle, x, y, r=r: paddle._C_ops.kldiv_loss(x, y, r, False), *[Spec((3, 35), low=-1, high=1)] * 2
            )
            for r in ("mean", "sum", "batchmean")
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        same_type(self.x, self.label)
        whole = py(self.reduction) == "none"
        return [tensor(shape_of(self.x) if whole else [], dtype_of(self.x))]

    def relation(self) -> Relation:
        return reduced_relation(self.x, 2, py(self.reduction) == "none")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        if py(self.log_target):
            loss = b.mul(b.exp(self.label), b.sub(self.label, self.x))
        else:
            some = b.greater(self.label, 0)
            loss = b.mul(self.label, b.sub(b.log(b.where(some, self.label, 1)), self.x))
            loss = b.where(some, loss, 0)
        return [reduced(b, loss, py(self.reduction))]


@irdl_op_definition
class IdentityLossOp(PdOp):
    """out = the sum (reduction 0), mean (1) or elements (2) of x."""

    name = "pd.identity_loss"
    x = operand_def(base(TensorType))
    reduction = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = tuple(
        sample(lambda paddle, x, r=r: paddle.incubate.identity_loss(x, r), (3, 35), tolerance=1e-5) for r in (0, 1, 2)
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor(shape_of(self.x) if py(self.reduction) == 2 else [], dtype_of(self.x))]

    def relation(self) -> Relation:
        return reduced_relation(self.x, 1, py(self.reduction) == 2)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [reduced(b, self.x, ("sum", "mean", "none")[py(self.reduction)])]


# ---- logits
def _with_logits(**options: Any) -> Any:
    return lambda paddle, x, y, *w: paddle._C_ops.sigmoid_cross_entropy_with_logits(
        x, y, w[0] if w else None, options.get("normalize", False), options.get("ignore_index", -100)
    )


_UNIT = Spec((3, 35), low=0, high=1)


@irdl_op_definition
class SigmoidCrossEntropyWithLogitsOp(PdOp):
    """loss = -label log(s) pos_weight - (1 - label) log(1 - s), s = sigmoid(x); 0 where int(label) is ignore_index.

    As (1 - label) x + pos_weight (log(1 + e^-|x|) + max(-x, 0)). If normalize, over the number of other labels.
    """

    name = "pd.sigmoid_cross_entropy_with_logits"
    x = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    pos_weight = opt_operand_def(base(TensorType))
    normalize = prop_def(base(IntegerAttr))
    ignore_index = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    FIXED: ClassVar = ("label", "pos_weight")
    SAMPLES: ClassVar = (
        *functional("binary_cross_entropy_with_logits", -2, 2, reduction="none"),
        sample(_with_logits(), (3, 35), _UNIT, Spec((3, 35), low=0, high=3)),
        sample(_with_logits(normalize=True), (3, 35), _UNIT),
        sample(_with_logits(ignore_index=0), (3, 35), _UNIT),
        sample(_with_logits(normalize=True, ignore_index=0), (3, 35), _UNIT),
        sample(lambda paddle, x, y: _with_logits(ignore_index=1)(paddle, x, paddle.round(y)), (3, 35), _UNIT),
    )

    def infer(self) -> Sequence[Tensor]:
        same_type(self.x, self.label)
        if self.pos_weight is not None and self.pos_weight.type != self.x.type:
            raise TypeRuleError(f"pos_weight is {self.pos_weight.type}, not {self.x.type}")
        return [type_of(self.x)]

    def relation(self) -> Relation:
        whole = elementwise([shape_of(o) for o in self.operands], shape_of(self.x))
        marks = dict.fromkeys(letters(rank_of(self.x)), Mark.WHOLE) if py(self.normalize) else {}
        return Relation(whole.operands, whole.results, marks)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        x, label = self.x, self.label
        size, below = b.maximum(x, b.sub(0, x)), b.maximum(b.sub(0, x), 0)
        tail = b.add(b.log1p(b.exp(b.sub(0, size))), below)
        if self.pos_weight is not None:
            tail = b.mul(tail, self.pos_weight)
        counted = b.not_equal(label, py(self.ignore_index))
        kept = b.not_equal(b.cast(label, i32), py(self.ignore_index))
        loss = b.where(kept, b.add(b.mul(b.sub(1, label), x), tail), 0)
        if not py(self.normalize):
            return [loss]
        count = b.sum(b.cast(counted, dtype_of(x)), list(range(rank_of(x))))
        return [b.div(loss, count)] if size_of(x) else [loss]
