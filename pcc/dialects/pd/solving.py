"""Systems of linear equations, and inverses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import IntegerAttr, StringAttr, TensorType, i1, i32
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

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
    shape_of,
    type_of,
)
from pcc.dialects.pd.elementwise import same_dtype
from pcc.dialects.pd.factorization import LuOp, RowOrderOp, definite
from pcc.dialects.pd.matrices import MatrixOp, as_columns, eye, ordered, product, turned
from pcc.dialects.pd.sorting import ArgsortOp
from pcc.dialects.pd.triangular import solved

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def dominant(paddle: Any, x: Any) -> Any:
    """A matrix that is far from singular, from any."""
    return x + 4 * paddle.eye(x.shape[-1], dtype=x.dtype)


# ---- with factors
def _with_factors(x: tuple[int, ...], y: tuple[int, ...], dtype: str = "float32", trans: str = "N") -> Sample:
    def call(paddle: Any, x: Any, y: Any) -> Any:
        return paddle.linalg.lu_solve(y, *paddle.linalg.lu(dominant(paddle, x)), trans)

    return sample(call, Spec(x, dtype, -1, 1), Spec(y, dtype), tolerance=2e-5)


@irdl_op_definition
class LuSolveOp(MatrixOp):
    """out with A out = b, or A' out = b (trans T), from what `lu` gives of A."""

    name = "pd.lu_solve"
    b = operand_def(base(TensorType))
    lu = operand_def(base(TensorType))
    pivots = operand_def(base(TensorType))
    trans = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    CORE: ClassVar = ((2, 2, 1), (2,))
    SAMPLES: ClassVar = (
        _with_factors((5, 5), (5, 3)),
        _with_factors((2, 4, 4), (2, 4, 1), "float64", "T"),
        _with_factors((3, 1, 4, 4), (2, 4, 2)),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.b, self.lu)
        rows, columns = self.matrix(self.b)
        if (self.square(self.lu), shape_of(self.pivots)[-1:], dtype_of(self.pivots)) != (rows, (rows,), i32):
            raise TypeRuleError(f"lu_solve of {', '.join(str(type_of(o)) for o in self.operands)}")
        return [self.of(rows, columns)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        if not shape_of(self.pivots)[-1]:
            return [b.full(shape_of(self.out), 0.0, dtype_of(self.out))]
        order = b.op(RowOrderOp, self.pivots, rows=shape_of(self.pivots)[-1])
        if py(self.trans) == "N":
            lower = solved(b, self.lu, ordered(b, self.b, order), unitriangular=True)
            return [solved(b, self.lu, lower, upper=True)]
        upper = solved(b, self.lu, self.b, upper=True, transpose=True)
        made = solved(b, self.lu, upper, transpose=True, unitriangular=True)
        back = b.ops(ArgsortOp, order, axis=-1, descending=False, stable=True).results[1]
        return [ordered(b, made, back)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        if moving[1] or c is None or shape_of(c) != shape_of(self.b):
            return NotImplemented
        return [b.op(LuSolveOp, c, self.lu, self.pivots, trans="T" if py(self.trans) == "N" else "N"), None, None]


def _cholesky_solve(x: tuple[int, ...], y: tuple[int, ...], upper: bool) -> Sample:
    def call(paddle: Any, x: Any, y: Any) -> Any:
        factor = paddle.linalg.cholesky(definite(paddle, x), upper)
        return paddle.linalg.cholesky_solve(y, factor, upper)

    return sample(call, Spec(x, low=-1, high=1), y, tolerance=2e-5)


@irdl_op_definition
class CholeskySolveOp(MatrixOp):
    """out with A out = x, where A = y y', or y' y if upper."""

    name = "pd.cholesky_solve"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    upper = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    CORE: ClassVar = ((2, 2), (2,))
    SAMPLES: ClassVar = (
        _cholesky_solve((5, 5), (5, 3), False),
        _cholesky_solve((2, 4, 4), (2, 4, 1), True),
        _cholesky_solve((2, 4, 4), (4, 1), False),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        rows, columns = self.matrix(self.x)
        if self.square(self.y) != rows:
            raise TypeRuleError(f"cholesky_solve of {shape_of(self.x)} and {shape_of(self.y)}")
        return [self.of(rows, columns)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        upper = bool(py(self.upper))
        return [solved(b, self.y, solved(b, self.y, self.x, upper, transpose=upper), upper, transpose=not upper)]


# ---- of any matrix
def _solve(x: tuple[int, ...], y: tuple[int, ...], dtype: str = "float32", **options: Any) -> Sample:
    call = lambda paddle, x, y: paddle.linalg.solve(dominant(paddle, x), y, **options)  # noqa: E731
    return sample(call, Spec(x, dtype, -1, 1), Spec(y, dtype), tolerance=2e-5)


@irdl_op_definition
class SolveOp(MatrixOp):
    """out with x out = y; y is a vector (or as many as x are matrices) if it lacks an axis. Singular x: inf or NaN.

    transposed, which Paddle's op lacks: x' out = y.
    """

    name = "pd.solve"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    transposed = prop_def(base(IntegerAttr), default_value=IntegerAttr(0, i1))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _solve((5, 5), (5, 3)),
        _solve((2, 17, 17), (2, 17, 4)),
        _solve((4, 4), (4,)),
        _solve((2, 4, 4), (4, 3), "float64"),
        _solve((4, 4), (3, 4, 2)),
        _solve((3, 3), (2, 3), left=False),
    )

    def core(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        core = 1 if self.takes_vectors() else 2
        return (2, core), (core,)

    def takes_vectors(self) -> bool:
        return rank_of(self.y) == 1 or shape_of(self.y) == shape_of(self.x)[:-1]

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        size, core = self.square(self.x), self.core()[0][1]
        if rank_of(self.y) < core or shape_of(self.y)[rank_of(self.y) - core] != size:
            raise TypeRuleError(f"solve of {shape_of(self.x)} and {shape_of(self.y)}")
        return [self.of(*shape_of(self.y)[rank_of(self.y) - core :])]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        y = as_columns(b, self.y) if self.takes_vectors() else self.y
        factors, pivots, _ = b.ops(LuOp, self.x, pivot=True).results
        made = b.op(LuSolveOp, y, factors, pivots, trans="T" if py(self.transposed) else "N")
        return [b.reshape(made, shape_of(self.out))]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return NotImplemented if self.takes_vectors() else super().batch(b, operands, batched, size)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """The solution for dy - dx out."""
        dx, dy = tangents
        if self.takes_vectors():
            return NotImplemented
        if dx is not None:
            moved = product(b, turned(b, dx) if py(self.transposed) else dx, self.out)
            dy = b.neg(moved) if dy is None else b.sub(dy, moved)
        return [b.op(SolveOp, self.x, dy, transposed=self.transposed)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        if moving[0] or self.takes_vectors() or shape_of(self.y) != shape_of(self.out):
            return NotImplemented
        return [None, b.op(SolveOp, self.x, c, transposed=not py(self.transposed))]


def _inverse(shape: tuple[int, ...], dtype: str = "float32") -> Sample:
    call = lambda paddle, x: paddle.linalg.inv(dominant(paddle, x))  # noqa: E731
    return sample(call, Spec(shape, dtype, -1, 1), tolerance=2e-5)


@irdl_op_definition
class InverseOp(MatrixOp):
    """The inverse of x; of a singular one, inf or NaN."""

    name = "pd.inverse"
    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (_inverse((5, 5)), _inverse((2, 17, 17)), _inverse((3, 1, 2, 2), "float64"))

    def infer(self) -> Sequence[Tensor]:
        self.square(self.x)
        return [type_of(self.x)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [
            b.op(SolveOp, self.x, b.expand(eye(b, shape_of(self.x)[-1], self.x), shape_of(self.x)), transposed=False)
        ]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """-out dx out"""
        (t,) = tangents
        return [None if t is None else b.neg(product(b, self.out, t, self.out))]
