"""Many calls of an op as one: the same op with one more axis in front, or with more of a letter that is parallel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from xdsl.dialects.builtin import IntegerAttr
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.pd.base import PdOp, attribute_of, py, rank_of, shape_of
from pcc.dialects.pd.linear import again
from pcc.dialects.relation import Dim, Relation

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def spread(b: Builder, value: SSAValue, batched: bool, size: int) -> SSAValue:
    """A value with the calls in front, repeated if it is the same in all of them."""
    return value if batched else b.expand(value, (size, *shape_of(value)))


def aligned(b: Builder, value: SSAValue, rank: int) -> SSAValue:
    """A batched value of `rank` axes a call: extents of one behind that of the calls, as broadcasting has them."""
    size, *own = shape_of(value)
    return b.reshape(value, [size, *[1] * (rank - len(own)), *own])


def with_axis(
    op: PdOp, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int, **properties: Any
) -> Sequence[SSAValue]:
    """The op with one more axis in front of all operands and results; `AXES` count it."""
    given = [spread(b, o, here, size) for o, here in zip(operands, batched, strict=True)]
    if op.AXES and not any(map(rank_of, op.operands)):  # an axis of a 0-d tensor is one of extent one
        given = [b.reshape(o, [size, 1]) for o in given]
    made = again(op, b, given, {**deeper(op), **{name: attribute_of(value) for name, value in properties.items()}})
    return [b.reshape(m, (size, *shape_of(r))) for m, r in zip(made, op.results, strict=True)]


def deeper(op: PdOp) -> dict[str, Attribute]:
    """The op's properties for operands with one more axis in front."""
    return {**op.properties, **{name: later_by_one(op.properties[name]) for name in op.AXES or ()}}


def later_by_one(axes: Attribute) -> Attribute:
    """Numbers of axes with one more in front; negative ones count from the end."""
    shift = lambda axis: int(axis) + (axis >= 0)  # noqa: E731
    given: Any = axes
    return attribute_of(shift(py(given)) if isinstance(axes, IntegerAttr) else [shift(a) for a in py(given)])


def longer(
    op: PdOp, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int, **properties: Any
) -> Sequence[SSAValue]:
    """The op with `size` times more of a letter that is parallel in it, and that all batched operands have.

    NotImplemented without one; for composites also if that moves or repeats data, which their parts need not do.
    """
    relation = op.relation()
    if relation is None:
        return NotImplemented
    for letter in _candidates(relation):
        places = [_place(dims, letter) for dims in relation.operands]
        made = [_place(dims, letter, major=True) for dims in relation.results]
        with_letter = [p is not None for p in places]
        if any(here and not there for here, there in zip(batched, with_letter, strict=True)):
            continue
        if op.is_composite and (list(batched) != with_letter or any(places)):
            continue
        whole = [o if p is None else spread(b, o, h, size) for o, p, h in zip(operands, places, batched, strict=True)]
        given = [o if p is None else merged(b, o, p) for o, p in zip(whole, places, strict=True)]
        found = again(op, b, given, {**op.properties, **{n: attribute_of(v) for n, v in properties.items()}})
        ends = zip(found, made, op.results, strict=True)
        return [spread(b, f, False, size) if p is None else parted(b, f, p, size, shape_of(r)[p]) for f, p, r in ends]
    return NotImplemented


def _candidates(relation: Relation) -> list[str]:
    """Letters without a mark, in the order of the first result."""
    parallel = relation.parallel()
    return [dim[0] for dim in relation.results[0] if dim and dim[0] in parallel]


def _place(dims: Sequence[Dim], letter: str, major: bool = False) -> int | None:
    """The dimension that is a letter; `major`: or made of it and others."""
    found = (d for d, dim in enumerate(dims) if dim == (letter,) or (major and dim[:1] == (letter,)))
    return next(found, None)


def merged(b: Builder, value: SSAValue, axis: int) -> SSAValue:
    """A batched value with the calls inside an axis of the call, outermost."""
    size, *own = shape_of(value)
    order = [*range(1, axis + 1), 0, *range(axis + 1, len(own) + 1)]
    return b.reshape(b.transpose(value, order), [*own[:axis], size * own[axis], *own[axis + 1 :]])


def parted(b: Builder, value: SSAValue, axis: int, size: int, own: int) -> SSAValue:
    """The inverse of `merged`, to an axis of `own` extent."""
    shape = shape_of(value)
    apart = b.reshape(value, [*shape[:axis], size, own, *shape[axis + 1 :]])
    return b.transpose(apart, [axis, *(d for d in range(len(shape) + 1) if d != axis)])
