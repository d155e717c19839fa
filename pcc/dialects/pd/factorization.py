"""Cholesky, LU and QR factors of matrices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import IntegerAttr, StringAttr, TensorType, i32, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.arg_reduction import ArgmaxOp
from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.counted_loop import repeated
from pcc.dialects.pd.indexing import TakeAlongAxisOp
from pcc.dialects.pd.logic import LogicalAndOp
from pcc.dialects.pd.matrices import (
    MatrixOp,
    as_rows,
    column,
    eye,
    numbers,
    ordered,
    padded,
    part,
    product,
    row,
    symmetric,
    tril,
    triu,
    turned,
)
from pcc.dialects.pd.rounding import AbsOp
from pcc.dialects.pd.triangular import solved, solved_right

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder
    from pcc.dialects.relation import Relation


def definite(paddle: Any, x: Any) -> Any:
    """A symmetric positive definite matrix from any."""
    return paddle.matmul(x, x, transpose_y=True) + paddle.eye(x.shape[-1], dtype=x.dtype)


# ---- Cholesky
def _cholesky(shape: tuple[int, ...], dtype: str = "float32", **options: Any) -> Sample:
    call = lambda paddle, x: paddle.linalg.cholesky(definite(paddle, x), **options)  # noqa: E731
    return sample(call, Spec(shape, dtype), tolerance=2e-5)


@irdl_op_definition
class CholeskyOp(MatrixOp):
    """The lower triangular L with x = L L', of which x's lower triangle is read; or (upper) U with x = U' U."""

    name = "pd.cholesky"
    x = operand_def(base(TensorType))
    upper = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _cholesky((2, 5, 5)),
        _cholesky((17, 17)),
        _cholesky((3, 3), upper=True),
        _cholesky((2, 2, 4, 4), "float64", upper=True),
        _cholesky((1, 1)),
    )

    def infer(self) -> Sequence[Tensor]:
        self.square(self.x)
        return [type_of(self.x)]

    def fields(self) -> Mapping[str, int]:
        return {"count": self.count(), "n": self.square(self.x)}

    @property
    def is_composite(self) -> bool:
        return bool(py(self.upper))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [turned(b, b.op(CholeskyOp, turned(b, self.x), upper=False))]

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        """Column by column: each that is found is taken off those after it."""
        n = self.square(self.x)
        places, across = numbers(b, n), b.reshape(numbers(b, n), [1, n])

        def step(inner: Builder, at: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
            (rest,) = values
            given = column(inner, rest, at)
            found = inner.div(given, inner.sqrt(row(inner, given, at)))
            found = inner.where(inner.greater(at, places), 0.0, found)
            less = inner.sub(rest, inner.mul(found, turned(inner, found)))
            less = inner.where(inner.greater(across, at), less, rest)
            return [inner.where(inner.equal(across, at), found, less)]

        return [tril(b, repeated(b, n, [self.x], step)[0])]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """L times the lower half of L^-1 dx L^-T (Murray 2016), where dx is symmetric as its lower triangle says."""
        (t,) = tangents
        if t is None or py(self.upper):
            return NotImplemented
        inner = solved(b, self.out, turned(b, solved(b, self.out, symmetric(b, t))))
        half = b.sub(1.0, b.mul(eye(b, shape_of(t)[-1], t), 0.5))
        return [product(b, self.out, b.mul(tril(b, inner), half))]


# ---- LU
def _lu(shape: tuple[int, ...], dtype: str = "float32") -> Sample:
    return sample(lambda paddle, x: paddle.linalg.lu(x, get_infos=True), Spec(shape, dtype), tolerance=2e-5)


@irdl_op_definition
class LuOp(MatrixOp):
    """L (below its diagonal of ones) and U of x with its rows swapped; the swaps, counted from one; where it failed."""

    name = "pd.lu"
    x = operand_def(base(TensorType))
    pivot = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    pivots = result_def(base(TensorType))
    infos = result_def(base(TensorType))
    CORE: ClassVar = ((2,), (2, 1, 0))
    SAMPLES: ClassVar = (
        _lu((5, 5)),
        _lu((2, 17, 17)),
        _lu((2, 3, 5, 3), "float64"),
        _lu((3, 7)),
    )

    def infer(self) -> Sequence[Tensor]:
        if not py(self.pivot):
            raise TypeRuleError("lu without pivots")
        return [type_of(self.x), self.of(min(self.matrix(self.x)), dtype=i32), self.of(dtype=i32)]

    def fields(self) -> Mapping[str, int]:
        rows, columns = self.matrix(self.x)
        return {"count": self.count(), "rows": rows, "columns": columns}

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        """Column by column, as the routine."""
        m, n = self.matrix(self.x)
        down, across = numbers(b, m), b.reshape(numbers(b, n), [1, n])
        places, turns = b.reshape(down, [m]), b.reshape(numbers(b, min(m, n)), [min(m, n)])

        def step(inner: Builder, at: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
            x, pivots, infos = values
            sizes = inner.where(inner.greater(at, down), -1.0, inner.op(AbsOp, column(inner, x, at)))
            best = inner.op(ArgmaxOp, sizes, axis=-2, keepdims=True, flatten=False, dtype=i64)
            best = inner.reshape(best, [*self.lead(), 1])
            x = ordered(inner, x, _swapped(inner, places, at, best))
            given, under = column(inner, x, at), inner.greater(down, at)
            pivot = row(inner, given, at)
            none = inner.equal(pivot, 0.0)
            shares = inner.where(none, given, inner.div(given, pivot))
            less = inner.where(inner.greater(across, at), inner.sub(x, inner.mul(shares, row(inner, x, at))), x)
            x = inner.where(under, inner.where(inner.equal(across, at), shares, less), x)
            count = inner.cast(inner.add(at, 1), i32)
            first = inner.op(LogicalAndOp, inner.reshape(none, self.lead()), inner.equal(infos, 0))
            pivots = inner.where(inner.equal(turns, at), inner.cast(inner.add(best, 1), i32), pivots)
            return [x, pivots, inner.where(first, count, infos)]

        start = [self.x, *(b.full(shape_of(r), 0, i32) for r in (self.pivots, self.infos))]
        return repeated(b, min(m, n), start, step)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """L tril(F, -1) + triu(F) U with F = L^-1 P' dx U^-1, both made square by ones on the diagonal."""
        (t,), (m, n) = tangents, self.matrix(self.x)
        if t is None:
            return [None] * 3
        k = min(m, n)
        lower = b.add(tril(b, padded(b, part(b, self.out, columns=(0, k)), 0, m - k), -1), eye(b, m, t))
        upper = triu(b, padded(b, part(b, self.out, rows=(0, k)), n - k, 0))
        if n > k:
            upper = b.add(upper, b.sub(eye(b, n, t), padded(b, eye(b, k, t), n - k, n - k)))
        moved = ordered(b, t, b.op(RowOrderOp, self.pivots, rows=m))
        inner = solved_right(b, upper, solved(b, lower, moved, unitriangular=True), upper=True)
        return [b.add(product(b, lower, tril(b, inner, -1)), product(b, triu(b, inner), upper)), None, None]


def _swapped(b: Builder, places: SSAValue, at: SSAValue, other: SSAValue) -> SSAValue:
    """The places in a row, of which `at`, a scalar, and the one that each row of `other` has are exchanged."""
    return b.where(b.equal(places, at), other, b.where(b.equal(places, other), at, places))


def _unpacked(shape: tuple[int, ...], dtype: str = "float32") -> Sample:
    call = lambda paddle, x: paddle.linalg.lu_unpack(*paddle.linalg.lu(x))  # noqa: E731
    return sample(call, Spec(shape, dtype), tolerance=2e-5)


@irdl_op_definition
class RowOrderOp(MatrixOp):
    """Which of `rows` rows stands in each place after the swaps that `pivots` says, one after the other."""

    name = "pd.row_order"
    pivots = operand_def(base(TensorType))
    rows = prop_def(base(IntegerAttr))
    order = result_def(base(TensorType))
    CORE: ClassVar = ((1,), (1,))
    SAMPLES: ClassVar = (_unpacked((2, 9, 9)), _unpacked((5, 3)))

    def infer(self) -> Sequence[Tensor]:
        if dtype_of(self.pivots) != i32:
            raise TypeRuleError(f"pivots are of int32, not {dtype_of(self.pivots)}")
        if not shape_of(self.pivots) or py(self.rows) < shape_of(self.pivots)[-1]:
            raise TypeRuleError(f"{shape_of(self.pivots)[-1:]} swaps of {py(self.rows)} rows")
        return [self.of(py(self.rows))]

    def fields(self) -> Mapping[str, int]:
        return {"count": self.count(), "k": shape_of(self.pivots)[-1], "rows": py(self.rows)}

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        """Swap by swap."""
        (*_, count), rows = shape_of(self.pivots), int(py(self.rows))
        places = b.reshape(numbers(b, rows), [rows])

        def step(inner: Builder, at: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
            (order,) = values
            other = inner.sub(inner.cast(column(inner, self.pivots, at), i64), 1)
            places_now = inner.expand(_swapped(inner, places, at, other), shape_of(self.order))
            return [inner.op(TakeAlongAxisOp, order, places_now, axis=-1)]

        start = b.expand(b.cast(places, i32), shape_of(self.order))
        return repeated(b, count, [start], step)


@irdl_op_definition
class LuUnpackOp(MatrixOp):
    """P, L and U with x = P L U, from what `lu` gives."""

    name = "pd.lu_unpack"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    unpack_ludata = prop_def(base(IntegerAttr))
    unpack_pivots = prop_def(base(IntegerAttr))
    pmat = result_def(base(TensorType))
    l = result_def(base(TensorType))
    u = result_def(base(TensorType))
    CORE: ClassVar = ((2, 1), (2, 2, 2))
    SAMPLES: ClassVar = (_unpacked((4, 4)), _unpacked((2, 5, 3), "float64"), _unpacked((3, 5)))

    def infer(self) -> Sequence[Tensor]:
        if not py(self.unpack_ludata) or not py(self.unpack_pivots):
            raise TypeRuleError("lu_unpack of a part")
        m, n = self.matrix(self.x)
        return [self.of(m, m), self.of(m, min(m, n)), self.of(min(m, n), n)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        x, y = self.whole(b)
        m, n = self.matrix(x)
        k = min(m, n)
        order = b.cast(b.op(RowOrderOp, y, rows=m), i64)
        places = b.cast(b.equal(numbers(b, m), as_rows(b, order)), dtype_of(x))
        ones = b.expand(part(b, eye(b, m, x), columns=(0, k)), [*self.lead(), m, k])
        return [places, b.add(tril(b, part(b, x, columns=(0, k)), -1), ones), triu(b, part(b, x, rows=(0, k)))]


# ---- QR
def _qr(shape: tuple[int, ...], mode: str = "reduced", dtype: str = "float32") -> Sample:
    return sample(lambda paddle, x: paddle.linalg.qr(x, mode), Spec(shape, dtype), tolerance=2e-5)


@irdl_op_definition
class QrOp(MatrixOp):
    """x = q r, with orthonormal columns of q, as many as x has at most (reduced) or as rows (complete); r: r alone."""

    name = "pd.qr"
    x = operand_def(base(TensorType))
    mode = prop_def(base(StringAttr))
    q = result_def(base(TensorType))
    r = result_def(base(TensorType))
    CORE: ClassVar = ((2,), (2, 2))
    SAMPLES: ClassVar = (
        _qr((5, 3)),
        _qr((2, 17, 17)),
        _qr((3, 5)),
        _qr((2, 5, 3), "complete", "float64"),
        _qr((2, 5, 3), "r"),
        _qr((3, 5), "r"),
    )

    def width(self) -> int:
        rows, columns = self.matrix(self.x)
        return rows if py(self.mode) == "complete" else min(rows, columns)

    def infer(self) -> Sequence[Tensor]:
        (rows, columns), width = self.matrix(self.x), self.width()
        if py(self.mode) not in ("reduced", "complete", "r"):
            raise TypeRuleError(f"qr with mode {py(self.mode)}")
        first = tensor([0], dtype_of(self.x)) if py(self.mode) == "r" else self.of(rows, width)
        return [first, self.of(width, columns)]

    def fields(self) -> Mapping[str, int]:
        rows, columns = self.matrix(self.x)
        return {"count": self.count(), "m": rows, "n": columns, "width": self.width()}

    @property
    def is_composite(self) -> bool:
        return py(self.mode) == "r"

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        """Reflection by reflection (Householder), as LAPACK: a column of zeros below the diagonal stays."""
        m, n = self.matrix(self.x)
        down = numbers(b, m)

        def step(inner: Builder, at: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
            q, r = values
            given = column(inner, r, at)
            pivot, under = row(inner, given, at), inner.where(inner.greater(down, at), given, 0.0)
            rest = inner.sum(inner.square(under), [-2], keepdim=True)
            norm = inner.sqrt(inner.add(inner.square(pivot), rest))
            first = inner.where(inner.greater(0.0, pivot), inner.sub(pivot, norm), inner.add(pivot, norm))
            axis = inner.where(inner.equal(down, at), first, under)
            length = inner.add(inner.square(first), rest)
            twice = inner.where(inner.equal(rest, 0.0), 0.0, inner.div(2.0, length))
            along = lambda x: inner.mul(product(inner, x, axis), twice)  # noqa: E731
            less = lambda x, y: inner.sub(x, product(inner, y, turned(inner, axis)))  # noqa: E731
            turned_r = turned(inner, r)
            return [less(q, along(q)), turned(inner, less(turned_r, along(turned_r)))]

        q, r = repeated(b, min(m - 1, n), [b.expand(eye(b, m, self.x), shape_of(self.x)[:-2] + (m, m)), self.x], step)
        return [part(b, q, columns=(0, self.width())), triu(b, part(b, r, rows=(0, self.width())))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.full([0], 0.0, dtype_of(self.x)), b.ops(QrOp, self.x, mode="reduced").results[1]]

    def relation(self) -> Relation | None:
        return None if py(self.mode) == "r" else super().relation()

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return NotImplemented if py(self.mode) == "r" else super().batch(b, operands, batched, size)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """dq = A - q q' A + q W and dr = q' dx - W r, with A = dx r^-1 (of as many columns as there are rows, at most)
        and W the antisymmetric matrix that has the lower triangle of q' A (Walter and Lehmann 2010).
        """
        (t,), (rows, columns) = tangents, self.matrix(self.x)
        if t is None or py(self.mode) == "r" or self.width() > columns:
            return NotImplemented
        k = min(rows, columns)
        first = solved_right(b, part(b, self.r, columns=(0, k)), part(b, t, columns=(0, k)), upper=True)
        along = product(b, turned(b, self.q), first)
        below = tril(b, along, -1)
        turn = b.sub(below, turned(b, below))
        across = b.sub(first, product(b, self.q, along)) if rows > k else None
        dq = product(b, self.q, turn)
        dq = b.add(across, dq) if across is not None else dq
        return [dq, triu(b, b.sub(product(b, turned(b, self.q), t), product(b, turn, self.r)))]
