"""Whether an op may join a kernel, and if not, why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from xdsl.ir import Operation, SSAValue

from pcc.dialects.pd.base import PdOp, dtype_of, rank_of, shape_of, size_of
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.reduction import Fold, Reduction
from pcc.dialects.pd.shape import Reinterpretation, View

WHOLE = 4096  # terms from which on a reduction of everything is a kernel of its own, so that its parts run in parallel
Pattern = tuple[tuple[int, bool], ...]  # runs of (extent, reduced?) of a fold's operand


class Declined(Enum):
    """Why an op does not join the kernel that makes its operand."""

    CLOSED = "a routine makes the operand, and takes no epilogue"
    FULL = "the kernel has as many ops as it may"
    NOT_AN_EPILOGUE = "only what follows a routine element by element becomes its epilogue"
    OTHER_READERS = "others read the operand too, so it would be computed more than once"
    OTHER_AXES = "the kernel reduces other axes"
    OTHER_SIZE = "the kernel runs over another number of elements"
    OTHER_ORDER = "it reads the operand in another order than the kernel makes it"
    WHOLE_REDUCTION = "it needs all of a large operand for one result"
    WINDOWED = "the kernel's fold is not over whole axes"
    LARGER = "it is larger than what the kernel makes"
    CYCLE = "another operand waits for the kernel's result"
    BETWEEN = "another kernel stands between"
    STORED_CHEAPER = "each reader would take longer to compute it again than to read it"
    LOOPS_CHEAPER = "loops of its own cost less than a call of the library"


def pattern_of(shape: Sequence[int], reduced: Iterable[int]) -> Pattern:
    """The runs of kept and reduced dimensions, without those of extent one."""
    held, runs = set(reduced), list[tuple[int, bool]]()
    for d, extent in enumerate(shape):
        if extent == 1:
            continue
        if runs and runs[-1][1] == (d in held):
            runs[-1] = (runs[-1][0] * extent, d in held)
        else:
            runs.append((extent, d in held))
    return tuple(runs)


def _expansion(operand: SSAValue, result: SSAValue) -> Pattern:
    """The pattern of reading `operand` broadcast to `result`: expanded dimensions count as reduced."""
    shape = shape_of(result)
    own = (1,) * (len(shape) - rank_of(operand)) + shape_of(operand)
    return pattern_of(shape, [d for d, (a, b) in enumerate(zip(own, shape, strict=True)) if a == 1 and b != 1])


@dataclass(eq=False)
class Group:
    """Ops that become one kernel. `elements`: of the iteration space; `pattern`: of its folds, if any.

    An op that runs without a kernel is alone in a group of the kind `bare`, so that others' ways through it are seen.
    """

    number: int
    kind: str
    elements: int
    members: list[PdOp] = field(default_factory=list[PdOp])
    pattern: Pattern | None = None
    closed: bool = False  # nothing may join
    windowed: bool = False  # its fold is not over whole axes: only what reads its result elementwise joins

    @property
    def bare(self) -> bool:
        return self.kind == "bare"

    @property
    def cheap(self) -> bool:
        """Whether computing it again or under a guard costs next to nothing."""
        return all(isinstance(m, View) for m in self.members)


@dataclass
class Rules:
    """The rules for the groups so far; each answers None, or why not."""

    group_of: Mapping[Operation, Group]
    max_ops: int

    def joins(self, op: PdOp, group: Group) -> Declined | None:
        if group.closed:
            return Declined.CLOSED
        if len(group.members) >= self.max_ops:
            return Declined.FULL
        if group.kind != "loops":
            return self._follows(op, group)
        if isinstance(op, Reduction):
            return _reduces_alike(op, group)
        if isinstance(op, Fold) or not (isinstance(op, View) or is_elementwise(op)):
            return None if group.cheap and self.only_reader(op, group) else Declined.OTHER_ORDER
        if isinstance(op, Reinterpretation):
            return None
        if isinstance(op, View):
            return self._is_inlined(op, group)
        mine = [o for o in op.operands if isinstance(o.owner, Operation) and self.group_of.get(o.owner) is group]
        return next((why for o in mine if (why := self._reads_along(op, o, group))), None)

    def _follows(self, op: PdOp, group: Group) -> Declined | None:
        """Whether an op only follows, element by element, what a routine computes."""
        made, result = group.members[0].results[0], op.results[0]
        alike = size_of(made) == size_of(result) and dtype_of(made) == dtype_of(result)
        if not alike or not (isinstance(op, Reinterpretation) or is_elementwise(op)):
            return Declined.NOT_AN_EPILOGUE
        return None if self.only_reader(op, group) else Declined.OTHER_READERS

    def _is_inlined(self, op: View, group: Group) -> Declined | None:
        """Whether a view of what the group makes can be computed instead of it."""
        if group.windowed:
            return Declined.WINDOWED
        if group.pattern is not None:
            return Declined.OTHER_ORDER
        if not self.only_reader(op, group):
            return Declined.OTHER_READERS
        return None if size_of(op.results[0]) <= group.elements else Declined.LARGER

    def _reads_along(self, op: PdOp, operand: SSAValue, group: Group) -> Declined | None:
        """Whether an elementwise op reads the operand in the group's own iteration order."""
        result = op.results[0]
        if size_of(operand) == size_of(result):
            return None
        if group.pattern is not None:
            if size_of(result) != group.elements:
                return Declined.OTHER_SIZE
            return None if _expansion(operand, result) == group.pattern else Declined.OTHER_AXES
        if not group.cheap:
            return Declined.LARGER
        return None if self.only_reader(op, group) else Declined.OTHER_READERS

    def merges(self, op: PdOp, group: Group, into: Group) -> Declined | None:
        """Whether a second operand's group can be computed in the kernel that op has joined."""
        if len(group.members) + len(into.members) > self.max_ops:
            return Declined.FULL
        why = self.joins(op, group)
        if why is not None:
            return why
        if group.kind != "loops":
            return Declined.NOT_AN_EPILOGUE
        if group.elements != into.elements and not (group.pattern is None and self.only_reader(op, group)):
            return Declined.OTHER_SIZE
        if group.pattern and into.pattern and group.pattern != into.pattern:
            return Declined.OTHER_AXES
        if self._reads_other_rows(into, group) or self._reads_other_rows(group, into):
            return Declined.OTHER_AXES
        return Declined.WINDOWED if group.windowed or into.windowed else None

    def _reads_other_rows(self, reader: Group, maker: Group) -> bool:
        """Whether an op of one group spreads the other's results so that a row needs those of other rows.

        They would be computed again, in another order: rounded otherwise than where they are stored.
        """
        return maker.pattern is not None and any(
            self.group_of.get(o.owner) is maker and self._reads_along(op, o, maker) is not None
            for op in reader.members
            if is_elementwise(op) and not isinstance(op, Reinterpretation)
            for o in op.operands
            if isinstance(o.owner, Operation)
        )

    def only_reader(self, op: Operation, group: Group) -> bool:
        """Whether every use of the group's values is in the group or in op."""
        return all(
            use.operation is op or self.group_of.get(use.operation) is group
            for member in group.members
            for result in member.results
            for use in result.uses
        )


def _reduces_alike(op: Reduction, group: Group) -> Declined | None:
    if group.windowed:
        return Declined.WINDOWED
    if size_of(op.x) != group.elements:
        return Declined.OTHER_SIZE
    if op.axes() == tuple(range(rank_of(op.x))) and op.count() > WHOLE:
        return Declined.WHOLE_REDUCTION
    same = group.pattern is None or group.pattern == pattern_of(shape_of(op.x), op.axes())
    return None if same else Declined.OTHER_AXES
