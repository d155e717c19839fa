"""Rows sorted in shared memory by Batcher's network (Sorting networks and their applications, 1968): a block takes a
row, or several short ones.

What is sorted are pairs: a key, an integer in the wanted order, and the element's place, so that no two are equal and
the order is stable. A row is as long as the next power of two; pairs behind its end come last. Of a row that is longer
than the memory only the first few are wanted: round by round these stay, and the next elements take the other places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xdsl.dialects.builtin import i32, i64
from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr
from pcc.dialects.pd.base import bit_width, dtype_of, is_float, shape_of, size_of
from pcc.dialects.pd.sorting import PIECE, Ordering
from pcc.passes.loops.emitter import INDEX, Scalar
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter

MOST_THREADS = 1024


class Pair(NamedTuple):
    """What is sorted."""

    key: Scalar
    place: Scalar


def fits(op: Ordering) -> bool:
    """Whether shared memory holds a row, or what stays of it and as many new elements."""
    return size_of(op.x) > 0 and min(shape_of(op.x)[-1], 2 * op.count()) <= PIECE


class SortNest:
    """The code of one thread. targets: the memory of the results that are wanted."""

    def __init__(self, k: ThreadEmitter, op: Ordering, targets: Mapping[SSAValue, SSAValue]) -> None:
        self.k, self.op, self.targets = k, op, targets
        *self.outer, self.length = shape_of(op.x)
        self.rows = size_of(op.x) // self.length
        self.phases = max((min(self.length, PIECE) - 1).bit_length(), 1)
        self.width = 1 << self.phases
        self.stay = op.count() if self.length > self.width else 0
        self.new = self.width - self.stay
        self.size = max(self.width, 2 * THREADS)  # of a block's memory
        self.share, self.threads = self.size // self.width, min(self.size // 2, MOST_THREADS)
        self.type = i32 if bit_width(dtype_of(op.x)) == 32 else i64

    def emit(self) -> Grid:
        k, blocks = self.k, -(-self.rows // self.share)
        block, thread = k.named("block", k.block(), blocks), k.named("thread", k.thread(), self.threads)
        self.first = block * self.share
        self.keys, self.places = k.shared(self.type, self.size), k.shared(i32, self.size)
        every = [thread + turn * self.threads for turn in range(self.size // self.threads)]
        for at in every if self.stay else ():
            self._put([at], [Pair(self._last(), k.constant(self.length, i32))])
        turn = Var("round", -(-self.length // self.new))
        sort = lambda: self._sort(expr(turn), every)  # noqa: E731
        sort() if turn.extent == 1 else k.loop(turn, 0, turn.extent, 1, sort)
        for turn in range(-(-self.share * self.op.count() // self.threads)):
            self._write(thread + turn * self.threads, turn)
        return Grid(blocks, self.threads)

    # ---- pairs
    def _sort(self, turn: Expr, every: Sequence[Expr]) -> tuple[()]:
        """Sorts what stays and the elements of a round, which are all loaded first."""
        k, phase = self.k, Var("phase", self.phases)
        for at, pair in [(at, self._element(turn, at, f"{n}")) for n, at in enumerate(every)]:
            put = lambda at=at, pair=pair: self._put([at], [pair])  # noqa: E731
            put() if at.bounds[0] >= self.stay else k.when(k.compare("ge", k.index_value(at), self.stay), put)
        k.barrier()
        k.loop(phase, 0, self.phases, 1, lambda: self._phase(k.lookup(phase), every[0]))
        return ()

    def _element(self, turn: Expr, at: Expr, name: str) -> Pair:
        """The pair for a place of shared memory; where one stays, any."""
        k, number = self.k, turn * self.new + (at + self.new) % self.width
        row, _ = k.clamped(f"row{name}", self.first + at // self.width, self.rows, self.share)
        unit = self.length + 1 if self.stay else self.width  # what stays is in the way of numbers behind the end
        place, real = k.clamped(f"place{name}", number, self.length, unit)
        key = self._key(k.read(self.op.x, [*delinear(row, tuple(self.outer)), place]))
        return Pair(key if real is None else k.select(real, key, self._last()), k.index(number, i32))

    def _key(self, x: Scalar) -> Scalar:
        """An integer in the order of elements: NaN is the largest, zeros are equal."""
        k, key = self.k, x
        if is_float(x.dtype):
            bits = k.apply("arith.bitcast", [k.add(x, 0.0)], self.type)  # -0 becomes +0
            sign = k.apply("arith.shrsi", [bits, k.constant(bit_width(self.type) - 1, self.type)], self.type)
            ordered = k.logical_xor(bits, k.logical_and(sign, self._last()))  # negative ones grow the other way
            key = k.select(k.compare("ne", x, x), self._last(), ordered)
        return k.logical_not(key) if self.op.is_descending() else key

    def _last(self) -> Scalar:
        return self.k.constant(2 ** (bit_width(self.type) - 1) - 1, self.type)

    # ---- the network
    def _phase(self, phase: Scalar, thread: Expr) -> tuple[()]:
        """Sorts runs of 2 << phase elements, whose halves are sorted."""
        k, step = self.k, Var("step", self.phases)
        k.loop(step, 0, k.add(phase, 1), 1, lambda: self._step(k.lookup(step), phase, thread))
        return ()

    def _step(self, step: Scalar, phase: Scalar, thread: Expr) -> tuple[()]:
        """Elements 1 << (phase - step) apart change places if they must; in the first step the second half is read
        backwards.
        """
        k = self.k
        apart = k.apply("arith.shli", [k.index_constant(1), k.sub(phase, step)], INDEX)
        mask = k.select(k.compare("eq", step, 0), k.sub(k.mul(apart, 2), 1), apart)
        pairs: list[tuple[list[Expr], list[Pair]]] = []
        for turn in range(self.size // (2 * self.threads)):
            number = k.index_value(thread + turn * self.threads)
            high = k.apply("arith.andi", [number, k.sub(k.index_constant(0), apart)], INDEX)  # the pairs' run of memory
            low = k.add(number, high)
            ends = low, k.apply("arith.xori", [low, mask], INDEX)
            at = [k.named(f"{name}{turn}", end, self.size) for name, end in zip(("low", "high"), ends, strict=True)]
            pairs.append((at, [self._pair(place) for place in at]))
        for at, (a, b) in pairs:
            k.when(self._less(b, a), lambda at=at, a=a, b=b: self._put(at, [b, a]))
        k.barrier()
        return ()

    def _pair(self, at: Expr) -> Pair:
        return Pair(self.k.fetch(self.keys, self.type, at), self.k.fetch(self.places, i32, at))

    def _put(self, at: Sequence[Expr], pairs: Sequence[Pair]) -> None:
        for place, pair in zip(at, pairs, strict=True):
            self.k.store_buffer(pair.key, self.keys, place)
            self.k.store_buffer(pair.place, self.places, place)

    def _less(self, a: Pair, b: Pair) -> Scalar:
        k = self.k
        before = k.logical_and(k.compare("eq", a.key, b.key), k.compare("lt", a.place, b.place))
        return k.logical_or(k.compare("lt", a.key, b.key), before)

    # ---- results
    def _write(self, number: Expr, turn: int) -> None:
        """One of the block's results."""
        k, count = self.k, self.op.count()
        at, real = k.clamped(f"result{turn}", number, self.share * count, self.threads)
        row, whole = k.clamped(f"row_of{turn}", self.first + at // count, self.rows, self.share)
        place = k.fetch(self.places, i32, at // count * self.width + at % count)
        value = k.read(self.op.x, [*delinear(row, tuple(self.outer)), k.dynamic(place, self.length)])
        with k.conditions(real, whole):
            for result, found in ((self.op.out, value), (self.op.indices, k.cast(place, i64))):
                if result in self.targets:
                    k.store(found, dtype_of(result), self.targets[result], row * count + at % count)


def emit_sort(
    op: Ordering, targets: Mapping[SSAValue, SSAValue], body: Block, memory: Mapping[SSAValue, SSAValue]
) -> Grid:
    """Append the code of one thread."""
    return SortNest(ThreadEmitter(body, 1, dict(memory)), op, targets).emit()
