"""A strip of a factor of 16-bit floats in shared memory: so many terms of the sum, for a tile's rows or columns.

It lies there as the factor does: neighbours along the sum together, or those along the factor's own side. There are two
buffers, so that one strip is loaded while the one before it is multiplied.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from xdsl.dialects.builtin import i1
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.pd.base import dtype_of
from pcc.dialects.threads import WARP
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.recorder import Recorder
from pcc.passes.threads.emitter import THREADS, ThreadEmitter
from pcc.passes.threads.part import aligned
from pcc.passes.threads.tiled_product import TiledProduct

STEP = 32  # terms of a strip
CHUNK = 8  # elements that are copied at once: 16 bytes
PAD = CHUNK  # elements between lines in shared memory: eight lines start in different banks
Stores = list[Callable[[], None]]


@dataclass(frozen=True)
class Strips:
    """Of one factor of a product, for tiles of `side` rows or columns."""

    product: TiledProduct
    of_rows: bool
    dtype: Attribute
    side: int

    @cached_property
    def along(self) -> bool:
        """Whether neighbours along the sum lie together."""
        return self.product.along_sum(self.of_rows)

    @cached_property
    def in_chunks(self) -> bool:
        """Whether the factor is memory in which chunks lie together and start at multiples of 16 bytes."""
        p, lane, batch = self.product, Var("lane", CHUNK), expr(Var("batch", self.product.batches))
        sides, terms = p.extent(self.of_rows), p.terms
        if (terms if self.along else sides) % CHUNK:
            return False
        chunks = expr(Var("chunk", (terms if self.along else sides) // CHUNK)) * CHUNK + lane
        at, of = (expr(Var("at", sides)), chunks) if self.along else (chunks, expr(Var("of", terms)))
        found = self.source(batch, at, of)
        return found is not None and aligned(found[1], lane, CHUNK)

    def source(self, batch: Expr, at: Expr, of: Expr) -> tuple[SSAValue, Expr] | None:
        """The memory and the offset of an element; None if it is computed."""
        recorder = Recorder()
        self.product.factor(recorder, self.of_rows, batch, at, of)()
        computed = recorder.operations or recorder.folds or recorder.indices or recorder.guards
        if computed or len(recorder.loads) != 1 or dtype_of(recorder.loads[0][0]) != self.dtype:
            return None
        return recorder.loads[0]

    @property
    def _line(self) -> int:
        return (STEP if self.along else self.side) + PAD

    @property
    def size(self) -> int:
        """Elements of a buffer."""
        return (self.side if self.along else STEP) * self._line

    def place(self, side: Expr, term: Expr) -> Expr:
        """Of an element in a buffer."""
        return side * self._line + term if self.along else term * self._line + side

    # ---- loading
    def load(self, k: ThreadEmitter, name: str, index: tuple[Expr, Expr, Expr], to: SSAValue, offset: Expr) -> Stores:
        """Begin to copy the thread's part of a strip to an offset in shared memory; what it has yet to store there.

        `index`: the batch, the tile's first row or column, and the step along the sum.
        """
        (batch, first, step), name = index, f"{name}_{'row' if self.of_rows else 'column'}"
        stores, unit = Stores(), CHUNK if self.in_chunks else 1
        wide, long = (1, unit) if self.along else (unit, 1)
        for turn in range(self.side * STEP // unit // THREADS):
            side, term = self._element(expr(Var("thread", THREADS)) + turn * THREADS, unit)
            sides, terms = self.product.extent(self.of_rows) // wide, self.product.terms // long
            at, _ = k.clamped(f"{name}{turn}_at", (first + side) // wide, sides, self.side // wide)
            of, real = k.clamped(f"{name}{turn}_of", (step * STEP + term) // long, terms, STEP // long)
            at, of = at * wide, of * long
            place = offset + self.place(side, term)
            if unit == CHUNK:
                self._copy(k, (batch, at, of), to, place, real)
            else:
                value = self.product.factor(k, self.of_rows, batch, at, of)()
                value = k.encode(value if real is None else k.select(real, value, 0), self.dtype)
                stores.append(lambda value=value, place=place: k.store_buffer(value, to, place))
        return stores

    def _element(self, number: Expr, unit: int) -> tuple[Expr, Expr]:
        """Where in a strip the first element of a unit lies; neighbours in memory are neighbouring threads'."""
        if self.along:
            return number // (STEP // unit), number % (STEP // unit) * unit
        return number % (self.side // unit) * unit, number // (self.side // unit)

    def _copy(
        self, k: ThreadEmitter, index: tuple[Expr, Expr, Expr], to: SSAValue, place: Expr, real: Scalar | None
    ) -> None:
        found = self.source(*index)
        assert found is not None
        memory, offset = found
        k.async_copy(to, place, k.memory[memory], offset, k.constant(1, i1) if real is None else real)

    # ---- reading
    def matrices(self, k: ThreadEmitter, buffer: SSAValue, offset: Expr, side: Expr, term: int) -> Scalar:
        """A warp's 16 rows or columns, from `side` on, of 16 terms, as `kernel.mma` takes them."""
        lane = expr(Var("thread", THREADS)) % WARP
        matrix, line = lane // 8, lane % 8
        lower, upper = matrix % 2 * 8, matrix // 2 * 8
        across, along = (lower, upper) if self.of_rows else (upper, lower)
        across, along = (across + line, along) if self.along else (across, along + line)
        return k.ldmatrix(buffer, offset + self.place(side + across, along + term), turned=not self.along)
