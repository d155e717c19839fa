"""Scatters by threads that each go through all updates of the places they own."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.dialects.pd.scatter import Scatter
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.updates import Updates
from pcc.passes.threads.emitter import Grid, ThreadEmitter


class OwnedUpdates(Updates):
    """The updates of one scatter by threads, each of which owns the places that loops kept apart lead to: it copies
    their elements, then goes through the updates in their order, so that no two threads ever meet.
    """

    k: ThreadEmitter

    def __init__(self, op: Scatter, k: ThreadEmitter, target: SSAValue) -> None:
        super().__init__(op, k, target)
        self.vector = None
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
