"""Folds down columns: a warp takes columns side by side, and the warps of a block take turns at their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, delinear
from pcc.dialects.threads import WARP
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import Terms
from pcc.passes.loops.joint import Joint
from pcc.passes.threads.emitter import THREADS, ThreadEmitter
from pcc.passes.threads.part import Part
from pcc.passes.threads.share import UNROLLED, Share
from pcc.passes.threads.way import Way

WARPS = THREADS // WARP
LEAST = 4 * WARPS  # rows


@dataclass(frozen=True)
class ColumnTeam:
    """The threads of a block for the same columns; this is that of warp `warp`, and has place `lane` in it."""

    depth: int
    warp: Scalar
    lane: Scalar

    def folds(self, k: ThreadEmitter, op: Joint, index: Sequence[Expr]) -> bool:
        return k.depth == self.depth and prod(op.extents()) >= LEAST

    def fold(self, k: ThreadEmitter, op: Joint, index: tuple[Expr, ...]) -> Sequence[Scalar]:
        k.folds += 1
        terms = Terms.of(op, index, f"f{k.folds}")
        extents = tuple(v.extent for v in terms.variables)
        term = lambda row: terms.at(k, delinear(row, extents))  # noqa: E731
        share = Share(prod(extents), WARPS, self.warp, UNROLLED)
        found = share.fold(k, op, term, [self._wide(k, a) for a in op.initial(k)])
        return op.finish(k, self._combined(k, op, found), index)

    def _wide(self, k: ThreadEmitter, x: Scalar) -> Scalar:
        return k.wide(x, k.lanes) if k.lanes > 1 else x

    def _combined(self, k: ThreadEmitter, op: Joint, found: Sequence[Scalar]) -> Sequence[Scalar]:
        """What all warps found, in every thread."""
        warp, lane = k.named("warp", self.warp, WARPS), k.named("place", self.lane, WARP)
        shared = [(k.shared(a.dtype, THREADS * k.lanes), a) for a in found]
        for memory, a in shared:
            k.store_buffer(a, memory, (warp * WARP + lane) * k.lanes + k.lane)
        k.barrier()
        total: Sequence[Scalar] | None = None
        for w in range(WARPS):
            part = [k.load_buffer(m, (lane + w * WARP) * k.lanes + k.lane, a.dtype) for m, a in shared]
            total = part if total is None else list(op.combine(k, total, part))
        assert total is not None
        return total


class Columns(Way):
    """out[c] = the fold of x[r, c] over all r."""

    def __init__(self, part: Part, targets: Mapping[SSAValue, SSAValue], shared: bool) -> None:
        super().__init__(part, targets, shared)
        self.vectors = prod(v.extent for v in part.rows) // self.lanes
        self.blocks = -(-self.vectors // WARP)

    @classmethod
    def suits(cls, part: Part) -> bool:
        """Where all folds have many terms, and threads side by side read side by side."""
        counts = part.folded()
        return bool(counts) and not part.columns and min(counts) >= LEAST and not part.along_rows

    def emit(self, k: ThreadEmitter, block: Expr, thread: Expr) -> None:
        warp, lane = k.told("warp", thread // WARP), k.told("place", thread % WARP)
        at, real = k.clamped("t", block * WARP + thread % WARP, self.vectors, WARP)
        first = k.compare("eq", warp, 0)
        with k.lanes_here():
            k.team = ColumnTeam(k.depth, warp, lane)
            extents = tuple(v.extent for v in self.part.rows)
            self.store_vector(k, self.part.rows, delinear(at * k.lanes + k.lane, extents), first, real)
