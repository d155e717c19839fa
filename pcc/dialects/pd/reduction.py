"""Reductions over axes."""
from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType, i1, i64
from xdsl.ir import Attribute, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def

from pcc.dialects.pd.base import PdOp, Sample, Spec, Tensor, dtype_of, is_float, normalize_axis, py, rank_of, sample, shape_of, tensor
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Index, Scalars, compute_type

S = TypeVar("S")


class Fold(PdOp):
    """An op that computes each result element by folding over further, reduced indices.

    Loop lowering makes `extents()` loops around `term`, and combines terms pairwise in any order
    (so combine must be associative and commutative up to rounding).
    """

    def extents(self) -> Sequence[int]:
        """The extents of the reduced indices."""
        raise NotImplementedError

    @abstractmethod
    def initial(self, k: Scalars[S]) -> Sequence[S]:
        """The neutral accumulators."""

    @abstractmethod
    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        """What one (result index, reduced index) contributes."""

    @abstractmethod
    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        """Two accumulators into one."""

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        """The results' elements (one per result) from the accumulators."""
        return accumulators


class Reduction(Fold):
    """A fold of one operand `x` over `axis` (empty: all axes)."""

    x = operand_def(base(TensorType))
    axis = prop_def(base(DenseArrayBase))
    keepdim = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    def axes(self) -> tuple[int, ...]:
        """The reduced axes, normalized and sorted."""
        rank = rank_of(self.x)
        given = py(self.axis) or tuple(range(rank))
        return tuple(sorted({normalize_axis(int(a), rank) for a in given})) if rank else ()

    def result_dtype(self) -> Attribute:
        return dtype_of(self.x)

    def result_shape(self) -> tuple[int, ...]:
        axes, keep = self.axes(), bool(py(self.keepdim))
        return tuple(1 if d in axes else e for d, e in enumerate(shape_of(self.x)) if keep or d not in axes)

    def infer(self) -> Sequence[Tensor]:
        return [tensor(self.result_shape(), self.result_dtype())]

    def relation(self) -> Relation:
        axes, names = self.axes(), letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        result = tuple(() if d in axes else dim for d, dim in enumerate(dims) if py(self.keepdim) or d not in axes)
        return Relation((dims,), (result,), {names[d]: Mark.SUMMED for d in axes})

    def extents(self) -> Sequence[int]:
        return [shape_of(self.x)[d] for d in self.axes()]

    def operand_index(self, index: Index, reduced: Index) -> list[Any]:
        axes = self.axes()
        kept = iter(index[d] for d in range(len(index)) if not (py(self.keepdim) and d in axes))
        inner = iter(reduced)
        return [next(inner) if d in axes else next(kept) for d in range(rank_of(self.x))]

    def count(self) -> int:
        total = 1
        for extent in self.extents():
            total *= extent
        return total

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [k.read(self.x, self.operand_index(index, reduced))]


def reductions(name: str, dtypes: Sequence[str] = ("float32", "float64"), low: float = -2.0, high: float = 2.0) -> tuple[Sample, ...]:
    """Samples of `paddle.<name>(x, axis, keepdim)` over last, first, middle, several and all axes."""

    def make(axis: Any, keepdim: bool) -> Any:
        return lambda paddle, x: getattr(paddle, name)(x, axis=axis, keepdim=keepdim)

    cases: list[tuple[Any, bool, tuple[int, ...]]] = [
        (-1, False, (3, 70)),
        (0, False, (9, 40)),
        (1, True, (2, 5, 33)),
        ([0, 2], False, (3, 4, 5)),
        (None, False, (6, 7)),
        (-1, True, (4, 128)),
    ]
    return tuple(sample(make(a, keep), Spec(s, d, low, high), tolerance=1e-5) for d in dtypes for a, keep, s in cases)


@irdl_op_definition
class SumOp(Reduction):
    """Sum over axis, in dtype if given; int32 and bool sum as int64."""

    name = "pd.sum"
    dtype = opt_prop_def(base(TypeAttribute))
    SAMPLES: ClassVar = (
        *reductions("sum"),
        sample(lambda paddle, x: paddle.sum(x, 1), Spec((3, 70), "int32", -9, 9)),
        sample(lambda paddle, x: paddle.sum(x > 0, 0), (20, 33)),
    )

    def result_dtype(self) -> Attribute:
        own = dtype_of(self.x)
        return self.dtype or (own if is_float(own) else i64)

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(0, compute_type(self.result_dtype()))]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [k.cast(super().term(k, index, reduced)[0], self.result_dtype())]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.add(a[0], b[0])]


@irdl_op_definition
class MeanOp(Reduction):
    """Arithmetic mean over axis."""

    name = "pd.mean"
    SAMPLES: ClassVar = reductions("mean")

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(0, compute_type(dtype_of(self.x)))]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.add(a[0], b[0])]

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        return [k.div(accumulators[0], max(self.count(), 1))]


class Extremum(Reduction):
    """The largest or smallest element over axis; NaN if there is one."""

    LARGEST: ClassVar[bool]

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        dtype = compute_type(dtype_of(self.x))
        return [k.constant(lowest(dtype) if self.LARGEST else highest(dtype), dtype)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.max(a[0], b[0]) if self.LARGEST else k.min(a[0], b[0])]


def lowest(dtype: Attribute) -> float | int:
    """The neutral element of max."""
    from pcc.dialects.pd.base import bit_width

    return float("-inf") if is_float(dtype) else 0 if dtype == i1 else -(1 << (bit_width(dtype) - 1))


def highest(dtype: Attribute) -> float | int:
    """The neutral element of min."""
    from pcc.dialects.pd.base import bit_width

    return float("inf") if is_float(dtype) else 1 if dtype == i1 else (1 << (bit_width(dtype) - 1)) - 1


@irdl_op_definition
class MaxOp(Extremum):
    """Largest element over axis."""

    name = "pd.max"
    LARGEST: ClassVar = True
    SAMPLES: ClassVar = reductions("max", ("float32", "int64"))


@irdl_op_definition
class MinOp(Extremum):
    """Smallest element over axis."""

    name = "pd.min"
    LARGEST: ClassVar = False
    SAMPLES: ClassVar = reductions("min", ("float32", "int64"))
