"""The index relation of an op, found by running its body once: which operand elements the element at an index reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from xdsl.dialects.builtin import i1, i64
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.pd.base import PdOp, dtype_of, shape_of
from pcc.dialects.relation import Dim, Relation, letters
from pcc.dialects.scalars import Index, Range, Scalars, compute_type


@dataclass
class Reads(Scalars[Attribute]):
    """Notes reads and index values; a scalar is only its type."""

    reads: list[tuple[SSAValue, tuple[Expr, ...]]] = field(default_factory=list[Any])
    values: list[Expr] = field(default_factory=list[Expr])
    count: int = 0

    def dtype(self, x: Attribute) -> Attribute:
        return x

    def constant(self, value: float | int | bool, dtype: Attribute) -> Attribute:
        return dtype

    def index(self, value: Expr, dtype: Attribute = i64) -> Attribute:
        self.values.append(value)
        return dtype

    def dynamic(self, x: Attribute, extent: int) -> Expr:
        self.count += 1
        return expr(Var(f"dynamic{self.count}", max(extent, 2)))

    def read(self, value: SSAValue, index: Index) -> Attribute:
        self.reads.append((value, tuple(index)))
        return compute_type(dtype_of(value))

    def guard(self, conditions: Sequence[Attribute], then: Callable[[], Attribute], otherwise: Any) -> Attribute:
        return then()

    def within(
        self, ranges: Sequence[Range], then: Callable[[], Attribute], otherwise: Callable[[], Attribute]
    ) -> Attribute:
        self.values += [e for e, _, _ in ranges]
        then()
        return otherwise()

    def apply(self, name: str, args: Sequence[Attribute], result: Attribute) -> Attribute:
        return result

    def compare_as(self, predicate: str, a: Attribute, b: Attribute) -> Attribute:
        return i1

    def select(self, condition: Attribute, a: Any, b: Any) -> Attribute:
        return a if isinstance(a, Attribute) else b


def relation_of(op: PdOp) -> Relation:
    """The relation of an op with an `element`: a result dimension that an operand's dimension follows is a letter.

    A dimension is `_` if it is shifted, strided or looked up, or if its place decides what is computed.
    """
    shape = shape_of(op.results[0])
    variables = [Var(f"i{d}", max(e, 2)) for d, e in enumerate(shape)]
    noted = Reads()
    op.element(noted, [expr(v) for v in variables])  # type: ignore[attr-defined]
    return _relation(op, noted, variables, shape)


def scatter_relation(op: PdOp) -> Relation:
    """The relation of a scatter: a dimension of updates that is one of the result is a letter, also of the target."""
    shape, space = shape_of(op.results[0]), op.space()  # type: ignore[attr-defined]
    variables = [Var(f"u{d}", max(e, 2)) for d, e in enumerate(space)]
    noted, index = Reads(), [expr(v) for v in variables]
    place = op.place(noted, index)  # type: ignore[attr-defined]
    op.update(noted, index)  # type: ignore[attr-defined]
    follows: list[Var | None] = []
    for d, at in enumerate(place):
        found = [v for v, e in zip(variables, space, strict=True) if at == expr(v) and e == shape[d]]
        alone = found and sum(found[0] in other.variables for other in place) == 1
        follows.append(found[0] if alone else None)
    noted.reads.append((op.target(), [Expr() if v is None else expr(v) for v in follows]))  # type: ignore[attr-defined]
    return _relation(op, noted, follows, shape)


def _relation(op: PdOp, noted: Reads, variables: Sequence[Var | None], shape: Sequence[int]) -> Relation:
    """By what each result dimension's variable (None: unrelated) is in the operands."""
    names = dict(zip(variables, letters(len(shape)), strict=True))
    bad = {v for e in noted.values for v in e.variables}
    extents = {v: e for v, e in zip(variables, shape, strict=True) if v is not None}
    places = {v: [_places(noted, v, o, e) for o in op.operands] for v, e in extents.items()}
    kept = {v for v in places if v not in bad and any(places[v]) and None not in places[v]}
    operands = tuple(_dims(o, {v: places[v][n] for v in kept}, names) for n, o in enumerate(op.operands))
    return Relation(operands, (tuple((names[v],) if v in kept else ("_",) for v in variables),))


def _places(noted: Reads, variable: Var, operand: SSAValue, extent: int) -> tuple[int, ...] | None:
    """The dimension of the operand that is the variable in every read: () if it is in none, None if used otherwise."""
    found: set[tuple[int, ...]] = set()
    for value, index in noted.reads:
        if value is operand:
            dims = [d for d, e in enumerate(index) if variable in e.variables]
            whole = all(index[d] == expr(variable) and shape_of(operand)[d] == extent for d in dims)
            found.add(tuple(dims) if whole else (-1,))
    if found - {()} == set():
        return ()
    only = found.pop() if len(found) == 1 else (-1,)
    return only if len(only) == 1 and only[0] >= 0 else None


def _dims(operand: SSAValue, places: dict[Var, Any], names: dict[Var | None, str]) -> tuple[Dim, ...]:
    by_dim = {place[0]: names[v] for v, place in places.items() if place}
    extents = enumerate(shape_of(operand))
    return tuple((by_dim[d],) if d in by_dim else () if e == 1 else ("_",) for d, e in extents)
