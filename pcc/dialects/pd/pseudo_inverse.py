"""Pseudo-inverses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import Sample, Spec, Tangent, Tensor, py, rank_of, sample
from pcc.dialects.pd.matrices import MatrixOp, as_rows, product, symmetric, turned
from pcc.dialects.pd.rounding import AbsOp
from pcc.dialects.pd.spectral import EighOp, SvdOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

AS_ZERO = {"f32": 1e-4, "f64": 1e-12}  # singular values, relative to the largest


def _pinv(shape: tuple[int, ...], dtype: str = "float32", **options: Any) -> Sample:
    return sample(lambda paddle, x: paddle.linalg.pinv(x, **options), Spec(shape, dtype), tolerance=5e-5)


def _of_symmetric(paddle: Any, x: Any) -> Any:
    return paddle.linalg.pinv(x + paddle.matrix_transpose(x), 1e-13, hermitian=True)


@irdl_op_definition
class PseudoInverseOp(MatrixOp):
    """The inverse of x where x is not zero; singular values up to rcond times the largest count as zero.

    hermitian: x is symmetric; its lower triangle is read.
    """

    name = "pd.pseudo_inverse"
    x = operand_def(base(TensorType))
    rcond = prop_def(base(FloatAttr))
    hermitian = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _pinv((5, 3)),
        _pinv((2, 3, 5), "float64"),
        _pinv((4, 4), rcond=0.5),
        sample(_of_symmetric, Spec((2, 4, 4), "float64"), tolerance=5e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        rows, columns = self.matrix(self.x)
        if py(self.hermitian):
            self.square(self.x)
        return [self.of(columns, rows)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        if py(self.hermitian):
            values, left = b.ops(EighOp, self.x, UPLO="L").results
            size, right = b.op(AbsOp, values), left
        else:
            left, values, vh = b.ops(SvdOp, self.x, full_matrices=False).results
            size, right = values, turned(b, vh)
        above = b.greater(size, b.mul(b.max(size, [rank_of(size) - 1], keepdim=True), py(self.rcond)))
        inverse = b.where(above, b.div(1.0, b.where(above, values, 1.0)), 0.0)
        return [product(b, b.mul(right, as_rows(b, inverse)), turned(b, left))]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """-A dx A + A A' dx' (I - x A) + (I - A x) dx' A' A, at constant rank (Golub and Pereyra 1973).

        That of singular values that are dropped, but not for being as good as zero, is in their vectors.
        """
        (t,), x, made = tangents, self.x, self.out
        if t is None or py(self.rcond) > AS_ZERO[self.suffix()]:
            return NotImplemented
        if py(self.hermitian):
            x, t = symmetric(b, x), symmetric(b, t)
        left = product(b, made, turned(b, made), turned(b, t))
        right = product(b, turned(b, t), turned(b, made), made)
        beside = b.sub(left, product(b, left, x, made))
        before = b.sub(right, product(b, made, x, right))
        return [b.sub(b.add(beside, before), product(b, made, t, made))]
