"""Order along an axis: sorting, the k first, medians, places in sorted rows, permutations."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from math import inf, nan, prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, StringAttr, TensorType, f32, f64, i32, i64
from xdsl.ir import SSAValue, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd import comparison, random
from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    bit_width,
    dtype_of,
    is_float,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.batching import spread
from pcc.dialects.pd.creation import ArangeOp
from pcc.dialects.pd.indexing import taken
from pcc.dialects.pd.linear import again
from pcc.dialects.pd.merging import merged
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")

PIECE = 4096  # elements of a row that are sorted as one where no routine sorts rows


class Ordering(PdOp):
    """The first elements of x along an axis in some order, and their places; equal elements keep their order.

    NaN is the largest. The routine sorts contiguous rows; other axes and dtypes are brought to that form.
    """

    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    indices = result_def(base(TensorType))

    KERNEL: ClassVar[str] = "sort"
    AXES: ClassVar = ("axis",)

    @abstractmethod
    def along(self) -> int:
        """The ordered axis, normalized."""

    @abstractmethod
    def count(self) -> int:
        """How many elements are wanted."""

    @abstractmethod
    def is_descending(self) -> bool: ...

    def infer(self) -> Sequence[Tensor]:
        shape, axis = list(shape_of(self.x)), self.along()
        if shape:
            if not 1 <= self.count() <= shape[axis]:
                raise TypeRuleError(f"{self.name}: the first {self.count()} of {shape[axis]} elements")
            shape[axis] = self.count()
        return [tensor(shape, dtype_of(self.x)), tensor(shape, i64)]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        made = tuple(("_",) if d == self.along() else dim for d, dim in enumerate(dims))
        return Relation((dims,), (made, made), {names[self.along()]: Mark.WHOLE} if names else {})

    @property
    def is_composite(self) -> bool:
        rank = rank_of(self.x)
        return not rank or self.along() != rank - 1 or dtype_of(self.x) not in (f32, f64, i32, i64)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [taken(b, tangents[0], self.results[1], self.along() if rank_of(self.x) else 0), None]

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        """Pieces of rows are sorted, then merged. What fills the last piece comes last, as it was last."""
        (*rows, n), last = shape_of(self.x), rank_of(self.x)
        pieces = -(-n // PIECE)
        run = -(-n // pieces)
        more = pieces * run - n
        filling = [b.full([*rows, more], self._last(), dtype_of(self.x))] if more else []
        x = b.concat([self.x, *filling], last - 1)
        options = {"axis": -1, "descending": self.is_descending(), "stable": True}
        values, places = b.ops(ArgsortOp, b.reshape(x, [*rows, pieces, run]), **options).results
        first = b.op(ArangeOp, start=0, end=pieces * run, step=run, dtype=i64)
        places = b.add(places, b.reshape(first, [pieces, 1]))
        values, places = (b.reshape(v, shape_of(x)) for v in (values, places))
        return [b.slice(v, last - 1, 0, self.count()) for v in merged(b, values, places, run, self.is_descending())]

    def _last(self) -> float | int:
        """What no element comes after."""
        dtype = dtype_of(self.x)
        if is_float(dtype):
            return -inf if self.is_descending() else nan
        most = 2 ** (bit_width(dtype) - 1)
        return -most if self.is_descending() else most - 1

    def of_rows(self, b: Builder, x: SSAValue) -> Sequence[SSAValue]:
        """The same of another tensor along its last axis."""
        name = "axis" if "axis" in self.properties else "dim"
        return b.ops(type(self), x, **{**self.properties, name: -1}).results

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        rank, dtype = rank_of(self.x), dtype_of(self.x)
        plain = dtype in (f32, f64, i32, i64)
        x = self.x if plain else b.cast(self.x, f32 if is_float(dtype) else i32)
        order = [*(d for d in range(rank) if d != self.along()), self.along()] if rank else []
        x = b.transpose(x, order) if rank else b.reshape(x, [1])
        made = self.of_rows(b, x)
        back = [order.index(d) for d in range(rank)]
        values, indices = (b.transpose(v, back) if rank else b.reshape(v, []) for v in made)
        return [values if plain else b.cast(values, dtype), indices]


def _call(name: str, *specs: Any, **options: Any) -> Sample:
    return sample(lambda paddle, x: getattr(paddle, name)(x, **options), *specs)


def _distinct(*shape: int, dtype: str = "float32") -> Spec:
    bound = 2.0 if dtype.startswith("float") else 500
    return Spec(shape, dtype, -bound, bound, unique=True)


@irdl_op_definition
class ArgsortOp(Ordering):
    """x sorted along axis, and the places that its elements had."""

    name = "pd.argsort"
    axis = prop_def(base(IntegerAttr))
    descending = prop_def(base(IntegerAttr))
    stable = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        _call("argsort", _distinct(3, 70)),
        _call("sort", Spec((3, 33), "int64", -9, 9), descending=True),
        _call("argsort", _distinct(9, 40), axis=0, descending=True),
        _call("sort", (2, 5, 33), axis=1),
        _call("argsort", Spec((7,), "float64", unique=True)),
        _call("argsort", Spec((4, 20), "int32", -3, 3), stable=True),
        _call("argsort", _distinct(2, 1000)),
    )

    def along(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.x))

    def count(self) -> int:
        return shape_of(self.x)[self.along()]

    def is_descending(self) -> bool:
        return bool(py(self.descending))


@irdl_op_definition
class TopkOp(Ordering):
    """The k largest (or smallest) elements along axis in order, and their places."""

    name = "pd.topk"
    k = prop_def(base(IntegerAttr))
    axis = prop_def(base(IntegerAttr))
    largest = prop_def(base(IntegerAttr))
    sorted = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        _call("topk", _distinct(3, 70), k=2),
        _call("topk", _distinct(3, 70), k=50),
        _call("topk", _distinct(9, 40), k=3, axis=0, largest=False),
        _call("topk", _distinct(2, 5, 33, dtype="int64"), k=1, axis=1),
        _call("topk", _distinct(8, dtype="float64"), k=8),
    )

    def along(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.x))

    def count(self) -> int:
        return py(self.k)

    def is_descending(self) -> bool:
        return bool(py(self.largest))


@irdl_op_definition
class KthvalueOp(PdOp):
    """The k-th smallest element along axis, and its place."""

    name = "pd.kthvalue"
    x = operand_def(base(TensorType))
    k = prop_def(base(IntegerAttr))
    axis = prop_def(base(IntegerAttr))
    keepdim = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    indices = result_def(base(TensorType))
    AXES: ClassVar = ("axis",)
    SAMPLES: ClassVar = (
        _call("kthvalue", _distinct(3, 70), k=4),
        _call("kthvalue", _distinct(9, 5, dtype="int64"), k=9, axis=0, keepdim=True),
    )

    def infer(self) -> Sequence[Tensor]:
        shape, axis = list(shape_of(self.x)), normalize_axis(py(self.axis), rank_of(self.x))
        if not 1 <= py(self.k) <= (shape[axis] if shape else 1):
            raise TypeRuleError(f"kthvalue {py(self.k)} along axis {axis} of {shape}")
        kept = [1 if d == axis else e for d, e in enumerate(shape) if d != axis or py(self.keepdim)]
        return [tensor(kept, dtype_of(self.x)), tensor(kept, i64)]

    def relation(self) -> Relation:
        return _reduced(self.x, [normalize_axis(py(self.axis), rank_of(self.x))], bool(py(self.keepdim)), 2)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        options = {"k": py(self.k), "axis": py(self.axis), "largest": False, "sorted": True}
        made = b.ops(TopkOp, self.x, **options).results
        if not rank_of(self.x):
            return made
        axis = normalize_axis(py(self.axis), rank_of(self.x))
        return [b.reshape(b.slice(v, axis, py(self.k) - 1, py(self.k)), shape_of(self.out)) for v in made]


def _reduced(x: SSAValue, axes: Sequence[int], keep: bool, results: int) -> Relation:
    """Some axes as a whole give one element each."""
    names = letters(rank_of(x))
    dims = tuple((n,) for n in names)
    made = tuple(() if d in axes else dim for d, dim in enumerate(dims) if keep or d not in axes)
    return Relation((dims,), (made,) * results, {names[d]: Mark.WHOLE for d in axes} if names else {})


@irdl_op_definition
class SearchsortedOp(PdOp):
    """How many elements of each sorted row are less than a value (right: or equal to it)."""

    name = "pd.searchsorted"
    sorted_sequence = operand_def(base(TensorType))
    values = operand_def(base(TensorType))
    out_int32 = prop_def(base(IntegerAttr))
    right = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(
            lambda paddle, s, v: paddle.searchsorted(paddle.cumsum(s), v),
            Spec((9,), low=0, high=1),
            Spec((3, 33), low=-1, high=5),
        ),
        sample(
            lambda paddle, s, v: paddle.searchsorted(paddle.cumsum(s, 1), v, out_int32=True, right=True),
            Spec((3, 16), "int64", 0, 2),
            Spec((3, 7), "int64", -1, 20),
        ),
        sample(
            lambda paddle, s, v: paddle.bucketize(v, paddle.cumsum(s)),
            Spec((1,), low=0, high=1),
            Spec((3, 5), low=-1, high=5),
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        rows, values = shape_of(self.sorted_sequence), shape_of(self.values)
        if (
            dtype_of(self.sorted_sequence) != dtype_of(self.values)
            or not rows
            or (len(rows) > 1 and rows[:-1] != values[:-1])
        ):
            raise TypeRuleError(f"searchsorted of {type_of(self.values)} in {type_of(self.sorted_sequence)}")
        return [tensor(values, i32 if py(self.out_int32) else i64)]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        rows, values = operands
        if batched[0] or rank_of(rows) > 1:
            rows, values = (spread(b, o, here, size) for o, here in zip(operands, batched, strict=True))
            if rank_of(self.sorted_sequence) == 1:
                values = b.reshape(values, [size, size_of(self.values)])
        return [b.reshape(again(self, b, [rows, values], self.properties)[0], (size, *shape_of(self.out)))]

    def element(self, k: Scalars[S], index: Index) -> S:
        """Binary search: the count grows by powers of two while the last element counted still belongs."""
        shape = shape_of(self.sorted_sequence)
        row, value, length = list(index[: len(shape) - 1]), k.read(self.values, index), shape[-1]
        count, step = k.constant(0, i64), 1 << max(length.bit_length() - 1, 0)
        while step:
            probe = k.add(count, step)
            seen = k.read(self.sorted_sequence, [*row, k.dynamic(k.sub(probe, 1), length)])
            beyond = k.compare("gt" if py(self.right) else "ge", seen, value)
            belongs = k.logical_and(k.logical_not(beyond), k.compare("le", probe, length))
            count, step = k.select(belongs, probe, count), step // 2
        return k.cast(count, dtype_of(self.out))


@irdl_op_definition
class MedianOp(PdOp):
    """The middle element over axis (avg: the mean of the two middle ones), and the places; NaN if there is one."""

    name = "pd.median"
    x = operand_def(base(TensorType))
    axis = prop_def(base(DenseArrayBase))
    keepdim = prop_def(base(IntegerAttr))
    mode = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    medians = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _call("median", _distinct(3, 7), axis=1),
        _call("median", _distinct(3, 8), axis=0, keepdim=True),
        _call("median", _distinct(3, 4, 5)),
        _call("median", _distinct(3, 8), axis=1, mode="min"),
    )

    def axes(self) -> list[int]:
        rank = rank_of(self.x)
        return sorted({normalize_axis(int(a), rank) for a in py(self.axis) or range(rank)})

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)) or not size_of(self.x) or not rank_of(self.x):
            raise TypeRuleError(f"median of {type_of(self.x)}")
        axes = self.axes()
        shape = [1 if d in axes else e for d, e in enumerate(shape_of(self.x)) if d not in axes or py(self.keepdim)]
        places = [*shape, 2] if py(self.mode) == "avg" else shape
        return [tensor(shape, dtype_of(self.x)), tensor(places, i64)]

    def relation(self) -> Relation:
        relation = _reduced(self.x, self.axes(), bool(py(self.keepdim)), 1)
        (made,) = relation.results
        return Relation(relation.operands, (made, (*made, ("_",)) if py(self.mode) == "avg" else made), relation.marks)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        shape, axes = shape_of(self.x), self.axes()
        kept = [d for d in range(len(shape)) if d not in axes]
        length = prod(shape[d] for d in axes)
        rows = b.reshape(b.transpose(self.x, [*kept, *axes]), [prod(shape[d] for d in kept), length])
        values, places = b.ops(ArgsortOp, rows, axis=1, descending=False, stable=True).results
        at = lambda v, i: b.slice(v, 1, i, i + 1)  # noqa: E731
        low, high = (length - 1) // 2, length // 2
        average = py(self.mode) == "avg"
        middle = b.mul(b.add(at(values, low), at(values, high)), 0.5) if average and low != high else at(values, low)
        last = at(values, length - 1)
        middle = b.where(b.op(comparison.NotEqualOp, last, last), last, middle)
        both = b.concat([at(places, low), at(places, high)], 1) if average else at(places, low)
        return [b.reshape(middle, shape_of(self.out)), b.reshape(both, shape_of(self.medians))]


@irdl_op_definition
class RandpermOp(random.Drawn):
    """A random permutation of 0 .. n - 1: the order of n random numbers."""

    name = "pd.randperm"
    state = operand_def(base(TensorType))
    n = prop_def(base(IntegerAttr))
    dtype = prop_def(base(TypeAttribute))
    stream = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (sample(lambda paddle, x: paddle.sort(paddle.randperm(33)) + x, Spec((33,), "int64", -9, 9)),)

    def infer(self) -> Sequence[Tensor]:
        if py(self.n) < 1 or bit_width(self.dtype) < 8:
            raise TypeRuleError(f"randperm of {py(self.n)}")
        return [tensor([py(self.n)], self.dtype)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        options: dict[str, Any] = {
            "shape": [py(self.n)],
            "dtype": f64,
            "min": 0.0,
            "max": 1.0,
            "stream": py(self.stream),
        }
        numbers = b.op(random.UniformOp, self.state, **options)
        order = b.ops(ArgsortOp, numbers, axis=0, descending=False, stable=True).results[1]
        return [b.cast(order, self.dtype)]
