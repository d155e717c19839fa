"""Ops that are linear in their operands, and what that says of their tangents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import i64
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.pd.base import PdOp, Tangent, dtype_of, is_float, py, shape_of, size_of

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


class Linear(PdOp):
    """Results are linear in all floating-point operands taken together; others only say where."""

    def homogeneous(self) -> Mapping[str, Attribute]:
        """The properties without constants that the op adds."""
        return self.properties

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return linear_tangents(self, b, tangents, self.homogeneous())


class Selection(Linear):
    """Every element of the one result is an element of an operand, or zero."""

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """The cotangent's elements, added up where they came from: what selects numbers shows it; zeros have 0."""
        from pcc.dialects.pd.creation import ArangeOp
        from pcc.dialects.pd.scatter import IndexAddOp

        (c,), end, ends = cotangents, 1, list[int]()
        assert c is not None
        numbered: list[SSAValue] = []
        for operand, moves in zip(self.operands, moving, strict=True):
            start, end = end, end + size_of(operand) * moves
            ends.append(end)
            if moves:
                places = b.op(ArangeOp, start=start, end=end, step=1, dtype=i64)
                numbered.append(b.reshape(places, shape_of(operand)))
            else:
                numbered.append(b.full(shape_of(operand), 0, i64) if is_float(dtype_of(operand)) else operand)
        (places,) = again(self, b, numbered, self.homogeneous())
        flat = lambda v: b.reshape(v, [size_of(v)])  # noqa: E731
        found = b.op(IndexAddOp, b.full([end], 0.0, dtype_of(c)), flat(places), flat(c), axis=0)
        spans = zip(self.operands, moving, ends, strict=True)
        return [b.reshape(b.slice(found, 0, e - size_of(o), e), shape_of(o)) if m else None for o, m, e in spans]


class Flat(PdOp):
    """Results whose derivative is zero wherever there is one."""

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [None] * len(self.results)


class Multilinear(PdOp):
    """Results are linear in each floating-point operand, and zero if one of them is."""

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        terms = [
            again(self, b, [t if n == at else o for n, o in enumerate(self.operands)], self.properties)
            for at, t in enumerate(tangents)
            if t is not None
        ]
        return [reduce(b.add, column) for column in zip(*terms, strict=True)]


def linear_tangents(
    op: PdOp, b: Builder, tangents: Sequence[Tangent], properties: Mapping[str, Attribute] | None = None
) -> Sequence[Tangent]:
    """The tangents of an op that is linear in all floating-point operands together."""
    pairs = zip(op.operands, tangents, strict=True)
    moved = [whole(b, t, o) if is_float(dtype_of(o)) else o for o, t in pairs]
    return again(op, b, moved, op.properties if properties is None else properties)


def again(
    op: PdOp, b: Builder, operands: Sequence[SSAValue], properties: Mapping[str, Attribute]
) -> Sequence[SSAValue]:
    """The results of the same op with other operands of the same types."""
    made = type(op).create(operands=operands, properties=dict(properties), location=b.location)
    made.set_result_types(made.infer())
    b.insert(made)
    return made.results


def whole(b: Builder, tangent: Tangent, of: SSAValue) -> SSAValue:
    """A tangent, zeros if it is none."""
    return b.full(shape_of(of), 0.0, dtype_of(of)) if tangent is None else tangent


def adds(op: PdOp, moving: Sequence[bool]) -> bool:
    """Whether an op that is linear in all its operands together adds something that does not move."""
    if not isinstance(op, Linear):
        return False
    pairs = zip(moving, op.operands, strict=True)
    return op.homogeneous() != op.properties or not all(moves or vanishes(operand) for moves, operand in pairs)


def vanishes(value: SSAValue) -> bool:
    """Whether a value has no part in a sum: zeros, as the program shows them, or no floating-point numbers."""
    from pcc.dialects.pd.creation import FullOp

    op = value.owner
    if not is_float(dtype_of(value)) or (isinstance(op, FullOp) and not py(op.value)):
        return True
    return isinstance(op, Linear) and op.homogeneous() == op.properties and all(map(vanishes, op.operands))
