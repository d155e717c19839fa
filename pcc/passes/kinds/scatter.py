"""Updates written at places that data gives: a copy of the target, then loops over the updates in their order."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import IntegerAttr, i64
from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.kernel import ComputeOp
from pcc.dialects.pd.base import PdOp, dtype_of, shape_of
from pcc.dialects.pd.scatter import Scatter
from pcc.dialects.scalars import compute_type
from pcc.passes.kinds.base import LoopKind, memory_of
from pcc.passes.loops.emitter import Emitter, Scalar
from pcc.passes.loops.nest import emit_nest, lanes_for
from pcc.passes.loops.recorder import Noted, Recorder
from pcc.passes.threads.emitter import Grid, ThreadEmitter

PARALLEL = 32_768  # updates from which on threads are worth waking


class ScatterKind(LoopKind):
    """One scatter per launch; it reads its operands through views."""

    name: ClassVar[str] = "scatter"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        return isinstance(op, Scatter)

    def emit(self, compute: ComputeOp, body: Block, vector_bits: int) -> None:
        op = next(o for o in compute.body.block.ops if isinstance(o, Scatter))
        lanes, memory = lanes_for([op.out], vector_bits), memory_of(compute)
        emit_nest(body, lanes, memory, [op.target()], compute.targets)
        if prod(op.space()):
            Updates(op, Emitter(body, lanes, memory), compute.targets[0]).emit()

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        op = next(o for o in compute.body.block.ops if isinstance(o, Scatter))
        return OwnedUpdates(op, ThreadEmitter(body, 1, memory_of(compute)), compute.targets[0]).emit_owned()


@dataclass
class _Places(Recorder):
    """Notes the loop variables that looked-up places depend on."""

    looked_up: set[Var] = field(default_factory=set[Var])

    def dynamic(self, x: Noted, extent: int) -> Expr:
        self.looked_up |= x.variables
        return super().dynamic(x, extent)


def _run(body: Callable[[], Sequence[Scalar]]) -> None:
    body()


class Updates:
    """The loops over the updates of one scatter.

    A loop variable that is itself one index of the place keeps its iterations apart: such loops may go first, in
    parallel, and the last one as vectors, for updates can only meet within the other loops, whose order stays.
    """

    def __init__(self, op: Scatter, k: Emitter, target: SSAValue) -> None:
        self.op, self.k, self.target = op, k, target
        self.variables = [Var(f"u{d}", e) for d, e in enumerate(op.space())]
        self.index = [expr(v) for v in self.variables]
        noted = _Places()
        place = list(op.place(noted, self.index))
        loops = [v for v in self.variables if v.extent != 1]
        self.apart = [v for v in loops if any(e == expr(v) for e in place)]
        last = loops[-1] if loops else None
        along = last is not None and place[-1:] == [expr(last)] and last not in noted.looked_up
        self.vector = last if along and not any(last in e.variables for e in place[:-1]) else None
        first = [v for v in self.apart if v != self.vector]
        self.loops = first + [v for v in loops if v not in first]

    def emit(self) -> None:
        number = self.op.reset()
        if number is not None:
            dtype = compute_type(dtype_of(self.op.out))
            self._all(lambda offset: self.k.constant(number, dtype))
        self._all(self._combined)

    def _combined(self, offset: Expr) -> Scalar:
        new = self.op.update(self.k, self.index)
        if self.op.combining() == "assign":
            return new
        return self.op.combine(self.k, self.k.fetch(self.target, dtype_of(self.op.out), offset), new)

    def _all(self, value: Callable[[Expr], Scalar]) -> None:
        """Store `value(offset)` for every update."""

        def store() -> Sequence[Scalar]:
            offset = linear(list(self.op.place(self.k, self.index)), shape_of(self.op.out))
            self.k.store(value(offset), dtype_of(self.op.out), self.target, offset)
            return ()

        first = self.loops[0] if self.loops else None
        if first in self.apart and first != self.vector and prod(self.op.space()) >= PARALLEL:
            self._parallel(first, lambda: self._nest(self.loops[1:], store))
        else:
            self._nest(self.loops, store)

    def _nest(self, loops: list[Var], store: Callable[[], Sequence[Scalar]]) -> Sequence[Scalar]:
        if not loops:
            return store()
        var = loops[0]
        if var != self.vector:
            self.k.loop(var, 0, var.extent, 1, lambda: self._nest(loops[1:], store))
            return ()
        full = var.extent // self.k.lanes * self.k.lanes
        if full:
            self.k.loop(var, 0, full, self.k.lanes, store, vector=True)
        if full < var.extent:
            self.k.at(var, full, self.k.lanes_mask(var.extent - full), store)
        return ()

    def _parallel(self, var: Var, body: Callable[[], Sequence[Scalar]]) -> None:
        self.k.parallel(var, var.extent, lambda: _run(body))
        made = self.k.scopes[-1].block.last_op
        assert made is not None
        made.attributes["grain"] = IntegerAttr(max(1, var.extent // 16), i64)


class OwnedUpdates(Updates):
    """The updates of one scatter by threads, each of which owns the places that loops kept apart lead to: it copies
    their elements, then goes through the updates in their order, so that no two threads ever meet.
    """

    k: ThreadEmitter

    def __init__(self, op: Scatter, k: ThreadEmitter, target: SSAValue) -> None:
        super().__init__(op, k, target)
        self.vector = None
        place = list(op.place(_Places(), self.index))
        self.axes = {v: next(d for d, e in enumerate(place) if e == expr(v)) for v in self.apart}
        self.shape = shape_of(op.out)
        self.owned = {v: Var(f"owned{d}", self.shape[d]) for v, d in self.axes.items()}

    def emit_owned(self) -> Grid:
        return self.k.each(prod(v.extent for v in self.owned.values()), self._own)

    def _own(self, thread: Expr) -> None:
        k, owned = self.k, list(self.owned.values())
        for var, value in zip(owned, delinear(thread, tuple(v.extent for v in owned)), strict=True):
            k.bind(var, k.index_value(value))
        self._copy()
        condition = None
        for var, mine in self.owned.items():
            k.bind(var, k.lookup(mine))
            if var.extent < mine.extent:
                inside = k.compare("lt", k.lookup(mine), var.extent)
                condition = inside if condition is None else k.logical_and(condition, inside)
        self.loops = [v for v in self.loops if v not in self.owned]
        if prod(self.op.space()):
            k.when(condition, self.emit) if condition is not None else self.emit()

    def _copy(self) -> None:
        """The target's elements in the places of this thread."""
        k, mine = self.k, {d: self.owned[v] for v, d in self.axes.items()}
        index = [mine.get(d, Var(f"c{d}", e)) for d, e in enumerate(self.shape)]

        def store() -> Sequence[Scalar]:
            at = [expr(v) for v in index]
            k.store(k.read(self.op.target(), at), dtype_of(self.op.out), self.target, linear(at, self.shape))
            return ()

        self._nest([v for v in index if v not in mine.values() and v.extent != 1], store)
