"""A way to share the elements of a part among threads."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, linear
from pcc.dialects.pd.base import dtype_of, shape_of, size_of
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.nest import output_index
from pcc.passes.loops.plan import whole_shape
from pcc.passes.threads.emitter import THREADS, ThreadEmitter
from pcc.passes.threads.part import Part


class Way(ABC):
    """Emits one part: `blocks` of `threads` are needed for it, `lanes` are the elements that a thread takes at once.

    `shared`: whether other parts run in the same grid, whose blocks are all of THREADS.
    """

    blocks: int
    threads: int = THREADS

    def __init__(self, part: Part, targets: Mapping[SSAValue, SSAValue], shared: bool) -> None:
        self.part, self.targets = part, targets
        self.shape, self.lanes = tuple(whole_shape(part.outputs)), self.lanes_of(part)
        self.whole = [v for v in part.outputs if size_of(v) == prod(self.shape)]
        self.small = [v for v in part.outputs if size_of(v) != prod(self.shape)]

    @classmethod
    @abstractmethod
    def suits(cls, part: Part) -> bool:
        """Whether it is the way to take; of other ways none is then."""

    @classmethod
    def lanes_of(cls, part: Part) -> int:
        return part.lanes(part.domain.variables)

    @abstractmethod
    def emit(self, k: ThreadEmitter, block: Expr, thread: Expr) -> None:
        """In the current scope, the code of a thread of one of the part's blocks."""

    # ---- stores
    def store_vector(
        self, k: ThreadEmitter, loops: Sequence[Var], values: Sequence[Expr], *conditions: Scalar | None
    ) -> None:
        """A vector of every output of the whole shape, where all loops' variables have these values."""
        index = self.part.index(loops, values)
        self.store(k, [(v, output_index(v, index, self.shape)) for v in self.whole], *conditions)

    def store(
        self, k: ThreadEmitter, places: Sequence[tuple[SSAValue, Sequence[Expr]]], *conditions: Scalar | None
    ) -> None:
        """All are computed first, as one may overwrite an input; where a condition does not hold, in vain."""
        elements = [k.read(value, at) for value, at in places]
        with k.conditions(*conditions):
            for (value, at), element in zip(places, elements, strict=True):
                k.store(element, dtype_of(value), self.targets[value], linear(list(at), shape_of(value)))
