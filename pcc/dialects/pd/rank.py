"""Numerical ranks of matrices, and least squares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, StringAttr, TensorType, f32, i32, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.elementwise import same_dtype
from pcc.dialects.pd.factorization import QrOp
from pcc.dialects.pd.linear import Flat
from pcc.dialects.pd.matrices import MatrixOp, as_columns, product, turned
from pcc.dialects.pd.pseudo_inverse import AS_ZERO, PseudoInverseOp
from pcc.dialects.pd.rounding import AbsOp
from pcc.dialects.pd.spectral import EigvalshOp, SvdvalsOp
from pcc.dialects.pd.triangular import solved

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


# ---- ranks
def _low(shape: tuple[int, ...], call: Any, dtype: str = "float32") -> Sample:
    """Of products of matrices of two columns."""

    def whole(paddle: Any, x: Any) -> Any:
        return call(paddle.linalg, paddle.matmul(x, x, transpose_y=True))

    return sample(whole, Spec((*shape, 2), dtype))


class Ranks(MatrixOp, Flat):
    """How many singular values (of a symmetric x: sizes of eigenvalues) are above a limit."""

    hermitian = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        same_dtype(*self.operands)
        self.square(self.operands[0]) if py(self.hermitian) else self.matrix(self.operands[0])
        return [self.of(dtype=i64)]

    def limit(self, b: Builder, largest: SSAValue) -> SSAValue:
        raise NotImplementedError

    def relative(self) -> float:
        """The usual limit, relative to the largest value."""
        return max(self.matrix(self.operands[0])) * (2.0**-23 if dtype_of(self.operands[0]) == f32 else 2.0**-52)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        if not min(self.matrix(self.operands[0])):
            return [b.full(self.lead(), 0, i64)]
        if py(self.hermitian):
            values = b.op(AbsOp, b.ops(EigvalshOp, self.operands[0], uplo="L").results[0])
        else:
            values = b.op(SvdvalsOp, self.operands[0])
        axis = rank_of(values) - 1
        limit = self.limit(b, b.max(values, [axis]))
        above = b.greater(values, as_columns(b, limit) if rank_of(limit) else limit)
        return [b.sum(b.cast(above, i64), [rank_of(above) - 1])]


@irdl_op_definition
class MatrixRankOp(Ranks):
    """The rank with the limit tol, or the usual one."""

    name = "pd.matrix_rank"
    x = operand_def(base(TensorType))
    tol = prop_def(base(FloatAttr))
    use_default_tol = prop_def(base(IntegerAttr))
    CORE: ClassVar = ((2,), (0,))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.linalg.matrix_rank(x), (3, 5)),
        _low((2, 5), lambda linalg, x: linalg.matrix_rank(x, 0.001)),
        _low((4,), lambda linalg, x: linalg.matrix_rank(x, hermitian=True), "float64"),
    )

    def limit(self, b: Builder, largest: SSAValue) -> SSAValue:
        if py(self.use_default_tol):
            return b.mul(largest, self.relative())
        return b.full([], py(self.tol), dtype_of(largest))


@irdl_op_definition
class MatrixRankTolOp(Ranks):
    """The rank with a limit for each matrix."""

    name = "pd.matrix_rank_tol"
    x = operand_def(base(TensorType))
    atol_tensor = operand_def(base(TensorType))
    use_default_tol = prop_def(base(IntegerAttr))
    CORE: ClassVar = ((2, 0), (0,))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, t: paddle.linalg.matrix_rank(x, t), (3, 5, 4), Spec((3,), low=0.5, high=3)),
        sample(
            lambda paddle, x, t: paddle.linalg.matrix_rank(x, t, True),
            Spec((2, 4, 4), "float64"),
            Spec((3, 1), "float64", 0.5, 3),
        ),
    )

    def limit(self, b: Builder, largest: SSAValue) -> SSAValue:
        return self.atol_tensor


@irdl_op_definition
class MatrixRankAtolRtolOp(Ranks):
    """The rank with the larger one of two limits for each matrix: atol, and rtol times the largest value."""

    name = "pd.matrix_rank_atol_rtol"
    x = operand_def(base(TensorType))
    atol = operand_def(base(TensorType))
    rtol = opt_operand_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.linalg.matrix_rank(x, atol=1.5), (3, 5, 4)),
        sample(lambda paddle, x: paddle.linalg.matrix_rank(x, rtol=0.5), (3, 5, 4)),
        sample(
            lambda paddle, x, r: paddle.linalg.matrix_rank(x, atol=0.1, rtol=r, hermitian=True),
            Spec((3, 4, 4), "float64"),
            Spec((3,), "float64", 0.1, 0.9),
        ),
        _low((2, 5), lambda linalg, x: linalg.matrix_rank(x, atol=0.0)),
    )

    def core(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return (2, *[0] * (len(self.operands) - 1)), (0,)

    def limit(self, b: Builder, largest: SSAValue) -> SSAValue:
        """Without rtol it is the usual one, but only where atol is zero."""
        if self.rtol is not None:
            return b.maximum(self.atol, b.mul(self.rtol, largest))
        return b.maximum(self.atol, b.where(b.equal(self.atol, 0.0), b.mul(largest, self.relative()), 0.0))


# ---- least squares
def _lstsq(x: tuple[int, ...], y: tuple[int, ...], driver: str, dtype: str = "float32") -> Sample:
    """Without results that have no elements."""

    def call(paddle: Any, x: Any, y: Any) -> Any:
        return [r for r in paddle.linalg.lstsq(x, y, driver=driver) if 0 not in r.shape]

    return sample(call, Spec(x, dtype), Spec(y, dtype), tolerance=1e-4)


@irdl_op_definition
class LstsqOp(MatrixOp):
    """The least x out - y of the least out; its squares, summed; the rank of x; its singular values.

    The driver gels takes x to have full rank, and has neither rank nor singular values.
    """

    name = "pd.lstsq"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    rcond = prop_def(base(FloatAttr))
    driver = prop_def(base(StringAttr))
    solution = result_def(base(TensorType))
    residuals = result_def(base(TensorType))
    rank = result_def(base(TensorType))
    singular_values = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _lstsq((5, 3), (5, 2), "gels"),
        _lstsq((2, 5, 3), (2, 5, 2), "gelsd"),
        _lstsq((2, 3, 5), (2, 3, 1), "gelss", "float64"),
        _lstsq((3, 5), (3, 2), "gels"),
        _lstsq((4, 4), (4, 2), "gelsy", "float64"),
    )
    CORE: ClassVar = ((2, 2), (2, 1, 0, 1))

    def has_residuals(self) -> bool:
        rows, columns = self.matrix(self.x)
        return rows > columns and py(self.driver) != "gelsy"

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        (rows, columns), (height, width) = self.matrix(self.x), self.matrix(self.y)
        if rows != height or shape_of(self.x)[:-2] != shape_of(self.y)[:-2]:
            raise TypeRuleError(f"lstsq of {type_of(self.x)} and {type_of(self.y)}")
        if py(self.driver) == "gelsy" and py(self.rcond) > AS_ZERO[self.suffix()]:
            raise TypeRuleError("lstsq that drops columns, not singular values: use the driver gelsd")
        residuals = self.of(width) if self.has_residuals() else tensor([0], dtype_of(self.x))
        return [self.of(columns, width), residuals, self.of(dtype=i32), self.of(min(rows, columns))]

    def relation(self) -> None:
        return None

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return NotImplemented

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        solution = self._of_full_rank(b) if py(self.driver) == "gels" else self._of_any_rank(b)
        residuals = b.full([0], 0.0, dtype_of(self.x))
        if self.has_residuals():
            residuals = b.sum(b.square(b.sub(product(b, self.x, solution), self.y)), [rank_of(self.y) - 2])
        values = b.op(SvdvalsOp, self.x)
        axis = rank_of(values) - 1
        above = b.greater(values, b.mul(b.max(values, [axis], keepdim=True), py(self.rcond)))
        rank = b.sum(b.cast(above, i64), [axis])
        return [solution, residuals, b.cast(rank, i32), values]

    def _of_any_rank(self, b: Builder) -> SSAValue:
        return product(b, b.op(PseudoInverseOp, self.x, rcond=py(self.rcond), hermitian=False), self.y)

    def _of_full_rank(self, b: Builder) -> SSAValue:
        rows, columns = self.matrix(self.x)
        q, r = b.ops(QrOp, self.x if rows >= columns else turned(b, self.x), mode="reduced").results
        if rows >= columns:
            return solved(b, r, product(b, turned(b, q), self.y), upper=True)
        return product(b, q, solved(b, r, self.y, upper=True, transpose=True))
