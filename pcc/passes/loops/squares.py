"""The order of the tiles of transposed reads: squares of them, one after the other.

A square is a few tiles side by side along u, by the vectors of `along`, or of a part of it if it is long; more tiles,
where a square's rows lie side by side in the result. Caches and memory have their sets and banks by address: rows that
are a multiple of some lines apart meet in few of them. Where those of the result are, and where all is far from the
caches, tiles go along the result, whose lines are then written one behind the other, and each tile asks for its share
of the next square, which is whole rows of what is read. Elsewhere tiles go along what is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pcc.dialects.index import Expr, Var, delinear, expr, linear

SIDE = 4  # tiles side by side along u
LONG_SIDE = 16  # of them, where they are written to one piece of memory
DEPTHS = (32, 16, 8, 4)  # vectors of the other side
MEET = 512  # rows that are a multiple of so many bytes apart meet


def depth_of(vectors: int, parts: int) -> int:
    """How many of so many vectors of `along` a square takes: as many as leave so many parts; all, if none do."""
    return next((depth for depth in DEPTHS if vectors // depth >= parts), max(vectors, 1))


@dataclass(frozen=True)
class Square:
    """The squares of u and `along` between the other loops.

    `around`: the loops that go from square to square. `beside`: the loop over the tiles side by side. `low`: the first
    iteration of `along`, of which there are `rows`. `lanes`: the length of a vector, which is a tile's side.
    `along_result`: whether tiles go along the result.
    """

    u: Var
    along: Var
    around: Sequence[Var]
    steps: Var
    beside: Var
    low: Expr
    rows: int
    lanes: int
    along_result: bool

    @staticmethod
    def of(
        loops: Sequence[Var], u: Var, along: Var, low: Expr, rows: int, lanes: int, apart: int, width: int, far: bool
    ) -> Square:
        """The squares of whole tiles among loops of which `along` is the last; rows of the result of `width` bytes an
        element are so many elements apart. far: the caches do not hold what is read and written.
        """
        count, whole = u.extent // lanes, apart == along.extent <= SIDE * lanes
        meet = apart > 0 and apart * width % MEET == 0
        sides = (LONG_SIDE, SIDE, 2, 1) if whole else (SIDE, 2, 1)
        side = next(n for n in sides if count % n == lanes % n == 0)
        steps, beside = Var(f"{u.name}t", count // side), Var(f"{u.name}s", side)
        around = [steps if v == u else v for v in loops if v != along]
        return Square(u, along, around, steps, beside, low, rows, lanes, far or (meet and not whole))

    @property
    def loops(self) -> list[Var]:
        inner = [self.beside, self.along] if self.along_result else [self.along, self.beside]
        return [v for v in (*self.around, *inner) if v.extent > 1 or v == self.along]

    @property
    def first(self) -> Expr:
        """The first iteration of u in a tile."""
        return (expr(self.steps) * self.beside.extent + self.beside) * self.lanes

    def following(self, read: Expr, down: Var) -> Expr:
        """Where a tile's share of the next square begins, of which it asks for a vector for each of its own.

        read: an offset in u and `along`. down: the first iteration of `along` in the tile.
        """
        side = self.beside.extent
        row = self.low + expr(self.beside) * (self.rows // side) + (expr(down) - self.low) // side
        at = read.substitute({self.u: expr(self.steps) * side * self.lanes, self.along: row}.get)
        extents = tuple(v.extent for v in self.around)
        places = delinear(linear([expr(v) for v in self.around], extents) + 1, extents)
        return at.substitute(dict(zip(self.around, places, strict=True)).get)

    def share(self, vector: int, step: int) -> int:
        """How far behind its begin a share's vector is, if rows are `step` apart."""
        row, column = divmod(vector, self.beside.extent)
        return row * step + column * self.lanes
