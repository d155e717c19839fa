"""Transposed reads by tiles: where one loop reads side by side what another stores side by side.

A nest that stores along v and reads along u would gather every vector of v. Instead u goes in steps of a vector's
length n: n vectors are loaded along u, transposed in registers, and are the vectors along v of n iterations of u.
Memory is read and written in whole vectors, and each element is moved log2(n) times between registers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xdsl.dialects import vector
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.pd.base import bit_width
from pcc.passes.loops.scopes import Scalar
from pcc.passes.loops.shuffles import zip_halves

if TYPE_CHECKING:
    from pcc.passes.loops.domain import Domain
    from pcc.passes.loops.emitter import Emitter
    from pcc.passes.loops.recorder import Recorder
    from pcc.passes.loops.squares import Square

SHORTEST = 8  # iterations of either loop from which on tiles pay
LINE = 64  # bytes of a cache line
AHEAD = 4  # cache lines of a row that follow what is read of it, and are asked for where tiles go along it
LARGEST_BODY = 24  # operations of a body that is written out for every iteration of a tile


def tile_variable(along: Var | None, recorder: Recorder, domain: Domain) -> Var | None:
    """The loop u to tile with the vector loop `along`: the one that most strided reads step through by one; or None."""
    if along is None or along.extent < SHORTEST or recorder.folds or recorder.guards:
        return None
    if recorder.operations > LARGEST_BODY:
        return None
    reads = domain.accesses[: len(recorder.loads)]
    votes = {u: len(tiled_reads(reads, u, along, domain.variables)) for u in domain.variables}
    best = max(votes, key=votes.__getitem__)
    return best if votes[best] and best.extent >= SHORTEST else None


def tiled_reads(reads: Sequence[Expr], u: Var, along: Var, loops: Sequence[Var]) -> list[Expr]:
    """The reads that step by one through u and by more through `along`, at places that only the loops decide."""
    return [
        read
        for read in reads
        if u != along and read.is_linear_in(u) and read.coefficient(u) == 1 and read.is_linear_in(along)
        and read.coefficient(along) not in (0, 1) and read.variables <= set(loops)
    ]  # fmt: skip


@dataclass
class Tile:
    """The tile being emitted: `count` iterations of u, from `first` on, by a vector along v.

    reads: the transposed reads' offsets, in u and v. square: that of a whole tile. `copy`: the iteration that the body
    is being emitted for.
    """

    u: Var
    along: Var
    first: Expr
    count: int
    reads: Sequence[Expr]
    square: Square | None = None
    copy: int = 0

    def here(self, value: Expr, copy: int | None = None) -> Expr:
        """An expression at the present (or a given) iteration of u."""
        now = self.first + (self.copy if copy is None else copy)
        return value.substitute(lambda v: now if v == self.u else None)

    def load(self, k: Emitter, source: SSAValue, offset: Expr, stored: Attribute) -> Scalar | None:
        """The vector along v at an offset, if it is one of the transposed reads."""
        read = offset - (self.first + self.copy) + self.u
        if read not in self.reads:
            return None
        key = (Tile, source, read, self.first)
        made = k.made(key, k.depth)
        if made is None:
            self._ask(k, source, read, stored)
            made = zip_halves(k, self._rows(k, source, self.here(read, 0), stored))
            k.note(key, k.depth, made)
        return made[self.copy]

    def _rows(self, k: Emitter, source: SSAValue, offset: Expr, stored: Attribute) -> list[Scalar]:
        """Vectors along u, one for each iteration of v; zeros for those that a partial vector lacks."""
        step, zero = offset.coefficient(self.along), k.wide(k.constant(0, stored), k.lanes)
        active = self.along.extent % k.lanes if k.masks else k.lanes
        rows: list[Scalar] = []
        for r in range(active):
            at = k.scalar_index(offset - expr(self.along) * step + r * step, self.along, step)
            if self.count == k.lanes:
                rows.append(k.emit(vector.LoadOp, [k.memref_of(source), at], stored, k.lanes))
            else:
                mask = k.lanes_mask(self.count)
                rows.append(k.emit(vector.MaskedLoadOp, [k.memref_of(source), at, mask, zero], stored, k.lanes))
        return rows + [zero] * (k.lanes - active)

    def _ask(self, k: Emitter, source: SSAValue, read: Expr, stored: Attribute) -> None:
        """Ask for as much as a whole tile loads: of the next square, or of the same rows."""
        if self.square is None or k.masks:
            return
        step, lanes = read.coefficient(self.along), range(k.lanes)
        down = Var(f"{self.along.name}d", self.along.extent)
        k.scopes[-1].variables[down] = k.lookup(self.along)
        if self.square.along_result:
            start, places = self.square.following(read, down), [self.square.share(r, step) for r in lanes]
        else:
            start, places = self.here(read, 0).substitute({self.along: expr(down)}.get), [r * step for r in lanes]
            start += AHEAD * LINE * 8 // bit_width(stored)
        at = k.index_value(start)
        for place in places:
            k.prefetch(source, at, stored, place)
