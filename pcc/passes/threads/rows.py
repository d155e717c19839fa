"""Folds along rows: a team of threads takes a row, each of them some of its vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, delinear, linear
from pcc.dialects.pd.base import shape_of
from pcc.dialects.threads import WARP
from pcc.passes.loops.emitter import Scalar
from pcc.passes.threads.emitter import THREADS, ThreadEmitter
from pcc.passes.threads.part import Part
from pcc.passes.threads.team import RowTeam, most_kept, team_size
from pcc.passes.threads.way import Way

MOST_THREADS = 1024  # of a block


class Rows(Way):
    """y[r, c] = ... of x[r, c] and folds of row r, or the folds themselves."""

    def __init__(self, part: Part, targets: Mapping[SSAValue, SSAValue], shared: bool) -> None:
        super().__init__(part, targets, shared)
        self.rows, self.extents = tuple(v.extent for v in part.rows), tuple(v.extent for v in part.columns)
        longest = max([prod(self.extents), *part.folded()]) // self.lanes
        words = part.words()
        most = MOST_THREADS if words == 1 else MOST_THREADS // 2  # which have more registers each
        self.size = team_size(max(longest, 1), THREADS if shared else most)
        self.threads = max(self.size, THREADS)
        self.kept = most_kept(self.threads, words, self.lanes)
        self.blocks = -(-prod(self.rows) // (self.threads // self.size))

    @classmethod
    def suits(cls, part: Part) -> bool:
        return max(part.folded(), default=0) >= WARP and (bool(part.columns) or part.along_rows)

    @classmethod
    def lanes_of(cls, part: Part) -> int:
        return part.lanes(part.columns, part.rows, folds=True)

    def emit(self, k: ThreadEmitter, block: Expr, thread: Expr) -> None:
        teams, rows = self.threads // self.size, prod(self.rows)
        row, real = k.clamped("row", block * teams + thread // self.size, rows, teams)
        team, member = k.told("team", thread // self.size), k.told("member", thread % self.size)
        k.team = group = RowTeam(self.size, teams, self.kept, k.depth, member, team)
        places = delinear(row, self.rows)
        if self.extents:
            at = lambda column: [*places, *delinear(column, self.extents)]  # noqa: E731
            loops = [*self.part.rows, *self.part.columns]
            group.each(k, prod(self.extents), lambda c, mask: self.store_vector(k, loops, at(c), mask, real))
        if self.small or not self.extents:
            self._store_rows(k, places, k.compare("eq", member, 0), real)

    def _store_rows(self, k: ThreadEmitter, places: Sequence[Expr], *conditions: Scalar | None) -> None:
        """The folds' own results."""
        if not self.extents:
            return self.store_vector(k, self.part.rows, places, *conditions)
        offset = linear(list(places), self.rows)
        self.store(k, [(v, delinear(offset, shape_of(v))) for v in self.small], *conditions)
