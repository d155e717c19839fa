"""Eigenvalues of symmetric matrices, singular values, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import IntegerAttr, StringAttr, TensorType, f32
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def

from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    rank_of,
    sample,
    size_of,
    type_of,
)
from pcc.dialects.pd.factorization import QrOp
from pcc.dialects.pd.jacobi import eigenvectors, singular_vectors
from pcc.dialects.pd.logic import LogicalAndOp, LogicalOrOp
from pcc.dialects.pd.matrices import (
    MatrixOp,
    as_columns,
    as_rows,
    diagonal_of,
    inverse_gaps,
    part,
    product,
    symmetric,
    turned,
)
from pcc.dialects.pd.rounding import AbsOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def _is_any(op: EighOp | SvdOp) -> bool:
    """Whether the elements may be of any size."""
    return op.moderate is None and size_of(op.x) > 0


def _moderate(b: Builder, x: SSAValue) -> tuple[SSAValue, SSAValue]:
    """Matrices over their scales, and these, [..., 1, 1]: one, unless the largest element is very large or small."""
    largest, most = b.max(b.op(AbsOp, x), [-2, -1], keepdim=True), 2.0**40 if dtype_of(x) == f32 else 2.0**300
    large = b.op(LogicalAndOp, b.greater(largest, most), b.greater(inf, largest))
    small = b.op(LogicalAndOp, b.greater(1 / most, largest), b.greater(largest, 0.0))
    scale = b.where(b.op(LogicalOrOp, large, small), largest, 1.0)
    return b.div(x, scale), scale


# ---- symmetric matrices
def _eigh(shape: tuple[int, ...], dtype: str = "float32", **options: Any) -> Sample:
    """Vectors have no sign of their own."""

    def call(paddle: Any, x: Any) -> Any:
        values, vectors = paddle.linalg.eigh(x, **options)
        return values, paddle.abs(vectors)

    return sample(call, Spec(shape, dtype, unique=True), tolerance=2e-5)


@irdl_op_definition
class EighOp(MatrixOp):
    """The eigenvalues, ascending, and eigenvectors in columns, of a symmetric x, of which the triangle UPLO is read.

    `moderate`: squares of the elements neither overflow nor vanish, as a scale has been taken out.
    """

    name = "pd.eigh"
    x = operand_def(base(TensorType))
    UPLO = prop_def(base(StringAttr))
    moderate = opt_prop_def(base(IntegerAttr))
    values = result_def(base(TensorType))
    vectors = result_def(base(TensorType))
    CORE: ClassVar = ((2,), (1, 2))
    SAMPLES: ClassVar = (
        _eigh((3, 3)),
        _eigh((2, 5, 5), UPLO="U"),
        _eigh((2, 1, 9, 9), "float64"),
        _eigh((1, 1)),
        _eigh((4, 2, 2)),
    )

    def infer(self) -> Sequence[Tensor]:
        size = self.square(self.x)
        if py(self.UPLO) not in ("L", "U"):
            raise TypeRuleError(f"eigh reads the triangle L or U, not {py(self.UPLO)}")
        return [self.of(size), type_of(self.x)]

    def fields(self) -> Mapping[str, int]:
        return {"count": self.count(), "n": self.square(self.x), "upper": int(py(self.UPLO) == "U")}

    @property
    def is_composite(self) -> bool:
        return _is_any(self)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        x, scale = _moderate(b, self.x)
        values, vectors = b.ops(EighOp, x, UPLO=py(self.UPLO), moderate=True).results
        return [b.mul(values, b.reshape(scale, [*self.lead(), 1])), vectors]

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        return eigenvectors(b, symmetric(b, self.x, upper=py(self.UPLO) == "U"))

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """The diagonal of S = V' dx V; V (S / gaps). Vectors of equal eigenvalues have no derivative: inf or NaN."""
        (t,) = tangents
        if t is None:
            return [None] * 2
        change = symmetric(b, t, upper=py(self.UPLO) == "U")
        inner = product(b, turned(b, self.vectors), change, self.vectors)
        turn = b.mul(inner, inverse_gaps(b, self.values))
        return [diagonal_of(b, inner), product(b, self.vectors, turn)]


@irdl_op_definition
class EigvalshOp(MatrixOp):
    """The eigenvalues, ascending, of a symmetric x, of which the triangle uplo is read; and the eigenvectors."""

    name = "pd.eigvalsh"
    x = operand_def(base(TensorType))
    uplo = prop_def(base(StringAttr))
    values = result_def(base(TensorType))
    vectors = result_def(base(TensorType))
    CORE: ClassVar = ((2,), (1, 2))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.linalg.eigvalsh(x), (2, 5, 5), tolerance=2e-5),
        sample(lambda paddle, x: paddle.linalg.eigvalsh(x, "U"), Spec((17, 17), "float64"), tolerance=2e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        return [self.of(self.square(self.x)), type_of(self.x)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return b.ops(EighOp, self.x, UPLO=py(self.uplo)).results


# ---- singular values
def _svd(shape: tuple[int, ...], dtype: str = "float32", full: bool = False) -> Sample:
    """Vectors have no signs of their own, but their products have."""

    def call(paddle: Any, x: Any) -> Any:
        u, s, vh = paddle.linalg.svd(x, full)
        k = s.shape[-1]
        first, last = u[..., :k], vh[..., :k, :]
        return s, paddle.matmul(first * s.unsqueeze(-2), last), paddle.abs(first), paddle.abs(last)

    return sample(call, Spec(shape, dtype, unique=True), tolerance=5e-5)


@irdl_op_definition
class SvdOp(MatrixOp):
    """x = u diag(s) vh with orthonormal columns of u and rows of vh, s descending; full: square u and vh.

    `moderate`: as for `EighOp`.
    """

    name = "pd.svd"
    x = operand_def(base(TensorType))
    full_matrices = prop_def(base(IntegerAttr))
    moderate = opt_prop_def(base(IntegerAttr))
    u = result_def(base(TensorType))
    s = result_def(base(TensorType))
    vh = result_def(base(TensorType))
    CORE: ClassVar = ((2,), (2, 1, 2))
    SAMPLES: ClassVar = (
        _svd((3, 3)),
        _svd((2, 5, 3)),
        _svd((3, 5), full=True),
        _svd((7, 4), "float64", full=True),
        _svd((2, 1, 4, 9), "float64"),
        _svd((9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        rows, columns = self.matrix(self.x)
        k = min(rows, columns)
        left, right = (rows, columns) if py(self.full_matrices) else (k, k)
        return [self.of(rows, left), self.of(k), self.of(right, columns)]

    def fields(self) -> Mapping[str, int]:
        return {"count": self.count(), "n": self.matrix(self.x)[0]}

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        return singular_vectors(b, self.x)

    @property
    def is_composite(self) -> bool:
        rows, columns = self.matrix(self.x)
        return _is_any(self) or rows != columns or bool(py(self.full_matrices))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        """More rows than columns: the factors of r in x = q r."""
        (rows, columns), full = self.matrix(self.x), bool(py(self.full_matrices))
        if _is_any(self):
            x, scale = _moderate(b, self.x)
            u, s, vh = b.ops(SvdOp, x, full_matrices=full, moderate=True).results
            return [u, b.mul(s, b.reshape(scale, [*self.lead(), 1])), vh]
        if rows < columns:
            u, s, vh = b.ops(SvdOp, turned(b, self.x), full_matrices=full, moderate=True).results
            return [turned(b, vh), s, turned(b, u)]
        if rows == columns:
            return b.ops(SvdOp, self.x, full_matrices=False, moderate=True).results
        q, r = b.ops(QrOp, self.x, mode="complete" if full else "reduced").results
        inner, s, vh = b.ops(SvdOp, part(b, r, rows=(0, columns)), full_matrices=False, moderate=True).results
        u = product(b, part(b, q, columns=(0, columns)), inner)
        return [b.concat([u, part(b, q, columns=(columns, rows))], rank_of(u) - 1) if full else u, s, vh]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Giles 2008, 2.3.2 (3.2 of the extended report). Vectors of equal or zero values have none: inf or NaN."""
        (t,), (rows, columns) = tangents, self.matrix(self.x)
        if t is None or (rows != columns and py(self.full_matrices)):
            return NotImplemented
        inner = product(b, turned(b, self.u), t, turned(b, self.vh))
        gaps, row, column = inverse_gaps(b, self.s, squares=True), as_rows(b, self.s), as_columns(b, self.s)
        left, right = b.mul(inner, row), b.mul(column, inner)
        du = product(b, self.u, b.mul(gaps, b.add(left, turned(b, left))))
        dvh = product(b, turned(b, b.mul(gaps, b.add(right, turned(b, right)))), self.vh)
        if rows > columns:
            du = b.add(du, b.div(_beyond(b, self.u, product(b, t, turned(b, self.vh))), row))
        if rows < columns:
            away = _beyond(b, turned(b, self.vh), product(b, turned(b, t), self.u))
            dvh = b.add(dvh, turned(b, b.div(away, row)))
        return [du, diagonal_of(b, inner), dvh]


def _beyond(b: Builder, u: SSAValue, x: SSAValue) -> SSAValue:
    """What of x is orthogonal to the columns of u."""
    return b.sub(x, product(b, u, product(b, turned(b, u), x)))


@irdl_op_definition
class SvdvalsOp(MatrixOp):
    """The singular values, descending."""

    name = "pd.svdvals"
    x = operand_def(base(TensorType))
    s = result_def(base(TensorType))
    CORE: ClassVar = ((2,), (1,))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.linalg.svdvals(x), (2, 5, 3), tolerance=2e-5),
        sample(lambda paddle, x: paddle.linalg.svdvals(x), Spec((3, 17), "float64"), tolerance=2e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        return [self.of(min(self.matrix(self.x)))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.ops(SvdOp, self.x, full_matrices=False).results[1]]
