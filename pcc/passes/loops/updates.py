"""The loops over the updates of a scatter, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, expr, linear
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.dialects.pd.scatter import Scatter
from pcc.dialects.scalars import compute_type
from pcc.passes.loops.emitter import Emitter, Scalar
from pcc.passes.loops.recorder import Noted, Recorder

PARALLEL = 32_768  # updates from which on threads are worth waking


@dataclass
class Places(Recorder):
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
        noted = Places()
        place = list(op.place(noted, self.index))
        loops = [v for v in self.variables if v.extent != 1]
        self.axes = {v: place.index(expr(v)) for v in loops if expr(v) in place}  # of the target, along which they go
        self.apart, self.looked_up = list(self.axes), noted.looked_up
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
        self.k.parallel(var, max(1, var.extent // 16), lambda: _run(body))
