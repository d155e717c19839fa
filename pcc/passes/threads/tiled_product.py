"""A product of two tensors and what follows it, in tiles of the result: what all ways to compute the sums share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeVar

from xdsl.ir import Attribute, Block, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.dialects.pd.product import SumOfProducts
from pcc.dialects.scalars import Scalars, compute_type
from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.recorder import Recorder
from pcc.passes.threads.emitter import Grid, ThreadEmitter
from pcc.passes.threads.part import aligned

S = TypeVar("S")


@dataclass(frozen=True)
class Sum:
    """A thread's sum, or a vector of them, its row and column of the result, and when the thread really has it."""

    value: Scalar
    row: Expr
    column: Expr
    conditions: Sequence[Scalar | None]


class TiledProduct(ABC):
    """The code of one thread for a launch of one sum of products and its epilogue."""

    def __init__(self, op: SumOfProducts, final: SSAValue, target: SSAValue) -> None:
        self.op, self.final, self.target, self.roles = op, final, target, op.roles()
        self.kind: Attribute = compute_type(dtype_of(op.operands[0]))
        self.batches, self.rows, self.columns = (
            prod(e) for e in (self.roles.batch, self.roles.rows, self.roles.columns)
        )
        self.summed, self.terms = tuple(op.extents()), prod(op.extents())

    @abstractmethod
    def emit(self, body: Block, memory: Mapping[SSAValue, SSAValue]) -> Grid:
        """Append the code."""

    # ---- places
    def index(self, batch: Expr, row: Expr, column: Expr) -> list[Expr]:
        """The result's."""
        of, roles = delinear, self.roles
        return roles.index(of(batch, roles.batch), of(row, roles.rows), of(column, roles.columns))

    def together(self, lanes: int) -> bool:
        """Whether results lie side by side in vectors of so many columns."""
        if self.columns % lanes:
            return False
        lane, batch, row = Var("lane", lanes), Var("batch", self.batches), Var("row", self.rows)
        index = self.index(expr(batch), expr(row), expr(Var("vector", self.columns // lanes)) * lanes + lane)
        return aligned(linear(index, shape_of(self.op.results[0])), lane, lanes)

    def finish(self, k: ThreadEmitter, batch: Expr, sums: Sequence[Sum]) -> None:
        """Store what follows from sums, which this thread has."""
        made, index = self.op.results[0], [self.index(batch, s.row, s.column) for s in sums]
        at = [linear(i, shape_of(made)) for i in index]
        k.held[made] = dict(zip(at, (s.value for s in sums), strict=True))
        for offset, given in zip(at, sums, strict=True):
            value = k.read(self.final, delinear(offset, shape_of(self.final)))
            with k.conditions(*given.conditions):
                k.store(value, dtype_of(self.final), self.target, offset)

    # ---- factors
    def extent(self, of_rows: bool) -> int:
        return self.rows if of_rows else self.columns

    def factor(self, k: Scalars[S], of_rows: bool, batch: Expr, at: Expr, of: Expr) -> Callable[[], S]:
        """What reads an element of a factor: at a row or column, of a term of the sum."""
        index = self.index(batch, *((at, Expr()) if of_rows else (Expr(), at)))
        factors = self.op.factors(k, index, delinear(of, self.summed))
        return factors[self.roles.of_rows if of_rows else 1 - self.roles.of_rows]

    def along_sum(self, of_rows: bool) -> bool:
        """Whether neighbours along the sum lie side by side in a factor, and not those along its own side."""
        recorder, at, of = Recorder(), Var("at", self.extent(of_rows)), Var("of", self.terms)
        self.factor(recorder, of_rows, Expr(), expr(at), expr(of))()
        return any(o.coefficient(of) == 1 for _, o in recorder.loads) and not any(
            o.coefficient(at) == 1 for _, o in recorder.loads
        )
