"""Sequences of different lengths side by side, padded at their ends: [steps, rows, features] and the rows' lengths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from xdsl.dialects.builtin import i64
from xdsl.ir import SSAValue

from pcc.dialects.pd.base import shape_of, size_of
from pcc.dialects.pd.indexing import GatherOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


@dataclass
class RowLengths:
    """`lengths`: of each row, at least 0; of all, `steps` places are there."""

    b: Builder
    lengths: SSAValue
    steps: int

    @cached_property
    def _ends(self) -> SSAValue:
        """[1, rows]"""
        return self.b.reshape(self.b.cast(self.lengths, i64), [1, shape_of(self.lengths)[0]])

    @cached_property
    def _times(self) -> SSAValue:
        """[steps, 1]"""
        return self.b.reshape(self.b.count(self.steps), [self.steps, 1])

    @cached_property
    def valid(self) -> SSAValue:
        """[steps, rows, 1]: whether a row reaches that far."""
        reached = self.b.greater(self._ends, self._times)
        return self.b.reshape(reached, [*shape_of(reached), 1])

    def reversed(self, x: SSAValue) -> SSAValue:
        """Each row with its steps in reverse order, padding where it was."""
        b = self.b
        mirrored = b.sub(b.sub(self._ends, 1), self._times)
        return self._at(x, b.where(b.greater(self._ends, self._times), mirrored, self._times))

    def last(self, x: SSAValue, before: SSAValue) -> SSAValue:
        """Each row's last step, [rows, features]; `before` if it has none."""
        b, rows = self.b, shape_of(self.lengths)[0]
        found = self._at(x, b.maximum(b.sub(self._ends, 1), 0))
        some = b.reshape(b.greater(self._ends, 0), [rows, 1])
        return b.where(some, b.reshape(found, [rows, shape_of(x)[-1]]), before)

    def _at(self, x: SSAValue, times: SSAValue) -> SSAValue:
        """Rows at times [n, rows]: [n, rows, features]."""
        b, (steps, rows, features) = self.b, shape_of(x)
        places = b.add(b.mul(times, rows), b.count(rows))
        flat = b.op(GatherOp, b.reshape(x, [steps * rows, features]), b.reshape(places, [size_of(places)]), axis=0)
        return b.reshape(flat, [*shape_of(places), features])
