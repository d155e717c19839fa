"""Reductions over axes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType, i1, i32, i64
from xdsl.ir import Attribute, SSAValue, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tangent,
    Tensor,
    attribute_of,
    dtype_of,
    highest,
    lowest,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.pd.linear import Linear, again
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

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

    def step(self, k: Scalars[S], accumulators: Sequence[S], term: Sequence[S]) -> Sequence[S]:
        """The accumulators with one more term, whose index is behind those of all terms in them."""
        return self.combine(k, accumulators, term)

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        """The results' elements (one per result) from the accumulators."""
        return accumulators


class Reduction(Fold):
    """A fold of one operand `x` over the axes `axes()`, which stay as extents of one if `keeps()`."""

    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))

    NESTS: ClassVar[bool] = False
    ADDS: ClassVar[bool] = False  # whether the results of parts add up to the whole's
    ALONE: ClassVar[bool] = False  # whether it reduces one axis, or all

    def nests(self) -> bool:
        """Whether reducing equal parts, then the parts' results, gives the same."""
        return self.NESTS

    def axes(self) -> tuple[int, ...]:
        """The reduced axes, normalized and sorted; here all."""
        return tuple(range(rank_of(self.x)))

    def keeps(self) -> bool:
        return False

    def chosen(self, axes: Sequence[int]) -> tuple[int, ...]:
        """Given axes, normalized and sorted; none given means all."""
        rank = rank_of(self.x)
        return tuple(sorted({normalize_axis(int(a), rank) for a in axes or range(rank)})) if rank else ()

    def nested(self, x: SSAValue, axes: Sequence[int]) -> Reduction:
        """The same reduction of another operand over given axes, which are dropped; for ops that nest."""
        raise NotImplementedError

    def over(self, axes: Sequence[int]) -> Mapping[str, Attribute]:
        """The properties of the same reduction over given axes: some, or one of an op that takes one."""
        raise NotImplementedError

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        (x,), axes = operands, [axis + 1 for axis in self.axes()]
        if len(axes) != 1 and (self.ALONE or not axes):
            x, axes = b.reshape(x, [size, size_of(self.x)]), [1]
        made = again(self, b, [x], {**self.properties, **self.over(axes)})
        return [b.reshape(m, (size, *shape_of(r))) for m, r in zip(made, self.results, strict=True)]

    def result_dtype(self) -> Attribute:
        return dtype_of(self.x)

    def mean_where(self, b: Builder, x: SSAValue, t: SSAValue) -> SSAValue:
        """The mean of t over those places of x, of the operand's shape, that hold the result."""
        axes, keep = self.axes(), self.keeps()
        there = b.equal(x, b.reshape(self.out, self.kept_shape()))
        count = b.sum(b.cast(there, dtype_of(x)), axes, keep)
        return b.div(b.sum(b.where(there, t, 0.0), axes, keep), count)

    def kept_shape(self) -> tuple[int, ...]:
        """The result's, with reduced axes as extents of one."""
        return tuple(1 if d in self.axes() else e for d, e in enumerate(shape_of(self.x)))

    def result_shape(self) -> tuple[int, ...]:
        axes, keep = self.axes(), self.keeps()
        return tuple(1 if d in axes else e for d, e in enumerate(shape_of(self.x)) if keep or d not in axes)

    def infer(self) -> Sequence[Tensor]:
        return [tensor(self.result_shape(), self.result_dtype())]

    def relation(self) -> Relation:
        axes, names = self.axes(), letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        result = tuple(() if d in axes else dim for d, dim in enumerate(dims) if self.keeps() or d not in axes)
        return Relation((dims,), (result,) * len(self.results), {names[d]: Mark.SUMMED for d in axes})

    def extents(self) -> Sequence[int]:
        return [shape_of(self.x)[d] for d in self.axes()]

    def operand_index(self, index: Index, reduced: Index) -> list[Any]:
        axes, keep = self.axes(), self.keeps()
        kept = iter(index[d] for d in range(len(index)) if not (keep and d in axes))
        inner = iter(reduced)
        return [next(inner) if d in axes else next(kept) for d in range(rank_of(self.x))]

    def result_index(self, index: Index) -> list[Expr]:
        """Where the element of x at an index goes."""
        axes = self.axes()
        return [Expr() if d in axes else i for d, i in enumerate(index) if self.keeps() or d not in axes]

    def count(self) -> int:
        return prod(self.extents())

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [k.read(self.x, self.operand_index(index, reduced))]


class AxesReduction(Reduction):
    """A reduction over the axes in `axis`; none means all."""

    axis = prop_def(base(DenseArrayBase))
    keepdim = prop_def(base(IntegerAttr))

    def axes(self) -> tuple[int, ...]:
        return self.chosen(py(self.axis))

    def keeps(self) -> bool:
        return bool(py(self.keepdim))

    def over(self, axes: Sequence[int]) -> Mapping[str, Attribute]:
        return {"axis": attribute_of(list(axes))}

    def nested(self, x: SSAValue, axes: Sequence[int]) -> Reduction:
        given = {name: value for name, value in self.properties.items() if name not in ("axis", "keepdim")}
        return type(self).make(x, location=self.location, axis=list(axes), keepdim=False, **given)


def reductions(
    name: str, dtypes: Sequence[str] = ("float32", "float64"), low: float = -2.0, high: float = 2.0
) -> tuple[Sample, ...]:
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
class SumOp(AxesReduction, Linear):
    """Sum over axis, in dtype if given; int32 and bool sum as int64."""

    name = "pd.sum"
    ADDS: ClassVar = True
    NESTS: ClassVar = True
    dtype = opt_prop_def(base(TypeAttribute))
    SAMPLES: ClassVar = (
        *reductions("sum"),
        sample(lambda paddle, x: paddle.sum(x, 1), Spec((3, 70), "int32", -9, 9)),
        sample(lambda paddle, x: paddle.sum(x, 1), Spec((3, 70), "uint8", 0, 255)),
        sample(lambda paddle, x: paddle.sum(x > 0, 0), (20, 33)),
    )

    def result_dtype(self) -> Attribute:
        own = dtype_of(self.x)
        return self.dtype or (i64 if own in (i1, i32) else own)

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(0, compute_type(self.result_dtype()))]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [k.cast(super().term(k, index, reduced)[0], self.result_dtype())]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.add(a[0], b[0])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [b.expand(b.reshape(b.cast(c, dtype_of(self.x)), self.kept_shape()), shape_of(self.x))]


class Extremum(AxesReduction):
    """The largest or smallest element over axis; NaN if there is one."""

    LARGEST: ClassVar[bool]
    NESTS: ClassVar = True

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        dtype = compute_type(dtype_of(self.x))
        return [k.constant(lowest(dtype) if self.LARGEST else highest(dtype), dtype)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.max(b[0], a[0]) if self.LARGEST else k.min(b[0], a[0])]  # a NaN in the term costs no time in a chain

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """The mean of the tangents of all that are largest."""
        (t,) = tangents
        assert t is not None
        return [self.mean_where(b, self.x, t)]


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


@irdl_op_definition
class AmaxOp(Extremum):
    """Largest element over axis."""

    name = "pd.amax"
    LARGEST: ClassVar = True
    SAMPLES: ClassVar = reductions("amax", ("float32", "int64"))


@irdl_op_definition
class AminOp(Extremum):
    """Smallest element over axis."""

    name = "pd.amin"
    LARGEST: ClassVar = False
    SAMPLES: ClassVar = reductions("amin", ("float32", "int32"))


@irdl_op_definition
class ProdOp(AxesReduction):
    """Product over axis; over all axes if reduce_all."""

    name = "pd.prod"
    reduce_all = prop_def(base(IntegerAttr))
    NESTS: ClassVar = True
    SAMPLES: ClassVar = (
        *reductions("prod", ("float32", "float64"), 0.5, 1.5),
        sample(lambda paddle, x: paddle.prod(x, 0), Spec((3, 33), "int64", -9, 9)),
    )

    def axes(self) -> tuple[int, ...]:
        return self.chosen(() if py(self.reduce_all) else py(self.axis))

    def over(self, axes: Sequence[int]) -> Mapping[str, Attribute]:
        return {**super().over(axes), "reduce_all": attribute_of(False)}

    def nested(self, x: SSAValue, axes: Sequence[int]) -> Reduction:
        return ProdOp.make(x, location=self.location, axis=list(axes), keepdim=False, reduce_all=False)

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(1, compute_type(dtype_of(self.x)))]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.mul(a[0], b[0])]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Each tangent by the product of all other elements, which are those before by those behind it."""
        from pcc.dialects.pd.running import CumprodOp

        (t,), axes, rank = tangents, self.axes(), rank_of(self.x)
        assert t is not None
        kept = [d for d in range(rank) if d not in axes]
        shape = [*(shape_of(self.x)[d] for d in kept), self.count()]
        x, t = (b.reshape(b.transpose(v, [*kept, *axes]), shape) for v in (self.x, t))
        part = lambda reverse: b.op(CumprodOp, x, dim=len(kept), exclusive=True, reverse=reverse)  # noqa: E731
        others = b.mul(part(False), part(True))
        return [b.reshape(b.sum(b.mul(t, others), [len(kept)]), shape_of(self.out))]


class Quantifier(AxesReduction):
    """A logical reduction; numbers count as true unless zero."""

    ALL: ClassVar[bool]
    NESTS: ClassVar = True

    def result_dtype(self) -> Attribute:
        return i1

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(self.ALL, i1)]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [k.cast(super().term(k, index, reduced)[0], i1)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.logical_and(a[0], b[0]) if self.ALL else k.logical_or(a[0], b[0])]


@irdl_op_definition
class AllOp(Quantifier):
    """Whether every element over axis is true."""

    name = "pd.all"
    ALL: ClassVar = True
    SAMPLES: ClassVar = (
        *reductions("all", ("bool",)),
        sample(lambda paddle, x: paddle.all(x > -1.9, -1), (4, 70)),
    )


@irdl_op_definition
class AnyOp(Quantifier):
    """Whether an element over axis is true."""

    name = "pd.any"
    ALL: ClassVar = False
    SAMPLES: ClassVar = (
        *reductions("any", ("bool",)),
        sample(lambda paddle, x: paddle.any(x > 1.9, -1), (4, 70)),
    )
