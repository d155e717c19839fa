"""Losses of class scores: softmax cross entropy and negative log likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import IntegerAttr, StringAttr, TensorType, i32, i64
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
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.detach import DetachOp
from pcc.dialects.relation import Mark, Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def integer_labels(label: SSAValue) -> None:
    """Raise TypeRuleError unless labels are class numbers."""
    if dtype_of(label) not in (i32, i64):
        raise TypeRuleError(f"labels are int32 or int64, not {dtype_of(label)}")


def pick(b: Builder, scores: SSAValue, label: SSAValue, axis: int) -> SSAValue:
    """The score of the label along axis, which has extent one in label."""
    from pcc.dialects.pd.indexing import TakeAlongAxisOp

    return b.op(TakeAlongAxisOp, scores, label, axis=axis)


def _cross_entropy(shape: tuple[int, ...], axis: int = -1, **options: Any) -> Sample:
    """A sample with class numbers, classes along `axis`."""
    axis %= len(shape)
    labels = Spec(shape[:axis] + shape[axis + 1 :], "int64", 0, shape[axis] - 1)
    call = lambda paddle, x, y: paddle.nn.functional.cross_entropy(x, y, axis=axis, reduction="none", **options)  # noqa: E731
    return sample(call, Spec(shape), labels, tolerance=1e-5)


@irdl_op_definition
class CrossEntropyWithSoftmaxOp(PdOp):
    """softmax = that of input along axis; loss = -log(softmax[label]), or -sum(label log(softmax)) if soft_label.

    Without use_softmax, input is taken for the softmax. A label that is ignore_index costs nothing.
    """

    name = "pd.cross_entropy_with_softmax"
    input = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    soft_label = prop_def(base(IntegerAttr))
    use_softmax = prop_def(base(IntegerAttr))
    ignore_index = prop_def(base(IntegerAttr))
    axis = prop_def(base(IntegerAttr))
    softmax = result_def(base(TensorType))
    loss = result_def(base(TensorType))
    FIXED: ClassVar = ("label",)
    SAMPLES: ClassVar = (
        _cross_entropy((5, 35)),
        _cross_entropy((4, 32), ignore_index=3),
        _cross_entropy((3, 7, 20), axis=1),
        sample(
            lambda paddle, x, y: paddle._C_ops.cross_entropy_with_softmax(x, y, False, True, True, -100, -1),
            *((5, 35), Spec((5, 1), "int32", 0, 34)),
            tolerance=1e-5,
        ),
        sample(
            lambda paddle, x, y: paddle.nn.functional.cross_entropy(x, y, use_softmax=False, reduction="none"),
            *(Spec((5, 9), low=0.1, high=1), Spec((5,), "int64", 0, 8)),
            tolerance=1e-5,
        ),
        sample(
            lambda paddle, x, y: paddle.nn.functional.cross_entropy(x, y, soft_label=True),
            *((5, 35), Spec((5, 35), low=0, high=1)),
            tolerance=1e-5,
        ),
        sample(
            lambda paddle, x, y: paddle._C_ops.cross_entropy_with_softmax(x, y, True, False, True, -100, 0),
            *(Spec((7, 4), low=0.1, high=1), Spec((7, 4), low=0, high=1)),
            tolerance=1e-5,
        ),
        sample(
            lambda paddle, x, y: paddle.nn.functional.cross_entropy(x, y),
            *(Spec((2, 3, 9), "float64"), Spec((2, 3), "int64", 0, 8)),
            tolerance=1e-5,
        ),
    )

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.input))

    def infer(self) -> Sequence[Tensor]:
        shape, dim = list(shape_of(self.input)), self.dim()
        row = [*shape[:dim], 1, *shape[dim + 1 :]]
        if not is_float(dtype_of(self.input)):
            raise TypeRuleError(f"class scores are floats, not {dtype_of(self.input)}")
        if py(self.soft_label):
            if self.label.type != self.input.type:
                raise TypeRuleError(f"soft labels are {self.input.type}, not {self.label.type}")
        else:
            integer_labels(self.label)
            if list(shape_of(self.label)) != row:
                raise TypeRuleError(f"labels of scores {shape} along axis {dim} are {row}, not {shape_of(self.label)}")
        return [type_of(self.input), tensor(row, dtype_of(self.input))]

    def relation(self) -> Relation:
        dim, dims = self.dim(), tuple((n,) for n in letters(rank_of(self.input)))
        row = (*dims[:dim], (), *dims[dim + 1 :])
        return Relation((dims, dims if py(self.soft_label) else row), (dims, row), {dims[dim][0]: Mark.WHOLE})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        axis = [self.dim()]
        if not py(self.use_softmax):
            return [self.input, self._loss(b, lambda x: b.maximum(b.log(x), -1e20), self.input)]
        centered = b.sub(self.input, b.op(DetachOp, b.max(self.input, axis, keepdim=True)))  # it does not matter
        e = b.exp(centered)
        total = b.sum(e, axis, keepdim=True)
        logarithm = b.log(total)
        return [b.div(e, total), self._loss(b, lambda x: b.sub(x, logarithm), centered)]

    def _loss(self, b: Builder, log_softmax: Any, scores: SSAValue) -> SSAValue:
        """The loss from scores of which `log_softmax` makes log probabilities, before or after picking."""
        axis = self.dim()
        if py(self.soft_label):
            return b.sub(0, b.sum(b.mul(self.label, log_softmax(scores)), [axis], keepdim=True))
        loss = b.sub(0, log_softmax(pick(b, scores, self.label, axis)))
        return b.where(b.equal(self.label, py(self.ignore_index)), b.full([], 0, dtype_of(loss)), loss)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Of the loss for labels by number: the mean tangent by the softmax, less that of the label."""
        (t, _), axis = tangents, self.dim()
        if not py(self.use_softmax) or py(self.soft_label) or t is None:
            return NotImplemented
        mean = b.sum(b.mul(self.softmax, t), [axis], keepdim=True)
        loss = b.sub(mean, pick(b, t, self.label, axis))
        ignored = b.equal(self.label, py(self.ignore_index))
        return [b.mul(self.softmax, b.sub(t, mean)), b.where(ignored, 0.0, loss)]


def _nll(shape: tuple[int, ...], weighted: bool = False, **options: Any) -> Sample:
    labels = Spec((shape[0], *shape[2:]), "int64", 0, shape[1] - 1)
    weights = [Spec((shape[1],), low=0.5, high=2)] if weighted else []
    call = lambda paddle, x, y, w=None: paddle.nn.functional.nll_loss(x, y, w, **options)  # noqa: E731
    return sample(call, Spec(shape), labels, *weights, tolerance=1e-5)


@irdl_op_definition
class NllLossOp(PdOp):
    """loss = -weight[label] input[n, label, ...], 0 where label is ignore_index.

    reduction: none; sum; mean, the sum over that of the weights (0 if that is 0), which total_weight gives (0 if none).
    """

    name = "pd.nll_loss"
    input = operand_def(base(TensorType))
    label = operand_def(base(TensorType))
    weight = opt_operand_def(base(TensorType))
    ignore_index = prop_def(base(IntegerAttr))
    reduction = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    total_weight = result_def(base(TensorType))
    FIXED: ClassVar = ("weight",)
    # Paddle 3.3 writes beyond its result where labels are ignored and the loss is reduced: no sample may do that.
    SAMPLES: ClassVar = (
        _nll((9, 5)),
        _nll((33, 5), True),
        _nll((9, 5), True, reduction="sum"),
        _nll((9, 5), True, reduction="none", ignore_index=2),
        _nll((2, 4, 3, 5), reduction="none", ignore_index=1),
        _nll((2, 4, 3, 5), True),
    )

    def infer(self) -> Sequence[Tensor]:
        shape, dtype = shape_of(self.input), dtype_of(self.input)
        integer_labels(self.label)
        if len(shape) < 2 or shape_of(self.label) != (shape[0], *shape[2:]):
            raise TypeRuleError(f"labels {shape_of(self.label)} do not fit scores {shape}")
        if self.weight is not None and (size_of(self.weight), dtype_of(self.weight)) != (shape[1], dtype):
            raise TypeRuleError(f"weights are {tensor([shape[1]], dtype)}, not {self.weight.type}")
        whole = py(self.reduction) == "none"
        return [tensor(shape_of(self.label) if whole else [], dtype), tensor([], dtype)]

    def relation(self) -> Relation:
        dims = tuple((n,) for n in letters(rank_of(self.input)))
        row = (dims[0], *dims[2:])
        weight = ((dims[1],),) if self.weight is not None else ()
        marks = {dims[1][0]: Mark.GATHERED}
        if py(self.reduction) == "none":
            return Relation((dims, row, *weight), (row, ()), marks)
        return Relation((dims, row, *weight), ((), ()), marks | {n: Mark.SUMMED for (n,) in row})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        dtype, label, shape = dtype_of(self.input), self.label, list(shape_of(self.label))
        column = b.reshape(label, [shape[0], 1, *shape[1:]])
        picked = b.reshape(pick(b, self.input, column, 1), shape)
        weights = b.full(shape, 1, dtype)
        if self.weight is not None:
            weights = b.reshape(pick(b, self.weight, b.reshape(label, [size_of(label)]), 0), shape)
        weights = b.where(b.equal(label, py(self.ignore_index)), b.full([], 0, dtype), weights)
        loss = b.sub(0, b.mul(picked, weights))
        if py(self.reduction) == "none":
            return [loss, b.full([], 0, dtype)]
        axes = list(range(len(shape)))
        total, weight = b.sum(loss, axes), b.sum(weights, axes)
        if py(self.reduction) == "sum":
            return [total, weight]
        some = b.not_equal(weight, 0)
        return [b.where(some, b.div(total, weight), 0), weight]
