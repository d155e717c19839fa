"""Threads that share a row: each takes some of its vectors, and they combine what they found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

from pcc.dialects.index import Expr, delinear
from pcc.dialects.threads import WARP
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import Terms, across_lanes
from pcc.passes.loops.joint import Joint
from pcc.passes.threads.emitter import ThreadEmitter
from pcc.passes.threads.share import Share

VECTORS = 4  # of a row that a thread takes, if a block has threads enough
KEPT = 32  # elements of a row that a thread keeps in registers, at most; of longer rows it reads all again
OTHERS = 32  # registers of a thread that do not hold elements


@dataclass(frozen=True)
class RowTeam:
    """`size` threads, a power of two, for a row; this is number `member` of them, in team number `team` of `teams`. A
    thread keeps up to `kept` elements.
    """

    size: int
    teams: int
    kept: int
    depth: int
    member: Scalar
    team: Scalar

    def share(self, k: ThreadEmitter, count: int) -> Share:
        """The thread's vectors of a row of so many elements."""
        return Share(count // k.lanes, self.size, self.member, self.kept // k.lanes)

    def each(self, k: ThreadEmitter, count: int, body: Callable[[Expr, Scalar | None], None]) -> None:
        """`body` for all columns of this thread, with the condition under which it really has one."""

        def lanes(vector: Expr, mask: Scalar | None) -> None:
            with k.lanes_here():
                body(vector * k.lanes + k.lane, mask)

        self.share(k, count).each(k, lanes)

    # ---- folds
    def folds(self, k: ThreadEmitter, op: Joint, index: Sequence[Expr]) -> bool:
        count = prod(op.extents())
        return k.depth == self.depth and count >= WARP and count % k.lanes == 0

    def fold(self, k: ThreadEmitter, op: Joint, index: tuple[Expr, ...]) -> Sequence[Scalar]:
        k.folds += 1
        terms = Terms.of(op, index, f"f{k.folds}")
        extents = tuple(v.extent for v in terms.variables)

        def term(vector: Expr) -> Sequence[Scalar]:
            with k.lanes_here():
                return terms.at(k, delinear(vector * k.lanes + k.lane, extents))

        initial = [k.wide(a, k.lanes) if k.lanes > 1 else a for a in op.initial(k)]
        found = self.share(k, prod(extents)).fold(k, op, term, initial)
        found = across_lanes(k, op, found) if k.lanes > 1 else found
        return op.finish(k, self._combined(k, op, found), index)

    def _combined(self, k: ThreadEmitter, op: Joint, found: Sequence[Scalar]) -> Sequence[Scalar]:
        """All threads' accumulators as one, in every thread."""
        by = min(self.size, WARP) // 2
        while by:
            found = list(op.combine(k, found, [k.shuffled(a, by) for a in found]))
            by //= 2
        return self._across_warps(k, op, found) if self.size > WARP else found

    def _across_warps(self, k: ThreadEmitter, op: Joint, found: Sequence[Scalar]) -> Sequence[Scalar]:
        warps, total = self.size // WARP, self.size // WARP * self.teams
        warp = k.named("warp", k.index_op("arith.divui", k.thread(), WARP), total)
        team = k.named("team", self.team, self.teams)
        first = k.compare("eq", k.index_op("arith.remui", k.thread(), WARP), 0)
        shared = [(k.shared(a.dtype, total), a) for a in found]

        def store() -> None:
            for memory, a in shared:
                k.store_buffer(a, memory, warp)

        k.when(first, store)
        k.barrier()
        parts = [[k.load_buffer(m, team * warps + w, a.dtype) for m, a in shared] for w in range(warps)]
        found = parts[0]
        for part in parts[1:]:
            found = list(op.combine(k, found, part))
        return found


def most_kept(threads: int, words: int, lanes: int) -> int:
    """Elements that a thread of so many keeps, each of which takes so many registers; one vector at least."""
    registers = (64 << 10) // max(threads, 512)  # of a thread
    return max(min(KEPT, (registers - OTHERS) // words), lanes)


def team_size(vectors: int, most: int) -> int:
    """Threads for a row of so many vectors: a power of two, so that each takes up to four, or a warp one."""
    size = 1
    while size < min(vectors, most) and size * (1 if size < WARP else VECTORS) < vectors:
        size *= 2
    return size
