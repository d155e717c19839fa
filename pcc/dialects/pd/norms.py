"""Norms of vectors, and what scales tensors to a norm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, TensorType
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

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
    size_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.math import PowOp
from pcc.dialects.pd.reduction import Reduction
from pcc.dialects.pd.rounding import AbsOp, SignOp
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


def _norm(p: float, *specs: Any, **options: Any) -> Any:
    return sample(lambda paddle, x: paddle.norm(x, p, **options), *specs, tolerance=1e-5)


class Norm(Reduction):
    """(sum |x|^p)^(1/p); p = 0 counts what is not zero, p = inf is the largest |x|, p = -inf the smallest."""

    def power(self) -> float:
        raise NotImplementedError

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(inf if self.power() == -inf else 0.0, compute_type(dtype_of(self.x)))]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        (x,), p = super().term(k, index, reduced), self.power()
        if p == 2:
            return [k.mul(x, x)]
        if p == 0:
            return [k.cast(k.compare("ne", x, 0), dtype_of(self.x))]
        return [k.abs(x) if abs(p) in (1, inf) and p != -1 else k.math("powf", k.abs(x), p)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        p = self.power()
        return [k.max(a[0], b[0]) if p == inf else k.min(a[0], b[0]) if p == -inf else k.add(a[0], b[0])]

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        (total,), p = accumulators, self.power()
        if p == 2:
            return [k.math("sqrt", total)]
        return [total if p in (0, 1, inf, -inf) else k.math("powf", total, 1 / p)]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """out^(1 - p) sum(|x|^(p - 1) sign(x) t), zero where out is; for an extremum, the mean of those that are it."""
        (t,), p, axes, keep = tangents, self.power(), self.axes(), self.keeps()
        assert t is not None
        if p == 0:
            return [None]
        size, signed = b.op(AbsOp, self.x), b.mul(t, b.op(SignOp, self.x))
        if abs(p) == inf:
            return [self.mean_where(b, size, signed)]
        if p == 1:
            return [b.sum(signed, axes, keep)]
        moved = b.sum(b.mul(t, self.x) if p == 2 else b.mul(signed, b.op(PowOp, size, y=p - 1)), axes, keep)
        none = b.equal(self.out, 0.0)
        return [b.where(none, 0.0, b.div(moved, b.op(PowOp, b.where(none, 1.0, self.out), y=p - 1)))]


@irdl_op_definition
class PNormOp(Norm):
    """The p-norm along axis, or (asvector) of the whole tensor."""

    name = "pd.p_norm"
    porder = prop_def(base(FloatAttr))
    axis = prop_def(base(IntegerAttr))
    epsilon = prop_def(base(FloatAttr))
    keepdim = prop_def(base(IntegerAttr))
    asvector = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        _norm(2, (3, 70), axis=-1),
        _norm(2, (5, 33), axis=0, keepdim=True),
        _norm(2, (3, 4, 5)),
        _norm(1, (3, 70), axis=1),
        _norm(3, (3, 70), axis=1),
        _norm(0.5, Spec((3, 7), low=0.5), axis=1),
        _norm(0, (3, 33), axis=1),
        sample(lambda paddle, x: paddle.nn.functional.normalize(x), (3, 70), tolerance=1e-5),
        sample(lambda paddle, x: paddle._C_ops.p_norm(x, float("inf"), 1, 1e-12, False, False), (3, 5, 16)),
        sample(lambda paddle, x: paddle._C_ops.p_norm(x, -float("inf"), 1, 1e-12, True, False), (3, 5)),
        sample(
            lambda paddle, x: paddle._C_ops.p_norm(x, -1.0, -1, 1e-12, True, True),
            Spec((3, 5), low=0.5),
            tolerance=1e-5,
        ),
    )

    ALONE: ClassVar = True

    def power(self) -> float:
        return py(self.porder)

    def over(self, axes: Sequence[int]) -> Mapping[str, Attribute]:
        return {"axis": attribute_of(axes[0]), "asvector": attribute_of(False)}

    def axes(self) -> tuple[int, ...]:
        rank = rank_of(self.x)
        return tuple(range(rank)) if py(self.asvector) or not rank else (normalize_axis(py(self.axis), rank),)

    def keeps(self) -> bool:
        return bool(py(self.keepdim))


@irdl_op_definition
class FrobeniusNormOp(Norm):
    """The 2-norm over axis."""

    name = "pd.frobenius_norm"
    axis = prop_def(base(DenseArrayBase))
    keep_dim = prop_def(base(IntegerAttr))
    reduce_all = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.linalg.norm(x, "fro", axis=[1, 2]), (2, 5, 33), tolerance=1e-5),
        sample(lambda paddle, x: paddle.linalg.norm(x, "fro", axis=[0, 1], keepdim=True), (2, 5, 33), tolerance=1e-5),
        sample(lambda paddle, x: paddle._C_ops.frobenius_norm(x, [], True, True), (2, 5, 3), tolerance=1e-5),
    )

    def power(self) -> float:
        return 2.0

    def over(self, axes: Sequence[int]) -> Mapping[str, Attribute]:
        return {"axis": attribute_of(list(axes)), "reduce_all": attribute_of(False)}

    def axes(self) -> tuple[int, ...]:
        return self.chosen(() if py(self.reduce_all) else py(self.axis))

    def keeps(self) -> bool:
        return bool(py(self.keep_dim))


@irdl_op_definition
class L1NormOp(Norm):
    """The sum of |x|."""

    name = "pd.l1_norm"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle._C_ops.l1_norm(x), (5, 33), tolerance=1e-5, reference=lambda x: abs(x).sum()),
    )

    def power(self) -> float:
        return 1.0

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        flat = b.op(AbsOp, b.reshape(operands[0], [size, size_of(self.x)]))
        return [b.sum(flat, [1])]


@irdl_op_definition
class SquaredL2NormOp(PdOp):
    """The sum of squares of x, as a vector of one element."""

    name = "pd.squared_l2_norm"
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle._C_ops.squared_l2_norm(x), (5, 33), tolerance=1e-5),)

    def infer(self) -> Sequence[Tensor]:
        return [tensor([1], dtype_of(self.x))]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        return Relation((tuple((n,) for n in names),), (((),),), dict.fromkeys(names, Mark.SUMMED))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.reshape(b.sum(b.mul(self.x, self.x), []), [1])]


@irdl_op_definition
class ClipByNormOp(PdOp):
    """x, scaled to the 2-norm max_norm if its norm is larger."""

    name = "pd.clip_by_norm"
    x = operand_def(base(TensorType))
    max_norm = prop_def(base(FloatAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        *(
            sample(
                lambda paddle, x, most=most: paddle._C_ops.clip_by_norm(x, most),
                shape,
                tolerance=1e-5,
                reference=lambda x, most=most: x * (most / max((x * x).sum() ** 0.5, most)),
            )
            for most, shape in ((1.0, (5, 33)), (100.0, (5, 3)))
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        return [type_of(self.x)]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        return Relation((dims,), (dims,), dict.fromkeys(names, Mark.WHOLE))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        norm, limit = b.sqrt(b.sum(b.mul(self.x, self.x), [])), py(self.max_norm)
        return [b.mul(self.x, b.where(b.greater(norm, limit), b.div(limit, norm), 1.0))]


@irdl_op_definition
class RenormOp(PdOp):
    """Every slice along axis whose p-norm is over max_norm, scaled down to it."""

    name = "pd.renorm"
    x = operand_def(base(TensorType))
    p = prop_def(base(FloatAttr))
    axis = prop_def(base(IntegerAttr))
    max_norm = prop_def(base(FloatAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.renorm(x, 2.0, 0, 1.0), (3, 5, 33), tolerance=1e-5),
        sample(lambda paddle, x: paddle.renorm(x, 1.0, -1, 3.0), (3, 5, 4), tolerance=1e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        normalize_axis(py(self.axis), rank_of(self.x))
        return [type_of(self.x)]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        kept = normalize_axis(py(self.axis), len(names))
        return Relation((dims,), (dims,), {n: Mark.WHOLE for d, n in enumerate(names) if d != kept})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        shape, limit = shape_of(self.x), py(self.max_norm)
        axis = normalize_axis(py(self.axis), len(shape))
        order = [axis, *(d for d in range(len(shape)) if d != axis)]
        rows = b.reshape(b.transpose(self.x, order), [shape[axis], prod(shape) // max(shape[axis], 1)])
        options = {"porder": py(self.p), "axis": 1, "epsilon": 0.0, "keepdim": False, "asvector": False}
        norm = b.op(PNormOp, rows, **options)
        factor = b.where(b.greater(norm, limit), b.div(limit, norm), 1.0)
        return [b.mul(self.x, b.reshape(factor, [shape[axis] if d == axis else 1 for d in range(len(shape))]))]
