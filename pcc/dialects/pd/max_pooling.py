"""Maximum pooling that also says where the maximum is."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import TensorType, i32
from xdsl.irdl import base, irdl_op_definition, result_def

from pcc.dialects.index import linear
from pcc.dialects.pd.base import Spec, Tangent, Tensor, highest, shape_of, tensor
from pcc.dialects.pd.indexing import TakeAlongAxisOp
from pcc.dialects.pd.pooling import Pooling, call
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


class MaxWithIndex(Pooling):
    """The maximum of every window, and where in its image's channel it is; of equal ones the first."""

    mask = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        (out,) = super().infer()
        return [out, tensor(out.get_shape(), i32)]

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [*super().initial(k), k.constant(highest(i32), i32)]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        where = self.place(index, reduced)
        spatial = self.spatial()
        flat = linear([where[d] for d in spatial], tuple(shape_of(self.x)[d] for d in spatial))
        conditions = self.conditions(k, index, reduced)
        place = k.guard(conditions, lambda: k.index(flat, i32), highest(i32)) if conditions else k.index(flat, i32)
        return [*super().term(k, index, reduced), place]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        first = k.logical_and(k.compare("eq", b[0], a[0]), k.compare("lt", b[1], a[1]))
        wins = k.logical_or(k.compare("gt", b[0], a[0]), first)
        return [k.select(wins, b[0], a[0]), k.select(wins, b[1], a[1])]

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        largest, place = accumulators
        return [largest, k.select(k.compare("eq", place, highest(i32)), -1, place)]  # -1: no element in the window

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        (t,), (out, mask) = tangents, self.results
        assert t is not None
        flat = lambda v: b.reshape(v, [*shape_of(v)[:2], prod(shape_of(v)[2:])])  # noqa: E731
        found = b.op(TakeAlongAxisOp, flat(t), flat(b.maximum(mask, 0)), axis=2)
        return [b.where(b.greater(0, mask), 0.0, b.reshape(found, shape_of(out))), None]


@irdl_op_definition
class MaxPool2dWithIndexOp(MaxWithIndex):
    """Maximum of windows over 2 axes with its place."""

    name = "pd.max_pool2d_with_index"
    SAMPLES: ClassVar = (
        call("max_pool2d", Spec((1, 3, 8, 9), unique=True), kernel_size=2, return_mask=True),
        call("max_pool2d", Spec((1, 3, 8, 9), unique=True), kernel_size=3, stride=2, padding=1, return_mask=True),
        call("adaptive_max_pool2d", Spec((2, 3, 7, 9), unique=True), output_size=[3, 4], return_mask=True),
        call("adaptive_max_pool2d", (2, 3, 7, 9), output_size=1),
        call("max_pool2d", (1, 2, 5, 5), kernel_size=2, padding=1, ceil_mode=True, return_mask=True),
    )


@irdl_op_definition
class MaxPool3dWithIndexOp(MaxWithIndex):
    """Maximum of windows over 3 axes with its place."""

    name = "pd.max_pool3d_with_index"
    SAMPLES: ClassVar = (
        call("max_pool3d", Spec((1, 2, 4, 6, 8), unique=True), kernel_size=2, return_mask=True),
        call("adaptive_max_pool3d", Spec((1, 2, 5, 6, 7), unique=True), output_size=[2, 3, 1], return_mask=True),
    )
