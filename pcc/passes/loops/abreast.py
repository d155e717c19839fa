"""Rows far from each other, some abreast: a piece of each in turn, then the next piece of each.

A row that data picks (a gather, an embedding), or that is a long step behind the last one (a slice of columns, a head
of attention), starts with misses of the TLB and of a memory bank's open page. One row after the other waits for them;
those of several rows at once overlap. A piece is all of a row, where another loop goes to the row beside it, else a
strip. What the caches hold, and short rows that data picks, gain nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.pd.base import bit_width, dtype_of
from pcc.passes.loops.domain import Domain
from pcc.passes.loops.recorder import Recorder
from pcc.passes.loops.transpose import LINE

ROWS = (8, 7, 6, 5, 4)  # abreast: the first that divides their number
STRIP = 4 * LINE  # bytes
LONG, LONG_PICKED = 2 * STRIP, 3 << 10  # bytes of a row from which on it is cut into strips
APART = 1 << 10  # bytes from one row to the next from which on they are far from each other


@dataclass(frozen=True)
class Abreast:
    """The loop over `rows` in groups of `count`, whose iteration is `row` of the new `loops`; `span` is what these do
    of the vector loop, if not all: first and number.
    """

    rows: Var
    row: Expr
    count: int
    loops: Sequence[Var]
    span: tuple[Expr, int] | None


def abreast_of(recorder: Recorder, domain: Domain, outer: Sequence[Var], vector: Var | None) -> Abreast | None:
    """How to go through the loops, which end with rows and vectors of one, if they read rows far from each other."""
    if vector is None or len(outer) < 2 or outer[-1] != vector:
        return None
    count = next((n for n in ROWS if outer[-2].extent % n == 0), 0)
    reads = zip(recorder.loads, domain.accesses, strict=False)
    along = [(m, at) for (m, _), at in reads if at.is_linear_in(vector) and at.coefficient(vector) == 1]
    orders = (_order(memory, offset, domain, outer, count) for memory, offset in along if count)
    return next((order for order in orders if order is not None), None)


def _order(memory: SSAValue, offset: Expr, domain: Domain, outer: Sequence[Var], count: int) -> Abreast | None:
    """That for one read, of the rows at an offset."""
    *around, rows, vector = outer
    bits, step = bit_width(dtype_of(memory)), offset.coefficient(rows)
    picked, strip = not offset.variables <= {*domain.variables}, STRIP * 8 // bits
    if not picked and (step == 0 or abs(step - vector.extent) * bits < APART * 8):
        return None
    group, member = Var("group", rows.extent // count), Var("member", count)
    row, inner = expr(group) * count + member, (member, vector)
    beside = [u for u in around if offset.is_linear_in(u) and offset.coefficient(u) == vector.extent]
    if beside and not picked:
        others = [u for u in around if u not in beside]
        return Abreast(rows, row, count, [*others, group, *beside, *inner], None)
    if vector.extent * bits < (LONG_PICKED if picked else LONG) * 8 or vector.extent % strip:
        return None
    part = Var("part", vector.extent // strip)
    return Abreast(rows, row, count, [*around, group, part, *inner], (expr(part) * strip, strip))
