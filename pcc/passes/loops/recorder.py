"""A dry run of a kernel: which memory is read at which offsets, how much is computed, where folds happen."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from typing import Any

from xdsl.dialects.builtin import i1, i64
from xdsl.ir import Attribute, Operation, SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.pd.base import dtype_of
from pcc.dialects.pd.reduction import Fold
from pcc.dialects.scalars import Range, compute_type, open_ranges
from pcc.passes.loops.pull import Puller


@dataclass(frozen=True)
class Noted:
    """A scalar that is not computed: its type, and the loop variables that it depends on."""

    dtype: Attribute
    variables: frozenset[Var] = frozenset()


@dataclass
class Recorder(Puller[Noted]):
    """Runs bodies without emitting anything.

    `loads`: (memory, offset, data-dependent?) per distinct load. `folds`: (op, index, reduced variables).
    `ranges`: what `within` asks and the bounds of the loop variables leave open.
    `reads`: the indices at which each computed value is needed, `weight` the elementary functions in computing it once.
    `guards` counts reads under a condition, `operations` arithmetic, `expensive` the elementary functions among it.
    """

    through: Container[Operation] | None = None  # ops to compute rather than to load from; None: all
    loads: list[tuple[SSAValue, Expr]] = field(default_factory=list[tuple[SSAValue, Expr]])
    folds: list[tuple[Fold, tuple[Expr, ...], tuple[Var, ...]]] = field(
        default_factory=list[tuple[Fold, tuple[Expr, ...], tuple[Var, ...]]]
    )
    indices: list[Expr] = field(default_factory=list[Expr])
    ranges: list[Range] = field(default_factory=list[Range])
    reads: dict[SSAValue, set[tuple[Expr, ...]]] = field(default_factory=dict[SSAValue, set[tuple[Expr, ...]]])
    weight: dict[SSAValue, int] = field(default_factory=dict[SSAValue, int])
    guards: int = 0
    operations: int = 0
    expensive: int = 0
    _memo: dict[Any, Any] = field(default_factory=dict[Any, Any])
    _names: int = 0

    def stored(self, value: SSAValue) -> bool:
        owner = value.owner
        return not isinstance(owner, Operation) or (self.through is not None and owner not in self.through)

    def _compute(self, value: SSAValue, index: tuple[Expr, ...]) -> Noted:
        self.reads.setdefault(value, set()).add(index)
        before = self.expensive
        result = super()._compute(value, index)
        self.weight.setdefault(value, self.expensive - before)
        return result

    def repeated(self) -> list[SSAValue]:
        """Values with elementary functions that several loops need, outermost first in the sense of use:
        keeping these spares all repeated work.
        """
        chosen: list[SSAValue] = []
        for value in reversed(self.reads):
            readers = {r for use in value.uses for r in use.operation.results}
            covered = bool(readers) and all(r in chosen for r in readers)
            if len(self.reads[value]) > 1 and self.weight[value] and not self.stored(value) and not covered:
                chosen.append(value)
        return chosen

    def dtype(self, x: Noted) -> Attribute:
        return x.dtype

    def constant(self, value: float | int | bool, dtype: Attribute) -> Noted:
        return Noted(dtype)

    def index(self, value: Expr, dtype: Attribute = i64) -> Noted:
        self.indices.append(value)
        return Noted(dtype, value.variables)

    def dynamic(self, x: Noted, extent: int) -> Expr:
        self._names += 1
        return expr(Var(f"dynamic{self._names}", max(extent, 2)))

    def load(self, memory: SSAValue, offset: Expr) -> Noted:
        self.loads.append((memory, offset))
        return Noted(compute_type(dtype_of(memory)), offset.variables)

    def fold(self, op: Fold, index: tuple[Expr, ...]) -> Sequence[Noted]:
        if (op, index) not in self._memo:
            self._names += 1
            joint = self.joint(op)
            reduced = tuple(Var(f"r{self._names}_{d}", e) for d, e in enumerate(joint.extents()))
            self.folds.append((op, index, reduced))
            accumulators = joint.initial(self)
            terms = joint.term(self, index, [expr(v) for v in reduced])
            found = joint.finish(self, joint.combine(self, accumulators, terms), index)
            self._memo.update(((part, index), values) for part, values in joint.results(found))
        return self._memo[op, index]

    def within(self, ranges: Sequence[Range], then: Callable[[], Noted], otherwise: Callable[[], Noted]) -> Noted:
        self.ranges += open_ranges(ranges) or []
        return super().within(ranges, then, otherwise)

    def guard(self, conditions: Sequence[Noted], then: Callable[[], Noted], otherwise: float | int | Noted) -> Noted:
        self.guards += 1
        return then()

    def apply(self, name: str, args: Sequence[Noted], result: Attribute) -> Noted:
        self.operations += 1
        self.expensive += name.startswith(("math.", "kernel.")) and name not in ("math.absf", "math.sqrt", "math.floor")
        self.expensive += name in ("arith.divf", "arith.divsi", "arith.remsi")
        return Noted(result, frozenset[Var]().union(*(a.variables for a in args)))

    def compare_as(self, predicate: str, a: Noted, b: Noted) -> Noted:
        return self.apply("compare", [a, b], i1)

    def select(self, condition: Noted, a: Noted | float | int, b: Noted | float | int) -> Noted:
        known = a if isinstance(a, Noted) else b
        assert isinstance(known, Noted)
        return self.apply("select", [condition, known], known.dtype)

    def remembered(self, key: Any) -> Noted | None:
        return self._memo.get(key)

    def remember(self, key: Any, value: Noted) -> None:
        self._memo[key] = value
