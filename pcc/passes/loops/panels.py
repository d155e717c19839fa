"""Folds along columns of far memory, a panel of rows at a time: a row of accumulators waits in the first cache.

    for v: for r: a += x[r][v]   ->   for p: for v: a[v] += x[8 p][v] + ... + x[8 p + 7][v]

Rows are read from one end to the other like this, and not a few vectors of each, all in different pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import i1

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.pd.base import bit_width, bytes_of
from pcc.passes.loops.fold import Terms
from pcc.passes.loops.joint import Joint
from pcc.passes.loops.memory import LARGE
from pcc.passes.loops.recorder import Recorder

if TYPE_CHECKING:
    from pcc.passes.loops.domain import Domain
    from pcc.passes.loops.emitter import Emitter, Scalar

ROWS = 8  # of a panel
WIDE = 8  # vectors at once
SHORTEST, LONGEST = 256, 16 << 10  # elements of a row; bytes of its accumulators
SMALL = 16  # operations of a term

Along = Callable[[Callable[[], None]], None]


@dataclass(frozen=True)
class Panels:
    """The nest's only fold, at `index`, whose result depends on the vector loop."""

    op: Joint
    index: tuple[Expr, ...]

    def loop(self, k: Emitter, vector: Var, along: Along, body: Callable[[], None]) -> None:
        """`along` makes the vector loop around what it is given; `body` finds the fold made."""
        terms = Terms.of(self.op, self.index, "panel")
        kept = [(k.buffer(a.dtype, vector.extent), a.dtype) for a in self.op.initial(k)]
        count, rest = divmod(terms.variables[0].extent, ROWS)
        panel = Var("panels", count)

        def rows(accumulators: Sequence[Scalar], first: Expr, count: int) -> Sequence[Scalar]:
            for r in range(count):
                for memory, at in terms.loads([first + r + ROWS]):
                    k.ask(memory, at, 0, cache=2)
                accumulators = self.op.step(k, accumulators, terms.at(k, [first + r]))
            return accumulators

        def load() -> Sequence[Scalar]:
            return [k.load_buffer(buffer, expr(vector), dtype) for buffer, dtype in kept]

        def store(accumulators: Sequence[Scalar]) -> None:
            for a, (buffer, _) in zip(accumulators, kept, strict=True):
                k.store_buffer(a, buffer, expr(vector))

        def end() -> None:
            found = self.op.finish(k, rows(load(), Expr((), count * ROWS), rest), self.index)
            for op, values in self.op.results(found):
                k.note((op, self.index, k.guards(k.depth)), k.depth, values)
            body()

        along(lambda: store(rows(self.op.initial(k), Expr(), ROWS)))
        more = lambda: along(lambda: store(rows(load(), expr(panel) * ROWS, ROWS)))  # noqa: E731
        k.loop(panel, 1, count, 1, lambda: more() or ())
        along(end)


def panels_of(recorder: Recorder, domain: Domain, loops: Sequence[Var], vector: Var) -> Panels | None:
    """For the only fold, if it reads far memory along many rows that are longer than a few vectors."""
    folds = {(recorder.joint(op), index) for op, index, _ in recorder.folds}
    if len(folds) != 1 or loops[0] == vector:
        return None
    ((joint, index),) = folds
    index = tuple(map(domain.original, index))
    terms = Terms.of(joint, index, "probe")
    kept = [a.dtype for a in joint.initial(Recorder())]
    if len(terms.variables) != 1 or i1 in kept or terms.recorder.operations > SMALL:
        return None
    many = terms.variables[0].extent >= 2 * ROWS
    long = SHORTEST <= vector.extent <= LONGEST * 8 // sum(map(bit_width, kept))
    return Panels(joint, index) if many and long and _far(terms.recorder, vector) else None


def _far(recorder: Recorder, vector: Var) -> bool:
    """Whether all is read along the vector loop, and from far memory, too."""
    along = [memory for memory, offset in recorder.loads if vector in offset.variables]
    side_by_side = all(o.is_linear_in(vector) and o.coefficient(vector) in (0, 1) for _, o in recorder.loads)
    return side_by_side and not recorder.guards and any(bytes_of(memory) >= LARGE for memory in along)
