"""Systems of equations with triangular matrices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    py,
    sample,
    shape_of,
)
from pcc.dialects.pd.counted_loop import repeated
from pcc.dialects.pd.elementwise import same_dtype
from pcc.dialects.pd.matrices import MatrixOp, column, numbers, product, row, tril, triu, turned

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def _solve(x: tuple[int, ...], y: tuple[int, ...], dtype: str = "float32", **options: Any) -> Sample:
    """Of a matrix with a large diagonal."""

    def call(paddle: Any, x: Any, y: Any) -> Any:
        return paddle.linalg.triangular_solve(x + 4 * paddle.eye(x.shape[-1], dtype=x.dtype), y, **options)

    return sample(call, Spec(x, dtype, -1, 1), Spec(y, dtype), tolerance=2e-5)


@irdl_op_definition
class TriangularSolveOp(MatrixOp):
    """out with x out = y, or x' out = y; of x one triangle is read, as ones on its diagonal if unitriangular."""

    name = "pd.triangular_solve"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    upper = prop_def(base(IntegerAttr))
    transpose_ = prop_def(base(IntegerAttr), prop_name="transpose")
    unitriangular = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    CORE: ClassVar = ((2, 2), (2,))
    SAMPLES: ClassVar = (
        _solve((5, 5), (5, 3)),
        _solve((2, 5, 5), (2, 5, 70), upper=False),
        _solve((17, 17), (2, 17, 1), transpose=True),
        _solve((2, 1, 4, 4), (3, 4, 2), upper=False, transpose=True),
        _solve((4, 4), (4, 33), unitriangular=True),
        _solve((3, 4, 4), (4, 2), "float64", upper=False, transpose=True, unitriangular=True),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        size, (rows, columns) = self.square(self.x), self.matrix(self.y)
        if size != rows:
            raise TypeRuleError(f"{self.name} of {shape_of(self.x)} and {shape_of(self.y)}")
        return [self.of(rows, columns)]

    def is_shared(self) -> bool:
        """Whether one matrix is for all."""
        return prod(shape_of(self.x)[:-2]) == 1

    def fields(self) -> Mapping[str, int]:
        rows, columns = self.matrix(self.y)
        step = 0 if self.is_shared() else rows * rows
        options = {name: int(bool(py(value))) for name, value in self.options().items()}
        return {"count": self.count(), "n": rows, "columns": columns, "step": step, **options}

    def options(self) -> dict[str, Any]:
        return {"upper": self.upper, "transpose": self.transpose_, "unitriangular": self.unitriangular}

    @property
    def is_composite(self) -> bool:
        lead = self.lead()
        own = [shape_of(v)[:-2] for v in self.operands]
        return own[1] != lead or (own[0] != lead and not self.is_shared())

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        x, y = self.whole(b)
        return [b.op(TriangularSolveOp, self.x if self.is_shared() else x, y, **self.options())]

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        """Row by row: each that is found is taken off those left."""
        n, _ = self.matrix(self.y)
        x = turned(b, self.x) if py(self.transpose_) else self.x
        upwards, places = bool(py(self.upper)) != bool(py(self.transpose_)), numbers(b, n)

        def step(inner: Builder, done: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
            (rest,) = values
            at = inner.sub(n - 1, done) if upwards else done
            factors, found = column(inner, x, at), row(inner, rest, at)
            found = found if py(self.unitriangular) else inner.div(found, row(inner, factors, at))
            left = inner.greater(at, places) if upwards else inner.greater(places, at)
            less = inner.where(left, inner.sub(rest, inner.mul(factors, found)), rest)
            return [inner.where(inner.equal(places, at), found, less)]

        return repeated(b, n, [self.y], step)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """The solution for dy - dx out, with the part of dx that counts."""
        dx, dy = tangents
        if dx is not None:
            offset = int(bool(py(self.unitriangular)))
            dx = triu(b, dx, offset) if py(self.upper) else tril(b, dx, -offset)
            moved = product(b, turned(b, dx) if py(self.transpose_) else dx, self.out)
            dy = b.neg(moved) if dy is None else b.sub(dy, moved)
        return [b.op(TriangularSolveOp, self.x, dy, **self.options())]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        if moving[0] or self.is_composite:
            return NotImplemented
        options = {**self.options(), "transpose": not py(self.transpose_)}
        return [None, b.op(TriangularSolveOp, self.x, cotangents[0], **options)]


def solved(
    b: Builder,
    x: SSAValue,
    y: SSAValue,
    upper: bool = False,
    transpose: bool = False,
    unitriangular: bool = False,
) -> SSAValue:
    """x^-1 y"""
    return b.op(TriangularSolveOp, x, y, upper=upper, transpose=transpose, unitriangular=unitriangular)


def solved_right(b: Builder, x: SSAValue, y: SSAValue, upper: bool = False) -> SSAValue:
    """y x^-1"""
    return turned(b, solved(b, x, turned(b, y), upper, transpose=True))
