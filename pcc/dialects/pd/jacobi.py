"""Eigenvalues and singular values by rotations of disjoint pairs of rows at once (Brent and Luk 1985).

Each row of a matrix's upper half is paired with the row as far down in its lower half. After a round all but the first
row move one place on, around both halves: after a sweep of n - 1 rounds each two have met once, and all stand where
they stood.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import f32
from xdsl.ir import SSAValue

from pcc.dialects.pd.base import dtype_of, rank_of, shape_of
from pcc.dialects.pd.counted_loop import More, repeated
from pcc.dialects.pd.diagonal import DiagonalOp
from pcc.dialects.pd.factorization import QrOp
from pcc.dialects.pd.indexing import GatherOp
from pcc.dialects.pd.matrices import as_columns, as_rows, diagonal_of, eye, ordered, padded, part, product, turned
from pcc.dialects.pd.reduction import AnyOp
from pcc.dialects.pd.rounding import AbsOp
from pcc.dialects.pd.sorting import ArgsortOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

SWEEPS = 40  # at most, so that NaN ends, too; 6 to 20 are enough
NONE = {True: 2.0**-23, False: 2.0**-52}  # what counts as zero beside one, of float32, of float64


def eigenvectors(b: Builder, x: SSAValue) -> Sequence[SSAValue]:
    """Ascending eigenvalues, and eigenvectors in columns, of symmetric matrices."""

    def rotate(inner: Builder, x: SSAValue, vectors: SSAValue, pairs: _Pairs) -> Sequence[SSAValue]:
        across = inner.op(DiagonalOp, x, offset=pairs.half, axis1=-2, axis2=-1)
        turn = pairs.rotation(inner, *pairs.halves(inner, diagonal_of(inner, x), -1), across)
        x = pairs.rotated(inner, turned(inner, pairs.rotated(inner, x, turn)), turn)
        return [x, pairs.rotated(inner, vectors, turn)]

    def more(inner: Builder, values: Sequence[SSAValue]) -> SSAValue:
        norm = inner.sqrt(inner.sum(inner.square(values[0]), [-2, -1], keepdim=True))
        return _any_beside(inner, inner.op(AbsOp, values[0]), norm)

    x, vectors = _swept(b, x, rotate, more)
    values, vectors = _sorted(b, diagonal_of(b, x), vectors)
    return [values, turned(b, vectors)]


def singular_vectors(b: Builder, x: SSAValue) -> Sequence[SSAValue]:
    """u, descending s and vh of square matrices: rows are made orthogonal (Hestenes 1958)."""

    def rotate(inner: Builder, x: SSAValue, vectors: SSAValue, pairs: _Pairs) -> Sequence[SSAValue]:
        upper, lower = pairs.halves(inner, x, -2)
        products = ((upper, upper), (lower, lower), (upper, lower))
        turn = pairs.rotation(inner, *(inner.sum(inner.mul(one, other), [-1]) for one, other in products))
        return [pairs.rotated(inner, x, turn), pairs.rotated(inner, vectors, turn)]

    def more(inner: Builder, values: Sequence[SSAValue]) -> SSAValue:
        sizes = inner.op(AbsOp, product(inner, values[0], turned(inner, values[0])))
        lengths = inner.sqrt(diagonal_of(inner, sizes))
        return _any_beside(inner, sizes, inner.mul(as_rows(inner, lengths), inner.mul(as_columns(inner, lengths), 2.0)))

    x, vectors = _swept(b, x, rotate, more)
    lengths = b.sqrt(b.sum(b.square(x), [-1]))
    lengths, x, vectors = _sorted(b, lengths, x, vectors, descending=True)
    return [turned(b, vectors), lengths, _orthonormal(b, x, lengths)]


def _orthonormal(b: Builder, x: SSAValue, lengths: SSAValue) -> SSAValue:
    """Rows of length one; those without length, the last ones, become orthogonal to all others."""
    none = b.equal(as_columns(b, lengths), 0.0)
    rows = b.where(none, 0.0, b.div(x, b.where(none, 1.0, as_columns(b, lengths))))
    q, r = b.ops(QrOp, turned(b, rows), mode="reduced").results
    return turned(b, b.where(b.greater(0.0, as_rows(b, diagonal_of(b, r))), b.neg(q), q))


def _sorted(b: Builder, values: SSAValue, *matrices: SSAValue, descending: bool = False) -> Sequence[SSAValue]:
    """The values in order, and the rows of matrices in the same."""
    found, order = b.ops(ArgsortOp, values, axis=-1, descending=descending, stable=True).results
    return [found, *(ordered(b, x, order) for x in matrices)]


# ---- sweeps
def _swept(b: Builder, x: SSAValue, rotate: Callable[..., Sequence[SSAValue]], more: More) -> Sequence[SSAValue]:
    """x and the rotations' product after sweeps of `rotate(builder, x, product, pairs)`, while there is `more` to do.

    An odd matrix gets a row and a column of zeros, which no rotation mixes with others.
    """
    n = shape_of(x)[-1]
    x, pairs = padded(b, x, n % 2, n % 2), _Pairs(b, (n + 1) // 2)

    def sweep(inner: Builder, at: SSAValue, values: Sequence[SSAValue]) -> Sequence[SSAValue]:
        return repeated(inner, 2 * pairs.half - 1, values, lambda b, at, values: rotate(b, *values, pairs))

    start = [x, b.expand(eye(b, shape_of(x)[-1], x), shape_of(x))]
    made = repeated(b, SWEEPS, start, sweep, more) if n > 1 else start
    return [part(b, y, rows=(0, n), columns=(0, n)) for y in made]


def _any_beside(b: Builder, sizes: SSAValue, whole: SSAValue) -> SSAValue:
    """Whether an element outside the diagonals is not as good as zero beside `whole`."""
    beside = b.mul(sizes, b.sub(1.0, eye(b, shape_of(sizes)[-1], sizes)))
    over = b.greater(beside, b.mul(whole, NONE[dtype_of(sizes) == f32]))
    return b.op(AnyOp, over, axis=[], keepdim=False)


class _Pairs:
    """The rows of each half, each with one of the other half, and where they go after a round.

    `mine` says which row comes to each place, `other` that one's partner, `pair` which pair that was.
    """

    def __init__(self, b: Builder, half: int) -> None:
        self.half, last = half, 2 * half - 1
        place = b.count(2 * half)
        up = b.where(b.equal(place, 0), 0, b.where(b.equal(place, 1), half, b.sub(place, 1)))
        down = b.where(b.equal(place, last), half - 1, b.add(place, 1))
        self.mine = place if half == 1 else b.where(b.greater(half, place), up, down)
        self.first = b.greater(half, self.mine)
        self.pair = b.where(self.first, self.mine, b.sub(self.mine, half))
        self.other = b.where(self.first, b.add(self.mine, half), self.pair)

    def halves(self, b: Builder, x: SSAValue, axis: int) -> tuple[SSAValue, SSAValue]:
        axis += rank_of(x)
        return b.slice(x, axis, 0, self.half), b.slice(x, axis, self.half, 2 * self.half)

    def rotation(self, b: Builder, one: SSAValue, other: SSAValue, common: SSAValue) -> tuple[SSAValue, SSAValue]:
        """What rows and their partners are times, to make the matrices [[one, common], [common, other]] diagonal."""
        none = b.equal(common, 0.0)
        slope = b.div(b.sub(other, one), b.mul(b.where(none, 1.0, common), 2.0))
        size = b.reciprocal(b.add(b.op(AbsOp, slope), b.sqrt(b.add(b.square(slope), 1.0))))
        tangent = b.where(none, 0.0, b.where(b.greater(0.0, slope), b.neg(size), size))
        cosine = b.reciprocal(b.sqrt(b.add(b.square(tangent), 1.0)))
        own, others = (b.op(GatherOp, v, self.pair, axis=-1) for v in (cosine, b.mul(tangent, cosine)))
        return as_columns(b, own), as_columns(b, b.where(self.first, b.neg(others), others))

    def rotated(self, b: Builder, x: SSAValue, turn: tuple[SSAValue, SSAValue]) -> SSAValue:
        """Each pair of rows is rotated, then the rows move on."""
        mine, other = (b.op(GatherOp, x, rows, axis=rank_of(x) - 2) for rows in (self.mine, self.other))
        return b.add(b.mul(turn[0], mine), b.mul(turn[1], other))
