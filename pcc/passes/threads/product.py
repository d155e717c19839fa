"""A product of two tensors and what follows it, element by element, by tiles in shared memory.

A block computes 64 rows by 16 vectors of columns, a thread 4 rows of one vector. Step by step along the sum the block
loads a strip of each factor; what follows is computed from the thread's sums, where they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.kernel import ComputeOp, yielded
from pcc.dialects.pd.base import bit_width, dtype_of, shape_of
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.scalars import compute_type
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import lanes
from pcc.passes.loops.recorder import Recorder
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter

ACROSS = 16  # threads side by side, and terms of a step
DOWN = THREADS // ACROSS
OWN_ROWS = 4  # of a thread
TILE_ROWS = DOWN * OWN_ROWS
PAD = 4  # elements between rows in shared memory, so that these start in different banks


@dataclass(frozen=True)
class Letters:
    """Letters of one role as one index."""

    names: Sequence[str]
    extents: tuple[int, ...]

    @staticmethod
    def of(names: Sequence[str], sizes: Mapping[str, int]) -> Letters:
        return Letters(names, tuple(sizes[name] for name in names))

    @property
    def count(self) -> int:
        return prod(self.extents)

    def at(self, place: Expr) -> dict[str, Expr]:
        return dict(zip(self.names, delinear(place, self.extents), strict=True))


class ProductNest:
    """The code of one thread for a launch of one contraction and its epilogue."""

    def __init__(self, op: Contraction, final: SSAValue, target: SSAValue) -> None:
        self.op, self.final, self.target = op, final, target
        relation, sizes = op.einsum(), op.letter_extents()
        in_x, in_y = ({l for d in dims for l in d} for dims in relation.operands)
        result = [d[0] for d in relation.results[0] if d]
        self.rows = Letters.of([l for l in result if l in in_x and l not in in_y], sizes)
        self.columns = Letters.of([l for l in result if l in in_y and l not in in_x], sizes)
        self.batch = Letters.of([l for l in result if l in in_x and l in in_y], sizes)
        self.summed = Letters.of(op.summed(), sizes)
        self.dims = relation
        self.lanes = self._lanes()
        self.width = ACROSS * self.lanes
        self.tiles = self.batch.count, -(-self.rows.count // TILE_ROWS), -(-self.columns.count // self.width)

    def _lanes(self) -> int:
        """Four columns at once, where results lie side by side in fours."""
        fours = self.columns.count % 4 == 0 and bool(self.columns.names)
        last = self.dims.results[0][-1:] == ((self.columns.names[-1],),) if fours else False
        narrow = bit_width(compute_type(dtype_of(self.op.x))) <= 32
        return 4 if fours and last and narrow and self.columns.extents[-1] % 4 == 0 else 1

    def emit(self, body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
        self.k = k = ThreadEmitter(body, self.lanes, dict(memory))
        blocks = prod(self.tiles)
        batch, row, column = delinear(k.named("block", k.block(), blocks), self.tiles)
        thread = k.named("thread", k.thread(), THREADS)
        x, y = thread % ACROSS, thread // ACROSS
        vectors = self.columns.count // self.lanes
        vector, real = self._within("vector", column * ACROSS + x, vectors, self.width // self.lanes)
        sums = self._sums(batch, row * TILE_ROWS, column * self.width, x, y)
        with k.lanes_here():
            k.held[self.op.out] = {}
            places: list[tuple[Sequence[Expr], Scalar | None]] = []
            for i, total in enumerate(sums):
                here, inside = self._within(f"row{i}", row * TILE_ROWS + y * OWN_ROWS + i, self.rows.count, TILE_ROWS)
                index = self._index(batch, here, vector * self.lanes + k.lane)
                k.held[self.op.out][linear(index, shape_of(self.op.out))] = total
                places.append((index, inside))
            for index, inside in places:
                self._store(index, inside, real)
        return Grid(blocks)

    # ---- places
    def _within(self, name: str, place: Expr, count: int, unit: int) -> tuple[Expr, Scalar | None]:
        """A place, or the last one instead of those behind the end, and whether it is one."""
        if count % unit == 0:
            return place, None
        k, value = self.k, self.k.index_value(place)
        return k.named(name, k.min(value, count - 1), count), k.compare("lt", value, count)

    def _index(self, batch: Expr, row: Expr, column: Expr) -> list[Expr]:
        values = {**self.batch.at(batch), **self.rows.at(row), **self.columns.at(column)}
        return [values[d[0]] if d else Expr() for d in self.dims.results[0]]

    def _store(self, index: Sequence[Expr], *conditions: Scalar | None) -> None:
        offset = linear(list(index), shape_of(self.op.out))
        value = self.k.read(self.final, delinear(offset, shape_of(self.final)))
        with self.k.conditions(*conditions):
            self.k.store(value, dtype_of(self.final), self.target, offset)

    # ---- sums
    def _sums(self, batch: Expr, first_row: Expr, first_column: Expr, x: Expr, y: Expr) -> Sequence[Scalar]:
        """The thread's sums, a vector for each of its rows."""
        k, kind = self.k, compute_type(dtype_of(self.op.x))
        strips = k.shared(kind, ACROSS * (TILE_ROWS + PAD)), k.shared(kind, ACROSS * (self.width + PAD))
        step, zero = Var("step", -(-self.summed.count // ACROSS)), k.constant(0, kind)
        held = [[k.wide(zero, self.lanes) if self.lanes > 1 else zero] * OWN_ROWS]

        def body() -> Sequence[Scalar]:
            loaded = [
                *self._strip(0, self.rows, batch, first_row, expr(step), TILE_ROWS, strips[0]),
                *self._strip(1, self.columns, batch, first_column, expr(step), self.width, strips[1]),
            ]
            k.barrier()
            for value, buffer, at in loaded:
                k.store_buffer(value, buffer, at)
            k.barrier()
            return self._terms(strips, held[0], x, y)

        return k.loop(step, 0, step.extent, 1, body, held[0], lambda v: held.__setitem__(0, list(v)))

    def _strip(
        self, number: int, letters: Letters, batch: Expr, first: Expr, step: Expr, width: int, buffer: SSAValue
    ) -> list[tuple[Scalar, SSAValue, Expr]]:
        """The thread's elements of a strip of a factor: what goes where in shared memory."""
        k, operand, dims = self.k, self.op.operands[number], self.dims.operands[number]
        along, thread = self._along_sum(number), expr(Var("thread", THREADS))
        found: list[tuple[Scalar, SSAValue, Expr]] = []
        for turn in range(-(-ACROSS * width // THREADS)):
            place = thread + turn * THREADS
            term, side = (place % ACROSS, place // ACROSS) if along else (place // width, place % width)
            at, _ = self._within(f"s{number}_{turn}", first + side, letters.count, width)
            of, real = self._within(f"k{number}_{turn}", step * ACROSS + term, self.summed.count, ACROSS)
            values = {**self.batch.at(batch), **letters.at(at), **self.summed.at(of)}
            value = k.read(operand, [values[d[0]] if d else Expr() for d in dims])
            value = value if real is None else k.select(real, value, 0)
            found.append((value, buffer, term * (width + PAD) + side))
        return found

    def _along_sum(self, number: int) -> bool:
        """Whether neighbours along the sum lie side by side in a factor."""
        letters, dims = self.summed.names[-1:], self.dims.operands[number]
        variables = {l: Var(l, e) for l, e in self.op.letter_extents().items()}
        recorder = Recorder()
        recorder.read(self.op.operands[number], [expr(variables[d[0]]) if d else Expr() for d in dims])
        return any(offset.coefficient(variables[l]) == 1 for _, offset in recorder.loads for l in letters)

    def _terms(self, strips: Sequence[SSAValue], sums: Sequence[Scalar], x: Expr, y: Expr) -> Sequence[Scalar]:
        """The sums and the products of a step."""
        k, kind, held, term = self.k, compute_type(dtype_of(self.op.x)), [list(sums)], Var("term", ACROSS)

        def body() -> Sequence[Scalar]:
            with k.lanes_here():
                side = k.load_buffer(strips[1], expr(term) * (self.width + PAD) + x * self.lanes + k.lane, kind)
                down = self._down(strips[0], expr(term) * (TILE_ROWS + PAD) + y * OWN_ROWS)
                return [k.add(total, k.mul(a, side)) for total, a in zip(held[0], down, strict=True)]

        return k.loop(term, 0, ACROSS, 1, body, held[0], lambda v: held.__setitem__(0, list(v)))

    def _down(self, strip: SSAValue, at: Expr) -> list[Scalar]:
        """The elements of the thread's rows: one load, if it has as many rows as it takes columns at once."""
        k, kind = self.k, compute_type(dtype_of(self.op.x))
        if self.lanes != OWN_ROWS:
            return [k.load_buffer(strip, at + i, kind) for i in range(OWN_ROWS)]
        four = k.load_buffer(strip, at + k.lane, kind)
        return [lanes(k, four, i, 1) for i in range(OWN_ROWS)]


def emit_product(compute: ComputeOp, body: Block, op: Contraction, memory: Mapping[SSAValue, SSAValue]) -> Grid:
    """Append the code of one thread."""
    (final,), (target,) = yielded(compute), compute.targets
    return ProductNest(op, final, target).emit(body, memory)
