"""Where the extreme elements are: argmax and argmin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypeVar

from xdsl.dialects.builtin import IntegerAttr, i32, i64
from xdsl.ir import Attribute, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, prop_def

from pcc.dialects.index import linear
from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tensor,
    attribute_of,
    dtype_of,
    highest,
    lowest,
    normalize_axis,
    py,
    rank_of,
    sample,
    tensor,
)
from pcc.dialects.pd.reduction import Reduction
from pcc.dialects.scalars import Index, Scalars, compute_type

S = TypeVar("S")


def arg(name: str) -> tuple[Sample, ...]:
    """Samples of `paddle.argmax` or `argmin`; small integers have ties, of which the first counts."""
    f32, ints = (lambda *shape: Spec(shape, unique=True)), (lambda *shape: Spec(shape, "int64", -3, 3))
    return (
        sample(lambda paddle, x: getattr(paddle, name)(x), f32(5, 33)),
        sample(lambda paddle, x: getattr(paddle, name)(x, keepdim=True), ints(2, 3, 5)),
        sample(lambda paddle, x: getattr(paddle, name)(x, -1), f32(3, 70)),
        sample(lambda paddle, x: getattr(paddle, name)(x, -1), ints(3, 70)),
        sample(lambda paddle, x: getattr(paddle, name)(x, 1, keepdim=True, dtype="int32"), ints(2, 9, 20)),
        sample(lambda paddle, x: getattr(paddle, name)(x, 0), Spec((9,), "float64", unique=True)),
    )


class Arg(Reduction):
    """The index along axis (flatten: in the whole tensor) of the extreme element; of equal ones the first.

    NaNs are passed over, as by Paddle.
    """

    LARGEST: ClassVar[bool]
    ALONE: ClassVar = True
    axis = prop_def(base(IntegerAttr))
    keepdims = prop_def(base(IntegerAttr))
    flatten = prop_def(base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))

    def axes(self) -> tuple[int, ...]:
        rank = rank_of(self.x)
        if py(self.flatten) or not rank:
            return tuple(range(rank))
        return (normalize_axis(py(self.axis), rank),)

    def over(self, axes: Sequence[int]) -> Mapping[str, Attribute]:
        return {"axis": attribute_of(axes[0]), "flatten": attribute_of(False)}

    def keeps(self) -> bool:
        return bool(py(self.keepdims))

    def result_dtype(self) -> Attribute:
        return self.dtype

    def infer(self) -> Sequence[Tensor]:
        return [tensor(self.result_shape(), self.dtype)]

    def _index_type(self) -> Attribute:
        return i32 if self.count() < 2**31 else i64

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        dtype, index = compute_type(dtype_of(self.x)), self._index_type()
        return [k.constant(lowest(dtype) if self.LARGEST else highest(dtype), dtype), k.constant(highest(index), index)]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        place = linear(list(reduced), tuple(self.extents()))
        return [*super().term(k, index, reduced), k.index(place, self._index_type())]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        better = k.compare("gt" if self.LARGEST else "lt", b[0], a[0])
        first = k.logical_and(k.compare("eq", b[0], a[0]), k.compare("lt", b[1], a[1]))
        wins = k.logical_or(better, first)
        return [k.select(wins, b[0], a[0]), k.select(wins, b[1], a[1])]

    def step(self, k: Scalars[S], accumulators: Sequence[S], term: Sequence[S]) -> Sequence[S]:
        """Of equal elements the first is there already; those that equal the start are unseen, and count as index 0."""
        better = k.compare("gt" if self.LARGEST else "lt", term[0], accumulators[0])
        return [k.select(better, t, a) for t, a in zip(term, accumulators, strict=True)]

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        none = k.compare("eq", accumulators[1], highest(self._index_type()))
        return [k.cast(k.select(none, 0, accumulators[1]), self.dtype)]


@irdl_op_definition
class ArgmaxOp(Arg):
    """The index of the largest element."""

    name = "pd.argmax"
    LARGEST: ClassVar = True
    SAMPLES: ClassVar = arg("argmax")


@irdl_op_definition
class ArgminOp(Arg):
    """The index of the smallest element."""

    name = "pd.argmin"
    LARGEST: ClassVar = False
    SAMPLES: ClassVar = arg("argmin")
