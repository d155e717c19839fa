"""Scans: loops along the scanned axis, in parallel over the others; vectors go across the axes inside of it, or, if
there are none, along it: each vector is scanned in registers, in log2 of its length steps, after what is before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import ClassVar

from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.kernel import ComputeOp, yielded
from pcc.dialects.pd.base import bytes_of, dtype_of, shape_of
from pcc.dialects.pd.running import Scan
from pcc.passes.kinds.base import LoopKind, memory_of
from pcc.passes.loops.cpu import Cpu
from pcc.passes.loops.emitter import Emitter, Scalar
from pcc.passes.loops.nest import lanes_for
from pcc.passes.loops.prefix import up_to_each_lane
from pcc.passes.loops.shuffles import shuffle
from pcc.passes.threads.emitter import Grid
from pcc.passes.threads.scan import emit_scan

SERIAL_ELEMENTS = 30_000  # fewer are not worth waking a thread for
CHUNK_ELEMENTS = 20_000  # fewest of a parallel chunk
WIDE, MANY_BLOCKS = (4, 2), 16  # vectors of columns at once, if there are as many blocks of so many
AHEAD = 16  # places along columns that are asked for: no hardware foresees another page


class ScanKind(LoopKind):
    """One scan per launch."""

    name: ClassVar[str] = "scan"

    def emit(self, compute: ComputeOp, body: Block, cpu: Cpu) -> None:
        op = next(o for o in compute.body.block.ops if isinstance(o, Scan))
        emitter = Emitter(body, lanes_for([op.x], cpu.vector_bits), memory_of(compute))
        emitter.past_caches = sum(map(bytes_of, (op.x, *op.results))) >= cpu.cached_bytes
        _ScanNest(emitter, op, dict(zip(yielded(compute), compute.targets, strict=True))).build()

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        op = next(o for o in compute.body.block.ops if isinstance(o, Scan))
        return emit_scan(op, dict(zip(yielded(compute), compute.targets, strict=True)), body, memory_of(compute))


class _ScanNest:
    """The loops of one scan; rows are the places before the axis, columns those inside of it.

    targets: the memory of the results that are wanted.
    """

    def __init__(self, k: Emitter, op: Scan, targets: Mapping[SSAValue, SSAValue]) -> None:
        self.k, self.op, self.targets = k, op, targets
        self.shape, self.axis = shape_of(op.x), op.along() if shape_of(op.x) else 0
        self.length = self.shape[self.axis] if self.shape else 1
        self.rows, self.columns = prod(self.shape[: self.axis]), prod(self.shape[self.axis + 1 :])
        blocks = lambda wide: self.rows * (self.columns // (wide * k.lanes))  # noqa: E731
        k.lanes *= next((wide for wide in WIDE if blocks(wide) >= MANY_BLOCKS), 1)

    def build(self) -> None:
        full = self.columns // self.k.lanes if self.columns > 1 else 0
        if not full:
            row = Var("row", self.rows)
            return self._each(row, lambda: self._columns(expr(row), 0))
        block = Var("block", self.rows * full)
        self._each(block, lambda: self._block(expr(block) // full, expr(block) % full))
        if self.columns % self.k.lanes:
            row = Var("rest", self.rows)
            self._each(row, lambda: self._columns(expr(row), full * self.k.lanes))

    def _each(self, var: Var, body: Callable[[], None]) -> None:
        """A loop, parallel if it is worth it."""
        elements = prod(self.shape)
        if elements < SERIAL_ELEMENTS or var.extent == 1:
            self.k.loop(var, 0, var.extent, 1, lambda: body() or ())
            return
        self.k.parallel(var, max(1, min(CHUNK_ELEMENTS * var.extent // elements, (var.extent + 15) // 16)), body)

    def _block(self, row: Expr, block: Expr) -> None:
        """One vector of columns."""
        column = Var("column", self.columns)
        low, high = (self.k.index_value((block + n) * self.k.lanes) for n in (0, 1))
        self.k.loop(column, low, high, self.k.lanes, lambda: self._scan(row, expr(column), self.k.lanes), vector=True)

    def _columns(self, row: Expr, first: int) -> None:
        """The columns from `first` on, fewer than a vector."""
        if self.columns == 1:
            self._along(row) if self._by_vectors() else self._scan(row, Expr(), 0)
            return
        column, mask = Var("column", self.columns), self.k.lanes_mask(self.columns - first)
        self.k.at(column, first, mask, lambda: self._scan(row, expr(column), self.k.lanes))

    def _by_vectors(self) -> bool:
        return self.length >= 2 * self.k.lanes > 2 and not (self.op.is_exclusive() or self.op.is_reverse())

    def _along(self, row: Expr) -> None:
        """A row, vector by vector; what comes before a vector is in all lanes of what is carried."""
        step, lanes, k = Var("step", self.length), self.k.lanes, self.k
        held = [[k.wide(a, lanes) for a in self.op.initial(k)]]

        def body() -> Sequence[Scalar]:
            index = [*delinear(row, self.shape[: self.axis]), expr(step), *[Expr()] * (len(self.shape) - self.axis - 1)]
            own = [k.wide(a, lanes) for a in self.op.term(k, k.read(self.op.x, index), expr(step))]
            total = self.op.combine(k, held[0], up_to_each_lane(k, self.op, own))
            self._store(total, linear(index, self.shape))
            return [shuffle(k, a, a, [lanes - 1] * lanes) for a in total]

        def receive(values: Sequence[Scalar]) -> None:
            held[0] = list(values)

        whole = self.length // lanes * lanes
        receive(k.loop(step, 0, whole, lanes, body, held[0], receive, vector=True))
        if whole < self.length:
            k.at(step, whole, k.lanes_mask(self.length - whole), body)

    def _store(self, values: Sequence[Scalar], place: Expr) -> None:
        for value, result in zip(values, self.op.results, strict=True):
            if result in self.targets:
                self.k.store(value, dtype_of(result), self.targets[result], place)

    def _scan(self, row: Expr, column: Expr, lanes: int) -> Sequence[Scalar]:
        step, held, k = Var("step", self.length), list[Sequence[Scalar]]([()]), self.k
        start = [k.wide(a, lanes) if lanes else a for a in self.op.initial(k)]

        def body() -> Sequence[Scalar]:
            place = expr(step) * -1 + (self.length - 1) if self.op.is_reverse() else expr(step)
            before, inner = delinear(row, self.shape[: self.axis]), delinear(column, self.shape[self.axis + 1 :])
            index = [*before, place, *inner] if self.shape else []
            if lanes:
                ahead = [*before, place + (-AHEAD if self.op.is_reverse() else AHEAD), *inner]
                k.ask(self.op.x, linear(ahead, self.shape), 0, cache=2)
            total = self.op.combine(k, held[0], self.op.term(k, k.read(self.op.x, index), place))
            written = held[0] if self.op.is_exclusive() else total
            self._store(written, linear(index, self.shape))
            return total

        k.loop(step, 0, self.length, 1, body, start, lambda values: held.__setitem__(0, values))
        return ()
