"""`x[...] = v` with slices known at compile time: a choice by index between x and the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.access import relation_of
from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    broadcast,
    dtype_of,
    is_float,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.batching import aligned, deeper, spread
from pcc.dialects.pd.creation import AssignValueOp
from pcc.dialects.pd.elementwise import align, unbroadcast
from pcc.dialects.pd.linear import Linear, again, whole
from pcc.dialects.pd.slicing import StridedSliceOp
from pcc.dialects.relation import Relation
from pcc.dialects.scalars import Index, Range, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")
T = TypeVar("T")


def put(x: object, where: object, value: object) -> object:
    """`x[where] = value` on a copy of x."""
    copy = x.flip(0).flip(0)  # type: ignore[attr-defined]
    copy[where] = value  # type: ignore[index]
    return copy


@dataclass(frozen=True)
class Span:
    """Which elements of one dimension are written: start, start + step, ... (`count` of them)."""

    start: int
    step: int
    count: int

    def ranges(self, index: Expr, extent: int) -> list[Range]:
        """That the index is one of them; nothing if all are."""
        first = self.start if self.step > 0 else self.start + self.step * (self.count - 1)
        size, found = abs(self.step), list[Range]()
        if (first, size * self.count) != (0, extent) or size > 1:
            found.append((index, first, first + size * (self.count - 1) + 1))
        if size > 1:
            found.append(((index - first) % size, 0, 1))
        return found

    def number(self, index: Expr) -> Expr:
        """The how manieth of them an index is."""
        if self.step == 1:
            return index - self.start
        return (index - self.start) // self.step if self.step > 0 else (self.start - index) // -self.step


class Assignment(PdOp):
    """x with the values (broadcast) at x[starts:ends:steps] along axes; none_axes are new axes of that place."""

    x = operand_def(base(TensorType))
    starts = prop_def(base(DenseArrayBase))
    ends = prop_def(base(DenseArrayBase))
    steps = prop_def(base(DenseArrayBase))
    axes = prop_def(base(DenseArrayBase))
    decrease_axes = prop_def(base(DenseArrayBase))
    none_axes = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    AXES: ClassVar = ("axes", "decrease_axes", "none_axes")

    def spans(self) -> list[Span]:
        """What is written, per dimension."""
        spans = [Span(0, 1, e) for e in shape_of(self.x)]
        given = zip(py(self.axes), py(self.starts), py(self.ends), py(self.steps), strict=True)
        for axis, start, end, step in given:
            axis = normalize_axis(int(axis), len(spans))
            if not step:
                raise TypeRuleError(f"{self.name} with step 0")
            chosen = range(*slice(int(start), int(end), int(step)).indices(shape_of(self.x)[axis]))
            spans[axis] = Span(chosen.start, chosen.step, len(chosen))
        return spans

    def place(self, per_dim: Sequence[T], new: T) -> list[T]:
        """What belongs to the dimensions of x, for those that values broadcast to; `new` for added ones."""
        dropped = {normalize_axis(int(a), rank_of(self.x)) for a in py(self.decrease_axes)}
        kept = [n for d, n in enumerate(per_dim) if d not in dropped]
        for axis in py(self.none_axes):
            kept.insert(int(axis), new)
        return kept

    def infer(self) -> Sequence[Tensor]:
        return [tensor(shape_of(self.x), dtype_of(self.x))]


@irdl_op_definition
class SetValueWithTensorOp(Assignment, Linear):
    """x with a tensor of values at a slice."""

    name = "pd.set_value_with_tensor"
    values = operand_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, v: paddle.slice_scatter(x, v, [1], [1], [19], [3]), (3, 40), (3, 6)),
        sample(lambda paddle, x, v: paddle.select_scatter(x, v, 1, 2), (3, 4, 20), (3, 20)),
        *(
            sample(lambda paddle, x, v, where=where: put(x, where, v), shape, values)
            for where, shape, values in (
                ((slice(1, 3),), (4, 20), (20,)),
                ((0, slice(None, None, 2)), (3, 17), (1,)),
                ((slice(None), slice(None, None, -2)), (3, 17), (3, 9)),
                ((..., None, slice(1, 4)), (5, 6), (5, 1, 3)),
                ((-1, -2), (5, 6), ()),
                ((slice(None),), (5, 6), (1, 1, 6)),
            )
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        values, target = shape_of(self.values), tuple(self.place([s.count for s in self.spans()], 1))
        trimmed = values[max(len(values) - len(target), 0) :]
        ones = values[: len(values) - len(trimmed)]
        if any(e != 1 for e in ones) or broadcast(trimmed, target) != target:
            raise TypeRuleError(f"values of {values} do not broadcast to {target}")
        if dtype_of(self.values) != dtype_of(self.x):
            raise TypeRuleError(f"values of {dtype_of(self.values)} into {dtype_of(self.x)}")
        return super().infer()

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        (values, x), target = operands, len(self.place(self.spans(), None))
        if batched[0]:
            own = shape_of(self.values)
            values = b.reshape(values, [size, *own[max(len(own) - target, 0) :]])
            values = aligned(b, values, target)
        return again(self, b, [values, spread(b, x, batched[1], size)], deeper(self))

    def relation(self) -> Relation:
        return relation_of(self)

    def element(self, k: Scalars[S], index: Index) -> S:
        spans, shape = self.spans(), shape_of(self.x)
        if any(r.count == 0 for r in spans):
            return k.read(self.x, index)
        ranges = [one for r, i, e in zip(spans, index, shape, strict=True) for one in r.ranges(i, e)]
        place = self.place([r.number(i) for r, i in zip(spans, index, strict=True)], Expr())
        values = shape_of(self.values)
        extra = max(len(values) - len(place), 0)
        at = [Expr()] * extra + align(place, values[extra:])
        return k.within(ranges, lambda: k.read(self.values, at), lambda: k.read(self.x, index))

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """The values have what lies in the slice, x the rest."""
        (c,), (values, x), spans = cotangents, moving, self.spans()
        assert c is not None
        found: list[Tangent] = [None, None]
        where = {n: getattr(self, n) for n in ("starts", "ends", "axes")}
        if values:
            target = self.place([s.count for s in spans], 1)
            part = b.reshape(b.op(StridedSliceOp, c, **where, strides=self.steps), target)
            own = shape_of(self.values)
            narrow = unbroadcast(b, part, own[max(len(own) - len(target), 0) :])
            found[0] = b.reshape(narrow, own)
        if x:
            rest = {"steps": self.steps, "decrease_axes": self.decrease_axes, "none_axes": self.none_axes}
            found[1] = b.op(SetValueWithTensorOp, whole(b, None, self.values), c, **where, **rest)
        return found


@irdl_op_definition
class SetValueOp(Assignment):
    """x with given numbers, a tensor of `shape`, at a slice."""

    name = "pd.set_value"
    shape = prop_def(base(DenseArrayBase))
    values = prop_def(base(DenseArrayBase))
    SAMPLES: ClassVar = tuple(
        sample(lambda paddle, x, where=where, value=value: put(x, where, value), Spec(shape, dtype))
        for where, value, shape, dtype in (
            ((slice(None), slice(1, 3)), 2.0, (3, 20), "float32"),
            ((0,), 7, (3, 20), "int64"),
            ((slice(None, None, 3), slice(20, 2, -4)), 1.5, (7, 40), "float32"),
            ((slice(1, -1), 3), True, (5, 6), "bool"),
        )
    )

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        dtype = dtype_of(self.x)
        number = float if is_float(dtype) else int
        given, shape = [number(v) for v in py(self.values)], [int(e) for e in py(self.shape)]
        if prod(shape) != len(given):
            raise TypeRuleError(f"set_value: {len(given)} values for {shape}")
        same = len(set(given)) == 1
        values = b.full(shape, given[0], dtype) if same else b.op(AssignValueOp, shape=shape, values=given, dtype=dtype)
        names = ("starts", "ends", "steps", "axes", "decrease_axes", "none_axes")
        return [b.op(SetValueWithTensorOp, values, self.x, **{n: getattr(self, n) for n in names})]
