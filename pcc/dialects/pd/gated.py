"""Activations with parameters, gates or several inputs: prelu, rrelu, maxout, swiglu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

import numpy as np
from xdsl.dialects.builtin import FloatAttr, IntegerAttr, StringAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def

from pcc.dialects.pd.activation import SigmoidOp
from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.elementwise import same_dtype, total
from pcc.dialects.relation import Dim, Mark, Relation, elementwise, letters
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class PreluOp(PdOp):
    """out = x above zero, else alpha x, with one alpha for all, per channel, or per element of a sample."""

    name = "pd.prelu"
    x = operand_def(base(TensorType))
    alpha = operand_def(base(TensorType))
    data_format = prop_def(base(StringAttr))
    mode = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, a: paddle.nn.functional.prelu(x, a), (3, 35), (1,)),
        sample(lambda paddle, x, a: paddle.nn.functional.prelu(x, a), (2, 5, 4, 3), (5,)),
        sample(lambda paddle, x, a: paddle.nn.functional.prelu(x, a), (3, 35), (35,)),
        sample(lambda paddle, x, a: paddle.nn.functional.prelu(x, a, "NHWC"), (2, 4, 3, 16), (16,)),
        sample(lambda paddle, x, a: paddle._C_ops.prelu(x, a, "NCHW", "element"), (2, 3, 5), (1, 3, 5)),
        sample(lambda paddle, x, a: paddle.nn.functional.prelu(x, a), Spec((3, 7), "float64"), Spec((7,), "float64")),
    )

    def alpha_shape(self) -> list[int]:
        """The shape in which alpha broadcasts against x."""
        shape = list(shape_of(self.x))
        mode, last = py(self.mode), not py(self.data_format).startswith("NC")
        if mode == "all":
            return [1] * len(shape)
        if mode == "element":
            return [1, *shape[1:]]
        channel = len(shape) - 1 if last else 1
        return [e if d == channel else 1 for d, e in enumerate(shape)]

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.alpha)
        wanted = 1
        for extent in self.alpha_shape():
            wanted *= extent
        if size_of(self.alpha) != wanted:
            raise TypeRuleError(f"prelu on {shape_of(self.x)} takes {wanted} alphas in mode {py(self.mode)}")
        return [type_of(self.x)]

    def relation(self) -> Relation:
        whole = elementwise([shape_of(self.x)], shape_of(self.x))
        return Relation((*whole.operands, self._alpha_dims(whole.results[0])), whole.results)

    def _alpha_dims(self, dims: tuple[Dim, ...]) -> tuple[Dim, ...]:
        """Alpha has x's letters where it has its extents in order, else no rule is given."""
        kept = [dim for dim, e in zip(dims, self.alpha_shape(), strict=True) if e != 1]
        own = iter(kept)
        matched = tuple(next(own, ("_",)) if e != 1 else () for e in shape_of(self.alpha))
        return matched if len(kept) == sum(e != 1 for e in shape_of(self.alpha)) else (("_",),) * rank_of(self.alpha)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        slope = b.reshape(self.alpha, self.alpha_shape())
        return [b.where(b.greater(self.x, 0), self.x, b.mul(self.x, slope))]


@irdl_op_definition
class RreluOp(PdOp):
    """out = x from zero on, else x times the mean of lower and upper; noise is the factor. For inference only."""

    name = "pd.rrelu"
    x = operand_def(base(TensorType))
    lower = prop_def(base(FloatAttr))
    upper = prop_def(base(FloatAttr))
    is_test = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    noise = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.rrelu(x, 0.1, 0.4, training=False), (3, 35)),
        sample(lambda paddle, x: paddle._C_ops.rrelu(x, 0.1, 0.4, True), Spec((3, 35), "float64")),
    )

    def infer(self) -> Sequence[Tensor]:
        if not py(self.is_test):
            raise TypeRuleError("rrelu in training mode draws random slopes")
        return [type_of(self.x), type_of(self.x)]

    def relation(self) -> Relation:
        return elementwise([shape_of(self.x)], shape_of(self.x), results=2)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        slope = float((np.float32(py(self.lower)) + np.float32(py(self.upper))) / 2)  # single precision, as in Paddle
        shape, dtype = shape_of(self.x), dtype_of(self.x)
        noise = b.where(b.greater(b.full([], 0, dtype), self.x), b.full(shape, slope, dtype), b.full(shape, 1, dtype))
        return [b.mul(self.x, noise), noise]


@irdl_op_definition
class MaxoutOp(PdOp):
    """out[c] = the largest of the groups channels x[c groups], ..., x[c groups + groups - 1] along axis."""

    name = "pd.maxout"
    x = operand_def(base(TensorType))
    groups = prop_def(base(IntegerAttr))
    axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.maxout(x, 2, 1), (2, 6, 3, 5)),
        sample(lambda paddle, x: paddle.nn.functional.maxout(x, 4, -1), (2, 3, 3, 16)),
        sample(lambda paddle, x: paddle.nn.functional.maxout(x, 3), Spec((2, 3, 2, 2), "float64")),
    )

    def split(self) -> tuple[int, list[int]]:
        """The axis, and x's shape with it as two: channels of the result, groups."""
        shape, groups = list(shape_of(self.x)), py(self.groups)
        axis = normalize_axis(py(self.axis), len(shape))
        if groups < 1 or shape[axis] % groups:
            raise TypeRuleError(f"{shape[axis]} channels do not divide into groups of {groups}")
        return axis, [*shape[:axis], shape[axis] // groups, groups, *shape[axis + 1 :]]

    def infer(self) -> Sequence[Tensor]:
        axis, shape = self.split()
        return [tensor([*shape[: axis + 1], *shape[axis + 2 :]], dtype_of(self.x))]

    def relation(self) -> Relation:
        axis, names = self.split()[0], letters(rank_of(self.x), skip="g")
        dims = tuple((n,) for n in names)
        return Relation(((*dims[:axis], (names[axis], "g"), *dims[axis + 1 :]),), (dims,), {"g": Mark.SUMMED})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        axis, shape = self.split()
        return [b.max(b.reshape(self.x, shape), [axis + 1])]


@irdl_op_definition
class SwigluOp(PdOp):
    """out = silu(x) y; without y, x and y are the halves of x along its last axis."""

    name = "pd.swiglu"
    x = operand_def(base(TensorType))
    y = opt_operand_def(base(TensorType))
    out = result_def(base(TensorType))
    AXES: ClassVar = ()
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.swiglu(x), (3, 34), tolerance=4e-6),
        sample(lambda paddle, x, y: paddle.nn.functional.swiglu(x, y), (3, 32), (3, 32), tolerance=4e-6),
        sample(lambda paddle, x: paddle.nn.functional.swiglu(x), Spec((2, 3, 8), "float64"), tolerance=4e-6),
    )

    def infer(self) -> Sequence[Tensor]:
        shape = list(shape_of(self.x))
        if self.y is not None:
            if self.y.type != self.x.type:
                raise TypeRuleError(f"swiglu of {self.x.type} and {self.y.type}")
            return [type_of(self.x)]
        if not shape or shape[-1] % 2:
            raise TypeRuleError(f"swiglu halves the last axis of {tuple(shape)}")
        return [tensor([*shape[:-1], shape[-1] // 2], dtype_of(self.x))]

    def relation(self) -> Relation:
        dims: tuple[Dim, ...] = tuple((n,) for n in letters(rank_of(self.x)))
        if self.y is not None:
            return Relation((dims, dims), (dims,))
        return Relation(((*dims[:-1], ("_",)),), ((*dims[:-1], ("_",)),))

    def element(self, k: Scalars[S], index: Index) -> S:
        x = k.read(self.x, index)
        if self.y is not None:
            y = k.read(self.y, index)
        else:
            y = k.read(self.x, [*index[:-1], index[-1] + shape_of(self.out)[-1]])
        return k.mul(k.mul(x, k.math("sigmoid", x)), y)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        if self.y is not None:
            (x, y), (dx, dy) = (self.x, self.y), tangents
        else:
            assert tangents[0] is not None
            axis, half = rank_of(self.x) - 1, shape_of(self.out)[-1]
            halves = lambda v: [b.slice(v, axis, n * half, n * half + half) for n in (0, 1)]  # noqa: E731
            (x, y), (dx, dy) = halves(self.x), halves(tangents[0])
        gate = b.op(SigmoidOp, x)
        slope = b.mul(gate, b.add(b.mul(x, b.sub(1.0, gate)), 1.0))
        return [total(b, [dx and b.mul(dx, b.mul(slope, y)), dy and b.mul(dy, b.mul(x, gate))])]
