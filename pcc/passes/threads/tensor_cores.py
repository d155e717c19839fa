"""A product of 16-bit floats by tensor cores, with sums of float32.

A block computes 64 x 64 results, or 128 x 128 if that leaves blocks enough; each of its eight warps a part, by `mma` of
16 x 8. Strips of the factors lie in shared memory twice: while one is multiplied, the next is on its way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from xdsl.dialects.builtin import f32
from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr
from pcc.dialects.pd.base import dtype_of
from pcc.dialects.pd.product import SumOfProducts
from pcc.dialects.threads import HALVES, WARP
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import lanes
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter
from pcc.passes.threads.strip import STEP, Stores, Strips
from pcc.passes.threads.tiled_product import Sum, TiledProduct

DOWN, ACROSS = 2, 4  # warps of a block
SIDE, LARGE_SIDE = 64, 128
BLOCKS = 128  # large ones that keep a device busy
MMA_ROWS, MMA_COLUMNS, MMA_TERMS = 16, 8, 16


class TensorCores(TiledProduct):
    """Sums by `mma` of warps."""

    def __init__(self, op: SumOfProducts, final: SSAValue, target: SSAValue) -> None:
        super().__init__(op, final, target)
        self.warps, self.sides = (DOWN, ACROSS), (LARGE_SIDE, LARGE_SIDE)
        if prod(self.tiles) < BLOCKS or not all(strips.in_chunks for strips in self.strips):
            self.sides = SIDE, SIDE  # of elements that are loaded one by one a thread holds fewer
        self.lanes = 2 if self.together(2) else 1

    @staticmethod
    def suits(op: SumOfProducts) -> bool:
        """16-bit floats, and no side of the product is smaller than what `mma` takes at once."""
        roles, kinds = op.roles(), {dtype_of(o) for o in op.operands}
        sides = prod(roles.rows) >= MMA_ROWS, prod(roles.columns) >= MMA_COLUMNS, prod(op.extents()) >= MMA_TERMS
        return len(kinds) == 1 and kinds <= {*HALVES} and all(sides)

    @property
    def tiles(self) -> tuple[int, int, int]:
        return self.batches, -(-self.rows // self.sides[0]), -(-self.columns // self.sides[1])

    @property
    def strips(self) -> tuple[Strips, Strips]:
        dtype = dtype_of(self.op.operands[0])
        return Strips(self, True, dtype, self.sides[0]), Strips(self, False, dtype, self.sides[1])

    def emit(self, body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
        self.k = k = ThreadEmitter(body, self.lanes, dict(memory))
        batch, row, column = delinear(k.named("block", k.block(), prod(self.tiles)), self.tiles)
        thread = k.named("thread", k.thread(), THREADS)
        first = row * self.sides[0], column * self.sides[1]
        part = self.part(thread)
        sums = self.sums(batch, first, part)
        corner = self.corner(thread, first)
        with k.lanes_here():
            self.finish(k, batch, [own for i, total in enumerate(sums) for own in self.own(i, total, *corner)])
        return Grid(prod(self.tiles))

    # ---- the warp's part of a tile
    def part(self, thread: Expr) -> tuple[Expr, Expr]:
        """Where it begins."""
        warp, (down, across) = thread // WARP, self.warps
        return warp // across * (self.sides[0] // down), warp % across * (self.sides[1] // across)

    def corner(self, thread: Expr, first: tuple[Expr, Expr]) -> tuple[Expr, Expr]:
        """Row and column of the thread's first result, of a tile that begins at `first`."""
        lane, (down, across) = thread % WARP, self.part(thread)
        return first[0] + down + lane // 4, first[1] + across + lane % 4 * 2

    @property
    def matrices(self) -> tuple[int, int]:
        """Of a warp's results: down and across."""
        return self.sides[0] // self.warps[0] // MMA_ROWS, self.sides[1] // self.warps[1] // MMA_COLUMNS

    # ---- sums

    def sums(self, batch: Expr, first: tuple[Expr, Expr], part: tuple[Expr, Expr]) -> Sequence[Scalar]:
        """The thread's part of each of the warp's matrices, row by row."""
        k, steps = self.k, -(-self.terms // STEP)
        buffers = [k.shared(s.dtype, 2 * s.size) for s in self.strips]
        step, held = Var("step", steps), [[k.wide(k.constant(0, f32), 4)] * prod(self.matrices)]
        loading = _Loading(k, list(zip(self.strips, first, buffers, strict=True)), batch)

        def body() -> Sequence[Scalar]:
            loading.ready()
            stores = loading.following(step) if steps > 1 else []
            sums = self._multiply(buffers, expr(step) % 2, part, held[0])
            _run(stores)
            return sums

        _run(loading.strips("first", Expr(), Expr()))
        return k.loop(step, 0, steps, 1, body, held[0], lambda v: held.__setitem__(0, list(v)))

    def _multiply(
        self, buffers: Sequence[SSAValue], turn: Expr, part: tuple[Expr, Expr], sums: Sequence[Scalar]
    ) -> Sequence[Scalar]:
        """The sums and the products of the strips of a turn."""
        k, kind, (down, across), found = self.k, dtype_of(self.op.operands[0]), self.matrices, list(sums)
        for term in range(0, STEP, MMA_TERMS):
            a, b = (
                [s.matrices(k, buffer, turn * s.size, start + n * MMA_ROWS, term) for n in range(count)]
                for s, buffer, start, count in zip(self.strips, buffers, part, (down, across // 2), strict=True)
            )
            for i, j in product(range(down), range(across)):
                at = i * across + j
                found[at] = k.mma(kind, a[i], lanes(k, b[j // 2], j % 2 * 2, 2), found[at])
        return found

    def own(self, number: int, total: Scalar, row: Expr, column: Expr) -> list[Sum]:
        """Of one matrix the thread has two neighbours in a row, and two eight rows below."""
        k, (i, j), found = self.k, divmod(number, self.matrices[1]), list[Sum]()
        for pair, element in product(range(2), range(0, 2, self.lanes)):
            down = k.clamped(f"row{i}_{pair}", row + i * MMA_ROWS + pair * 8, self.rows, self.sides[0])
            place = (column + j * MMA_COLUMNS + element) // self.lanes
            across = k.clamped(f"column{j}_{element}", place, self.columns // self.lanes, self.sides[1] // self.lanes)
            value = lanes(k, total, pair * 2 + element, self.lanes)
            found.append(Sum(value, down[0], across[0] * self.lanes + k.lane, (down[1], across[1])))
        return found


@dataclass(frozen=True)
class _Loading:
    """Fills the buffers of both factors: strips, the first row or column of the tile, and the buffer of each."""

    k: ThreadEmitter
    factors: Sequence[tuple[Strips, Expr, SSAValue]]
    batch: Expr

    @property
    def in_chunks(self) -> bool:
        return any(strips.in_chunks for strips, _, _ in self.factors)

    def strips(self, name: str, step: Expr, turn: Expr, chunks: Sequence[bool] = (True, False)) -> Stores:
        """Those of a step, of the factors that are loaded in chunks or others; what is left to store."""
        found = [
            strips.load(self.k, name, (self.batch, first, step), buffer, turn % 2 * strips.size)
            for strips, first, buffer in self.factors
            if strips.in_chunks in chunks
        ]
        return [store for stores in found for store in stores]

    def following(self, step: Var) -> Stores:
        """Those of the next step into the other buffers; behind the last step nothing is copied."""
        k, turn = self.k, expr(step) + 1
        number = k.index_value(turn)
        following = k.named("next", k.min(number, step.extent - 1), step.extent)
        if self.in_chunks:
            k.when(k.compare("lt", number, step.extent), lambda: _run(self.strips("next", following, turn, [True])))
        return self.strips("next", following, turn, [False])

    def ready(self) -> None:
        """All threads' parts are there, and nobody reads the other buffers any more."""
        if self.in_chunks:
            self.k.async_wait()
        self.k.barrier()


def _run(stores: Stores) -> None:
    for store in stores:
        store()
