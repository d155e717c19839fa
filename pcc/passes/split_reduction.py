"""Cuts large reductions to few results in two, so that threads have parts to work on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import prod
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import rank_of, shape_of, size_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.reduction import Reduction
from pcc.passes.base import Analyses, Fact, Facts, Note, Pass, facts
from pcc.passes.facts import InKernels, NoDuplicates, tensor_ops

LEAST_TERMS = 1 << 16  # of one result, below which a second kernel costs more than threads save
FEW_RESULTS = 32  # from which on the results themselves are enough parts
TALL = 1 << 23  # elements from which on column sums are cut, as each thread then reads whole rows
NARROW = 1 << 14  # most results of these
TALL_TERMS = 256  # least of these


class Declined(Enum):
    """Why a reduction is not cut."""

    INDIVISIBLE = "nothing divides its reduced axes into parts, so that one thread adds up each result"


@dataclass(frozen=True)
class Cut:
    """Axes first .. last of a reduction's operand, all reduced, as one of `parts` parts."""

    first: int
    last: int
    parts: int


def cut_of(op: Operation, parts: int, tall_parts: int) -> Cut | None:
    """How to cut a reduction into up to so many parts; None: it is well as it is, or nothing divides it."""
    if not isinstance(op, Reduction) or not (_is_serial(op) or _is_tall(op)):
        return None
    shape, wanted = shape_of(op.x), max(parts // max(size_of(op.out), 1), 2) if _is_serial(op) else tall_parts
    cuts = [Cut(a, b, _divisor(prod(shape[a : b + 1]), wanted)) for a, b in _runs(op.axes())]
    best = max(cuts, key=lambda cut: cut.parts)
    return best if best.parts > 1 else None


def _is_serial(op: Reduction) -> bool:
    """Whether there is much to add up, for too few results to keep threads busy."""
    return op.nests() and op.count() >= LEAST_TERMS and size_of(op.out) < FEW_RESULTS


def _is_tall(op: Reduction) -> bool:
    """Whether long columns are added up, side by side."""
    in_columns = op.nests() and 0 in op.axes() and rank_of(op.x) - 1 not in op.axes()
    results = FEW_RESULTS <= size_of(op.out) <= NARROW
    return in_columns and results and size_of(op.x) >= TALL and op.count() >= TALL_TERMS


def _runs(axes: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring axes as (first, last)."""
    runs: list[tuple[int, int]] = []
    for axis in axes:
        if runs and runs[-1][1] == axis - 1:
            runs[-1] = runs[-1][0], axis
        else:
            runs.append((axis, axis))
    return runs


def _divisor(extent: int, most: int) -> int:
    """The largest divisor of extent up to `most`."""
    return next(d for d in range(min(most, extent), 0, -1) if extent % d == 0)


class InParts(Fact):
    """Every reduction has enough results for all threads, or too few terms to matter."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next(
            (op for op in tensor_ops(func) if cut_of(op, SplitReduction.parts, SplitReduction.tall_parts)), None
        )


@dataclass(frozen=True)
class SplitReduction(Pass):
    """sum(x)  ->  sum(sum(reshape(x, [parts, n / parts]), 1), 0), if x is large and results few, or columns long.

    Into up to `parts`, which also keeps rounding errors of long sums small; long columns into up to `tall_parts`.
    """

    name: ClassVar[str] = "split-reduction"
    gives: ClassVar[Facts] = facts(InParts)
    breaks: ClassVar[Facts] = facts(NoDuplicates)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (Reduction,)
    parts: int = 64
    tall_parts: int = 16

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        for op in tensor_ops(func):
            cut = cut_of(op, self.parts, self.tall_parts)
            if cut is not None:
                assert isinstance(op, Reduction)
                _split(op, cut)
                changed = True
            elif isinstance(op, Reduction) and _is_serial(op):
                analyses.notes.append(Note.of("split", Declined.INDIVISIBLE, op, terms=op.count()))
        return changed


def _split(op: Reduction, cut: Cut) -> None:
    before = InsertPoint.before(op)
    b = Builder(lambda new: Rewriter.insert_op(new, before), op.location)
    shape = shape_of(op.x)
    whole = prod(shape[cut.first : cut.last + 1])
    parts = b.reshape(op.x, [*shape[: cut.first], cut.parts, whole // cut.parts, *shape[cut.last + 1 :]])
    moved = 1 - (cut.last - cut.first)  # axes after the cut move by this much
    inner = [a for a in op.axes() if a < cut.first] + [cut.first + 1] + [a + moved for a in op.axes() if a > cut.last]
    some = op.nested(parts, inner)
    last = op.nested(some.out, [cut.first - sum(a < cut.first for a in inner)])
    for new in (some, last):
        b.insert(new)
    op.out.replace_all_uses_with(b.reshape(last.out, shape_of(op.out)))
    op.detach()
    op.erase()
