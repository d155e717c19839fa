"""A product of two tensors and what follows it, element by element, by tiles in shared memory.

A block computes 64 rows by 16 vectors of columns, a thread 4 rows of one vector. Step by step along the sum the block
loads a strip of each factor; what follows is computed from the thread's sums, where they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr
from pcc.dialects.kernel import ComputeOp, yielded
from pcc.dialects.pd.base import bit_width
from pcc.dialects.pd.product import SumOfProducts
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import lanes
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter
from pcc.passes.threads.tensor_cores import TensorCores
from pcc.passes.threads.tiled_product import Sum, TiledProduct

ACROSS = 16  # threads side by side, and terms of a step
DOWN = THREADS // ACROSS
OWN_ROWS = 4  # of a thread
TILE_ROWS = DOWN * OWN_ROWS
ZERO = Expr()
SHORT = 2  # steps that NVRTC makes straight-line code by itself; then it loads more than fits in registers,
TERMS = 8  # unless only so many terms of a step are unrolled
PAD = 4  # elements between rows in shared memory, so that these start in different banks


class ProductNest(TiledProduct):
    """Sums by multiplications and additions of each thread."""

    def __init__(self, op: SumOfProducts, final: SSAValue, target: SSAValue) -> None:
        super().__init__(op, final, target)
        self.lanes = 4 if bit_width(self.kind) <= 32 and self.together(4) else 1

    @property
    def width(self) -> int:
        """Columns of a tile."""
        return ACROSS * self.lanes

    @property
    def tiles(self) -> tuple[int, int, int]:
        return self.batches, -(-self.rows // TILE_ROWS), -(-self.columns // self.width)

    def emit(self, body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
        self.k = k = ThreadEmitter(body, self.lanes, dict(memory))
        blocks = prod(self.tiles)
        batch, row, column = delinear(k.named("block", k.block(), blocks), self.tiles)
        thread = k.named("thread", k.thread(), THREADS)
        x, y = thread % ACROSS, thread // ACROSS
        vectors = self.columns // self.lanes
        vector, real = k.clamped("vector", column * ACROSS + x, vectors, self.width // self.lanes)
        sums = self.sums(batch, row * TILE_ROWS, column * self.width, x, y)
        with k.lanes_here():
            own = list[Sum]()
            for i, total in enumerate(sums):
                here, inside = k.clamped(f"row{i}", row * TILE_ROWS + y * OWN_ROWS + i, self.rows, TILE_ROWS)
                own.append(Sum(total, here, vector * self.lanes + k.lane, (inside, real)))
            self.finish(k, batch, own)
        return Grid(blocks)

    # ---- sums
    def sums(self, batch: Expr, first_row: Expr, first_column: Expr, x: Expr, y: Expr) -> Sequence[Scalar]:
        """The thread's sums, a vector for each of its rows."""
        k, kind = self.k, self.kind
        strips = k.shared(kind, ACROSS * (TILE_ROWS + PAD)), k.shared(kind, ACROSS * (self.width + PAD))
        step, zero = Var("step", -(-self.terms // ACROSS)), k.constant(0, kind)
        held = [[k.wide(zero, self.lanes) if self.lanes > 1 else zero] * OWN_ROWS]

        def body() -> Sequence[Scalar]:
            loaded = [
                *self.strip(True, batch, first_row, expr(step), TILE_ROWS, strips[0], "row"),
                *self.strip(False, batch, first_column, expr(step), self.width, strips[1], "column"),
            ]
            k.barrier()
            for value, buffer, at in loaded:
                k.store_buffer(value, buffer, at)
            k.barrier()
            return self.terms_of(strips, held[0], x, y)

        return k.loop(step, 0, step.extent, 1, body, held[0], lambda v: held.__setitem__(0, list(v)))

    def strip(
        self, of_rows: bool, batch: Expr, first: Expr, step: Expr, width: int, buffer: SSAValue, name: str
    ) -> list[tuple[Scalar, SSAValue, Expr]]:
        """The thread's elements of a strip of a factor: what goes where in shared memory."""
        k, along, thread = self.k, self.along_sum(of_rows), expr(Var("thread", THREADS))
        found: list[tuple[Scalar, SSAValue, Expr]] = []
        for turn in range(-(-ACROSS * width // THREADS)):
            place = thread + turn * THREADS
            term, side = (place % ACROSS, place // ACROSS) if along else (place // width, place % width)
            at, _ = k.clamped(f"{name}_{turn}_at", first + side, self.extent(of_rows), width)
            of, real = k.clamped(f"{name}_{turn}_of", step * ACROSS + term, self.terms, ACROSS)
            value = self.factor(k, of_rows, batch, at, of)()
            value = value if real is None else k.select(real, value, 0)
            found.append((value, buffer, term * (width + PAD) + side))
        return found

    def terms_of(
        self, strips: Sequence[SSAValue], sums: Sequence[Scalar], x: Expr, y: Expr, first: Expr = ZERO
    ) -> Sequence[Scalar]:
        """The sums and the products of a step; that of the rows begins at `first`."""
        k, kind, held, term = self.k, self.kind, [list(sums)], Var("term", ACROSS)

        def body() -> Sequence[Scalar]:
            with k.lanes_here():
                side = k.load_buffer(strips[1], expr(term) * (self.width + PAD) + x * self.lanes + k.lane, kind)
                down = self._down(strips[0], first + expr(term) * (TILE_ROWS + PAD) + y * OWN_ROWS)
                return [k.add(total, k.mul(a, side)) for total, a in zip(held[0], down, strict=True)]

        found = k.loop(term, 0, ACROSS, 1, body, held[0], lambda v: held.__setitem__(0, list(v)))
        if prod(self.summed) <= SHORT * ACROSS:
            k.unroll(found, TERMS)
        return found

    def _down(self, strip: SSAValue, at: Expr) -> list[Scalar]:
        """The elements of the thread's rows: one load, if it has as many rows as it takes columns at once."""
        k, kind = self.k, self.kind
        if self.lanes != OWN_ROWS:
            return [k.load_buffer(strip, at + i, kind) for i in range(OWN_ROWS)]
        four = k.load_buffer(strip, at + k.lane, kind)
        return [lanes(k, four, i, 1) for i in range(OWN_ROWS)]


def emit_product(compute: ComputeOp, body: Block, op: SumOfProducts, memory: Mapping[SSAValue, SSAValue]) -> Grid:
    """Append the code of one thread."""
    (final,), (target,) = yielded(compute), compute.targets
    way = TensorCores if TensorCores.suits(op) else ProductNest
    return way(op, final, target).emit(body, memory)
