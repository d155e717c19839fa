"""Transposed reads by tiles: what one loop reads side by side, another stores side by side.

A tile goes through shared memory: it is loaded along one loop and read from there along the other. Its rows there are
one element longer than they need to be, so that neither way meets a bank of memory twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from xdsl.ir import Attribute, SSAValue

from pcc.dialects.index import Expr, Var, delinear
from pcc.dialects.pd.base import dtype_of
from pcc.passes.loops.emitter import Scalar, storage_type
from pcc.passes.loops.transpose import tile_variable, tiled_reads
from pcc.passes.threads.emitter import THREADS, ThreadEmitter
from pcc.passes.threads.part import Part
from pcc.passes.threads.way import Way

SIDE = 64
TURNS = SIDE * SIDE // THREADS  # of a block's threads at a tile


@dataclass(frozen=True)
class Turned:
    """Where the elements of the tiles lie: by memory and offset, buffer and place."""

    places: dict[tuple[SSAValue, Expr], tuple[SSAValue, Expr]]

    def load(self, k: ThreadEmitter, source: SSAValue, offset: Expr, stored: Attribute) -> Scalar | None:
        found = self.places.get((source, offset))
        return k.load_buffer(*found, stored) if found is not None else None


class Tiles(Way):
    """y[v, u] = ... of x[u, v]: u is the loop that reads step through by one."""

    def __init__(self, part: Part, targets: Mapping[SSAValue, SSAValue], shared: bool) -> None:
        super().__init__(part, targets, shared)
        *_, self.v = loops = part.domain.variables
        self.u = _tiled(part)
        self.others = [x for x in loops if x not in (self.u, self.v)]
        self.grid = (*(x.extent for x in self.others), -(-self.u.extent // SIDE), -(-self.v.extent // SIDE))
        self.blocks = prod(self.grid)

    @classmethod
    def suits(cls, part: Part) -> bool:
        loops = part.domain.variables
        return bool(loops) and tile_variable(loops[-1], part.recorder, part.domain) is not None

    @classmethod
    def lanes_of(cls, part: Part) -> int:
        return 1

    def emit(self, k: ThreadEmitter, block: Expr, thread: Expr) -> None:
        *others, row, column = delinear(block, self.grid)
        x, y = thread % SIDE, thread // SIDE
        lows = {self.u: row * SIDE, self.v: column * SIDE}
        known = dict(zip(self.others, others, strict=True))
        buffers = self._load(k, lows, known, x, y)
        k.barrier()
        for turn in range(TURNS):
            down = y + turn * (THREADS // SIDE)
            places = {
                self.u: k.clamped(f"u_down{turn}", lows[self.u] + down, self.u.extent, SIDE),
                self.v: k.clamped("v_across", lows[self.v] + x, self.v.extent, SIDE),
            }
            k.tile = Turned(
                {
                    (k.memory[memory], self._at(read, known, places)): (buffer, x * (SIDE + 1) + down)
                    for memory, read, buffer in buffers
                }
            )  # type: ignore[assignment]
            values = [known[v] if v in known else places[v][0] for v in self.part.domain.variables]
            self.store_vector(k, self.part.domain.variables, values, *(condition for _, condition in places.values()))
        k.tile = None

    def _load(
        self, k: ThreadEmitter, lows: Mapping[Var, Expr], known: Mapping[Var, Expr], x: Expr, y: Expr
    ) -> Sequence[tuple[SSAValue, Expr, SSAValue]]:
        """The tiles of all transposed reads into shared memory: memory, offset by the loops, and buffer of each."""
        loads = dict.fromkeys(zip((m for m, _ in self.part.recorder.loads), self.part.domain.accesses, strict=False))
        turned = tiled_reads([read for _, read in loads], self.u, self.v, self.part.domain.variables)
        found = [
            (m, read, k.shared(storage_type(dtype_of(m)), SIDE * (SIDE + 1))) for m, read in loads if read in turned
        ]
        loaded: list[tuple[Scalar, SSAValue, Expr]] = []
        for turn in range(TURNS):
            down = y + turn * (THREADS // SIDE)
            places = {
                self.u: k.clamped("u_across", lows[self.u] + x, self.u.extent, SIDE),
                self.v: k.clamped(f"v_down{turn}", lows[self.v] + down, self.v.extent, SIDE),
            }
            for memory, read, buffer in found:
                loaded.append((k.load_stored(memory, self._at(read, known, places)), buffer, down * (SIDE + 1) + x))
        for value, buffer, place in loaded:
            k.store_buffer(value, buffer, place)
        return found

    def _at(self, read: Expr, known: Mapping[Var, Expr], places: Mapping[Var, tuple[Expr, Scalar | None]]) -> Expr:
        values = {**known, **{var: place for var, (place, _) in places.items()}}
        return read.substitute(values.get)


def _tiled(part: Part) -> Var:
    found = tile_variable(part.domain.variables[-1], part.recorder, part.domain)
    assert found is not None
    return found
