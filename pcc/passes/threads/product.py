"""A product of two tensors and what follows it, element by element, by tiles in shared memory.

A block computes 64 rows by 16 vectors of columns, a thread 4 rows of one vector. Step by step along the sum the block
loads a strip of each factor; what follows is computed from the thread's sums, where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import TypeVar

from xdsl.ir import Attribute, Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.kernel import ComputeOp, yielded
from pcc.dialects.pd.base import bit_width, dtype_of, shape_of
from pcc.dialects.pd.product import SumOfProducts
from pcc.dialects.scalars import Scalars, compute_type
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import lanes
from pcc.passes.loops.recorder import Recorder
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter
from pcc.passes.threads.part import aligned

S = TypeVar("S")
ACROSS = 16  # threads side by side, and terms of a step
DOWN = THREADS // ACROSS
OWN_ROWS = 4  # of a thread
TILE_ROWS = DOWN * OWN_ROWS
SHORT = 2  # steps that NVRTC makes straight-line code by itself; then it loads more than fits in registers,
TERMS = 8  # unless only so many terms of a step are unrolled
PAD = 4  # elements between rows in shared memory, so that these start in different banks


class ProductNest:
    """The code of one thread for a launch of one sum of products and its epilogue."""

    def __init__(self, op: SumOfProducts, final: SSAValue, target: SSAValue) -> None:
        self.op, self.final, self.target, self.roles = op, final, target, op.roles()
        self.kind: Attribute = compute_type(dtype_of(op.operands[0]))
        self.batches, self.rows, self.columns = (
            prod(e) for e in (self.roles.batch, self.roles.rows, self.roles.columns)
        )
        self.summed, self.lanes = tuple(op.extents()), self._lanes()
        self.width = ACROSS * self.lanes
        self.tiles = self.batches, -(-self.rows // TILE_ROWS), -(-self.columns // self.width)

    def _lanes(self) -> int:
        """Four columns at once, where results lie side by side in fours."""
        if self.columns % 4 or bit_width(self.kind) > 32:
            return 1
        lane, batch, row = Var("lane", 4), Var("batch", self.batches), Var("row", self.rows)
        index = self._index(expr(batch), expr(row), expr(Var("vector", self.columns // 4)) * 4 + lane)
        return 4 if aligned(linear(index, shape_of(self.op.results[0])), lane, 4) else 1

    def emit(self, body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
        self.k = k = ThreadEmitter(body, self.lanes, dict(memory))
        blocks = prod(self.tiles)
        batch, row, column = delinear(k.named("block", k.block(), blocks), self.tiles)
        thread = k.named("thread", k.thread(), THREADS)
        x, y = thread % ACROSS, thread // ACROSS
        vectors = self.columns // self.lanes
        vector, real = k.clamped("vector", column * ACROSS + x, vectors, self.width // self.lanes)
        sums = self._sums(batch, row * TILE_ROWS, column * self.width, x, y)
        with k.lanes_here():
            made = self.op.results[0]
            k.held[made] = {}
            places: list[tuple[Sequence[Expr], Scalar | None]] = []
            for i, total in enumerate(sums):
                here, inside = k.clamped(f"row{i}", row * TILE_ROWS + y * OWN_ROWS + i, self.rows, TILE_ROWS)
                index = self._index(batch, here, vector * self.lanes + k.lane)
                k.held[made][linear(index, shape_of(made))] = total
                places.append((index, inside))
            for index, inside in places:
                self._store(index, inside, real)
        return Grid(blocks)

    # ---- places
    def _index(self, batch: Expr, row: Expr, column: Expr) -> list[Expr]:
        """The result's."""
        of, roles = delinear, self.roles
        return roles.index(of(batch, roles.batch), of(row, roles.rows), of(column, roles.columns))

    def _store(self, index: Sequence[Expr], *conditions: Scalar | None) -> None:
        offset = linear(list(index), shape_of(self.op.results[0]))
        value = self.k.read(self.final, delinear(offset, shape_of(self.final)))
        with self.k.conditions(*conditions):
            self.k.store(value, dtype_of(self.final), self.target, offset)

    # ---- sums
    def _sums(self, batch: Expr, first_row: Expr, first_column: Expr, x: Expr, y: Expr) -> Sequence[Scalar]:
        """The thread's sums, a vector for each of its rows."""
        k, kind = self.k, self.kind
        strips = k.shared(kind, ACROSS * (TILE_ROWS + PAD)), k.shared(kind, ACROSS * (self.width + PAD))
        step, zero = Var("step", -(-prod(self.summed) // ACROSS)), k.constant(0, kind)
        held = [[k.wide(zero, self.lanes) if self.lanes > 1 else zero] * OWN_ROWS]

        def body() -> Sequence[Scalar]:
            loaded = [
                *self._strip(True, batch, first_row, expr(step), TILE_ROWS, strips[0]),
                *self._strip(False, batch, first_column, expr(step), self.width, strips[1]),
            ]
            k.barrier()
            for value, buffer, at in loaded:
                k.store_buffer(value, buffer, at)
            k.barrier()
            return self._terms(strips, held[0], x, y)

        return k.loop(step, 0, step.extent, 1, body, held[0], lambda v: held.__setitem__(0, list(v)))

    def _strip(
        self, of_rows: bool, batch: Expr, first: Expr, step: Expr, width: int, buffer: SSAValue
    ) -> list[tuple[Scalar, SSAValue, Expr]]:
        """The thread's elements of a strip of a factor: what goes where in shared memory."""
        k, along, thread = self.k, self._along_sum(of_rows), expr(Var("thread", THREADS))
        found: list[tuple[Scalar, SSAValue, Expr]] = []
        for turn in range(-(-ACROSS * width // THREADS)):
            place, name = thread + turn * THREADS, f"{'row' if of_rows else 'column'}_{turn}"
            term, side = (place % ACROSS, place // ACROSS) if along else (place // width, place % width)
            at, _ = k.clamped(f"{name}_at", first + side, self.rows if of_rows else self.columns, width)
            of, real = k.clamped(f"{name}_of", step * ACROSS + term, prod(self.summed), ACROSS)
            value = self._factor(k, of_rows, batch, at, of)()
            value = value if real is None else k.select(real, value, 0)
            found.append((value, buffer, term * (width + PAD) + side))
        return found

    def _factor(self, k: Scalars[S], of_rows: bool, batch: Expr, at: Expr, of: Expr) -> Callable[[], S]:
        """What reads an element of a factor: at a row or column, of a term of the sum."""
        index = self._index(batch, *((at, Expr()) if of_rows else (Expr(), at)))
        factors = self.op.factors(k, index, delinear(of, self.summed))
        return factors[self.roles.of_rows if of_rows else 1 - self.roles.of_rows]

    def _along_sum(self, of_rows: bool) -> bool:
        """Whether neighbours along the sum lie side by side in a factor, and not those along its own side."""
        recorder, at, of = Recorder(), Var("at", self.rows if of_rows else self.columns), Var("of", prod(self.summed))
        self._factor(recorder, of_rows, Expr(), expr(at), expr(of))()
        return any(o.coefficient(of) == 1 for _, o in recorder.loads) and not any(
            o.coefficient(at) == 1 for _, o in recorder.loads
        )

    def _terms(self, strips: Sequence[SSAValue], sums: Sequence[Scalar], x: Expr, y: Expr) -> Sequence[Scalar]:
        """The sums and the products of a step."""
        k, kind, held, term = self.k, self.kind, [list(sums)], Var("term", ACROSS)

        def body() -> Sequence[Scalar]:
            with k.lanes_here():
                side = k.load_buffer(strips[1], expr(term) * (self.width + PAD) + x * self.lanes + k.lane, kind)
                down = self._down(strips[0], expr(term) * (TILE_ROWS + PAD) + y * OWN_ROWS)
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
    return ProductNest(op, final, target).emit(body, memory)
