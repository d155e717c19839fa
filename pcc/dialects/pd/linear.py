"""Ops that are linear in their operands, and what that says of their tangents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from xdsl.ir import Attribute, SSAValue

from pcc.dialects.pd.base import PdOp, Tangent, dtype_of, is_float, shape_of

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


class Linear(PdOp):
    """Results are linear in all floating-point operands taken together; others only say where."""

    def homogeneous(self) -> Mapping[str, Attribute]:
        """The properties without constants that the op adds."""
        return self.properties

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return linear_tangents(self, b, tangents, self.homogeneous())


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
    """Stub."""
    return False
