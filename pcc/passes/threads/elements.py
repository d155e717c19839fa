"""Each element by one thread, which takes as many side by side as it loads at once."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, delinear
from pcc.passes.threads.emitter import THREADS, ThreadEmitter
from pcc.passes.threads.part import Part
from pcc.passes.threads.way import Way


class Elements(Way):
    """y[t] = ... for thread t."""

    def __init__(self, part: Part, targets: Mapping[SSAValue, SSAValue], shared: bool) -> None:
        super().__init__(part, targets, shared)
        self.vectors = prod(v.extent for v in part.domain.variables) // self.lanes
        self.blocks = -(-self.vectors // THREADS)

    @classmethod
    def suits(cls, part: Part) -> bool:
        """It is taken where nothing else suits."""
        return False

    def emit(self, k: ThreadEmitter, block: Expr, thread: Expr) -> None:
        k.below(block * THREADS + thread, self.vectors, lambda at: self._vector(k, at))

    def _vector(self, k: ThreadEmitter, at: Expr) -> None:
        with k.lanes_here():
            loops = self.part.domain.variables
            self.store_vector(k, loops, delinear(at * k.lanes + k.lane, tuple(v.extent for v in loops)))
