"""`x[i]` and `x[i] = v` with an index that the program computes: a look-up, and a choice by place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xdsl.dialects.builtin import i64
from xdsl.ir import SSAValue

from pcc.dialects.pd.base import dtype_of, is_float, rank_of, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.indexing import GatherOp
from pcc.dialects.pd.logic import LogicalAndOp
from pcc.frontends.paddle.importer import Importer

Results = Sequence[Any] | None
Places = dict[int, SSAValue]  # the one index that is taken of each of some axes


def sliced(importer: Importer, op: Any) -> Results:
    """`pd_op.slice`."""
    x, starts, _ = op.operands_source()
    found = _places(importer, op, starts, "decrease_axis")
    if found is None:
        return importer.generic(op)
    value, b = importer.value(x), Builder(importer.block.add_op, importer.where)
    for axis in sorted(found, reverse=True):
        value = b.op(GatherOp, value, _wrapped(b, found[axis], shape_of(value)[axis]), axis=axis)
    return [value]


def assigned(importer: Importer, op: Any) -> Results:
    """`pd_op.set_value` and `pd_op.set_value_with_tensor`."""
    sources = importer.sources(op)
    found = _places(importer, op, sources["starts"], "decrease_axes")
    if found is None or op.attrs()["none_axes"]:
        return importer.generic(op)
    x, b = importer.value(sources["x"]), Builder(importer.block.add_op, importer.where)
    mask: SSAValue | None = None
    for axis, place in found.items():
        extent, shape = shape_of(x)[axis], [1] * rank_of(x)
        shape[axis] = extent
        numbers = b.reshape(b.count(extent), shape)
        here = b.equal(numbers, _wrapped(b, place, extent))
        mask = here if mask is None else b.op(LogicalAndOp, mask, here)
    assert mask is not None
    return [b.where(mask, _values(importer, op, b, x, sorted(found)), x)]


def _values(importer: Importer, op: Any, b: Builder, x: SSAValue, axes: Sequence[int]) -> SSAValue:
    """What is assigned, with extents of one where one index is taken."""
    sources = importer.sources(op)
    if "values" in sources:
        value = importer.value(sources["values"])
    else:
        number = float if is_float(dtype_of(x)) else int
        value = b.full([], number(op.attrs()["values"][0]), dtype_of(x))
    shape = list(shape_of(value))
    shape = [1] * (rank_of(x) - len(axes) - len(shape)) + shape
    for axis in axes:
        shape.insert(axis, 1)
    return b.reshape(value, shape)


def _places(importer: Importer, op: Any, starts: Any, dropped: str) -> Places | None:
    """The index of every sliced axis, if each is one index and the program computes one of them; else None."""
    elements = _elements(importer, starts)
    attrs = op.attrs()
    single = set(attrs["axes"]) <= set(attrs[dropped]) and len(attrs.get("values", ())) <= 1
    if elements is None or not single or all(importer.known(element) is not None for element in elements):
        return None
    b = Builder(importer.block.add_op, importer.where)
    return {
        axis: b.cast(b.reshape(importer.value(element), []), i64)
        for axis, element in zip(attrs["axes"], elements, strict=True)
    }


def _elements(importer: Importer, source: Any) -> Sequence[Any] | None:
    """The numbers of a vector, as PIR values, if it is put together of such."""
    if source.id in importer.lists:
        return importer.lists[source.id]
    op = source.get_defining_op()
    if op is None or op.name() != "pd_op.stack":
        return None
    return importer.lists.get(op.operands_source()[0].id)


def _wrapped(b: Builder, place: SSAValue, extent: int) -> SSAValue:
    """An index from the end, counted from the start."""
    return b.where(b.greater(b.full([], 0, i64), place), b.add(place, extent), place)
