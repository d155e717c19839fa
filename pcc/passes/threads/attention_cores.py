"""Attention of 16-bit floats by tensor cores, as `attention.py` does it for float32 (Dao 2023).

A block takes 128 rows, each of its eight warps 16 of them with all keys of a tile: so a row is four threads', and the
tile's weights are factors of the next product where they are, in registers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import inf

from xdsl.dialects import vector
from xdsl.dialects.builtin import f32
from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import shape_of
from pcc.passes.attention import Attention
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import lanes
from pcc.passes.loops.shuffles import order_of
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter
from pcc.passes.threads.running_softmax import RunningSoftmax
from pcc.passes.threads.strip import STEP
from pcc.passes.threads.tensor_cores import MMA_ROWS, MMA_TERMS, SIDE, TensorCores
from pcc.passes.threads.tiled_product import Sum

WARPS = 8
ROWS = WARPS * MMA_ROWS
STRIPS = SIDE // STEP  # of a tile of keys
OWN_ROWS, TEAM = 2, 4  # rows of a thread, threads of a row


class AttentionCores:
    """The code of one thread."""

    def __init__(self, found: Attention, final: SSAValue, target: SSAValue) -> None:
        self.logits = found.logits
        self.scores, self.values = (
            TensorCores(found.scores, found.logits, target),
            TensorCores(found.product, final, target),
        )
        self.scores.sides, self.values.sides = (ROWS, SIDE), (ROWS, -(-self.values.columns // SIDE) * SIDE)
        self.scores.warps = self.values.warps = WARPS, 1

    def emit(self, body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
        tiles = self.scores.tiles[:2]
        self.k = k = self.scores.k = self.values.k = ThreadEmitter(body, 2, dict(memory))
        self.batch, tile = delinear(k.named("block", k.block(), tiles[0] * tiles[1]), tiles)
        self.thread, self.first_row = k.named("thread", k.thread(), THREADS), tile * ROWS
        softmax, sums = self._rows()
        corner = self.values.corner(self.thread, (self.first_row, Expr()))
        with k.lanes_here():
            total = self._by_row(softmax.total)
            made = [k.div(s, total) for s in sums]
            own = [part for j, s in enumerate(made) for part in self.values.own(j, s, *corner)]
            self.values.finish(k, self.batch, own)
        return Grid(tiles[0] * tiles[1])

    def _rows(self) -> tuple[RunningSoftmax, Sequence[Scalar]]:
        """The softmax and the sums over all keys."""
        k, tile = self.k, Var("tile", -(-self.scores.columns // SIDE))
        zero, least = k.constant(0, f32), k.constant(-inf, f32)
        start = [*[least] * OWN_ROWS, *[zero] * OWN_ROWS, *[k.wide(zero, 4)] * self.values.matrices[1]]
        held, strips = [start], self.values.strips[1]
        buffer = k.shared(strips.dtype, STRIPS * strips.size)

        def body() -> Sequence[Scalar]:
            softmax = RunningSoftmax(TEAM, held[0][:OWN_ROWS], held[0][OWN_ROWS : 2 * OWN_ROWS])
            k.barrier()  # nobody reads the last tile any more
            for n in range(STRIPS):
                index = self.batch, Expr(), expr(tile) * STRIPS + n
                for store in strips.load(k, f"values{n}", index, buffer, expr(n * strips.size)):
                    store()
            first = self.first_row, expr(tile) * SIDE
            scores = self.scores.sums(self.batch, first, self.scores.part(self.thread))
            softmax, scale, weights = softmax.step(k, self._logits(scores, first))
            by_row = self._by_row(scale)
            scaled = [k.mul(s, by_row) for s in held[0][2 * OWN_ROWS :]]
            k.async_wait()
            k.barrier()
            return [*softmax.most, *softmax.total, *self._weighted(scaled, weights, buffer)]

        found = k.loop(tile, 0, tile.extent, 1, body, start, lambda v: held.__setitem__(0, list(v)))
        return RunningSoftmax(TEAM, found[:OWN_ROWS], found[OWN_ROWS : 2 * OWN_ROWS]), found[2 * OWN_ROWS :]

    def _logits(self, scores: Sequence[Scalar], first: tuple[Expr, Expr]) -> list[list[Scalar]]:
        """Of the thread's rows, its keys of a tile in pairs; those behind the last key are -inf."""
        k, nest, made = self.k, self.scores, self.scores.op.results[0]
        corner, rows = nest.corner(self.thread, first), [list[Scalar]() for _ in range(OWN_ROWS)]
        with k.lanes_here():
            own = [part for j, s in enumerate(scores) for part in nest.own(j, s, *corner)]
            at = [linear(nest.index(self.batch, part.row, part.column), shape_of(made)) for part in own]
            k.held[made] = {offset: part.value for offset, part in zip(at, own, strict=True)}
            for n, (offset, part) in enumerate(zip(at, own, strict=True)):
                rows[n % OWN_ROWS].append(self._logit(offset, part))
        return [[k.here(z) for z in row] for row in rows]

    def _logit(self, offset: Expr, part: Sum) -> Scalar:
        found, (_, real) = self.k.read(self.logits, delinear(offset, shape_of(self.logits))), part.conditions
        return found if real is None else self.k.select(real, found, -inf)

    def _four(self, a: Scalar, b: Scalar) -> Scalar:
        """Two pairs, of the thread's first row and of its second, as `mma` has them."""
        return self.k.emit(vector.ShuffleOp, [a, b], a.dtype, 4, {"mask": order_of((0, 1, 2, 3))})

    def _by_row(self, values: Sequence[Scalar]) -> Scalar:
        """A number for each of the thread's rows, where its sums are."""
        return self._four(*(self.k.wide(value, 2) for value in values))

    def _weighted(
        self, sums: Sequence[Scalar], weights: Sequence[Sequence[Scalar]], buffer: SSAValue
    ) -> Sequence[Scalar]:
        """The sums with the values of a tile's keys."""
        k, strips, found = self.k, self.values.strips[1], list(sums)
        fours = [self._four(*pairs) for pairs in zip(*weights, strict=True)]
        for n, term in product(range(STRIPS), range(0, STEP, MMA_TERMS)):
            at = (n * STEP + term) // MMA_TERMS * 2
            a = k.fragment(strips.dtype, fours[at], fours[at + 1])
            for j in range(0, len(found), 2):
                b = strips.matrices(k, buffer, expr(n * strips.size), expr(j * 8), term)
                for i in range(2):
                    found[j + i] = k.mma(strips.dtype, a, lanes(k, b, i * 2, 2), found[j + i])
        return found
