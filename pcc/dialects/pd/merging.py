"""Merging sorted runs: how long rows are sorted where no routine does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, TensorType, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_float,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.indexing import TakeAlongAxisOp
from pcc.dialects.pd.linear import again
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class MergeOp(PdOp):
    """Where in its row of x the element is that comes p-th once runs are merged two by two.

    x: [..., n], in runs of `run` elements, each in order, the last one shorter. out: [..., n], int64. Equal elements
    keep their order; NaN is the largest.
    """

    name = "pd.merge"
    x = operand_def(base(TensorType))
    run = prop_def(base(IntegerAttr))
    descending = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.sort(x, descending=True), Spec((2, 9001), "int32", -999, 999)),
        sample(lambda paddle, x: paddle.argsort(x, stable=True), Spec((4100,), "float64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if not shape_of(self.x) or py(self.run) < 1:
            raise TypeRuleError(f"merge of {self.x.type} in runs of {py(self.run)}")
        return [tensor(shape_of(self.x), i64)]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        return Relation((dims,), (dims,), {names[-1]: Mark.WHOLE})

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        return again(self, b, operands, self.properties)

    def element(self, k: Scalars[S], index: Index) -> S:
        """Binary search for how many elements before the p-th are of the first run (merge path, Green et al., 2012)."""
        (*row, at), n, run = index, shape_of(self.x)[-1], int(py(self.run))
        start, place = k.index(at // (2 * run) * (2 * run)), k.index(at % (2 * run))
        first = k.min(k.sub(k.constant(n, i64), start), run)
        second = k.max(k.min(k.sub(k.constant(n - run, i64), start), run), 0)
        read = lambda p: k.read(self.x, [*row, k.dynamic(k.add(start, k.max(p, 0)), n)])  # noqa: E731

        def first_goes(mine: S, other: S) -> S:
            """Whether an element of the first run comes before one of the second."""
            return k.logical_not(self._before(k, read(k.add(other, run)), read(mine)))

        low = k.max(k.sub(place, second), 0)
        most, step = k.min(place, first), 1 << run.bit_length()
        while step := step // 2:
            probe = k.add(low, step)
            goes = first_goes(k.sub(probe, 1), k.sub(place, probe))
            low = k.select(k.logical_and(k.compare("le", probe, most), goes), probe, low)
        other = k.sub(place, low)
        goes = k.logical_or(k.compare("ge", other, second), first_goes(low, other))
        mine = k.logical_and(k.compare("lt", low, first), goes)
        return k.add(start, k.select(mine, low, k.add(other, run)))

    def _before(self, k: Scalars[S], a: S, b: S) -> S:
        if not is_float(dtype_of(self.x)):
            return k.compare("gt" if py(self.descending) else "lt", a, b)
        a_nan, b_nan = k.compare("ne", a, a), k.compare("ne", b, b)
        if py(self.descending):
            return k.logical_or(k.compare("gt", a, b), k.logical_and(a_nan, k.logical_not(b_nan)))
        return k.logical_or(k.compare("lt", a, b), k.logical_and(b_nan, k.logical_not(a_nan)))


def merged(b: Builder, values: SSAValue, places: SSAValue, run: int, descending: bool) -> tuple[SSAValue, SSAValue]:
    """Rows in sorted runs, and numbers that go with their elements, as sorted rows."""
    last = rank_of(values) - 1
    while run < shape_of(values)[last]:
        order = b.op(MergeOp, values, run=run, descending=descending)
        values, places = (b.op(TakeAlongAxisOp, v, order, axis=last) for v in (values, places))
        run *= 2
    return values, places
