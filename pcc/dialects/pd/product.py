"""What matrix products and convolutions share: each result is a sum of products of two factors."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import dtype_of
from pcc.dialects.pd.reduction import Fold
from pcc.dialects.scalars import Index, Scalars, compute_type

S = TypeVar("S")


@dataclass(frozen=True)
class Roles:
    """The extents of a sum of products by role: rows pick elements of the factor `of_rows`, columns of the other one,
    batches of both; `index` makes the result's index of an index of each.
    """

    batch: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    of_rows: int
    index: Callable[[Index, Index, Index], list[Expr]]


class SumOfProducts(Fold):
    """A fold whose terms are products of two factors."""

    @abstractmethod
    def factors(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[Callable[[], S]]:
        """What reads the two factors of a term."""

    @abstractmethod
    def roles(self) -> Roles:
        """Which extents pick elements of which factor."""

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(0, compute_type(dtype_of(self.operands[0])))]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        return [k.add(a[0], b[0])]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        x, y = self.factors(k, index, reduced)
        return [k.mul(x(), y())]
