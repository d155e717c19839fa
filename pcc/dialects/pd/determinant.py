"""Determinants of matrices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import TensorType, i32
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, result_def

from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    dtype_of,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.creation import ArangeOp
from pcc.dialects.pd.factorization import LuOp
from pcc.dialects.pd.joining import StackOp
from pcc.dialects.pd.matrices import MatrixOp, diagonal_of, turned
from pcc.dialects.pd.reduction import ProdOp
from pcc.dialects.pd.rounding import AbsOp, SignOp
from pcc.dialects.pd.solving import InverseOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


LARGER = Spec((3, 17, 17), low=-1, high=1)


def _of(name: str, shape: tuple[int, ...], dtype: str = "float32") -> Sample:
    return sample(lambda paddle, x: getattr(paddle.linalg, name)(x), Spec(shape, dtype), tolerance=5e-5)


def _factors(b: Builder, x: SSAValue) -> tuple[SSAValue, SSAValue]:
    """The diagonal of U, and the sign of the swaps, of an LU factorization."""
    factors, pivots, _ = b.ops(LuOp, x, pivot=True).results
    size, dtype = shape_of(x)[-1], dtype_of(x)
    places = b.op(ArangeOp, start=1, end=size + 1, step=1, dtype=i32)
    signs = b.sub(1.0, b.mul(b.cast(b.not_equal(pivots, places), dtype), 2.0))
    return diagonal_of(b, factors), _last_product(b, signs)


def _last_product(b: Builder, x: SSAValue) -> SSAValue:
    return b.op(ProdOp, x, axis=[rank_of(x) - 1], keepdim=False, reduce_all=False)


def _logarithmic(b: Builder, x: SSAValue, t: SSAValue) -> SSAValue:
    """The tangent of log |det x|: the trace of x^-1 dx."""
    rank = rank_of(x)
    return b.sum(b.mul(turned(b, b.op(InverseOp, x)), t), [rank - 2, rank - 1])


@irdl_op_definition
class DetOp(MatrixOp):
    """The determinant."""

    name = "pd.det"
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    CORE: ClassVar = ((2,), (0,))
    SAMPLES: ClassVar = (
        _of("det", (5, 5)),
        _of("det", (2, 3, 4, 4), "float64"),
        _of("det", (1, 1)),
        sample(lambda paddle, x: paddle.linalg.det(x + paddle.eye(17)), LARGER, tolerance=5e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        self.square(self.x)
        return [self.of()]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        diagonal, sign = _factors(b, self.x)
        return [b.mul(sign, _last_product(b, diagonal))]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """out trace(x^-1 dx)"""
        (t,) = tangents
        return [None if t is None else b.mul(self.out, _logarithmic(b, self.x, t))]


@irdl_op_definition
class SlogdetOp(MatrixOp):
    """Along a first axis of two, the sign of the determinant and the logarithm of its size."""

    name = "pd.slogdet"
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _of("slogdet", (5, 5)),
        _of("slogdet", (2, 3, 4, 4), "float64"),
        sample(lambda paddle, x: paddle.linalg.slogdet(x + paddle.eye(17))[1], LARGER, tolerance=5e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        self.square(self.x)
        return [tensor([2, *self.lead()], dtype_of(self.x))]

    def relation(self) -> None:
        return None

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        diagonal, sign = _factors(b, self.x)
        size = b.sum(b.log(b.op(AbsOp, diagonal)), [rank_of(diagonal) - 1])
        return [b.op(StackOp, [b.mul(sign, _last_product(b, b.op(SignOp, diagonal))), size], axis=0)]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        (made,) = super().batch(b, operands, batched, size)
        return [b.transpose(made, [1, 0, *range(2, rank_of(made))])]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        (t,) = tangents
        if t is None:
            return [None]
        moved = _logarithmic(b, self.x, t)
        return [b.op(StackOp, [b.full(shape_of(moved), 0.0, dtype_of(moved)), moved], axis=0)]
