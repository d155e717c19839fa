"""Reductions over the same axes of equal shapes in one pass: max and argmax, the sums of x and of its squares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.pd.base import shape_of
from pcc.dialects.pd.reduction import Fold, Reduction
from pcc.dialects.scalars import Index, Scalars

S = TypeVar("S")


@dataclass(frozen=True)
class Joint:
    """Folds with the same indices, none of which needs another's results; itself used like a fold."""

    folds: tuple[Fold, ...]

    def extents(self) -> Sequence[int]:
        return self.folds[0].extents()

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [a for fold in self.folds for a in fold.initial(k)]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        return [t for fold in self.folds for t in fold.term(k, index, reduced)]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        pairs = zip(self.folds, self._parts(k, a), self._parts(k, b), strict=True)
        return [c for fold, x, y in pairs for c in fold.combine(k, x, y)]

    def step(self, k: Scalars[S], accumulators: Sequence[S], term: Sequence[S]) -> Sequence[S]:
        pairs = zip(self.folds, self._parts(k, accumulators), self._parts(k, term), strict=True)
        return [c for fold, x, y in pairs for c in fold.step(k, x, y)]

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        pairs = zip(self.folds, self._parts(k, accumulators), strict=True)
        return [r for fold, mine in pairs for r in fold.finish(k, mine, index)]

    def results(self, values: Sequence[S]) -> Iterator[tuple[Fold, Sequence[S]]]:
        """Each fold with its own results."""
        start = 0
        for fold in self.folds:
            yield fold, values[start : start + len(fold.results)]
            start += len(fold.results)

    def _parts(self, k: Scalars[S], accumulators: Sequence[S]) -> Iterator[Sequence[S]]:
        start = 0
        for fold in self.folds[:-1]:
            width = len(fold.initial(k))
            yield accumulators[start : start + width]
            start += width
        yield accumulators[start:]


def joints(outputs: Sequence[SSAValue]) -> Mapping[Operation, Joint]:
    """The joint of every fold that the outputs depend on; a fold that goes with no other has one of its own."""
    groups: dict[object, list[list[Reduction]]] = {}
    group_of: dict[Operation, list[Reduction]] = {}
    for op in _before(outputs):
        if isinstance(op, Reduction):
            alike = groups.setdefault((shape_of(op.x), op.axes(), op.keeps(), shape_of(op.out)), [])
            needed = _behind(op, group_of) if alike else set[Operation]()
            group = next((group for group in alike if needed.isdisjoint(group)), None)
            if group is None:
                alike.append(group := [])
            group.append(op)
            group_of[op] = group
    made: dict[Operation, Joint] = {}
    for group in (group for alike in groups.values() for group in alike):
        made.update(dict.fromkeys(group, Joint(tuple(group))))
    return made


def _before(outputs: Sequence[SSAValue]) -> Iterator[Operation]:
    """The ops of a kernel that outputs depend on, in order."""
    found, pending = set[Operation](), [value.owner for value in outputs]
    block: Block | None = None
    while pending:
        op = pending.pop()
        if isinstance(op, Operation) and op not in found:
            found.add(op)
            block = op.parent
            pending += [operand.owner for operand in op.operands]
    return iter([op for op in block.ops if op in found] if block is not None else [])


def _behind(op: Operation, group_of: Mapping[Operation, Sequence[Operation]]) -> set[Operation]:
    """The ops that an op depends on, where a fold depends on what those in its group do, too."""
    found, pending = set[Operation](), [operand.owner for operand in op.operands]
    while pending:
        owner = pending.pop()
        for other in group_of.get(owner, (owner,)) if isinstance(owner, Operation) else ():
            if other not in found:
                found.add(other)
                pending += [operand.owner for operand in other.operands]
    return found
