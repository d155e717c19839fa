"""Pulling: the value of a tensor element inside a kernel, by asking the op that makes it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from xdsl.ir import Operation, SSAValue

from pcc.dialects.index import Expr, linear
from pcc.dialects.pd.base import shape_of
from pcc.dialects.pd.reduction import Fold
from pcc.dialects.scalars import Index, Scalars
from pcc.passes.loops.joint import Joint

S = TypeVar("S")


class Puller(Scalars[S]):
    """Resolves `read` through the ops of one kernel down to its inputs' memory; `joints` are folded together."""

    joints: Mapping[Operation, Joint] = MappingProxyType({})

    def joint(self, op: Fold) -> Joint:
        return self.joints.get(op) or Joint((op,))

    @abstractmethod
    def load(self, memory: SSAValue, offset: Expr) -> S:
        """The element of an input at a flat offset."""

    @abstractmethod
    def fold(self, op: Fold, index: tuple[Expr, ...]) -> Sequence[S]:
        """All results of a fold at one result index."""

    @abstractmethod
    def remembered(self, key: Any) -> S | None:
        """What `remember` stored under the key where it is still valid."""

    @abstractmethod
    def remember(self, key: Any, value: S) -> None: ...

    def stored(self, value: SSAValue) -> bool:
        """Whether the value is to be read from memory."""
        return not isinstance(value.owner, Operation)

    def read(self, value: SSAValue, index: Index) -> S:
        key = (value, tuple(index))
        found = self.remembered(key)
        if found is None:
            found = self._compute(value, tuple(index))
            self.remember(key, found)
        return found

    def _compute(self, value: SSAValue, index: tuple[Expr, ...]) -> S:
        if self.stored(value):
            return self.load(value, linear(index, shape_of(value)))
        op: Any = value.owner
        if isinstance(op, Fold):
            return self.fold(op, index)[value.index]  # type: ignore[attr-defined]
        if len(op.results) > 1:
            return op.element_of(self, list(op.results).index(value), index)
        return op.element(self, index)
