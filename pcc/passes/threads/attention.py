"""Attention in one kernel: softmax over tiles of keys as they come (Milakov, Gimelshein 2018; Dao et al. 2022).

A block takes 64 rows. For a tile of keys it computes the scores, corrects what it has by the new largest logit of each
row, and adds the tile's weights times their values; the tile's weights go through shared memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import shape_of
from pcc.passes.attention import Attention
from pcc.passes.loops.emitter import Scalar
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter
from pcc.passes.threads.product import ACROSS, OWN_ROWS, PAD, TILE_ROWS, ProductNest
from pcc.passes.threads.running_softmax import RunningSoftmax, apart
from pcc.passes.threads.tiled_product import Sum


@dataclass(frozen=True)
class Rows:
    """Of each of a thread's rows so far: the softmax, and the sums of values by group of columns."""

    softmax: RunningSoftmax
    sums: Sequence[Sequence[Scalar]]

    def flat(self) -> list[Scalar]:
        return [*self.softmax.most, *self.softmax.total, *(s for group in self.sums for s in group)]

    @staticmethod
    def of(values: Sequence[Scalar]) -> Rows:
        most, total, *sums = (values[i : i + OWN_ROWS] for i in range(0, len(values), OWN_ROWS))
        return Rows(RunningSoftmax(ACROSS, most, total), sums)


class AttentionNest:
    """The code of one thread."""

    def __init__(self, found: Attention, final: SSAValue, target: SSAValue) -> None:
        self.logits = found.logits
        self.scores, self.product = (
            ProductNest(found.scores, found.logits, target),
            ProductNest(found.product, final, target),
        )
        self.scores.lanes = self.product.lanes = min(self.scores.lanes, self.product.lanes)
        self.groups = -(-self.product.columns // self.product.width)
        self.tiles = self.scores.tiles[:2]

    def emit(self, body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
        blocks, scores = self.tiles[0] * self.tiles[1], self.scores
        self.k = k = scores.k = self.product.k = ThreadEmitter(body, scores.lanes, dict(memory))
        self.batch, tile = delinear(k.named("block", k.block(), blocks), self.tiles)
        thread = k.named("thread", k.thread(), THREADS)
        self.x, self.y = thread % ACROSS, thread // ACROSS
        first = tile * TILE_ROWS + self.y * OWN_ROWS
        self.rows = [k.clamped(f"row{i}", first + i, scores.rows, TILE_ROWS) for i in range(OWN_ROWS)]
        found = self._rows(tile * TILE_ROWS)
        with k.lanes_here():
            self.product.finish(k, self.batch, self._own(found))
        return Grid(blocks)

    def _rows(self, first_row: Expr) -> Rows:
        """The sums over all keys."""
        k, scores, kind = self.k, self.scores, self.scores.kind
        zero, keys = k.constant(0, kind), Var("tile", -(-scores.columns // scores.width))
        wide = k.wide(zero, k.lanes) if k.lanes > 1 else zero
        least = k.constant(-inf, kind)
        start = [*[least] * OWN_ROWS, *[zero] * OWN_ROWS, *[wide] * (OWN_ROWS * self.groups)]
        weights, held = k.shared(kind, scores.width * (TILE_ROWS + PAD)), [start]

        def body() -> Sequence[Scalar]:
            sums = scores.sums(self.batch, first_row, expr(keys) * scores.width, self.x, self.y)
            return self._step(Rows.of(held[0]), self._logits(sums, expr(keys)), expr(keys), weights).flat()

        return Rows.of(k.loop(keys, 0, keys.extent, 1, body, start, lambda v: held.__setitem__(0, list(v))))

    def _logits(self, sums: Sequence[Scalar], tile: Expr) -> list[Scalar]:
        """Of the thread's rows and its keys of a tile; those behind the last key are -inf."""
        k, scores, made = self.k, self.scores, self.scores.op.results[0]
        vector, real = k.clamped("keys", tile * ACROSS + self.x, scores.columns // k.lanes, ACROSS)
        with k.lanes_here():
            index = [scores.index(self.batch, row, vector * k.lanes + k.lane) for row, _ in self.rows]
            at = [linear(i, shape_of(made)) for i in index]
            k.held[made] = dict(zip(at, sums, strict=True))
            found = [k.read(self.logits, delinear(offset, shape_of(self.logits))) for offset in at]
            found = found if real is None else [k.select(real, z, -inf) for z in found]
        return [k.here(z) for z in found]

    def _step(self, rows: Rows, logits: Sequence[Scalar], tile: Expr, weights: SSAValue) -> Rows:
        """With the keys of one more tile."""
        k = self.k
        softmax, scale, new = rows.softmax.step(k, [[z] for z in logits])
        for i, (weight,) in enumerate(new):
            for lane, element in enumerate(apart(k, weight)):
                place = (self.x * k.lanes + lane) * (TILE_ROWS + PAD) + self.y * OWN_ROWS + i
                k.store_buffer(element, weights, place)
        scaled = [[k.mul(s, a) for s, a in zip(group, scale, strict=True)] for group in rows.sums]
        return Rows(softmax, self._weighted(scaled, tile, weights))

    def _weighted(self, sums: Sequence[Sequence[Scalar]], tile: Expr, weights: SSAValue) -> Sequence[Sequence[Scalar]]:
        """The sums with the values of a tile's keys, strip by strip."""
        k, product = self.k, self.product
        buffers = [k.shared(product.kind, ACROSS * (product.width + PAD)) for _ in range(self.groups)]
        strips = self.scores.width // ACROSS
        strip, start = Var("strip", strips), [s for group in sums for s in group]
        held = [start]

        def body() -> Sequence[Scalar]:
            at = tile * strips + strip
            loaded = [
                part
                for g, buffer in enumerate(buffers)
                for part in product.strip(
                    False, self.batch, expr(g * product.width), at, product.width, buffer, f"value{g}"
                )
            ]
            k.barrier()
            for value, buffer, place in loaded:
                k.store_buffer(value, buffer, place)
            k.barrier()
            first = expr(strip) * (ACROSS * (TILE_ROWS + PAD))
            found = list[Scalar]()
            for g, buffer in enumerate(buffers):
                own = held[0][g * OWN_ROWS : (g + 1) * OWN_ROWS]
                found += product.terms_of((weights, buffer), own, self.x, self.y, first)
            return found

        found = k.loop(strip, 0, strips, 1, body, start, lambda v: held.__setitem__(0, list(v)))
        return [found[i : i + OWN_ROWS] for i in range(0, len(found), OWN_ROWS)]

    def _own(self, found: Rows) -> list[Sum]:
        """What the thread has of the result."""
        k, product, own = self.k, self.product, list[Sum]()
        for g, sums in enumerate(found.sums):
            place, vectors = expr(g * ACROSS) + self.x, product.columns // k.lanes
            vector, real = k.clamped(f"vector{g}", place, vectors, ACROSS)
            for (row, inside), value, total in zip(self.rows, sums, found.softmax.total, strict=True):
                own.append(Sum(k.div(value, total), row, vector * k.lanes + k.lane, (inside, real)))
        return own
