"""Normalizations: composites of reductions and arithmetic, kept whole until a pass expands them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import (
    AttrSizedOperandSegments,
    base,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    prop_def,
    result_def,
)

from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tangent,
    Tensor,
    attribute_of,
    dtype_of,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.batching import later_by_one
from pcc.dialects.pd.linear import again
from pcc.dialects.pd.reduction import reductions
from pcc.dialects.relation import Mark, Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


class AlongAxis(PdOp):
    """An op that needs all of x along one axis and keeps its shape."""

    x = operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axis",)

    def infer(self) -> Sequence[Tensor]:
        normalize_axis(py(self.axis), rank_of(self.x))
        return [type_of(self.x)]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        whole = {names[normalize_axis(py(self.axis), len(names))]: Mark.WHOLE} if names else {}
        return Relation((dims,), (dims,), whole)


@irdl_op_definition
class SoftmaxOp(AlongAxis):
    """exp(x - max) / sum(exp(x - max)) along axis."""

    name = "pd.softmax"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.softmax(x), (5, 70)),
        sample(lambda paddle, x: paddle.nn.functional.softmax(x, axis=1), (3, 7, 20)),
        sample(lambda paddle, x: paddle.nn.functional.softmax(x, axis=0), (9,)),
    )

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        axis = [py(self.axis)]
        e = b.exp(b.sub(self.x, b.max(self.x, axis, keepdim=True)))
        return [b.mul(e, b.reciprocal(b.sum(e, axis, keepdim=True)))]  # the sum is at least 1

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """out (t - sum(out t)): the maximum that is taken out does not matter."""
        (t,) = tangents
        assert t is not None
        weighted = b.mul(self.out, t)
        return [b.sub(weighted, b.mul(self.out, b.sum(weighted, [py(self.axis)], keepdim=True)))]


@irdl_op_definition
class LogSoftmaxOp(AlongAxis):
    """x - max - log(sum(exp(x - max))) along axis."""

    name = "pd.log_softmax"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.log_softmax(x), (5, 70), tolerance=4e-6),
        sample(lambda paddle, x: paddle.nn.functional.log_softmax(x, axis=1), (3, 7, 20), tolerance=4e-6),
        sample(lambda paddle, x: paddle.nn.functional.log_softmax(x, axis=0), Spec((9,), "float64")),
    )

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        axis = [py(self.axis)]
        centered = b.sub(self.x, b.max(self.x, axis, keepdim=True))
        return [b.sub(centered, b.log(b.sum(b.exp(centered), axis, keepdim=True)))]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """t - sum(exp(out) t)"""
        (t,) = tangents
        assert t is not None
        return [b.sub(t, b.sum(b.mul(b.exp(self.out), t), [py(self.axis)], keepdim=True))]


@irdl_op_definition
class LogsumexpOp(PdOp):
    """log(sum(exp(x))) over axis, with the maximum taken out."""

    name = "pd.logsumexp"
    x = operand_def(base(TensorType))
    axis = prop_def(base(DenseArrayBase))
    keepdim = prop_def(base(IntegerAttr))
    reduce_all = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = reductions("logsumexp", low=-20, high=20)

    def axes(self) -> list[int]:
        rank = rank_of(self.x)
        chosen = () if py(self.reduce_all) else py(self.axis)
        return sorted({normalize_axis(int(a), rank) for a in chosen or range(rank)})

    def infer(self) -> Sequence[Tensor]:
        axes, keep = self.axes(), py(self.keepdim)
        shape = [1 if d in axes else e for d, e in enumerate(shape_of(self.x)) if keep or d not in axes]
        return [tensor(shape, dtype_of(self.x))]

    def relation(self) -> Relation:
        axes, names = self.axes(), letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        result = tuple(() if d in axes else dim for d, dim in enumerate(dims) if py(self.keepdim) or d not in axes)
        return Relation((dims,), (result,), {names[d]: Mark.WHOLE for d in axes})

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        axes = [axis + 1 for axis in self.axes()] or [1]
        x = operands[0] if rank_of(self.x) else b.reshape(operands[0], [size, 1])
        properties = {**self.properties, "axis": attribute_of(axes), "reduce_all": attribute_of(False)}
        return [b.reshape(again(self, b, [x], properties)[0], (size, *shape_of(self.out)))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        axes = self.axes()
        largest = b.max(self.x, axes, keepdim=True)
        total = b.sum(b.exp(b.sub(self.x, largest)), axes, keepdim=True)
        return [b.reshape(b.add(b.log(total), largest), shape_of(self.out))]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """sum(exp(x - out) t)"""
        (t,), axes = tangents, self.axes()
        assert t is not None
        kept = [1 if d in axes else e for d, e in enumerate(shape_of(self.x))]
        weights = b.exp(b.sub(self.x, b.reshape(self.out, kept)))
        return [b.reshape(b.sum(b.mul(weights, t), axes), shape_of(self.out))]


@irdl_op_definition
class LayerNormOp(PdOp):
    """(x - mean) * rsqrt(variance + epsilon) * scale + bias over the axes from begin_norm_axis on.

    Also gives mean and variance of every row.
    """

    name = "pd.layer_norm"
    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    x = operand_def(base(TensorType))
    scale = opt_operand_def(base(TensorType))
    bias = opt_operand_def(base(TensorType))
    epsilon = prop_def(base(FloatAttr))
    begin_norm_axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    mean = result_def(base(TensorType))
    variance = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(
            lambda paddle, x, w, b: paddle.nn.functional.layer_norm(x, 40, w, b),
            (3, 5, 40),
            (40,),
            (40,),
            tolerance=2e-5,
        ),
        sample(lambda paddle, x: paddle.nn.functional.layer_norm(x, [5, 8]), (3, 5, 8), tolerance=2e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        rows = tensor(shape_of(self.x)[: py(self.begin_norm_axis)], dtype_of(self.x))
        return [type_of(self.x), rows, rows]

    def relation(self) -> Relation:
        start, names = py(self.begin_norm_axis), letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        side = tuple((("_",),) for o in (self.scale, self.bias) if o is not None)
        return Relation((dims, *side), (dims, dims[:start], dims[:start]), dict.fromkeys(names[start:], Mark.WHOLE))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        if any(batched[1:]):
            return NotImplemented
        return again(self, b, operands, {**self.properties, "begin_norm_axis": later_by_one(self.begin_norm_axis)})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        start, shape = py(self.begin_norm_axis), shape_of(self.x)
        axes = list(range(start, len(shape)))
        mean = b.mean(self.x, axes, keepdim=True)
        centered = b.sub(self.x, mean)
        variance = b.mean(b.mul(centered, centered), axes, keepdim=True)
        out = b.mul(centered, b.rsqrt(b.add(variance, py(self.epsilon))))
        if self.scale is not None:
            out = b.mul(out, b.reshape(self.scale, shape[start:]))
        if self.bias is not None:
            out = b.add(out, b.reshape(self.bias, shape[start:]))
        rows = shape[:start]
        return [out, b.reshape(mean, rows), b.reshape(variance, rows)]
