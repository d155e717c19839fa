"""The loops over a box of a fused kernel, by a dry run of its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import bit_width, dtype_of, shape_of, size_of
from pcc.passes.loops.box import Box
from pcc.passes.loops.domain import Domain
from pcc.passes.loops.fold import contiguous
from pcc.passes.loops.nest import output_index, row_index
from pcc.passes.loops.plan import arranged, whole_shape
from pcc.passes.loops.recorder import Recorder

ACCESS = 16  # bytes that a thread loads at once
MOST_LANES = 8


@dataclass(frozen=True)
class Part:
    """The loops over a box: `rows`, which pick the results of folds, around `columns`; without folds all are rows.

    `along_rows`: whether folds go along memory.
    """

    outputs: Sequence[SSAValue]
    box: Box
    recorder: Recorder
    domain: Domain
    rows: Sequence[Var]
    columns: Sequence[Var]
    along_rows: bool

    @staticmethod
    def of(outputs: Sequence[SSAValue], box: Box, recorder: Recorder) -> Part:
        picked = [i for _, index, _ in recorder.folds for i in index]
        offsets = [offset for _, offset in recorder.loads] + recorder.indices + picked
        domain, held = arranged(recorder, box.variables(), [*offsets, linear(box.index(), whole_shape(outputs))], 1)
        rows = [v for v in domain.variables if v in held or not recorder.folds]
        columns = [v for v in domain.variables if v not in rows]
        loads = [offset for _, offset in recorder.loads]
        along = any(reduced and contiguous(reduced[-1], loads) for _, _, reduced in recorder.folds)
        return Part(outputs, box, recorder, domain, rows, columns, along)

    def folded(self) -> list[int]:
        """The number of terms of each fold."""
        return [prod(v.extent for v in reduced) for _, _, reduced in self.recorder.folds]

    def words(self) -> int:
        """Registers for what is read of an element of a row, and for its place in a row that lies in pieces.

        What differs from row to row only is not counted.
        """
        rows = prod(v.extent for v in self.rows)
        read = {(memory, offset.constant) for memory, offset in self.recorder.loads if size_of(memory) > rows}
        return max(sum(-(-bit_width(dtype_of(memory)) // 32) for memory, _ in read), 1) + (len(self.columns) > 1)

    def index(self, loops: Sequence[Var], values: Sequence[Expr]) -> list[Expr]:
        """The index in the whole space where all loops' variables have these values."""
        known = dict(zip(loops, values, strict=True))
        return [self.domain.original(e).substitute(known.get) for e in self.box.index()]

    def rows_fit(self) -> bool:
        """Whether the rows are the elements of every smaller output, in order."""
        shape = whole_shape(self.outputs)
        small = [v for v in self.outputs if size_of(v) != prod(shape)]
        at = linear([expr(v) for v in self.rows], tuple(v.extent for v in self.rows))
        places = [linear(list(row_index(v, self.box, shape)), shape_of(v)) for v in small]
        return not small or (bool(self.columns) and all(self.domain.original(p) == at for p in places))

    def lanes(self, loops: Sequence[Var], around: Sequence[Var] = (), folds: bool = False) -> int:
        """Elements that a thread takes at once of loops inside of others: as many as it can load, and store together;
        with `folds` it takes as many of their terms.
        """
        values = [*(memory for memory, _ in self.recorder.loads), *self.outputs]
        lanes = widest(values)
        while lanes > 1 and not self._fits(lanes, loops, around, folds):
            lanes //= 2
        return lanes

    def _fits(self, lanes: int, loops: Sequence[Var], around: Sequence[Var], folds: bool) -> bool:
        if folds and any(count % lanes for count in self.folded()):
            return False
        if not loops:
            return folds
        extents, lane = tuple(v.extent for v in loops), Var("lane", lanes)
        inner = delinear(expr(Var("vector", prod(extents) // lanes)) * lanes + lane, extents)
        shape, index = whole_shape(self.outputs), self.index([*around, *loops], [*map(expr, around), *inner])
        whole = [v for v in self.outputs if size_of(v) == prod(shape)]
        offsets = [linear(list(output_index(v, index, shape)), shape_of(v)) for v in whole]
        return prod(extents) % lanes == 0 and all(aligned(o, lane, lanes) for o in offsets)


def widest(values: Sequence[SSAValue]) -> int:
    """Elements that a thread takes at once where all lie side by side: 16 bytes of the narrowest type."""
    return min(MOST_LANES, ACCESS // max(min(bit_width(dtype_of(v)) // 8 for v in values), 2))


def aligned(offset: Expr, var: Var, lanes: int) -> bool:
    """Whether a vector along `var`, which is zero at its first lane, starts at a multiple of its length."""
    if not offset.is_linear_in(var) or offset.coefficient(var) != 1:
        return False
    return not any(c % lanes for _, c in (offset - expr(var)).terms) and offset.constant % lanes == 0
