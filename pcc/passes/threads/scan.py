"""Scans: the warps of a block take turns along the axis, step by step. In a step a thread loads all its terms first;
what the warps before it found comes through shared memory, what the steps before found is carried on.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from functools import reduce
from math import gcd, prod
from typing import NamedTuple

from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import bit_width, dtype_of, shape_of
from pcc.dialects.pd.running import Scan
from pcc.dialects.threads import WARP
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import lanes
from pcc.passes.loops.prefix import up_to_each_lane
from pcc.passes.loops.shuffles import shuffle
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter
from pcc.passes.threads.part import widest
from pcc.passes.threads.team import team_size

VECTORS = 4  # that a thread takes in a step
KEPT = 32  # registers that they may take
WARPS = THREADS // WARP

Values = Sequence[Scalar]  # accumulators


class Taken(NamedTuple):
    """A thread's elements of a unit: the index of them, whether they are real, their terms in the order of memory."""

    at: Sequence[Expr]
    real: Scalar | None
    terms: Values


class Found(NamedTuple):
    """What a warp found in a unit: up to each element of this thread, by threads before this one, and in all."""

    own: Values
    ahead: Values
    total: Values


class ScanNest(ABC):
    """The code of one thread for rows outside of the axis by columns inside of it.

    targets: the memory of the results that are wanted.
    """

    blocks: int
    warps: int  # that go along an axis together
    count: int  # of units along the axis: what a warp takes at once
    slots: int  # of shared memory for one total of each warp

    warp: Expr  # which of these warps the thread's is
    real: Scalar | None  # whether its row and column are
    speaks: Scalar | None  # whether it tells other warps what its own found

    def __init__(self, k: ThreadEmitter, op: Scan, targets: Mapping[SSAValue, SSAValue]) -> None:
        self.k, self.op, self.targets = k, op, targets
        self.shape, self.axis = shape_of(op.x), op.along() if shape_of(op.x) else 0
        self.before, self.after = self.shape[: self.axis], self.shape[self.axis + 1 :]
        self.length = prod(self.shape[self.axis : self.axis + 1])

    @abstractmethod
    def enter(self, block: Expr, thread: Expr) -> None:
        """Find the thread's place."""

    @abstractmethod
    def initial(self) -> Values: ...

    @abstractmethod
    def take(self, unit: Expr, turn: int) -> Taken:
        """Load what the thread has of a unit, its `turn`-th of a step."""

    @abstractmethod
    def find(self, terms: Values) -> Found: ...

    @abstractmethod
    def results(self, found: Found, before: Values) -> Values:
        """Of the thread's elements, after what was found before."""

    @abstractmethod
    def slot(self, warp: Expr) -> Expr:
        """Where in shared memory the total of a warp is."""

    def emit(self) -> Grid:
        k, held = self.k, list[Values]()
        self.enter(k.named("block", k.block(), self.blocks), k.named("thread", k.thread(), THREADS))
        held.append(self.initial())
        words = k.lanes * sum(max(bit_width(a.dtype) // 32, 1) for a in held[0])
        self.turns = max(min(VECTORS, KEPT // words, -(-self.count // self.warps)), 1)
        step = Var("step", -(-self.count // (self.warps * self.turns)))
        if step.extent == 1:
            self._step(step, held[0])
        else:
            k.loop(step, 0, step.extent, 1, lambda: self._step(step, held[-1]), held[0], held.append)
        return Grid(self.blocks)

    def _step(self, step: Var, before: Values) -> Values:
        """Gives what comes before the next step."""
        k, first = self.k, (expr(step) * self.warps + self.warp) * self.turns
        with k.lanes_here():
            units = [self.take(first + turn, turn) for turn in range(self.turns)]
            found = [self.find(unit.terms) for unit in units]
            before, after = self._among_warps(step, before, [f.total for f in found])
            for unit, here in zip(units, found, strict=True):
                self._store(unit, self.results(here, before))
                before = self.combine(before, here.total)
        return before if self.warps == 1 else after

    def _among_warps(self, step: Var, before: Values, totals: Sequence[Values]) -> tuple[Values, Values]:
        """What comes before this warp, and, if there are others, before the next step."""
        if self.warps == 1:
            return before, ()
        k, mine = self.k, before
        for warp, found in enumerate(self._exchanged(step, reduce(self.combine, totals))):
            before, past = self.combine(before, found), k.compare("gt", k.index_value(self.warp), warp)
            mine = [k.select(past, b, m) for b, m in zip(before, mine, strict=True)]
        return mine, before

    def _exchanged(self, step: Var, total: Values) -> Sequence[Values]:
        """The totals of all warps.

        Steps use two parts of the memory in turns: when one is written again, all have read what was there.
        """
        k, first = self.k, expr(step) % 2 * self.slots
        shared = [(k.shared(a.dtype, self.slots * min(step.extent, 2)), a) for a in total]

        def tell() -> None:
            for memory, a in shared:
                k.store_buffer(a, memory, first + self.slot(self.warp))

        k.when(self.speaks, tell) if self.speaks is not None else tell()
        k.barrier()
        at = [first + self.slot(expr(warp)) for warp in range(self.warps)]
        return [[k.load_buffer(memory, place, a.dtype) for memory, a in shared] for place in at]

    def combine(self, a: Values, b: Values) -> Values:
        return self.op.combine(self.k, a, b)

    def along(self, place: Expr, extent: int) -> Expr:
        """A place along the scan as one along memory."""
        return place * -1 + (extent - 1) if self.op.is_reverse() else place

    def index(self, row: Expr, place: Expr, column: Expr) -> list[Expr]:
        return [*delinear(row, self.before), place, *delinear(column, self.after)] if self.shape else []

    def terms(self, index: Sequence[Expr], place: Expr) -> Values:
        """Of the elements at an index, each as wide as the thread's vectors."""
        k = self.k
        return [self.wide(a) for a in self.op.term(k, k.read(self.op.x, index), place)]

    def wide(self, x: Scalar) -> Scalar:
        return self.k.wide(x, self.k.lanes) if self.k.lanes > 1 else x

    def _store(self, taken: Taken, values: Values) -> None:
        k, place = self.k, linear(list(taken.at), self.shape)
        with k.conditions(taken.real, self.real):
            for value, result in zip(values, self.op.results, strict=True):
                if result in self.targets:
                    k.store(value, dtype_of(result), self.targets[result], place)


class RowScan(ScanNest):
    """Along memory: a team of threads takes a row; a unit is a vector of each thread of a warp."""

    def __init__(self, k: ThreadEmitter, op: Scan, targets: Mapping[SSAValue, SSAValue]) -> None:
        super().__init__(k, op, targets)
        self.vectors, self.rows, self.slots = self.length // k.lanes, prod(self.before), WARPS
        size = team_size(self.vectors, THREADS)
        self.warps, self.unit, self.teams = max(size // WARP, 1), min(size, WARP), THREADS // size
        self.count, self.blocks = -(-self.vectors // self.unit), -(-self.rows // self.teams)

    def enter(self, block: Expr, thread: Expr) -> None:
        k, size = self.k, THREADS // self.teams
        self.team, self.warp, self.member = thread // size, thread % size // WARP, thread % self.unit
        self.row, self.real = k.clamped("row", block * self.teams + self.team, self.rows, self.teams)
        self.lane, self.place = k.told("lane", thread % WARP), k.told("place", self.member)
        self.last = k.index_value(thread % WARP // self.unit * self.unit + (self.unit - 1))
        self.speaks = k.compare("eq", self.lane, 0)

    def initial(self) -> Values:
        return self.op.initial(self.k)

    def take(self, unit: Expr, turn: int) -> Taken:
        k, step = self.k, self.warps * self.turns * self.unit
        vector, real = k.clamped(f"t{turn}", unit * self.unit + self.member, self.vectors, step)
        place = self.along(vector, self.vectors) * k.lanes + k.lane
        index = self.index(self.row, place, Expr())
        return Taken(index, real, self.terms(index, place))

    def find(self, terms: Values) -> Found:
        k, own = self.k, up_to_each_lane(self.k, self.op, self._turned(terms))
        sums = self._up_to_each_thread([lanes(k, a, k.lanes - 1, 1) if k.lanes > 1 else a for a in own])
        return Found(own, self._from(sums, self._before(1)), self._from(sums, self.last))

    def results(self, found: Found, before: Values) -> Values:
        k, joint = self.k, self.combine(before, found.ahead)
        first = k.compare("eq", self.place, 0)
        before = [self.wide(k.select(first, b, j)) for b, j in zip(before, joint, strict=True)]
        total = self.combine(before, found.own)
        if self.op.is_exclusive():
            order = [0, *range(k.lanes, 2 * k.lanes - 1)]
            total = [shuffle(k, b, t, order) for b, t in zip(before, total, strict=True)] if k.lanes > 1 else before
        return self._turned(total)

    def slot(self, warp: Expr) -> Expr:
        return self.team * self.warps + warp

    def _turned(self, values: Values) -> Values:
        """Between the order of memory and that of the scan."""
        k, order = self.k, range(self.k.lanes - 1, -1, -1)
        return [shuffle(k, a, a, order) for a in values] if self.op.is_reverse() and k.lanes > 1 else values

    # ---- threads of a warp
    def _from(self, values: Values, place: Scalar) -> Values:
        return [self.k.shuffled_from(a, place) for a in values]

    def _before(self, by: int) -> Scalar:
        """The place of the thread that is so many before this one, or the first."""
        return self.k.max(self.k.sub(self.lane, by), 0)

    def _up_to_each_thread(self, values: Values) -> Values:
        k, by = self.k, 1
        while by < self.unit:
            joint, later = self.combine(self._from(values, self._before(by)), values), k.compare("ge", self.place, by)
            values, by = [k.select(later, j, v) for j, v in zip(joint, values, strict=True)], 2 * by
        return values


class ColumnScan(ScanNest):
    """Across memory: threads side by side take vectors of columns; a unit is one element of each of these."""

    def __init__(self, k: ThreadEmitter, op: Scan, targets: Mapping[SSAValue, SSAValue]) -> None:
        super().__init__(k, op, targets)
        self.count, self.vectors = self.length, prod(self.after) // k.lanes
        self.warps = WARPS if self.length >= WARPS * VECTORS else 1
        self.across, self.slots = THREADS // self.warps, THREADS * k.lanes
        self.blocks, self.speaks = -(-prod(self.before) * self.vectors // self.across), None

    def enter(self, block: Expr, thread: Expr) -> None:
        self.warp, self.member = thread // self.across, thread % self.across
        every = prod(self.before) * self.vectors
        self.at, self.real = self.k.clamped("at", block * self.across + self.member, every, self.across)

    def initial(self) -> Values:
        return [self.wide(a) for a in self.op.initial(self.k)]

    def take(self, unit: Expr, turn: int) -> Taken:
        k = self.k
        place, real = k.clamped(f"t{turn}", unit, self.length, self.warps * self.turns)
        place, column = self.along(place, self.length), self.at % self.vectors * k.lanes + k.lane
        index = self.index(self.at // self.vectors, place, column)
        return Taken(index, real, self.terms(index, place))

    def find(self, terms: Values) -> Found:
        return Found(terms, (), terms)

    def results(self, found: Found, before: Values) -> Values:
        return before if self.op.is_exclusive() else self.combine(before, found.own)

    def slot(self, warp: Expr) -> Expr:
        return (warp * WARP + self.member) * self.k.lanes + self.k.lane


def emit_scan(op: Scan, targets: Mapping[SSAValue, SSAValue], body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
    """Append the code of one thread."""
    shape, axis = shape_of(op.x), op.along() if shape_of(op.x) else 0
    inside = prod(shape[axis + 1 :])
    side, way = (inside, ColumnScan) if inside > 1 else (prod(shape[axis:]), RowScan)
    k = ThreadEmitter(body, gcd(side, widest([op.x, *targets])), dict(memory))
    return way(k, op, targets).emit()
