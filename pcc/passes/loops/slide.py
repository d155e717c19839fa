"""Windows that slide: what the windows of neighbouring iterations share is computed once.

A fold over windows of k rows, one every s rows (pooling), combines the folds of single rows:
y[h] = P[s h] + P[s h + 1] + ... + P[s h + k - 1]. The loop over h goes innermost and carries the P of the k - s rows
that the next window has, too; in a maximum over 3 x 3 it loads three elements instead of nine. Borders make the loads
masked, and those Zen 5 does not foresee: the loop asks for the rows to come itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.passes.loops.fold import UNROLLED
from pcc.passes.loops.joint import Joint
from pcc.passes.loops.recorder import Recorder

if TYPE_CHECKING:
    from pcc.passes.loops.domain import Domain
    from pcc.passes.loops.emitter import Emitter, Scalar

Index = tuple[Expr, ...]
AHEAD = 8  # windows


@dataclass(frozen=True)
class Slide:
    """The loop `along`, whose windows move by `stride` rows of `op`'s first reduced index; `index` is a window's.

    `reads`: what is loaded for the middle of a window's last row.
    """

    op: Joint
    index: Index
    along: Var
    stride: int
    reads: Sequence[tuple[SSAValue, Expr]]

    def loop(self, k: Emitter, body: Callable[[], None]) -> None:
        """The loop around `body`, which finds the fold made."""
        rows = self.op.extents()[0]
        first = tuple(i.substitute({self.along: Expr()}.get) for i in self.index)
        start = [a for row in range(rows - self.stride) for a in self._row(k, first, row)]
        held: list[Sequence[Scalar]] = [()]

        def window() -> Sequence[Scalar]:
            for memory, place in self.reads:
                k.ask(memory, place, AHEAD * place.coefficient(self.along), cache=1)
            new = [a for row in range(rows - self.stride, rows) for a in self._row(k, self.index, row)]
            parts = [*held[0], *new]
            self._note(k, parts)
            body()
            return parts[self.stride * len(parts) // rows :]

        k.loop(self.along, 0, self.along.extent, 1, window, start, lambda values: held.__setitem__(0, values))

    def _row(self, k: Emitter, index: Index, row: int) -> Sequence[Scalar]:
        """One row of a window, folded."""
        accumulators = self.op.initial(k)
        for point in product(*(range(e) for e in self.op.extents()[1:])):
            at = [Expr((), place) for place in (row, *point)]
            accumulators = self.op.step(k, accumulators, self.op.term(k, index, at))
        return [k.wide(a, k.lanes) for a in accumulators]

    def _note(self, k: Emitter, parts: Sequence[Scalar]) -> None:
        """Combine a window's rows, and leave the fold's results where they are looked for."""
        width = len(parts) // self.op.extents()[0]
        rows: list[Sequence[Scalar]] = [parts[at : at + width] for at in range(0, len(parts), width)]
        total: Sequence[Scalar] = reduce(lambda a, b: self.op.combine(k, a, b), rows[1:], rows[0])
        for op, values in self.op.results(self.op.finish(k, total, self.index)):
            k.note((op, self.index, k.guards(k.depth)), k.depth, values)


def slide_of(recorder: Recorder, domain: Domain, loops: Sequence[Var], vector: Var) -> Slide | None:
    """The one of the loops along which the windows of the only fold slide, if they overlap and are not gathered."""
    if len(recorder.folds) != 1:
        return None
    (op, index, _), probe = recorder.folds[0], Recorder()
    joint = recorder.joint(op)
    extents = joint.extents()
    if not extents or prod(extents[1:]) < 2 or prod(extents) > UNROLLED:  # one load a row: carrying would gain nothing
        return None
    row, *others = (Var(f"s{d}", e) for d, e in enumerate(extents))
    joint.term(probe, index, [expr(v) for v in (row, *others)])
    if probe.folds or any(domain.original(o).coefficient(vector) != 1 for _, o in probe.loads):
        return None
    places = [domain.original(place) for place in (*(o for _, o in probe.loads), *probe.indices)]
    for var in loops:
        stride = _stride(var, row, places)
        if 0 < stride < extents[0]:
            reads = [(memory, domain.original(place)) for memory, place in _middle(joint, index)]
            return Slide(joint, tuple(map(domain.original, index)), var, stride, reads)
    return None


def _middle(op: Joint, index: Sequence[Expr]) -> Sequence[tuple[SSAValue, Expr]]:
    """What is loaded for the middle of a window's last row."""
    probe, (rows, *others) = Recorder(), op.extents()
    op.term(probe, index, [Expr((), place) for place in (rows - 1, *(e // 2 for e in others))])
    return probe.loads


def _stride(var: Var, row: Var, places: Sequence[Expr]) -> int:
    """By how many rows a window moves with the variable, if every place has the two only together; else 0."""
    found = set[int]()
    for place in (p for p in places if {var, row} & p.variables):
        step = place.coefficient(row)
        alike = step and place.is_linear_in(row) and place.is_linear_in(var) and place.coefficient(var) % step == 0
        found.add(place.coefficient(var) // step if alike else 0)
    return found.pop() if len(found) == 1 else 0
