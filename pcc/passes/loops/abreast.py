"""Rows that data picks, some abreast: a strip of each in turn, then the next strip of each.

A row that a gather or an embedding reads is anywhere in memory: it starts with misses of the TLB and of a memory
bank's open page. One row after the other waits for them; those of several rows at once overlap. Shorter rows, and what
the caches hold, gain nothing by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.pd.base import bit_width, dtype_of
from pcc.passes.loops.domain import Domain
from pcc.passes.loops.recorder import Recorder
from pcc.passes.loops.transpose import LINE

ROWS = (8, 4)  # abreast
STRIP, LONG = 4 * LINE, 3 << 10  # bytes of a strip, and of a row from which on it has strips


@dataclass(frozen=True)
class Abreast:
    """The loop over `rows` in groups of `member.extent`, and the loop `along` them in strips of `strip` elements."""

    rows: Var
    along: Var
    group: Var
    part: Var
    member: Var
    strip: int

    @property
    def row(self) -> Expr:
        return expr(self.group) * self.member.extent + self.member

    @property
    def loops(self) -> list[Var]:
        return [self.group, self.part, self.member, self.along]


def abreast_of(recorder: Recorder, domain: Domain, outer: Sequence[Var], vector: Var | None) -> Abreast | None:
    """How to go through the two innermost of the loops, if they read long rows that data picks."""
    if vector is None or len(outer) < 2 or outer[-1] != vector:
        return None
    rows, loops = outer[-2], set(domain.variables)
    picked = [
        bit_width(dtype_of(memory))
        for (memory, _), offset in zip(recorder.loads, domain.accesses, strict=False)
        if not offset.variables <= loops and offset.coefficient(vector) == 1
    ]
    bits, count = max(picked, default=0), next((n for n in ROWS if rows.extent % n == 0), 0)
    if vector.extent * bits < LONG * 8 or not count or vector.extent % (STRIP * 8 // bits):
        return None
    strip = STRIP * 8 // bits
    group, part = Var("group", rows.extent // count), Var("part", vector.extent // strip)
    return Abreast(rows, vector, group, part, Var("member", count), strip)
